//! Forecasts: what has been asked of a cell, and the level that follows from it (docs/model.md, *Forecasts*).

use super::prepared::Prepared;
use super::state::{Keys, State};
use crate::inventory::forecast::{error_factor, moving_average, smoothed};
use crate::plan::Plan;
use crate::plan::policy::Rule;
use crate::plan::terms::{Follows, Method};
use crate::random::normal::standard_normal;
use crate::units::Quanta;

/// What a forecast has seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// Asked of the cell since its latest review phase.
    pub today: Quanta,
    /// Moving average: the use of the latest days, a ring.
    recent: Vec<Quanta>,
    /// Where the ring is written next.
    next: u32,
    /// Sum of the ring.
    sum: Quanta,
    /// Smoothing: the latest forecast.
    smoothed: f64,
}

impl Seen {
    /// Before the run nothing was seen.
    pub fn nothing(plan: &Plan) -> Vec<Seen> {
        let of = |forecast: &crate::plan::terms::Forecast| Seen {
            today: 0,
            recent: Vec::new(),
            next: 0,
            sum: 0,
            smoothed: plan.cells[forecast.cell as usize].mean_daily,
        };
        plan.forecasts.iter().map(of).collect()
    }

    /// What the forecasts of a new phase have seen: a cell that goes on by the same method keeps what it has.
    pub fn carried_over(from: &Plan, to: &Plan, seen: &[Seen]) -> Vec<Seen> {
        let mut anew = Seen::nothing(to);
        for (seen_anew, forecast) in anew.iter_mut().zip(&to.forecasts) {
            let before = from.forecasts.iter().zip(seen).find(|(before, _)| before.cell == forecast.cell);
            if let Some((_, seen)) = before.filter(|(before, _)| before.method == forecast.method) {
                *seen_anew = seen.clone();
            }
        }
        anew
    }

    /// A day is over: what was asked today joins the past.
    fn close(&mut self, method: Method) {
        let newest = std::mem::take(&mut self.today);
        match method {
            Method::Given => {}
            Method::Smoothing { alpha } => self.smoothed = smoothed(self.smoothed, newest, alpha),
            Method::MovingAverage { days } if self.recent.len() < days as usize => {
                self.recent.push(newest);
                self.sum += newest;
            }
            Method::MovingAverage { days } => {
                let oldest = std::mem::replace(&mut self.recent[self.next as usize], newest);
                self.sum += newest - oldest;
                self.next = (self.next + 1) % days;
            }
        }
    }

    fn mean(&self, method: Method, given: f64) -> f64 {
        match method {
            Method::Given => given,
            Method::Smoothing { .. } => self.smoothed,
            Method::MovingAverage { days } => {
                let seen = u32::try_from(self.recent.len()).expect("a window of days is a u32");
                moving_average(self.sum, seen, days, given)
            }
        }
    }
}

/// Notes what was asked of a cell that has a forecast.
pub fn note(prepared: &Prepared, state: &mut State, cell: u32, quantity: Quanta) {
    if let Some(forecast) = prepared.forecast_of(cell as usize) {
        state.seen[forecast].today += quantity;
    }
}

/// Notes the needs of the wards, one per demand entry.
pub fn note_needs(prepared: &Prepared, state: &mut State, needs: &[Quanta]) {
    for (demand, &quantity) in prepared.plan.demands.iter().zip(needs) {
        note(prepared, state, demand.cell, quantity);
    }
}

/// Ends the day of the cells that have a forecast.
pub fn close_day(prepared: &Prepared, state: &mut State, cells: std::ops::Range<usize>) {
    for forecast in cells.filter_map(|cell| prepared.forecast_of(cell)) {
        state.seen[forecast].close(prepared.plan.forecasts[forecast].method);
    }
}

/// The rule of a cell with its level set by the forecast of today.
pub fn followed(prepared: &Prepared, keys: &Keys, state: &State, cell: usize, rule: Rule, follows: Follows) -> Rule {
    let Some(index) = prepared.forecast_of(cell) else { return rule };
    let (plan, forecast) = (&*prepared.plan, &prepared.plan.forecasts[index]);
    let mean = state.seen[index].mean(forecast.method, plan.cells[cell].mean_daily);
    let week = plan.calendar.week(state.clock.day());
    let score = if forecast.noise > 0.0 {
        standard_normal(&mut keys.forecast[index].occurrence(week.cast_unsigned()))
    } else {
        0.0
    };
    let expected = mean * error_factor(forecast.bias, forecast.noise, score);
    let level = libm::round(expected * follows.days + follows.constant) as Quanta;
    moved_to(rule, level.max(follows.least))
}

/// A rule whose level, point or need is another one; what stands above the point moves with it.
fn moved_to(rule: Rule, to: Quanta) -> Rule {
    match rule {
        Rule::OrderUpTo { .. } => Rule::OrderUpTo { level: to },
        Rule::ReorderPoint { lot, .. } => Rule::ReorderPoint { point: to, lot },
        Rule::Need { minimum, .. } => Rule::Need { need: to, minimum },
        Rule::MinMax { point, level } => Rule::MinMax { point: to, level: level - point + to },
        Rule::FixedQuantity { lot, .. } => Rule::FixedQuantity { point: to, lot },
        Rule::Restore { .. } => Rule::Restore { point: to },
        Rule::Never | Rule::List { .. } => rule,
    }
}
