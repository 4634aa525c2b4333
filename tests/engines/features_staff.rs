//! What of staff, cut-off times and dear goods a run exercised, proved by its log.

use crate::event::{Event, Run};
use crate::features::Features;
use crate::staff::time_to_receive;
use crate::ways::way;
use beredd::plan::Plan;
use beredd::plan::policy::CONTINUOUS;
use beredd::units::Quanta;
use std::collections::BTreeMap;

/// How many features there are here.
pub const COUNT: usize = 7;

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    of_prices(run, features);
    of_cut_offs(plan, run, features);
    if plan.staff.is_empty() {
        return;
    }
    of_docks(plan, run, features);
    of_picking(plan, run, features);
}

fn of_prices(run: &Run, features: &mut Features) {
    let mut factors: Vec<i64> = Vec::new();
    for event in &run.events {
        if let Event::Dearer { thousandths, .. } = *event {
            features.insert("goods bought dear", true);
            factors.push(thousandths);
        }
    }
    factors.sort_unstable();
    factors.dedup();
    if factors.len() > 1 {
        features.insert("prices change while goods are dear", true);
    }
}

/// Lines due at a dock that join the stock on a later day: more has arrived than has been received at some day's end.
fn of_docks(plan: &Plan, run: &Run, features: &mut Features) {
    let mut due: BTreeMap<(u32, u32), Quanta> = BTreeMap::new();
    let mut ahead: BTreeMap<u32, Quanta> = BTreeMap::new();
    for event in &run.events {
        match *event {
            Event::Dispatched { cell, quantity, arrival_day, .. } if has_dock(plan, cell) => {
                *due.entry((arrival_day, cell)).or_default() += quantity;
            }
            Event::Received { cell, quantity, .. } if has_dock(plan, cell) => {
                *ahead.entry(cell).or_default() -= quantity
            }
            Event::DayEnd { day, .. } => {
                for ((_, cell), quantity) in due.iter().filter(|((on, _), _)| *on == day) {
                    *ahead.entry(*cell).or_default() += quantity;
                }
                if ahead.values().any(|&waits| waits > 0) {
                    features.insert("a line waits at a dock", true);
                    if run.readings.iter().any(|reading| reading.day == day + 1) {
                        features.insert("a copy begins with lines at a dock", true);
                    }
                }
            }
            _ => {}
        }
    }
}

fn has_dock(plan: &Plan, number: u32) -> bool {
    time_to_receive(plan, plan.cells[way(plan, number).cell as usize].site).is_some()
}

/// Whether a site that picks could not have picked one line more on some day, while its stock covered a request: with the time of
/// received lines left out, so a lower bound.
fn of_picking(plan: &Plan, run: &Run, features: &mut Features) {
    let mut picked: BTreeMap<u32, i64> = BTreeMap::new();
    for event in &run.events {
        match *event {
            Event::Dispatched { day, cell, .. } => {
                let from = plan.lanes[way(plan, cell).lane as usize].from;
                let Some(staff) = plan.staff.iter().find(|staff| staff.site == from) else { continue };
                let Some(seconds) = staff.per_line_picked else { continue };
                features.insert("lines picked in working hours", true);
                let used = picked.entry(from).or_default();
                *used += seconds;
                let there = staff.scheduled[plan.calendar.weekday(beredd::time::Day(day))];
                if *used + seconds > there {
                    features.insert("a day's picking comes to its end", true);
                }
            }
            Event::DayEnd { .. } => picked.clear(),
            _ => {}
        }
    }
}

/// An order that was written too late for its lane, and would have been in time without the cut-off.
fn of_cut_offs(plan: &Plan, run: &Run, features: &mut Features) {
    for event in &run.events {
        let Event::Ordered { day, cell, quantity } = *event else { continue };
        let by = way(plan, cell);
        let cut_off = plan.transport.lanes.get(by.lane as usize).and_then(|rules| rules.cut_off);
        let phase = plan.phases.iter().rfind(|phase| phase.from_day <= day).expect("a phase");
        let at = by.cell as usize;
        let continuous =
            phase.reviews.iter().any(|group| group.every_days == CONTINUOUS && group.cells.indices().contains(&at));
        let written = phase.terms.get(at).map_or(0, |terms| terms.written_at);
        if quantity > 0 && !continuous && cut_off.is_some_and(|cut_off| written >= cut_off) {
            features.insert("an order misses the cut-off", true);
        }
    }
}
