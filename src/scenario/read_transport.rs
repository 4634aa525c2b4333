//! Transport: departures, capacity, deliveries, opening days, express.

use super::amount::{
    AT_LEAST_A_DAY, DEMAND_SD, DURATION, MASS, Measure, PALLETS, PER_LINE, PER_ORDER, QUANTITY, WHOLE_DAYS,
};
use super::diagnosis::codes;
use super::law;
use super::model::{ExpressRule, LaneTransport};
use super::read_demand::WEEKDAYS;
use super::read_rules::{priority, sites};
use super::read_staff::time_of_day;
use super::reader::Section;
use super::selection;
use super::tree::{Node, Value};
use crate::plan::transport::{Delivery, Departures};

/// Reads what a `[lane.ID]` says about its departures; its servers stand in its lead time.
pub fn lane(section: &mut Section<'_, '_>) -> LaneTransport {
    let (pallets, units) = capacity(section);
    LaneTransport {
        departs: departures(section),
        pallets,
        units,
        payload_kg: more_than_nothing(section, "payload", MASS),
        apart: !section.truth("consolidate").unwrap_or(true),
        delivers: section
            .choice(
                "deliver",
                &[
                    ("partial", Delivery::Partial),
                    ("complete-lines", Delivery::CompleteLines),
                    ("complete-orders", Delivery::CompleteOrders),
                ],
            )
            .unwrap_or_default(),
        receipt_per_day: more_than_nothing(section, "receipt-rate", DEMAND_SD),
        servers: None,
        cut_off: time_of_day(section, "cut-off"),
    }
}

fn departures(section: &mut Section<'_, '_>) -> Departures {
    let by = section.first_of(["departures", "every"]);
    if by != Some("every")
        && let Some(place) = section.entry("every-offset").map(|entry| entry.node.place)
    {
        section.wrong(codes::EXCLUSIVE, "every-offset", "changes nothing without `every`", place, "leave it out");
    }
    match by {
        Some("departures") => weekdays(section, "departures").map_or(Departures::Daily, Departures::Weekdays),
        Some(_) => {
            let days = section.days("every", AT_LEAST_A_DAY).unwrap_or(1);
            let offset = section.days("every-offset", WHOLE_DAYS).unwrap_or(0);
            if offset >= days && offset > 0 {
                let place = section.entry("every-offset").map_or(section.place, |entry| entry.node.place);
                let fix = format!("must be less than {days} days");
                section.wrong(codes::RANGE, "every-offset", "is not less than `every`", place, &fix);
            }
            Departures::Every { days, offset }
        }
        None => Departures::Daily,
    }
}

/// The weekdays of a key, if given: at least one.
pub fn weekdays(section: &mut Section<'_, '_>, key: &'static str) -> Option<[bool; 7]> {
    let place = section.entry(key)?.node.place;
    let nodes = section.list(key)?;
    let words: [(&'static str, usize); 7] = std::array::from_fn(|day| (WEEKDAYS[day], day));
    let mut days = [false; 7];
    for node in &nodes {
        days[section.choice_of(key, node, &words)?] = true;
    }
    if nodes.is_empty() {
        section.wrong(codes::IMPOSSIBLE, key, "names no day", place, "name at least one weekday, or leave it out");
        return None;
    }
    Some(days)
}

/// A capacity in pallets, or in units of issue.
fn capacity(section: &mut Section<'_, '_>) -> (Option<f64>, Option<f64>) {
    let Some(node) = section.value("capacity") else { return (None, None) };
    let in_units = match &node.value {
        Value::Text(text) => QUANTITY.read(text).is_ok(),
        _ => false,
    };
    let amount = positive(section, "capacity", node, if in_units { QUANTITY } else { PALLETS });
    if in_units { (None, amount) } else { (amount, None) }
}

/// An amount above 0, if given.
pub fn more_than_nothing(section: &mut Section<'_, '_>, key: &'static str, measure: Measure) -> Option<f64> {
    let node = section.value(key)?;
    positive(section, key, node, measure)
}

fn positive(section: &mut Section<'_, '_>, key: &'static str, node: &Node, measure: Measure) -> Option<f64> {
    let amount = section.amount_of(key, node, measure)?;
    if amount > 0.0 {
        return Some(amount);
    }
    section.wrong(codes::RANGE, key, "is nothing", node.place, "must be more than 0, or leave it out");
    None
}

/// Reads `[express.ID]`.
pub fn express(section: &mut Section<'_, '_>, _id: &str) -> Option<ExpressRule> {
    let (at, select, priority) = (sites(section), selection::read(section, "articles"), priority(section));
    let below_days = match section.required("when-below") {
        Some(Node { value: Value::Text(text), .. }) if text.trim() == "backlog" => Some(0.0),
        Some(node) => positive(section, "when-below", node, DURATION),
        None => None,
    };
    section.required("lead-time");
    let lead_time = law::lead_time(section, "lead-time");
    let (per_order, per_line) = (section.price("per-order", PER_ORDER), section.price("per-line", PER_LINE));
    let only_in_cuts = section.truth("only-in-cuts").unwrap_or(false);
    Some(ExpressRule {
        at: at?,
        select,
        priority,
        below_days: below_days?,
        lead_time: lead_time?,
        per_order,
        per_line,
        only_in_cuts,
    })
}
