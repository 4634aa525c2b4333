//! The days of the cells of an article that buy from each other, where needs are lost that are not met: arrivals, needs, reviews and
//! dispatch, in the order of the day. Only days on which something happens besides need are visited; a cell catches up with the others
//! when it is its turn.

use super::agenda::{Agenda, bits};
use super::common::Common;
use super::places::NOWHERE;
use super::requests::{leaving, portions};
use super::spot::{Dated, Spot};
use crate::units::Quanta;

/// The cells of an article and what their days need. Sets of cells are words with a bit for each place.
pub(super) struct Article<'a, 'b> {
    pub common: &'a mut Common<'b>,
    /// Its cells, upstream first.
    pub spots: &'a mut [Spot],
    /// Parallel to the spots: what their days bring.
    pub dated: &'a mut [Dated],
    /// Who does what on each day.
    pub agenda: &'a mut Agenda,
    /// Memory for the requests to one source.
    pub requests: &'a mut Vec<(u32, Quanta)>,
}

impl Article<'_, '_> {
    /// Goes through all days.
    // Measured: a function of its own keeps its values in registers; put into its caller it takes 2 % more instructions.
    #[inline(never)]
    pub fn run(&mut self) {
        let days = self.common.stretch.days;
        let mut day = 0;
        while let Some(next) = self.agenda.next_day(day).filter(|&next| next < days) {
            self.receive(next);
            self.review(next);
            if self.agenda.asking != 0 {
                self.send(next);
                self.leave_requests();
            }
            day = next + 1;
        }
        for place in bits(self.agenda.joined) {
            self.complete(place as usize, days);
        }
    }

    /// Requests that are not shipped stand at the end of the day.
    #[inline(always)]
    fn leave_requests(&mut self) {
        for place in bits(self.agenda.asking) {
            let spot = &mut self.spots[place as usize];
            spot.requested_days += spot.requested;
        }
    }

    /// Completes the days of a cell before a day.
    #[inline(always)]
    fn complete(&mut self, place: usize, until: u32) {
        while !self.spots[place].completes(&self.dated[place].needs, until) {
            self.serve_with_care(place);
        }
    }

    /// Sees the demand of a cell up to that of a day.
    #[inline(always)]
    fn serve(&mut self, place: usize, day: u32) {
        if self.spots[place].served > day {
            return;
        }
        self.complete(place, day);
        let quantity = self.dated[place].needs[day as usize];
        if !self.spots[place].serves(day, quantity) {
            self.serve_with_care(place);
        }
    }

    /// Sees the demand of the next day of a cell when it is not plain.
    #[inline(never)]
    fn serve_with_care(&mut self, place: usize) {
        let day = self.spots[place].served;
        let missing = self.spots[place].serves_with_care(self.dated[place].needs[day as usize]);
        if missing > 0 {
            let is_cut_off = self.is_cut_off(place, day);
            self.common.falls_short(&mut self.spots[place], missing, is_cut_off);
        }
        self.spots[place].demand_ended(day);
    }

    /// Whether nothing can come to a cell on a day, as [`crate::sim::cause`] has it.
    fn is_cut_off(&mut self, place: usize, day: u32) -> bool {
        let spot = &self.spots[place];
        if spot.is_shut(day) {
            return true;
        }
        if spot.source == NOWHERE {
            return false;
        }
        let source = spot.source as usize;
        self.serve(source, day);
        self.spots[source].was_bare(day) && self.is_cut_off(source, day)
    }

    /// Goods arrive. Sources stand before their buyers, and nothing that a cell does before its demand changes another one.
    #[inline(always)]
    fn receive(&mut self, day: u32) {
        for place in bits(self.agenda.arrives[day as usize]) {
            let place = place as usize;
            self.complete(place, day);
            self.spots[place].unloads(day, &mut self.dated[place]);
        }
    }

    /// Buyers are reviewed before those they buy from.
    #[inline(always)]
    fn review(&mut self, day: u32) {
        let mut due = self.agenda.due[day as usize];
        while due != 0 {
            let place = (u64::BITS - 1 - due.leading_zeros()) as usize;
            due ^= 1 << place;
            self.serve(place, day);
            let spot = &mut self.spots[place];
            let quantity = spot.orders(day);
            if quantity != 0 {
                spot.requested += quantity;
                self.agenda.asking |= 1 << place;
                let source = spot.source;
                if source != NOWHERE {
                    self.spots[source as usize].owes(quantity);
                }
            }
        }
    }

    /// Requests are sent what there is: first by suppliers, then by their sources, upstream ones first. Those to one source share its
    /// stock.
    #[inline(always)]
    fn send(&mut self, day: u32) {
        for place in bits(self.agenda.asking & self.agenda.from_suppliers) {
            let place = place as usize;
            let spot = &self.spots[place];
            let quantity = spot.requested;
            if spot.leaves >> day & 1 != 0 {
                self.common.supplied += quantity;
                self.put(day, place, quantity);
            }
        }
        for source in bits(self.agenda.sources) {
            let source = source as usize;
            let buyers = self.agenda.asking & self.spots[source].buyers;
            if buyers != 0 {
                self.share(day, source, buyers);
            }
        }
    }

    #[inline(never)]
    fn share(&mut self, day: u32, source: usize, buyers: u64) {
        let (served, asked) = leaving(self.spots, buyers, day);
        self.serve(source, day);
        let stock = self.spots[source].on_hand;
        if asked <= stock {
            bits(served).for_each(|buyer| self.ship(day, source, buyer as usize, self.spots[buyer as usize].requested));
            return;
        }
        let mut requests = std::mem::take(self.requests);
        portions(self.spots, served, stock, &mut requests);
        for &(buyer, quantity) in &requests {
            self.ship(day, source, buyer as usize, quantity);
        }
        *self.requests = requests;
    }

    /// A source sends a buyer so much of its stock.
    #[inline(always)]
    fn ship(&mut self, day: u32, source: usize, buyer: usize, quantity: Quanta) {
        let from = &mut self.spots[source];
        from.on_hand -= quantity;
        from.owed -= quantity;
        from.count.sends(quantity);
        self.put(day, buyer, quantity);
    }

    /// Puts a part of what a cell has requested on its way, or into its stock if that takes no time.
    #[inline(always)]
    fn put(&mut self, day: u32, place: usize, quantity: Quanta) {
        let spot = &mut self.spots[place];
        spot.requested -= quantity;
        let joins = &self.common.stretch.joins[spot.lane as usize];
        let arrives = self.common.put(joins, (spot, &mut self.dated[place]), day, quantity);
        if spot.requested == 0 {
            self.agenda.asking ^= 1 << place;
        }
        if arrives == day {
            self.serve(place, day);
            self.spots[place].receives(day, quantity);
        } else if arrives < self.common.stretch.days {
            self.agenda.will_arrive(place, arrives);
        }
    }
}
