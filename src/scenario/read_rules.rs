//! Rules about articles at sites: pools, sourcing, opening stock, who holds the reserve.

use super::amount::{DURATION, QUANTITY};
use super::diagnosis::codes;
use super::model::{Id, PoolRule, ReservePlacement, StockRule};
use super::read_network::needed;
use super::reader::Section;
use super::selection;
use super::tree::Value;

/// Priorities that anyone needs.
const PRIORITY: i64 = 1_000_000;

/// Reads `[pool.ID]`.
pub fn pool(section: &mut Section<'_, '_>, _id: &str) -> Option<PoolRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    Some(PoolRule { at: at?, select, owner: needed(section, "owner", "owner")?, priority })
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
    let days = section.amount("days", DURATION);
    Some(ReservePlacement { at: needed(section, "at", "site")?, select, days })
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
