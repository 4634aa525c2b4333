//! Phase *review*: inventory positions are compared with the rules, and orders are written.

use super::forecast;
use super::observer::{Observer, Weighing};
use super::prepared::Prepared;
use super::sourcing;
use super::state::{Approval, Keys, State};
use super::terms::Review;
use crate::inventory::reorder::{
    by_need, fixed_lots, fixed_lots_within, fixed_quantity, min_max, order_up_to, restore, whole_packs,
};
use crate::plan::Plan;
use crate::plan::phase::Phase;
use crate::plan::policy::{CONTINUOUS, ReviewGroup, Rule};
use crate::plan::sourcing::Way;
use crate::plan::terms::Terms;
use crate::time::Day;
use crate::units::Quanta;

/// Runs the phase: every group that is due today and whose site is open.
pub fn run<O: Observer + ?Sized>(prepared: &Prepared, keys: &Keys, state: &mut State, observer: &mut O) {
    let phase = phase_of_day(prepared, state);
    let calendar = &prepared.plan.calendar;
    let (number, weekday) = (calendar.number(state.clock.day()), calendar.weekday(state.clock.day()));
    let plain = phase.terms.is_empty() && prepared.plan.order_lists.is_empty();
    for group in &phase.reviews {
        if !prepared.plan.forecasts.is_empty() {
            forecast::close_day(prepared, state, group.cells.indices());
        }
        let due = group.every_days != CONTINUOUS
            && (number - i64::from(group.offset)).rem_euclid(i64::from(group.every_days)) == 0
            && group.order_days.is_none_or(|days| days[weekday]);
        if !due || !state.site_open(group.site) {
            continue;
        }
        if plain {
            review(prepared, phase, group, state, observer);
        } else {
            Review::new(prepared, keys, phase).group(group, state, observer);
        }
    }
}

/// The phase of the run that today is in.
pub(super) fn phase_of_day<'p>(prepared: &'p Prepared, state: &State) -> &'p Phase {
    &prepared.plan.phases[number_of_phase(prepared, state)]
}

/// The index of that phase.
pub(super) fn number_of_phase(prepared: &Prepared, state: &State) -> usize {
    let day = state.clock.day().0;
    let phases = &prepared.plan.phases;
    phases.iter().position(|phase| phase.from_day > day).unwrap_or(phases.len()) - 1
}

/// A review without terms.
fn review<O: Observer + ?Sized>(
    prepared: &Prepared,
    phase: &Phase,
    group: &ReviewGroup,
    state: &mut State,
    observer: &mut O,
) {
    let day = state.clock.day();
    for index in group.cells.indices() {
        let position = state.position(index);
        let (rule, pack) = (phase.rules[index], phase.packs[index]);
        let wanted = wanted_at(&rule, position);
        let weighing = Weighing { rule, stock: position, tolerance: 0, wanted, terms: Terms::default(), pack };
        observer.weighed(day, index, &weighing);
        if wanted != 0 {
            write((prepared, phase), state, index, whole_packs(wanted, pack), day, observer);
        }
    }
}

/// What a rule without terms asks for at an inventory position.
// Measured: the compiler does not by itself, and the call costs as much as the work.
#[inline(always)]
pub(super) fn wanted_at(rule: &Rule, position: Quanta) -> Quanta {
    match *rule {
        Rule::Never => 0,
        Rule::OrderUpTo { level } => order_up_to(position, level),
        Rule::ReorderPoint { point, lot } => fixed_lots(position, point, lot),
        rule => wanted(rule, position, 0),
    }
}

/// What a rule asks for when it sees so much stock; a planned list sees none ([`Review`]).
pub fn wanted(rule: Rule, stock: Quanta, tolerance: Quanta) -> Quanta {
    match rule {
        Rule::Never | Rule::List { .. } => 0,
        Rule::OrderUpTo { level } => order_up_to(stock, level),
        Rule::ReorderPoint { point, lot } => fixed_lots_within(stock, point, lot, tolerance),
        Rule::Need { need, minimum } => by_need(stock, need, minimum),
        Rule::MinMax { point, level } => min_max(stock, point, level, tolerance),
        Rule::FixedQuantity { point, lot } => fixed_quantity(stock, point, lot, tolerance),
        Rule::Restore { point } => restore(stock, point, tolerance),
    }
}

/// Writes an order that dispatch may allocate from the day `ready` on, or a day later if it misses the lane's cut-off.
pub(super) fn write<O: Observer + ?Sized>(
    (prepared, phase): (&Prepared, &Phase),
    state: &mut State,
    index: usize,
    quantity: Quanta,
    ready: Day,
    observer: &mut O,
) {
    let day = state.clock.day();
    let cell = u32::try_from(index).expect("cells are counted by a u32");
    let way = if phase.sourcing.is_empty() { cell } else { sourcing::way_of_order(phase, state, cell, quantity) };
    let written_at = phase.terms.get(index).map_or(0, |terms| terms.written_at);
    let late = written_at > 0 && is_late(&prepared.plan, way, i64::from(written_at));
    let ready = if late { ready.plus(1) } else { ready };
    if ready > day {
        state.awaiting[way as usize] += quantity;
        state.approvals.push(Approval { ready, way, quantity });
    } else if state.releasable(way as usize) == 0 {
        state.pending.push(way);
    }
    request(prepared, state, way, quantity);
    observer.ordered(day, way, quantity);
}

/// Whether an order written at a minute of the day is too late to leave by a way on its day.
pub(super) fn is_late(plan: &Plan, way: u32, minute: i64) -> bool {
    let rules = plan.transport.lanes.get(plan.way(way).lane as usize);
    rules.and_then(|rules| rules.cut_off).is_some_and(|cut_off| minute >= i64::from(cut_off))
}

/// Notes an order at its cell, its way and its source.
// Measured: the compiler does not by itself, and the call costs as much as the work.
#[inline(always)]
pub(super) fn request(prepared: &Prepared, state: &mut State, way: u32, quantity: Quanta) {
    let Way { cell, source, .. } = prepared.plan.way(way);
    state.requested[cell as usize] += quantity;
    if !state.sourced.asked.is_empty() {
        state.sourced.asked[way as usize] += quantity;
        state.sourced.ordered[way as usize] += quantity;
    }
    if let Some(source) = source {
        state.owed[source as usize] += quantity;
        if !prepared.plan.forecasts.is_empty() {
            forecast::note(prepared, state, source, quantity);
        }
    }
}

/// Approves what has waited long enough, before dispatch.
pub(super) fn approve(state: &mut State) {
    let today = state.clock.day();
    let mut approvals = std::mem::take(&mut state.approvals);
    approvals.retain(|&Approval { ready, way, quantity }| {
        if ready > today {
            return true;
        }
        if state.releasable(way as usize) == 0 {
            state.pending.push(way);
        }
        state.awaiting[way as usize] -= quantity;
        false
    });
    state.approvals = approvals;
}
