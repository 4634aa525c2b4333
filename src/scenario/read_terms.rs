//! Terms of a policy's orders: what a policy may say beyond its kind and levels.

use super::amount::{DURATION, Measure, PER_UNIT, QUANTITY, SHARE, WHOLE_DAYS};
use super::diagnosis::codes;
use super::model::{ForecastRule, Round, Safety, Stretch, TermRules, Tolerance};
use super::read_staff::time_of_day;
use super::reader::Section;
use super::tree::Value;
use super::typed::Range;
use crate::order::InOrder;
use crate::plan::terms::{Basis, Method};

/// Days of the week as keys, from Monday.
const WEEKDAYS: [(&str, usize); 7] =
    [("mon", 0), ("tue", 1), ("wed", 2), ("thu", 3), ("fri", 4), ("sat", 5), ("sun", 6)];
/// Reorder points and levels, which may lie below zero: stock that customers wait for.
pub const POINT: Measure = Measure { least: -1e12, ..QUANTITY };
/// A probability that is neither 0 nor 1.
const SERVICE: Range = Range { least: 0.5, most: 0.999_999 };
/// A fill rate of a safety stock.
const FILL_RATE: Range = Range { least: 0.5, most: 0.999_999 };

/// Reads the terms that every kind may have; [`refuse`] sorts out what a kind cannot use.
pub fn read(section: &mut Section<'_, '_>) -> TermRules {
    let words = [
        ("position", Basis::Position),
        ("available", Basis::Available),
        ("on-hand", Basis::OnHand),
        ("echelon", Basis::Echelon),
    ];
    let joint = section.choice("joint", &[("supplier", true)]).is_some();
    TermRules {
        basis: section.choice("basis", &words).unwrap_or_default(),
        tolerance: tolerance(section),
        minimum_order: section.amount("minimum-order", QUANTITY).unwrap_or(0.0),
        round: round(section),
        approval_days: section.days("approval", WHOLE_DAYS).unwrap_or(0),
        can_order: can_order(section, joint),
        returns: section.choice("returns", &[("allow", true), ("refuse", false)]).unwrap_or(false),
        order_days: order_days(section),
        safety: safety(section),
        forecast: forecast(section),
        orders: Vec::new(),
        written_at: time_of_day(section, "review-at"),
    }
}

fn round(section: &mut Section<'_, '_>) -> Round {
    let words = [("none", Round::Nothing), ("pack", Round::Pack), ("case", Round::Case), ("pallet", Round::Pallet)];
    let round = section.choice("round", &words);
    let place = section.entry("round").map(|entry| entry.node.place);
    if let Some(place) = place.filter(|_| section.entry("packs").is_some()) {
        section.wrong(codes::EXCLUSIVE, "round", "says again what `packs` says", place, "leave one out");
    }
    round.unwrap_or_default()
}

/// Units, or a share of the reorder point.
fn tolerance(section: &mut Section<'_, '_>) -> Option<Tolerance> {
    let node = section.value("tolerance")?;
    let share = matches!(&node.value, Value::Text(text) if text.trim_end().ends_with('%'));
    if share {
        return section.amount_of("tolerance", node, SHARE).map(Tolerance::Share);
    }
    section.amount_of("tolerance", node, QUANTITY).map(Tolerance::Units)
}

/// A quantity in units or in days of mean use.
pub fn stretch(section: &mut Section<'_, '_>, key: &'static str) -> Option<Stretch> {
    let node = section.value(key)?;
    let in_days = matches!(&node.value, Value::Text(text) if DURATION.read(text).is_ok());
    if in_days {
        return section.amount_of(key, node, DURATION).map(Stretch::Days);
    }
    section.amount_of(key, node, QUANTITY).map(Stretch::Units)
}

fn can_order(section: &mut Section<'_, '_>, joint: bool) -> Option<Stretch> {
    let margin = stretch(section, "can-order");
    let place = section.entry("can-order").map(|entry| entry.node.place);
    match place {
        None if joint => section.missing("can-order", "how far above its reorder point an article joins an order"),
        Some(place) if !joint => {
            section.wrong(codes::EXCLUSIVE, "can-order", "changes nothing alone", place, "add joint = \"supplier\"");
        }
        _ => {}
    }
    margin.filter(|_| joint)
}

fn order_days(section: &mut Section<'_, '_>) -> Option<[bool; 7]> {
    let place = section.entry("order-days")?.node.place;
    let nodes = section.list("order-days")?;
    let mut days = [false; 7];
    for node in nodes {
        if let Some(day) = section.choice_of("order-days", node, &WEEKDAYS) {
            days[day] = true;
        }
    }
    if !days.contains(&true) {
        section.wrong(codes::MATCHES_NOTHING, "order-days", "names no day", place, "write [\"mon\", \"thu\"]");
        return None;
    }
    for key in ["review", "review-offset"] {
        if let Some(place) = section.entry(key).map(|entry| entry.node.place) {
            section.wrong(codes::EXCLUSIVE, key, "changes nothing beside `order-days`", place, "leave one out");
        }
    }
    Some(days)
}

/// The longest gap between two order days, days.
pub fn longest_gap(days: [bool; 7]) -> u32 {
    let (mut longest, mut gap) = (0, 0);
    for day in 0..14 {
        gap += 1;
        if days[day % 7] {
            // The first gap of the first week starts nowhere, but it is no longer than the same one a week later.
            longest = longest.max(gap);
            gap = 0;
        }
    }
    longest
}

fn safety(section: &mut Section<'_, '_>) -> Option<Safety> {
    let node = section.value("safety")?;
    let Value::Table(table) = &node.value else {
        let fix = "write { cycle-service = 0.98 }, or { days = \"4 days\" }";
        section.wrong(codes::KIND, "safety", "is no table", node.place, fix);
        return None;
    };
    let mut inner = section.inner(table, node.place, "safety", "a safety stock");
    let found: Vec<Safety> = [
        inner.amount("days", DURATION).map(Safety::Days),
        inner.amount("units", QUANTITY).map(Safety::Units),
        inner.number("share-of-lead-time-demand", Range { least: 0.0, most: 100.0 }).map(Safety::ShareOfLeadTimeDemand),
        inner.number("cycle-service", SERVICE).map(Safety::CycleService),
        inner.number("fill-rate", FILL_RATE).map(Safety::FillRate),
        inner.price("shortage-cost", PER_UNIT).map(Safety::ShortageCost),
    ]
    .into_iter()
    .flatten()
    .collect();
    inner.finish();
    let keys = table.iter().count();
    if keys != 1 {
        let fix = "give one of days, units, share-of-lead-time-demand, cycle-service, fill-rate, shortage-cost";
        section.wrong(codes::EXCLUSIVE, "safety", "needs one key", node.place, fix);
        return None;
    }
    if let Some(Safety::ShortageCost(cost)) = found.first()
        && cost.0 <= 0
    {
        let place = table.get("shortage-cost").map_or(node.place, |entry| entry.node.place);
        section.wrong(codes::RANGE, "safety", "prices shortages at nothing", place, "must be more than 0");
        return None;
    }
    found.first().copied()
}

fn forecast(section: &mut Section<'_, '_>) -> Option<ForecastRule> {
    let node = section.value("forecast")?;
    let Value::Table(table) = &node.value else {
        let fix = "write { method = \"moving-average\", days = \"30 days\" }";
        section.wrong(codes::KIND, "forecast", "is no table", node.place, fix);
        return None;
    };
    let mut inner = section.inner(table, node.place, "forecast", "a forecast");
    let words = [("given", 0), ("moving-average", 1), ("exponential-smoothing", 2)];
    inner.required("method");
    let method = inner.choice("method", &words);
    let method = match method {
        Some(1) => {
            inner.required("days");
            let days = inner.days("days", super::amount::AT_LEAST_A_DAY);
            days.map(|days| Method::MovingAverage { days })
        }
        Some(2) => {
            inner.required("alpha");
            inner.number("alpha", Range { least: 0.001, most: 1.0 }).map(|alpha| Method::Smoothing { alpha })
        }
        Some(_) => Some(Method::Given),
        None => {
            for key in ["days", "alpha"] {
                inner.entry(key);
            }
            None
        }
    };
    let bias = inner.number("bias", Range { least: -0.99, most: 10.0 }).unwrap_or(0.0);
    let noise = inner.number("noise", Range { least: 0.0, most: 1.0 }).unwrap_or(0.0);
    inner.finish();
    Some(ForecastRule { method: method?, bias, noise })
}

/// Reads planned orders: `[{ day = 0, quantity = "210 units" }, …]`, days counted from the first measured day.
pub fn orders(section: &mut Section<'_, '_>) -> Vec<(u32, f64)> {
    section.required("orders");
    let mut orders = Vec::new();
    for node in section.list("orders").unwrap_or_default() {
        let Value::Table(table) = &node.value else {
            let fix = "write { day = 0, quantity = \"210 units\" }";
            section.wrong(codes::KIND, "orders", "has an order that is no table", node.place, fix);
            continue;
        };
        let mut inner = section.inner(table, node.place, "orders", "a planned order");
        inner.required("day");
        inner.required("quantity");
        let day = inner.whole("day", 0, 36_500).and_then(|day| u32::try_from(day).ok());
        orders.extend(day.zip(inner.amount("quantity", QUANTITY)));
        inner.finish();
    }
    orders.order_by_key(|&(day, _)| day);
    orders
}

/// Refuses keys that change nothing beside others; `why` ends the sentence "`key` in its table …".
pub fn refuse(section: &mut Section<'_, '_>, keys: &[&'static str], why: &str) {
    for &key in keys {
        if let Some(place) = section.entry(key).map(|entry| entry.node.place) {
            section.wrong(codes::EXCLUSIVE, key, why, place, "leave it out");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::longest_gap;

    #[test]
    fn the_longest_gap_between_order_days_goes_over_the_weekend() {
        assert_eq!(longest_gap([true, false, false, true, false, false, false]), 4); // Thursday to Monday
        assert_eq!(longest_gap([false, false, true, false, false, false, false]), 7);
        assert_eq!(longest_gap([true; 7]), 1);
    }
}
