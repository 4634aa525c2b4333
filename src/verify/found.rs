//! What a simulation found about one quantity, with its interval.

use crate::stats::estimate::mean_interval;
use crate::stats::proportion::wilson;
use crate::stats::ratio::linearised;
use statrs::distribution::{ContinuousCDF, StudentsT};

/// One quantity over replications.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A mean: one value per replication.
    Mean(Vec<f64>),
    /// The most whole days n with P(at least n days) ≥ `p`.
    Days {
        /// Probability asked for.
        p: f64,
        /// For n = 1, 2, …: paths that lasted at least n days.
        lasted: Vec<u64>,
        /// Paths.
        paths: u64,
    },
}

impl Found {
    /// A ratio of sums over replications; nothing to divide by gives 0 without doubt.
    pub fn ratio(parts: &[f64], wholes: &[f64]) -> Found {
        Found::Mean(linearised(parts, wholes).unwrap_or_else(|| vec![0.0; parts.len()]))
    }

    /// A mean, scaled.
    pub fn mean(values: &[f64], scale: f64) -> Found {
        Found::Mean(values.iter().map(|value| value * scale).collect())
    }

    /// The variance over replications, by the squares of the distances from the mean.
    pub fn variance(values: &[f64]) -> Found {
        Found::Mean(squares(values))
    }

    /// The estimate.
    pub fn estimate(&self) -> f64 {
        match self {
            Found::Mean(values) => mean_interval(values, 0.95).map_or(f64::NAN, |interval| interval.estimate),
            Found::Days { p, lasted, paths } => days(lasted, |hits| hits as f64 / *paths as f64 >= *p),
        }
    }

    /// The interval at a level of confidence.
    pub fn interval(&self, level: f64) -> (f64, f64) {
        match self {
            Found::Mean(values) => {
                let bounds = mean_interval(values, level).and_then(|interval| interval.low.zip(interval.high));
                bounds.unwrap_or((f64::NEG_INFINITY, f64::INFINITY))
            }
            Found::Days { p, lasted, paths } => {
                let bounds = |hits: u64| wilson(hits, *paths, level).and_then(|found| found.low.zip(found.high));
                let low = days(lasted, |hits| bounds(hits).is_some_and(|(low, _)| low >= *p));
                let high = days(lasted, |hits| bounds(hits).is_none_or(|(_, high)| high >= *p));
                (low, high)
            }
        }
    }

    /// Whether more replications would say little more: the half-width at `level` is at most `share` of the estimate, or
    /// whole days are told apart.
    pub fn is_sharp(&self, level: f64, share: f64) -> bool {
        let (low, high) = self.interval(level);
        match self {
            Found::Mean(_) => (high - low) / 2.0 <= share * libm::fabs(self.estimate()),
            Found::Days { .. } => low == high,
        }
    }

    /// The chance that a right program is further from the truth than `apart`, at most.
    pub fn chance_beyond(&self, apart: f64, level: f64) -> f64 {
        let Found::Mean(values) = self else { return 1.0 - level };
        let freedom = values.len() as f64 - 1.0;
        let half = |level| {
            let (low, high) = self.interval(level);
            (high - low) / 2.0
        };
        let Ok(law) = StudentsT::new(0.0, 1.0, freedom) else { return 1.0 };
        let error = half(0.95) / law.inverse_cdf(0.975);
        if error > 0.0 { 2.0 * law.cdf(-apart.max(half(level)) / error) } else { 0.0 }
    }
}

/// Squares of the distances from the mean, so scaled that their mean is the sample variance.
pub fn squares(values: &[f64]) -> Vec<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|value| (value - mean) * (value - mean) * n / (n - 1.0)).collect()
}

fn days(lasted: &[u64], holds: impl Fn(u64) -> bool) -> f64 {
    lasted.iter().take_while(|&&hits| holds(hits)).count() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variance_by_hand() {
        // Mean 5, squares 4 + 1 + 0 + 1 + 4 = 10, over 4.
        let found = Found::variance(&[3.0, 4.0, 5.0, 6.0, 7.0]);
        assert!((found.estimate() - 2.5).abs() < 1e-12);
    }

    #[test]
    fn whole_days_are_told_apart_when_the_paths_are_many() {
        let of = |lasted: &[u64], paths| Found::Days { p: 0.9, lasted: lasted.into(), paths };
        let few = of(&[10, 9, 5], 10);
        assert_eq!(few.estimate(), 2.0);
        assert!(!few.is_sharp(0.95, 0.0), "nine of ten says little about 90 %: {:?}", few.interval(0.95));
        let many = of(&[100_000, 95_000, 85_000], 100_000);
        assert_eq!((many.estimate(), many.interval(0.9999)), (2.0, (2.0, 2.0)));
    }

    #[test]
    fn the_chance_beyond_the_interval_is_what_the_interval_leaves_out() {
        let found = Found::Mean((0..400).map(|k| f64::from(k % 7)).collect());
        assert!((found.chance_beyond(0.0, 0.999) - 0.001).abs() < 1e-6);
        assert!(found.chance_beyond(10.0, 0.999) < 1e-9);
    }
}
