//! The laws in `random/` against theory and against rand_distr's samplers, and pinned to their present values.
//!
//! The checks are deterministic: the streams are fixed. The false-alarm rate stated at each is the probability that a
//! sound sampler would fail at a new choice of streams.
#![expect(clippy::disallowed_methods, reason = "theory may use the functions of the platform; results may not")]

use beredd::random::key::{ReplicationKey, StreamKey, StreamName};
use beredd::random::laws::{DurationLaw, LeadTimeLaw};
use beredd::random::normal::{StandardNormal, standard_normal, standard_normal_cdf};
use beredd::random::sampling::{Discrete, Exponential, Lognormal, Normal, exponential};
use beredd::random::truncated_normal::{deviation_after, location_keeping_mean};
use rand_distr::Distribution;

/// False-alarm rate of every Kolmogorov–Smirnov test here.
const ALPHA: f64 = 1e-9;
/// Largest score allowed in a test by normal approximation: false-alarm rate 2e-9.
const LIMIT: f64 = 6.0;

fn stream(name: &str) -> StreamKey {
    ReplicationKey::new(20_260_101, 0).stream(StreamName::new(&["laws", name]))
}

/// n draws, each from the block of its own occurrence.
fn draws(name: &str, n: u64, law: &impl Distribution<f64>) -> Vec<f64> {
    let key = stream(name);
    (0..n).map(|k| law.sample(&mut key.occurrence(k))).collect()
}

/// Largest distance between the empirical law of the draws and F, over its limit at level [`ALPHA`]:
/// √(ln(2/α) / 2n), a bound valid for every n (Massart 1990).
fn distance_to_theory(mut draws: Vec<f64>, cdf: impl Fn(f64) -> f64) -> f64 {
    draws.sort_by(f64::total_cmp);
    let n = draws.len() as f64;
    let gaps = draws.iter().enumerate().map(|(i, x)| {
        let p = cdf(*x);
        (p - i as f64 / n).max((i + 1) as f64 / n - p)
    });
    gaps.fold(0.0, f64::max) / ((2.0 / ALPHA).ln() / (2.0 * n)).sqrt()
}

/// Largest distance between two empirical laws without ties, over its asymptotic limit at level [`ALPHA`].
fn distance_between(mut a: Vec<f64>, mut b: Vec<f64>) -> f64 {
    a.sort_by(f64::total_cmp);
    b.sort_by(f64::total_cmp);
    let (n, m) = (a.len() as f64, b.len() as f64);
    let (mut i, mut j, mut largest) = (0, 0, 0.0_f64);
    while i < a.len() && j < b.len() {
        if a[i] <= b[j] {
            i += 1
        } else {
            j += 1
        }
        largest = largest.max((i as f64 / n - j as f64 / m).abs());
    }
    largest / ((2.0 / ALPHA).ln() / 2.0 * (n + m) / (n * m)).sqrt()
}

/// Score of the mean of the draws, given the true mean and standard deviation.
fn mean_score(draws: impl ExactSizeIterator<Item = f64>, mean: f64, sd: f64) -> f64 {
    let n = draws.len() as f64;
    (draws.sum::<f64>() / n - mean) / (sd / n.sqrt())
}

const N: u64 = 400_000;

#[test]
fn laws_follow_their_theory() {
    // Four Kolmogorov–Smirnov tests at 1e-9 each.
    let normal = draws("normal", N, &Normal { mean: 3.0, sd: 2.0 });
    assert!(distance_to_theory(normal, |x| standard_normal_cdf((x - 3.0) / 2.0)) < 1.0);
    let standard = draws("standard", N, &StandardNormal);
    assert!(distance_to_theory(standard, standard_normal_cdf) < 1.0);
    let lognormal = draws("lognormal", N, &Lognormal { mu: 2.0, sigma: 0.7 });
    assert!(distance_to_theory(lognormal, |x| standard_normal_cdf((x.ln() - 2.0) / 0.7)) < 1.0);
    let exponential = draws("exponential", N, &Exponential { mean: 30.0 });
    assert!(distance_to_theory(exponential, |x| 1.0 - (-x / 30.0).exp()) < 1.0);
}

#[test]
fn laws_agree_with_the_samplers_of_rand_distr() {
    // Three two-sample tests at 1e-9 each.
    let normal = rand_distr::Normal::new(3.0, 2.0).unwrap();
    let theirs = draws("their normal", N, &normal);
    assert!(distance_between(draws("normal", N, &Normal { mean: 3.0, sd: 2.0 }), theirs) < 1.0);
    let lognormal = rand_distr::LogNormal::new(2.0, 0.7).unwrap();
    let theirs = draws("their lognormal", N, &lognormal);
    assert!(distance_between(draws("lognormal", N, &Lognormal { mu: 2.0, sigma: 0.7 }), theirs) < 1.0);
    let theirs = draws("their exponential", N, &rand_distr::Exp::new(1.0 / 30.0).unwrap());
    assert!(distance_between(draws("exponential", N, &Exponential { mean: 30.0 }), theirs) < 1.0);
}

#[test]
fn moments_of_the_normal_law() {
    // E[Z^k] = 0, 1, 0, 3, 0, 15 with variances of Z^k: 1, 2, 15, 96, 945, 10170. Six scores at 2e-9 each.
    let z = draws("moments", 4_000_000, &StandardNormal);
    let moments =
        [(1, 0.0, 1.0_f64), (2, 1.0, 2.0), (3, 0.0, 15.0), (4, 3.0, 96.0), (5, 0.0, 945.0), (6, 15.0, 10_170.0)];
    for (power, mean, variance) in moments {
        let score = mean_score(z.iter().map(|z| z.powi(power)), mean, variance.sqrt());
        assert!(score.abs() < LIMIT, "power {power}: {score}");
    }
}

#[test]
fn scales_of_the_laws_are_theirs() {
    // A Kolmogorov–Smirnov test is blind to a scale one per cent off; these five scores at 2e-9 each are not.
    let n = 2_000_000;
    let normal = draws("normal scale", n, &Normal { mean: 3.0, sd: 2.0 });
    assert!(mean_score(normal.iter().copied(), 3.0, 2.0).abs() < LIMIT);
    assert!(mean_score(normal.iter().map(|x| (x - 3.0).powi(2)), 4.0, 4.0 * 2.0_f64.sqrt()).abs() < LIMIT);
    let logs: Vec<f64> = draws("log scale", n, &Lognormal { mu: 2.0, sigma: 0.7 }).iter().map(|x| x.ln()).collect();
    assert!(mean_score(logs.iter().copied(), 2.0, 0.7).abs() < LIMIT);
    assert!(mean_score(logs.iter().map(|y| (y - 2.0).powi(2)), 0.49, 0.49 * 2.0_f64.sqrt()).abs() < LIMIT);
    let exponential = draws("exponential scale", n, &Exponential { mean: 30.0 });
    assert!(mean_score(exponential.into_iter(), 30.0, 30.0).abs() < LIMIT);
}

#[test]
fn tails_of_the_ziggurat_have_their_probability() {
    // Counts beyond z on both sides, binomial: eight scores; the smallest expected count is 34, where the normal
    // approximation at 6 has a false-alarm rate below 1e-6. One Kolmogorov–Smirnov test at 1e-9 for the tail's shape.
    let n = 10_000_000;
    let z = draws("tails", n, &StandardNormal);
    for limit in [1.0, 3.5, 4.0, 4.5] {
        let p = standard_normal_cdf(-limit);
        for sign in [-1.0, 1.0] {
            let count = z.iter().filter(|z| sign * **z > limit).count() as f64;
            let score = (count - n as f64 * p) / (n as f64 * p * (1.0 - p)).sqrt();
            assert!(score.abs() < LIMIT, "beyond {sign} × {limit}: {count}, score {score}");
        }
    }
    let start = 3.654_152_885_361_009;
    let tail: Vec<f64> = z.iter().map(|z| z.abs()).filter(|z| *z > start).collect();
    assert!(distance_to_theory(tail, |x| 1.0 - standard_normal_cdf(-x) / standard_normal_cdf(-start)) < 1.0);
}

#[test]
fn layers_of_the_ziggurat_join_without_a_seam() {
    // Chi-square over 1024 equally likely cells of Φ(z), about four per layer; its score has a false-alarm rate < 1e-8.
    let mut cells = vec![0_u32; 1024];
    let n = 5_000_000;
    for z in draws("seams", n, &StandardNormal) {
        cells[((standard_normal_cdf(z) * 1024.0) as usize).min(1023)] += 1;
    }
    let expected = n as f64 / 1024.0;
    let square: f64 = cells.iter().map(|c| (f64::from(*c) - expected).powi(2) / expected).sum();
    let score = (square - 1023.0) / (2.0 * 1023.0_f64).sqrt();
    assert!(score.abs() < LIMIT, "score {score}");
}

#[test]
fn discrete_values_come_as_often_as_they_should() {
    // Three binomial scores at 2e-9 each.
    let law = Discrete { values: vec![2.0, 5.0, 9.0], cumulative: vec![0.3, 0.9, 1.0] };
    let found = draws("discrete", N, &law);
    for (value, p) in [(2.0, 0.3), (5.0, 0.6), (9.0, 0.1_f64)] {
        let hits = found.iter().map(|x| f64::from(u8::from(*x == value)));
        let score = mean_score(hits, p, (p * (1.0 - p)).sqrt());
        assert!(score.abs() < LIMIT, "{value}: {score}");
    }
}

#[test]
fn lead_times_at_normal_scores_have_the_law_of_lead_times() {
    // One Kolmogorov–Smirnov test at 1e-9; one score at 2e-9.
    let key = stream("scores");
    let scores = || (0..N).map(|k| standard_normal(&mut key.occurrence(k)));
    let law = LeadTimeLaw::Lognormal { mu: 3.0, sigma: 0.4 };
    let days = scores().map(|z| law.at_score(z)).collect();
    assert!(distance_to_theory(days, |x| standard_normal_cdf((x.ln() - 3.0) / 0.4)) < 1.0);
    let law = LeadTimeLaw::Discrete { days: vec![1.0, 4.0], cumulative: vec![0.8, 1.0] };
    let days: Vec<f64> = scores().map(|z| law.at_score(z)).collect();
    assert!(mean_score(days.into_iter(), law.mean(), 1.2).abs() < LIMIT);
}

#[test]
fn residuals_are_those_of_a_stationary_renewal_process() {
    // Density of the residual: P(duration > x) / mean, hence F(x) = (1/mean) ∫₀ˣ P(duration > y) dy
    //   = x P(D > x) / mean + P(D' ≤ x) with D' the length-biased duration. One test at 1e-9 for each law, and a
    // score at 2e-9 for the mean residual E[D²] / (2 E[D]).
    let (mu, sigma) = (2.0, 0.8);
    let law = DurationLaw::Lognormal { mu, sigma };
    let key = stream("residuals");
    let residuals: Vec<f64> = (0..N).map(|k| law.sample_residual(&mut key.occurrence(k))).collect();
    let mean = (2.0 * mu + 2.0 * sigma * sigma).exp() / (2.0 * law.mean());
    let square = (3.0 * mu + 4.5 * sigma * sigma).exp() / (3.0 * law.mean());
    assert!(mean_score(residuals.iter().copied(), mean, (square - mean * mean).sqrt()).abs() < LIMIT);
    let below = |x: f64, mu: f64| standard_normal_cdf((x.ln() - mu) / sigma);
    let cdf = |x: f64| x * (1.0 - below(x, mu)) / law.mean() + below(x, mu + sigma * sigma);
    assert!(distance_to_theory(residuals, cdf) < 1.0);
    let fixed = DurationLaw::Fixed { days: 40.0 };
    let residuals = (0..N).map(|k| fixed.sample_residual(&mut key.occurrence(k))).collect();
    assert!(distance_to_theory(residuals, |x| x / 40.0) < 1.0);
}

#[test]
fn draws_by_date_follow_the_normal_and_the_uniform_law_and_are_independent() {
    // One Kolmogorov–Smirnov test at 1e-9, and scores at 2e-9 each: six moments of the score, three of the share, the counts
    // in the tails, and products that have mean zero when score, share and the dates beside it are independent.
    let key = stream("dated");
    let n = 4_000_000_i64;
    let dates: Vec<_> = (-n / 2..n / 2).map(|date| key.date(date)).collect();
    assert!(distance_to_theory(dates[..400_000].iter().map(|d| d.score).collect(), standard_normal_cdf) < 1.0);
    for (power, mean, variance) in
        [(1, 0.0, 1.0_f64), (2, 1.0, 2.0), (3, 0.0, 15.0), (4, 3.0, 96.0), (5, 0.0, 945.0), (6, 15.0, 10_170.0)]
    {
        let score = mean_score(dates.iter().map(|d| d.score.powi(power)), mean, variance.sqrt());
        assert!(score.abs() < LIMIT, "power {power} of the score: {score}");
    }
    // A share is uniform on multiples of 2⁻²⁰: mean ½ − 2⁻²¹.
    let shares = || dates.iter().map(|d| d.share.unit() - 0.5 + 2_f64.powi(-21));
    assert!(mean_score(shares(), 0.0, (1.0_f64 / 12.0).sqrt()).abs() < LIMIT, "mean of the share");
    assert!(mean_score(shares().map(|u| u * u), 1.0 / 12.0, (1.0_f64 / 180.0).sqrt()).abs() < LIMIT, "its square");
    assert!(mean_score(shares().map(|u| u.powi(3)), 0.0, (1.0_f64 / 448.0).sqrt()).abs() < LIMIT, "its cube");
    for z in [2.5_f64, 3.5, 4.0] {
        let share = 2.0 * standard_normal_cdf(-z);
        let found = dates.iter().map(|d| f64::from(u8::from(d.score.abs() > z)));
        assert!(mean_score(found, share, (share * (1.0 - share)).sqrt()).abs() < LIMIT, "beyond {z}");
    }
    let sd = (1.0_f64 / 12.0).sqrt();
    let own = dates.iter().map(|d| d.score * (d.share.unit() - 0.5));
    assert!(mean_score(own, 0.0, sd).abs() < LIMIT, "score and share of a date");
    let size = dates.iter().map(|d| (d.score * d.score - 1.0) * (d.share.unit() - 0.5));
    assert!(mean_score(size, 0.0, sd * 2.0_f64.sqrt()).abs() < LIMIT, "size of the score and share of a date");
    for lag in [1, 2, 7] {
        // Of two neighbours every second pair shares a scrambling: taken apart.
        for parity in [0, 1] {
            let pairs = || dates.iter().zip(&dates[lag..]).skip(parity).step_by(2);
            let scores: Vec<f64> = pairs().map(|(a, b)| a.score * b.score).collect();
            assert!(mean_score(scores.into_iter(), 0.0, 1.0).abs() < LIMIT, "scores at lag {lag}, parity {parity}");
            let sizes: Vec<f64> = pairs().map(|(a, b)| (a.score.powi(2) - 1.0) * (b.score.powi(2) - 1.0)).collect();
            assert!(mean_score(sizes.into_iter(), 0.0, 2.0).abs() < LIMIT, "sizes at lag {lag}, parity {parity}");
            let shares: Vec<f64> = pairs().map(|(a, b)| (a.share.unit() - 0.5) * (b.share.unit() - 0.5)).collect();
            assert!(mean_score(shares.into_iter(), 0.0, sd * sd).abs() < LIMIT, "shares at lag {lag}, parity {parity}");
        }
    }
}

#[test]
fn rounding_and_cutting_keep_the_mean_need() {
    // Per case two scores at 2e-9: the mean of the cut need and the mean after rounding to whole units.
    for (case, mean, sd) in [("rare", 0.2, 0.9), ("lumpy", 2.0, 3.0), ("steady", 50.0, 8.0)] {
        let key = stream(case);
        let location = location_keeping_mean(mean, sd);
        let mut needs = Vec::new();
        let mut rounded = Vec::new();
        for k in 0..N {
            let date = key.date(k.cast_signed());
            let need = (location + sd * date.score).max(0.0);
            needs.push(need);
            rounded.push(date.share.round(need) as f64 - need);
        }
        let deviation = deviation_after(location, sd);
        assert!(mean_score(needs.into_iter(), mean, deviation).abs() < LIMIT, "{case}");
        // The rounding error given the need has mean 0 and a standard deviation of at most ½.
        assert!(mean_score(rounded.into_iter(), 0.0, 0.5).abs() < LIMIT, "{case} rounded");
    }
}

/// A fingerprint of numbers, by their bits.
fn fingerprint(values: impl Iterator<Item = f64>) -> u64 {
    values.fold(0xcbf2_9ce4_8422_2325, |hash: u64, x| (hash ^ x.to_bits()).wrapping_mul(0x0000_0100_0000_01b3))
}

#[test]
fn values_stay_the_same_from_version_to_version() {
    // A change here changes every published result: it needs a reason, and a line in the change log.
    let key = stream("pinned");
    let of = |law: &dyn Fn(u64) -> f64| format!("{:016x}", fingerprint((0..10_000).map(law)));
    let down = DurationLaw::Lognormal { mu: 4.336, sigma: 1.163 };
    let found = [
        of(&|k| key.occurrence(k).unit()),
        of(&|k| key.occurrence(k).open_unit()),
        of(&|k| standard_normal(&mut key.occurrence(k))),
        of(&|k| Lognormal { mu: 2.0, sigma: 0.7 }.sample(&mut key.occurrence(k))),
        of(&|k| exponential(&mut key.occurrence(k), 30.0)),
        of(&|k| down.sample(&mut key.occurrence(k))),
        of(&|k| down.sample_residual(&mut key.occurrence(k))),
        of(&|k| key.date(k.cast_signed()).score),
        of(&|k| key.date(k.cast_signed()).share.unit()),
        of(&|k| location_keeping_mean((k + 1) as f64 / 1000.0, 2.0)),
    ];
    let pinned = [
        "6349bbaa7c63a2a8",
        "848573dd40b94a30",
        "b99d52b7ae6b4f55",
        "962b80e008d20b99",
        "a245e68f77d0dc72",
        "c758e1a38c810f10",
        "510099189af4ec07",
        "49c9ab3a3b57f9e3",
        "116878763147f065",
        "a248d96c5fefd89e",
    ];
    assert_eq!(found, pinned);
}
