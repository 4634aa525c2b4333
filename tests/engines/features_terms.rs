//! Which rules and terms of orders a run exercised, read off its log and its plan.
//!
//! The position of every cell is rebuilt from the log, so a term counts only where an order differs from what the rule
//! alone would have asked for at that position.

use crate::event::{Event, Run};
use crate::features::Features;
use crate::ways::way;
use beredd::plan::Plan;
use beredd::plan::demand::Unmet;
use beredd::plan::phase::Phase;
use beredd::plan::policy::Rule;
use beredd::plan::terms::{Basis, Method, Terms};
use beredd::units::Quanta;

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    let mut position: Vec<Quanta> = plan.cells.iter().map(|cell| cell.initial).collect();
    for event in &run.events {
        match *event {
            Event::Ordered { day, cell, quantity } => {
                let rules = plan.phases.iter().rfind(|phase| phase.from_day <= day).expect("a phase");
                let by = way(plan, cell);
                note_order(plan, rules, by.cell, position[by.cell as usize], quantity, features);
                note_day(plan, rules, by.cell, day, features);
                position[by.cell as usize] += quantity;
                if let Some(source) = by.source {
                    position[source as usize] -= quantity;
                }
            }
            Event::Expired { cell, quantity, .. } => position[cell as usize] -= quantity,
            Event::ReserveOpened { reserve, quantity, .. } => {
                position[plan.apart[reserve as usize].cell as usize] += quantity;
            }
            Event::MovedOn { from, to, quantity, .. } => {
                for (number, change) in [(from, -quantity), (to, quantity)] {
                    if let Some(source) = way(plan, number).source {
                        position[source as usize] -= change;
                    }
                }
            }
            Event::Struck { cell, lost, locked, .. } => position[cell as usize] -= lost + locked,
            Event::GivenBack { cell, quantity, .. } => position[cell as usize] += quantity,
            Event::Demanded { demand, quantity, served, .. } => {
                let used = if plan.unmet == Unmet::Backorder { quantity } else { served };
                position[plan.demands[demand as usize].cell as usize] -= used;
            }
            Event::Substituted { .. }
            | Event::Reacted { .. }
            | Event::CameBack { .. }
            | Event::Helped { .. }
            | Event::HelpCame { .. } => {
                for (cell, net, in_transit) in crate::shortage::effects(plan, event) {
                    position[cell] += net + in_transit;
                }
            }
            _ => {}
        }
    }
    note_approval(plan, run, features);
}

fn note_order(plan: &Plan, rules: &Phase, cell: u32, position: Quanta, quantity: Quanta, features: &mut Features) {
    let at = cell as usize;
    let (rule, pack) = (rules.rules[at], rules.packs[at]);
    let terms = rules.terms.get(at).copied().unwrap_or_default();
    let mut note = |name, fired: bool| {
        if fired {
            features.insert(name, true);
        }
    };
    note("goods sent back", quantity < 0);
    if quantity < 0 {
        return;
    }
    note("order by need", matches!(rule, Rule::Need { .. }));
    note("min-max order", matches!(rule, Rule::MinMax { .. }));
    note("fixed quantity", matches!(rule, Rule::FixedQuantity { .. }));
    note("level restore", matches!(rule, Rule::Restore { .. }));
    note("planned order", matches!(rule, Rule::List { .. }));
    note("order at a point below zero", point(rule).is_some_and(|point| point < 0) && position < 0);
    let alone = in_packs(plainly(rule, position), pack);
    let plain = Terms { basis: Basis::Position, joint: None, minimum_order: 0, tolerance: 0, follows: None, ..terms };
    let listed = matches!(rule, Rule::List { .. });
    assert!(plain != terms || listed || alone == quantity, "without terms the rule alone speaks");
    let but = |other: Terms| !listed && other == terms && alone != quantity;
    note("basis available", but(Terms { basis: Basis::Available, ..plain }));
    note("basis on hand", but(Terms { basis: Basis::OnHand, ..plain }));
    note("basis echelon", but(Terms { basis: Basis::Echelon, ..plain }));
    note("tolerance", but(Terms { tolerance: terms.tolerance, ..plain }));
    note("minimum order", but(Terms { minimum_order: terms.minimum_order, ..plain }));
    note("joint order", but(Terms { joint: terms.joint, ..plain }));
    if terms.follows.is_some() && but(Terms { follows: terms.follows, ..plain }) {
        let forecast = plan.forecasts.iter().find(|forecast| forecast.cell == cell).expect("followed");
        note("moving average", matches!(forecast.method, Method::MovingAverage { .. }));
        note("exponential smoothing", matches!(forecast.method, Method::Smoothing { .. }));
        note("forecast with bias", forecast.bias != 0.0);
        note("forecast with noise", forecast.noise > 0.0);
    }
}

/// An order on one of the group's order days.
fn note_day(plan: &Plan, rules: &Phase, cell: u32, day: u32, features: &mut Features) {
    let group = rules.reviews.iter().find(|group| group.cells.indices().contains(&(cell as usize))).expect("reviewed");
    if let Some(days) = group.order_days {
        assert!(days[plan.calendar.weekday(beredd::time::Day(day))], "an order on a day that is no order day");
        features.insert("order days", true);
    }
}

/// No order that waits for approval leaves too early, and some are held up.
fn note_approval(plan: &Plan, run: &Run, features: &mut Features) {
    let mut orders: Vec<(u32, u32, Quanta)> = Vec::new();
    let mut sent = vec![0; plan.cells.len()];
    for event in &run.events {
        match *event {
            Event::Ordered { day, cell, quantity } if quantity > 0 => {
                let rules = plan.phases.iter().rfind(|phase| phase.from_day <= day).expect("a phase");
                let cell = way(plan, cell).cell;
                let wait = rules.terms.get(cell as usize).map_or(0, |terms| terms.approval_days);
                orders.push((cell, day + wait, quantity));
                if wait > 0 {
                    features.insert("approval", true);
                }
            }
            Event::Dispatched { day, cell, quantity, .. } => {
                let cell = way(plan, cell).cell;
                sent[cell as usize] += quantity;
                let of_cell = |(other, ready, _): &&(u32, u32, Quanta)| *other == cell && *ready <= day;
                let ready: Quanta = orders.iter().filter(of_cell).map(|(_, _, quantity)| quantity).sum();
                assert!(sent[cell as usize] <= ready, "goods left before their order was approved");
            }
            _ => {}
        }
    }
}

fn point(rule: Rule) -> Option<Quanta> {
    match rule {
        Rule::ReorderPoint { point, .. } | Rule::MinMax { point, .. } | Rule::FixedQuantity { point, .. } => {
            Some(point)
        }
        _ => None,
    }
}

/// What a rule asks for at a position, without any terms.
fn plainly(rule: Rule, position: Quanta) -> Quanta {
    match rule {
        Rule::Never | Rule::List { .. } => 0,
        Rule::OrderUpTo { level } => (level - position).max(0),
        Rule::Need { need, minimum } => (need + minimum - position).max(0),
        Rule::MinMax { point, level } if position <= point => level - position,
        Rule::ReorderPoint { point, lot } if position <= point => (point - position) / lot * lot + lot,
        Rule::FixedQuantity { point, lot } if position < point => lot,
        Rule::Restore { point } => (point - position).max(0),
        _ => 0,
    }
}

fn in_packs(quantity: Quanta, pack: Quanta) -> Quanta {
    (quantity + pack - 1).div_euclid(pack) * pack
}
