//! Endurance of a stock under normal demand (kind `endurance`, stop rule `first-unmet-unit`).
//!
//! The closed form P(n full days) = Φ((S − nμ) / (σ√n)) takes it that demand never falls. Where it can (σ = μ/2), the
//! exact law of the first passage is computed by recursion, and the tolerance is that of the closed form.

use crate::formulas::{Daily, normal_cdf};
use crate::oracles::cases;
use crate::support::{mean, ran, shipped};
use crate::verdict::{LARGEST_Z, Verdict, print_table};
use beredd::study::findings::Readings;

/// A stock that nothing fills up.
#[derive(Clone, Copy, Debug)]
pub struct Endurance {
    /// Demand of a day.
    pub demand: Daily,
    /// Stock at the cut.
    pub stock: f64,
}

/// Paths of a case, at least.
const PATHS: u32 = 50_000;
/// Probabilities that the known answers ask for, with their names.
const ASKED: [(&str, f64); 3] = [("days_with_90pct", 0.9), ("days_with_95pct", 0.95), ("days_with_99pct", 0.99)];
/// Binomial counts with less variance than this are not near enough to normal for a z.
const LEAST_VARIANCE: f64 = 100.0;
/// Days that stock lasts less often than this are of no interest.
const LEAST_PROBABILITY: f64 = 0.3;

impl Endurance {
    fn cap(self) -> usize {
        (self.stock / self.demand.mean
            + 8.0 * self.demand.sd / self.demand.mean * (self.stock / self.demand.mean).sqrt())
        .ceil() as usize
            + 2
    }

    /// P(at least n full days) for n = 1 … cap.
    fn survival(self) -> Vec<f64> {
        if normal_cdf(-self.demand.mean / self.demand.sd) < 1e-6 {
            (1..=self.cap()).map(|n| self.demand.covered(n as f64, self.stock)).collect()
        } else {
            self.demand.survival(self.stock, self.cap())
        }
    }

    /// Paths enough to tell each probability in doubt from those asked for at z = 6.5. Case `endurance_30d_50_8` needs
    /// most: 0.9909 and 0.99.
    fn paths(self) -> u32 {
        let needed = |p: f64, asked: f64| p * (1.0 - p) * (6.5 / (p - asked)).powi(2);
        let survival = self.survival();
        let all = survival.iter().flat_map(|&p| ASKED.map(|(_, asked)| needed(p, asked)));
        all.fold(PATHS, |most, paths| most.max(paths.ceil() as u32))
    }

    /// The numbers of days n for which P(at least n full days) is neither sure nor small, with that probability.
    fn in_doubt(self, paths: u32) -> Vec<(usize, f64)> {
        let variance = |p: f64| p * (1.0 - p) * f64::from(paths);
        (1..).zip(self.survival()).filter(|&(_, p)| variance(p) >= LEAST_VARIANCE && p > LEAST_PROBABILITY).collect()
    }

    /// Runs the case; every number of days in doubt is a level, so that its probability is among the findings.
    pub fn run(self, paths: u32, bias: f64) -> Readings {
        let levels: Vec<String> = self.in_doubt(paths).iter().map(|(n, _)| format!("\"{n} days\"")).collect();
        let settings = [
            format!("article.item.demand={} units/day", self.demand.mean * bias),
            format!("article.item.demand-sd={} units/day", self.demand.sd),
            format!("stock.store.on-hand={} units", self.stock),
            format!("endurance.cap={} days", self.cap()),
            format!("endurance.levels=[{}]", levels.join(", ")),
            "endurance.thresholds=[0.95]".to_owned(),
            format!("study.replications={paths}"),
        ];
        let ran = ran(&shipped("scenarios/theory/endurance.toml"), &settings, None);
        let cell = ran.findings.cells.into_iter().next().expect("a scenario by itself is one cell");
        let cut = cell.endurance.into_iter().next().expect("the study names one cut");
        let (_, readings) = cut.claims.into_iter().next_back().expect("a cut has a claim");
        assert!(readings.days[0].share_at_cap < 1e-5, "the cap must not be felt");
        readings
    }

    /// Runs the case and compares the mean, and the probability of every number of days that is neither sure nor
    /// hopeless; gives the findings too.
    fn compare(self, name: &str, paths: u32) -> (Readings, Vec<Verdict>) {
        let readings = self.run(paths, 1.0);
        let expected = self.survival().iter().sum();
        let mut verdicts = vec![Verdict::of(name, "mean_full_days", expected, &readings.days[0].days, 1.0, 0.02)];
        let in_doubt = self.in_doubt(paths);
        let compared = in_doubt.iter().zip(&readings.p_at_least[0]).map(|(&(_, p), estimate)| Verdict {
            case: name.to_owned(),
            quantity: "P(days >= n)",
            expected: p,
            got: mean(estimate),
            error: (p * (1.0 - p) / f64::from(paths)).sqrt(),
            tolerance: 0.02,
        });
        verdicts.extend(compared);
        (readings, verdicts)
    }
}

/// The most days that the stock lasts with at least probability `p`; fewer days than those in doubt are sure.
fn days_with(model: Endurance, readings: &Readings, p: f64) -> usize {
    let sure = model.in_doubt(model.paths())[0].0 - 1;
    sure + readings.p_at_least[0].iter().take_while(|estimate| mean(estimate) >= p).count()
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
fn the_given_cases_come_out() {
    let mut all = Vec::new();
    for case in cases("endurance") {
        let demand = Daily { mean: case.input("demand_mean"), sd: case.input("demand_sd") };
        let model = Endurance { demand, stock: case.input("stock") };
        let (readings, verdicts) = model.compare(&case.name, model.paths());
        for (key, p) in ASKED {
            let days = days_with(model, &readings, p);
            println!("{:<42} {key:<16} {:>12} {days:>12}", case.name, case.expected[key]);
            assert_eq!(Some(days as u64), case.expected[key].as_u64(), "{} {key}", case.name);
        }
        let mean_days = case.expected["mean_full_days"].as_f64().expect("a number");
        let relative = mean(&readings.days[0].days) / mean_days - 1.0;
        println!("{:<42} {:<16} {mean_days:>12.6} off by {relative:.6}", case.name, "mean_full_days");
        assert!(relative.abs() < case.tolerance(), "{}: {relative}", case.name);
        all.extend(verdicts);
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
        let model = Endurance { demand: Daily { mean, sd }, stock };
        all.extend(model.compare(&format!("S {stock} N({mean}, {sd})"), PATHS).1);
    }
    judge(&all);
}
