//! A cell while its article is gone through: all that its days touch, in one place.

mod exchange;

use super::agenda::bits;
use super::lines::Lines;
use super::places::NOWHERE;
use super::stretch::Stretch;
use super::{Days, LONGEST};
use crate::inventory::reorder::whole_packs;
use crate::plan::policy::Rule;
use crate::sim::count::{CellCount, CycleCount, LevelCount, NeedCount};
use crate::sim::ordering;
use crate::units::Quanta;

/// What the days of a stretch bring to a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dated {
    /// What wards need.
    pub needs: Days,
    /// What arrives and has not been unloaded. Every day on which anything does is visited, so nothing is left after a stretch.
    pub arrivals: Days,
    /// What arrives after the demand of the day on which it leaves.
    pub late: Days,
    /// What it orders.
    pub orders: Days,
    /// What is asked of it.
    pub asked: Days,
}

impl Default for Dated {
    fn default() -> Dated {
        let none = [0; LONGEST as usize];
        Dated { needs: none, arrivals: none, late: none, orders: none, asked: none }
    }
}

impl Dated {
    /// What is asked of the cell on some days; it is forgotten.
    #[inline(always)]
    pub fn take_asked(&mut self, days: u64) -> Quanta {
        bits(days).map(|day| std::mem::take(&mut self.asked[day as usize])).sum()
    }
}

/// A cell. Sets of days are words with a bit for each day of the stretch.
///
/// A cell looks after itself until something else happens to it: then the days before are caught up with, all at once. So it
/// remembers how far it is: the demand of [`Spot::served`] days has been seen, and [`Spot::ended`] of them are over, which is as many or
/// one less.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// Stock on hand.
    pub on_hand: Quanta,
    /// Days whose demand has been seen.
    pub served: u32,
    /// Days that are over.
    ended: u32,
    /// Days on which nothing stops its site, or none while somebody waits: what is needed is taken, if there is enough.
    calm: u64,
    /// Stock at the ends of days, summed.
    stock_days: i64,
    /// Days after whose demand nothing was on hand, and days that ended so.
    bare: u64,
    empty: u64,
    /// Owed to wards.
    pub backlog: Quanta,
    /// Days on which goods arrive.
    pub arrives: u64,
    /// Days on which goods arrive after demand, and days on which cells that buy here ask for any.
    pub late: u64,
    pub asked: u64,
    /// Days on which goods arrived.
    arrived: u64,
    /// Days on which it is reviewed.
    pub due: u64,
    /// Days with an order, and with a departure to it.
    pub ordered: u64,
    pub departed: u64,
    /// Ordered and not yet shipped, and summed over the ends of days.
    pub requested: Quanta,
    pub requested_days: i64,
    /// Inventory position, as `State::position` has it. Only needs and orders move it: what is sent or arrives changes its place in it.
    /// So what is under way need not be kept.
    pub position: Quanta,
    /// Shipped and not yet arrived, summed over the ends of days.
    pub transit_days: i64,
    /// Requested by the cells that buy here.
    pub owed: Quanta,
    /// Its rule.
    pub rule: Rule,
    /// What orders are rounded up to.
    pub pack: Quanta,
    /// Place of the cell that it buys from, or [`NOWHERE`].
    pub source: u32,
    /// The lane to it.
    pub lane: u32,
    /// The places of the cells that buy here, a bit each.
    pub buyers: u64,
    /// Days on which goods leave for it.
    pub leaves: u64,
    /// What came and went.
    pub count: CellCount,
    /// Days on which nothing stops its site.
    pub open: u64,
    /// Days on which nothing stops the way to it.
    pub way_open: u64,
    /// The cell, its demand entry or [`NOWHERE`], and its site.
    pub cell: u32,
    pub demand: u32,
    pub site: u32,
    /// Taken by wards in this stretch.
    consumed: Quanta,
    /// What its demand entry needed and got, and its cycles.
    need: NeedCount,
    cycles: CycleCount,
    /// Its backlog at the ends of days.
    waits: LevelCount,
}

impl Spot {
    /// Expects what is under way to it; what arrives after the stretch is kept among the lines.
    pub fn expect(&mut self, lines: &mut Lines, stretch: &Stretch, arrivals: &mut Days) {
        (self.arrives, self.transit_days) = lines.arrivals(self.cell, self.lane, stretch, arrivals);
    }

    /// Notes the needs of all days, as if each were served whole; [`Spot::serves_with_care`] takes back what is not.
    pub fn will_need(&mut self, needs: &[Quanta]) {
        self.consumed += self.need.needs_all(needs);
    }

    /// Where somebody waits, no day is calm.
    fn note_who_waits(&mut self) {
        self.calm = if self.backlog == 0 { self.open } else { 0 };
    }

    /// Completes days before `until` as long as they are plain: nothing arrives, nobody waits, and the stock suffices for what wards take.
    /// Stops at the first that is not. Returns whether none was left.
    #[inline(always)]
    pub fn completes(&mut self, needs: &Days, until: u32) -> bool {
        if self.ended < self.served {
            self.day_ends();
        }
        if self.served >= until {
            return true;
        }
        if self.demand == NOWHERE {
            self.stands(until);
        } else {
            self.takes(needs, until);
        }
        self.served >= until
    }

    /// Completes plain days of a cell where wards take what they need.
    fn takes(&mut self, needs: &Days, until: u32) {
        let calm = (self.calm >> self.served).trailing_ones();
        let (first, end) = (self.served, until.min(self.served + calm));
        let (mut done, before) = (first, self.on_hand);
        for &quantity in &needs[first as usize..end as usize] {
            let left = self.on_hand - quantity;
            if (quantity | left) < 0 {
                break;
            }
            if left == 0 {
                self.bare |= 1 << done;
                self.empty |= 1 << done;
            }
            self.on_hand = left;
            self.stock_days += left;
            done += 1;
        }
        self.position -= before - self.on_hand;
        (self.served, self.ended) = (done, done);
    }

    /// Completes days of a cell where nobody takes anything.
    fn stands(&mut self, until: u32) {
        let days = until - self.served;
        self.stock_days += self.on_hand * i64::from(days);
        if self.on_hand == 0 {
            let these = u64::MAX >> (u64::BITS - days) << self.served;
            self.bare |= these;
            self.empty |= these;
        }
        (self.served, self.ended) = (until, until);
    }

    /// The demand of the day after those that are over, if it is plain. Returns whether it was.
    // Whoever asks knows the day: that spares a load and a check of its range.
    #[inline(always)]
    pub fn serves(&mut self, day: u32, quantity: Quanta) -> bool {
        let left = self.on_hand - quantity;
        let plain = (quantity | left) >= 0 && self.calm >> day & 1 != 0;
        if plain {
            self.on_hand = left;
            self.position -= quantity;
            self.demand_ended(day);
        }
        plain
    }

    /// Serves those who wait, then wards what there is. Returns what they did not get at once; a return is taken back whole.
    pub fn serves_with_care(&mut self, quantity: Quanta) -> Quanta {
        let open = self.is_open(self.served);
        if open {
            self.serves_backlog();
        }
        if quantity < 0 {
            let to_backlog = self.backlog.min(-quantity);
            self.backlog -= to_backlog;
            self.on_hand += -quantity - to_backlog;
            self.position -= quantity;
            self.consumed += to_backlog;
            self.note_who_waits();
            return 0;
        }
        let served = if open { quantity.min(self.on_hand) } else { 0 };
        let missing = quantity - served;
        self.on_hand -= served;
        self.position -= served;
        self.consumed -= missing;
        self.need.lacks(missing);
        missing
    }

    /// What wards did not get makes the running cycle a short one, and waits, if needs wait.
    pub fn falls_short(&mut self, missing: Quanta, waits: bool) {
        self.cycles.falls_short();
        if waits {
            self.backlog += missing;
            self.position -= missing;
            self.note_who_waits();
        }
    }

    /// The demand of a day has been seen.
    #[inline(always)]
    pub fn demand_ended(&mut self, day: u32) {
        if self.on_hand == 0 {
            self.bare |= 1 << day;
        }
        self.served = day + 1;
    }

    /// The day whose demand was seen last is over.
    #[inline(always)]
    fn day_ends(&mut self) {
        self.stock_days += self.on_hand;
        if self.on_hand == 0 {
            self.empty |= 1 << self.ended;
        }
        if self.backlog > 0 {
            self.waits.day_ends(self.backlog);
        }
        self.ended += 1;
    }

    /// Whether it buys from another cell or another one from it.
    pub fn is_joined(&self) -> bool {
        self.source != NOWHERE || self.buyers != 0
    }

    /// Whether nothing stops its site on a day.
    #[inline(always)]
    pub fn is_open(&self, day: u32) -> bool {
        self.open >> day & 1 != 0
    }

    /// Whether its site or the way to it is stopped on a day.
    pub fn is_shut(&self, day: u32) -> bool {
        self.open & self.way_open & 1 << day == 0
    }

    /// Whether there was nothing on hand after the demand of a day that has been seen.
    pub fn was_bare(&self, day: u32) -> bool {
        self.bare >> day & 1 != 0
    }

    /// It orders so much; whoever asks moves the position.
    #[inline(always)]
    pub fn will_order(&mut self, dated: &mut Dated, day: u32, quantity: Quanta) {
        self.ordered |= 1 << day;
        dated.orders[day as usize] = quantity;
    }

    /// A cell that buys here will request so much; whoever asks moves the position.
    #[inline(always)]
    pub fn will_be_asked(&mut self, dated: &mut Dated, day: u32, quantity: Quanta) {
        self.asked |= 1 << day;
        self.owed += quantity;
        dated.asked[day as usize] += quantity;
    }

    /// A cell that buys here requests so much.
    #[inline(always)]
    pub fn owes(&mut self, quantity: Quanta) {
        self.owed += quantity;
        self.position -= quantity;
    }

    /// So much is under way to it at the ends of so many days of the stretch.
    #[inline(always)]
    pub fn goes(&mut self, quantity: Quanta, days: u32) {
        self.transit_days += quantity * i64::from(days);
    }

    /// Goods will arrive on a later day of the stretch.
    #[inline(always)]
    pub fn will_get(&mut self, dated: &mut Dated, day: u32, quantity: Quanta) {
        dated.arrivals[day as usize] += quantity;
        self.arrives |= 1 << day;
    }

    /// Goods arrive on the day on which they leave, after its demand.
    pub fn will_get_late(&mut self, dated: &mut Dated, day: u32, quantity: Quanta) {
        dated.late[day as usize] += quantity;
        self.late |= 1 << day;
    }

    /// What was under way arrives.
    #[inline(always)]
    pub fn unloads(&mut self, day: u32, dated: &mut Dated) {
        let quantity = std::mem::take(&mut dated.arrivals[day as usize]);
        self.arrived |= 1 << day;
        self.first_arrives();
        self.joins(day, quantity);
    }

    /// Goods join the stock, and those who wait are served.
    #[inline(always)]
    pub fn receives(&mut self, day: u32, quantity: Quanta) {
        if self.arrived >> day & 1 == 0 {
            self.arrived |= 1 << day;
            self.first_arrives();
        }
        self.joins(day, quantity);
    }

    /// The first goods of a day arrive.
    #[inline(always)]
    fn first_arrives(&mut self) {
        self.count.stock_before_arrival += self.on_hand;
        self.cycles.next_begins();
    }

    #[inline(always)]
    fn joins(&mut self, day: u32, quantity: Quanta) {
        self.count.received += quantity;
        self.on_hand += quantity;
        if self.backlog > 0 && self.is_open(day) {
            self.serves_backlog();
        }
    }

    /// Those who wait are served from the stock.
    fn serves_backlog(&mut self) {
        let served = self.backlog.min(self.on_hand);
        self.backlog -= served;
        self.on_hand -= served;
        self.consumed += served;
        self.count.issued += served;
        self.note_who_waits();
    }

    /// What its rule asks for at an inventory position.
    #[inline(always)]
    pub fn wants(&self, position: Quanta) -> Quanta {
        whole_packs(ordering::wanted_at(&self.rule, position), self.pack)
    }

    /// The cell is reviewed. Returns what its rule asks for.
    #[inline(always)]
    pub fn orders(&mut self, day: u32) -> Quanta {
        let quantity = self.wants(self.position);
        if quantity != 0 {
            self.position += quantity;
            self.ordered |= 1 << day;
        }
        quantity
    }

    /// Taken by wards in this stretch.
    pub fn consumed(&self) -> Quanta {
        self.consumed
    }
}
