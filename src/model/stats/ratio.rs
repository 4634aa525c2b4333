//! Ratios of sums, such as the share of demand that came too late.

use super::estimate::{Interval, Moments, student_interval};

/// Σ `numerators` / Σ `denominators` over replications, with a delta-method interval.
///
/// With b the ratio, Var ≈ (S_N² + b² S_D² − 2 b S_ND) / (n D̄²), which is the variance of the mean of N − b D over
/// D̄² (Law 2015, ch. 9.4; Asmussen & Glynn 2007, ch. III), and the t quantile with n − 1 degrees of freedom. This is
/// not the mean of the ratios, which would count a quiet replication as much as a busy one.
///
/// `None` without values or when the denominators sum to 0; a single replication has no bounds.
///
/// # Panics
/// If the slices differ in length, a value is not finite, or `level` is not inside (0, 1).
pub fn ratio_interval(numerators: &[f64], denominators: &[f64], level: f64) -> Option<Interval> {
    assert_eq!(numerators.len(), denominators.len(), "a ratio needs pairs");
    let below = Moments::of(denominators.iter().copied())?;
    let above = Moments::of(numerators.iter().copied())?;
    if below.mean == 0.0 {
        return None;
    }
    let ratio = above.mean / below.mean;
    let residuals = Moments::of(numerators.iter().zip(denominators).map(|(n, d)| n - ratio * d))?;
    Some(match residuals.variance_of_mean() {
        Some(variance) => student_interval(ratio, variance / (below.mean * below.mean), below.n - 1.0, level),
        None => Interval::without_bounds(ratio),
    })
}

/// One value per replication whose mean is the ratio of sums and whose variance of the mean is that of the delta method:
/// b + (N − b D) / D̄. Differences of two ratios under common random numbers are differences of these values.
///
/// `None` without values or when the denominators sum to 0.
///
/// # Panics
/// If the slices differ in length or a value is not finite.
pub fn linearised(numerators: &[f64], denominators: &[f64]) -> Option<Vec<f64>> {
    assert_eq!(numerators.len(), denominators.len(), "a ratio needs pairs");
    let below = Moments::of(denominators.iter().copied())?.mean;
    let above = Moments::of(numerators.iter().copied())?.mean;
    let ratio = (below != 0.0).then(|| above / below)?;
    Some(numerators.iter().zip(denominators).map(|(n, d)| ratio + (n - ratio * d) / below).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interval_by_hand() {
        // N = 1, 2, 6; D = 10, 20, 30: b = 9/60, S_N² = 7, S_D² = 100, S_ND = 25;
        // Var = (7 + 2.25 − 7.5) / (3 · 400) = 0.00145833…; t(0.975; 2) = 4.302652730.
        let interval = ratio_interval(&[1.0, 2.0, 6.0], &[10.0, 20.0, 30.0], 0.95).unwrap();
        assert!((interval.estimate - 0.15).abs() < 1e-15);
        let expected = 4.302_652_730 * (1.75_f64 / 1200.0).sqrt();
        assert!((interval.half_width().unwrap() - expected).abs() < 1e-9, "{interval:?}");
    }

    #[test]
    fn linearised_values_have_the_mean_and_the_interval_of_the_ratio() {
        // As by hand above: 0.15 and Var = 0.00145833….
        let values = linearised(&[1.0, 2.0, 6.0], &[10.0, 20.0, 30.0]).unwrap();
        let interval = crate::stats::estimate::mean_interval(&values, 0.95).unwrap();
        assert!((interval.estimate - 0.15).abs() < 1e-15);
        let expected = 4.302_652_730 * (1.75_f64 / 1200.0).sqrt();
        assert!((interval.half_width().unwrap() - expected).abs() < 1e-9, "{interval:?}");
        assert_eq!(linearised(&[], &[]), None);
        assert_eq!(linearised(&[0.0], &[0.0]), None);
    }

    #[test]
    fn ratio_weighs_by_the_denominator() {
        let interval = ratio_interval(&[0.0, 50.0], &[1.0, 99.0], 0.95).unwrap();
        assert_eq!(interval.estimate, 0.5, "the mean of the ratios would be 0.2525…");
    }

    #[test]
    fn nothing_to_divide_and_one_replication() {
        assert_eq!(ratio_interval(&[], &[], 0.95), None);
        assert_eq!(ratio_interval(&[0.0, 0.0], &[0.0, 0.0], 0.95), None);
        assert_eq!(ratio_interval(&[1.0], &[4.0], 0.95), Some(Interval::without_bounds(0.25)));
    }
}
