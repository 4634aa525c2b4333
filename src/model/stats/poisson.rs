//! The Poisson law: probabilities, tails and partial expectations, with small relative error also far out.
//!
//! Sums run over the terms of the side asked for, which are all positive, so that nothing cancels. They take
//! about ten square roots of the mean of terms; means up to [`LARGEST_MEAN`] are meant.

use std::f64::consts::PI;

/// Beyond this no law with such a mean has any chance, and counting by one would lose digits.
const BEYOND_ALL: f64 = 1e15;

/// The largest mean that the sums are made for: about 10⁷ terms.
pub const LARGEST_MEAN: f64 = 1e12;

/// P(N = n) for a Poisson N, by the saddle point (Loader 2000): relative error about 1e-15 also for large means.
pub fn probability(mean: f64, n: u64) -> f64 {
    let x = n as f64;
    if n == 0 || mean == 0.0 {
        return if n == 0 { libm::exp(-mean) } else { 0.0 };
    }
    libm::exp(-stirling_error(x) - deviance(x, mean)) / libm::sqrt(2.0 * PI * x)
}

/// P(N ≤ n).
pub fn at_most(mean: f64, n: u64) -> f64 {
    if n as f64 >= mean { 1.0 - tail(mean, n, |_| 1.0) } else { head(mean, n, |_| 1.0) }
}

/// P(N > n).
pub fn more_than(mean: f64, n: u64) -> f64 {
    if n as f64 >= mean { tail(mean, n, |_| 1.0) } else { 1.0 - head(mean, n, |_| 1.0) }
}

/// E(N − x)⁺: the loss function, for any real x.
pub fn excess(mean: f64, x: f64) -> f64 {
    if x < 0.0 {
        return mean - x;
    }
    if x > BEYOND_ALL {
        return 0.0;
    }
    let n = libm::floor(x) as u64;
    if x >= mean { tail(mean, n, |k| k - x) } else { mean - x + head(mean, n, |k| x - k) }
}

/// E(x − N)⁺, for any real x.
pub fn shortfall(mean: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x > BEYOND_ALL {
        return x - mean;
    }
    let n = libm::floor(x) as u64;
    if x >= mean { x - mean + tail(mean, n, |k| k - x) } else { head(mean, n, |k| x - k) }
}

/// The smallest n with P(N > n) ≤ `beyond`, for 0 < `beyond` ≤ 1. A probability within a relative 1e-12 of it counts as equal.
pub fn upper_quantile(mean: f64, beyond: f64) -> u64 {
    let enough = |n: u64| more_than(mean, n) <= beyond * (1.0 + 1e-12);
    if enough(0) {
        return 0;
    }
    let (mut low, mut high) = (0, mean as u64 + 1);
    while !enough(high) {
        (low, high) = (high, high * 2);
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if enough(middle) { high = middle } else { low = middle }
    }
    high
}

/// Σ over k > n of weight(k) P(N = k), for n ≥ mean − 1.
fn tail(mean: f64, n: u64, weight: impl Fn(f64) -> f64) -> f64 {
    let mut k = n + 1;
    let (mut term, mut sum) = (probability(mean, k), 0.0);
    while term > 0.0 {
        let part = weight(k as f64) * term;
        sum += part;
        if part < 1e-18 * sum {
            break;
        }
        k += 1;
        term *= mean / k as f64;
    }
    sum
}

/// Σ over k ≤ n of weight(k) P(N = k), for n ≤ mean, from n down.
fn head(mean: f64, n: u64, weight: impl Fn(f64) -> f64) -> f64 {
    let (mut term, mut sum) = (probability(mean, n), 0.0);
    for k in (0..=n).rev() {
        let part = weight(k as f64) * term;
        sum += part;
        // A weight may be 0 at the first term.
        if term == 0.0 || (part < 1e-18 * sum && k < n) {
            break;
        }
        term *= k as f64 / mean;
    }
    sum
}

/// ln n! − ln(√(2πn) (n/e)ⁿ), for whole n ≥ 1.
fn stirling_error(n: f64) -> f64 {
    if n < 16.0 {
        return libm::lgamma(n + 1.0) - (n + 0.5) * libm::log(n) + n - 0.5 * libm::log(2.0 * PI);
    }
    let square = n * n;
    let series = [1.0 / 1188.0, 1.0 / 1680.0, 1.0 / 1260.0, 1.0 / 360.0, 1.0 / 12.0];
    series.iter().fold(0.0, |rest, coefficient| coefficient - rest / square) / n
}

/// x ln(x / m) + m − x, without cancellation when x is near m.
fn deviance(x: f64, m: f64) -> f64 {
    let difference = x - m;
    if difference.abs() >= 0.1 * (x + m) {
        return x * libm::log(x / m) + m - x;
    }
    let v = difference / (x + m);
    let (mut sum, mut term) = (difference * v, 2.0 * x * v);
    let mut odd = 3.0;
    loop {
        term *= v * v;
        let next = sum + term / odd;
        if next == sum {
            return sum;
        }
        (sum, odd) = (next, odd + 2.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_near(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} and not {expected:e}");
    }

    #[test]
    fn probabilities_by_hand() {
        assert_near(probability(2.0, 3), 8.0 / 6.0 * libm::exp(-2.0), 1e-14);
        assert_near(at_most(2.0, 1), 3.0 * libm::exp(-2.0), 1e-14);
        assert_eq!(
            (probability(0.0, 0), probability(0.0, 4), at_most(0.0, 0), more_than(0.0, 0)),
            (1.0, 0.0, 1.0, 0.0)
        );
    }

    #[test]
    fn partial_expectations_by_hand() {
        // N ~ Poisson(2): E(N − 1)⁺ = 2 − 1 + P(0); E(1.5 − N)⁺ = 1.5 P(0) + 0.5 P(1).
        assert_near(excess(2.0, 1.0), 1.0 + libm::exp(-2.0), 1e-14);
        assert_near(shortfall(2.0, 1.5), 2.5 * libm::exp(-2.0), 1e-14);
        assert_eq!(
            (excess(2.0, -1.0), shortfall(2.0, 0.0), excess(0.0, 3.0), shortfall(0.0, 3.0)),
            (3.0, 0.0, 0.0, 3.0)
        );
    }

    #[test]
    fn both_sides_fit_together() {
        for mean in [0.1, 1.0, 7.3, 250.0, 1e5] {
            for x in [0.0, 0.5, 1.0, 6.0, 7.3, 240.0, 260.5, 99_900.0, 100_200.0] {
                assert_near(shortfall(mean, x) - excess(mean, x), x - mean, 1e-9);
            }
        }
    }

    #[test]
    fn quantiles_end_the_tail() {
        for (mean, beyond) in [(18.0, 200.0 / 470.0), (0.1, 0.5), (1000.0, 1e-9), (5.0, 1.0)] {
            let n = upper_quantile(mean, beyond);
            assert!(more_than(mean, n) <= beyond, "{mean}");
            assert!(n == 0 || more_than(mean, n - 1) > beyond, "{mean}");
        }
    }
}
