//! Probabilities and their intervals.

use super::estimate::{Interval, mean_interval, tail};
use crate::random::normal::standard_normal_quantile;
use statrs::distribution::{Beta, ContinuousCDF};

/// Wilson's score interval for a probability (Wilson 1927; Brown, Cai & DasGupta 2001):
/// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n), around the estimate p = `hits` / `n`.
///
/// `None` when n = 0.
///
/// # Panics
/// If `hits` > `n` or `level` is not inside (0, 1).
pub fn wilson(hits: u64, n: u64, level: f64) -> Option<Interval> {
    assert!(hits <= n, "{hits} hits in {n}");
    let z = standard_normal_quantile(1.0 - tail(level));
    if n == 0 {
        return None;
    }
    let (p, trials) = (hits as f64 / n as f64, n as f64);
    let centre = p + z * z / (2.0 * trials);
    let spread = z * libm::sqrt(p * (1.0 - p) / trials + z * z / (4.0 * trials * trials));
    let scale = 1.0 + z * z / trials;
    let low = if hits == 0 { 0.0 } else { (centre - spread) / scale };
    let high = if hits == n { 1.0 } else { (centre + spread) / scale };
    Some(Interval { estimate: p, low: Some(low), high: Some(high) })
}

/// The exact interval for a probability (Clopper & Pearson 1934): the α/2 quantile of Beta(x, n − x + 1) and the
/// 1 − α/2 quantile of Beta(x + 1, n − x) for x hits. It covers at least as often as promised.
///
/// `None` when n = 0.
///
/// # Panics
/// If `hits` > `n` or `level` is not inside (0, 1).
pub fn clopper_pearson(hits: u64, n: u64, level: f64) -> Option<Interval> {
    assert!(hits <= n, "{hits} hits in {n}");
    let outside = tail(level);
    if n == 0 {
        return None;
    }
    // With n hits the lower bound solves pⁿ = α/2; with none the upper bound solves (1 − p)ⁿ = α/2.
    let all = |n: u64| libm::log(outside) / n as f64;
    let beta = |a: u64, b: u64, p: f64| Beta::new(a as f64, b as f64).expect("both shapes are positive").inverse_cdf(p);
    let low = match hits {
        0 => 0.0,
        _ if hits == n => libm::exp(all(n)),
        _ => beta(hits, n - hits + 1, outside),
    };
    let high = match hits {
        0 => -libm::expm1(all(n)),
        _ if hits == n => 1.0,
        _ => beta(hits + 1, n - hits, 1.0 - outside),
    };
    Some(Interval { estimate: hits as f64 / n as f64, low: Some(low), high: Some(high) })
}

/// The interval for a probability from one value in [0, 1] per replication.
///
/// Values that are all 0 or 1 are hits: Wilson's interval, and the wider of it and the exact one when nothing or everything
/// hit, so that 73 of 73 are needed for a lower bound of 95 % (Wilson alone: 73, exact alone: 72). Other
/// values are shares (of days, of articles): a Student t interval cut to [0, 1], without bounds for a single share.
/// `None` without values.
///
/// # Panics
/// If a value is outside [0, 1] or `level` is not inside (0, 1).
pub fn probability_interval(values: &[f64], level: f64) -> Option<Interval> {
    if let Some(wrong) = values.iter().find(|value| !(0.0..=1.0).contains(*value)) {
        panic!("{wrong} is no probability");
    }
    let (n, hits) = (values.len() as u64, values.iter().filter(|value| **value == 1.0).count() as u64);
    let misses = values.iter().filter(|value| **value == 0.0).count() as u64;
    if hits + misses < n {
        return Some(mean_interval(values, level)?.clamped(0.0, 1.0));
    }
    let by_score = wilson(hits, n, level)?;
    if hits > 0 && misses > 0 {
        return Some(by_score);
    }
    let exact = clopper_pearson(hits, n, level)?;
    let wider = |a: Option<f64>, b: Option<f64>, choose: fn(f64, f64) -> f64| Some(choose(a?, b?));
    Some(Interval {
        estimate: by_score.estimate,
        low: wider(by_score.low, exact.low, f64::min),
        high: wider(by_score.high, exact.high, f64::max),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_bounds(interval: Option<Interval>, low: f64, high: f64) {
        let interval = interval.unwrap();
        assert!((interval.low.unwrap() - low).abs() < 1e-9, "{interval:?}");
        assert!((interval.high.unwrap() - high).abs() < 1e-9, "{interval:?}");
    }

    #[test]
    fn wilson_agrees_with_scipy() {
        assert_bounds(wilson(0, 1000, 0.95), 0.0, 0.0038267585);
        assert_bounds(wilson(3, 100, 0.95), 0.0102545240, 0.0845193643);
        assert_bounds(wilson(950, 1000, 0.95), 0.9346861798, 0.9618697376);
    }

    #[test]
    fn clopper_pearson_agrees_with_scipy() {
        assert_bounds(clopper_pearson(0, 1000, 0.95), 0.0, 0.0036820839);
        assert_bounds(clopper_pearson(1000, 1000, 0.95), 1.0 - 0.0036820839, 1.0);
        assert_bounds(clopper_pearson(3, 100, 0.95), 0.0062299715, 0.0851760530);
        assert_bounds(clopper_pearson(950, 1000, 0.95), 0.9346095121, 0.9626646024);
    }

    #[test]
    fn the_kind_of_values_chooses_the_interval() {
        let hits = |hits: usize| (0..100).map(|i| f64::from(u8::from(i < hits))).collect::<Vec<f64>>();
        assert_eq!(probability_interval(&hits(3), 0.95), wilson(3, 100, 0.95));
        // Of 100 that all say no, Wilson's upper bound 3.841/103.841 = 0.03699 is the wider; 3.84 is the 95 % point of χ²(1).
        assert_bounds(probability_interval(&hits(0), 0.95), 0.0, 0.036_993_498_2);
        assert_bounds(probability_interval(&hits(100), 0.95), 1.0 - 0.036_993_498_2, 1.0);
        let all = |n| probability_interval(&vec![1.0; n], 0.95).unwrap().low.unwrap();
        assert!(all(72) < 0.95 && all(73) >= 0.95, "73 of 73 are needed");
        let shares = probability_interval(&[0.5, 1.0, 1.0], 0.95).unwrap();
        let student = mean_interval(&[0.5, 1.0, 1.0], 0.95).unwrap();
        assert_eq!((shares.estimate, shares.low, shares.high), (student.estimate, student.low, Some(1.0)));
    }

    #[test]
    fn few_values() {
        assert_eq!(
            (wilson(0, 0, 0.95), clopper_pearson(0, 0, 0.95), probability_interval(&[], 0.95)),
            (None, None, None)
        );
        assert_bounds(probability_interval(&[1.0], 0.95), 0.025, 1.0);
        assert_eq!(probability_interval(&[0.4], 0.95), Some(Interval::without_bounds(0.4)));
    }

    #[test]
    #[should_panic(expected = "is no probability")]
    fn what_is_no_probability_is_refused() {
        let _ = probability_interval(&[0.5, f64::NAN], 0.95);
    }
}
