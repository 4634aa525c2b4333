//! What is asked and how it is read: cuts, reserves, endurance.

use super::amount::{AT_LEAST_A_DAY, DURATION, SHARE, WHOLE_DAYS};
use super::assemble::single;
use super::context::Context;
use super::diagnosis::codes;
use super::model::{CutRationing, CutRule, EnduranceRules, Reserve, Stopped, Title};
use super::reader::Section;
use super::source::Place;
use super::tree::Node;
use super::typed::{Range, whole_days};
use crate::plan::endurance::{StopPlan, StopRule};

/// Reads `[cut.ID]`.
pub fn cut(section: &mut Section<'_, '_>, id: &str) -> Option<CutRule> {
    let title = section.title_or(id);
    let locks_supplier_stock = section.truth("locks-supplier-stock").unwrap_or(false);
    let texts = section.texts("stops");
    let stops = texts.iter().filter_map(|(text, place)| stopped(section, text, *place)).collect();
    let stop = stop_that_ends(section, ["length", "follow"]);
    let with = section.references("with", "disruption");
    let (rationing, express) = (cut_rationing(section), section.truth("express"));
    Some(CutRule { title, stops, locks_supplier_stock, stop, with, rationing, express })
}

/// `none`, or a rule of rationing.
fn cut_rationing(section: &mut Section<'_, '_>) -> Option<CutRationing> {
    let place = section.entry("rationing")?.node.place;
    match section.text("rationing")? {
        NO_RATIONING => Some(CutRationing::None),
        id if section.ctx.knows("rationing", id, place) => Some(CutRationing::Rule(id.to_owned())),
        _ => section.ctx.list_ids("rationing"),
    }
}

/// What a cut says where stock is to be shared in proportion.
pub const NO_RATIONING: &str = "none";

/// What a cut can stop, as it is written.
const STOPPED: &str = "one of outside-region, suppliers, largest-site, transport, site:ID, supplier:ID, origin:ID, owner:ID, role:NAME, lane:ID";

fn stopped(section: &mut Section<'_, '_>, text: &str, place: Place) -> Option<Stopped> {
    if let Some(role) = text.strip_prefix("role:") {
        let known = section.ctx.knows_word("role", role, place);
        return if known { Some(Stopped::Role(role.to_owned())) } else { section.ctx.list_words("role") };
    }
    let mut known = |table, id: &str| match section.ctx.knows(table, id, place) {
        true => Some(id.to_owned()),
        false => section.ctx.list_ids(table),
    };
    match (text, text.split_once(':')) {
        ("outside-region", _) => Some(Stopped::OutsideRegion),
        ("suppliers", _) => Some(Stopped::Suppliers),
        ("largest-site", _) => Some(Stopped::LargestSite),
        ("transport", _) => Some(Stopped::Transport),
        (_, Some(("site", id))) => known("site", id).map(Stopped::Site),
        (_, Some(("supplier", id))) => known("supplier", id).map(Stopped::Supplier),
        (_, Some(("origin", id))) => known("origin", id).map(Stopped::Origin),
        (_, Some(("owner", id))) => known("owner", id).map(Stopped::Owner),
        (_, Some(("lane", id))) => known("lane", id).map(Stopped::Lane),
        _ => {
            let what = format!("has `{}`", super::render::printable(text, 40));
            section.wrong(codes::CHOICE, "stops", &what, place, STOPPED);
            None
        }
    }
}

/// Reads `[reserve.ID]`.
pub fn reserve(section: &mut Section<'_, '_>, id: &str) -> Option<Reserve> {
    let title = section.title_or(id);
    section.required("days");
    Some(Reserve { title, days: section.amount("days", DURATION)? })
}

/// Reads `[endurance]`.
pub fn endurance(ctx: &mut Context<'_>) -> Option<EnduranceRules> {
    single(ctx, "endurance", endurance_rules)?
}

fn endurance_rules(section: &mut Section<'_, '_>) -> Option<EnduranceRules> {
    let open = Range { least: 0.0, most: 1.0 };
    let probes = section.whole("probes", 0, 1000).and_then(|probes| u32::try_from(probes).ok());
    let fixed_day = section.whole("day", 0, 36_500).and_then(|day| u32::try_from(day).ok());
    let cap_days = section.days("cap", AT_LEAST_A_DAY);
    let thresholds = ascending(section, "thresholds", |section, node| section.number_of("thresholds", node, open));
    let levels = ascending(section, "levels", |section, node| section.amount_of("levels", node, AT_LEAST_A_DAY));
    let claims = ascending(section, "claims", |section, node| section.amount_of("claims", node, SHARE));
    let running = section.whole("days-running", 1, 365).and_then(|days| u32::try_from(days).ok());
    let share_below = section.choice("stop-rule", &[("share-below", true), ("first-unmet-unit", false)]);
    let required_probability = section.number("required-probability", open);
    let required_article_share = section.number("required-article-share", open);
    // A length of nothing switches the stop off, so that an overlay can.
    let stop = stop_that_ends(section, ["stop-length", "stop-follow"]).filter(|stop| stop.length_days > 0);
    let (levels, cap_days) = (levels?, cap_days?);
    if levels.last().is_some_and(|last| *last > f64::from(cap_days)) {
        let place = section.entry("levels").map_or(section.place, |entry| entry.node.place);
        section.wrong(codes::IMPOSSIBLE, "levels", "go beyond `cap`", place, "raise `cap`, or leave the level out");
    }
    let stop_rule = match share_below? {
        true => StopRule::ShareBelow { days_running: running? },
        false => StopRule::FirstUnmetUnit,
    };
    Some(EnduranceRules {
        probes: probes?,
        fixed_day,
        cap_days,
        thresholds: thresholds?,
        levels: levels.into_iter().filter_map(whole_days).collect(),
        claims: claims?.into_iter().filter_map(per_thousand).collect(),
        stop_rule,
        stop,
        required_probability: required_probability?,
        required_article_share: required_article_share?,
    })
}

/// A cut that ends, if its length is given; it is followed for three times its length unless said otherwise.
fn stop_that_ends(section: &mut Section<'_, '_>, [length, follow]: [&'static str; 2]) -> Option<StopPlan> {
    let length_days = section.days(length, WHOLE_DAYS);
    let follow_days = section.days(follow, AT_LEAST_A_DAY);
    let place = section.entry(follow).map_or(section.place, |entry| entry.node.place);
    if section.entry(length).is_none() && follow_days.is_some() {
        let fix = format!("give `{length}`, or leave this out");
        section.wrong(codes::IMPOSSIBLE, follow, "has no stop to follow", place, &fix);
    }
    let length_days = length_days?;
    if follow_days.is_some_and(|days| days < length_days) {
        let (what, fix) =
            (format!("ends before the stop of {length_days} days"), format!("follow at least as long as `{length}`"));
        section.wrong(codes::IMPOSSIBLE, follow, &what, place, &fix);
    }
    Some(StopPlan { length_days, follow_days: follow_days.unwrap_or(3 * length_days) })
}

/// A share in parts per thousand; the measure allows 0 to 1.
fn per_thousand(share: f64) -> Option<u16> {
    let parts = libm::round(share * 1000.0);
    (0.0..=1000.0).contains(&parts).then_some(parts as u16)
}

/// The numbers of a list, which must ascend.
fn ascending<'a>(
    section: &mut Section<'a, '_>,
    key: &'static str,
    read: impl Fn(&mut Section<'a, '_>, &'a Node) -> Option<f64>,
) -> Option<Vec<f64>> {
    let nodes = section.list(key)?;
    let numbers: Option<Vec<_>> =
        nodes.iter().map(|node| read(section, node)).collect::<Vec<_>>().into_iter().collect();
    let numbers = numbers?;
    let place = section.entry(key).map_or(section.place, |entry| entry.node.place);
    if numbers.is_empty() {
        section.wrong(codes::RANGE, key, "is empty", place, "give at least one");
        return None;
    }
    if numbers.windows(2).any(|pair| pair[0] >= pair[1]) {
        section.wrong(codes::RANGE, key, "does not ascend", place, "write the smallest first, each once");
        return None;
    }
    Some(numbers)
}

/// An anonymous reserve, written as whole days in `[study] reserves`.
pub fn reserve_of_days(days: u32) -> (String, Reserve) {
    let title = match days {
        1 => Title { sv: "1 dag".into(), en: "1 day".into() },
        _ => Title { sv: format!("{days} dagar"), en: format!("{days} days") },
    };
    (format!("{days}-days"), Reserve { title, days: f64::from(days) })
}
