//! Normal demand against a stock: what is short, what is left over, and their integrals.
//!
//! The unit normal loss function G(z) = E(Z − z)⁺ = φ(z) − z (1 − Φ(z)) (Snyder & Shen 2019, eq. C.30–C.31) and the
//! second-order one ½ E((Z − z)⁺)² (Zipkin 2000, app. C).

use crate::random::normal::{standard_normal_cdf, standard_normal_density};

/// Above this z the closed forms lose digits by cancellation, and the series has long converged.
const FAR: f64 = 12.0;

/// E(Z − z)⁺ for a standard normal Z; relative error about 1e-12 also far out.
///
/// ```
/// # use beredd_model::inventory::loss::unit_loss;
/// assert!((unit_loss(0.5) - 0.197_796_557_401_306).abs() < 1e-15);
/// ```
pub fn unit_loss(z: f64) -> f64 {
    if z > FAR { far_moment(1, z) } else { standard_normal_density(z) - z * standard_normal_cdf(-z) }
}

/// ½ E((Z − z)⁺)² = ½ ((z² + 1) (1 − Φ(z)) − z φ(z)), the integral of the loss function from z on.
pub fn unit_loss_integral(z: f64) -> f64 {
    if z > FAR {
        return 0.5 * far_moment(2, z);
    }
    0.5 * ((z * z + 1.0) * standard_normal_cdf(-z) - z * standard_normal_density(z))
}

/// E((Z − z)⁺)ⁿ = φ(z) ∫ tⁿ exp(−t²/2 − zt) dt for large z: the exponential of −t²/2 as a series, term by term.
fn far_moment(n: u32, z: f64) -> f64 {
    let square = z * z;
    let order = f64::from(n);
    let mut term = (1..=n).fold(1.0 / z, |product, i| product * f64::from(i) / z);
    let mut sum = term;
    for k in 0..30 {
        let twice = order + 2.0 * f64::from(k);
        let next = -term * (twice + 1.0) * (twice + 2.0) / (2.0 * f64::from(k + 1) * square);
        if next.abs() >= term.abs() || sum + next == sum {
            break;
        }
        (sum, term) = (sum + next, next);
    }
    far_density(z) * sum
}

/// φ(z) for large z, with the square split so that its rounding is not multiplied by z².
fn far_density(z: f64) -> f64 {
    let high = libm::floor(z * 16.0) / 16.0;
    standard_normal_density(high) * libm::exp(-(z - high) * (z + high) / 2.0)
}

/// Normal demand over some time. A standard deviation of 0 means demand that is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NormalDemand {
    /// Mean, units.
    pub mean: f64,
    /// Standard deviation, units.
    pub sd: f64,
}

impl NormalDemand {
    /// Demand of so many independent periods, a whole number or not.
    pub fn over(self, periods: f64) -> NormalDemand {
        NormalDemand { mean: self.mean * periods, sd: self.sd * libm::sqrt(periods) }
    }

    fn score(self, x: f64) -> f64 {
        (x - self.mean) / self.sd
    }

    /// P(D ≤ x).
    pub fn at_most(self, x: f64) -> f64 {
        if self.sd == 0.0 { f64::from(u8::from(x >= self.mean)) } else { standard_normal_cdf(self.score(x)) }
    }

    /// P(D > x).
    pub fn more_than(self, x: f64) -> f64 {
        if self.sd == 0.0 { f64::from(u8::from(x < self.mean)) } else { standard_normal_cdf(-self.score(x)) }
    }

    /// E(D − x)⁺, units short of a stock x.
    pub fn short(self, x: f64) -> f64 {
        if self.sd == 0.0 { (self.mean - x).max(0.0) } else { self.sd * unit_loss(self.score(x)) }
    }

    /// E(x − D)⁺, units left over of a stock x.
    pub fn left_over(self, x: f64) -> f64 {
        if self.sd == 0.0 { (x - self.mean).max(0.0) } else { self.sd * unit_loss(-self.score(x)) }
    }

    /// ½ E((D − x)⁺)², units squared: the integral of [`short`](Self::short) from x on.
    pub fn short_integral(self, x: f64) -> f64 {
        if self.sd == 0.0 {
            let short = (self.mean - x).max(0.0);
            return 0.5 * short * short;
        }
        self.sd * self.sd * unit_loss_integral(self.score(x))
    }

    /// ½ E((x − D)⁺)², units squared: the integral of [`left_over`](Self::left_over) up to x.
    pub fn left_over_integral(self, x: f64) -> f64 {
        if self.sd == 0.0 {
            let left = (x - self.mean).max(0.0);
            return 0.5 * left * left;
        }
        self.sd * self.sd * unit_loss_integral(-self.score(x))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_form_and_series_meet() {
        for z in [9.0, 10.5, 11.9] {
            let near = standard_normal_density(z) - z * standard_normal_cdf(-z);
            assert!((far_moment(1, z) / near - 1.0).abs() < 1e-9, "{z}");
            assert!((far_moment(2, z) / (2.0 * unit_loss_integral(z)) - 1.0).abs() < 1e-8, "{z}");
        }
    }

    #[test]
    fn loss_falls_and_is_convex() {
        let losses: Vec<f64> = (-80..288).map(|k| unit_loss(f64::from(k) / 8.0)).collect();
        for window in losses.windows(3) {
            assert!(window[0] > window[1] && window[1] > window[2], "{window:?}");
            assert!(window[0] - window[1] > window[1] - window[2] || window[0] > 4.0, "{window:?}");
        }
    }

    #[test]
    fn known_demand_leaves_no_chance() {
        let demand = NormalDemand { mean: 10.0, sd: 0.0 };
        assert_eq!((demand.short(7.0), demand.left_over(7.0), demand.left_over(12.0)), (3.0, 0.0, 2.0));
        assert_eq!((demand.at_most(10.0), demand.more_than(9.0), demand.short_integral(6.0)), (1.0, 1.0, 8.0));
    }
}
