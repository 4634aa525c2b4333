//! Quantiles of replications, with intervals that assume nothing about the law.

use super::estimate::{Interval, tail};
use statrs::distribution::{Binomial, DiscreteCDF};

/// The p-quantile X₍⌈np⌉₎ of the values with the interval [X₍l₎, X₍u₎] of their order statistics (Conover 1999;
/// Hahn & Meeker 1991), the ranks by [`order_statistic_ranks`].
///
/// A value may be +∞ (stock that outlasts the horizon); then a bound may be too, meaning "beyond the horizon".
/// `None` without values. Too few values give no bound on that side, never the extreme value.
///
/// # Panics
/// If a value is NaN, or `p` or `level` is not inside (0, 1).
pub fn quantile_interval(values: &[f64], p: f64, level: f64) -> Option<Interval> {
    assert!(p > 0.0 && p < 1.0, "no quantile at {p}");
    let sorted = sorted(values)?;
    let at = |rank: u64| sorted[rank as usize - 1];
    let (low, high) = order_statistic_ranks(values.len() as u64, p, level);
    Some(Interval { estimate: at(quantile_rank(values.len() as u64, p)), low: low.map(at), high: high.map(at) })
}

/// The p-quantiles X₍⌈np⌉₎ of the values, without intervals, for several p at once. `None` without values.
///
/// # Panics
/// If a value is NaN.
pub fn quantiles<const N: usize>(values: &[f64], p: [f64; N]) -> Option<[f64; N]> {
    let sorted = sorted(values)?;
    Some(p.map(|p| sorted[quantile_rank(sorted.len() as u64, p) as usize - 1]))
}

/// The values in order; `None` without any.
fn sorted(values: &[f64]) -> Option<Vec<f64>> {
    assert!(!values.iter().any(|value| value.is_nan()), "a value is not a number");
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    (!sorted.is_empty()).then_some(sorted)
}

/// ⌈n p⌉, the rank of the p-quantile, counted from 1. A product within 1e-9 of a whole number is that number, since
/// 100 × 0.07 in floating point is a little more than 7.
fn quantile_rank(n: u64, p: f64) -> u64 {
    let product = n as f64 * p;
    let nearest = libm::round(product);
    let rank = if (product - nearest).abs() < 1e-9 * nearest.max(1.0) { nearest } else { libm::ceil(product) };
    (rank as u64).clamp(1, n)
}

/// The ranks (l, u), counted from 1, for which [X₍l₎, X₍u₎] covers the p-quantile with probability `level` or more.
///
/// With B ~ Binomial(n, p), l is the largest rank with P(B < l) ≤ α/2 and u the smallest with P(B ≥ u) ≤ α/2. `None`
/// where no such rank exists: at 95 % an upper bound for p = 0.99 needs n ≥ 368.
///
/// # Panics
/// If `p` or `level` is not inside (0, 1).
pub fn order_statistic_ranks(n: u64, p: f64, level: f64) -> (Option<u64>, Option<u64>) {
    let outside = tail(level);
    let hits = Binomial::new(p, n).expect("p is a probability");
    // P(B < l) grows with l and P(B ≥ u) falls with u.
    let low = first_rank(n + 1, |l| hits.cdf(l - 1) > outside) - 1;
    let high = first_rank(n + 1, |u| hits.sf(u - 1) <= outside);
    ((low >= 1).then_some(low), (high <= n).then_some(high))
}

/// The first rank in 1 ..= `beyond` from which on the condition holds; `beyond` itself if it holds nowhere before.
fn first_rank(beyond: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (1, beyond);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_agree_with_scipy() {
        assert_eq!(order_statistic_ranks(1000, 0.95, 0.95), (Some(936), Some(964)));
        assert_eq!(order_statistic_ranks(1000, 0.05, 0.95), (Some(37), Some(65)));
        assert_eq!(order_statistic_ranks(10_000, 0.99, 0.95), (Some(9880), Some(9920)));
        assert_eq!(order_statistic_ranks(100, 0.99, 0.95), (Some(97), None));
    }

    #[test]
    fn an_upper_bound_needs_as_many_values_as_published() {
        for (p, n) in [(0.9, 36), (0.95, 72), (0.99, 368), (0.999, 3688)] {
            assert_eq!(order_statistic_ranks(n - 1, p, 0.95).1, None, "{p}");
            assert!(order_statistic_ranks(n, p, 0.95).1.is_some(), "{p}");
        }
    }

    #[test]
    fn quantile_of_a_shuffled_row() {
        let values: Vec<f64> = (0..1000).map(|i| f64::from(i * 7 % 1000 + 1)).collect();
        let found = quantile_interval(&values, 0.95, 0.95);
        assert_eq!(found, Some(Interval { estimate: 950.0, low: Some(936.0), high: Some(964.0) }));
    }

    #[test]
    fn ranks_do_not_trip_over_rounding() {
        assert_eq!((quantile_rank(100, 0.07), quantile_rank(100, 0.071), quantile_rank(3, 0.5)), (7, 8, 2));
        assert_eq!((quantile_rank(5, 1e-12), quantile_rank(5, 0.999)), (1, 5));
    }

    #[test]
    fn few_values_have_no_bounds() {
        assert_eq!(quantile_interval(&[], 0.5, 0.95), None);
        assert_eq!(quantile_interval(&[4.0], 0.5, 0.95), Some(Interval::without_bounds(4.0)));
        // P(B < 1) = 0.1³ leaves the smallest of three as a lower bound for the 0.9-quantile.
        let beyond = quantile_interval(&[90.0, f64::INFINITY, 80.0], 0.9, 0.95);
        assert_eq!(beyond, Some(Interval { estimate: f64::INFINITY, low: Some(80.0), high: None }));
    }
}
