//! Rules about articles at sites: pools, sourcing, policies, opening stock, who holds the reserve.

use super::amount::{AT_LEAST_A_DAY, DURATION, QUANTITY, WHOLE_DAYS};
use super::diagnosis::codes;
use super::model::{Id, Lot, PolicyKind, PolicyRule, PoolRule, ReservePlacement, SourcingRule, StockRule};
use super::read_network::{needed, site_or};
use super::reader::Section;
use super::selection;
use super::tree::Value;
use super::typed::Range;

/// Priorities that anyone needs.
const PRIORITY: i64 = 1_000_000;

/// Reads `[pool.ID]`.
pub fn pool(section: &mut Section<'_, '_>, _id: &str) -> Option<PoolRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    Some(PoolRule { at: at?, select, owner: needed(section, "owner", "owner")?, priority })
}

/// Reads `[sourcing.ID]`.
pub fn sourcing(section: &mut Section<'_, '_>, _id: &str) -> Option<SourcingRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    Some(SourcingRule { at: at?, select, from: site_or(section, "from", "supplier")?, priority })
}

/// Reads `[stock.ID]`.
pub fn stock(section: &mut Section<'_, '_>, _id: &str) -> Option<StockRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    section.required("on-hand");
    Some(StockRule { at: at?, select, on_hand: section.amount("on-hand", QUANTITY)?, priority })
}

/// Reads `[reserve-placement.ID]`.
pub fn reserve_placement(section: &mut Section<'_, '_>, _id: &str) -> Option<ReservePlacement> {
    let select = selection::read(section, "articles");
    section.choice("kind", &[("free", ())]);
    Some(ReservePlacement { at: needed(section, "at", "site")?, select })
}

/// Kinds of policy in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    OrderUpTo,
    ReorderPoint,
    Nothing,
    PassThrough,
}

/// Reads `[policy.ID]`.
pub fn policy(section: &mut Section<'_, '_>, _id: &str) -> Option<PolicyRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    let review_days = section.days("review", AT_LEAST_A_DAY).unwrap_or(1);
    let review_offset = section.days("review-offset", WHOLE_DAYS).unwrap_or(0);
    if review_offset >= review_days && section.entry("review-offset").is_some() {
        let place = section.entry("review-offset").map_or(section.place, |entry| entry.node.place);
        let fix = format!("must be less than {review_days} days");
        section.wrong(codes::RANGE, "review-offset", "is not less than `review`", place, &fix);
    }
    let safety_stock_days = section.amount("safety-stock", DURATION).unwrap_or(0.0);
    let at_least = section.amount("at-least", QUANTITY).unwrap_or(0.0);
    let lead_time_quantile = section.number("lead-time-quantile", Range { least: 0.5, most: 0.999 });
    let packs = section.truth("packs").unwrap_or(true);
    section.required("kind");
    let words = [
        ("order-up-to", Kind::OrderUpTo),
        ("reorder-point", Kind::ReorderPoint),
        ("none", Kind::Nothing),
        ("pass-through", Kind::PassThrough),
    ];
    let kind = match section.choice("kind", &words) {
        Some(Kind::Nothing) => Some(PolicyKind::Never),
        Some(Kind::PassThrough) => Some(PolicyKind::PassThrough),
        Some(Kind::OrderUpTo) => Some(PolicyKind::OrderUpTo { level: section.amount("level", QUANTITY) }),
        Some(Kind::ReorderPoint) => {
            let point = section.amount("point", QUANTITY);
            lot(section).map(|lot| PolicyKind::ReorderPoint { point, lot })
        }
        None => {
            for key in ["level", "point", "lot"] {
                section.entry(key);
            }
            None
        }
    };
    refuse_days_beside_units(section, kind);
    Some(PolicyRule {
        at: at?,
        select,
        priority,
        kind: kind?,
        review_days,
        review_offset,
        safety_stock_days,
        at_least,
        lead_time_quantile,
        packs,
    })
}

/// A level in units leaves nothing for days to say; and a rule that orders nothing has no level at all.
fn refuse_days_beside_units(section: &mut Section<'_, '_>, kind: Option<PolicyKind>) {
    let what = match kind {
        Some(PolicyKind::OrderUpTo { level: Some(_) }) => "changes nothing beside `level`",
        Some(PolicyKind::ReorderPoint { point: Some(_), .. }) => "changes nothing beside `point`",
        Some(PolicyKind::PassThrough) => "changes nothing in a policy that holds nothing",
        Some(PolicyKind::Never) => "changes nothing in a policy that orders nothing",
        _ => return,
    };
    let packs = (kind == Some(PolicyKind::PassThrough)).then_some("packs");
    for key in ["safety-stock", "at-least", "lead-time-quantile"].into_iter().chain(packs) {
        if let Some(place) = section.entry(key).map(|entry| entry.node.place) {
            section.wrong(codes::EXCLUSIVE, key, what, place, "leave it out");
        }
    }
}

/// A lot in units or in days of mean use.
fn lot(section: &mut Section<'_, '_>) -> Option<Lot> {
    let node = section.required("lot")?;
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

/// The sites of a rule; at least one.
pub(super) fn sites(section: &mut Section<'_, '_>) -> Option<Vec<Id>> {
    let node = section.required("at")?;
    let sites = section.references("at", "site");
    if matches!(&node.value, Value::List(list) if list.is_empty()) {
        section.wrong(codes::MATCHES_NOTHING, "at", "names no site", node.place, "name at least one site");
    }
    (!sites.is_empty()).then_some(sites)
}

/// The priority of a rule; 0 if it has none.
pub(super) fn priority(section: &mut Section<'_, '_>) -> i64 {
    section.whole("priority", -PRIORITY, PRIORITY).unwrap_or(0)
}
