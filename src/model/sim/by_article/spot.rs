//! A cell while its article is gone through: all that its days touch, in one place.

use super::Days;
use super::lines::Lines;
use super::places::{NOWHERE, Places};
use super::stretch::Stretch;
use crate::inventory::reorder::whole_packs;
use crate::plan::cell::Cell;
use crate::plan::policy::Rule;
use crate::sim::count::{CellCount, CycleCount, LevelCount, NeedCount};
use crate::sim::ledger::Ledger;
use crate::sim::ordering;
use crate::sim::prepared::Prepared;
use crate::sim::state::State;
use crate::units::Quanta;

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
    /// Days on which goods arrived.
    arrived: u64,
    /// Days on which it is reviewed.
    pub due: u64,
    /// Ordered and not yet shipped, and summed over the ends of days.
    pub requested: Quanta,
    pub requested_days: i64,
    /// Shipped and not yet arrived, and summed over the ends of days.
    pub in_transit: Quanta,
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
    /// The cell at a place of the table, as the state has it, with what the days of a stretch bring.
    pub fn load(
        (places, at): (&Places, usize),
        prepared: &Prepared,
        (stretch, state, ledger): (&Stretch, &State, &Ledger),
    ) -> Spot {
        let (plan, cell) = (&*prepared.plan, places.cells[at]);
        let (index, rules) = (cell as usize, &plan.phases[stretch.phase]);
        let Cell { site, lane, offer, .. } = plan.cells[index];
        let demand = prepared.demand_of_cell[index];
        let offered = offer.map_or(u64::MAX, |offer| stretch.offered[offer as usize]);
        let group = places.group[stretch.phase][index];
        let mut spot = Spot {
            on_hand: state.on_hand[index],
            served: 0,
            ended: 0,
            calm: 0,
            stock_days: 0,
            bare: 0,
            empty: 0,
            backlog: state.backlog[index],
            arrives: 0,
            arrived: 0,
            due: stretch.due.get(group as usize).copied().unwrap_or(0),
            requested: state.requested[index],
            requested_days: 0,
            in_transit: state.in_transit[index],
            transit_days: 0,
            owed: state.owed[index],
            rule: rules.rules[index],
            pack: rules.packs[index],
            source: places.source[at],
            lane,
            buyers: 0,
            leaves: stretch.leaves[lane as usize] & offered,
            count: ledger.cells[index],
            open: stretch.open[site as usize],
            way_open: stretch.road[lane as usize] & offered,
            cell,
            demand,
            site,
            consumed: 0,
            need: ledger.needs.get(demand as usize).copied().unwrap_or_default(),
            cycles: ledger.cycles.get(demand as usize).copied().unwrap_or_default(),
            waits: LevelCount::default(),
        };
        spot.note_who_waits();
        spot
    }

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
    /// Stops at the first that is not.
    #[inline(always)]
    pub fn completes(&mut self, needs: &[Quanta], until: u32) {
        if self.ended < self.served {
            self.day_ends();
        }
        if self.served >= until {
            return;
        }
        if self.demand == NOWHERE {
            return self.stands(until);
        }
        let calm = (self.calm >> self.served).trailing_ones();
        let (first, end) = (self.served, until.min(self.served + calm));
        let mut done = first;
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
    #[inline(always)]
    pub fn serves(&mut self, quantity: Quanta) -> bool {
        let left = self.on_hand - quantity;
        let plain = (quantity | left) >= 0 && self.calm >> self.served & 1 != 0;
        if plain {
            self.on_hand = left;
            self.demand_ended();
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
            self.consumed += to_backlog;
            self.note_who_waits();
            return 0;
        }
        let served = if open { quantity.min(self.on_hand) } else { 0 };
        let missing = quantity - served;
        self.on_hand -= served;
        self.consumed -= missing;
        self.need.lacks(missing);
        missing
    }

    /// What wards did not get makes the running cycle a short one, and waits, if needs wait.
    pub fn falls_short(&mut self, missing: Quanta, waits: bool) {
        self.cycles.falls_short();
        if waits {
            self.backlog += missing;
            self.note_who_waits();
        }
    }

    /// The demand of a day has been seen.
    #[inline(always)]
    pub fn demand_ended(&mut self) {
        self.bare |= u64::from(self.on_hand == 0) << self.served;
        self.served += 1;
    }

    /// The day whose demand was seen last is over.
    #[inline(always)]
    fn day_ends(&mut self) {
        self.stock_days += self.on_hand;
        self.empty |= u64::from(self.on_hand == 0) << self.ended;
        if self.backlog > 0 {
            self.waits.day_ends(self.backlog);
        }
        self.ended += 1;
    }

    /// Whether nothing stops its site on a day.
    #[inline(always)]
    pub fn is_open(&self, day: u32) -> bool {
        self.open >> day & 1 != 0
    }

    /// Whether there was nothing on hand after the demand of a day that has been seen.
    pub fn was_bare(&self, day: u32) -> bool {
        self.bare >> day & 1 != 0
    }

    /// Goods join the stock, and those who wait are served.
    #[inline(always)]
    pub fn receives(&mut self, day: u32, quantity: Quanta) {
        self.count.received += quantity;
        if self.arrived >> day & 1 == 0 {
            self.arrived |= 1 << day;
            self.count.stock_before_arrival += self.on_hand;
            self.cycles.close();
        }
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

    /// What its rule asks for.
    #[inline(always)]
    pub fn wants(&self) -> Quanta {
        // As `State::position` has it.
        let position = self.on_hand + self.requested + self.in_transit - self.backlog - self.owed;
        whole_packs(ordering::wanted_at(self.rule, position), self.pack)
    }

    /// Writes what the stretch left behind into the state and the ledger; `counts` says whether the cell counts for availability.
    pub fn store(&mut self, stretch: &Stretch, (state, ledger): (&mut State, &mut Ledger), counts: bool) {
        let cell = self.cell as usize;
        let days_before = ledger.days_before(stretch.first);
        let days_then = days_before + i64::from(stretch.days);
        let (requested, in_transit) = (state.requested[cell], state.in_transit[cell]);
        // The ledger keeps the changes of these levels, each times the days before it: what stands at the end of every day as often as
        // there are days, less what was summed.
        self.count.requested_changes += self.requested * days_then - requested * days_before - self.requested_days;
        self.count.transit_changes += self.in_transit * days_then - in_transit * days_before - self.transit_days;
        self.count.arrivals += i64::from(self.arrived.count_ones());
        state.on_hand[cell] = self.on_hand;
        state.requested[cell] = self.requested;
        state.in_transit[cell] = self.in_transit;
        state.backlog[cell] = self.backlog;
        state.owed[cell] = self.owed;
        if self.requested > 0 {
            state.pending.push(self.cell);
        }
        ledger.cells[cell] = self.count;
        if self.demand != NOWHERE {
            ledger.needs[self.demand as usize] = self.need;
            ledger.cycles[self.demand as usize] = self.cycles;
        }
        let days = i64::from(stretch.days) - i64::from(self.empty.count_ones());
        ledger.levels_of(cell, LevelCount { sum: self.stock_days, days }, self.waits);
        if counts {
            let available = self.open & !self.bare & u64::MAX >> (u64::BITS - stretch.days);
            ledger.drivers.available += i64::from(available.count_ones());
        }
    }

    /// Taken by wards in this stretch.
    pub fn consumed(&self) -> Quanta {
        self.consumed
    }
}
