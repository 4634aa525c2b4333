//! Stages in a row under normal demand: echelon base-stock levels and their cost (Clark & Scarf 1960), by numerical
//! integration.
//!
//! From the customer up: C_j(y) = h_j (y − E D_j) + E B_{j−1}(y − D_j), with D_j the demand of the stage's lead time, S_j the place of its least, and
//! B_j(x) = C_j(min(S_j, x)); B_0(x) = (p + Σ h) x⁻ (Chen & Zheng 1994; Snyder & Shen 2019, section 6.2). The order of a
//! stage leaves at the end of a period, so stock stands against the lead time alone.

use super::loss::NormalDemand;
use super::unanswered::{Unanswered, need, not_negative, positive};
use crate::random::normal::standard_normal_density;
use crate::stats::root::{bracket, crossing};

/// A stage; its costs and times are per period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SerialStage {
    /// Money per unit and period of echelon stock: the local cost less that of the stage before.
    pub echelon_holding_cost: f64,
    /// Periods from order to arrival.
    pub lead_time: f64,
}

/// Levels and cost.
#[derive(Clone, Debug, PartialEq)]
pub struct SerialAnswer {
    /// Units, from the customer up.
    pub echelon_base_stock: Vec<f64>,
    /// Money per period: echelon stock, and what waits.
    pub cost_per_period: f64,
}

/// Standard deviations beyond which demand does not count.
const REACH: f64 = 10.0;

/// The best levels of `stages`, given from the customer up.
///
/// # Errors
/// If there is no stage, or a cost, a time or the demand is out of range.
pub fn best_levels(
    stages: &[SerialStage],
    stockout_cost: f64,
    period: NormalDemand,
) -> Result<SerialAnswer, Unanswered> {
    positive("stockout_cost", stockout_cost)?;
    positive("demand_mean", period.mean)?;
    not_negative("demand_sd", period.sd)?;
    if stages.is_empty() {
        return Err(Unanswered::because("lead_times_from_customer", "there must be at least one stage"));
    }
    for stage in stages {
        positive("echelon_holding_costs_from_customer", stage.echelon_holding_cost)?;
        let lead_time = stage.lead_time;
        need((0.0..=1e6).contains(&lead_time), "lead_times_from_customer", lead_time, "from 0 to 10^6 periods")?;
    }
    let all: f64 = stages.iter().map(|stage| stage.echelon_holding_cost).sum();
    let mut below = Curve::of_customer(stockout_cost + all);
    let mut levels = Vec::new();
    for stage in stages {
        let expected =
            Expected { below: &below, holding: stage.echelon_holding_cost, demand: period.over(stage.lead_time) };
        let low = below.low + expected.demand.mean - REACH * expected.demand.sd;
        let step = expected.demand.sd.max(expected.demand.mean).max(1.0);
        let endless = Unanswered::because("stockout_cost", "costs too far apart to find a level");
        let high = bracket(low, step, |y| expected.slope(y)).ok_or(endless)?;
        let level = crossing(low, high, |y| expected.slope(y));
        levels.push(level);
        below = Curve::tabulated(&expected, low, level);
    }
    Ok(SerialAnswer { echelon_base_stock: levels, cost_per_period: below.top_value() })
}

/// B_j: straight below `low`, cubic between knots, flat from the last knot on.
struct Curve {
    low: f64,
    step: f64,
    values: Vec<f64>,
    slopes: Vec<f64>,
    /// Slope below `low`.
    falling: f64,
    /// The distance over which it bends.
    scale: f64,
}

impl Curve {
    fn of_customer(penalty: f64) -> Curve {
        Curve { low: 0.0, step: 1.0, values: vec![0.0], slopes: vec![0.0], falling: -penalty, scale: 0.0 }
    }

    /// C_j up to its least, as a table.
    fn tabulated(expected: &Expected, low: f64, level: f64) -> Curve {
        let sd = expected.demand.sd;
        let scale = if sd > 0.0 { sd } else { expected.below.scale };
        let span = level - low;
        let pieces = if span > 0.0 { libm::ceil(span / (0.1 * scale)).clamp(200.0, 4000.0) as usize } else { 0 };
        let step = if pieces == 0 { 1.0 } else { span / pieces as f64 };
        let places = || (0..=pieces).map(|k| low + step * k as f64);
        let values = places().map(|y| expected.value(y)).collect();
        let slopes = places().map(|y| expected.slope(y)).collect();
        Curve { low, step, values, slopes, falling: expected.below.falling + expected.holding, scale }
    }

    fn top_value(&self) -> f64 {
        self.values[self.values.len() - 1]
    }

    fn top(&self) -> f64 {
        self.low + self.step * (self.values.len() - 1) as f64
    }

    /// The piece that x lies in, and how far into it, from 0 to 1.
    fn piece(&self, x: f64) -> (usize, f64) {
        let along = (x - self.low) / self.step;
        let piece = (along as usize).min(self.values.len() - 2);
        (piece, along - piece as f64)
    }

    fn value(&self, x: f64) -> f64 {
        if x >= self.top() {
            return self.top_value();
        }
        if x < self.low {
            return self.values[0] + self.falling * (x - self.low);
        }
        let (k, t) = self.piece(x);
        let (a, b) = (self.values[k], self.values[k + 1]);
        let (da, db) = (self.step * self.slopes[k], self.step * self.slopes[k + 1]);
        let rise = b - a;
        a + t * (da + t * (3.0 * rise - 2.0 * da - db + t * (da + db - 2.0 * rise)))
    }

    fn slope(&self, x: f64) -> f64 {
        if x >= self.top() {
            return 0.0;
        }
        if x < self.low {
            return self.falling;
        }
        let (k, t) = self.piece(x);
        let rise = self.values[k + 1] - self.values[k];
        let (da, db) = (self.step * self.slopes[k], self.step * self.slopes[k + 1]);
        (da + t * (6.0 * rise - 4.0 * da - 2.0 * db + 3.0 * t * (da + db - 2.0 * rise))) / self.step
    }
}

/// C_j over the curve of the stage below.
struct Expected<'a> {
    below: &'a Curve,
    holding: f64,
    demand: NormalDemand,
}

impl Expected<'_> {
    fn value(&self, y: f64) -> f64 {
        let flat = self.demand.at_most(y - self.below.top()) * self.below.top_value();
        self.holding * (y - self.demand.mean) + flat + self.bent(y, |x| self.below.value(x))
    }

    fn slope(&self, y: f64) -> f64 {
        self.holding + self.bent(y, |x| self.below.slope(x))
    }

    /// E over the demand that takes y below the flat part.
    fn bent(&self, y: f64, function: impl Fn(f64) -> f64) -> f64 {
        let NormalDemand { mean, sd } = self.demand;
        let top = self.below.top();
        if sd == 0.0 {
            return if y - mean < top { function(y - mean) } else { 0.0 };
        }
        let (start, end) = (((y - top - mean) / sd).max(-REACH), REACH);
        if start >= end {
            return 0.0;
        }
        const PANELS: i32 = 24;
        let half = (end - start) / f64::from(2 * PANELS);
        let mut sum = 0.0;
        for panel in 0..PANELS {
            let centre = start + half * f64::from(2 * panel + 1);
            for (node, weight) in GAUSS {
                for z in [centre - half * node, centre + half * node] {
                    sum += weight * standard_normal_density(z) * function(y - mean - sd * z);
                }
            }
        }
        sum * half
    }
}

/// Gauss–Legendre nodes and weights for 8 points, one half (Abramowitz & Stegun 1964, table 25.4).
const GAUSS: [(f64, f64); 4] = [
    (0.183_434_642_495_649_8, 0.362_683_783_378_362),
    (0.525_532_409_916_329, 0.313_706_645_877_887_3),
    (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
    (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::newsvendor::{PeriodDemand, UnitCosts};

    const DEMAND: NormalDemand = NormalDemand { mean: 20.0, sd: 4.0 };

    fn stage(echelon_holding_cost: f64, lead_time: f64) -> SerialStage {
        SerialStage { echelon_holding_cost, lead_time }
    }

    #[test]
    fn one_stage_is_the_newsvendor() {
        let found = best_levels(&[stage(2.0, 9.0)], 30.0, DEMAND).unwrap();
        let costs = UnitCosts { holding_cost: 2.0, stockout_cost: 30.0 };
        let (level, cost) = costs.cheapest(&PeriodDemand::Normal(DEMAND.over(9.0))).unwrap();
        assert!((found.echelon_base_stock[0] - level).abs() < 1e-9);
        assert!((found.cost_per_period / cost - 1.0).abs() < 1e-10);
    }

    #[test]
    fn known_demand_by_hand() {
        // Each echelon holds what is under way below it: h₂ × 20 × 3 for the upper one.
        let known = NormalDemand { sd: 0.0, ..DEMAND };
        let found = best_levels(&[stage(5.0, 3.0), stage(2.0, 4.0)], 30.0, known).unwrap();
        assert_eq!(found, SerialAnswer { echelon_base_stock: vec![60.0, 140.0], cost_per_period: 120.0 });
    }

    #[test]
    fn a_stage_that_adds_no_value_joins_the_next() {
        // With hardly any value added at the lower stage it keeps all stock: a newsvendor over both lead times.
        let found = best_levels(&[stage(1e-9, 3.0), stage(2.0, 4.0)], 30.0, DEMAND).unwrap();
        let costs = UnitCosts { holding_cost: 2.0, stockout_cost: 30.0 };
        let (level, cost) = costs.cheapest(&PeriodDemand::Normal(DEMAND.over(7.0))).unwrap();
        assert!((found.echelon_base_stock[1] / level - 1.0).abs() < 1e-6);
        // Echelon stock of the upper stage counts what is under way to the lower one.
        assert!((found.cost_per_period / (cost + 2.0 * 60.0) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_stage_without_lead_time_or_cost_is_seen() {
        let found = best_levels(&[stage(3.0, 2.0), stage(2.0, 0.0), stage(1.0, 2.0)], 30.0, DEMAND).unwrap();
        assert!(found.echelon_base_stock.iter().all(|level| level.is_finite()));
        let wrong = best_levels(&[stage(0.0, 2.0)], 30.0, DEMAND).unwrap_err();
        assert_eq!(wrong.parameter, "echelon_holding_costs_from_customer");
        assert!(best_levels(&[], 30.0, DEMAND).is_err());
    }
}
