//! (s, S) under periodic review from a fitted formula.

use super::newsvendor::UnitCosts;
use super::unanswered::{Unanswered, not_negative, positive};
use crate::inventory::loss::NormalDemand;

/// s and S by the revised power approximation (Ehrhardt & Mosier 1984): Q = 1.30 μ^0.494 (K / h)^0.506 (1 + σL² / μ²)^0.116,
/// z = √(Q h / (σL p)), s = 0.973 μL + σL (0.183 / z + 1.063 − 2.192 z), S = s + Q.
///
/// μL and σL belong to the demand of the lead time and one period.
///
/// # Errors
/// If a cost, the demand or the lead time is out of range.
pub fn point_and_level(
    costs: UnitCosts,
    fixed_cost: f64,
    period: NormalDemand,
    lead_time: f64,
) -> Result<(f64, f64), Unanswered> {
    costs.check()?;
    positive("fixed_cost", fixed_cost)?;
    positive("demand_mean", period.mean)?;
    positive("demand_sd", period.sd)?;
    not_negative("lead_time", lead_time)?;
    let covered = period.over(lead_time + 1.0);
    let spread = covered.sd / period.mean;
    let lot = 1.30
        * libm::pow(period.mean, 0.494)
        * libm::pow(fixed_cost / costs.holding_cost, 0.506)
        * libm::pow(1.0 + spread * spread, 0.116);
    let z = libm::sqrt(lot * costs.holding_cost / (covered.sd * costs.stockout_cost));
    let point = 0.973 * covered.mean + covered.sd * (0.183 / z + 1.063 - 2.192 * z);
    Ok((point, point + lot))
}
