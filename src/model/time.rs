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
    /// The instant so many minutes later.
    #[inline]
    pub fn plus(self, minutes: i64) -> Minute {
        Minute(self.0 + minutes)
    }

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

/// The month (0 = January) of a date, given as days since 1 January 1970 in the Gregorian calendar.
///
/// Years are counted from March, so that the leap day is the last of its year; then months have 30.6 days on average,
/// which (153 in 5) rounding hits exactly.
pub fn month_of(days_since_1970: i64) -> usize {
    /// Days from 1 March of the year 0 to 1 January 1970.
    const BEFORE_1970: i64 = 719_468;
    /// Days in four hundred years.
    const CYCLE: i64 = 146_097;
    let in_cycle = (days_since_1970 + BEFORE_1970).rem_euclid(CYCLE);
    let year = (in_cycle - in_cycle / 1460 + in_cycle / 36_524 - in_cycle / (CYCLE - 1)) / 365;
    let in_year = in_cycle - (365 * year + year / 4 - year / 100);
    let from_march = (5 * in_year + 2) / 153;
    usize::try_from((from_march + 2) % 12).expect("a remainder of 12")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_calendar() {
        let first = jiff::civil::date(1970, 1, 1);
        for days in -150_000..150_000_i32 {
            let date = first.checked_add(jiff::Span::new().days(days)).expect("a date of four digits");
            assert_eq!(month_of(days.into()) + 1, usize::try_from(date.month()).expect("a month"), "{date}");
        }
    }

    #[test]
    fn noon_waits_for_the_next_morning_and_midnight_does_not() {
        assert_eq!(Minute(0).next_day_start(), Day(0));
        assert_eq!(Minute(720).next_day_start(), Day(1));
        assert_eq!(Minute(1440).next_day_start(), Day(1));
        assert_eq!(Day(3).start(), Minute(4320));
    }
}
