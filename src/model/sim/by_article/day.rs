//! The days of one article: arrivals, needs, reviews and dispatch, in the order of the day. Only days on which something happens
//! besides need are visited; a cell catches up with the others when it is its turn.

use super::agenda::{Agenda, bits};
use super::lines::Later;
use super::places::NOWHERE;
use super::spot::Spot;
use super::stretch::Stretch;
use super::{Days, PairsOfDays};
use crate::plan::demand::Unmet;
use crate::sim::cause::Cause;
use crate::sim::dispatch::allocate;
use crate::sim::lead_time::whole_minutes;
use crate::sim::prepared::Prepared;
use crate::sim::road::{open_day, own_days};
use crate::sim::state::Keys;
use crate::time::Day;
use crate::units::Quanta;

/// An article and what its days need. Sets of cells are words with a bit for each place.
pub(super) struct Article<'a> {
    pub prepared: &'a Prepared<'a>,
    pub keys: &'a Keys,
    pub stretch: &'a mut Stretch,
    /// Its cells, upstream first.
    pub spots: &'a mut [Spot],
    /// Parallel to the spots: the needs of the pairs of days, and the place of the first day in its pair.
    pub needs: &'a [PairsOfDays],
    pub place_in_pair: usize,
    /// Who does what on each day.
    pub agenda: &'a mut Agenda,
    /// Parallel to the spots: what arrives on each day.
    pub arrivals: &'a mut [Days],
    /// Lines that are still under way at the end.
    pub later: &'a mut Vec<Later>,
    /// Memory for the requests to one source.
    pub requests: &'a mut Vec<(u32, Quanta)>,
    /// Per demand entry what was short, by cause.
    pub short_by_cause: &'a mut [[i64; 3]],
    /// Supplied from outside in this stretch.
    pub supplied: Quanta,
}

impl Article<'_> {
    /// Goes through all days.
    pub fn run(&mut self) {
        let days = self.stretch.days;
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
        for place in 0..self.spots.len() {
            self.complete(place, days);
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

    /// The needs of a cell on the days of the stretch.
    #[inline(always)]
    fn needs_at(&self, place: usize) -> &[Quanta] {
        &self.needs[place].as_flattened()[self.place_in_pair..]
    }

    /// Completes the days of a cell before a day.
    #[inline(always)]
    fn complete(&mut self, place: usize, until: u32) {
        loop {
            let needs = &self.needs[place].as_flattened()[self.place_in_pair..];
            let spot = &mut self.spots[place];
            spot.completes(needs, until);
            if spot.served >= until {
                return;
            }
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
        let quantity = self.needs_at(place)[day as usize];
        if !self.spots[place].serves(quantity) {
            self.serve_with_care(place);
        }
    }

    /// Sees the demand of the next day of a cell when it is not plain.
    #[inline(never)]
    fn serve_with_care(&mut self, place: usize) {
        let day = self.spots[place].served;
        let quantity = self.needs_at(place)[day as usize];
        let missing = self.spots[place].serves_with_care(quantity);
        if missing > 0 {
            let cause = Cause::given(self.is_cut_off(place, day), self.spots[place].rule);
            let spot = &mut self.spots[place];
            spot.falls_short(missing, self.prepared.plan.unmet == Unmet::Backorder);
            self.short_by_cause[spot.demand as usize][cause.place()] += missing;
        }
        self.spots[place].demand_ended();
    }

    /// Whether nothing can come to a cell on a day, as [`crate::sim::cause`] has it.
    fn is_cut_off(&mut self, place: usize, day: u32) -> bool {
        let spot = &self.spots[place];
        if spot.open & spot.way_open & 1 << day == 0 {
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
            let (spot, quantity) = (&mut self.spots[place], self.arrivals[place][day as usize]);
            spot.in_transit -= quantity;
            spot.receives(day, quantity);
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
            let quantity = spot.wants();
            if quantity != 0 {
                spot.requested += quantity;
                self.agenda.asking |= 1 << place;
                self.stretch.ordered[spot.lane as usize] |= 1 << day;
                let source = spot.source;
                if source != NOWHERE {
                    self.spots[source as usize].owed += quantity;
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
                self.supplied += quantity;
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
        let (mut served, mut asked) = (0, 0);
        for buyer in bits(buyers) {
            let spot = &self.spots[buyer as usize];
            if spot.leaves >> day & 1 != 0 {
                served |= 1 << buyer;
                asked += spot.requested;
            }
        }
        self.serve(source, day);
        let stock = self.spots[source].on_hand;
        if asked <= stock {
            bits(served).for_each(|buyer| self.ship(day, source, buyer as usize, self.spots[buyer as usize].requested));
            return;
        }
        let mut requests = std::mem::take(self.requests);
        requests.clear();
        requests.extend(bits(served).map(|buyer| (buyer, self.spots[buyer as usize].requested)));
        allocate(stock, &mut requests);
        for &(buyer, quantity) in requests.iter().filter(|&&(_, quantity)| quantity > 0) {
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
        let Stretch { first, days, ref joins, ref draws, ref mut departed, .. } = *self.stretch;
        let spot = &mut self.spots[place];
        let lane = spot.lane as usize;
        spot.requested -= quantity;
        if spot.requested == 0 {
            self.agenda.asking ^= 1 << place;
        }
        departed[lane] |= 1 << day;
        let draws = draws[lane];
        let joins =
            if draws { drawn(self.prepared, self.keys, first.plus(day), spot) } else { joins[lane][day as usize] };
        let arrives = joins.0 - first.0;
        if arrives == day {
            self.serve(place, day);
            self.spots[place].receives(day, quantity);
            return;
        }
        spot.in_transit += quantity;
        spot.transit_days += quantity * i64::from(arrives.min(days) - day);
        if arrives < days {
            let others = self.agenda.will_arrive(place, arrives);
            let arriving = &mut self.arrivals[place][arrives as usize];
            *arriving = quantity + if others { *arriving } else { 0 };
        } else {
            self.later.push(Later { day: joins, lane: spot.lane, cell: spot.cell, quantity });
        }
    }
}

/// When a line joins the stock whose lead time is its own.
#[inline(never)]
fn drawn(prepared: &Prepared, keys: &Keys, today: Day, spot: &Spot) -> Day {
    let plan = &*prepared.plan;
    let days = own_days(keys, (spot.cell, &plan.lanes[spot.lane as usize].law), plan.calendar.number(today));
    open_day(prepared, spot.site, today.start().plus(whole_minutes(days)).next_day_start())
}
