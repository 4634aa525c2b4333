//! The needs of the wards, drawn some days ahead: they depend on the date and on nothing in the state.
//!
//! Two neighbouring dates share a scrambling ([`crate::random::dated`]), so days are drawn in pairs. The copies of a probe
//! meet the same days again and again: they keep the whole stretch.

use super::need_laws::{OfTheDay, need_by_law};
use super::prepared::Prepared;
use super::state::Keys;
use crate::plan::Plan;
use crate::plan::demand_law::EntryLaw;
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
        prepared.need_laws.factors_on(plan, pair..pair + 1, &mut self.factors);
        self.rows.resize(self.rows.len().max((place + 1) * 2 * width), 0);
        let (even, odd) = self.rows[place * 2 * width..(place + 1) * 2 * width].split_at_mut(width);
        for (((law, &key), even), odd) in prepared.need_laws.laws.iter().zip(keys).zip(even).zip(odd) {
            let [first, second] = key.pair_of_dates(pair);
            let factors = self.factors[law.factor as usize];
            *even = law.need(first, factors[0]);
            *odd = law.need(second, factors[1]);
        }
        for one in &plan.demand_laws.laws {
            let index = one.demand as usize;
            for later in 0..2 {
                self.rows[(2 * place + later) * width + index] =
                    need_of_other_law(plan, one, keys[index], 2 * pair + later as i64);
            }
        }
        self.drawn += 1;
        place
    }
}

/// The needs of one demand entry on pairs of days from the pair `first` on, given the factors as [`super::need_table::NeedTable::factors_on`] has
/// them: what [`Needs::on`] gives for it on each of them.
// Measured: a function of its own keeps its values in registers.
#[inline(never)]
pub(super) fn needs_of_entry(
    prepared: &Prepared,
    (demand, key): (usize, StreamKey),
    first: i64,
    factors: &[[f64; 2]],
    needs: &mut [[Quanta; 2]],
) {
    let (plan, law) = (&*prepared.plan, prepared.need_laws.laws[demand]);
    let laws = &plan.demand_laws.laws;
    if let Ok(other) = laws.binary_search_by_key(&demand, |one| one.demand as usize) {
        for (day, need) in (2 * first..).zip(needs.as_flattened_mut()) {
            *need = need_of_other_law(plan, &laws[other], key, day);
        }
        return;
    }
    let factors = &factors[law.factor as usize * needs.len()..][..needs.len()];
    for ((pair, need), factors) in (first..).zip(needs).zip(factors) {
        let [even, odd] = key.pair_of_dates(pair);
        *need = [law.need(even, factors[0]), law.need(odd, factors[1])];
    }
}

/// The need of an entry whose law is not normal, on the day with a number.
fn need_of_other_law(plan: &Plan, one: &EntryLaw, key: StreamKey, number: i64) -> Quanta {
    let weekday = plan.calendar.weekday_of(number);
    let factor = plan.demands[one.demand as usize].profile.0[weekday] * plan.demand_laws.season(one.demand, number);
    let day = OfTheDay { number, factor, of_the_state: 1.0, resolution: plan.resolution };
    need_by_law(&one.law, &plan.demand_laws, key, day)
}
