//! Histories of known laws, made by our keyed streams with fixed seeds. What is left to chance is stated with each test; since the
//! seeds are fixed, it is the chance that a lawful change of the streams makes a test fail.

use beredd::desk::fit::{Hours, Issue, Kind, Size, fit, judge, read};
use beredd::random::block::Block;
use beredd::random::counts::{Geometric, NegativeBinomial, Poisson};
use beredd::random::gamma::Gamma;
use beredd::random::key::{ReplicationKey, StreamName};
use beredd::random::sampling::{Lognormal, Normal};
use jiff::civil::{Date, date};
use rand_distr::Distribution;
use std::collections::BTreeMap;

/// The draws of a day.
fn block(seed: u64, day: u64) -> Block {
    ReplicationKey::new(seed, 0).stream(StreamName::new(&["history"])).occurrence(day)
}

/// Days of a history of one law.
fn days(seed: u64, count: u64, draw: impl Fn(&mut Block) -> f64) -> Vec<(f64, f64)> {
    (0..count).map(|day| (draw(&mut block(seed, day)), 1.0)).collect()
}

/// The kind of law, without its parameters.
fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Fixed => "fixed",
        Kind::Normal => "normal",
        Kind::Lognormal => "lognormal",
        Kind::Gamma => "gamma",
        Kind::Poisson => "poisson",
        Kind::NegativeBinomial => "negative-binomial",
        Kind::Intermittent { size: Size::Fixed, .. } => "intermittent fixed",
        Kind::Intermittent { size: Size::Lognormal(_), .. } => "intermittent lognormal",
        Kind::Intermittent { size: Size::Geometric, .. } => "intermittent geometric",
    }
}

/// 2,000 days: the mean and the deviation lie within five standard errors of the law's own (chance of a false alarm below 1e-6 each
/// near the normal law, below 1e-4 for the skewed ones), and the law is the one that made the days.
#[track_caller]
fn found(expected: &str, mean: f64, sd: f64, kurtosis: f64, history: &[(f64, f64)]) {
    let n = history.len() as f64;
    let (laws, found_mean, found_sd) = judge(history);
    let told: Vec<_> = laws.iter().map(|judged| (name(judged.law.kind), judged.aic, judged.chance)).collect();
    assert!((found_mean - mean).abs() < 5.0 * sd / n.sqrt(), "{found_mean} for {mean}");
    // Standard error of a deviation: sd √((κ − 1) / 4n).
    let error = sd * ((kurtosis - 1.0) / (4.0 * n)).sqrt();
    assert!((found_sd - sd).abs() < 5.0 * error, "{found_sd} for {sd}");
    assert_eq!(told[0].0, expected, "{told:?}");
    assert!(told[0].2.is_some_and(|chance| chance > 1e-4), "{told:?}");
}

#[test]
fn each_law_is_found_again() {
    let n = 2_000;
    // Kurtosis of a Poisson law: 3 + 1/mean; of a normal one 3; of a gamma one 3 + 6/shape.
    found("poisson", 6.0, 6.0_f64.sqrt(), 3.0 + 1.0 / 6.0, &days(1, n, |block| Poisson { mean: 6.0 }.sample(block)));
    found("normal", 100.0, 15.0, 3.0, &days(2, n, |block| Normal { mean: 100.0, sd: 15.0 }.sample(block).round()));
    found(
        "gamma",
        20.0,
        200.0_f64.sqrt(),
        6.0,
        &days(3, n, |block| (Gamma { shape: 2.0, scale: 10.0 }.sample(block) * 10.0).round() / 10.0),
    );
    // Mean 20, variation 0.5: σ² = ln 1.25. Kurtosis: w⁴ + 2w³ + 3w² − 3 with w = 1.25.
    let sigma2 = libm::log(1.25);
    let w: f64 = 1.25;
    let kurtosis = w.powi(4) + 2.0 * w.powi(3) + 3.0 * w * w - 3.0;
    found(
        "lognormal",
        20.0,
        10.0,
        kurtosis,
        &days(4, n, |block| {
            let mu = libm::log(20.0) - sigma2 / 2.0;
            (Lognormal { mu, sigma: sigma2.sqrt() }.sample(block) * 10.0).round() / 10.0
        }),
    );
    // Variance 5 + 25/1.5; kurtosis below that of its gamma part, 3 + 6/1.5, plus 1.
    let sd = (5.0_f64 + 25.0 / 1.5).sqrt();
    found(
        "negative-binomial",
        5.0,
        sd,
        8.0,
        &days(5, n, |block| NegativeBinomial { mean: 5.0, shape: 1.5 }.sample(block)),
    );
}

#[test]
fn intermittent_use_is_found_again() {
    // One day in five, sizes of mean 8: mean 1.6. Geometric: E[S²] = 8 × 15 = 120; variance 24 − 2.56.
    let n = 4_000;
    let seldom = |seed, size: &dyn Fn(&mut Block) -> f64| {
        days(seed, n, |block| if block.unit() < 0.2 { size(block) } else { 0.0 })
    };
    let check = |expected: &str, history: Vec<(f64, f64)>| {
        let (laws, mean, _) = judge(&history);
        let told: Vec<_> = laws.iter().map(|judged| (name(judged.law.kind), judged.aic, judged.chance)).collect();
        assert_eq!(told[0].0, expected, "{told:?}");
        let Kind::Intermittent { interval, .. } = laws[0].law.kind else { panic!("{told:?}") };
        assert!(told[0].2.is_none_or(|chance| chance > 1e-4), "{told:?}");
        // 800 of 4,000 days have use, ± 5 × 25.3: the interval lies between 4.32 and 5.95.
        assert!((4.32..5.95).contains(&interval), "{interval}");
        assert!((mean - 1.6).abs() < 5.0 * 4.8 / 4_000.0_f64.sqrt(), "{mean}");
    };
    check("intermittent geometric", seldom(11, &|block| Geometric { mean: 8.0 }.sample(block)));
    check("intermittent fixed", seldom(12, &|_| 8.0));
    check(
        "intermittent lognormal",
        seldom(13, &|block| {
            let sigma2 = libm::log(1.16);
            (Lognormal { mu: libm::log(8.0) - sigma2 / 2.0, sigma: sigma2.sqrt() }.sample(block) * 100.0).round()
                / 100.0
        }),
    );
}

#[test]
fn the_test_of_fit_rejects_the_true_law_as_often_as_it_says() {
    // 300 histories of a year, Poisson with mean 6. At 5 % 15 are expected; more than 36 or fewer than 2 come by chance below once in 10⁶.
    let rejected = (0..300)
        .filter(|history| {
            let (laws, ..) = judge(&days(100 + history, 365, |block| Poisson { mean: 6.0 }.sample(block)));
            let poisson = laws.iter().find(|judged| judged.law.kind == Kind::Poisson).expect("it is tried");
            poisson.chance.expect("a year has enough classes") < 0.05
        })
        .count();
    assert!((2..=36).contains(&rejected), "{rejected}");
    // And a wrong law is rejected: a year of mean 6 with shape 2 is no Poisson law (variance 24 against 6).
    let (laws, ..) = judge(&days(99, 365, |block| NegativeBinomial { mean: 6.0, shape: 2.0 }.sample(block)));
    let poisson = laws.iter().find(|judged| judged.law.kind == Kind::Poisson).expect("it is tried");
    assert!(poisson.chance.is_some_and(|chance| chance < 1e-6) && laws[0].law.kind == Kind::NegativeBinomial);
}

/// Issues of an article from a Monday on.
fn issues(seed: u64, count: u64, of: impl Fn(u64, &mut Block) -> f64) -> Vec<Issue> {
    let first = monday();
    let issue = |day| Issue {
        date: first.saturating_add(jiff::Span::new().days(day as i64)),
        minute: None,
        article: "a".to_owned(),
        site: String::new(),
        quantity: of(day, &mut block(seed, day)),
        balance: None,
    };
    (0..count).map(issue).collect()
}

fn monday() -> Date {
    date(2024, 1, 1)
}

fn fitted(issues: &[Issue]) -> beredd::desk::fit::ArticleFit {
    let last = issues.iter().map(|issue| issue.date).max().expect("issues");
    let histories = read(issues, monday(), last, &BTreeMap::new());
    fit("a", &histories["a"], monday(), &Hours::default())
}

#[test]
fn weekdays_and_trends_are_not_seen_where_there_are_none() {
    // 400 histories of 28 weeks: at 1 % four of each are expected; more than 17 come by chance once in 10⁶. The mean's interval misses
    // 5 in 20 of 400; fewer than 3 or more than 44 come by chance once in 10⁶.
    let (mut weekdays, mut trends, mut missed) = (0, 0, 0);
    for seed in 0..400 {
        let found = fitted(&issues(1_000 + seed, 196, |_, block| Poisson { mean: 5.0 }.sample(block)));
        weekdays += u32::from(found.weekdays.as_ref().is_some_and(|profile| profile.used));
        trends += u32::from(found.trend.is_some_and(|trend| trend.chance < 0.01));
        let mean = found.all.mean.expect("a mean");
        missed += u32::from(mean.low.is_none_or(|low| low > 5.0) || mean.high.is_none_or(|high| high < 5.0));
        assert!(found.months.is_none(), "28 weeks tell no months");
    }
    assert!(weekdays <= 17 && trends <= 17 && (3..=44).contains(&missed), "{weekdays} {trends} {missed}");
}

#[test]
fn weekdays_and_months_that_are_there_are_found() {
    // Three years of Poisson days with mean 40 × weekday × month. A weekday has 156 days: its factor is known to 1.3 %, and five of those
    // are 6.5 %.
    let week = [1.4, 1.2, 1.0, 1.0, 1.2, 0.7, 0.5];
    let found = fitted(&issues(7, 1_096, |day, block| {
        let january = monday().saturating_add(jiff::Span::new().days(day as i64)).month() == 1;
        Poisson { mean: 40.0 * week[day as usize % 7] * if january { 1.5 } else { 1.0 } }.sample(block)
    }));
    let profile = found.weekdays.expect("a profile");
    assert!(profile.used);
    for (factor, true_factor) in profile.factors.iter().zip(week) {
        assert!((factor.estimate / true_factor - 1.0).abs() < 0.065, "{factor:?} for {true_factor}");
    }
    let months = found.months.expect("three years");
    // January is 1.5 of the others; the mean month is 1 + 0.5 × 31/365 of them: 1.4389.
    assert!(months.used && (months.factors[0].estimate - 1.4389).abs() < 0.08, "{months:?}");
    // What is left is a Poisson law with the mean of an ordinary day, 40 × 1.0425.
    assert_eq!(found.laws[0].law.kind, Kind::Poisson, "{:?}", found.laws);
    assert!((found.mean / (40.0 * (1.0 + 0.5 * 31.0 / 365.0)) - 1.0).abs() < 0.03, "{}", found.mean);
}
