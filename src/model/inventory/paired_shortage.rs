//! What common random numbers save: shortages at two levels, from the same demand or from separate demand.

use super::loss::NormalDemand;
use super::unanswered::{Unanswered, finite, need, positive};

/// Variances of the difference of two shortages, units squared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DifferenceVariance {
    /// With separate demand.
    pub independent: f64,
    /// With the same demand.
    pub common: f64,
}

/// Var(X − Y) of X = (D − S₁)⁺ and Y = (D − S₂)⁺ for normal D.
///
/// With the lower level's shortage X, the higher level's Y and δ between the levels: E(X − Y)² = E X² − 2 E XY + E Y², and
/// E XY = E Y² + δ E Y, since X = Y + δ wherever Y is above 0.
///
/// # Errors
/// If the demand or a level is out of range, or the levels are equal.
pub fn difference_variance(demand: NormalDemand, level_1: f64, level_2: f64) -> Result<DifferenceVariance, Unanswered> {
    finite("demand_mean", demand.mean)?;
    positive("demand_sd", demand.sd)?;
    finite("level_1", level_1)?;
    finite("level_2", level_2)?;
    need(level_1 != level_2, "level_2", level_2, "another level than level_1")?;
    let (low, high) = (level_1.min(level_2), level_1.max(level_2));
    let (first, second) = (demand.short(low), demand.short(high));
    let (square, other) = (2.0 * demand.short_integral(low), 2.0 * demand.short_integral(high));
    let independent = square - first * first + other - second * second;
    let gap = first - second;
    let common = square - other - 2.0 * (high - low) * second - gap * gap;
    Ok(DifferenceVariance { independent, common })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_demand_saves_and_order_does_not_matter() {
        let demand = NormalDemand { mean: 200.0, sd: 16.0 };
        let found = difference_variance(demand, 220.0, 226.0).unwrap();
        assert!(found.common < found.independent);
        assert_eq!(difference_variance(demand, 226.0, 220.0).unwrap(), found);
        assert_eq!(difference_variance(demand, 220.0, 220.0).unwrap_err().parameter, "level_2");
    }

    #[test]
    fn far_below_demand_both_are_short_by_all() {
        // X − Y is then the constant δ.
        let found = difference_variance(NormalDemand { mean: 200.0, sd: 1.0 }, 100.0, 110.0).unwrap();
        assert!(found.common.abs() < 1e-9 && (found.independent - 2.0).abs() < 1e-9);
    }
}
