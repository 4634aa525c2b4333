//! Lead times: a weekly score per supplier and origin, or an independent draw per line.

use super::prepared::Prepared;
use super::state::{Keys, State};
use crate::plan::lane::WEEKLY_CORRELATION;
use crate::random::normal::standard_normal;
use crate::time::{Day, MINUTES_PER_DAY};

/// Renews the scores on the first day of the run and of each week.
///
/// z = ε on the first day, then z ← ρ z + √(1 − ρ²) ε: a stationary AR(1) process with standard normal values.
pub fn renew_scores(prepared: &Prepared, keys: &Keys, state: &mut State) {
    let (calendar, day) = (&prepared.plan.calendar, state.clock.day());
    let first = day == Day(0);
    if !first && calendar.week(day) == calendar.week(Day(day.0 - 1)) {
        return;
    }
    let fresh = libm::sqrt(1.0 - WEEKLY_CORRELATION * WEEKLY_CORRELATION);
    let week = calendar.week(day).cast_unsigned();
    for (score, key) in state.scores.iter_mut().zip(&keys.score) {
        let innovation = standard_normal(&mut key.occurrence(week));
        *score = if first { innovation } else { WEEKLY_CORRELATION * *score + fresh * innovation };
    }
}

/// Whole minutes of a time in days.
///
/// # Panics
/// If the time is negative, not a number or longer than 10⁹ days; laws of a checked scenario give none such.
pub fn whole_minutes(days: f64) -> i64 {
    assert!((0.0..1e9).contains(&days), "a time of {days} days is out of range");
    libm::round(days * MINUTES_PER_DAY as f64) as i64
}
