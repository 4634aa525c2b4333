//! What is counted of one cell and of one demand entry: each event adds to it here, whichever way the days are gone through.

use crate::time::Day;
use crate::units::Quanta;

/// What came to a cell and left it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellCount {
    /// Quanta received.
    pub received: i64,
    /// Quanta that left.
    pub issued: i64,
    /// Order lines picked.
    pub picks: i64,
    /// Days on which goods arrived.
    pub arrivals: i64,
    /// Stock on hand just before the first arrival of such a day, summed.
    pub stock_before_arrival: i64,
    /// Changes of what is requested, each as many times as days were counted before it.
    pub requested_changes: i64,
    /// Changes of what is under way, likewise.
    pub transit_changes: i64,
    /// The last day goods arrived, counted from 1; 0 = none yet.
    last_arrival: u32,
}

impl CellCount {
    /// What was counted; counting begins anew. The last arrival is remembered.
    pub fn take(&mut self) -> CellCount {
        let counted = *self;
        *self = CellCount { last_arrival: counted.last_arrival, ..CellCount::default() };
        counted
    }

    /// Goods joined a stock of `before`. Returns whether they are the first of the day.
    #[inline]
    pub fn receives(&mut self, day: Day, quantity: Quanta, before: Quanta) -> bool {
        self.received += quantity;
        let first = self.last_arrival != day.0 + 1;
        if first {
            self.last_arrival = day.0 + 1;
            self.arrivals += 1;
            self.stock_before_arrival += before;
        }
        first
    }

    /// The cell ordered.
    #[inline]
    pub fn orders(&mut self, days_before: i64, quantity: Quanta) {
        self.requested_changes += quantity * days_before;
    }

    /// What the cell had ordered is on its way.
    #[inline]
    pub fn is_sent(&mut self, days_before: i64, quantity: Quanta) {
        let change = quantity * days_before;
        self.requested_changes -= change;
        self.transit_changes += change;
    }

    /// A line left the cell's stock.
    #[inline]
    pub fn sends(&mut self, quantity: Quanta) {
        self.issued += quantity;
        self.picks += 1;
    }
}

/// What a demand entry needed and got. Every day changes all of it, so it is small and lies together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NeedCount {
    /// Quanta needed.
    pub needed: i64,
    /// Quanta served at once.
    pub served: i64,
    /// Order lines.
    pub lines: i64,
    /// Lines not served whole at once.
    pub short_lines: i64,
}

impl NeedCount {
    /// A line of so much was needed, of which so much was there at once.
    #[inline(always)]
    pub fn needs(&mut self, quantity: Quanta, served: Quanta) {
        self.needed += quantity;
        self.served += served;
        self.lines += i64::from(quantity > 0);
        self.short_lines += i64::from(served < quantity);
    }

    /// Lines of so much, all served whole. Returns their sum.
    pub fn needs_all(&mut self, quantities: &[Quanta]) -> Quanta {
        let (sum, lines) = sum_and_count(quantities);
        self.needed += sum;
        self.served += sum;
        self.lines += lines;
        sum
    }

    /// Of a line that was counted as served whole so much was not there.
    #[inline]
    pub fn lacks(&mut self, missing: Quanta) {
        self.served -= missing;
        self.short_lines += i64::from(missing > 0);
    }
}

/// Replenishment cycles of a demand entry.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CycleCount {
    /// Completed cycles.
    pub cycles: i64,
    /// Those of them with unmet demand.
    short_cycles: i64,
    running: Cycle,
}

/// The cycle that runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Cycle {
    /// None: nothing has arrived yet.
    #[default]
    NotBegun,
    Full,
    Short,
}

impl CycleCount {
    /// What was counted; counting begins anew, in the cycle that runs.
    pub fn take(&mut self) -> CycleCount {
        let counted = *self;
        *self = CycleCount { running: counted.running, ..CycleCount::default() };
        counted
    }

    /// Completed cycles without unmet demand.
    pub fn full_cycles(&self) -> i64 {
        self.cycles - self.short_cycles
    }

    /// Goods arrived: a cycle is over, and the next begins.
    #[inline]
    pub fn close(&mut self) {
        self.cycles += 1;
        self.next_begins();
    }

    /// The part of [`CycleCount::close`] that depends on the cycle that is over; whoever calls it counts the cycle itself.
    #[inline(always)]
    pub fn next_begins(&mut self) {
        if self.running != Cycle::Full {
            self.follows_another();
        }
    }

    #[inline(never)]
    fn follows_another(&mut self) {
        match self.running {
            Cycle::Full => {}
            Cycle::Short => self.short_cycles += 1,
            // No cycle is over: take back what is counted for it.
            Cycle::NotBegun => self.cycles -= 1,
        }
        self.running = Cycle::Full;
    }

    /// Need was not met.
    #[inline]
    pub fn falls_short(&mut self) {
        if self.running == Cycle::Full {
            self.running = Cycle::Short;
        }
    }
}

/// The levels of a cell at the ends of days.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LevelCount {
    /// Levels, summed.
    pub sum: i64,
    /// Days with any.
    pub days: i64,
}

impl LevelCount {
    /// A day ended with a level, which is never negative.
    #[inline(always)]
    pub fn day_ends(&mut self, level: Quanta) {
        if level > 0 {
            self.sum += level;
            self.days += 1;
        }
    }
}

/// The sum of some quantities, and how many are above zero.
// One check of all bits together stands for a check of each addition, so that they are made several at a time.
fn sum_and_count(quantities: &[Quanta]) -> (i64, i64) {
    let all_bits = quantities.iter().fold(0, |bits, quantity| bits | quantity);
    if !(0..=i64::MAX >> u32::BITS).contains(&all_bits) {
        return (quantities.iter().sum(), quantities.iter().map(|&quantity| i64::from(quantity > 0)).sum());
    }
    quantities.iter().fold((0_i64, 0_i64), |(sum, count), quantity| {
        let is_above_zero = (quantity.wrapping_neg().cast_unsigned() >> 63).cast_signed();
        (sum.wrapping_add(*quantity), count.wrapping_add(is_above_zero))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_counts_from_the_first_arrival_on() {
        let mut count = CycleCount::default();
        count.falls_short();
        count.close();
        assert_eq!((count.cycles, count.full_cycles()), (0, 0), "what came before the first arrival is no cycle");
        count.falls_short();
        count.falls_short();
        count.close();
        count.close();
        assert_eq!((count.cycles, count.full_cycles()), (2, 1));
        count.falls_short();
        assert_eq!(count.take().cycles, 2);
        count.close();
        assert_eq!((count.cycles, count.full_cycles()), (1, 0), "the running cycle goes on");
    }

    #[test]
    fn sums_of_small_large_and_negative_quantities() {
        assert_eq!(sum_and_count(&[]), (0, 0));
        assert_eq!(sum_and_count(&[3, 0, 4]), (7, 2));
        assert_eq!(sum_and_count(&[1 << 60, 0, 1 << 60, 1]), ((1 << 61) + 1, 3));
        assert_eq!(sum_and_count(&[5, -7, 0]), (-2, 1));
    }

    #[test]
    fn two_arrivals_of_a_day_are_one() {
        let mut count = CellCount::default();
        assert!(count.receives(Day(0), 5, 7));
        assert!(!count.receives(Day(0), 6, 12));
        assert!(count.receives(Day(1), 1, 18));
        assert_eq!((count.received, count.arrivals, count.stock_before_arrival), (12, 2, 25));
        count.take();
        assert!(!count.receives(Day(1), 1, 19), "the day of the last arrival is remembered");
    }
}
