//! The need of one demand entry on one day under any law, and under a factor that the state of the world puts on it.
//!
//! Needs are drawn ahead and kept for the copies ([`super::needs`]), so they hold no factor of the state. What scales
//! demand on a day (a surge, a disruption) asks here for the entries that it is about: the same draw, times the factor,
//! before rounding. A factor of 1 gives the need that was drawn ahead.

use super::need_table::NormalLaw;
use crate::plan::Plan;
use crate::plan::demand_law::{DemandLaws, Law, SizeLaw};
use crate::random::block::Block;
use crate::random::counts::{Geometric, NegativeBinomial, Poisson};
use crate::random::gamma::Gamma;
use crate::random::key::StreamKey;
use crate::random::sampling::{Discrete, Lognormal, rounded_stochastically};
use crate::units::Quanta;
use rand_distr::Distribution;

/// The need, in quanta, of demand entry `demand` on the day with this number, its draw multiplied by `factor` before
/// rounding; `key` is the entry's own ([`super::state::Keys::demand`]).
///
/// # Panics
/// If the scaled draw is beyond 2⁵¹ quanta.
pub fn need_scaled(plan: &Plan, demand: u32, key: StreamKey, number: i64, factor: f64) -> Quanta {
    let entry = &plan.demands[demand as usize];
    let of_the_day = entry.profile.0[plan.calendar.weekday_of(number)] * plan.demand_laws.season(demand, number);
    match plan.demand_laws.of(demand) {
        None => NormalLaw::of(entry, 0).need(key.date(number), of_the_day * factor),
        Some(law) => {
            let day = OfTheDay { number, factor: of_the_day, of_the_state: factor, resolution: plan.resolution };
            need_by_law(law, &plan.demand_laws, key, day)
        }
    }
}

/// What a day brings to a draw.
#[derive(Clone, Copy, Debug)]
pub(super) struct OfTheDay {
    /// Number, counted from the first measured day.
    pub number: i64,
    /// Factor of the weekday and the season: it is a part of the law.
    pub factor: f64,
    /// Factor of the state: it multiplies what the law gave.
    pub of_the_state: f64,
    /// Quanta per unit.
    pub resolution: i64,
}

/// The need under a law that is not normal.
pub(super) fn need_by_law(law: &Law, laws: &DemandLaws, key: StreamKey, day: OfTheDay) -> Quanta {
    let mut block = key.occurrence(day.number.cast_unsigned());
    let both = day.factor * day.of_the_state;
    match *law {
        Law::Lognormal { mu, sigma } => in_quanta(both * Lognormal { mu, sigma }.sample(&mut block), &mut block),
        Law::Gamma { shape, scale } => in_quanta(both * Gamma { shape, scale }.sample(&mut block), &mut block),
        Law::Poisson { mean } => {
            let units = Poisson { mean: mean * day.factor }.sample(&mut block);
            in_units(day.of_the_state * units, day, &mut block)
        }
        Law::NegativeBinomial { mean, shape } => {
            let units = NegativeBinomial { mean: mean * day.factor, shape }.sample(&mut block);
            in_units(day.of_the_state * units, day, &mut block)
        }
        Law::Intermittent { probability, .. } if block.unit() >= probability => 0,
        Law::Intermittent { size, .. } => match size {
            SizeLaw::Fixed { quanta } => in_quanta(both * quanta, &mut block),
            SizeLaw::Lognormal { mu, sigma } => {
                in_quanta(both * Lognormal { mu, sigma }.sample(&mut block), &mut block)
            }
            SizeLaw::Geometric { mean } => in_units(both * Geometric { mean }.sample(&mut block), day, &mut block),
        },
        Law::Empirical { ref values, ref cumulative } => {
            in_quanta(both * Discrete::pick(values, cumulative, &mut block), &mut block)
        }
        Law::Arrivals { .. } => 0,
        Law::Replay { series } => {
            let quantity = laws.series[series as usize].on(day.number);
            in_quanta(day.of_the_state * quantity as f64, &mut block)
        }
    }
}

/// Rounded to whole quanta by the next uniform draw; what is whole stays.
fn in_quanta(quanta: f64, block: &mut Block) -> Quanta {
    rounded_stochastically(quanta, block.unit())
}

/// Rounded to whole units by the next uniform draw; what is whole stays.
fn in_units(units: f64, day: OfTheDay, block: &mut Block) -> Quanta {
    rounded_stochastically(units, block.unit()) * day.resolution
}
