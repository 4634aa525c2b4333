//! The needs of the wards, drawn some days ahead: they depend on the date and on nothing in the state.
//!
//! Two neighbouring dates share a scrambling ([`crate::random::dated`]), so days are drawn in pairs. The copies of a probe
//! meet the same days again and again: they keep the whole stretch.

use super::need_laws::{OfTheDay, need_by_law};
use super::prepared::Prepared;
use super::state::Keys;
use crate::plan::Plan;
use crate::plan::demand::{Demand, Negative};
use crate::random::dated::Dated;
use crate::random::key::StreamKey;
use crate::units::Quanta;

/// The need of one demand entry under the normal law, given its draws of the day, the factor of the day (weekday and
/// season) and the factor of the state (1 in the needs that are drawn ahead).
#[inline]
pub(super) fn need(demand: &Demand, drawn: Dated, of_the_day: f64, of_the_state: f64) -> Quanta {
    let draw = of_the_day * of_the_state * (demand.location + demand.deviation * drawn.score);
    drawn.share.round(match demand.negative {
        Negative::Truncate => draw.max(0.0),
        Negative::Allow => draw,
    })
}

/// Needs of a stretch of days, one row per day with one need per demand entry.
#[derive(Clone, Debug)]
pub struct Needs {
    /// Pairs of days to keep.
    capacity: usize,
    /// The pair of the first row: days 2 `first` and 2 `first` + 1, counted from the first measured day.
    first: i64,
    /// Pairs drawn.
    drawn: usize,
    rows: Vec<Quanta>,
}

impl Needs {
    /// Room for a stretch of at least so many days.
    pub fn of_days(days: usize) -> Needs {
        Needs { capacity: days.div_ceil(2) + 1, first: 0, drawn: 0, rows: Vec::new() }
    }

    /// Room for one pair of days.
    pub fn of_a_pair() -> Needs {
        Needs { capacity: 1, first: 0, drawn: 0, rows: Vec::new() }
    }

    /// The needs of a day (`number` counted from the first measured day), in the order of the plan's demand entries.
    pub fn on(&mut self, prepared: &Prepared, keys: &Keys, number: i64) -> &[Quanta] {
        let pair = number.div_euclid(2);
        let width = prepared.plan.demands.len();
        let place = match usize::try_from(pair - self.first) {
            Ok(place) if place < self.drawn => place,
            // The stretch goes on …
            Ok(place) if place == self.drawn && place < self.capacity => self.draw(&prepared.plan, &keys.demand, pair),
            // … or a new one begins.
            _ => {
                (self.first, self.drawn) = (pair, 0);
                self.draw(&prepared.plan, &keys.demand, pair)
            }
        };
        let row = 2 * place + usize::from(number.rem_euclid(2) == 1);
        &self.rows[row * width..(row + 1) * width]
    }

    /// Draws a pair of days behind those drawn, and says where.
    fn draw(&mut self, plan: &Plan, keys: &[StreamKey], pair: i64) -> usize {
        let (place, width) = (self.drawn, plan.demands.len());
        let weekdays = [0, 1].map(|later| plan.calendar.weekday_of(2 * pair + later));
        self.rows.resize(self.rows.len().max((place + 1) * 2 * width), 0);
        let (even, odd) = self.rows[place * 2 * width..(place + 1) * 2 * width].split_at_mut(width);
        if plan.demand_laws.seasons.is_empty() {
            for (((demand, &key), even), odd) in plan.demands.iter().zip(keys).zip(even).zip(odd) {
                let [first, second] = key.pair_of_dates(pair);
                *even = need(demand, first, demand.profile.0[weekdays[0]], 1.0);
                *odd = need(demand, second, demand.profile.0[weekdays[1]], 1.0);
            }
        } else {
            draw_in_season(plan, keys, pair, [even, odd]);
        }
        for one in &plan.demand_laws.laws {
            let (index, entry) = (one.demand as usize, &plan.demands[one.demand as usize]);
            for (later, weekday) in (0..).zip(weekdays) {
                let number = 2 * pair + later;
                let factor = entry.profile.0[weekday] * plan.demand_laws.season(one.demand, number);
                let day = OfTheDay { number, factor, of_the_state: 1.0, resolution: plan.resolution };
                let row = place * 2 + usize::from(later == 1);
                self.rows[row * width + index] = need_by_law(&one.law, &plan.demand_laws, keys[index], day);
            }
        }
        self.drawn += 1;
        place
    }
}

/// The same as without seasons, each factor worked out once for all entries that share it.
fn draw_in_season(plan: &Plan, keys: &[StreamKey], pair: i64, [even, odd]: [&mut [Quanta]; 2]) {
    let weekdays = [0, 1].map(|later| plan.calendar.weekday_of(2 * pair + later));
    let laws = &plan.demand_laws;
    let factors: Vec<_> =
        laws.seasons.iter().map(|season| [0, 1].map(|later| season.factor(2 * pair + later))).collect();
    let entries = plan.demands.iter().zip(keys).zip(&laws.season_of);
    for ((((demand, &key), &season), even), odd) in entries.zip(even).zip(odd) {
        let [first, second] = key.pair_of_dates(pair);
        let of_the_season = factors[season as usize];
        *even = need(demand, first, demand.profile.0[weekdays[0]] * of_the_season[0], 1.0);
        *odd = need(demand, second, demand.profile.0[weekdays[1]] * of_the_season[1], 1.0);
    }
}
