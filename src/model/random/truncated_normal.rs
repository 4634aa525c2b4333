//! Normal needs cut at zero: the location that keeps the mean, and the deviation that is left.
//!
//! A need drawn as max(0, N(m, s)) has a larger mean than m. To give it the stated mean, m must be moved down. Below,
//! Z is standard normal, and (x)⁺ = max(0, x).

use super::normal::{standard_normal_cdf, standard_normal_density};

/// E[(t + Z)⁺] = t Φ(t) + φ(t).
fn mean_above_zero(t: f64) -> f64 {
    t * standard_normal_cdf(t) + standard_normal_density(t)
}

/// E[((t + Z)⁺)²] = (t² + 1) Φ(t) + t φ(t).
fn square_above_zero(t: f64) -> f64 {
    (t * t + 1.0) * standard_normal_cdf(t) + t * standard_normal_density(t)
}

/// The location m for which E[max(0, N(m, `sd`))] = `mean`, in their unit, to a relative 1e-12 of the mean
/// (1e-10 when the mean is below 1e-12 sd).
///
/// With t = m / sd it solves t Φ(t) + φ(t) = mean / sd, the mean of the rectified normal law, by Newton's method on
/// the logarithms inside a shrinking bracket. `sd` = 0 gives `mean`; `mean` = 0 with `sd` > 0 gives −∞, since no
/// finite location leaves a mean of zero, and max(0, −∞ + s z) is 0 as it should be.
///
/// # Panics
/// If `mean` or `sd` is negative or not finite.
pub fn location_keeping_mean(mean: f64, sd: f64) -> f64 {
    assert!(mean >= 0.0 && mean.is_finite(), "a mean need of {mean}");
    assert!(sd >= 0.0 && sd.is_finite(), "a standard deviation of {sd}");
    if sd == 0.0 {
        return mean;
    }
    if mean == 0.0 {
        return f64::NEG_INFINITY;
    }
    let target = mean / sd;
    // Beyond t = 40, Φ(−t) is nothing to a float, and the cut changes nothing.
    if target > 40.0 { mean } else { sd * standard_location(target) }
}

/// t with t Φ(t) + φ(t) = `target`, for 0 < target ≤ 40.
fn standard_location(target: f64) -> f64 {
    // At t = −40 the mean above zero underflows; at t = target it is at least target (Jensen's inequality).
    let (mut low, mut high) = (-40.0, target);
    let mut t = if target > 0.5 { target } else { 0.0 };
    for _ in 0..200 {
        let value = mean_above_zero(t);
        if (value - target).abs() <= 1e-14 * target {
            break;
        }
        if value < target {
            low = t
        } else {
            high = t
        }
        let step = value * (libm::log(target) - libm::log(value)) / standard_normal_cdf(t);
        let newton = t + step;
        let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
        if next == t {
            break;
        }
        t = next;
    }
    t
}

/// The standard deviation of max(0, N(`location`, `sd`)), in their unit.
///
/// Var = E[((t + Z)⁺)²] − E[(t + Z)⁺]² with t = location / sd; for t > 0 the same by what is cut off, which keeps its
/// digits when t is large. `sd` = 0 and a location of −∞ give 0.
///
/// # Panics
/// If `sd` is negative or not finite, or `location` is not a number or +∞.
pub fn deviation_after(location: f64, sd: f64) -> f64 {
    assert!(sd >= 0.0 && sd.is_finite(), "a standard deviation of {sd}");
    assert!(location < f64::INFINITY, "a location of {location}");
    if sd == 0.0 {
        return 0.0;
    }
    let t = location / sd;
    if t < -40.0 {
        return 0.0;
    }
    let variance = if t <= 0.0 {
        square_above_zero(t) - mean_above_zero(t) * mean_above_zero(t)
    } else {
        let cut = mean_above_zero(-t);
        1.0 - square_above_zero(-t) - 2.0 * t * cut - cut * cut
    };
    sd * libm::sqrt(variance.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn location_gives_back_the_mean() {
        for sd in [1e-3, 1.0, 250.0] {
            for target in [1e-12, 1e-6, 0.01, 0.3, 0.5, 1.0, 2.0, 7.0, 38.0, 41.0, 1e9] {
                let mean = target * sd;
                let location = location_keeping_mean(mean, sd);
                let t = location / sd;
                assert!((sd * mean_above_zero(t) / mean - 1.0).abs() < 1e-12, "{target} {sd}: {t}");
                assert!(location <= mean);
            }
        }
        for target in [1e-100, 1e-300] {
            let deep = location_keeping_mean(target, 1.0);
            assert!((mean_above_zero(deep) / target - 1.0).abs() < 1e-10);
        }
    }

    #[test]
    fn a_location_of_zero_by_hand() {
        // E[Z⁺] = φ(0) = 1/√(2π); Var[Z⁺] = ½ − 1/(2π).
        assert!(location_keeping_mean(0.398_942_280_401_432_7 * 3.0, 3.0).abs() < 1e-12);
        let expected = libm::sqrt(0.5 - 0.5 * std::f64::consts::FRAC_1_PI);
        assert!((deviation_after(0.0, 3.0) - 3.0 * expected).abs() < 1e-14);
    }

    #[test]
    fn nothing_random_and_nothing_needed() {
        assert_eq!(location_keeping_mean(5.0, 0.0), 5.0);
        assert_eq!(location_keeping_mean(0.0, 0.0), 0.0);
        assert_eq!(location_keeping_mean(0.0, 2.0), f64::NEG_INFINITY);
        assert_eq!((deviation_after(f64::NEG_INFINITY, 2.0), deviation_after(4.0, 0.0)), (0.0, 0.0));
    }

    #[test]
    fn deviation_agrees_with_quadrature() {
        // Trapezoidal rule for E[Y] and E[Y²] over t + z in [0, t + 12]; its error is below 1e-6 here.
        for t in [-3.0, -1.0, -0.1, 0.1, 1.0, 3.0, 9.0_f64] {
            let (mut first, mut second) = (0.0, 0.0);
            let (n, top) = (400_000, t + 12.0);
            for k in 1..n {
                let y = top * f64::from(k) / f64::from(n);
                let weight = standard_normal_density(y - t) * top / f64::from(n);
                first += y * weight;
                second += y * y * weight;
            }
            let expected = libm::sqrt(second - first * first);
            assert!((deviation_after(t, 1.0) / expected - 1.0).abs() < 1e-8, "{t}");
        }
        assert_eq!(deviation_after(1e9, 2.0), 2.0);
    }
}
