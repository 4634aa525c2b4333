//! Which disruptions beyond stops a run exercised, read off its log.

use crate::event::{Event, Run};
use crate::features::Features;
use crate::ways::{way, ways};
use beredd::plan::Plan;
use beredd::plan::disruption::{Process, Source, Target};
use beredd::random::laws::DurationLaw;
use beredd::units::Quanta;

/// How many features there are here.
pub const COUNT: usize = 14;

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    let mut down = vec![false; plan.disruptions.len()];
    let mut requested: Vec<Quanta> = vec![0; ways(plan).count()];
    let mut fired = |name: &'static str| {
        features.insert(name, true);
    };
    for event in &run.events {
        match *event {
            Event::Toggled { process, down: now, .. } => {
                down[process as usize] = now;
                if now {
                    begins(&plan.disruptions[process as usize]).into_iter().for_each(&mut fired);
                }
            }
            Event::Struck { lost, locked, .. } => {
                if lost > 0 {
                    fired("stock lost");
                }
                if locked > 0 {
                    fired("stock locked");
                }
            }
            Event::GivenBack { .. } => fired("locked stock given back"),
            Event::Ordered { cell, quantity, .. } => requested[cell as usize] += quantity,
            Event::MovedOn { from, to, quantity, .. } => {
                requested[from as usize] -= quantity;
                requested[to as usize] += quantity;
            }
            Event::Dispatched { cell, quantity, .. } => {
                let before = requested[cell as usize];
                requested[cell as usize] -= quantity;
                let buyer = way(plan, cell);
                for process in in_force(plan, &down) {
                    let limits = limits(plan, process, cell);
                    if limits && quantity < before && buyer.source.is_none() && plan.transport.lanes.is_empty() {
                        // A supplier without limits of transport sends all there is to send.
                        fired("limited capacity");
                    }
                    if process.effects.lanes.contains(&buyer.lane) {
                        fired("disturbed lead time");
                    }
                }
            }
            Event::Demanded { demand, quantity, .. } => {
                let changes = |process: &&Process| process.effects.demands.contains(&demand);
                if quantity > 0 && in_force(plan, &down).any(|process| changes(&process)) {
                    fired("changed needs");
                }
            }
            _ => {}
        }
    }
}

/// Processes that began after the first day and last: a lower bound.
fn in_force<'p>(plan: &'p Plan, down: &'p [bool]) -> impl Iterator<Item = &'p Process> {
    plan.disruptions.iter().zip(down).filter(|(_, down)| **down).map(|(process, _)| process)
}

fn limits(plan: &Plan, process: &Process, cell: u32) -> bool {
    let buyer = way(plan, cell);
    let from = plan.lanes[buyer.lane as usize].from;
    let all_below_one = process.effects.capacity.0.iter().all(|step| step.factor < 1.0);
    all_below_one
        && process.effects.limited.iter().any(|limited| match *limited {
            Target::Offer(offer) => buyer.offer == Some(offer),
            Target::Site(site) => from == site,
            Target::Lane(lane) => buyer.lane == lane,
        })
}

fn begins(process: &Process) -> Vec<&'static str> {
    let source = match &process.source {
        Source::Renewal { up: DurationLaw::Exponential { .. } } => None,
        Source::Renewal { .. } => Some("up-times by another law"),
        Source::Once { probability, .. } if *probability < 1.0 => Some("begins with a probability"),
        Source::Once { .. } => Some("begins on a day"),
        Source::After { .. } => Some("begins after another"),
        Source::WithCut => unreachable!("it begins in copies, which have no log"),
    };
    let law = match &process.down {
        DurationLaw::Exponential { .. } => Some("exponential duration"),
        DurationLaw::Geometric { .. } => Some("geometric duration"),
        DurationLaw::Gamma { .. } => Some("gamma duration"),
        DurationLaw::Discrete { .. } => Some("empirical duration"),
        _ => None,
    };
    [source, law].into_iter().flatten().collect()
}
