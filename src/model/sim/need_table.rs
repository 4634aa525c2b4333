//! The normal laws of the demand entries, packed: every day draws from every entry, so each is as small as it can be, and the
//! factor of a day is worked out once for all entries that share it.

use crate::plan::Plan;
use crate::plan::demand::{Demand, Negative, WeekProfile};
use crate::random::dated::Dated;
use crate::units::Quanta;
use std::collections::BTreeMap;
use std::ops::Range;

/// The normal law of one demand entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct NormalLaw {
    location: f64,
    deviation: f64,
    /// What a draw is at least: 0, or −∞ where goods may come back.
    least: f64,
    /// Place of its weekday profile and season in the table.
    pub factor: u32,
}

impl NormalLaw {
    /// The law of an entry whose factors have a place in a table.
    pub(super) fn of(demand: &Demand, factor: u32) -> NormalLaw {
        let least = match demand.negative {
            Negative::Truncate => 0.0,
            Negative::Allow => f64::NEG_INFINITY,
        };
        NormalLaw { location: demand.location, deviation: demand.deviation, least, factor }
    }

    /// The need, given the draws of the day and the factor of the day and of the state.
    #[inline(always)]
    pub(super) fn need(&self, drawn: Dated, factor: f64) -> Quanta {
        let draw = factor * (self.location + self.deviation * drawn.score);
        // One instruction, where `max` takes six to see to what is not a number.
        drawn.share.round(if draw > self.least { draw } else { self.least })
    }
}

/// The laws of all entries, and the factors that they share.
#[derive(Clone, Debug)]
pub struct NeedTable {
    /// Per demand entry.
    pub(super) laws: Vec<NormalLaw>,
    /// Weekday profiles with a season, an index of the plan's, that some entry has: for each weekday its factor and the next day's.
    factors: Vec<([[f64; 2]; 7], Option<u32>)>,
}

impl NeedTable {
    /// The table of a plan.
    pub(super) fn of(plan: &Plan) -> NeedTable {
        let mut place_of = BTreeMap::new();
        let mut factors = Vec::new();
        let entries = (0..).zip(&plan.demands);
        let laws = entries.map(|(index, demand): (usize, _)| {
            let season = plan.demand_laws.season_of.get(index).copied();
            let place = *place_of.entry((demand.profile.0.map(f64::to_bits), season)).or_insert_with(|| {
                factors.push((with_next_day(&demand.profile), season));
                u32::try_from(factors.len() - 1).expect("demand entries are counted by a u32")
            });
            NormalLaw::of(demand, place)
        });
        NeedTable { laws: laws.collect(), factors }
    }

    /// The factors of the days 2 p and 2 p + 1, one after another in the order of the table, each for every p of some pairs.
    pub(super) fn factors_on(&self, plan: &Plan, pairs: Range<i64>, factors: &mut Vec<[f64; 2]>) {
        let count = usize::try_from(pairs.end - pairs.start).expect("pairs are in order");
        factors.resize(self.factors.len() * count, [0.0; 2]);
        let first = plan.calendar.weekday_of(2 * pairs.start);
        for ((of_weekday, season), factors) in self.factors.iter().zip(factors.chunks_exact_mut(count.max(1))) {
            let mut weekday = first;
            for both in &mut *factors {
                *both = of_weekday[weekday];
                weekday = if weekday < 5 { weekday + 2 } else { weekday - 5 };
            }
            if let Some(season) = season {
                let season = &plan.demand_laws.seasons[*season as usize];
                for (both, pair) in factors.iter_mut().zip(pairs.clone()) {
                    *both = [both[0] * season.factor(2 * pair), both[1] * season.factor(2 * pair + 1)];
                }
            }
        }
    }
}

fn with_next_day(profile: &WeekProfile) -> [[f64; 2]; 7] {
    std::array::from_fn(|weekday| [profile.0[weekday], profile.0[(weekday + 1) % 7]])
}
