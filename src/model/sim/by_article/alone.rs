//! The days of a cell that buys from suppliers and that no other cell buys from: nothing that it does on a day waits for another cell,
//! so it goes through all days of the stretch before the next one. Steps and their order are those of `day.rs`.

use super::common::Common;
use super::spot::{Dated, Spot};
use super::stretch::Joins;
use crate::units::Quanta;

/// Such a cell, what its days bring, and what it shares.
pub(super) struct Alone<'a, 'b> {
    pub spot: &'a mut Spot,
    pub dated: &'a mut Dated,
    pub common: &'a mut Common<'b>,
}

impl Alone<'_, '_> {
    /// Goes through all days of the stretch. Visited are those with an arrival, a review, or a request from before.
    // Measured: a function of its own keeps its values in registers; put into its caller it takes 2 % more instructions.
    #[inline(never)]
    pub fn run(&mut self) {
        let stretch = self.common.stretch;
        let (all, joins) = (stretch.all(), &stretch.joins[self.spot.lane as usize]);
        let mut ahead = all;
        loop {
            let asked_before = self.spot.requested > 0;
            let busy = ahead & if asked_before { all } else { self.spot.arrives | self.spot.due };
            if busy == 0 {
                break;
            }
            let day = busy.trailing_zeros();
            self.visit(joins, day);
            ahead &= !1 << day;
        }
        self.complete(stretch.days);
    }

    /// Goods arrive, the cell is reviewed, and what it asks for is sent.
    #[inline(always)]
    fn visit(&mut self, joins: &Joins, day: u32) {
        self.complete(day);
        if self.spot.arrives >> day & 1 != 0 {
            self.spot.unloads(day, self.dated);
        }
        let mut asked = self.spot.requested;
        if self.spot.due >> day & 1 != 0 {
            self.serve(day);
            asked += self.spot.orders(day);
        }
        if asked > 0 {
            if self.spot.leaves >> day & 1 != 0 {
                self.spot.requested = 0;
                self.put(joins, day, asked);
            } else {
                self.spot.requested = asked;
                self.spot.requested_days += asked;
            }
        }
    }

    #[inline(always)]
    fn put(&mut self, joins: &Joins, day: u32, quantity: Quanta) {
        self.common.supplied += quantity;
        let arrives = self.common.put(joins, (self.spot, self.dated), day, quantity);
        if arrives == day {
            if self.spot.served == day {
                self.serve(day);
            }
            self.spot.receives(day, quantity);
        }
    }

    #[inline(always)]
    fn complete(&mut self, until: u32) {
        while !self.spot.completes(&self.dated.needs, until) {
            self.serve_with_care();
        }
    }

    /// Sees the demand of the day after those that are complete.
    #[inline(always)]
    fn serve(&mut self, day: u32) {
        if !self.spot.serves(day, self.dated.needs[day as usize]) {
            self.serve_with_care();
        }
    }

    #[inline(never)]
    fn serve_with_care(&mut self) {
        let day = self.spot.served;
        let missing = self.spot.serves_with_care(self.dated.needs[day as usize]);
        if missing > 0 {
            let is_cut_off = self.spot.is_shut(day);
            self.common.falls_short(self.spot, missing, is_cut_off);
        }
        self.spot.demand_ended(day);
    }
}
