//! The ledger: fills the drivers over the measured days.

use super::batches::Expiry;
use super::count::{CellCount, CycleCount, LevelCount, NeedCount};
use super::course::Course;
use super::drivers::Drivers;
use super::observer::{Gone, Observer};
use super::prepared::Prepared;
use super::space;
use super::staff;
use super::state::State;
use crate::plan::shortage::ReactionKind;
use crate::time::Day;
use crate::units::Quanta;

/// Fills [`Drivers`] while a replication runs.
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    course: &'a Course<'a>,
    /// The phase of the run.
    prepared: &'a Prepared<'a>,
    pub(super) drivers: Drivers,
    /// Drivers of the phases that are over.
    done: Vec<Drivers>,
    /// First day that `drivers` counts.
    first_day: Day,
    /// Per cell: what came and went in the running phase.
    pub(super) cells: Vec<CellCount>,
    /// Per demand: what it needed and got in the running phase.
    pub(super) needs: Vec<NeedCount>,
    /// Per demand: its replenishment cycles in the running phase.
    pub(super) cycles: Vec<CycleCount>,
    /// Per lane: the last day an order was counted, from 1.
    last_order: Vec<u32>,
    /// Per express service: the last day one was counted, from 1.
    last_express: Vec<u32>,
    /// Per reserve that stands apart: what it held at the end of each day, summed.
    apart_days: Vec<i64>,
}

impl<'a> Ledger<'a> {
    /// An empty ledger.
    pub fn new(course: &'a Course<'a>) -> Ledger<'a> {
        let (prepared, plan) = (&course.first, &*course.first.plan);
        let (cells, demands, lanes) = (plan.cells.len(), plan.demands.len(), plan.lanes.len());
        let services = plan.transport.express.len();
        Ledger {
            course,
            prepared,
            drivers: Drivers::none_yet(plan),
            done: Vec::new(),
            first_day: Day(plan.calendar.warm_up_days),
            cells: vec![CellCount::default(); cells],
            needs: vec![NeedCount::default(); demands],
            cycles: vec![CycleCount::default(); demands],
            last_order: vec![0; lanes],
            last_express: vec![0; services],
            apart_days: vec![0; plan.apart.len()],
        }
    }

    /// The drivers of the run, and where it has several phases those of each.
    pub fn close(mut self, state: &State) -> (Drivers, Vec<Drivers>) {
        let last = self.close_phase(state);
        if self.done.is_empty() {
            return (last, Vec::new());
        }
        self.done.push(last);
        (Drivers::together(&self.done), self.done)
    }

    /// The drivers so far, with the closing stock noted and the sums of what was on order completed.
    fn close_phase(&mut self, state: &State) -> Drivers {
        let mut drivers = std::mem::take(&mut self.drivers);
        drivers.stock_at_end.copy_from_slice(&state.on_hand);
        self.spread(&mut drivers);
        // What stood at the end of a day is what stands at the end of the run, less the changes of later days. Summed over
        // the days each change counts as many times as there are days before it: that is what the columns hold so far.
        let sums = [(&mut drivers.requested_days, &state.requested), (&mut drivers.transit_days, &state.in_transit)];
        for (changes, at_end) in sums {
            changes.iter_mut().zip(at_end).for_each(|(sum, &at_end)| *sum = at_end * drivers.days - *sum);
        }
        for ((apart, stands), &days) in self.prepared.plan.apart.iter().zip(&state.apart).zip(&self.apart_days) {
            // Stock that stands apart is stock that somebody holds: it counts in unit-days, and in what stands before goods arrive.
            let cell = apart.cell as usize;
            drivers.stock_days[cell] += days;
            drivers.stock_at_end[cell] += stands.quantity;
            drivers.stock_before_arrival[cell] += drivers.arrivals[cell] * days / drivers.days.max(1);
        }
        drivers
    }

    /// Days counted that ended before this one.
    pub(super) fn days_before(&self, day: Day) -> i64 {
        i64::from(day.0) - i64::from(self.first_day.0)
    }

    /// One lane and one day: one order.
    fn count_order(&mut self, day: Day, lane: usize) {
        if self.last_order[lane] != day.0 + 1 {
            self.last_order[lane] = day.0 + 1;
            self.drivers.orders[lane] += 1;
        }
    }

    /// Adds the levels that a cell had at the ends of some days: its stock and its backlog.
    pub(super) fn levels_of(&mut self, cell: usize, stock: LevelCount, backlog: LevelCount) {
        self.drivers.stock_days[cell] += stock.sum;
        self.drivers.days_in_stock[cell] += stock.days;
        self.drivers.backlog_days[cell] += backlog.sum;
        self.drivers.open_line_days[cell] += backlog.days;
    }

    /// Spreads what was counted of cells and demand entries over the columns.
    fn spread(&mut self, drivers: &mut Drivers) {
        for (index, count) in self.cells.iter_mut().map(CellCount::take).enumerate() {
            drivers.received[index] = count.received;
            drivers.issued[index] = count.issued;
            drivers.picks[index] = count.picks;
            drivers.arrivals[index] = count.arrivals;
            drivers.stock_before_arrival[index] = count.stock_before_arrival;
            drivers.requested_days[index] = count.requested_changes;
            drivers.transit_days[index] = count.transit_changes;
        }
        for (index, need) in self.needs.iter_mut().map(std::mem::take).enumerate() {
            drivers.needed[index] = need.needed;
            drivers.served[index] = need.served;
            drivers.lines[index] = need.lines;
            drivers.whole_lines[index] = need.lines - need.short_lines;
            let cell = self.prepared.served_from[index].cell as usize;
            drivers.issued[cell] += need.served;
            drivers.picks[cell] += need.lines;
        }
        for (index, count) in self.cycles.iter_mut().map(CycleCount::take).enumerate() {
            (drivers.cycles[index], drivers.full_cycles[index]) = (count.cycles, count.full_cycles());
        }
    }
}

impl Observer for Ledger<'_> {
    fn phase_begins(&mut self, day: Day, number: usize, state: &State) {
        let over = self.close_phase(state);
        if day > self.first_day {
            self.done.push(over);
        }
        self.prepared = self.course.phase(number);
        self.first_day = day;
        self.drivers = Drivers::none_yet(&self.prepared.plan);
        self.last_express = vec![0; self.prepared.plan.transport.express.len()];
        self.apart_days = vec![0; self.prepared.plan.apart.len()];
    }

    fn taken_back(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.cells[cell as usize].requested_changes -= quantity * self.days_before(day);
    }

    fn handed_on(&mut self, _day: Day, from: u32, to: Option<u32>, quantity: Quanta) {
        self.cells[from as usize].issued += quantity;
        if let Some(to) = to {
            self.cells[to as usize].received += quantity;
        }
    }

    fn expired(&mut self, _day: Day, cell: u32, quantity: Quanta, _how: Expiry) {
        self.drivers.expired[cell as usize] += quantity;
    }

    fn reserve_gone(&mut self, _day: Day, reserve: u32, quantity: Quanta, how: Gone) {
        if how == Gone::Expired {
            self.drivers.expired[self.prepared.plan.apart[reserve as usize].cell as usize] += quantity;
        }
    }

    fn reserve_opened(&mut self, _day: Day, _reserve: u32, _quantity: Quanta) {
        self.drivers.openings += 1;
    }

    fn received(&mut self, day: Day, way: u32, quantity: Quanta, before: Quanta) {
        let cells = self.prepared.plan.cells.len();
        let index = self.prepared.plan.buyer(way) as usize;
        if way as usize >= cells {
            self.drivers.received_by_further[way as usize - cells] += quantity;
        }
        let days_before = self.days_before(day);
        self.cells[index].transit_changes -= quantity * days_before;
        let first = self.cells[index].receives(day, quantity, before);
        let demand = self.prepared.demand_of_cell[index];
        if first && demand != u32::MAX {
            self.cycles[demand as usize].close();
        }
    }

    fn backlog_served(&mut self, _day: Day, cell: u32, quantity: Quanta) {
        self.cells[cell as usize].issued += quantity;
    }

    // Measured: the compiler does not by itself, and the call costs as much as the work.
    #[inline(always)]
    fn demanded(&mut self, _day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        self.needs[demand as usize].needs(quantity, served);
        if served < quantity {
            self.cycles[demand as usize].falls_short();
        }
    }

    fn short(&mut self, prepared: &Prepared, state: &State, demand: u32, missing: u32, quantity: Quanta) {
        let cause = super::cause::of(prepared, state, missing);
        self.drivers.short_by_cause[demand as usize][cause.place()] += quantity;
    }

    fn demand_ended(&mut self, _day: Day, state: &State) {
        let cells = &self.prepared.plan.cells;
        let reachable = |&&cell: &&u32| state.on_hand[cell as usize] > 0 && state.site_open(cells[cell as usize].site);
        let checks = &self.prepared.availability_cells;
        self.drivers.availability_checks += checks.len() as i64;
        self.drivers.available += checks.iter().filter(reachable).count() as i64;
    }

    fn ordered(&mut self, day: Day, way: u32, quantity: Quanta) {
        let way = self.prepared.plan.way(way);
        let days_before = self.days_before(day);
        self.cells[way.cell as usize].orders(days_before, quantity);
        self.count_order(day, way.lane as usize);
    }

    fn moved_on(&mut self, day: Day, _from: u32, to: u32, quantity: Quanta) {
        self.drivers.moved_on += quantity;
        self.count_order(day, self.prepared.plan.way(to).lane as usize);
    }

    fn ordered_alone(&mut self, day: Day, way: u32, quantity: Quanta) {
        let way = self.prepared.plan.way(way);
        let days_before = self.days_before(day);
        self.cells[way.cell as usize].orders(days_before, quantity);
        self.drivers.orders[way.lane as usize] += 1;
    }

    fn sent_back(&mut self, day: Day, cell: u32, goods: Quanta) {
        // The order counted them as if they had been requested.
        let days_before = self.days_before(day);
        self.cells[cell as usize].orders(days_before, goods);
    }

    fn dispatched(&mut self, day: Day, way: u32, quantity: Quanta, _arrival: Day) {
        let way = self.prepared.plan.way(way);
        let days_before = self.days_before(day);
        self.cells[way.cell as usize].is_sent(days_before, quantity);
        if let Some(source) = way.source {
            self.cells[source as usize].sends(quantity);
        }
    }

    fn departed(&mut self, _day: Day, lane: u32) {
        self.drivers.departures[lane as usize] += 1;
    }

    fn substituted(&mut self, _day: Day, demand: u32, by: u32, covered: Quanta, taken: Quanta) {
        let cell = self.prepared.plan.demands[by as usize].cell as usize;
        self.drivers.substituted[demand as usize] += covered;
        self.cells[cell].sends(taken);
    }

    fn reacted(&mut self, day: Day, demand: u32, kind: ReactionKind, quantity: Quanta) {
        let plan = &*self.prepared.plan;
        let under_way = plan.shortage.emergency_travels(demand) && kind == ReactionKind::Emergency;
        if under_way {
            let cell = plan.demands[demand as usize].cell as usize;
            self.cells[cell].transit_changes += quantity * self.days_before(day);
        }
        self.drivers.reacted[demand as usize][kind.place()] += quantity;
    }

    fn helped(&mut self, day: Day, demand: u32, giver: u32, quantity: Quanta, arrival: Option<Day>) {
        let plan = &*self.prepared.plan;
        if arrival.is_some() {
            let cell = plan.demands[demand as usize].cell as usize;
            self.cells[cell].transit_changes += quantity * self.days_before(day);
        }
        self.drivers.help.gave(plan, demand, quantity);
        self.cells[giver as usize].sends(quantity);
    }

    fn help_came(&mut self, day: Day, cell: u32, quantity: Quanta, _before: Quanta) {
        let (days_before, count) = (self.days_before(day), &mut self.cells[cell as usize]);
        count.transit_changes -= quantity * days_before;
        count.received += quantity;
        if let Some(arrived) = self.drivers.help.arrived.get_mut(cell as usize) {
            *arrived += quantity;
        }
    }

    fn order_decided(&mut self, _day: Day, _demands: &[u32], whole: bool) {
        self.drivers.help.orders += 1;
        self.drivers.help.whole += i64::from(whole);
    }

    fn held_back(&mut self, _day: Day, _demand: u32, _missing: u32, quantity: Quanta) {
        self.drivers.help.blocked += quantity;
    }

    fn expressed(&mut self, day: Day, service: u32, _way: u32) {
        let service = service as usize;
        self.drivers.express_lines[service] += 1;
        if self.last_express[service] != day.0 + 1 {
            self.last_express[service] = day.0 + 1;
            self.drivers.express_orders[service] += 1;
        }
    }

    fn dearer(&mut self, _day: Day, way: u32, quantity: Quanta, thousandths: i64) {
        let cell = self.prepared.plan.buyer(way) as usize;
        self.drivers.price_rise[cell] += i128::from(quantity) * i128::from(thousandths);
    }

    fn day_ended(&mut self, day: Day, state: &State) {
        for (days, stands) in self.apart_days.iter_mut().zip(&state.apart) {
            *days += stands.quantity;
        }
        let drivers = &mut self.drivers;
        if !drivers.work.is_empty() {
            staff::count(&self.prepared.plan, state, day, &mut drivers.work);
        }
        drivers.days += 1;
        if !drivers.overflow.is_empty() {
            space::count(&self.prepared.plan, state, &mut drivers.overflow);
        }
        let days = i64::from(self.prepared.plan.calendar.total_days());
        add_day(days, &state.on_hand, &mut drivers.stock_days, &mut drivers.days_in_stock);
        add_day(days, &state.backlog, &mut drivers.backlog_days, &mut drivers.open_line_days);
    }
}

/// Adds the level of a day to sums over at most so many days, and counts it where there was something. Levels are never negative.
///
/// # Panics
/// If the bits of all levels together make a number whose sum over the days is beyond 2⁶³: then a sum could be, too.
// Every cell passes here every day. One check of the largest level stands for a check of each sum: so the additions are made several
// at a time (measured: a fifth of the instructions).
fn add_day(days: i64, levels: &[Quanta], sums: &mut [i64], counts: &mut [i64]) {
    let all_bits = levels.iter().fold(0, |bits, level| bits | level);
    assert!(
        all_bits >= 0 && all_bits.checked_mul(days).is_some(),
        "levels of 0 to {all_bits} over {days} days are too large to sum"
    );
    for (&level, (sum, count)) in levels.iter().zip(sums.iter_mut().zip(counts)) {
        *sum = sum.wrapping_add(level);
        *count = count.wrapping_add((level.wrapping_neg().cast_unsigned() >> 63).cast_signed());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_adds_levels_and_counts_those_above_zero() {
        let (mut sums, mut counts) = ([10, 0, 7], [1, 0, 3]);
        add_day(5, &[4, 0, 1 << 60], &mut sums, &mut counts);
        assert_eq!(sums, [14, 0, 7 + (1 << 60)]);
        assert_eq!(counts, [2, 0, 4]);
    }

    #[test]
    #[should_panic(expected = "too large to sum")]
    fn a_level_that_could_overflow_its_sum_is_an_error() {
        add_day(5, &[i64::MAX / 5 + 1], &mut [0], &mut [0]);
    }

    #[test]
    #[should_panic(expected = "too large to sum")]
    fn a_negative_level_is_an_error() {
        add_day(1, &[-1], &mut [0], &mut [0]);
    }
}
