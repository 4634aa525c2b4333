//! The laws of counts and the gamma law against their cumulative probabilities (statrs) and against rand_distr's samplers.
//!
//! Streams are fixed, so each check passes or fails for good; the false-alarm rate of each is 1e-9 at a new choice of streams, and
//! there are fewer than forty. Power: `a_bias_of_one_percent_is_seen` plants one.
#![expect(clippy::disallowed_methods, reason = "tests may use the functions of the platform; results may not")]

use beredd::random::block::Block;
use beredd::random::counts::{Geometric, NegativeBinomial, Poisson};
use beredd::random::gamma::Gamma;
use beredd::random::key::{ReplicationKey, StreamName};
use rand_distr::Distribution;
use statrs::distribution::{ChiSquared, ContinuousCDF, Discrete, DiscreteCDF};

/// Probability of a false alarm of each check.
const ALPHA: f64 = 1e-9;
const N: u64 = 300_000;

fn blocks(name: &str) -> impl Iterator<Item = Block> {
    let key = ReplicationKey::new(20_260_102, 0).stream(StreamName::new(&["counts", name]));
    (0..N).map(move |k| key.occurrence(k))
}

fn draws(name: &str, law: &impl Distribution<f64>) -> Vec<f64> {
    blocks(name).map(|mut block| law.sample(&mut block)).collect()
}

/// The probability of a chi-square statistic as large as that of the draws, over counts pooled until at least 20 are expected.
fn chance_of_counts(draws: &[f64], pmf: impl Fn(u64) -> f64) -> f64 {
    let largest = draws.iter().fold(0.0, |a: f64, &b| a.max(b)) as usize;
    let mut found = vec![0.0; largest + 1];
    draws.iter().for_each(|&draw| found[draw as usize] += 1.0);
    let n = draws.len() as f64;
    let (mut statistic, mut bins, mut pooled) = (0.0, 0, (0.0, 0.0));
    let mut left = n;
    for (k, count) in (0..).zip(&found) {
        pooled = (pooled.0 + count, pooled.1 + n * pmf(k));
        if pooled.1 >= 20.0 && left - pooled.1 >= 20.0 {
            left -= pooled.1;
            statistic += (pooled.0 - pooled.1).powi(2) / pooled.1;
            (bins, pooled) = (bins + 1, (0.0, 0.0));
        }
    }
    // The last bin holds all the rest, drawn or not.
    statistic += (pooled.0 - left).powi(2) / left;
    assert!(bins >= 1, "at least two bins");
    ChiSquared::new(f64::from(bins)).expect("degrees of freedom").sf(statistic)
}

/// Largest distance of the empirical law from F over the limit √(ln(2/α) / 2n), valid for every n (Massart 1990).
fn distance(mut draws: Vec<f64>, cdf: impl Fn(f64) -> f64) -> f64 {
    draws.sort_by(f64::total_cmp);
    let n = draws.len() as f64;
    let gaps = draws.iter().enumerate().map(|(i, x)| {
        let p = cdf(*x);
        (p - i as f64 / n).max((i + 1) as f64 / n - p)
    });
    gaps.fold(0.0, f64::max) / ((2.0 / ALPHA).ln() / (2.0 * n)).sqrt()
}

/// Largest distance of two empirical laws, ties and all, over its limit (conservative for counts).
fn distance_between(mut one: Vec<f64>, mut other: Vec<f64>) -> f64 {
    one.sort_by(f64::total_cmp);
    other.sort_by(f64::total_cmp);
    let share = |draws: &[f64], x: f64| draws.partition_point(|draw| *draw <= x) as f64 / draws.len() as f64;
    let gaps = one.iter().chain(&other).map(|&x| (share(&one, x) - share(&other, x)).abs());
    gaps.fold(0.0, f64::max) / ((2.0 / ALPHA).ln() / one.len() as f64).sqrt()
}

#[test]
fn poisson_draws_follow_their_law() {
    // On both sides of where inversion gives way to rejection, and far up.
    for mean in [0.05, 0.7, 4.0, 9.99, 10.0, 13.5, 37.0, 250.0, 9000.0] {
        let law = statrs::distribution::Poisson::new(mean).expect("a law");
        let chance = chance_of_counts(&draws(&format!("poisson {mean}"), &Poisson { mean }), |k| law.pmf(k));
        assert!(chance > ALPHA, "mean {mean}: {chance:e}");
    }
}

#[test]
fn huge_poisson_means_have_their_moments() {
    // By normal approximation, false-alarm rate 2e-9 each; the variance of a sample variance is 2 σ⁴ / n.
    let (mean, n) = (1e10_f64, N as f64);
    let draws = draws("poisson huge", &Poisson { mean });
    let found = draws.iter().sum::<f64>() / n;
    let variance = draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>() / n;
    assert!(((found - mean) / (mean / n).sqrt()).abs() < 6.0, "{found}");
    assert!(((variance / mean - 1.0) / (2.0 / n).sqrt()).abs() < 6.0, "{variance}");
}

#[test]
fn negative_binomial_and_geometric_draws_follow_their_laws() {
    for (mean, shape) in [(0.4, 0.3), (3.0, 1.0), (25.0, 4.0), (60.0, 0.7)] {
        // statrs counts failures before the shape-th success; the mean is shape (1 − p) / p.
        let law = statrs::distribution::NegativeBinomial::new(shape, shape / (shape + mean)).expect("a law");
        let draws = draws(&format!("nb {mean} {shape}"), &NegativeBinomial { mean, shape });
        let chance = chance_of_counts(&draws, |k| law.pmf(k));
        assert!(chance > ALPHA, "mean {mean}, shape {shape}: {chance:e}");
    }
    for mean in [1.3, 4.0, 70.0] {
        let law = statrs::distribution::Geometric::new(1.0 / mean).expect("a law");
        let draws = draws(&format!("geometric {mean}"), &Geometric { mean });
        let chance = chance_of_counts(&draws, |k| if k == 0 { 0.0 } else { law.pmf(k) });
        assert!(chance > ALPHA, "mean {mean}: {chance:e}");
        assert!((law.cdf(1) - 1.0 / mean).abs() < 1e-12, "statrs counts from one too");
    }
}

#[test]
fn gamma_draws_follow_their_law() {
    for shape in [0.05, 0.5, 1.0, 2.5, 40.0, 5000.0] {
        let law = statrs::distribution::Gamma::new(shape, 1.0 / 3.0).expect("a law");
        let draws = draws(&format!("gamma {shape}"), &Gamma { shape, scale: 3.0 });
        let distance = distance(draws, |x| law.cdf(x));
        assert!(distance < 1.0, "shape {shape}: {distance}");
    }
}

#[test]
fn laws_agree_with_the_samplers_of_rand_distr() {
    for mean in [2.0, 80.0] {
        let theirs = rand_distr::Poisson::new(mean).expect("a law");
        let distance = distance_between(draws("ours", &Poisson { mean }), draws("theirs", &theirs));
        assert!(distance < 1.0, "Poisson {mean}: {distance}");
    }
    for shape in [0.4, 6.0] {
        let theirs = rand_distr::Gamma::new(shape, 2.0).expect("a law");
        let distance = distance_between(draws("ours", &Gamma { shape, scale: 2.0 }), draws("theirs", &theirs));
        assert!(distance < 1.0, "gamma {shape}: {distance}");
    }
}

#[test]
fn a_bias_of_one_percent_is_seen() {
    // At mean 37 and n draws one percent is 0.37 / √(37 / n) = 33 standard errors: the power is one to all digits.
    let law = statrs::distribution::Poisson::new(37.0).expect("a law");
    let biased = draws("biased", &Poisson { mean: 37.37 });
    assert!(chance_of_counts(&biased, |k| law.pmf(k)) < ALPHA);
    let law = statrs::distribution::Gamma::new(40.0, 1.0).expect("a law");
    assert!(distance(draws("biased gamma", &Gamma { shape: 40.0, scale: 1.01 }), |x| law.cdf(x)) > 1.0);
}

#[test]
fn draws_are_pinned() {
    // What the sampler gave when it was written: a change of these numbers changes every published result.
    let mut block = blocks("pinned").next().expect("a block");
    let drawn = [
        Poisson { mean: 3.0 }.sample(&mut block),
        Poisson { mean: 300.0 }.sample(&mut block),
        Geometric { mean: 9.0 }.sample(&mut block),
        Gamma { shape: 0.5, scale: 1.0 }.sample(&mut block),
    ];
    assert_eq!(
        drawn.map(f64::to_bits),
        [4616189618054758400, 4643703797028225024, 4623507967449235456, 4587975496172090686]
    );
}
