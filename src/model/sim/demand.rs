//! Phase *demand*: wards take what they need, or wait, or go without.

use super::batches::{self, Expiry};
use super::disturbed::changed_needs;
use super::observer::Observer;
use super::prepared::{Prepared, ServedFrom};
use super::receive::serve_backlog;
use super::reserve;
use super::shortage::{self, Short};
use super::state::{Keys, State};
use super::whole_order::{self, FREE, in_reach};
use super::workspace::Workspace;
use crate::plan::demand::Unmet;
use crate::units::Quanta;

/// Runs the phase for every demand entry.
pub fn run<O: Observer + ?Sized>(
    prepared: &Prepared,
    keys: &Keys,
    state: &mut State,
    work: &mut Workspace,
    observer: &mut O,
) {
    let day = state.clock.day();
    let Workspace { needs, shorts, held, .. } = work;
    let needs = needs.on(prepared, keys, prepared.plan.calendar.number(day));
    let changed = changed_needs(prepared, keys, state, day, needs);
    let needs = changed.as_deref().unwrap_or(needs);
    if !prepared.plan.forecasts.is_empty() {
        super::forecast::note_needs(prepared, state, needs);
    }
    if prepared.shortage.acts {
        shorts.clear();
        shortage::come_back(prepared, state, observer);
    }
    if !state.apart.is_empty() {
        reserve::open_for_wards(prepared, state, needs, observer);
    }
    if prepared.shortage.acts && !prepared.plan.whole_orders.is_empty() {
        whole_order::decide(prepared, state, needs, held, observer);
        serve_orders(prepared, state, (needs, held), shorts, observer);
    } else {
        serve(prepared, state, needs, shorts, observer);
    }
    if prepared.shortage.acts {
        shortage::settle(prepared, keys, state, shorts, observer);
    }
    observer.demand_ended(day, state);
}

/// Serves each entry from its own article. What is missing waits or is lost, or is noted for the second pass if there is one.
/// The observer is told at one place, so that the compiler puts what it does into the loop.
fn serve<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    needs: &[Quanta],
    shorts: &mut Vec<Short>,
    observer: &mut O,
) {
    let (plan, day) = (&*prepared.plan, state.clock.day());
    let collects = prepared.shortage.acts;
    let backorders = plan.unmet == Unmet::Backorder && !state.lapses && !collects;
    for (index, (&at, &quantity)) in (0..).zip(prepared.served_from.iter().zip(needs)) {
        let (cell, stock) = (at.cell as usize, state.on_hand[at.cell as usize]);
        // On most days nobody waits and the stock suffices: what that takes is kept short.
        let plain = 0 <= quantity && quantity <= stock && state.backlog[cell] == 0 && state.site_open(at.site);
        let served = if plain {
            state.on_hand[cell] = stock - quantity;
            state.consumed[at.article as usize] += quantity;
            quantity
        } else {
            serve_with_care(prepared, state, at, quantity, observer)
        };
        observer.demanded(day, index, quantity, served);
        if served < quantity {
            let missing = quantity - served;
            if backorders {
                state.backlog[cell] += missing;
            }
            if collects {
                shorts.push(Short { demand: index, quantity: missing, blocked: false });
            }
            observer.short(prepared, state, index, index, missing);
        }
    }
}

/// Serves those who wait, then the entry what there is. Returns what it got at once; a return is taken back whole.
#[inline(never)]
fn serve_with_care<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    at: ServedFrom,
    quantity: Quanta,
    observer: &mut O,
) -> Quanta {
    let cell = at.cell as usize;
    serve_backlog(prepared, state, at.cell, observer);
    if quantity < 0 {
        take_back(prepared, state, at.cell, -quantity, observer);
        return quantity;
    }
    let reachable = if state.site_open(at.site) { state.on_hand[cell] } else { 0 };
    let served = quantity.min(reachable);
    state.on_hand[cell] -= served;
    state.consumed[at.article as usize] += served;
    served
}

/// [`serve`] where some needs are whole orders: what is held back is not served, and noted for the second pass.
fn serve_orders<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    (needs, held): (&[Quanta], &[u32]),
    shorts: &mut Vec<Short>,
    observer: &mut O,
) {
    let (plan, day) = (&*prepared.plan, state.clock.day());
    for (index, ((demand, &quantity), &missing)) in (0..).zip(plan.demands.iter().zip(needs).zip(held)) {
        let cell = demand.cell as usize;
        serve_backlog(prepared, state, demand.cell, observer);
        if quantity < 0 {
            take_back(prepared, state, demand.cell, -quantity, observer);
            observer.demanded(day, index, quantity, quantity);
            continue;
        }
        let within_reach = in_reach(prepared, state, index);
        let blocked = missing != FREE && within_reach >= quantity;
        let served = if missing == FREE { quantity.min(within_reach) } else { 0 };
        state.on_hand[cell] -= served;
        state.consumed[plan.cells[cell].article as usize] += served;
        observer.demanded(day, index, quantity, served);
        if served < quantity {
            shorts.push(Short { demand: index, quantity: quantity - served, blocked });
            observer.short(prepared, state, index, if blocked { missing } else { index }, quantity - served);
        }
        if blocked {
            observer.held_back(day, index, missing, quantity);
        }
    }
}

/// A customer takes at once what there is, after those who wait; the rest waits or is lost. Returns what was there.
pub fn take_at_once<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    cell: u32,
    quantity: Quanta,
    observer: &mut O,
) -> Quanta {
    let index = cell as usize;
    serve_backlog(prepared, state, cell, observer);
    let reachable = if state.site_open(prepared.plan.cells[index].site) { state.on_hand[index] } else { 0 };
    let served = quantity.min(reachable);
    state.on_hand[index] -= served;
    state.consumed[prepared.plan.cells[index].article as usize] += served;
    if prepared.plan.unmet == Unmet::Backorder && !state.lapses {
        state.backlog[index] += quantity - served;
    }
    served
}

/// A return (negative demand): fills backlog first, then stock.
fn take_back<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    cell: u32,
    quantity: Quanta,
    observer: &mut O,
) {
    let index = cell as usize;
    let to_backlog = quantity.min(state.backlog[index]);
    state.backlog[index] -= to_backlog;
    if state.batches.is_used() {
        // Fresh goods: a life is at least a day, so all of them keep.
        batches::join(prepared, state, (cell, quantity - to_backlog), Expiry::InStock, observer);
    }
    state.on_hand[index] += quantity - to_backlog;
    state.consumed[prepared.plan.cells[index].article as usize] -= quantity - to_backlog;
}
