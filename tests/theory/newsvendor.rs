//! The newsvendor under laws that are not normal: exponential, negative binomial, intermittent; and Poisson with a bias. The given
//! cases (`newsvendor_poisson`, `newsvendor_lognormal`, `newsvendor_discrete`) are in `given.rs`.
#![expect(clippy::disallowed_methods, reason = "tests may use the functions of the platform; results may not")]

use crate::support::{mean, ran, shipped, standard_error};
use crate::verdict::{LARGEST_Z, Verdict, judge};

const REPLICATIONS: u32 = 400;

/// Days measured in a replication.
const DAYS: u32 = 1000;

/// The mean cost per day of a file with settings.
fn cost(case: &str, file: &str, expected: f64, more: &[String]) -> Verdict {
    let mut settings = vec![
        format!("scenario.measured={DAYS} days"),
        format!("study.replications={REPLICATIONS}"),
        "endurance.probes=0".to_owned(),
    ];
    settings.extend_from_slice(more);
    let ran = ran(&shipped(file), &settings, None);
    let found = ran.findings.cells.into_iter().next().expect("a scenario by itself is one cell");
    let (got, error) = (mean(&found.cost.total) / 365.0, standard_error(&found.cost.total) / 365.0);
    Verdict { case: case.to_owned(), quantity: "cost", expected, got, error }
}

#[test]
fn exponential_negative_binomial_and_intermittent_demand_come_out() {
    let file = "scenarios/theory/newsvendor_lognormal.toml";
    let settings = |law: &str, mean: f64, sd: &str, level: f64| {
        let mut settings = vec![
            format!("article.item.demand={mean} units/day"),
            format!("policy.store.level={level} units"),
            "cost.holding=1 SEK/unit/day".to_owned(),
            "cost.backorder=3 SEK/unit/day".to_owned(),
            format!("article.item.demand-sd={sd}"),
        ];
        settings.extend(law.split('|').map(str::to_owned));
        settings
    };
    // Exponential with mean m: left over S − m (1 − e^(−S/m)), short m e^(−S/m).
    let (m, level) = (50.0_f64, 70.0);
    let short = m * (-level / m).exp();
    let exponential = level - m + short + 3.0 * short;
    let mut verdicts =
        vec![cost("exponential", file, exponential, &settings("demand.law=gamma", m, "50 units/day", level))];
    // Negative binomial with mean 4 and variance 8: shape 4, p = ½; 70 terms.
    let mut chance = 0.5_f64.powi(4);
    let mut expected = 0.0;
    for k in 0..200 {
        let left = 6.0 - f64::from(k);
        expected += chance * if left > 0.0 { left } else { -3.0 * left };
        chance *= 0.5 * (4.0 + f64::from(k)) / (f64::from(k) + 1.0);
    }
    let root = format!("{} units/day", 8.0_f64.sqrt());
    let counts = settings("demand.law=negative-binomial", 4.0, &root, 6.0);
    verdicts.push(cost("negative binomial", file, expected, &counts));
    // Every fifth day a geometric size with mean 10; level 12: on other days 12 are left.
    let mut expected = 0.8 * 12.0;
    let mut chance = 0.2 * 0.1;
    for k in 1..2000 {
        let left = 12.0 - f64::from(k);
        expected += chance * if left > 0.0 { left } else { -3.0 * left };
        chance *= 0.9;
    }
    let law = "demand.law=intermittent|demand.interval=5 days|demand.size=geometric";
    verdicts.push(cost("intermittent", file, expected, &settings(law, 2.0, "1 unit/day", 12.0)));
    judge(&verdicts);
}

#[test]
fn a_bias_of_one_percent_is_seen() {
    // At the best level the cost hardly moves with the mean, so the level is raised to 25: there a unit of demand saves nearly 200, one
    // percent of 18 some 30, and 4·10⁵ days have a standard error of about 1.4. Power: |z| is 20 against a limit of 5.9.
    let (mean, level) = (18.0_f64, 25.0);
    let (mut chance, mut expected) = ((-mean).exp(), 0.0);
    for k in 0..200 {
        let left = level - f64::from(k);
        expected += chance * if left > 0.0 { 200.0 * left } else { -270.0 * left };
        chance *= mean / (f64::from(k) + 1.0);
    }
    let mut settings = vec![
        "cost.holding=200 SEK/unit/day".to_owned(),
        "cost.backorder=270 SEK/unit/day".to_owned(),
        format!("policy.store.level={level} units"),
    ];
    let file = "scenarios/theory/newsvendor_poisson.toml";
    settings.push(format!("article.item.demand={mean} units/day"));
    let right = cost("Poisson(18) S 25", file, expected, &settings);
    judge(&[right]);
    settings.push(format!("article.item.demand={} units/day", mean * 1.01));
    let verdict = cost("Poisson(18) S 25", file, expected, &settings);
    assert!(verdict.z().abs() > LARGEST_Z, "z {}", verdict.z());
}
