//! Laws of whole numbers: Poisson, negative binomial, geometric. Draws are exact, and whole numbers as floats.

use super::block::{open_unit_from, unit_from};
use super::gamma::Gamma;
use rand::Rng;
use rand_distr::Distribution;

/// The Poisson law.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Poisson {
    /// Mean, ≥ 0 and at most 2⁵⁰.
    pub mean: f64,
}

/// The negative binomial law: a Poisson draw whose mean is a gamma draw. Its variance is mean + mean² / shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NegativeBinomial {
    /// Mean, ≥ 0.
    pub mean: f64,
    /// Shape of the gamma law, > 0.
    pub shape: f64,
}

/// The geometric law on 1, 2, 3, …
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometric {
    /// Mean, ≥ 1.
    pub mean: f64,
}

/// Means from which the Poisson law is drawn by rejection.
const BY_REJECTION: f64 = 10.0;

impl Distribution<f64> for Poisson {
    /// Small means by inversion, with one word; others by transformed rejection (Hörmann 1993, "The transformed rejection
    /// method for generating Poisson random variables", algorithm PTRS), two words a trial.
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        if self.mean < BY_REJECTION { by_inversion(rng, self.mean) } else { by_rejection(rng, self.mean) }
    }
}

impl Distribution<f64> for NegativeBinomial {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        let mean = Gamma { shape: self.shape, scale: self.mean / self.shape }.sample(rng);
        Poisson { mean }.sample(rng)
    }
}

impl Distribution<f64> for Geometric {
    /// By inversion, with one word: 1 + ⌊ln U / ln(1 − 1/mean)⌋.
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        let u = open_unit_from(rng.next_u64());
        if self.mean <= 1.0 { 1.0 } else { 1.0 + libm::floor(libm::log(u) / libm::log1p(-1.0 / self.mean)) }
    }
}

/// The least k whose cumulative probability exceeds U, term by term.
fn by_inversion<R: Rng + ?Sized>(rng: &mut R, mean: f64) -> f64 {
    let mut left = unit_from(rng.next_u64());
    let mut chance = libm::exp(-mean);
    let mut k = 0.0;
    // What rounding leaves of U at the far end is below 1e-16; there the search stops.
    while left >= chance && (k < mean || chance > 1e-18) {
        left -= chance;
        k += 1.0;
        chance *= mean / k;
    }
    k
}

fn by_rejection<R: Rng + ?Sized>(rng: &mut R, mean: f64) -> f64 {
    let b = 0.931 + 2.53 * libm::sqrt(mean);
    let a = -0.059 + 0.02483 * b;
    let sure = 0.9277 - 3.6224 / (b - 2.0);
    loop {
        let u = unit_from(rng.next_u64()) - 0.5;
        let v = open_unit_from(rng.next_u64());
        let from_edge = 0.5 - u.abs();
        if from_edge <= 0.0 {
            continue;
        }
        let k = libm::floor((2.0 * a / from_edge + b) * u + mean + 0.43);
        if from_edge >= 0.07 && v <= sure {
            return k;
        }
        if k < 0.0 || (from_edge < 0.013 && v > from_edge) {
            continue;
        }
        let hat = 1.1239 + 1.1328 / (b - 3.4);
        if libm::log(v * hat / (a / (from_edge * from_edge) + b)) <= log_chance(mean, k) {
            return k;
        }
    }
}

/// ln(e^−mean mean^k / k!). The large parts of k ln(mean) and ln k! cancel on paper, so digits survive for large means.
fn log_chance(mean: f64, k: f64) -> f64 {
    /// ln k! for k = 0 … 9.
    const LOG_FACTORIALS: [f64; 10] = [
        0.0,
        0.0,
        std::f64::consts::LN_2,
        1.791_759_469_228_055,
        3.178_053_830_347_946,
        4.787_491_742_782_046,
        6.579_251_212_010_101,
        8.525_161_361_065_415,
        10.604_602_902_745_25,
        12.801_827_480_081_469,
    ];
    const HALF_LOG_TWO_PI: f64 = 0.918_938_533_204_672_7;
    if k < 10.0 {
        return k * libm::log(mean) - mean - LOG_FACTORIALS[k as usize];
    }
    let square = 1.0 / (k * k);
    // Stirling's series; what is left out is below 1e-10 at k = 10.
    let rest = (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0))) / k;
    let excess = k - mean;
    excess - k * libm::log1p(excess / mean) - 0.5 * libm::log(k) - HALF_LOG_TWO_PI - rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_chances_agree_with_statrs() {
        for mean in [10.0, 31.5, 1000.0_f64] {
            for k in 0..2000_u32 {
                let expected =
                    f64::from(k) * libm::log(mean) - mean - statrs::function::factorial::ln_factorial(k.into());
                assert!((log_chance(mean, f64::from(k)) - expected).abs() < 1e-9, "{mean} {k}");
            }
        }
    }

    #[test]
    fn log_chances_of_huge_means_keep_their_digits() {
        // At k = mean the law is 1/√(2π mean) but for a relative 1/(12 mean).
        let mean = 1e12;
        let peak = -0.5 * libm::log(2.0 * std::f64::consts::PI * mean);
        assert!((log_chance(mean, mean) - peak).abs() < 1e-12);
        // One deviation off: a half less, and a third-order term of (1e6)³ / 6 (1e12)² − ½ · 1e6/1e12.
        assert!((log_chance(mean, mean + 1e6) - (peak - 0.5)).abs() < 1e-6);
    }

    #[test]
    fn nothing_needed_draws_nothing() {
        let mut block = crate::random::block::Block::new(1, 1);
        assert_eq!(Poisson { mean: 0.0 }.sample(&mut block), 0.0);
        assert_eq!(NegativeBinomial { mean: 0.0, shape: 2.0 }.sample(&mut block), 0.0);
        assert_eq!(Geometric { mean: 1.0 }.sample(&mut block), 1.0);
    }
}
