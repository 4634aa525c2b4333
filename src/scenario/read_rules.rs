//! Rules about articles at sites: pools, sourcing, opening stock, who holds the reserve.

use super::amount::{DURATION, QUANTITY, WHOLE_DAYS};
use super::diagnosis::codes;
use super::model::{AlarmRule, Id, PoolRule, ReserveKind, ReservePlacement, StockRule};
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
    let kinds = [("free", "free"), ("critical", "critical"), ("alarm", "alarm")];
    let kind = section.choice("kind", &kinds).unwrap_or("free");
    for (key, of) in [("alarm", "alarm"), ("refill-time", "alarm"), ("rotates", "alarm"), ("for", "critical")] {
        if let Some(entry) = section.entry(key).filter(|_| kind != of) {
            let what = format!("changes nothing without kind = \"{of}\"");
            section.wrong(codes::EXCLUSIVE, key, &what, entry.key, "change the kind, or leave it out");
        }
    }
    let kind = match kind {
        "alarm" => ReserveKind::Alarm(alarm(section)),
        "critical" => ReserveKind::Critical(critical_sites(section)),
        _ => ReserveKind::Free,
    };
    let days = section.amount("days", DURATION);
    Some(ReservePlacement { at: needed(section, "at", "site")?, select, kind, days })
}

/// The sites whose use is critical; at least one.
fn critical_sites(section: &mut Section<'_, '_>) -> Vec<Id> {
    let Some(node) = section.required("for") else { return Vec::new() };
    let sites = section.references("for", "site");
    if matches!(&node.value, Value::List(list) if list.is_empty()) {
        section.wrong(codes::MATCHES_NOTHING, "for", "names no site", node.place, "name the sites that may touch it");
    }
    sites
}

/// What opens a reserve that stands apart, and what follows.
fn alarm(section: &mut Section<'_, '_>) -> AlarmRule {
    let mut rule = AlarmRule::default();
    if let Some(node) = section.required("alarm") {
        let texts = section.texts("alarm");
        if texts.is_empty() {
            section.wrong(codes::MATCHES_NOTHING, "alarm", "opens on nothing", node.place, ALARMS);
        }
        for (text, place) in texts {
            match (text.as_str(), text.split_once(':')) {
                ("cut", _) => rule.cut = true,
                ("stock-out", _) => rule.stock_out = true,
                (_, Some(("disruption", id))) => {
                    if section.ctx.knows("disruption", id, place) {
                        rule.disruptions.push(id.to_owned());
                    }
                }
                _ => {
                    let what = format!("has `{}`", super::render::printable(&text, 40));
                    section.wrong(codes::CHOICE, "alarm", &what, place, ALARMS);
                }
            }
        }
    }
    section.required("refill-time");
    rule.refill_days = section.days("refill-time", WHOLE_DAYS).unwrap_or(0);
    rule.rotates = section.truth("rotates").unwrap_or(false);
    rule
}

/// The words of alarms.
const ALARMS: &str = "one or more of cut, stock-out, disruption:ID";

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
