//! How demand varies: the law of a day, and its factors by weekday, month and year.

use super::{Id, Selection};
use crate::plan::demand::Negative;
use serde::Serialize;

/// `[demand]`, and the same keys of `[demand-rule.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DemandRules {
    /// Law of a day.
    pub law: DemandLaw,
    /// Weekday factors as given, scaled to mean one.
    pub weekday: [f64; 7],
    /// Month factors, scaled to mean one over the days of a year of 365.
    pub month: [f64; 12],
    /// Growth per year as a share, compounded from the first measured day.
    pub trend: f64,
}

/// `[demand-rule.ID]`: what holds instead of `[demand]` for some articles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DemandRule {
    /// Sites; empty means every site with demand.
    pub at: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// The rule with the highest priority wins; two that tie on one cell are an error.
    pub priority: i64,
    /// What holds.
    pub rules: DemandRules,
}

/// Law of the need of a day. Mean and deviation are the article's, unless said otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum DemandLaw {
    /// Normal.
    Normal {
        /// Negative draws.
        negative: Negative,
    },
    /// The mean, every day.
    Fixed,
    /// Lognormal.
    Lognormal,
    /// Gamma; with a coefficient of variation of 1 the exponential law.
    Gamma,
    /// Poisson: whole units, the deviation is the root of the mean.
    Poisson,
    /// Negative binomial: whole units, the variance above the mean.
    NegativeBinomial,
    /// Nothing on most days.
    Intermittent {
        /// Mean number of days from one day with demand to the next in the whole region, ≥ 1.
        interval_days: f64,
        /// Size of a need; its mean is the article's mean × the interval.
        size: SizeRule,
    },
    /// Values with probabilities.
    Empirical {
        /// Units per day in the whole region, ascending.
        values: Vec<f64>,
        /// Cumulative probabilities, the last one 1.
        cumulative: Vec<f64>,
    },
    /// Customers at their minutes.
    Arrivals {
        /// What one needs.
        size: CustomerRule,
    },
    /// Days from a file.
    Replay(Replay),
}

/// What a customer needs. The article's mean says how many come, or how much one takes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum CustomerRule {
    /// One unit.
    Unit,
    /// So many customers come per day to the whole region; the mean size is the article's mean ÷ their number.
    Rate {
        /// Customers per day, above 0.
        per_day: f64,
        /// Law of the size.
        size: SizeRule,
    },
    /// Values with probabilities; so many come as the article's mean says.
    Empirical {
        /// Units, ascending.
        values: Vec<f64>,
        /// Cumulative probabilities, the last one 1.
        cumulative: Vec<f64>,
    },
}

/// Law of the size of an intermittent need.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum SizeRule {
    /// Always the mean.
    Fixed,
    /// Lognormal.
    Lognormal {
        /// Coefficient of variation.
        cv: f64,
    },
    /// Geometric on 1, 2, 3, … units.
    Geometric,
}

/// Needs from a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Replay {
    /// One series for each site and article, ascending by both.
    pub series: Vec<ReplaySeries>,
    /// Whether days are days since 1970 (dates) or numbers counted from the first measured day.
    pub dated: bool,
    /// First day of the file.
    pub first: i64,
    /// Last day of the file.
    pub last: i64,
    /// What holds outside of the file.
    pub beyond: Beyond,
}

/// What holds on days that a replayed file does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Beyond {
    /// The scenario is refused.
    Refuse,
    /// The file is repeated.
    Repeat,
    /// Nothing is needed.
    Nothing,
}

/// The rows of one article, at one site or in the whole region.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReplaySeries {
    /// The site; `None` is the region, whose use the sites share.
    pub site: Option<Id>,
    /// The article.
    pub article: Id,
    /// (day, units), ascending by day.
    pub needs: Vec<(i64, f64)>,
}

impl DemandLaw {
    /// The word of files.
    pub fn word(&self) -> &'static str {
        match self {
            DemandLaw::Normal { .. } => "normal",
            DemandLaw::Fixed => "fixed",
            DemandLaw::Lognormal => "lognormal",
            DemandLaw::Gamma => "gamma",
            DemandLaw::Poisson => "poisson",
            DemandLaw::NegativeBinomial => "negative-binomial",
            DemandLaw::Intermittent { .. } => "intermittent",
            DemandLaw::Empirical { .. } => "empirical",
            DemandLaw::Arrivals { .. } => "arrivals",
            DemandLaw::Replay(_) => "replay",
        }
    }

    /// Whether the article's standard deviation is a part of the law.
    pub fn uses_deviation(&self) -> bool {
        matches!(self, DemandLaw::Normal { .. } | DemandLaw::Lognormal | DemandLaw::Gamma | DemandLaw::NegativeBinomial)
    }
}
