//! Sending a line: it leaves its source, and joins its cell at once, later, or part by part.

use super::batches::pick_up;
use super::dispatch::Desk;
use super::disturbed::{lead_minutes, note_leaving, note_price};
use super::observer::Observer;
use super::prepared::Prepared;
use super::receive::store;
use super::road::{arrival, joins_at, joins_on, open_day};
use super::staff;
use super::state::{Keys, State};
use crate::plan::sourcing::Way;
use crate::random::normal::standard_normal;
use crate::time::{Day, Minute};
use crate::units::Quanta;

/// What sending needs and does not change.
#[derive(Clone, Copy, Debug)]
pub struct Sending<'s> {
    /// The plan with its tables.
    pub prepared: &'s Prepared<'s>,
    /// The keys of the draws.
    pub keys: &'s Keys,
}

impl Sending<'_> {
    /// Sends a part of what is requested by a way.
    pub(super) fn send<O: Observer + ?Sized>(
        &self,
        state: &mut State,
        desk: &mut Desk,
        number: u32,
        quantity: Quanta,
        observer: &mut O,
    ) {
        let (prepared, plan) = (self.prepared, &*self.prepared.plan);
        let way = plan.way(number);
        let buyer = &plan.cells[way.cell as usize];
        leave(prepared, state, (number, &way), quantity);
        note_price(prepared, state, number, quantity, observer);
        let due = arrival(prepared, self.keys, state, (number, way.lane));
        let rules = plan.transport.lanes.get(way.lane as usize);
        if rules.is_some_and(|rules| rules.apart) {
            desk.leaves_apart(way.lane, plan.transport.flows[buyer.article as usize]);
        }
        match rules.and_then(|rules| rules.receipt_per_day) {
            Some(rate) => self.send_in_parts(state, desk, (number, quantity), due, rate, observer),
            None => {
                let at = joins_at(prepared, state, buyer.site, due);
                self.put(state, desk, (number, &way), (quantity, at), observer);
            }
        }
    }

    /// Sends a part of a short cell's request by express.
    pub(super) fn send_express<O: Observer + ?Sized>(
        &self,
        state: &mut State,
        desk: &mut Desk,
        number: u32,
        quantity: Quanta,
        observer: &mut O,
    ) {
        let (plan, today) = (&*self.prepared.plan, state.clock.day());
        let Some(service) = plan.services(state.cut_in_force)[number as usize] else { return };
        issue(self.prepared, state, number, quantity);
        note_price(self.prepared, state, number, quantity, observer);
        let day = plan.calendar.number(today).cast_unsigned();
        let score = standard_normal(&mut self.keys.express[number as usize].occurrence(day));
        let way = plan.way(number);
        let days = plan.transport.express[service.service as usize].law.at_score(score);
        let minutes = lead_minutes(self.prepared, state, way.lane, days);
        let site = plan.cells[way.cell as usize].site;
        let arrival = joins_at(self.prepared, state, site, Minute(today.start().0 + minutes));
        observer.expressed(today, service.service, number);
        if arrival == today.start() {
            observer.dispatched(today, number, quantity, today);
            self.take_in(state, (number, quantity), observer);
            return;
        }
        observer.dispatched(today, number, quantity, joins_on(state, arrival));
        state.in_transit[way.cell as usize] += quantity;
        let shipment = desk.beside(way.lane, arrival);
        shipment.first = state.transit.prepend(number, quantity, shipment.first);
        if state.batches.is_used() {
            state.batches.load(shipment.first, quantity);
        }
    }

    /// Sends a line that comes in at a finite rate.
    fn send_in_parts<O: Observer + ?Sized>(
        &self,
        state: &mut State,
        desk: &mut Desk,
        (way, mut left): (u32, Quanta),
        due: Minute,
        rate: Quanta,
        observer: &mut O,
    ) {
        let plan = &*self.prepared.plan;
        let site = plan.cells[plan.buyer(way) as usize].site;
        let first = open_day(self.prepared, site, joins_on(state, due));
        let mut day = first.max(Day(state.under_way.receipts[way as usize].day));
        while left > 0 {
            day = open_day(self.prepared, site, day);
            let receipt = &mut state.under_way.receipts[way as usize];
            if receipt.day < day.0 {
                (receipt.day, receipt.planned) = (day.0, 0);
            }
            let part = left.min(rate - receipt.planned);
            receipt.planned += part;
            if part > 0 {
                let at = if day == joins_on(state, due) { due } else { day.start() };
                self.put(state, desk, (way, &plan.way(way)), (part, at), observer);
                left -= part;
            }
            day = day.plus(1);
        }
    }

    /// A line that arrives at once joins the stock, or waits at the dock.
    #[inline]
    fn take_in<O: Observer + ?Sized>(&self, state: &mut State, (number, quantity): (u32, Quanta), observer: &mut O) {
        let plan = &*self.prepared.plan;
        if !plan.staff.is_empty() {
            let site = plan.cells[plan.buyer(number) as usize].site;
            if !staff::takes_in_now(self.prepared, state, site) {
                staff::wait(self.prepared, state, site, (number, quantity));
                return;
            }
        }
        store(self.prepared, state, number, quantity, observer);
    }

    /// Puts a line on its way to arrive at an instant; into the stock if that is now.
    // Measured: the compiler does not by itself, and the call costs as much as the work.
    #[inline(always)]
    fn put<O: Observer + ?Sized>(
        &self,
        state: &mut State,
        desk: &mut Desk,
        (number, way): (u32, &Way),
        (quantity, arrival): (Quanta, Minute),
        observer: &mut O,
    ) {
        let today = state.clock.day();
        let shipment = desk.shipment(way.lane, arrival);
        if arrival == today.start() {
            observer.dispatched(today, number, quantity, today);
            self.take_in(state, (number, quantity), observer);
            return;
        }
        observer.dispatched(today, number, quantity, joins_on(state, arrival));
        state.in_transit[way.cell as usize] += quantity;
        shipment.first = state.transit.prepend(number, quantity, shipment.first);
        if state.batches.is_used() {
            state.batches.load(shipment.first, quantity);
        }
    }
}

/// Takes goods that leave by a way from its source.
pub(super) fn issue(prepared: &Prepared, state: &mut State, number: u32, quantity: Quanta) {
    leave(prepared, state, (number, &prepared.plan.way(number)), quantity);
}

// Measured: the compiler does not by itself, and the call costs as much as the work.
#[inline(always)]
fn leave(prepared: &Prepared, state: &mut State, (number, way): (u32, &Way), quantity: Quanta) {
    state.requested[way.cell as usize] -= quantity;
    if let Some(asked) = state.sourced.asked.get_mut(number as usize) {
        *asked -= quantity;
    }
    note_leaving(state, number, quantity);
    match way.source {
        None => state.supplied[prepared.plan.cells[way.cell as usize].article as usize] += quantity,
        Some(source) => {
            if state.batches.is_used() {
                pick_up(prepared, state, source, quantity);
            }
            state.on_hand[source as usize] -= quantity;
            state.owed[source as usize] -= quantity;
        }
    }
}
