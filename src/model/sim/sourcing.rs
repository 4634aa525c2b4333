//! Cells with several sources: which one an order goes to, and what moves on when a source does not ship
//! (docs/model.md, *Several sources*).

use super::observer::Observer;
use super::prepared::Prepared;
use super::state::State;
use super::under_way::NOT_WAITING;
use crate::plan::Plan;
use crate::plan::disruption::Target;
use crate::plan::phase::Phase;
use crate::plan::sourcing::Sourcing;
use crate::units::Quanta;

/// What each way was asked for. Both are empty where every cell has one way.
#[derive(Clone, Debug, Default)]
pub struct Sourced {
    /// Per way: requested and not yet shipped. The ways of a cell sum to what it has requested.
    pub asked: Vec<Quanta>,
    /// Per way: ordered since the run began, whatever became of it.
    pub ordered: Vec<Quanta>,
}

impl Sourced {
    /// Nothing is ordered.
    pub fn new(plan: &Plan) -> Sourced {
        let ways = if plan.further_ways.is_empty() { 0 } else { plan.ways() };
        Sourced { asked: vec![0; ways], ordered: vec![0; ways] }
    }

    /// Becomes a copy, reusing its own memory.
    pub fn copy_from(&mut self, other: &Sourced) {
        self.asked.clone_from(&other.asked);
        self.ordered.clone_from(&other.ordered);
    }

    /// Becomes the part of another that belongs to some ways.
    pub fn take(&mut self, other: &Sourced, ways: &[u32]) {
        for (mine, theirs) in [(&mut self.asked, &other.asked), (&mut self.ordered, &other.ordered)] {
            mine.clear();
            if !theirs.is_empty() {
                mine.extend(ways.iter().map(|&way| theirs[way as usize]));
            }
        }
    }
}

/// How a cell uses its ways in a phase, if not all goes by the first.
#[inline]
pub fn rule(phase: &Phase, cell: u32) -> Option<&Sourcing> {
    let place = phase.sourcing.binary_search_by_key(&cell, |rule| rule.cell).ok()?;
    Some(&phase.sourcing[place])
}

/// The way that an order is written to: the one whose orders lag most behind its agreed share, this order counted, the
/// first of equals.
pub fn way_of_order(phase: &Phase, state: &State, cell: u32, quantity: Quanta) -> u32 {
    let Some(rule) = rule(phase, cell) else { return cell };
    let ordered = |way: u32| i128::from(state.sourced.ordered[way as usize]);
    let all = i128::from(quantity) + rule.agreed.iter().map(|&(way, _)| ordered(way)).sum::<i128>();
    let whole: i128 = rule.agreed.iter().map(|&(_, share)| i128::from(share)).sum();
    let lag = |&(way, share): &(u32, i64)| i128::from(share) * all - whole * ordered(way);
    let mut best = &rule.agreed[0];
    for agreed in &rule.agreed[1..] {
        if lag(agreed) > lag(best) {
            best = agreed;
        }
    }
    best.0
}

/// Moves what has waited long enough to the next source that nothing stops. Before dispatch allocates anything.
pub fn fail_over<O: Observer + ?Sized>(prepared: &Prepared, phase: &Phase, state: &mut State, observer: &mut O) {
    for rule in phase.sourcing.iter().filter(|rule| !rule.fail_over.is_empty()) {
        // From the last but one back to the first, so that nothing moves twice.
        for later in (1..rule.fail_over.len()).rev() {
            move_on(prepared, state, (rule.fail_over[later - 1], rule), later, observer);
        }
        for &(way, _) in &rule.agreed {
            move_on(prepared, state, (way, rule), 0, observer);
        }
    }
}

fn move_on<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    (way, rule): (u32, &Sourcing),
    later: usize,
    observer: &mut O,
) {
    let today = state.clock.day();
    let quantity = state.releasable(way as usize);
    let since = state.under_way.since[way as usize];
    let waited = since != NOT_WAITING && today.0 - since >= rule.after_days.max(1);
    let at_once = rule.after_days == 0 && is_stopped(prepared, state, way);
    if quantity == 0 || !(waited || at_once) {
        return;
    }
    let next = rule.fail_over[later..].iter().copied().find(|&next| !is_stopped(prepared, state, next));
    let Some(next) = next else { return };
    let plan = &*prepared.plan;
    for (way, change) in [(way, -quantity), (next, quantity)] {
        if change > 0 && state.releasable(way as usize) == 0 {
            state.pending.push(way);
        }
        state.sourced.asked[way as usize] += change;
        if let Some(source) = plan.way(way).source {
            state.owed[source as usize] += change;
            super::forecast::note(prepared, state, source, change);
        }
    }
    state.pending.retain(|&pending| pending != way);
    state.under_way.since[way as usize] = NOT_WAITING;
    observer.moved_on(today, way, next, quantity);
}

/// Whether something stops a way, as far as the region knows: its lane, its origin, its offer.
fn is_stopped(prepared: &Prepared, state: &State, way: u32) -> bool {
    let (plan, today) = (&*prepared.plan, state.clock.day());
    let way = plan.way(way);
    let origin = plan.lanes[way.lane as usize].from;
    let things = [Some(Target::Lane(way.lane)), Some(Target::Site(origin)), way.offer.map(Target::Offer)];
    let is_stopped = |&thing: &Target| {
        let stops = state.stops(thing);
        stops > 0 && stops > state.disturbed.unknown_stops(plan, thing, today)
    };
    things.iter().flatten().any(is_stopped)
}
