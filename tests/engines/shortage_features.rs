//! Which parts of shortage a run exercised, proved by its log.

use crate::event::{Event, Run};
use crate::features::Features;
use beredd::plan::Plan;
use beredd::plan::shortage::ReactionKind;
use std::collections::BTreeSet;

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    let mut replaced: BTreeSet<(u32, u32)> = BTreeSet::new();
    for event in &run.events {
        match *event {
            Event::Substituted { day, demand, covered, taken, .. } => {
                features.insert("substitute", true);
                if covered != taken {
                    features.insert("substitute in another unit", true);
                }
                if !replaced.insert((day, demand)) {
                    features.insert("two substitutes for one need", true);
                }
            }
            Event::Reacted { kind, .. } => {
                let name = match kind {
                    ReactionKind::Wait => "reaction: wait",
                    ReactionKind::Emergency => "reaction: emergency",
                    ReactionKind::ComeBack => "reaction: come back",
                    ReactionKind::Elsewhere => "reaction: elsewhere",
                    ReactionKind::Cancel => "reaction: cancel",
                    ReactionKind::Substitute | ReactionKind::Neighbour => unreachable!("they tell of themselves"),
                };
                features.insert(name, true);
            }
            Event::CameBack { .. } => {
                features.insert("need came back", true);
            }
            _ => {}
        }
    }
    let in_copies = !plan.shortage.groups.is_empty() && !run.readings.is_empty();
    if in_copies && !replaced.is_empty() {
        features.insert("copies of a plan with substitutes", true);
    }
}
