//! Which parts of transport a run exercised, proved by its log.

use crate::event::{Event, Run};
use crate::features::Features;
use crate::transport::{departs, rules, takes_in};
use crate::ways::{way, ways};
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
    rules(plan, way(plan, cell).lane)
}

fn law_of(plan: &Plan, line: &Sent) -> Option<&'static str> {
    match plan.lanes[way(plan, line.cell).lane as usize].law {
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
    let cell = way(plan, line.cell);
    let site = plan.cells[cell.cell as usize].site;
    let (lane, rules) = (&plan.lanes[cell.lane as usize], lane_rules(plan, line.cell));
    if !departs(plan, cell.lane, number(plan, line.day)) {
        // Nothing else leaves on such a day.
        return Some("express");
    }
    let has_express = plan.transport.express_of_cell.get(line.cell as usize).is_some_and(Option::is_some);
    if has_express || rules.receipt_per_day.is_some() {
        return None;
    }
    let by = |days: f64| {
        let due = line.day + days.ceil() as u32;
        (0..7).map(|later| due + later).find(|&day| takes_in(plan, site, day)).expect("an open day")
    };
    let travel = longest(&lane.law)?;
    let Some(pool) = rules.server else {
        // Only a law that never varies is never held back by an earlier departure.
        let sure = lane.lead_times == LeadTimes::Independent || matches!(lane.law, LeadTimeLaw::Fixed { .. });
        let late = line.arrival_day > line.day + travel.ceil() as u32;
        return (sure && late).then_some("waiting for an open day");
    };
    let service = longest(&plan.transport.servers[pool as usize].service)?;
    (line.arrival_day > by(travel + service)).then_some("waiting for a server")
}

/// The longest time that a law gives, if it has one.
fn longest(law: &LeadTimeLaw) -> Option<f64> {
    match law {
        LeadTimeLaw::Fixed { days } => Some(*days),
        LeadTimeLaw::Uniform { most, .. } | LeadTimeLaw::Triangular { most, .. } => Some(*most),
        LeadTimeLaw::Discrete { days, .. } => days.last().copied(),
        _ => None,
    }
}

/// What the lines of one day show together.
fn of_days(plan: &Plan, sent: &[Sent]) -> BTreeSet<&'static str> {
    let mut fired = BTreeSet::new();
    let mut flows: BTreeMap<(u32, u32), BTreeSet<u32>> = BTreeMap::new();
    let mut parts: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for line in sent {
        let (cell, rules) = (way(plan, line.cell), lane_rules(plan, line.cell));
        let flow = plan.transport.flows[plan.cells[cell.cell as usize].article as usize];
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
    let mut requested: Vec<Quanta> = vec![0; ways(plan).count()];
    let mut stock: Vec<Quanta> = plan.cells.iter().map(|cell| cell.initial).collect();
    let mut sent: BTreeSet<u32> = BTreeSet::new();
    for event in &run.events {
        match *event {
            Event::Ordered { cell, quantity, .. } => {
                let requested = &mut requested[cell as usize];
                *requested += quantity.max(-*requested); // what is sent back beyond it is goods
            }
            Event::Received { cell, quantity, .. } => stock[way(plan, cell).cell as usize] += quantity,
            Event::MovedOn { from, to, quantity, .. } => {
                requested[from as usize] -= quantity;
                requested[to as usize] += quantity;
            }
            Event::Demanded { demand, served, .. } => {
                // Backlog served later leaves stock unseen, so this is an upper bound on what is there.
                stock[plan.demands[demand as usize].cell as usize] -= served;
            }
            Event::Dispatched { cell, quantity, .. } => {
                requested[cell as usize] -= quantity;
                sent.insert(cell);
                if let Some(source) = way(plan, cell).source {
                    stock[source as usize] -= quantity;
                }
            }
            Event::DayEnd { day, .. } => {
                for cell in (0..).zip(&requested).filter(|(_, left)| **left > 0).map(|(cell, _)| cell) {
                    fired.extend(kept_back(plan, &requested, &stock, &sent, cell, day));
                }
                sent.clear();
            }
            Event::Expired { cell, quantity, .. } => stock[cell as usize] -= quantity,
            Event::ReserveOpened { reserve, quantity, .. } => {
                stock[plan.apart[reserve as usize].cell as usize] += quantity;
            }
            Event::ReserveReleased { cell, quantity, .. } => stock[cell as usize] += quantity,
            Event::ReserveGone { .. } | Event::ReserveFilled { .. } => {}
            Event::Struck { cell, lost, locked, .. } => stock[cell as usize] -= lost + locked,
            Event::GivenBack { cell, quantity, .. } => stock[cell as usize] += quantity,
            Event::Helped { from, quantity, .. } => stock[from as usize] -= quantity,
            Event::HelpCame { cell, quantity, .. } => stock[cell as usize] += quantity,
            Event::Substituted { by, taken, .. } => stock[plan.demands[by as usize].cell as usize] -= taken,
            Event::Toggled { .. }
            | Event::Reacted { .. }
            | Event::CameBack { .. }
            | Event::OrderDecided { .. }
            | Event::HeldBack { .. }
            | Event::TakenBack { .. }
            | Event::HandedOn { .. }
            | Event::Dearer { .. }
            | Event::Clock { .. } => {}
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
    let (buyer, rules) = (way(plan, cell), lane_rules(plan, cell));
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
