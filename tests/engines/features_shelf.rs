//! Which parts of shelf life a run exercised, proved by its log.

use crate::event::{Event, Run};
use crate::features::Features;
use beredd::plan::Plan;
use std::collections::{BTreeMap, BTreeSet};

/// How many features there are here.
pub const COUNT: usize = 4;

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    let mut expired_in: BTreeSet<u32> = BTreeSet::new();
    // What came or was given back today, by cell: if more expires than the state phase can have found, it came too old.
    let mut told_today: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for event in &run.events {
        let Event::Expired { day, cell, .. } = *event else { continue };
        features.insert("expired", true);
        expired_in.insert(cell);
        *told_today.entry((day, cell)).or_default() += 1;
        if plan.cells[cell as usize].source.is_some() {
            features.insert("expired downstream", true);
        }
    }
    if told_today.values().any(|&times| times > 1) {
        features.insert("expired twice on one day: on the shelf and on arrival", true);
    }
    if !expired_in.is_empty() && !run.readings.is_empty() {
        features.insert("copies of a plan in which goods expire", true);
    }
}
