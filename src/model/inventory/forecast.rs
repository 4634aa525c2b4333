//! Forecasts of mean use, and the error that people add to them (V9).

use crate::units::Quanta;

/// Mean of the latest `days` days, of which `seen` were seen and used `sum` together; the days before had the mean `before`.
///
/// ```
/// # use beredd_model::inventory::forecast::moving_average;
/// assert_eq!(moving_average(60, 5, 5, 10.0), 12.0);
/// assert_eq!(moving_average(26, 2, 5, 10.0), 11.2); // (26 + 3 · 10) ÷ 5
/// ```
pub fn moving_average(sum: Quanta, seen: u32, days: u32, before: f64) -> f64 {
    (sum as f64 + f64::from(days - seen) * before) / f64::from(days)
}

/// Exponential smoothing: the weight of the newest day is `alpha` (Brown 1959).
///
/// ```
/// # use beredd_model::inventory::forecast::smoothed;
/// assert_eq!(smoothed(10.0, 20, 0.25), 12.5);
/// assert_eq!(smoothed(10.0, 20, 1.0), 20.0);
/// ```
pub fn smoothed(before: f64, newest: Quanta, alpha: f64) -> f64 {
    alpha * newest as f64 + (1.0 - alpha) * before
}

/// The factor by which a forecast is wrong: (1 + bias) · exp(noise · z − noise² ÷ 2), whose mean is 1 + bias.
///
/// ```
/// # use beredd_model::inventory::forecast::error_factor;
/// assert_eq!(error_factor(0.25, 0.0, 3.0), 1.25);
/// assert!((error_factor(0.0, 0.2, 1.0) - 1.197_217_363_121_810_2).abs() < 1e-15); // exp(0.18)
/// ```
pub fn error_factor(bias: f64, noise: f64, z: f64) -> f64 {
    (1.0 + bias) * libm::exp(noise * z - noise * noise / 2.0)
}
