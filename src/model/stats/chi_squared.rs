//! The χ² law: how rare a sum of squared deviations is.

use crate::random::gamma::distribution;

/// The chance of more than `value` with so many degrees of freedom.
///
/// ```
/// # use beredd_model::stats::chi_squared::more_than;
/// // The tables' 5 % points of 1, 6 and 11 degrees of freedom.
/// for (freedom, point) in [(1, 3.841_459), (6, 12.591_587), (11, 19.675_138)] {
///     assert!((more_than(point, freedom) - 0.05).abs() < 1e-6);
/// }
/// ```
pub fn more_than(value: f64, freedom: usize) -> f64 {
    distribution(freedom as f64 / 2.0, value / 2.0).1
}
