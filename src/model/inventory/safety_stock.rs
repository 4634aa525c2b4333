//! Safety stock from the cost of a shortage. From a service level it is a reorder point less the mean
//! ([`super::hadley_whitin`]); demand over a random lead time is [`super::lead_time_demand`].

use crate::random::normal::standard_normal_quantile;

/// Safety factor of a shortage cost k per unit (T11): 1 − Φ(z) = Q H ÷ (D k), with the cycle's quantity Q, the yearly use D and
/// the yearly holding cost H of a unit. Where holding costs half of what shortages cost or more, no safety stock pays: 0.
///
/// ```
/// # use beredd_model::inventory::safety_stock::factor_of_shortage_cost;
/// // Q = 100, H = 2, D = 1000, k = 8: 1 − Φ(z) = 0.025.
/// assert!((factor_of_shortage_cost(100.0, 2.0, 1000.0, 8.0) - 1.959_963_984_540_054).abs() < 1e-12);
/// assert_eq!(factor_of_shortage_cost(100.0, 2.0, 1000.0, 0.3), 0.0);
/// ```
pub fn factor_of_shortage_cost(cycle: f64, holding_year: f64, use_year: f64, shortage: f64) -> f64 {
    let out = cycle * holding_year / (use_year * shortage);
    if out < 0.5 { standard_normal_quantile(1.0 - out) } else { 0.0 }
}
