//! Which parts of help from neighbours and of whole orders a run exercised, proved by its log.

use crate::event::{Event, Run};
use crate::features::Features;
use beredd::plan::Plan;
use std::collections::{BTreeMap, BTreeSet};

/// How many features there are here.
pub const COUNT: usize = 10;

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    let mut note = |name, fired: bool| {
        if fired {
            features.insert(name, true);
        }
    };
    let mut helped: BTreeSet<(u32, u32)> = BTreeSet::new();
    let (mut left, mut came): (BTreeMap<u32, i64>, BTreeSet<u32>) = (BTreeMap::new(), BTreeSet::new());
    for event in &run.events {
        match *event {
            Event::Helped { day, demand, from, quantity, arrival } => {
                note("neighbour: at once", arrival.is_none());
                note("neighbour: later", arrival.is_some());
                note("neighbour: two give to one", !helped.insert((day, demand)));
                note("neighbour: a warehouse gives", plan.demands.iter().all(|entry| entry.cell != from));
                let reacts = plan.shortage.of_demand.get(demand as usize).is_some_and(Option::is_some);
                note("neighbour: by a share of a reaction", reacts);
                if let Some(arrival) = arrival {
                    *left.entry(arrival).or_default() += quantity;
                    let crosses = |day_of_cut: u32| day < day_of_cut && day_of_cut <= arrival;
                    note("neighbour: under way at a cut", run.readings.iter().any(|reading| crosses(reading.day)));
                }
            }
            Event::HelpCame { day, .. } => {
                came.insert(day);
            }
            Event::OrderDecided { whole, .. } => note("whole order: served", whole),
            Event::HeldBack { .. } => {
                note("whole order: a line blocks another", true);
                note("whole order: in copies", !run.readings.is_empty());
            }
            _ => {}
        }
    }
    let in_stop = plan.neighbours.rules.iter().any(|rule| rule.in_stop && rule.days == 0);
    note("neighbour: in copies", in_stop && !helped.is_empty() && !run.readings.is_empty());
    assert!(came.iter().all(|day| left.contains_key(day)), "what comes in has left before");
}
