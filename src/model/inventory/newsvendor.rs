//! One order for one period: the stock that balances units left over against units short.
//!
//! The cheapest level S has P(D ≤ S) = p / (h + p), and for whole units it is the smallest with at least that
//! (Arrow, Harris & Marschak 1951). Costs are expected ones, h E(S − D)⁺ + p E(D − S)⁺.

use super::loss::NormalDemand;
use super::unanswered::{Unanswered, finite, need, not_negative, positive};
use crate::random::normal::{standard_normal_cdf, standard_normal_quantile};
use crate::stats::poisson;

/// What a unit left over and a unit short cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitCosts {
    /// Per unit left over, money.
    pub holding_cost: f64,
    /// Per unit short, money.
    pub stockout_cost: f64,
}

/// The demand of one period.
#[derive(Clone, Debug, PartialEq)]
pub enum PeriodDemand {
    /// Normal.
    Normal(NormalDemand),
    /// Poisson with this mean.
    Poisson {
        /// Units.
        mean: f64,
    },
    /// exp of a normal variable.
    Lognormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// Finitely many values, whole or not, ascending, with their probabilities.
    Discrete(Vec<(f64, f64)>),
}

impl UnitCosts {
    pub(super) fn check(&self) -> Result<(), Unanswered> {
        positive("holding_cost", self.holding_cost)?;
        positive("stockout_cost", self.stockout_cost)
    }

    /// p / (h + p), the probability that the stock should suffice.
    pub fn critical_ratio(&self) -> f64 {
        self.stockout_cost / (self.holding_cost + self.stockout_cost)
    }

    /// h / (h + p), the probability that it should not.
    pub fn critical_rest(&self) -> f64 {
        self.holding_cost / (self.holding_cost + self.stockout_cost)
    }

    /// The standard normal score of the critical ratio, with full digits on both sides.
    pub fn critical_score(&self) -> f64 {
        let (ratio, rest) = (self.critical_ratio(), self.critical_rest());
        if ratio < rest { standard_normal_quantile(ratio) } else { -standard_normal_quantile(rest) }
    }

    /// The expected cost of one period with `level` units in stock.
    ///
    /// # Errors
    /// If a cost, the demand or the level is out of range.
    pub fn cost(&self, demand: &PeriodDemand, level: f64) -> Result<f64, Unanswered> {
        not_negative("holding_cost", self.holding_cost)?;
        not_negative("stockout_cost", self.stockout_cost)?;
        finite("base_stock_level", level)?;
        demand.check()?;
        Ok(self.holding_cost * demand.left_over(level) + self.stockout_cost * demand.short(level))
    }

    /// The cheapest level and its expected cost.
    ///
    /// # Errors
    /// If a cost or the demand is out of range.
    pub fn cheapest(&self, demand: &PeriodDemand) -> Result<(f64, f64), Unanswered> {
        self.check()?;
        demand.check()?;
        let level = match demand {
            PeriodDemand::Normal(normal) => normal.mean + normal.sd * self.critical_score(),
            PeriodDemand::Poisson { mean } => poisson::upper_quantile(*mean, self.critical_rest()) as f64,
            PeriodDemand::Lognormal { mu, sigma } => libm::exp(mu + sigma * self.critical_score()),
            PeriodDemand::Discrete(values) => first_with(values, self.critical_rest()),
        };
        Ok((level, self.cost(demand, level)?))
    }
}

/// The smallest value beyond which lies at most this probability; within 1e-12 of it counts, since sums of shares round.
fn first_with(values: &[(f64, f64)], beyond: f64) -> f64 {
    let (mut level, mut above) = (f64::NAN, 0.0);
    for (value, share) in values.iter().rev() {
        if above > beyond + 1e-12 {
            break;
        }
        level = *value;
        above += share;
    }
    level
}

impl PeriodDemand {
    fn check(&self) -> Result<(), Unanswered> {
        match self {
            PeriodDemand::Normal(normal) => {
                finite("demand_mean", normal.mean)?;
                not_negative("demand_sd", normal.sd)
            }
            PeriodDemand::Poisson { mean } => poisson_mean("demand_mean", *mean),
            PeriodDemand::Lognormal { mu, sigma } => {
                finite("mu", *mu)?;
                not_negative("sigma", *sigma)
            }
            PeriodDemand::Discrete(values) => check_shares(values),
        }
    }

    /// E(D − x)⁺, units.
    pub fn short(&self, x: f64) -> f64 {
        match self {
            PeriodDemand::Normal(normal) => normal.short(x),
            PeriodDemand::Poisson { mean } => poisson::excess(*mean, x),
            PeriodDemand::Lognormal { mu, sigma } => lognormal_short(*mu, *sigma, x),
            PeriodDemand::Discrete(values) => values.iter().map(|(value, share)| share * (value - x).max(0.0)).sum(),
        }
    }

    /// E(x − D)⁺, units.
    pub fn left_over(&self, x: f64) -> f64 {
        match self {
            PeriodDemand::Normal(normal) => normal.left_over(x),
            PeriodDemand::Poisson { mean } => poisson::shortfall(*mean, x),
            PeriodDemand::Lognormal { mu, sigma } => lognormal_left_over(*mu, *sigma, x),
            PeriodDemand::Discrete(values) => values.iter().map(|(value, share)| share * (x - value).max(0.0)).sum(),
        }
    }
}

/// A mean that sums of Poisson probabilities can serve.
pub(super) fn poisson_mean(parameter: &'static str, mean: f64) -> Result<(), Unanswered> {
    need((0.0..=poisson::LARGEST_MEAN).contains(&mean), parameter, mean, "a Poisson mean from 0 to 10^12")
}

fn check_shares(values: &[(f64, f64)]) -> Result<(), Unanswered> {
    for (value, share) in values {
        finite("demand_pmf", *value)?;
        need((0.0..=1.0).contains(share), "demand_pmf", *share, "a probability")?;
    }
    for pair in values.windows(2) {
        need(pair[0].0 < pair[1].0, "demand_pmf", pair[1].0, "above the value before it")?;
    }
    let sum: f64 = values.iter().map(|(_, share)| share).sum();
    need((sum - 1.0).abs() <= 1e-9, "demand_pmf", sum, "1, the sum of the probabilities")
}

/// E(D − x)⁺ = exp(μ + σ²/2) Φ(d + σ) − x Φ(d), d = (μ − ln x) / σ.
fn lognormal_short(mu: f64, sigma: f64, x: f64) -> f64 {
    let mean = libm::exp(mu + sigma * sigma / 2.0);
    if x <= 0.0 || sigma == 0.0 {
        return (mean - x).max(0.0);
    }
    let d = (mu - libm::log(x)) / sigma;
    mean * standard_normal_cdf(d + sigma) - x * standard_normal_cdf(d)
}

/// E(x − D)⁺ = x Φ(−d) − exp(μ + σ²/2) Φ(−d − σ).
fn lognormal_left_over(mu: f64, sigma: f64, x: f64) -> f64 {
    let mean = libm::exp(mu + sigma * sigma / 2.0);
    if x <= 0.0 {
        return 0.0;
    }
    if sigma == 0.0 {
        return (x - mean).max(0.0);
    }
    let d = (mu - libm::log(x)) / sigma;
    x * standard_normal_cdf(-d) - mean * standard_normal_cdf(-d - sigma)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COSTS: UnitCosts = UnitCosts { holding_cost: 1.0, stockout_cost: 4.0 };

    fn laws() -> [PeriodDemand; 4] {
        [
            PeriodDemand::Normal(NormalDemand { mean: 50.0, sd: 8.0 }),
            PeriodDemand::Poisson { mean: 7.5 },
            PeriodDemand::Lognormal { mu: 3.0, sigma: 0.6 },
            PeriodDemand::Discrete(vec![(0.5, 0.25), (2.0, 0.55), (9.25, 0.2)]),
        ]
    }

    #[test]
    fn no_other_level_is_cheaper() {
        for demand in laws() {
            let (level, cost) = COSTS.cheapest(&demand).unwrap();
            for k in 0..2000 {
                assert!(COSTS.cost(&demand, f64::from(k) * 0.05).unwrap() >= cost - 1e-12, "{demand:?} {level}");
            }
        }
    }

    #[test]
    fn left_over_less_short_is_the_level_less_the_mean() {
        for demand in laws() {
            let mean = demand.short(0.0) - demand.left_over(0.0);
            for x in [1.0, 7.0, 20.0, 60.0, 300.0] {
                assert!((demand.left_over(x) - demand.short(x) - (x - mean)).abs() < 1e-9, "{demand:?} {x}");
            }
        }
    }

    #[test]
    fn a_tie_takes_the_smaller_level() {
        // P(D ≤ 2) = 0.8 exactly as asked, though 1 − 0.2 and 0.25 + 0.55 round differently.
        assert_eq!(COSTS.cheapest(&laws()[3]).unwrap().0, 2.0);
    }

    #[test]
    fn shares_must_sum_to_one() {
        let short = PeriodDemand::Discrete(vec![(1.0, 0.5), (2.0, 0.4)]);
        assert_eq!(COSTS.cheapest(&short).unwrap_err().parameter, "demand_pmf");
        assert_eq!(COSTS.cheapest(&PeriodDemand::Discrete(vec![])).unwrap_err().parameter, "demand_pmf");
    }
}
