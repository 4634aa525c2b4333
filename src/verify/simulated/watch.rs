//! What is watched day by day, for quantities that no driver of the ledger tells: how much orders and needs vary, stops.

use crate::sim::downtime::Downtime;
use crate::sim::observer::Observer;
use crate::sim::prepared::Prepared;
use crate::sim::state::State;
use crate::time::Day;
use crate::units::Quanta;

/// Sums of a daily quantity.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Daily {
    today: Quanta,
    days: f64,
    sum: f64,
    squares: f64,
}

impl Daily {
    fn end_day(&mut self) {
        let quantity = std::mem::take(&mut self.today) as f64;
        self.days += 1.0;
        self.sum += quantity;
        self.squares += quantity * quantity;
    }

    /// Sample variance over the days, quanta².
    pub fn variance(&self) -> f64 {
        (self.squares - self.sum * self.sum / self.days) / (self.days - 1.0)
    }
}

/// Watches the measured days of a replication.
#[derive(Clone, Debug)]
pub struct Watch {
    from: Day,
    /// Stops of the processes.
    pub downtime: Downtime,
    /// Ordered per day, all cells.
    pub ordered: Daily,
    /// Needed per day, all wards.
    pub needed: Daily,
}

impl Watch {
    /// Watches from the first measured day.
    pub fn new(prepared: &Prepared) -> Watch {
        let from = Day(prepared.plan.calendar.warm_up_days);
        Watch { from, downtime: Downtime::new(prepared), ordered: Daily::default(), needed: Daily::default() }
    }
}

impl Observer for Watch {
    fn toggled(&mut self, day: Day, process: u32, down: bool) {
        self.downtime.toggled(day, process, down);
    }

    fn demanded(&mut self, _day: Day, _demand: u32, quantity: Quanta, _served: Quanta) {
        self.needed.today += quantity;
    }

    fn ordered(&mut self, _day: Day, _cell: u32, quantity: Quanta) {
        self.ordered.today += quantity;
    }

    fn day_ended(&mut self, day: Day, state: &State) {
        self.downtime.day_ended(day, state);
        if day >= self.from {
            self.ordered.end_day();
            self.needed.end_day();
        } else {
            (self.ordered.today, self.needed.today) = (0, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variance_by_hand() {
        let mut daily = Daily::default();
        for quantity in [2, 4, 9] {
            daily.today = quantity;
            daily.end_day();
        }
        // Mean 5, squares 9 + 1 + 16 = 26, over 2.
        assert_eq!(daily.variance(), 13.0);
    }
}
