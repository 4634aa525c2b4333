//! Laws that can be drawn from: samplers for rand's traits, and the rounding of a real need to whole units.
//!
//! They use only the pinned `libm`, so a draw is the same number on every machine.

use super::block::{Block, open_unit_from, unit_from};
use super::normal::StandardNormal;
use rand::Rng;
use rand_distr::Distribution;

/// The normal law, `mean` + `sd` z.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normal {
    /// Mean.
    pub mean: f64,
    /// Standard deviation, ≥ 0.
    pub sd: f64,
}

/// The lognormal law, exp(μ + σ z).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lognormal {
    /// Mean of the logarithm.
    pub mu: f64,
    /// Standard deviation of the logarithm, ≥ 0.
    pub sigma: f64,
}

/// The exponential law, −`mean` ln U.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exponential {
    /// Mean, ≥ 0.
    pub mean: f64,
}

/// Finitely many values with their cumulative probabilities.
#[derive(Clone, Debug, PartialEq)]
pub struct Discrete {
    /// Values, ascending.
    pub values: Vec<f64>,
    /// Cumulative probabilities, ascending, the last one 1; as many as there are values.
    pub cumulative: Vec<f64>,
}

impl Distribution<f64> for Normal {
    #[inline]
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        self.mean + self.sd * StandardNormal.sample(rng)
    }
}

impl Distribution<f64> for Lognormal {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        libm::exp(self.mu + self.sigma * StandardNormal.sample(rng))
    }
}

impl Distribution<f64> for Exponential {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        -self.mean * libm::log(open_unit_from(rng.next_u64()))
    }
}

impl Distribution<f64> for Discrete {
    /// A value v is drawn when its own share of (0, 1) is hit; takes one word.
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        Discrete::pick(&self.values, &self.cumulative, rng)
    }
}

impl Discrete {
    /// A draw from values and cumulative probabilities that stand elsewhere; takes one word.
    ///
    /// # Panics
    /// If there are no values.
    pub fn pick<R: Rng + ?Sized>(values: &[f64], cumulative: &[f64], rng: &mut R) -> f64 {
        first_reaching(values, cumulative, 1.0 - unit_from(rng.next_u64()))
    }
}

/// A draw from the exponential law with this mean, in the unit of the mean. Takes one word of the block.
pub fn exponential(block: &mut Block, mean: f64) -> f64 {
    Exponential { mean }.sample(block)
}

/// The first value whose cumulative probability reaches p; the last one if rounding leaves none.
///
/// # Panics
/// If there are no values.
pub(super) fn first_reaching(values: &[f64], cumulative: &[f64], p: f64) -> f64 {
    let place = cumulative.partition_point(|reached| *reached < p);
    values[place.min(values.len() - 1)]
}

/// ⌊x + u⌋ for u uniform in [0, 1): a whole number whose mean is x.
///
/// The sum is not formed in floating point, so a whole x comes back as itself for every u, and the result never falls
/// when x or u grows.
///
/// ```
/// # use beredd_model::random::sampling::rounded_stochastically;
/// assert_eq!(rounded_stochastically(2.25, 0.5), 2);
/// assert_eq!(rounded_stochastically(2.25, 0.75), 3);
/// assert_eq!(rounded_stochastically(-2.25, 0.0), -3);
/// assert_eq!(rounded_stochastically(7.0, 1.0 - f64::EPSILON / 2.0), 7);
/// ```
///
/// # Panics
/// If |x| > 2⁵¹ (about 2·10¹⁵), or x is not a number.
#[inline]
pub fn rounded_stochastically(x: f64, u: f64) -> i64 {
    // Adding 3·2⁵¹ pushes the fraction out of the float, so its bits count whole numbers: the nearest one to x.
    const SHIFT: f64 = 3.0 * LARGEST;
    const LARGEST: f64 = (1_u64 << 51) as f64;
    assert!(x.abs() <= LARGEST, "{x} cannot be rounded to whole units");
    let shifted = x + SHIFT;
    let nearest = shifted.to_bits().wrapping_sub(SHIFT.to_bits()) as i64;
    let excess = x - (shifted - SHIFT); // in [−½, ½]
    nearest + i64::from(u >= 1.0 - excess) - i64::from(u < -excess)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_the_floor_of_the_sum() {
        for k in -4000..4000_i32 {
            for j in 0..64 {
                let (x, u) = (f64::from(k) / 1024.0, f64::from(j) / 64.0);
                assert_eq!(rounded_stochastically(x, u), libm::floor(x + u) as i64, "{x} {u}");
            }
        }
    }

    #[test]
    fn whole_numbers_stay_whatever_the_draw() {
        let almost_one = 1.0 - f64::EPSILON / 2.0;
        for x in [0, 1, 1 << 20, (1 << 51) - 1, 1 << 51, -1, -(1 << 51)] {
            assert_eq!(rounded_stochastically(x as f64, almost_one), x);
            assert_eq!(rounded_stochastically(x as f64, 0.0), x);
        }
    }

    #[test]
    #[should_panic(expected = "cannot be rounded")]
    fn rounding_refuses_what_is_no_number() {
        rounded_stochastically(f64::NAN, 0.5);
    }

    #[test]
    fn discrete_values_are_reached_at_their_cumulative_probability() {
        let (values, cumulative) = ([2.0, 5.0, 9.0], [0.25, 0.75, 1.0]);
        for (p, value) in [(0.0, 2.0), (0.25, 2.0), (0.2501, 5.0), (0.75, 5.0), (0.7501, 9.0), (1.0, 9.0)] {
            assert_eq!(first_reaching(&values, &cumulative, p), value);
        }
    }
}
