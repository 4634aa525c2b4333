//! Phase *receive*: shipments join the stock, and what wards wait for is served first.

use super::batches::{self, Expiry, Holder};
use super::observer::Observer;
use super::prepared::Prepared;
use super::state::State;
use super::transit::{NO_LINE, NO_WAY};
use crate::units::Quanta;

/// Unloads a shipment, line by line.
pub fn unload<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, first: u32, observer: &mut O) {
    let mut place = first;
    while place != NO_LINE {
        let line = state.transit.take(place);
        if state.batches.is_used() {
            take_in_hand(state, place, line.way != NO_WAY);
        }
        place = line.next;
        if line.way != NO_WAY {
            state.in_transit[prepared.plan.buyer(line.way) as usize] -= line.quantity;
            store(prepared, state, line.way, line.quantity, observer);
        }
    }
}

/// Takes the batches of a line in hand; those of a line of nobody's are forgotten.
pub(super) fn take_in_hand(state: &mut State, place: u32, wanted: bool) {
    if wanted {
        state.batches.unload(place);
    } else {
        state.batches.off_line(place);
    }
}

/// Adds goods that came by a way to the cell's stock, and serves the backlog from it. Under a cut that locks suppliers' stock, what a supplier sends to
/// a pool of a supplier's own is locked; what comes from another warehouse was freed there by the claim.
#[inline]
pub fn store<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    number: u32,
    quantity: Quanta,
    observer: &mut O,
) {
    let way = prepared.plan.way(number);
    let (cell, index) = (way.cell, way.cell as usize);
    observer.received(state.clock.day(), number, quantity, state.on_hand[index]);
    let from_supplier = way.source.is_none();
    if state.locks_supplier_stock && from_supplier && prepared.supplier_owned[index] {
        state.withheld[prepared.plan.cells[index].article as usize] += quantity;
        state.locked.push((cell, quantity));
        if state.batches.is_used() {
            batches::lock(prepared, state, Holder::Cut, cell, quantity);
        }
        return;
    }
    let mut keeps = quantity;
    if state.batches.is_used() {
        keeps = batches::join(prepared, state, (cell, quantity), Expiry::OnArrival, observer);
    }
    state.on_hand[index] += keeps;
    serve_backlog(prepared, state, cell, observer);
}

/// Serves what wards wait for from the stock on hand, unless the site is stopped.
#[inline]
pub fn serve_backlog<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, cell: u32, observer: &mut O) {
    if state.backlog[cell as usize] > 0 {
        serve_those_who_wait(prepared, state, cell, observer);
    }
}

fn serve_those_who_wait<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, cell: u32, observer: &mut O) {
    let index = cell as usize;
    if !state.site_open(prepared.plan.cells[index].site) {
        return;
    }
    let served = state.backlog[index].min(state.on_hand[index]);
    if served > 0 {
        state.backlog[index] -= served;
        state.on_hand[index] -= served;
        state.consumed[prepared.plan.cells[index].article as usize] += served;
        observer.backlog_served(state.clock.day(), cell, served);
    }
}
