//! Time of the model: whole minutes and whole days, counted from the start of the run (the warm-up's first day).
//!
//! Calendar dates exist only at the edges (scenario files and reports).

use serde::{Deserialize, Serialize};

/// Minutes in a day.
pub const MINUTES_PER_DAY: i64 = 24 * 60;

/// Days in a year, the constant that turns yearly rates into daily ones.
pub const DAYS_PER_YEAR: f64 = 365.0;

/// An instant: whole minutes since the first day of the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Minute(pub i64);

/// A day of the run: 0 is the first day of the warm-up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub u32);

impl Day {
    /// The first minute of the day.
    pub fn start(self) -> Minute {
        Minute(i64::from(self.0) * MINUTES_PER_DAY)
    }

    /// The day `days` later.
    pub fn plus(self, days: u32) -> Day {
        Day(self.0 + days)
    }
}

impl Minute {
    /// The first day whose start is not before this instant: what happens at noon is noticed the next day, because
    /// the phases of a day run at its start.
    ///
    /// # Panics
    /// If the instant is negative or more than 2³² days ahead; no compiled plan reaches either.
    pub fn next_day_start(self) -> Day {
        let day = (self.0 + MINUTES_PER_DAY - 1).div_euclid(MINUTES_PER_DAY);
        Day(u32::try_from(day).expect("an instant of a run lies within its days"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noon_waits_for_the_next_morning_and_midnight_does_not() {
        assert_eq!(Minute(0).next_day_start(), Day(0));
        assert_eq!(Minute(720).next_day_start(), Day(1));
        assert_eq!(Minute(1440).next_day_start(), Day(1));
        assert_eq!(Day(3).start(), Minute(4320));
    }
}
