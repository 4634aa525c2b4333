//! Laws of lead times.

use super::gamma;
use super::normal::{standard_normal_cdf, standard_normal_quantile};
use super::sampling::first_reaching;
use serde::{Deserialize, Serialize};

pub use super::duration::DurationLaw;

/// Law of a lead time in days, driven by a standard normal score so that a persistent score gives persistent delays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LeadTimeLaw {
    /// Always the same.
    Fixed {
        /// Days.
        days: f64,
    },
    /// exp(μ + σ z).
    Lognormal {
        /// Mean of the logarithm (ln days).
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// The value whose cumulative probability first reaches Φ(z).
    Discrete {
        /// Values in days, ascending.
        days: Vec<f64>,
        /// Cumulative probabilities, the last one 1.
        cumulative: Vec<f64>,
    },
    /// The gamma law, of mean shape × scale.
    Gamma {
        /// Shape, 1 ÷ cv².
        shape: f64,
        /// Scale, days.
        scale: f64,
    },
    /// The exponential law.
    Exponential {
        /// Mean, days.
        mean: f64,
    },
    /// Every time between two bounds alike.
    Uniform {
        /// Shortest, days.
        least: f64,
        /// Longest, days.
        most: f64,
    },
    /// A density that rises in a straight line to the mode and falls in a straight line.
    Triangular {
        /// Shortest, days.
        least: f64,
        /// Most likely, days.
        mode: f64,
        /// Longest, days.
        most: f64,
    },
}

impl LeadTimeLaw {
    /// Days at the standard normal score z.
    ///
    /// # Panics
    /// If a discrete law has no values.
    pub fn at_score(&self, z: f64) -> f64 {
        match self {
            LeadTimeLaw::Fixed { days } => *days,
            LeadTimeLaw::Lognormal { mu, sigma } => libm::exp(mu + sigma * z),
            LeadTimeLaw::Discrete { days, cumulative } => first_reaching(days, cumulative, standard_normal_cdf(z)),
            LeadTimeLaw::Gamma { .. }
            | LeadTimeLaw::Exponential { .. }
            | LeadTimeLaw::Uniform { .. }
            | LeadTimeLaw::Triangular { .. } => self.between(standard_normal_cdf(z), standard_normal_cdf(-z)),
        }
    }

    /// The value of a continuous law with the chance `below` of less and `above` of more; both, so that neither tail loses
    /// digits. A chance that rounds to 0 counts as the smallest number there is.
    fn between(&self, below: f64, above: f64) -> f64 {
        let (below, above) = (below.max(f64::MIN_POSITIVE), above.max(f64::MIN_POSITIVE));
        match *self {
            LeadTimeLaw::Gamma { shape, scale } => scale * gamma::quantile(shape, below, above),
            LeadTimeLaw::Exponential { mean } => {
                mean * if below < above { -libm::log1p(-below) } else { -libm::log(above) }
            }
            LeadTimeLaw::Uniform { least, most } => least + (most - least) * below,
            LeadTimeLaw::Triangular { least, mode, most } => {
                let (width, left) = (most - least, mode - least);
                if below * width <= left {
                    least + libm::sqrt(below * width * left)
                } else {
                    most - libm::sqrt(above * width * (most - mode))
                }
            }
            LeadTimeLaw::Fixed { .. } | LeadTimeLaw::Lognormal { .. } | LeadTimeLaw::Discrete { .. } => {
                unreachable!("has a formula of its own")
            }
        }
    }

    /// Days that a lead time stays at or below with probability p: the law at the score Φ⁻¹(p), 0 < p < 1.
    ///
    /// # Panics
    /// If p is no probability, or a discrete law has no values.
    pub fn quantile(&self, p: f64) -> f64 {
        match self {
            LeadTimeLaw::Discrete { days, cumulative } => first_reaching(days, cumulative, p),
            LeadTimeLaw::Gamma { .. }
            | LeadTimeLaw::Exponential { .. }
            | LeadTimeLaw::Uniform { .. }
            | LeadTimeLaw::Triangular { .. } => self.between(p, 1.0 - p),
            law => law.at_score(standard_normal_quantile(p)),
        }
    }

    /// Mean in days: exp(μ + σ²/2) for the lognormal law, Σ value × probability for the discrete one.
    pub fn mean(&self) -> f64 {
        match self {
            LeadTimeLaw::Fixed { days } => *days,
            LeadTimeLaw::Lognormal { mu, sigma } => lognormal_mean(*mu, *sigma),
            LeadTimeLaw::Discrete { days, cumulative } => {
                let below = std::iter::once(&0.0).chain(cumulative);
                days.iter().zip(cumulative.iter().zip(below)).map(|(value, (upto, below))| value * (upto - below)).sum()
            }
            LeadTimeLaw::Gamma { shape, scale } => shape * scale,
            LeadTimeLaw::Exponential { mean } => *mean,
            LeadTimeLaw::Uniform { least, most } => f64::midpoint(*least, *most),
            LeadTimeLaw::Triangular { least, mode, most } => (least + mode + most) / 3.0,
        }
    }

    /// Variance in days²: (exp σ² − 1) · mean² for the lognormal law, Σ (value − mean)² × probability for the discrete one.
    pub fn variance(&self) -> f64 {
        match self {
            LeadTimeLaw::Fixed { .. } => 0.0,
            LeadTimeLaw::Lognormal { sigma, .. } => libm::expm1(sigma * sigma) * self.mean() * self.mean(),
            LeadTimeLaw::Discrete { days, cumulative } => {
                let mean = self.mean();
                let below = std::iter::once(&0.0).chain(cumulative);
                let parts = days.iter().zip(cumulative.iter().zip(below));
                parts.map(|(value, (upto, below))| (value - mean) * (value - mean) * (upto - below)).sum()
            }
            LeadTimeLaw::Gamma { shape, scale } => shape * scale * scale,
            LeadTimeLaw::Exponential { mean } => mean * mean,
            LeadTimeLaw::Uniform { least, most } => (most - least) * (most - least) / 12.0,
            LeadTimeLaw::Triangular { least, mode, most } => {
                let (left, right) = (mode - least, most - mode);
                (left * left + left * right + right * right) / 18.0
            }
        }
    }
}

/// exp(μ + σ²/2).
pub(super) fn lognormal_mean(mu: f64, sigma: f64) -> f64 {
    libm::exp(mu + sigma * sigma / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lognormal_lead_time_by_hand() {
        let law = LeadTimeLaw::Lognormal { mu: 2.0, sigma: 0.5 };
        assert!((law.at_score(0.0) - 7.389_056_098_930_65).abs() < 1e-14);
        assert!((law.mean() - 8.372_897_488_127_265).abs() < 1e-14, "exp(2.125)");
        assert!((law.quantile(0.5) - 7.389_056_098_930_65).abs() < 1e-14);
        assert!((libm::log(law.quantile(0.975)) - (2.0 + 0.5 * 1.959_963_984_540_054)).abs() < 1e-14);
    }

    #[test]
    fn variances_by_hand() {
        let near = |law: &LeadTimeLaw, expected: f64| assert!((law.variance() - expected).abs() < 1e-12, "{law:?}");
        near(&LeadTimeLaw::Fixed { days: 4.0 }, 0.0);
        near(&LeadTimeLaw::Lognormal { mu: 0.0, sigma: libm::sqrt(std::f64::consts::LN_2) }, 2.0);
        near(&LeadTimeLaw::Discrete { days: vec![5.0, 10.0], cumulative: vec![0.5, 1.0] }, 6.25);
        near(&LeadTimeLaw::Gamma { shape: 4.0, scale: 3.0 }, 36.0);
        near(&LeadTimeLaw::Exponential { mean: 5.0 }, 25.0);
        near(&LeadTimeLaw::Uniform { least: 1.0, most: 7.0 }, 3.0);
        // (a² + b² + c² − ab − ac − bc) ÷ 18 with 0, 3, 9: (90 − 27) ÷ 18.
        near(&LeadTimeLaw::Triangular { least: 0.0, mode: 3.0, most: 9.0 }, 3.5);
    }

    #[test]
    fn discrete_lead_time_follows_the_score() {
        let law = LeadTimeLaw::Discrete { days: vec![1.0, 2.0, 10.0], cumulative: vec![0.5, 0.975, 1.0] };
        let scores = [-40.0, -1e-9, 0.0, 1e-9, 1.959_963, 1.959_965, 40.0];
        assert_eq!(scores.map(|z| law.at_score(z)), [1.0, 1.0, 1.0, 2.0, 2.0, 10.0, 10.0]);
        assert_eq!([0.5, 0.51, 0.98].map(|p| law.quantile(p)), [1.0, 2.0, 10.0]);
        assert!((law.mean() - (0.5 + 0.95 + 0.25)).abs() < 1e-15);
    }

    #[test]
    fn continuous_laws_by_hand() {
        let near = |got: f64, expected: f64| assert!((got / expected - 1.0).abs() < 1e-12, "{got} {expected}");
        let exponential = LeadTimeLaw::Exponential { mean: 4.0 };
        near(exponential.at_score(0.0), 4.0 * std::f64::consts::LN_2);
        near(exponential.quantile(0.9), 4.0 * std::f64::consts::LN_10);
        let uniform = LeadTimeLaw::Uniform { least: 2.0, most: 6.0 };
        assert_eq!((uniform.at_score(0.0), uniform.mean(), uniform.quantile(0.25)), (4.0, 4.0, 3.0));
        assert_eq!((uniform.at_score(-40.0), uniform.at_score(40.0)), (2.0, 6.0));
        // Half the area of the triangle (0, 1, 4) lies left of 4 − √6: (4 − x)² = ½ · 4 · 3.
        let triangular = LeadTimeLaw::Triangular { least: 0.0, mode: 1.0, most: 4.0 };
        near(triangular.at_score(0.0), 4.0 - libm::sqrt(6.0));
        near(triangular.quantile(0.25), 1.0);
        near(triangular.quantile(0.0625), 0.5);
        near(triangular.mean(), 5.0 / 3.0);
        // Gamma of shape 2: 1 − (1 + x) e^−x = ½ at x = 1.678346990016661.
        let gamma = LeadTimeLaw::Gamma { shape: 2.0, scale: 3.0 };
        near(gamma.at_score(0.0), 3.0 * 1.678_346_990_016_661);
        near(gamma.mean(), 6.0);
        assert!(gamma.at_score(40.0).is_finite() && gamma.at_score(-40.0) >= 0.0);
    }

    #[test]
    fn fixed_laws_are_fixed() {
        let lead_time = LeadTimeLaw::Fixed { days: 3.5 };
        assert_eq!((lead_time.at_score(2.0), lead_time.mean(), lead_time.quantile(0.99)), (3.5, 3.5, 3.5));
    }
}
