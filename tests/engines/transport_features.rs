//! Which parts of transport a run exercised, proved by its log.

use crate::event::{Event, Run};
use crate::features::Features;
use crate::transport::{departs, rules, takes_in};
use beredd::plan::Plan;
use beredd::plan::lane::LeadTimes;
use beredd::plan::transport::{Delivery, LaneRules};
use beredd::random::laws::LeadTimeLaw;
use beredd::units::Quanta;
use std::collections::{BTreeMap, BTreeSet};

/// A line as the log tells it.
#[derive(Clone, Copy)]
struct Sent {
    day: u32,
    cell: u32,
    quantity: Quanta,
    arrival_day: u32,
}

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    let mut fired = |name: &'static str| {
        features.insert(name, true);
    };
    let sent: Vec<Sent> = run.events.iter().filter_map(as_sent).collect();
    for line in &sent {
        if let Some(name) = law_of(plan, line) {
            fired(name);
        }
    }
    if plan.transport.lanes.is_empty() {
        return;
    }
    sent.iter().filter_map(|line| of_one_line(plan, line)).for_each(&mut fired);
    of_days(plan, &sent).into_iter().for_each(&mut fired);
    of_waiting(plan, run).into_iter().for_each(&mut fired);
}

fn as_sent(event: &Event) -> Option<Sent> {
    match *event {
        Event::Dispatched { day, cell, quantity, arrival_day } => Some(Sent { day, cell, quantity, arrival_day }),
        _ => None,
    }
}

fn lane_rules(plan: &Plan, cell: u32) -> LaneRules {
    rules(plan, plan.cells[cell as usize].lane)
}

fn law_of(plan: &Plan, line: &Sent) -> Option<&'static str> {
    match plan.lanes[plan.cells[line.cell as usize].lane as usize].law {
        LeadTimeLaw::Gamma { .. } => Some("gamma lead time"),
        LeadTimeLaw::Exponential { .. } => Some("exponential lead time"),
        LeadTimeLaw::Uniform { .. } => Some("uniform lead time"),
        LeadTimeLaw::Triangular { .. } => Some("triangular lead time"),
        _ => None,
    }
}

fn number(plan: &Plan, day: u32) -> i64 {
    i64::from(day) - i64::from(plan.calendar.warm_up_days)
}

fn of_one_line(plan: &Plan, line: &Sent) -> Option<&'static str> {
    let cell = &plan.cells[line.cell as usize];
    let (lane, rules) = (&plan.lanes[cell.lane as usize], lane_rules(plan, line.cell));
    if !departs(plan, cell.lane, number(plan, line.day)) {
        // Nothing else leaves on such a day.
        return Some("express");
    }
    let has_express = plan.transport.express_of_cell.get(line.cell as usize).is_some_and(Option::is_some);
    let LeadTimeLaw::Fixed { days } = lane.law else { return None };
    let service = rules.server.map(|pool| &plan.transport.servers[pool as usize].service);
    match service {
        Some(LeadTimeLaw::Fixed { days: service }) if plan.transport.receives.is_empty() => {
            let latest = line.day + (days + service).ceil() as u32;
            let queued = rules.receipt_per_day.is_none() && line.arrival_day > latest;
            (queued && !has_express).then_some("waiting for a server")
        }
        None if rules.receipt_per_day.is_none() && !has_express && lane.lead_times == LeadTimes::Independent => {
            let own = line.day + days.ceil() as u32;
            (line.arrival_day > own && !takes_in(plan, cell.site, own)).then_some("waiting for an open day")
        }
        None if rules.receipt_per_day.is_none() && !has_express => {
            let own = line.day + days.ceil() as u32;
            (line.arrival_day > own && !takes_in(plan, cell.site, own)).then_some("waiting for an open day")
        }
        _ => None,
    }
}

/// What the lines of one day show together.
fn of_days(plan: &Plan, sent: &[Sent]) -> BTreeSet<&'static str> {
    let mut fired = BTreeSet::new();
    let mut flows: BTreeMap<(u32, u32), BTreeSet<u32>> = BTreeMap::new();
    let mut parts: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for line in sent {
        let (cell, rules) = (&plan.cells[line.cell as usize], lane_rules(plan, line.cell));
        let flow = plan.transport.flows[cell.article as usize];
        let of_lane = flows.entry((line.day, cell.lane)).or_default();
        of_lane.insert(flow);
        if rules.apart && rules.capacity.is_limited() && of_lane.len() > 1 {
            fired.insert("flows apart");
        }
        let parts = parts.entry((line.day, line.cell)).or_default();
        *parts += 1;
        if rules.receipt_per_day.is_some_and(|rate| line.quantity <= rate) && *parts > 1 {
            fired.insert("receipt in parts");
        }
    }
    fired
}

/// What is left waiting at each day's end, and why.
fn of_waiting(plan: &Plan, run: &Run) -> BTreeSet<&'static str> {
    let mut fired = BTreeSet::new();
    let mut requested: Vec<Quanta> = vec![0; plan.cells.len()];
    let mut stock: Vec<Quanta> = plan.cells.iter().map(|cell| cell.initial).collect();
    let mut sent: BTreeSet<u32> = BTreeSet::new();
    for event in &run.events {
        match *event {
            Event::Ordered { cell, quantity, .. } => requested[cell as usize] += quantity,
            Event::Received { cell, quantity, .. } => stock[cell as usize] += quantity,
            Event::Demanded { demand, served, .. } => {
                // Backlog served later leaves stock unseen, so this is an upper bound on what is there.
                stock[plan.demands[demand as usize].cell as usize] -= served;
            }
            Event::Dispatched { cell, quantity, .. } => {
                requested[cell as usize] -= quantity;
                sent.insert(cell);
                if let Some(source) = plan.cells[cell as usize].source {
                    stock[source as usize] -= quantity;
                }
            }
            Event::DayEnd { day, .. } => {
                for cell in (0..).zip(&requested).filter(|(_, left)| **left > 0).map(|(cell, _)| cell) {
                    fired.extend(kept_back(plan, &requested, &stock, &sent, cell, day));
                }
                sent.clear();
            }
            Event::Toggled { .. } => {}
        }
    }
    fired
}

fn kept_back(
    plan: &Plan,
    requested: &[Quanta],
    stock: &[Quanta],
    sent: &BTreeSet<u32>,
    cell: u32,
    day: u32,
) -> Option<&'static str> {
    let (buyer, rules) = (&plan.cells[cell as usize], lane_rules(plan, cell));
    if !departs(plan, buyer.lane, number(plan, day)) {
        return Some("waiting for a departure");
    }
    let full = rules.capacity.is_limited() && buyer.source.is_none() && sent.contains(&cell);
    if full {
        // A supplier sends all there is to send: only a full vehicle splits its lines.
        return Some(match (rules.capacity.pallets, rules.capacity.payload) {
            (Some(_), Some(_)) => "full: pallets and payload",
            (Some(_), None) => "full: pallets",
            (None, Some(_)) => "full: payload",
            (None, None) => "full: quantity",
        });
    }
    let wards = plan.demands.iter().any(|demand| Some(demand.cell) == buyer.source);
    let source = buyer.source.filter(|_| !wards)?;
    let (held, wish) = (stock[source as usize], requested[cell as usize]);
    match rules.delivers {
        Delivery::CompleteLines if held > 0 && held < wish && !sent.contains(&cell) => Some("complete lines"),
        Delivery::CompleteOrders if held >= wish && !sent.contains(&cell) => Some("complete orders"),
        _ => None,
    }
}
