//! The needs of the wards, drawn some days ahead: they depend on the date and on nothing in the state.
//!
//! Two neighbouring dates share a scrambling ([`crate::random::dated`]), so days are drawn in pairs. The copies of a probe
//! meet the same days again and again: they keep the whole stretch.

use super::need_laws::{OfTheDay, need_by_law};
use super::prepared::Prepared;
use super::state::Keys;
use crate::random::key::StreamKey;
use crate::units::Quanta;

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
    /// Factors of the pair that was drawn last, by their place in the table of laws.
    factors: Vec<[f64; 2]>,
}

impl Needs {
    /// Room for a stretch of at least so many days.
    pub fn of_days(days: usize) -> Needs {
        Needs { capacity: days.div_ceil(2) + 1, first: 0, drawn: 0, rows: Vec::new(), factors: Vec::new() }
    }

    /// Room for one pair of days.
    pub fn of_a_pair() -> Needs {
        Needs { capacity: 1, first: 0, drawn: 0, rows: Vec::new(), factors: Vec::new() }
    }

    /// The needs of a day (`number` counted from the first measured day), in the order of the plan's demand entries.
    pub fn on(&mut self, prepared: &Prepared, keys: &Keys, number: i64) -> &[Quanta] {
        let pair = number.div_euclid(2);
        let width = prepared.plan.demands.len();
        let place = match usize::try_from(pair - self.first) {
            Ok(place) if place < self.drawn => place,
            // The stretch goes on …
            Ok(place) if place == self.drawn && place < self.capacity => self.draw(prepared, &keys.demand, pair),
            // … or a new one begins.
            _ => {
                (self.first, self.drawn) = (pair, 0);
                self.draw(prepared, &keys.demand, pair)
            }
        };
        let row = 2 * place + usize::from(number.rem_euclid(2) == 1);
        &self.rows[row * width..(row + 1) * width]
    }

    /// Draws a pair of days behind those drawn, and says where.
    fn draw(&mut self, prepared: &Prepared, keys: &[StreamKey], pair: i64) -> usize {
        let plan = &*prepared.plan;
        let (place, width) = (self.drawn, plan.demands.len());
        let weekdays = [0, 1].map(|later| plan.calendar.weekday_of(2 * pair + later));
        prepared.need_laws.factors_on(plan, pair, &mut self.factors);
        self.rows.resize(self.rows.len().max((place + 1) * 2 * width), 0);
        let (even, odd) = self.rows[place * 2 * width..(place + 1) * 2 * width].split_at_mut(width);
        for (((law, &key), even), odd) in prepared.need_laws.laws.iter().zip(keys).zip(even).zip(odd) {
            let [first, second] = key.pair_of_dates(pair);
            let factors = self.factors[law.factor as usize];
            *even = law.need(first, factors[0]);
            *odd = law.need(second, factors[1]);
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
