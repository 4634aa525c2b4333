//! The gamma law: draws, its distribution function and its quantile.

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

/// Relative change below which a sum or a fraction is taken to have settled.
const SETTLED: f64 = 1e-16;
/// Terms at most: far more than a shape of 10⁴, the largest that files allow, needs.
const MOST_TERMS: u32 = 100_000;
/// Steps at most of the search for a quantile.
const MOST_STEPS: u32 = 200;

/// (P, Q): the chance that a gamma variable of this shape and scale 1 is at most x, and that it is more.
///
/// Whichever is small keeps its relative accuracy: the power series is summed below shape + 1, the continued fraction above
/// (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31).
pub fn distribution(shape: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    let weight = libm::exp(shape * libm::log(x) - x - libm::lgamma(shape));
    if x < shape + 1.0 {
        let below = (weight * series(shape, x)).min(1.0);
        (below, 1.0 - below)
    } else {
        let above = (weight * fraction(shape, x)).min(1.0);
        (1.0 - above, above)
    }
}

/// Σ xⁿ / (a (a + 1) … (a + n)).
fn series(shape: f64, x: f64) -> f64 {
    let mut term = 1.0 / shape;
    let mut sum = term;
    for n in 1..MOST_TERMS {
        term *= x / (shape + f64::from(n));
        sum += term;
        if term < sum * SETTLED {
            break;
        }
    }
    sum
}

/// The fraction 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))), by the method of Lentz (1976).
fn fraction(shape: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut partial = x + 1.0 - shape;
    let mut ahead = 1.0 / TINY;
    let mut behind = 1.0 / away_from_zero(partial);
    let mut value = behind;
    for n in 1..MOST_TERMS {
        let n = f64::from(n);
        let numerator = -n * (n - shape);
        partial += 2.0;
        behind = 1.0 / away_from_zero(numerator * behind + partial);
        ahead = away_from_zero(partial + numerator / ahead);
        let change = behind * ahead;
        value *= change;
        if (change - 1.0).abs() < SETTLED {
            break;
        }
    }
    value
}

/// The value that a gamma variable of this shape and scale 1 stays at or below with probability `below` = 1 − `above`.
///
/// Both chances are given so that neither tail loses digits: the smaller one is met. Newton's steps on its logarithm as a
/// function of ln x, kept between bounds that always hold the answer.
///
/// # Panics
/// If a chance is not between 0 and 1, or the shape is not positive.
pub fn quantile(shape: f64, below: f64, above: f64) -> f64 {
    assert!(shape > 0.0 && below > 0.0 && above > 0.0, "no gamma quantile of {shape}, {below}, {above}");
    let log_gamma = libm::lgamma(shape);
    // (How far the logarithm of the chance is off, and the chance that it is the logarithm of.)
    let excess = |log_x: f64| {
        let (p, q) = distribution(shape, libm::exp(log_x));
        if below <= above { (libm::log(p / below), p) } else { (libm::log(above / q), q) }
    };
    // P(x) ≤ x^a / Γ(a + 1), so the answer is not below this.
    let mut low = (libm::log(below) + libm::lgamma(shape + 1.0)) / shape;
    let mut high = low.max(libm::log(shape)) + 0.5;
    while excess(high).0 < 0.0 {
        high += 0.5;
    }
    let mut log_x = low.max(libm::log(shape).min(high));
    for _ in 0..MOST_STEPS {
        let (wrong, chance) = excess(log_x);
        if wrong < 0.0 {
            low = log_x
        } else {
            high = log_x
        }
        let slope = libm::exp(shape * log_x - libm::exp(log_x) - log_gamma);
        let newton = log_x - wrong * chance / slope;
        let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
        if (next - log_x).abs() <= 1e-15 * log_x.abs().max(1.0) {
            return libm::exp(next);
        }
        log_x = next;
    }
    libm::exp(log_x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::ContinuousCDF;

    #[test]
    fn shape_one_is_the_exponential_law() {
        for p in [1e-12, 1e-3, 0.3, 0.5, 0.9, 0.999] {
            let expected = -libm::log1p(-p);
            assert!((quantile(1.0, p, 1.0 - p) / expected - 1.0).abs() < 1e-12, "{p}");
        }
        // The far tail keeps its digits: Q = 1e-300.
        assert!((quantile(1.0, 1.0, 1e-300) / 690.775_527_898_213_7 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn agrees_with_another_library_and_with_itself() {
        for shape in [0.01, 0.3, 1.0, 2.5, 40.0, 1111.1, 10_000.0] {
            let other = statrs::distribution::Gamma::new(shape, 1.0).expect("a law");
            for p in [1e-6, 0.01, 0.25, 0.5, 0.75, 0.99, 1.0 - 1e-9] {
                let x = quantile(shape, p, 1.0 - p);
                // Quantiles of small shapes fall below the smallest number there is.
                if x > 1e-290 {
                    let (below, above) = distribution(shape, x);
                    assert!((below - p).abs() < 1e-11 && (above - (1.0 - p)).abs() < 1e-11, "{shape} {p}");
                    assert!((other.cdf(x) - p).abs() < 1e-9, "{shape} {p}: {x} {}", other.cdf(x));
                }
            }
        }
    }

    #[test]
    fn probabilities_agree_with_closed_forms() {
        // P(1, x) = 1 − e^−x; P(½, x) = erf √x; P(3, x) = 1 − e^−x (1 + x + x²/2).
        for k in 1..400 {
            let x = f64::from(k) / 20.0;
            let tail = libm::exp(-x);
            assert!((distribution(1.0, x).0 - (1.0 - tail)).abs() < 1e-14, "{x}");
            assert!((distribution(0.5, x).0 - libm::erf(libm::sqrt(x))).abs() < 1e-14, "{x}");
            assert!((distribution(3.0, x).0 - (1.0 - tail * (1.0 + x + x * x / 2.0))).abs() < 1e-14, "{x}");
        }
        assert_eq!((distribution(2.0, 0.0).0, distribution(2.0, 1e6).0), (0.0, 1.0));
    }

    #[test]
    fn probabilities_of_large_shapes_agree_with_statrs() {
        for shape in [0.01, 7.5, 250.0, 9000.0_f64] {
            for ratio in [0.5, 0.9, 1.0, 1.02, 1.5] {
                let expected = statrs::function::gamma::gamma_lr(shape, shape * ratio);
                assert!((distribution(shape, shape * ratio).0 - expected).abs() < 1e-11, "{shape} {ratio}");
            }
        }
    }
}
