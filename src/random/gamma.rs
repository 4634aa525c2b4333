//! The gamma law: draws, and the probability of staying below a value.

use super::block::open_unit_from;
use super::normal::StandardNormal;
use rand::Rng;
use rand_distr::Distribution;

/// The gamma law with mean `shape` · `scale` and variance `shape` · `scale`².
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gamma {
    /// Shape, > 0; 1 is the exponential law.
    pub shape: f64,
    /// Scale, in the unit of the draws, ≥ 0.
    pub scale: f64,
}

impl Distribution<f64> for Gamma {
    /// By squeeze and rejection from a transformed normal draw (Marsaglia & Tsang 2000). A shape below one is drawn as
    /// the law with shape + 1 times U^(1/shape), the uniform draw last.
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        if self.shape >= 1.0 {
            return self.scale * standard(rng, self.shape);
        }
        let larger = standard(rng, self.shape + 1.0);
        self.scale * larger * libm::pow(open_unit_from(rng.next_u64()), 1.0 / self.shape)
    }
}

/// A draw with scale one, for a shape of at least one.
fn standard<R: Rng + ?Sized>(rng: &mut R, shape: f64) -> f64 {
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / libm::sqrt(9.0 * d);
    loop {
        let x = StandardNormal.sample(rng);
        let root = 1.0 + c * x;
        if root <= 0.0 {
            continue;
        }
        let (v, u) = (root * root * root, open_unit_from(rng.next_u64()));
        let surely = u < 1.0 - 0.0331 * (x * x) * (x * x);
        if surely || libm::log(u) < 0.5 * x * x + d * (1.0 - v + libm::log(v)) {
            return d * v;
        }
    }
}

/// The probability that a draw with scale one is at most x: the regularised incomplete gamma function P(shape, x), to
/// about 1e-13 for shapes up to 1e4.
///
/// The series in x below shape + 1, the continued fraction for the rest above it (Abramowitz & Stegun 1964, 6.5.29 and
/// 6.5.31).
pub fn gamma_cdf(shape: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let front = libm::exp(shape * libm::log(x) - x - libm::lgamma(shape));
    if x < shape + 1.0 { front * series(shape, x) } else { 1.0 - front * fraction(shape, x) }
}

/// Terms beyond which neither sum changes for any shape that a plan can hold.
const MOST_TERMS: u32 = 100_000;

fn series(shape: f64, x: f64) -> f64 {
    let (mut term, mut sum) = (1.0 / shape, 1.0 / shape);
    for k in 1..MOST_TERMS {
        term *= x / (shape + f64::from(k));
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    sum
}

/// Lentz's way of evaluating 1/(x+1−a− 1(1−a)/(x+3−a− 2(2−a)/(x+5−a− …))).
fn fraction(shape: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut b = x + 1.0 - shape;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut value = d;
    for k in 1..MOST_TERMS {
        let k = f64::from(k);
        let a = -k * (k - shape);
        b += 2.0;
        d = 1.0 / not_zero(a * d + b);
        c = not_zero(b + a / c);
        value *= d * c;
        if (d * c - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

fn not_zero(x: f64) -> f64 {
    if x.abs() < 1e-300 { 1e-300 } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_agree_with_closed_forms() {
        // P(1, x) = 1 − e^−x; P(½, x) = erf √x; P(3, x) = 1 − e^−x (1 + x + x²/2).
        for k in 1..400 {
            let x = f64::from(k) / 20.0;
            let tail = libm::exp(-x);
            assert!((gamma_cdf(1.0, x) - (1.0 - tail)).abs() < 1e-14, "{x}");
            assert!((gamma_cdf(0.5, x) - libm::erf(libm::sqrt(x))).abs() < 1e-14, "{x}");
            assert!((gamma_cdf(3.0, x) - (1.0 - tail * (1.0 + x + x * x / 2.0))).abs() < 1e-14, "{x}");
        }
        assert_eq!((gamma_cdf(2.0, 0.0), gamma_cdf(2.0, 1e6)), (0.0, 1.0));
    }

    #[test]
    fn probabilities_of_large_shapes_agree_with_statrs() {
        for shape in [0.01, 7.5, 250.0, 9000.0_f64] {
            for ratio in [0.5, 0.9, 1.0, 1.02, 1.5] {
                let expected = statrs::function::gamma::gamma_lr(shape, shape * ratio);
                assert!((gamma_cdf(shape, shape * ratio) - expected).abs() < 1e-11, "{shape} {ratio}");
            }
        }
    }
}
