//! Reorder point and quantity by the classical approximation, a cost per unit that waits (Hadley & Whitin 1963, section 4-2),
//! and reorder points for a service level (Nahmias 2015, ch. 5).

use super::continuous_review::PointAndQuantity;
use super::loss::{NormalDemand, unit_loss};
use super::lot_size::LotCosts;
use super::unanswered::{Unanswered, finite, inside_unit, need, not_negative, positive};
use crate::random::normal::standard_normal_quantile;
use crate::stats::root::{bracket, crossing};

/// Solves Q = √(2 λ (K + p n(r)) / h) and 1 − F(r) = Q h / (p λ) together; n(r) = E(D − r)⁺ over the lead time.
///
/// The cost per year is h (r − E D + Q / 2) + K λ / Q + p λ n(r) / Q.
///
/// # Errors
/// If a cost or the demand is out of range, lead-time demand is known, or waiting is so cheap that no point solves it.
pub fn point_and_quantity(
    costs: LotCosts,
    cost_per_unit_short: f64,
    over_lead_time: NormalDemand,
) -> Result<PointAndQuantity, Unanswered> {
    let plain = costs.economic_lot()?;
    positive("stockout_cost_per_unit", cost_per_unit_short)?;
    finite("demand_mean", over_lead_time.mean)?;
    positive("demand_sd", over_lead_time.sd)?;
    let (h, yearly, p) = (costs.holding_cost, costs.demand_rate, cost_per_unit_short);
    let cheap = Unanswered::because("stockout_cost_per_unit", "waiting costs too little: no reorder point is worth it");
    let point = |lot: f64| {
        let beyond = lot * h / (p * yearly);
        if beyond < 1.0 {
            Ok(over_lead_time.mean - over_lead_time.sd * standard_normal_quantile(beyond))
        } else {
            Err(cheap)
        }
    };
    let mut lot = plain.order_quantity;
    if lot == 0.0 {
        return Err(Unanswered::because("fixed_cost", "with free orders there is no lot to find; it must be above 0"));
    }
    for _ in 0..100_000 {
        let short = over_lead_time.short(point(lot)?);
        let next = libm::sqrt(2.0 * yearly * (costs.fixed_cost + p * short) / h);
        let settled = (next - lot).abs() <= 1e-14 * lot;
        lot = next;
        if settled {
            break;
        }
    }
    let reorder_point = point(lot)?;
    let orders = yearly / lot;
    let stock = h * (reorder_point - over_lead_time.mean + lot / 2.0);
    let cost_per_year = stock + orders * (costs.fixed_cost + p * over_lead_time.short(reorder_point));
    Ok(PointAndQuantity { reorder_point, order_quantity: lot, cost_per_year })
}

/// The point so that a share `type1` of cycles has no shortage: μ + z σ.
///
/// # Errors
/// If the share or the demand is out of range.
pub fn point_for_cycle_service(over_lead_time: NormalDemand, type1: f64) -> Result<f64, Unanswered> {
    check(over_lead_time)?;
    inside_unit("type1", type1)?;
    Ok(over_lead_time.mean + over_lead_time.sd * standard_normal_quantile(type1))
}

/// The point so that a share `type2` of demand is served at once: n(r) = (1 − β) Q, one cycle's shortage.
///
/// # Errors
/// If the share, the quantity or the demand is out of range.
pub fn point_for_fill_rate(over_lead_time: NormalDemand, lot: f64, type2: f64) -> Result<f64, Unanswered> {
    check(over_lead_time)?;
    positive("order_quantity", lot)?;
    inside_unit("type2", type2)?;
    let (mean, sd) = (over_lead_time.mean, over_lead_time.sd);
    let short = (1.0 - type2) * lot;
    if sd == 0.0 {
        return Ok(mean - short);
    }
    // G(z) falls from about −z to 0; below −short / sd it is above what is asked for.
    let target = short / sd;
    let gap = |z: f64| target - unit_loss(z);
    let high = bracket(-target, 1.0, gap).ok_or(Unanswered::because("type2", "too near 1 for a reorder point"))?;
    Ok(mean + sd * crossing(-target - 1.0, high, gap))
}

fn check(demand: NormalDemand) -> Result<(), Unanswered> {
    finite("ltd_mean", demand.mean)?;
    not_negative("ltd_sd", demand.sd)?;
    need(demand.mean >= 0.0, "ltd_mean", demand.mean, "a number of at least 0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fill_rate_of_harveys_by_table() {
        // Nahmias, ch. 5, Harvey's Specialty Shop: Q = 100, σ = 25, β = 0.98: G(z) = 0.08, z = 1.02, R = 126.
        let demand = NormalDemand { mean: 100.0, sd: 25.0 };
        let point = point_for_fill_rate(demand, 100.0, 0.98).unwrap();
        assert!((point - 125.5).abs() < 0.5, "{point}");
        assert!((demand.short(point) - 2.0).abs() < 1e-12);
    }

    #[test]
    fn a_solution_solves_both_equations() {
        let costs = LotCosts { fixed_cost: 8.0, holding_cost: 0.225, demand_rate: 1300.0 };
        let demand = NormalDemand { mean: 108.0, sd: 43.0 };
        let found = point_and_quantity(costs, 7.5, demand).unwrap();
        let short = demand.short(found.reorder_point);
        assert!((found.order_quantity.powi(2) * 0.225 / 2.0 / 1300.0 - 8.0 - 7.5 * short).abs() < 1e-9);
        assert!((demand.more_than(found.reorder_point) - found.order_quantity * 0.225 / 7.5 / 1300.0).abs() < 1e-12);
    }

    #[test]
    fn waiting_that_costs_nothing_has_no_point() {
        let costs = LotCosts { fixed_cost: 80.0, holding_cost: 2.0, demand_rate: 10.0 };
        let wrong = point_and_quantity(costs, 0.1, NormalDemand { mean: 1.0, sd: 1.0 }).unwrap_err();
        assert_eq!(wrong.parameter, "stockout_cost_per_unit");
    }
}
