//! Differences between two alternatives that met the same luck.

use super::estimate::{Interval, Moments, mean_interval, student_interval};
use serde::{Deserialize, Serialize};

/// The difference of two means, with the pairing used and, to show what it gained, without.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// Student t interval of the differences pair by pair (Law 2015, ch. 10.2.1): the one to report.
    pub paired: Interval,
    /// The interval that independent samples would give (Welch 1947).
    pub unpaired: Interval,
}

/// The mean of `first` − `second` over replications with common random numbers.
///
/// Alternatives that are identical differ by exactly 0 with bounds of 0. `None` without values; a single pair has no
/// bounds.
///
/// # Panics
/// If the slices differ in length, a value is not finite, or `level` is not inside (0, 1).
pub fn difference(first: &[f64], second: &[f64], level: f64) -> Option<Difference> {
    assert_eq!(first.len(), second.len(), "a paired difference needs pairs");
    let differences: Vec<f64> = first.iter().zip(second).map(|(a, b)| a - b).collect();
    let paired = mean_interval(&differences, level)?;
    Some(Difference { paired, unpaired: welch_interval(first, second, level)? })
}

/// The difference of two means of independent samples, with variances that may differ: t with
/// (v₁ + v₂)² / (v₁² / (n₁ − 1) + v₂² / (n₂ − 1)) degrees of freedom, v the variances of the means (Welch 1947).
///
/// `None` if a sample is empty; no bounds if one has a single value.
///
/// # Panics
/// If a value is not finite or `level` is not inside (0, 1).
pub fn welch_interval(first: &[f64], second: &[f64], level: f64) -> Option<Interval> {
    let (a, b) = (Moments::of(first.iter().copied())?, Moments::of(second.iter().copied())?);
    let estimate = a.mean - b.mean;
    let (Some(v), Some(w)) = (a.variance_of_mean(), b.variance_of_mean()) else {
        return Some(Interval::without_bounds(estimate));
    };
    let freedom = (v + w) * (v + w) / (v * v / (a.n - 1.0) + w * w / (b.n - 1.0));
    Some(student_interval(estimate, v + w, freedom, level))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Extra hours of sleep under two drugs (Student 1908, "The probable error of a mean"; `sleep` in R).
    const FIRST: [f64; 10] = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const SECOND: [f64; 10] = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    #[test]
    fn intervals_of_students_sleep_data() {
        let found = difference(&FIRST, &SECOND, 0.95).unwrap();
        // R's t.test prints these bounds, paired and by Welch.
        for (interval, low, high) in
            [(found.paired, -2.459_885_8, -0.700_114_2), (found.unpaired, -3.365_483_2, 0.205_483_2)]
        {
            assert!((interval.estimate + 1.58).abs() < 1e-12);
            assert!((interval.low.unwrap() - low).abs() < 1e-6, "{interval:?}");
            assert!((interval.high.unwrap() - high).abs() < 1e-6, "{interval:?}");
        }
    }

    #[test]
    fn identical_alternatives_differ_by_exactly_nothing() {
        let found = difference(&FIRST, &FIRST, 0.95).unwrap();
        assert_eq!(found.paired, Interval::around(0.0, 0.0));
        assert!(found.unpaired.high.unwrap() > 1.0);
    }

    #[test]
    fn one_pair_and_none() {
        assert_eq!(difference(&[], &[], 0.95), None);
        let bare = Interval::without_bounds(2.0);
        assert_eq!(difference(&[5.0], &[3.0], 0.95), Some(Difference { paired: bare, unpaired: bare }));
        assert_eq!(welch_interval(&[2.0, 2.0], &[1.0, 1.0], 0.95), Some(Interval::around(1.0, 0.0)));
    }
}
