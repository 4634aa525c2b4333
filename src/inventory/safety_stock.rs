//! Safety stock under the normal approximation of demand over an exposure (review + lead time): domain 2.1, N4–N6, T11.

use crate::random::normal::{standard_normal_cdf, standard_normal_quantile};

/// What a safety stock protects against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exposure {
    /// Mean use per day.
    pub mean_daily: f64,
    /// Standard deviation of the use of a day.
    pub daily_deviation: f64,
    /// Days between an order that is just missed and the arrival of the next: review + mean lead time.
    pub days: f64,
    /// Variance of the lead time, days².
    pub lead_variance: f64,
}

impl Exposure {
    /// Standard deviation of the use over the exposure: √(days · σ² + d² · σ_L²).
    ///
    /// ```
    /// # use beredd::inventory::safety_stock::Exposure;
    /// let exposure = Exposure { mean_daily: 10.0, daily_deviation: 3.0, days: 4.0, lead_variance: 0.64 };
    /// assert_eq!(exposure.deviation(), 10.0); // √(4 · 9 + 100 · 0.64)
    /// ```
    pub fn deviation(&self) -> f64 {
        let of_use = self.days * self.daily_deviation * self.daily_deviation;
        libm::sqrt(of_use + self.mean_daily * self.mean_daily * self.lead_variance)
    }
}

/// Standard normal loss E(z) = φ(z) − z (1 − Φ(z)): expected shortage in standard deviations.
///
/// ```
/// # use beredd::inventory::safety_stock::standard_loss;
/// assert!((standard_loss(0.0) - 0.398_942_280_401_432_7).abs() < 1e-15);
/// assert!((standard_loss(1.0) - 0.083_315_470_587_687).abs() < 1e-12);
/// ```
pub fn standard_loss(z: f64) -> f64 {
    let density = libm::exp(-z * z / 2.0) / libm::sqrt(2.0 * std::f64::consts::PI);
    density - z * standard_normal_cdf(-z)
}

/// The z at which the standard loss is `loss` (positive): E falls from +∞ to 0, so bisection finds it.
///
/// ```
/// # use beredd::inventory::safety_stock::{standard_loss, standard_loss_inverse};
/// assert!(standard_loss_inverse(0.398_942_280_401_432_7).abs() < 1e-12);
/// assert!((standard_loss_inverse(0.083_315_470_587_687) - 1.0).abs() < 1e-10);
/// ```
pub fn standard_loss_inverse(loss: f64) -> f64 {
    let (mut low, mut high) = (-loss - 1.0, 38.0);
    for _ in 0..200 {
        let middle = (low + high) / 2.0;
        if standard_loss(middle) > loss { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// Safety factor of a cycle service α: z = Φ⁻¹(α), 0 < α < 1.
pub fn factor_of_cycle_service(service: f64) -> f64 {
    standard_normal_quantile(service)
}

/// Safety factor of a fill rate β: the shortage of a cycle, s E(z), may be (1 − β) of the quantity of a cycle. `deviation` is
/// s > 0, `cycle` the quantity that a cycle replaces.
///
/// ```
/// # use beredd::inventory::safety_stock::factor_of_fill_rate;
/// // s = 10, cycle 100, β = 0.99: E(z) = 0.1, z ≈ 0.902.
/// assert!((factor_of_fill_rate(0.99, 10.0, 100.0) - 0.902).abs() < 5e-4);
/// ```
pub fn factor_of_fill_rate(fill_rate: f64, deviation: f64, cycle: f64) -> f64 {
    standard_loss_inverse((1.0 - fill_rate) * cycle / deviation)
}

/// Safety factor of a shortage cost k per unit (T11): 1 − Φ(z) = Q H ÷ (D k), with the cycle's quantity Q, the yearly use D and
/// the yearly holding cost H of a unit. Where holding costs half of what shortages cost or more, no safety stock pays: 0.
///
/// ```
/// # use beredd::inventory::safety_stock::factor_of_shortage_cost;
/// // Q = 100, H = 2, D = 1000, k = 8: 1 − Φ(z) = 0.025.
/// assert!((factor_of_shortage_cost(100.0, 2.0, 1000.0, 8.0) - 1.959_963_984_540_054).abs() < 1e-12);
/// assert_eq!(factor_of_shortage_cost(100.0, 2.0, 1000.0, 0.3), 0.0);
/// ```
pub fn factor_of_shortage_cost(cycle: f64, holding_year: f64, use_year: f64, shortage: f64) -> f64 {
    let out = cycle * holding_year / (use_year * shortage);
    if out < 0.5 { standard_normal_quantile(1.0 - out) } else { 0.0 }
}

/// Economic order quantity √(2 D O ÷ H): yearly use D, cost of an order O, yearly holding cost of a unit H > 0 (Harris 1913).
///
/// ```
/// # use beredd::inventory::safety_stock::economic_lot;
/// assert_eq!(economic_lot(1000.0, 50.0, 4.0), 158.113_883_008_418_98);
/// ```
pub fn economic_lot(use_year: f64, order: f64, holding_year: f64) -> f64 {
    libm::sqrt(2.0 * use_year * order / holding_year)
}
