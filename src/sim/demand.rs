//! Phase *demand*: wards take what they need, or wait, or go without.

use super::disturbed::changed_needs;
use super::needs::Needs;
use super::observer::Observer;
use super::prepared::Prepared;
use super::receive::serve_backlog;
use super::state::{Keys, State};
use crate::plan::demand::Unmet;
use crate::units::Quanta;

/// Runs the phase for every demand entry.
pub fn run<O: Observer>(prepared: &Prepared, keys: &Keys, state: &mut State, needs: &mut Needs, observer: &mut O) {
    let plan = &*prepared.plan;
    let day = state.clock.day();
    let needs = needs.on(prepared, keys, plan.calendar.number(day));
    let changed = changed_needs(prepared, keys, state, day, needs);
    let needs = changed.as_deref().unwrap_or(needs);
    if !plan.forecasts.is_empty() {
        super::forecast::note_needs(prepared, state, needs);
    }
    let backorders = plan.unmet == Unmet::Backorder && !state.lapses;
    for (index, (demand, &quantity)) in (0..).zip(plan.demands.iter().zip(needs)) {
        let cell = demand.cell as usize;
        if state.backlog[cell] > 0 {
            serve_backlog(prepared, state, demand.cell, observer);
        }
        if quantity < 0 {
            take_back(prepared, state, demand.cell, -quantity);
            observer.demanded(day, index, quantity, quantity);
            continue;
        }
        let reachable = if state.site_open(plan.cells[cell].site) { state.on_hand[cell] } else { 0 };
        let served = quantity.min(reachable);
        state.on_hand[cell] -= served;
        state.consumed[plan.cells[cell].article as usize] += served;
        if backorders {
            state.backlog[cell] += quantity - served;
        }
        observer.demanded(day, index, quantity, served);
    }
    observer.demand_ended(day, state);
}

/// A return (negative demand): fills backlog first, then stock.
fn take_back(prepared: &Prepared, state: &mut State, cell: u32, quantity: Quanta) {
    let index = cell as usize;
    let to_backlog = quantity.min(state.backlog[index]);
    state.backlog[index] -= to_backlog;
    state.on_hand[index] += quantity - to_backlog;
    state.consumed[prepared.plan.cells[index].article as usize] -= quantity - to_backlog;
}
