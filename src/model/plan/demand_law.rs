//! Demand that is not plainly normal: other laws, replayed series, factors of the season. Side tables of [`super::Plan::demands`].

use crate::time::{DAYS_PER_YEAR, month_of};
use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// What sets demand apart from a normal law with a weekday profile. All empty where nothing does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DemandLaws {
    /// Demand entries with another law, ascending by entry. Their location is the mean and their deviation 0.
    pub laws: Vec<EntryLaw>,
    /// Series that are replayed.
    pub series: Vec<Series>,
    /// Factors of the season that differ.
    pub seasons: Vec<Season>,
    /// For each demand entry its place in [`DemandLaws::seasons`]; empty where there are no seasons.
    pub season_of: Vec<u32>,
}

/// The law of one demand entry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntryLaw {
    /// The entry, an index into [`super::Plan::demands`].
    pub demand: u32,
    /// Its law.
    pub law: Law,
}

/// A law of the need of a day, before weekday and season. The stream of such an entry is its own; the occurrence is the
/// day's number, and the draws of a day are taken from its block in the order given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Law {
    /// exp(μ + σ z) quanta: a normal draw, then the uniform draw that rounds.
    Lognormal {
        /// Mean of the logarithm (ln quanta).
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// A gamma draw in quanta, then the uniform draw that rounds.
    Gamma {
        /// Shape.
        shape: f64,
        /// Scale in quanta.
        scale: f64,
    },
    /// Whole units with this mean times the day's factor.
    Poisson {
        /// Mean in units.
        mean: f64,
    },
    /// Whole units: Poisson with a mean that is a gamma draw times the day's factor.
    NegativeBinomial {
        /// Mean in units.
        mean: f64,
        /// Shape of the gamma law.
        shape: f64,
    },
    /// On a day whose first uniform draw is below the probability, a size; else nothing.
    Intermittent {
        /// Probability that a day has demand.
        probability: f64,
        /// Law of the size.
        size: SizeLaw,
    },
    /// The first value whose cumulative probability reaches 1 − u, u a uniform draw; then the uniform draw that rounds.
    Empirical {
        /// Values in quanta, ascending.
        values: Vec<f64>,
        /// Cumulative probabilities, the last one 1.
        cumulative: Vec<f64>,
    },
    /// Customers at their minutes; in the phase *demand* nothing is needed.
    Arrivals {
        /// Mean number of customers per day.
        rate: f64,
        /// What one of them needs.
        size: CustomerSize,
    },
    /// What a series says; nothing is drawn, but for the rounding under a factor of the state.
    Replay {
        /// Index into [`DemandLaws::series`].
        series: u32,
    },
}

/// Law of the size of an intermittent need.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum SizeLaw {
    /// Always the same.
    Fixed {
        /// Quanta.
        quanta: f64,
    },
    /// exp(μ + σ z) quanta.
    Lognormal {
        /// Mean of the logarithm (ln quanta).
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// Whole units, 1, 2, 3, …
    Geometric {
        /// Mean in units, ≥ 1.
        mean: f64,
    },
}

/// Law of what one customer needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CustomerSize {
    /// A law that sizes of intermittent needs have too.
    Plain(SizeLaw),
    /// The first value whose cumulative probability reaches 1 − u, u a uniform draw.
    Empirical {
        /// Values in quanta, ascending.
        values: Vec<f64>,
        /// Cumulative probabilities, the last one 1.
        cumulative: Vec<f64>,
    },
}

/// Needs that are known in advance, one per day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Number of the first day, counted from the first measured day.
    pub first: i64,
    /// Needs from that day on, in quanta.
    pub quantities: Vec<Quanta>,
    /// Whether the series is repeated before its first day and after its last; otherwise nothing is needed there.
    pub repeats: bool,
}

/// Factors that follow the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Season {
    /// Factors for January to December, with mean one over the days of a year of 365.
    pub months: [f64; 12],
    /// What a year multiplies demand by, compounded from the first measured day; 1 is no trend.
    pub yearly_growth: f64,
    /// The first measured day, in days since 1 January 1970.
    pub start: i64,
}

impl Season {
    /// No season at all.
    pub const NONE: Season = Season { months: [1.0; 12], yearly_growth: 1.0, start: 0 };

    /// The factor of the day with this number. Before the first measured day the trend stands still.
    pub fn factor(&self, number: i64) -> f64 {
        let month = self.months[month_of(self.start + number)];
        if number <= 0 || self.yearly_growth == 1.0 {
            return month;
        }
        month * libm::pow(self.yearly_growth, number as f64 / DAYS_PER_YEAR)
    }
}

impl Series {
    /// The need of the day with this number, in quanta.
    pub fn on(&self, number: i64) -> Quanta {
        let length = i64::try_from(self.quantities.len()).expect("days are counted by an i64");
        let place = number - self.first;
        let place = if self.repeats && length > 0 { place.rem_euclid(length) } else { place };
        usize::try_from(place).ok().and_then(|place| self.quantities.get(place)).copied().unwrap_or(0)
    }
}

impl DemandLaws {
    /// The law of a demand entry, if it is not the normal one.
    pub fn of(&self, demand: u32) -> Option<&Law> {
        let place = self.laws.binary_search_by_key(&demand, |one| one.demand).ok()?;
        Some(&self.laws[place].law)
    }

    /// The factor of the season for a demand entry on the day with this number.
    pub fn season(&self, demand: u32, number: i64) -> f64 {
        let season = self.season_of.get(demand as usize).map(|&season| &self.seasons[season as usize]);
        season.map_or(1.0, |season| season.factor(number))
    }

    /// The tables of a plan with fewer demand entries; `places` gives the new index of each that is kept.
    pub fn narrowed(&self, places: impl Fn(u32) -> Option<u32>) -> DemandLaws {
        let kept = |one: &EntryLaw| Some(EntryLaw { demand: places(one.demand)?, law: one.law.clone() });
        let season_of = (0..).zip(&self.season_of).filter(|&(demand, _)| places(demand).is_some());
        DemandLaws {
            laws: self.laws.iter().filter_map(kept).collect(),
            series: self.series.clone(),
            seasons: self.seasons.clone(),
            season_of: season_of.map(|(_, &season)| season).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trend_begins_with_the_measured_days_and_months_follow_the_calendar() {
        // 2026-01-05 is day 20 458 since 1970; 27 days later it is February.
        let mut season = Season { yearly_growth: 1.21, start: 20_458, ..Season::NONE };
        season.months[1] = 3.0;
        assert_eq!([-400, 0].map(|number| season.factor(number)), [1.0, 1.0]);
        assert!((season.factor(730) - 1.21 * 1.21).abs() < 1e-12, "two years of 365 days");
        assert_eq!((season.factor(-343), season.factor(-344)), (1.0, 1.0), "January 2025 and before");
        assert_eq!(Season { yearly_growth: 1.0, ..season }.factor(27), 3.0, "1 February 2026");
        assert_eq!(Season { yearly_growth: 1.0, ..season }.factor(26), 1.0, "31 January 2026");
    }

    #[test]
    fn a_series_ends_or_begins_again() {
        let once = Series { first: -1, quantities: vec![4, 0, 7], repeats: false };
        assert_eq!([-2, -1, 0, 1, 2].map(|number| once.on(number)), [0, 4, 0, 7, 0]);
        let again = Series { repeats: true, ..once };
        assert_eq!([-3, -2, -1, 0, 1, 2, 3].map(|number| again.on(number)), [0, 7, 4, 0, 7, 4, 0]);
    }
}
