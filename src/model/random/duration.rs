//! Laws of durations: how long something is down, or up.

use super::block::Block;
use super::gamma;
use super::laws::lognormal_mean;
use super::sampling::{Lognormal, exponential, first_reaching};
use rand_distr::Distribution;
use serde::{Deserialize, Serialize};

/// Law of a duration in days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum DurationLaw {
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
    /// The exponential law.
    Exponential {
        /// Mean, days.
        mean: f64,
    },
    /// Whole days 1, 2, …; it ends with the same chance on each of them.
    Geometric {
        /// Mean, days, at least 1: the chance is 1 ÷ mean.
        mean: f64,
    },
    /// The gamma law, of mean shape × scale.
    Gamma {
        /// Shape, 1 ÷ cv².
        shape: f64,
        /// Scale, days.
        scale: f64,
    },
    /// Finitely many values.
    Discrete {
        /// Values in days, ascending.
        days: Vec<f64>,
        /// Cumulative probabilities, the last one 1.
        cumulative: Vec<f64>,
    },
}

impl DurationLaw {
    /// Mean in days.
    pub fn mean(&self) -> f64 {
        match self {
            DurationLaw::Fixed { days } => *days,
            DurationLaw::Lognormal { mu, sigma } => lognormal_mean(*mu, *sigma),
            DurationLaw::Exponential { mean } | DurationLaw::Geometric { mean } => *mean,
            DurationLaw::Gamma { shape, scale } => shape * scale,
            DurationLaw::Discrete { days, cumulative } => weighted(days, cumulative).last().copied().unwrap_or(0.0),
        }
    }

    /// A duration in days. The fixed law takes no draw, the lognormal law one normal draw of the block, every other law one word.
    pub fn sample(&self, block: &mut Block) -> f64 {
        match *self {
            DurationLaw::Fixed { days } => days,
            DurationLaw::Lognormal { mu, sigma } => Lognormal { mu, sigma }.sample(block),
            DurationLaw::Exponential { mean } => exponential(block, mean),
            DurationLaw::Geometric { mean } => geometric(block.open_unit(), mean),
            DurationLaw::Gamma { shape, scale } => gamma_quantile(shape, scale, block.open_unit()),
            DurationLaw::Discrete { ref days, ref cumulative } => first_reaching(days, cumulative, block.open_unit()),
        }
    }

    /// What is left, in days, of a duration that is under way at a moment unconnected with it.
    ///
    /// In the stationary renewal process such a moment meets a duration with probability proportional to its length
    /// (density x f(x) / mean) and falls uniformly in it, so the rest is U × a length-biased duration (Cox 1962,
    /// "Renewal theory", ch. 5). The length-biased lognormal law is lognormal with μ + σ² for μ, the length-biased gamma law
    /// has one more in its shape. Takes the draws of [`sample`](Self::sample) first, then one word for U. The exponential and
    /// the geometric law have no memory (the moment being the start of a day): what is left has the law itself.
    pub fn sample_residual(&self, block: &mut Block) -> f64 {
        let whole = match *self {
            DurationLaw::Exponential { .. } | DurationLaw::Geometric { .. } => return self.sample(block),
            DurationLaw::Fixed { days } => days,
            DurationLaw::Lognormal { mu, sigma } => Lognormal { mu: mu + sigma * sigma, sigma }.sample(block),
            DurationLaw::Gamma { shape, scale } => gamma_quantile(shape + 1.0, scale, block.open_unit()),
            DurationLaw::Discrete { ref days, ref cumulative } => {
                let weighted = weighted(days, cumulative);
                let mean = weighted.last().copied().unwrap_or(0.0);
                first_reaching(days, &weighted, mean * block.open_unit())
            }
        };
        block.open_unit() * whole
    }
}

/// The least k ≥ 1 with (1 − 1/mean)^k ≤ u: P(more than k) = (1 − 1/mean)^k.
fn geometric(u: f64, mean: f64) -> f64 {
    let stays = libm::log1p(-1.0 / mean);
    // A mean of one leaves −∞, and the quotient is 0.
    libm::ceil(libm::log(u) / stays).max(1.0)
}

fn gamma_quantile(shape: f64, scale: f64, u: f64) -> f64 {
    scale * gamma::quantile(shape, u, 1.0 - u)
}

/// Cumulative sums of value × probability.
fn weighted(days: &[f64], cumulative: &[f64]) -> Vec<f64> {
    let (mut below, mut sum) = (0.0, 0.0);
    let sums = days.iter().zip(cumulative).map(|(value, upto)| {
        sum += value * (upto - below);
        below = *upto;
        sum
    });
    sums.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_durations_take_one_draw_for_what_is_left() {
        let law = DurationLaw::Fixed { days: 12.0 };
        let mut block = Block::new(1, 2);
        assert_eq!((law.sample(&mut block), law.mean()), (12.0, 12.0));
        assert_eq!(law.sample_residual(&mut block), 12.0 * Block::new(1, 2).open_unit());
    }

    #[test]
    fn geometric_durations_by_hand() {
        // Mean 4: 0.75^k. u = 0.8 > 0.75 ends on day 1; 0.75² = 0.5625 ≤ 0.6 < 0.75 on day 2.
        assert_eq!([0.8, 0.6, 0.43, 0.42].map(|u| geometric(u, 4.0)), [1.0, 2.0, 3.0, 4.0]);
        assert_eq!([0.9, 1e-12].map(|u| geometric(u, 1.0)), [1.0, 1.0]);
    }

    #[test]
    fn the_mean_of_values_is_their_weighted_sum() {
        let law = DurationLaw::Discrete { days: vec![2.0, 10.0], cumulative: vec![0.75, 1.0] };
        assert_eq!(law.mean(), 4.0);
        // Length-biased: 1.5 of 4 for the value 2. U then scales it.
        let (mut whole, rounds) = (0.0, 20_000);
        for round in 0..rounds {
            whole += law.sample_residual(&mut Block::new(7, round));
        }
        // E = E[X²] / (2 E[X]) = (0.75 · 4 + 0.25 · 100) / 8 = 3.5; the standard error is about 0.02.
        assert!((whole / rounds as f64 - 3.5).abs() < 0.1, "{}", whole / rounds as f64);
    }

    #[test]
    fn drawn_durations_have_their_means() {
        let laws = [
            DurationLaw::Exponential { mean: 5.0 },
            DurationLaw::Geometric { mean: 5.0 },
            DurationLaw::Gamma { shape: 4.0, scale: 1.25 },
        ];
        // Residual means E[X²] / (2 E[X]): 5, 5 (no memory), (25/4 + 25) / 10 = 3.125.
        for (law, left) in laws.iter().zip([5.0, 5.0, 3.125]) {
            let (mut sum, mut rest, rounds) = (0.0, 0.0, 40_000);
            for round in 0..rounds {
                sum += law.sample(&mut Block::new(3, round));
                rest += law.sample_residual(&mut Block::new(4, round));
            }
            // Standard errors are at most 5 / 200 = 0.025.
            assert!((sum / rounds as f64 - 5.0).abs() < 0.12, "{law:?}: {}", sum / rounds as f64);
            assert!((rest / rounds as f64 - left).abs() < 0.12, "{law:?}: {}", rest / rounds as f64);
        }
    }
}
