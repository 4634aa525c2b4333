//! What a log proves of several sources.

use crate::event::{Event, Run};
use crate::features::Features;
use crate::ways::way;
use beredd::plan::Plan;
use beredd::plan::sourcing::Sourcing;
use std::collections::BTreeSet;

/// Features noted here.
pub const COUNT: usize = 10;

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    if plan.further_ways.is_empty() {
        return;
    }
    let mut fired = |name: &'static str, fires: bool| {
        if fires {
            features.insert(name, true);
        }
    };
    let is_further = |number: u32| number as usize >= plan.cells.len();
    let rule = |day: u32, cell: u32| -> Option<&Sourcing> {
        let phase = plan.phases.iter().rfind(|phase| phase.from_day <= day).expect("a phase");
        phase.sourcing.iter().find(|rule| rule.cell == cell)
    };
    let mut ordered_by: BTreeSet<u32> = BTreeSet::new();
    for event in &run.events {
        match *event {
            Event::Ordered { day, cell, .. } => {
                ordered_by.insert(cell);
                fired("ways: order by a further way", is_further(cell));
                let others = rule(day, way(plan, cell).cell).map_or(&[][..], |rule| &rule.agreed[..]);
                let shared = others.iter().any(|(other, _)| *other != cell && ordered_by.contains(other));
                fired("ways: orders shared among agreed ways", shared);
            }
            Event::Dispatched { cell, .. } => {
                fired("ways: line by a further way", is_further(cell));
                fired(
                    "ways: line by a further way from a warehouse",
                    is_further(cell) && way(plan, cell).source.is_some(),
                );
            }
            Event::Received { cell, .. } => fired("ways: arrival by a further way", is_further(cell)),
            Event::MovedOn { day, from, to, .. } => {
                let rule = rule(day, way(plan, from).cell).expect("who moves on has a rule");
                assert_ne!(from, to);
                fired("ways: moved on at once or the next day", rule.after_days == 0);
                fired("ways: moved on after some days", rule.after_days > 1);
                let place = rule.fail_over.iter().position(|way| *way == from);
                fired("ways: moved on a second time", place.is_some());
                let next = place.map_or(0, |place| place + 1);
                fired("ways: a stopped way passed over", rule.fail_over[next] != to);
            }
            _ => {}
        }
    }
    fired("ways: copies of a plan with several sources", !run.readings.is_empty());
}
