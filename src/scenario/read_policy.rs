//! `[policy.ID]`: how a site orders.

use super::amount::{AT_LEAST_A_DAY, DURATION, QUANTITY, WHOLE_DAYS};
use super::diagnosis::codes;
use super::model::{Lot, PolicyKind, PolicyRule, Safety, Stretch, TermRules, Upper};
use super::read_rules::{priority, sites};
use super::read_terms::{self, POINT, refuse, stretch};
use super::reader::Section;
use super::selection;
use super::tree::Value;
use super::typed::Range;
use crate::plan::policy::CONTINUOUS;
use crate::plan::terms::Basis;

/// Kinds of policy in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    OrderUpTo,
    ReorderPoint,
    Nothing,
    Need,
    MinMax,
    FixedQuantity,
    Restore,
    List,
    PassThrough,
}

const KINDS: [(&str, Kind); 9] = [
    ("order-up-to", Kind::OrderUpTo),
    ("reorder-point", Kind::ReorderPoint),
    ("need", Kind::Need),
    ("min-max", Kind::MinMax),
    ("fixed-quantity", Kind::FixedQuantity),
    ("restore", Kind::Restore),
    ("list", Kind::List),
    ("none", Kind::Nothing),
    ("pass-through", Kind::PassThrough),
];

/// Reads `[policy.ID]`.
pub fn policy(section: &mut Section<'_, '_>, _id: &str) -> Option<PolicyRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    let continuous = is_continuous(section);
    let review_days = if continuous { CONTINUOUS } else { section.days("review", AT_LEAST_A_DAY).unwrap_or(1) };
    let review_offset = section.days("review-offset", WHOLE_DAYS).unwrap_or(0);
    if !continuous && review_offset >= review_days && section.entry("review-offset").is_some() {
        let place = section.entry("review-offset").map_or(section.place, |entry| entry.node.place);
        let fix = format!("must be less than {review_days} days");
        section.wrong(codes::RANGE, "review-offset", "is not less than `review`", place, &fix);
    }
    let safety_stock_days = section.amount("safety-stock", DURATION).unwrap_or(0.0);
    let at_least = section.amount("at-least", QUANTITY).unwrap_or(0.0);
    let lead_time_quantile = section.number("lead-time-quantile", Range { least: 0.5, most: 0.999 });
    let packs = section.truth("packs").unwrap_or(true);
    let mut terms = read_terms::read(section);
    section.required("kind");
    let kind = section.choice("kind", &KINDS).and_then(|kind| read_kind(section, kind, &mut terms));
    if let Some(kind) = kind {
        refuse_what_does_not_act(section, kind, &terms);
        if continuous {
            refuse_what_counts_days(section, kind, &terms);
        }
    }
    for key in ["level", "point", "lot", "coverage", "minimum-stock", "orders"] {
        section.entry(key);
    }
    Some(PolicyRule {
        at: at?,
        select,
        priority,
        kind: kind?,
        review_days: terms.order_days.map_or(review_days, read_terms::longest_gap),
        review_offset,
        safety_stock_days,
        at_least,
        lead_time_quantile,
        packs,
        terms,
    })
}

/// Whether `review` is the word for continuous review.
fn is_continuous(section: &mut Section<'_, '_>) -> bool {
    let node = section.entry("review").map(|entry| &entry.node.value);
    matches!(node, Some(Value::Text(text)) if text.trim() == "continuous")
}

/// Refuses what speaks of the days of reviews, or would order without end.
fn refuse_what_counts_days(section: &mut Section<'_, '_>, kind: PolicyKind, terms: &TermRules) {
    let days = ["review-offset", "order-days", "approval", "joint", "can-order", "returns", "review-at"];
    refuse(section, &days, "does not go together with review = \"continuous\"");
    if terms.basis == Basis::OnHand {
        refuse(section, &["basis"], "would order without end with review = \"continuous\"");
    }
    if matches!(kind, PolicyKind::Never | PolicyKind::List) {
        refuse(section, &["review"], "changes nothing in a policy that does not look at stock");
    }
}

/// The keys of a kind; those of other kinds are refused.
fn read_kind(section: &mut Section<'_, '_>, kind: Kind, terms: &mut TermRules) -> Option<PolicyKind> {
    let own: &[&str] = match kind {
        Kind::Nothing | Kind::PassThrough => &[],
        Kind::OrderUpTo => &["level"],
        Kind::ReorderPoint | Kind::FixedQuantity => &["point", "lot"],
        Kind::MinMax => &["point", "level", "lot"],
        Kind::Restore => &["point"],
        Kind::Need => &["coverage", "minimum-stock"],
        Kind::List => &["orders"],
    };
    let others = ["level", "point", "lot", "coverage", "minimum-stock", "orders"].into_iter();
    let others: Vec<&'static str> = others.filter(|key| !own.contains(key)).collect();
    refuse_unknown(section, &others);
    Some(match kind {
        Kind::Nothing => PolicyKind::Never,
        Kind::PassThrough => PolicyKind::PassThrough,
        Kind::OrderUpTo => PolicyKind::OrderUpTo { level: section.amount("level", POINT) },
        Kind::ReorderPoint => PolicyKind::ReorderPoint { point: section.amount("point", POINT), lot: lot(section)? },
        Kind::FixedQuantity => PolicyKind::FixedQuantity { point: section.amount("point", POINT), lot: lot(section)? },
        Kind::Restore => PolicyKind::Restore { point: section.amount("point", POINT) },
        Kind::MinMax => min_max(section)?,
        Kind::Need => {
            section.required("coverage");
            let coverage_days = section.amount("coverage", DURATION)?;
            let minimum = stretch(section, "minimum-stock").unwrap_or(Stretch::Units(0.0));
            PolicyKind::Need { coverage_days, minimum }
        }
        Kind::List => {
            terms.orders = read_terms::orders(section);
            PolicyKind::List
        }
    })
}

/// Keys of another kind of policy are as unknown as any other word.
fn refuse_unknown(section: &mut Section<'_, '_>, keys: &[&'static str]) {
    for &key in keys {
        if let Some(place) = section.entry(key).map(|entry| entry.key) {
            section.wrong(codes::UNKNOWN_KEY, key, "is no key of this kind of policy", place, "leave it out");
        }
    }
}

/// (R, s, S): S as a level beside a point, both in units, or so much above the point.
fn min_max(section: &mut Section<'_, '_>) -> Option<PolicyKind> {
    let point = section.amount("point", POINT);
    let upper = match section.first_of(["level", "lot"]) {
        Some("level") => Upper::Level(section.amount("level", POINT)?),
        _ => Upper::Lot(lot(section)?),
    };
    if let Upper::Level(level) = upper {
        let place = section.entry("level").map_or(section.place, |entry| entry.node.place);
        match point {
            None => section.missing("point", "a `level` in units needs a `point` in units; else give a `lot`"),
            Some(point) if level < point => {
                section.wrong(codes::RANGE, "level", "is below `point`", place, "must be at least the reorder point");
                return None;
            }
            Some(_) => {}
        }
        point?;
    }
    Some(PolicyKind::MinMax { point, upper })
}

/// Refuses what a kind, a level in units or another term leaves nothing to say for.
fn refuse_what_does_not_act(section: &mut Section<'_, '_>, kind: PolicyKind, terms: &TermRules) {
    const LEVELS: [&str; 5] = ["safety-stock", "safety", "at-least", "lead-time-quantile", "forecast"];
    match kind {
        PolicyKind::OrderUpTo { level: Some(_) } => refuse(section, &LEVELS, "changes nothing beside `level`"),
        PolicyKind::ReorderPoint { point: Some(_), .. }
        | PolicyKind::MinMax { point: Some(_), .. }
        | PolicyKind::FixedQuantity { point: Some(_), .. }
        | PolicyKind::Restore { point: Some(_) } => refuse(section, &LEVELS, "changes nothing beside `point`"),
        PolicyKind::Need { .. } => refuse(section, &LEVELS[..4], "changes nothing beside `coverage`"),
        PolicyKind::Never => {
            let why = "changes nothing in a policy that orders nothing";
            refuse(section, &LEVELS, why);
            refuse(section, &["basis", "minimum-order", "approval", "round", "order-days", "review-at"], why);
        }
        PolicyKind::PassThrough => {
            let why = "changes nothing in a policy that holds nothing";
            refuse(section, &LEVELS, why);
            refuse(section, &["packs", "round", "basis", "minimum-order"], why);
        }
        PolicyKind::List => {
            refuse(section, &LEVELS, "changes nothing beside `orders`");
            refuse(section, &["basis"], "changes nothing beside `orders`");
        }
        _ => {}
    }
    let has_point = matches!(
        kind,
        PolicyKind::ReorderPoint { .. }
            | PolicyKind::MinMax { .. }
            | PolicyKind::FixedQuantity { .. }
            | PolicyKind::Restore { .. }
    );
    if !has_point {
        refuse(section, &["tolerance"], "needs a reorder point to act on");
    }
    if !has_point || matches!(kind, PolicyKind::Restore { .. }) {
        refuse(section, &["joint", "can-order"], "needs a reorder point and a lot or level to act on");
    }
    if !matches!(kind, PolicyKind::OrderUpTo { .. }) {
        refuse(section, &["returns"], "needs kind = \"order-up-to\" to act on");
    }
    if terms.returns {
        refuse(section, &["approval", "minimum-order", "review-at"], "does not go together with `returns`");
    }
    if terms.safety.is_some() {
        refuse(section, &["safety-stock"], "says again what `safety` says");
    }
    if let Some(Safety::CycleService(_) | Safety::FillRate(_) | Safety::ShortageCost(_)) = terms.safety {
        refuse(section, &["lead-time-quantile"], "counts the lead time's spread again, which `safety` counts");
        if terms.basis == Basis::Echelon {
            refuse(section, &["safety"], "is worked out for one stage, not for an echelon");
        }
    }
}

/// A lot in units or in days of mean use, or the economic one.
fn lot(section: &mut Section<'_, '_>) -> Option<Lot> {
    let node = section.required("lot")?;
    if matches!(&node.value, Value::Text(text) if text.trim() == "eoq") {
        return Some(Lot::Economic);
    }
    let in_days = match &node.value {
        Value::Text(text) => DURATION.read(text).is_ok(),
        _ => false,
    };
    let measure = if in_days { DURATION } else { QUANTITY };
    let amount = section.amount_of("lot", node, measure)?;
    if amount <= 0.0 {
        section.wrong(codes::RANGE, "lot", "is nothing", node.place, "must be more than 0");
        return None;
    }
    Some(if in_days { Lot::Days(amount) } else { Lot::Units(amount) })
}
