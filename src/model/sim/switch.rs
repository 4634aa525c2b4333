//! The switch from one phase of a run to the next, and what closed cells hand on (docs/model.md, *Phases of a run*).
//! A plan with phases has one way per cell, so ways and cells have the same numbers.

use super::forecast::Seen;
use super::observer::Observer;
use super::prepared::Prepared;
use super::state::State;
use super::under_way::NOT_WAITING;
use crate::plan::Plan;
use crate::units::Quanta;

/// Makes a state of the old plan one of the new, at the start of the first day of the phase.
pub fn switch<O: Observer + ?Sized>(old: &Prepared, new: &Prepared, state: &mut State, observer: &mut O) {
    let (from, to) = (&*old.plan, &*new.plan);
    hit_anew(from, to, state);
    take_back(old, new, state, observer);
    super::lead_time::lead_times_change(new, state);
    remember(old, new, state);
    if !from.apart.is_empty() || !to.apart.is_empty() {
        super::reserve::change_phase(from, to, state, observer);
    }
}

/// Processes that are down stop what they hit in the new phase, and no longer what they hit in the old one.
fn hit_anew(from: &Plan, to: &Plan, state: &mut State) {
    for process in 0..state.disturbed.down.len() {
        if state.disturbed.down[process] {
            from.disruptions[process].targets.iter().for_each(|&target| state.resume(target));
            to.disruptions[process].targets.iter().for_each(|&target| state.stop(target));
        }
    }
    state.disturbed.begin_phase(to);
}

/// Takes back what cells have requested whose way of buying changes.
fn take_back<O: Observer + ?Sized>(old: &Prepared, new: &Prepared, state: &mut State, observer: &mut O) {
    let (from, to) = (&*old.plan, &*new.plan);
    for cell in 0..u32::try_from(to.cells.len()).expect("cells are counted by a u32") {
        let index = cell as usize;
        let quantity = state.requested[index];
        if quantity == 0 || !lane_is_changed(from, to, cell) {
            continue;
        }
        state.requested[index] = 0;
        if let Some(source) = from.cells[index].source {
            state.owed[source as usize] -= quantity;
        }
        if let Some(awaiting) = state.awaiting.get_mut(index) {
            *awaiting = 0;
        }
        if let Some(since) = state.under_way.since.get_mut(index) {
            *since = NOT_WAITING;
        }
        observer.taken_back(state.clock.day(), cell, quantity);
    }
    let State { approvals, pending, requested, .. } = state;
    approvals.retain(|approval| requested[approval.way as usize] > 0);
    pending.retain(|&cell| requested[cell as usize] > 0);
}

/// What ordering and transport remember.
fn remember(old: &Prepared, new: &Prepared, state: &mut State) {
    let (from, to) = (&*old.plan, &*new.plan);
    if state.awaiting.is_empty() && new.approves {
        state.awaiting = vec![0; to.cells.len()];
    }
    state.seen = Seen::carried_over(from, to, &state.seen);
    let number = to.calendar.number(state.clock.day());
    let past = |list: &Vec<crate::plan::terms::PlannedOrder>| list.partition_point(|order| order.day < number);
    state.list_next =
        to.order_lists.iter().map(|list| u32::try_from(past(list)).expect("orders are counted by a u32")).collect();
    state.under_way.begin_phase(old, new);
}

/// Closed cells hand on what stands in them, unless their site is stopped.
pub fn hand_on<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, observer: &mut O) {
    let plan = &*prepared.plan;
    for closed in &plan.phasing.closed {
        let (index, day) = (closed.cell as usize, state.clock.day());
        let quantity = state.on_hand[index];
        if quantity == 0 || !state.site_open(plan.cells[index].site) {
            continue;
        }
        state.on_hand[index] = 0;
        if closed.heirs.is_empty() {
            state.supplied[plan.cells[index].article as usize] -= quantity;
            observer.handed_on(day, closed.cell, None, quantity);
        }
        let whole: i128 = closed.heirs.iter().map(|&(_, weight)| i128::from(weight)).sum();
        let (mut so_far, mut given): (i128, Quanta) = (0, 0);
        for &(heir, weight) in &closed.heirs {
            so_far += i128::from(weight);
            let until = i128::from(quantity) * so_far / whole;
            let part = Quanta::try_from(until).expect("a part is no larger than the whole") - given;
            given += part;
            if part > 0 {
                state.on_hand[heir as usize] += part;
                observer.handed_on(day, closed.cell, Some(heir), part);
            }
        }
    }
}

/// Whether a cell buys otherwise in two phases, or one of them does not have it.
pub fn lane_is_changed(from: &Plan, to: &Plan, cell: u32) -> bool {
    let (one, other) = (&from.cells[cell as usize], &to.cells[cell as usize]);
    (one.lane, one.source, one.offer) != (other.lane, other.source, other.offer)
        || from.phasing.is_closed(cell)
        || to.phasing.is_closed(cell)
}
