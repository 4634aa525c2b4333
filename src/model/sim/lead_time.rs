//! Lead times: a weekly score per supplier and origin, or an independent draw per line.

use super::prepared::Prepared;
use super::state::{Keys, State};
use crate::plan::CalendarPlan;
use crate::plan::lane::{LeadTimes, WEEKLY_CORRELATION};
use crate::random::key::StreamKey;
use crate::random::normal::standard_normal;
use crate::time::{Day, MINUTES_PER_DAY, Minute};

/// Renews the scores on the first day of the run and of each week, and the lead times that follow from them.
///
/// z = ε in the week of the anchor, then z ← ρ z + √(1 − ρ²) ε each week: a stationary AR(1) process with standard normal
/// values. On the first day of the run it is followed from the anchor, which the length of the warm-up does not move.
pub fn renew_scores(prepared: &Prepared, keys: &Keys, state: &mut State) {
    let (calendar, day) = (&prepared.plan.calendar, state.clock.day());
    let first = day == Day(0);
    if prepared.plan.lead_scores.is_empty() || !first && !calendar.begins_week(day) {
        return;
    }
    let (week, anchor) = (calendar.week(day), CalendarPlan::week_of(calendar.anchor()));
    for (score, &key) in state.scores.iter_mut().zip(&keys.score) {
        *score = if first {
            (anchor + 1..=week).fold(innovation(key, anchor), |score, week| next_score(score, key, week))
        } else {
            next_score(*score, key, week)
        };
    }
    renew_lead_times(prepared, state, first);
}

fn next_score(score: f64, key: StreamKey, week: i64) -> f64 {
    let fresh = libm::sqrt(1.0 - WEEKLY_CORRELATION * WEEKLY_CORRELATION);
    WEEKLY_CORRELATION * score + fresh * innovation(key, week)
}

fn innovation(key: StreamKey, week: i64) -> f64 {
    standard_normal(&mut key.occurrence(week.cast_unsigned()))
}

/// Within a week the lead time of a lane is constant, so of all departures of the week before the one on its last day
/// would have arrived last.
fn renew_lead_times(prepared: &Prepared, state: &mut State, first: bool) {
    let today = state.clock.day().start();
    for (index, lane) in prepared.plan.lanes.iter().enumerate() {
        if let LeadTimes::Correlated { score } = lane.lead_times {
            if !first {
                let last_week = Minute(today.0 - MINUTES_PER_DAY + state.lead_minutes[index]);
                state.promised[index] = state.promised[index].max(last_week);
            }
            state.lead_minutes[index] = whole_minutes(lane.law.at_score(state.scores[score as usize]));
        }
    }
}

/// A new phase has begun: the lead times of the week are those of its laws. On the first day of a week
/// [`renew_scores`] sees to it.
pub fn lead_times_change(prepared: &Prepared, state: &mut State) {
    let (calendar, day) = (&prepared.plan.calendar, state.clock.day());
    if !calendar.begins_week(day) {
        renew_lead_times(prepared, state, false);
    }
}

/// Longest time that is told apart, days: some 2 700 years, far beyond any run.
const LONGEST_DAYS: f64 = 1e6;

/// Whole minutes of a time in days. What lasts longer than `LONGEST_DAYS` (a process that never fails, the far tail of a wide law)
/// lasts as long as that, which no run can see the end of.
///
/// # Panics
/// If the time is negative or not a number; no law gives such.
pub fn whole_minutes(days: f64) -> i64 {
    assert!(days >= 0.0, "a time of {days} days is out of range");
    libm::round(days.min(LONGEST_DAYS) * MINUTES_PER_DAY as f64) as i64
}
