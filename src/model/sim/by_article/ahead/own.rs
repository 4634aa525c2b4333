//! What a cell does by itself while the days of its article are gone through ahead.

use super::super::agenda::bits;
use super::super::common::Common;
use super::super::places::NOWHERE;
use super::super::spot::{Dated, Spot};

/// A cell, what its days bring, the cells before it, whose days are over, and what all share.
pub(super) struct Own<'a, 'b> {
    pub spot: &'a mut Spot,
    pub dated: &'a mut Dated,
    pub upstream: &'a [Spot],
    pub common: &'a mut Common<'b>,
}

impl Own<'_, '_> {
    /// Suppliers send it what it has ordered.
    #[inline(always)]
    pub fn is_supplied(&mut self) {
        let Own { spot, dated, common, .. } = self;
        let stretch = common.stretch;
        let joins = &stretch.joins[spot.lane as usize];
        let (mut requested, mut ahead, mut since) = (spot.requested, stretch.all(), 0);
        loop {
            let busy = ahead & if requested > 0 { spot.leaves | spot.ordered } else { spot.ordered };
            if busy == 0 {
                break;
            }
            let day = busy.trailing_zeros();
            ahead &= !1 << day;
            spot.requested_days += requested * i64::from(day - since);
            since = day;
            if spot.ordered >> day & 1 != 0 {
                requested += dated.orders[day as usize];
            }
            if spot.leaves >> day & 1 != 0 {
                common.supplied += requested;
                if common.put(joins, (spot, dated), day, requested) == day {
                    spot.will_get_late(dated, day, requested);
                }
                requested = 0;
            }
        }
        spot.requested_days += requested * i64::from(stretch.days - since);
        spot.requested = requested;
    }

    /// Goes through its days.
    #[inline(always)]
    pub fn lives(&mut self) {
        for day in bits(self.spot.arrives | self.spot.late) {
            self.complete(day);
            self.receive(day);
        }
        self.complete(self.common.stretch.days);
    }

    /// What arrives on a day, before its demand and after it.
    #[inline(always)]
    pub fn receive(&mut self, day: u32) {
        if self.spot.arrives >> day & 1 != 0 {
            self.spot.unloads(day, self.dated);
        }
        if self.spot.late >> day & 1 != 0 {
            self.serve(day);
            let quantity = std::mem::take(&mut self.dated.late[day as usize]);
            self.spot.receives(day, quantity);
        }
    }

    /// Completes its days before a day.
    #[inline(always)]
    pub fn complete(&mut self, until: u32) {
        while !self.spot.completes(&self.dated.needs, until) {
            self.serve_with_care();
        }
    }

    /// Sees the demand of the day after those that are complete, if it has not been seen.
    #[inline(always)]
    pub fn serve(&mut self, day: u32) {
        if self.spot.served <= day && !self.spot.serves(day, self.dated.needs[day as usize]) {
            self.serve_with_care();
        }
    }

    /// Sees the demand of the next day when it is not plain.
    #[inline(never)]
    fn serve_with_care(&mut self) {
        let day = self.spot.served;
        let missing = self.spot.serves_with_care(self.dated.needs[day as usize]);
        if missing > 0 {
            let is_cut_off = is_cut_off(self.upstream, self.spot, day);
            self.common.falls_short(self.spot, missing, is_cut_off);
        }
        self.spot.demand_ended(day);
    }
}

/// Whether nothing can come to a cell on a day, as [`crate::sim::cause`] has it.
fn is_cut_off(upstream: &[Spot], spot: &Spot, day: u32) -> bool {
    spot.is_shut(day)
        || spot.source != NOWHERE && {
            let source = &upstream[spot.source as usize];
            source.was_bare(day) && is_cut_off(upstream, source, day)
        }
}
