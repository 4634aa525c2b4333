//! Means and their Student t intervals.

use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF, StudentsT};

/// The level of confidence that reports use unless they say otherwise.
pub const USUAL_LEVEL: f64 = 0.95;

/// An estimate with a two-sided interval, in the unit of what is estimated.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The estimate itself.
    pub estimate: f64,
    /// Lower bound; `None` when the data give none.
    pub low: Option<f64>,
    /// Upper bound; `None` when the data give none.
    pub high: Option<f64>,
}

impl Interval {
    /// An estimate of which the data say nothing more, such as a mean of one value.
    pub fn without_bounds(estimate: f64) -> Interval {
        Interval { estimate, low: None, high: None }
    }

    /// `estimate` ± `half_width`.
    pub fn around(estimate: f64, half_width: f64) -> Interval {
        Interval { estimate, low: Some(estimate - half_width), high: Some(estimate + half_width) }
    }

    /// Half the distance between the bounds; `None` when one is missing.
    pub fn half_width(&self) -> Option<f64> {
        Some((self.high? - self.low?) / 2.0)
    }

    /// 1 − the estimate with the bounds exchanged: a fill rate from a share short.
    pub fn complement(&self) -> Interval {
        Interval { estimate: 1.0 - self.estimate, low: self.high.map(|x| 1.0 - x), high: self.low.map(|x| 1.0 - x) }
    }

    /// Both bounds and the estimate moved into [`least`, `most`].
    pub fn clamped(&self, least: f64, most: f64) -> Interval {
        let within = |x: f64| x.clamp(least, most);
        Interval { estimate: within(self.estimate), low: self.low.map(within), high: self.high.map(within) }
    }
}

/// The mean and the sample variance (divisor n − 1) of some values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moments {
    pub n: f64,
    pub mean: f64,
    /// `None` for a single value.
    pub variance: Option<f64>,
}

impl Moments {
    /// `None` without values. Sums are taken around the first value, so equal values have exactly that mean and
    /// exactly no variance.
    ///
    /// # Panics
    /// If a value is not finite.
    pub(super) fn of(values: impl Iterator<Item = f64> + Clone) -> Option<Moments> {
        let first = values.clone().next()?;
        let (mut n, mut sum) = (0.0, 0.0);
        for value in values.clone() {
            assert!(value.is_finite(), "a value of {value} has no place in a mean");
            n += 1.0;
            sum += value - first;
        }
        let mean = first + sum / n;
        let squares: f64 = values.map(|value| (value - mean) * (value - mean)).sum();
        Some(Moments { n, mean, variance: (n > 1.0).then(|| squares / (n - 1.0)) })
    }

    /// The variance of the mean, S² / n.
    pub(super) fn variance_of_mean(&self) -> Option<f64> {
        Some(self.variance? / self.n)
    }
}

/// The mean with its Student t interval, mean ± t(1 − α/2; n − 1) S / √n (Law 2015, ch. 9.4), α = 1 − `level`.
///
/// `None` without values; a single value has no bounds. The interval covers as promised when the values are near
/// normal or many; means of rare losses need thousands.
///
/// # Panics
/// If a value is not finite or `level` is not inside (0, 1).
pub fn mean_interval(values: &[f64], level: f64) -> Option<Interval> {
    let moments = Moments::of(values.iter().copied())?;
    Some(match moments.variance_of_mean() {
        Some(variance) => student_interval(moments.mean, variance, moments.n - 1.0, level),
        None => Interval::without_bounds(moments.mean),
    })
}

/// The sample standard deviation (divisor n − 1), in the unit of the values; `None` for fewer than two.
///
/// # Panics
/// If a value is not finite.
pub fn standard_deviation(values: &[f64]) -> Option<f64> {
    Moments::of(values.iter().copied())?.variance.map(libm::sqrt)
}

/// `estimate` ± t(1 − α/2; `freedom`) √`variance`.
pub(super) fn student_interval(estimate: f64, variance: f64, freedom: f64, level: f64) -> Interval {
    if variance == 0.0 {
        return Interval::around(estimate, 0.0);
    }
    Interval::around(estimate, student_quantile(1.0 - tail(level), freedom) * libm::sqrt(variance))
}

/// t(p; `freedom`), the quantile of Student's law.
fn student_quantile(p: f64, freedom: f64) -> f64 {
    StudentsT::new(0.0, 1.0, freedom).expect("degrees of freedom are positive").inverse_cdf(p)
}

/// α/2 = (1 − `level`) / 2: what each side of an interval leaves out.
pub(super) fn tail(level: f64) -> f64 {
    assert!(level > 0.0 && level < 1.0, "{level} is no level of confidence");
    (1.0 - level) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn student_quantiles_agree_with_scipy() {
        assert!((student_quantile(0.975, 9.0) - 2.262157162798).abs() < 1e-9);
        assert!((student_quantile(0.975, 9999.0) - 1.960201263621).abs() < 1e-9);
    }

    #[test]
    fn interval_by_hand() {
        // Mean 5, S² = 10/4; t(0.975; 4) = 2.776445105.
        let interval = mean_interval(&[3.0, 4.0, 5.0, 6.0, 7.0], USUAL_LEVEL).unwrap();
        assert_eq!(interval.estimate, 5.0);
        assert!((interval.half_width().unwrap() - 2.776_445_105 * 0.5_f64.sqrt()).abs() < 1e-8);
        assert!((interval.low.unwrap() + interval.high.unwrap() - 10.0).abs() < 1e-12);
    }

    #[test]
    fn no_values_one_value_and_equal_values() {
        assert_eq!(mean_interval(&[], USUAL_LEVEL), None);
        assert_eq!(mean_interval(&[4.0], USUAL_LEVEL), Some(Interval::without_bounds(4.0)));
        assert_eq!(mean_interval(&[0.1; 7], USUAL_LEVEL), Some(Interval::around(0.1, 0.0)));
    }

    #[test]
    fn complement_exchanges_the_bounds() {
        let short = Interval { estimate: 0.25, low: Some(0.125), high: None };
        assert_eq!(short.complement(), Interval { estimate: 0.75, low: None, high: Some(0.875) });
    }

    #[test]
    #[should_panic(expected = "no place in a mean")]
    fn what_is_no_number_is_refused() {
        let _ = mean_interval(&[1.0, f64::NAN], USUAL_LEVEL);
    }
}
