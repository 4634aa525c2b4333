//! Why less left than was asked for, worked out by the functions that dispatch itself asks.

use super::entry::Hindrance;
use crate::plan::Plan;
use crate::plan::disruption::{Process, Target};
use crate::plan::transport::Delivery;
use crate::sim::disturbed::let_through;
use crate::sim::kept_back::within_reach;
use crate::sim::prepared::Prepared;
use crate::sim::road::departs_today;
use crate::sim::staff;
use crate::sim::state::State;
use crate::units::Quanta;

/// A request as dispatch found it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What was asked for and approved.
    pub quantity: Quanta,
    /// What stood in the way for certain.
    stopped: Vec<Hindrance>,
    /// The stock at the source and what all its buyers asked for; absent where a supplier sells.
    source: Option<(Quanta, Quanta)>,
}

/// Looks at a request when dispatch begins; `None` where nothing is asked for.
pub fn asked(prepared: &Prepared, state: &State, way: u32) -> Option<Asked> {
    let plan = &*prepared.plan;
    let quantity = state.releasable(way as usize);
    if quantity <= 0 {
        return None;
    }
    let buyer = plan.way(way);
    let from = plan.lanes[buyer.lane as usize].from;
    let by = |target: Target| under_way(plan, state, |process| process.targets.contains(&target));
    let mut stopped = Vec::new();
    if state.lane_stops[buyer.lane as usize] > 0 {
        stopped.push(Hindrance::LaneStopped(by(Target::Lane(buyer.lane))));
    }
    if !state.site_open(from) {
        stopped.push(Hindrance::OriginStopped(by(Target::Site(from))));
    }
    if let Some(offer) = buyer.offer.filter(|&offer| state.offer_stops[offer as usize] > 0) {
        stopped.push(Hindrance::OfferStopped(by(Target::Offer(offer))));
    }
    if !departs_today(prepared, state, buyer.lane) {
        stopped.push(Hindrance::NoDeparture);
    }
    let most = let_through(prepared, state, way, quantity);
    if most < quantity {
        let targets = [Some(Target::Lane(buyer.lane)), Some(Target::Site(from)), buyer.offer.map(Target::Offer)];
        let limits =
            |process: &Process| targets.iter().flatten().any(|target| process.effects.limited.contains(target));
        stopped.push(Hindrance::Limited { most, by: under_way(plan, state, limits) });
    }
    let source = buyer.source.map(|source| {
        let buyers = &plan.buyers[plan.buyer_ranges[source as usize].indices()];
        let all = buyers.iter().map(|&buyer| state.releasable(buyer as usize)).sum();
        (state.on_hand[source as usize], all)
    });
    Some(Asked { quantity, stopped, source })
}

/// What stood in the way of what did not leave, when dispatch is over.
pub fn why(prepared: &Prepared, state: &State, way: u32, asked: &Asked) -> Vec<Hindrance> {
    if !asked.stopped.is_empty() {
        return asked.stopped.clone();
    }
    let plan = &*prepared.plan;
    let buyer = plan.way(way);
    let rules = plan.transport.lanes.get(buyer.lane as usize);
    let mut why = Vec::new();
    if let Some(source) = buyer.source.filter(|&source| state.on_hand[source as usize] > 0)
        && within_reach(prepared, state, source, way) == 0
    {
        why.push(Hindrance::KeptBack { reserve: prepared.kept_back.at(source) });
    }
    if let Some((stock, all)) = asked.source.filter(|(stock, all)| all > stock) {
        why.push(Hindrance::Shared { stock, asked: all });
    }
    match rules.map(|rules| rules.delivers) {
        Some(Delivery::CompleteLines) => why.push(Hindrance::WholeLines),
        Some(Delivery::CompleteOrders) => why.push(Hindrance::WholeOrders),
        _ => {}
    }
    let left_at_source = buyer.source.is_none_or(|source| state.on_hand[source as usize] > 0);
    if rules.is_some_and(|rules| rules.capacity.is_limited()) && left_at_source {
        why.push(Hindrance::Full);
    }
    if left_at_source && staff::ran_out_of_time(prepared, state, plan.lanes[buyer.lane as usize].from) {
        why.push(Hindrance::NoTime);
    }
    why
}

fn under_way(plan: &Plan, state: &State, does: impl Fn(&Process) -> bool) -> Vec<u32> {
    let processes = (0..).zip(plan.disruptions.iter().zip(&state.disturbed.down));
    processes.filter(|(_, (process, down))| **down && does(process)).map(|(index, _)| index).collect()
}

/// Whether a process touches some cells: what they are offered, their lanes, the places at both ends, their needs or their
/// stock. `ways` are those of the cells.
pub fn touches(prepared: &Prepared, process: &Process, cells: &[u32], ways: &[u32]) -> bool {
    let (plan, effects) = (&*prepared.plan, &process.effects);
    let hit = |things: &[Target]| {
        things.iter().any(|target| match *target {
            Target::Offer(offer) => ways.iter().any(|&way| plan.way(way).offer == Some(offer)),
            Target::Lane(lane) => ways.iter().any(|&way| plan.way(way).lane == lane),
            Target::Site(site) => {
                cells.iter().any(|&cell| plan.cells[cell as usize].site == site)
                    || ways.iter().any(|&way| plan.lanes[plan.way(way).lane as usize].from == site)
            }
        })
    };
    hit(&process.targets)
        || hit(&effects.limited)
        || hit(&effects.dearer)
        || effects.staffed.iter().any(|&site| hit(&[Target::Site(site)]))
        || ways.iter().any(|&way| effects.lanes.contains(&plan.way(way).lane))
        || cells.iter().any(|&cell| {
            effects.cells.contains(&cell) || effects.demands.contains(&prepared.demand_of_cell[cell as usize])
        })
}
