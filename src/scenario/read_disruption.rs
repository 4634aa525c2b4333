//! `[disruption.ID]`: what it hits, when it begins, what it does.

use super::amount::{DURATION, FREQUENCY, SHARE, WHOLE_DAYS};
use super::diagnosis::{Diagnosis, codes};
use super::law;
use super::model::{Begins, Disruption, DisruptionEffects, DisruptionTarget, Selection, When};
use super::reader::Section;
use super::selection;
use super::source::Place;
use super::tree::{Node, Value};
use super::typed::{Range, whole_days};
use crate::random::laws::DurationLaw;
use crate::time::DAYS_PER_YEAR;

const PROBABILITY: Range = Range { least: 0.0, most: 1.0 };
/// Factors on lead times: a disruption makes nothing faster.
const SLOWER: Range = Range { least: 1.0, most: 1000.0 };
/// Factors on needs.
const NEEDS: Range = Range { least: 0.0, most: 1000.0 };
/// Factors on prices: a disruption makes nothing cheaper.
const DEARER: Range = Range { least: 1.0, most: 1000.0 };
/// Factors on the work of a staff.
const WORK: Range = Range { least: 0.0, most: 10.0 };
/// Keys that say what is hit.
const TARGETS: [&str; 8] = ["offers", "suppliers", "roles", "lanes", "sites", "origins", "outside-region", "demand"];
/// Keys that say when it begins.
const BEGINS: [&str; 6] = ["rate", "up", "at", "day", "after", "only-in-cuts"];

/// Reads `[disruption.ID]`.
pub fn disruption(section: &mut Section<'_, '_>, id: &str) -> Option<Disruption> {
    let title = section.title_or(id);
    let major = section.truth("major").unwrap_or(false);
    let together = section.truth("together").unwrap_or(false);
    let target = target(section);
    let effects = effects(section, target.as_ref());
    section.required("duration");
    let duration = law::duration(section, "duration");
    let begins = begins(section, duration.as_ref());
    let information_delay = section.days("information-delay", WHOLE_DAYS);
    Some(Disruption {
        title,
        major,
        target: target?,
        together,
        begins: begins?,
        duration: duration?,
        effects: effects?,
        information_delay: information_delay.unwrap_or(0),
    })
}

/// The one of some keys that is there; a diagnosis if it is not exactly one.
fn exactly_one<const N: usize>(section: &mut Section<'_, '_>, keys: [&'static str; N]) -> Option<&'static str> {
    let given: Vec<_> = keys.into_iter().filter(|key| section.entry(key).is_some()).collect();
    if let &[key] = given.as_slice() {
        return Some(key);
    }
    let place = section.place;
    let message = format!("[{}] needs exactly one of {}", section.path, keys.join(", "));
    let problem = Diagnosis::error(codes::EXCLUSIVE, &message, place);
    section.ctx.report(problem.label(&format!("has {}", given.len())));
    None
}

fn place_of(section: &mut Section<'_, '_>, key: &'static str) -> Place {
    section.entry(key).map_or(section.place, |entry| entry.node.place)
}

/// Refuses a key that does nothing here.
fn refuse(section: &mut Section<'_, '_>, key: &'static str, what: &str, fix: &str) {
    if section.entry(key).is_some() {
        let place = place_of(section, key);
        section.wrong(codes::IMPOSSIBLE, key, what, place, fix);
    }
}

fn target(section: &mut Section<'_, '_>) -> Option<DisruptionTarget> {
    Some(match exactly_one(section, TARGETS)? {
        "offers" => DisruptionTarget::Offers(selection::read(section, "offers")),
        "roles" => {
            let texts = section.texts("roles");
            let known = texts.into_iter().filter(|(role, place)| section.ctx.knows_word("role", role, *place));
            DisruptionTarget::Roles(known.map(|(role, _)| role).collect())
        }
        "lanes" => DisruptionTarget::Lanes(section.references("lanes", "lane")),
        "sites" => DisruptionTarget::Sites(section.references("sites", "site")),
        "origins" => DisruptionTarget::Origins(section.references("origins", "origin")),
        "outside-region" => {
            if section.truth("outside-region") == Some(false) {
                let place = place_of(section, "outside-region");
                let fix = "write true, or name what is hit";
                section.wrong(codes::CHOICE, "outside-region", "is false", place, fix);
                return None;
            }
            DisruptionTarget::OutsideRegion
        }
        "demand" => demand(section)?,
        _ if matches!(section.value("suppliers").map(|node| &node.value), Some(Value::Text(all)) if all == "all") => {
            DisruptionTarget::Suppliers(
                section.ctx.table("supplier").into_iter().flatten().map(|(id, _)| id.clone()).collect(),
            )
        }
        _ => DisruptionTarget::Suppliers(section.references("suppliers", "supplier")),
    })
}

/// `demand = { articles = {selection}, at = ["site"] }`.
fn demand(section: &mut Section<'_, '_>) -> Option<DisruptionTarget> {
    let node = section.value("demand")?;
    let Value::Table(table) = &node.value else {
        let fix = "write { articles = { family = \"gloves\" } }, or {} for every need";
        section.wrong(codes::KIND, "demand", "is not a table", node.place, fix);
        return None;
    };
    let mut inner = section.inner(table, node.place, "demand", "needs that a disruption changes");
    let select = selection::read(&mut inner, "articles");
    let at = inner.references("at", "site");
    inner.finish();
    Some(DisruptionTarget::Demand(select, at))
}

fn begins(section: &mut Section<'_, '_>, duration: Option<&DurationLaw>) -> Option<Begins> {
    for key in ["probability", "delay"] {
        section.entry(key);
    }
    let key = exactly_one(section, BEGINS)?;
    if matches!(key, "rate" | "up") {
        refuse(section, "probability", "belongs to `at`, `day` or `after`", "leave it out: `rate` says how often");
    }
    if key == "only-in-cuts" {
        refuse(
            section,
            "probability",
            "belongs to `at`, `day` or `after`",
            "leave it out: it begins with each such cut",
        );
    }
    if key != "after" {
        refuse(section, "delay", "belongs to `after`", "leave it out, or say what it follows");
    }
    let probability = match section.entry("probability") {
        Some(_) => section.number("probability", PROBABILITY),
        None => Some(1.0),
    };
    match key {
        "rate" => rate(section, duration).map(Begins::Rate),
        "up" => law::duration(section, "up").map(Begins::Up),
        "only-in-cuts" => only_in_cuts(section).then_some(Begins::InCuts),
        "at" => Some(Begins::On(dates(section)?, probability?)),
        "day" => Some(Begins::On(days(section)?, probability?)),
        _ => {
            let id = section.reference("after", "disruption");
            let delay = match section.entry("delay") {
                Some(_) => law::duration(section, "delay"),
                None => Some(DurationLaw::Fixed { days: 0.0 }),
            };
            Some(Begins::After { id: id?, delay: delay?, probability: probability? })
        }
    }
}

fn only_in_cuts(section: &mut Section<'_, '_>) -> bool {
    let said = section.truth("only-in-cuts");
    if said == Some(false) {
        let place = place_of(section, "only-in-cuts");
        section.wrong(codes::CHOICE, "only-in-cuts", "is false", place, "write true, or say when it begins");
    }
    said == Some(true)
}

fn rate(section: &mut Section<'_, '_>, duration: Option<&DurationLaw>) -> Option<f64> {
    let rate_per_year = section.amount("rate", FREQUENCY)?;
    let place = place_of(section, "rate");
    let mean_years = duration?.mean() / DAYS_PER_YEAR;
    if rate_per_year * mean_years >= 1.0 {
        let what = format!("and a mean duration of {:.0} days cannot hold together", mean_years * DAYS_PER_YEAR);
        section.wrong(codes::IMPOSSIBLE, "rate", &what, place, "it would begin again before it ends");
    }
    Some(rate_per_year)
}

fn dates(section: &mut Section<'_, '_>) -> Option<Vec<When>> {
    let nodes = section.list("at")?;
    let mut dates = Vec::new();
    for node in &nodes {
        let parsed = match &node.value {
            Value::Date(text) if text.len() == 10 => text.parse::<jiff::civil::Date>().ok(),
            _ => None,
        };
        match parsed {
            Some(date) => dates.push(When::Date(date.to_string())),
            None => {
                section.wrong(
                    codes::KIND,
                    "at",
                    "is not a date",
                    node.place,
                    "write dates without quotes: [2026-01-15]",
                );
            }
        }
    }
    one_each(section, "at", dates, nodes.len())
}

fn days(section: &mut Section<'_, '_>) -> Option<Vec<When>> {
    let nodes = section.list("day")?;
    let read = nodes.iter().filter_map(|node| section.amount_of("day", node, WHOLE_DAYS).and_then(whole_days));
    let days = read.map(When::Day).collect();
    one_each(section, "day", days, nodes.len())
}

/// All were read, there is at least one, and each stands once.
fn one_each(section: &mut Section<'_, '_>, key: &'static str, found: Vec<When>, given: usize) -> Option<Vec<When>> {
    let place = place_of(section, key);
    if given == 0 {
        section.wrong(codes::RANGE, key, "is empty", place, "give at least one");
        return None;
    }
    if (1..found.len()).any(|later| found[..later].contains(&found[later])) {
        section.wrong(codes::RANGE, key, "names a day twice", place, "each day once");
    }
    (found.len() == given).then_some(found)
}

fn effects(section: &mut Section<'_, '_>, target: Option<&DisruptionTarget>) -> Option<DisruptionEffects> {
    // All keys are asked for before anything is given up: a key that nobody asks for counts as unknown.
    let (articles, stop) = (section.entry("articles").is_some(), section.truth("stop"));
    let capacity = ramp(section, "capacity", PROBABILITY);
    let lead_factor = ramp(section, "lead-time-factor", SLOWER);
    let demand_factor = ramp(section, "demand-factor", NEEDS);
    let price_factor = ramp(section, "price-factor", DEARER);
    let staff_factor = ramp(section, "staff-factor", WORK);
    let mut effects = DisruptionEffects {
        stops: false,
        capacity: Vec::new(),
        lead_factor: Vec::new(),
        lead_added: section.amount("lead-time-added", DURATION).unwrap_or(0.0),
        demand_factor: Vec::new(),
        lost: section.amount("stock-lost", SHARE).unwrap_or(0.0),
        locked: section.amount("stock-locked", SHARE).unwrap_or(0.0),
        stock_of: Selection::default(),
        price_factor: Vec::new(),
        staff_factor: Vec::new(),
    };
    if articles {
        effects.stock_of = selection::read(section, "articles");
        if section.entry("stock-lost").is_none() && section.entry("stock-locked").is_none() {
            refuse(section, "articles", "narrows no stock", "it belongs to `stock-lost` and `stock-locked`");
        }
    }
    let others = [
        "capacity",
        "lead-time-factor",
        "lead-time-added",
        "demand-factor",
        "stock-lost",
        "stock-locked",
        "price-factor",
        "staff-factor",
    ];
    let only_stops = others.iter().all(|key| section.entry(key).is_none());
    effects.stops = stop.unwrap_or(only_stops);
    if only_stops && !effects.stops {
        refuse(section, "stop", "is false, and nothing else happens", "say what the disruption does");
    }
    fits(section, target?, only_stops);
    (effects.capacity, effects.lead_factor, effects.demand_factor) = (capacity?, lead_factor?, demand_factor?);
    (effects.price_factor, effects.staff_factor) = (price_factor?, staff_factor?);
    Some(effects)
}

/// Refuses effects that what is hit cannot have.
fn fits(section: &mut Section<'_, '_>, target: &DisruptionTarget, only_stops: bool) {
    let of_sites = matches!(target, DisruptionTarget::Roles(_) | DisruptionTarget::Sites(_));
    if !of_sites {
        for key in ["stock-lost", "stock-locked"] {
            refuse(section, key, "needs sites with stock", "hit `roles` or `sites`");
        }
        refuse(section, "staff-factor", "is about the staff of sites", "hit `roles` or `sites`");
    }
    let sells = matches!(
        target,
        DisruptionTarget::Offers(_)
            | DisruptionTarget::Suppliers(_)
            | DisruptionTarget::Origins(_)
            | DisruptionTarget::OutsideRegion
    );
    if !sells {
        let fix = "hit `offers`, `suppliers`, `origins` or `outside-region`";
        refuse(section, "price-factor", "is about what suppliers sell", fix);
    }
    if matches!(target, DisruptionTarget::Offers(_) | DisruptionTarget::Demand(..)) {
        for key in ["lead-time-factor", "lead-time-added"] {
            refuse(section, key, "is about lanes", "hit `lanes`, `suppliers`, `origins`, `sites` or `roles`");
        }
    }
    if matches!(target, DisruptionTarget::Demand(..)) {
        refuse(section, "capacity", "is about what leaves", "needs have a `demand-factor`");
        refuse(section, "stop", "cannot stop needs", "write `demand-factor = 0`");
        if only_stops {
            section.missing("demand-factor", "`demand` says whose needs change");
        }
    } else {
        refuse(section, "demand-factor", "is about needs", "hit `demand = { articles = … }`");
    }
}

/// A factor, or its steps: `[["0 days", 0.2], ["10 days", 0.66]]`. Empty if the key is not given.
fn ramp(section: &mut Section<'_, '_>, key: &'static str, range: Range) -> Option<Vec<(f64, f64)>> {
    let Some(node) = section.value(key) else { return Some(Vec::new()) };
    let Value::List(nodes) = &node.value else {
        return section.number_of(key, node, range).map(|factor| vec![(0.0, factor)]);
    };
    let steps: Vec<Option<(f64, f64)>> = nodes.iter().map(|node| step(section, key, node, range)).collect();
    let steps: Vec<(f64, f64)> = steps.into_iter().collect::<Option<_>>()?;
    if steps.is_empty() || steps.windows(2).any(|pair| pair[0].0 >= pair[1].0) {
        let what = if steps.is_empty() { "has no steps" } else { "has steps that do not ascend" };
        section.wrong(
            codes::RANGE,
            key,
            what,
            node.place,
            "the earliest first: [[\"0 days\", 0.2], [\"10 days\", 1.0]]",
        );
        return None;
    }
    Some(steps)
}

fn step<'a>(section: &mut Section<'a, '_>, key: &'static str, node: &'a Node, range: Range) -> Option<(f64, f64)> {
    if let Value::List(pair) = &node.value
        && let [after, factor] = pair.as_slice()
    {
        let (after, factor) = (section.amount_of(key, after, DURATION), section.number_of(key, factor, range));
        return Some((after?, factor?));
    }
    section.wrong(codes::KIND, key, "has a step that is no pair", node.place, "write [\"10 days\", 0.66]");
    None
}
