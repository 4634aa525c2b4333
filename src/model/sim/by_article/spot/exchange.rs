//! A cell before and after a stretch: out of the state and the ledger, and back into them.

use super::super::places::{NOWHERE, Places};
use super::super::stretch::Stretch;
use super::Spot;
use crate::plan::cell::Cell;
use crate::sim::count::LevelCount;
use crate::sim::ledger::Ledger;
use crate::sim::prepared::Prepared;
use crate::sim::state::State;

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
            late: 0,
            asked: 0,
            due: stretch.due.get(group as usize).copied().unwrap_or(0),
            ordered: 0,
            departed: 0,
            requested: state.requested[index],
            requested_days: 0,
            position: state.position(index),
            transit_days: 0,
            owed: state.owed[index],
            rule: rules.rules[index],
            pack: rules.packs[index],
            source: places.source[at],
            lane,
            buyers: places.buyers[at],
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

    /// Writes what the stretch left behind into the state and the ledger; `counts` says whether the cell counts for availability.
    pub fn store(&mut self, stretch: &mut Stretch, (state, ledger): (&mut State, &mut Ledger), counts: bool) {
        let cell = self.cell as usize;
        let days_before = ledger.days_before(stretch.first);
        let days_then = days_before + i64::from(stretch.days);
        let (requested, in_transit) = (state.requested[cell], state.in_transit[cell]);
        // The ledger keeps the changes of these levels, each times the days before it: what stands at the end of every day as often as
        // there are days, less what was summed.
        self.count.requested_changes += self.requested * days_then - requested * days_before - self.requested_days;
        let in_transit_then = self.position - self.on_hand - self.requested + self.backlog + self.owed;
        self.count.transit_changes += in_transit_then * days_then - in_transit * days_before - self.transit_days;
        let arrivals = i64::from(self.arrived.count_ones());
        self.count.arrivals += arrivals;
        self.cycles.cycles += arrivals;
        state.on_hand[cell] = self.on_hand;
        state.requested[cell] = self.requested;
        state.in_transit[cell] = in_transit_then;
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
            let available = self.open & !self.bare & stretch.all();
            ledger.drivers.available += i64::from(available.count_ones());
        }
        stretch.ordered[self.lane as usize] |= self.ordered;
        stretch.departed[self.lane as usize] |= self.departed;
    }
}
