//! Endurance of a stock under normal demand (kind `endurance`, stop rule `first-unmet-unit`).
//!
//! The closed form P(n full days) = Φ((S − nμ) / (σ√n)) takes it that demand never falls. Where it can (σ = μ/2), the
//! exact law of the first passage is computed by recursion, and the tolerance is that of the closed form.

use crate::formulas::{Daily, normal_cdf};
use crate::oracles::{case, cases, expected, input};
use crate::verdict::{LARGEST_Z, Verdict, print_table, simulated};
use beredd::verify::cases::Case;
use beredd::verify::found::Found;
use beredd::verify::simulate::Simulated;
use serde_json::json;

/// Binomial counts with less variance than this are not near enough to normal for a z.
const LEAST_VARIANCE: f64 = 100.0;
/// Days that stock lasts less often than this are of no interest.
const LEAST_PROBABILITY: f64 = 0.3;

fn demand(case: &Case) -> Daily {
    Daily { mean: input(case, "demand_mean"), sd: input(case, "demand_sd") }
}

/// P(at least n full days) for n = 1, 2, … as far as it matters.
pub fn survival(case: &Case) -> Vec<f64> {
    let (demand, stock) = (demand(case), input(case, "stock"));
    let days = stock / demand.mean;
    let most = (days + 8.0 * demand.sd / demand.mean * days.sqrt()).ceil() as usize + 2;
    if normal_cdf(-demand.mean / demand.sd) < 1e-6 {
        (1..=most).map(|n| demand.covered(n as f64, stock)).collect()
    } else {
        demand.survival(stock, most)
    }
}

/// The mean, and the probability of every number of days that is neither sure nor small.
fn compared(case: &Case, found: &Simulated) -> Vec<Verdict> {
    let survival = survival(case);
    let mut verdicts = vec![Verdict::of(&case.name, "mean_full_days", survival.iter().sum(), found)];
    let Found::Days { lasted, paths, .. } = &found.found["days_with_95pct"] else { panic!("whole days") };
    let paths = *paths as f64;
    for (&p, &lasted) in survival.iter().zip(lasted) {
        let variance = p * (1.0 - p) * paths;
        if variance >= LEAST_VARIANCE && p > LEAST_PROBABILITY {
            let (got, error) = (lasted as f64 / paths, variance.sqrt() / paths);
            verdicts.push(Verdict { case: case.name.clone(), quantity: "P(days >= n)", expected: p, got, error });
        }
    }
    verdicts
}

/// All comparisons must agree. Fewer than 100 in each test, each with the chance of a normal z beyond 5.9, 4·10⁻⁹, make 4·10⁻⁷.
fn judge(verdicts: &[Verdict]) {
    assert!(verdicts.len() < 100, "{}", verdicts.len());
    print_table(verdicts);
    for verdict in verdicts {
        assert!(verdict.z().abs() < LARGEST_Z, "{verdict:?}, z {:.2}", verdict.z());
    }
}

#[test]
fn the_given_cases_come_out_sharply() {
    let mut all = Vec::new();
    for case in cases("endurance") {
        let found = simulated(&case);
        for key in ["days_with_90pct", "days_with_95pct", "days_with_99pct"] {
            let days = &found.found[key];
            println!("{:<42} {key:<16} {:>12} {:>12}", case.name, expected(&case, key), days.estimate());
            assert_eq!(days.estimate(), expected(&case, key), "{} {key}", case.name);
            assert_eq!(days.interval(0.999_99), (days.estimate(), days.estimate()), "told apart from its neighbours");
        }
        let relative = found.found["mean_full_days"].estimate() / expected(&case, "mean_full_days") - 1.0;
        assert!(relative.abs() < 0.02, "{}: {relative}", case.name);
        all.extend(compared(&case, &found));
    }
    judge(&all);
}

#[test]
fn other_cases_of_the_kind_come_out() {
    let models =
        [(500.0, 50.0, 8.0), (350.0, 50.0, 10.0), (1800.0, 20.0, 4.0), (700.0, 100.0, 20.0), (213.0, 30.0, 3.0)];
    let with_returns = [(1000.0, 50.0, 20.0), (600.0, 40.0, 24.0)];
    let mut all = Vec::new();
    for (stock, mean, sd) in models.into_iter().chain(with_returns) {
        let inputs = json!({ "stock": stock, "demand_mean": mean, "demand_sd": sd });
        let case = case("endurance", &format!("S {stock} N({mean}, {sd})"), inputs);
        all.extend(compared(&case, &simulated(&case)));
    }
    judge(&all);
}
