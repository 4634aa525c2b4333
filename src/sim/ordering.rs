//! Phase *review*: inventory positions are compared with the rules, and orders are written.

use super::observer::Observer;
use super::prepared::Prepared;
use super::state::State;
use crate::inventory::reorder::{fixed_lots, order_up_to, whole_packs};
use crate::plan::phase::Phase;
use crate::plan::policy::{ReviewGroup, Rule};

/// Runs the phase: every group that is due today and whose site is open.
pub fn run<O: Observer>(prepared: &Prepared, state: &mut State, observer: &mut O) {
    let phase = phase_of_day(prepared, state);
    let number = prepared.plan.calendar.number(state.clock.day());
    for group in &phase.reviews {
        let due = (number - i64::from(group.offset)).rem_euclid(i64::from(group.every_days)) == 0;
        if due && state.site_open(group.site) {
            review(prepared, phase, group, state, observer);
        }
    }
}

fn phase_of_day<'p>(prepared: &'p Prepared, state: &State) -> &'p Phase {
    let day = state.clock.day().0;
    let phases = &prepared.plan.phases;
    let later = phases.iter().position(|phase| phase.from_day > day).unwrap_or(phases.len());
    &phases[later - 1]
}

fn review<O: Observer>(prepared: &Prepared, phase: &Phase, group: &ReviewGroup, state: &mut State, observer: &mut O) {
    let day = state.clock.day();
    for index in group.cells.indices() {
        let position = state.position(index);
        let wanted = match phase.rules[index] {
            Rule::Never => 0,
            Rule::OrderUpTo { level } => order_up_to(position, level),
            Rule::ReorderPoint { point, lot } => fixed_lots(position, point, lot),
        };
        if wanted == 0 {
            continue;
        }
        let quantity = whole_packs(wanted, phase.packs[index]);
        let cell = u32::try_from(index).expect("cells are counted by a u32");
        if state.requested[index] == 0 {
            state.pending.push(cell);
        }
        state.requested[index] += quantity;
        if let Some(source) = prepared.plan.cells[index].source {
            state.owed[source as usize] += quantity;
        }
        observer.ordered(day, cell, quantity);
    }
}
