//! The comparison of what came out with what must come out, sharper than the command's: no tolerance hides a bias.

use beredd::verify::cases::Case;
use beredd::verify::found::Found;
use beredd::verify::simulate::{Luck, Simulated, run};
use beredd::verify::simulated::simulation;
use statrs::distribution::{ContinuousCDF, StudentsT};
use std::collections::BTreeMap;

/// A program that is right stays within this many standard errors but for 8·10⁻⁹ (t with 399 degrees of freedom).
pub const LARGEST_Z: f64 = 5.9;
/// Comparisons made by this program, at most: keeps the chance that any of them is a false alarm below 10⁻⁶.
pub const COMPARISONS: usize = 120;
/// Relative tolerance of every comparison: how sharp the runs must be.
pub const TOLERANCE: f64 = 0.02;

/// Runs a case the way `beredd verify` does. What it decides must be among its inputs.
pub fn simulated(case: &Case) -> Simulated {
    let simulation = simulation(case, &BTreeMap::new()).unwrap_or_else(|fault| panic!("{fault}"));
    let simulation = simulation.expect("the kind can be simulated");
    run(&simulation, TOLERANCE, Luck { seed: 1, jobs: None }).unwrap_or_else(|failure| panic!("{failure:?}"))
}

/// One comparison.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The case.
    pub case: String,
    /// The quantity.
    pub quantity: &'static str,
    /// What theory says.
    pub expected: f64,
    /// What came out.
    pub got: f64,
    /// Its standard error.
    pub error: f64,
}

impl Verdict {
    /// Compares what a simulation found.
    pub fn of(case: &str, quantity: &'static str, expected: f64, simulated: &Simulated) -> Self {
        assert!(simulated.replications >= 200, "{case}: replications are the unit");
        let found = &simulated.found[quantity];
        let Found::Mean(values) = found else { panic!("{quantity} is a mean") };
        let law = StudentsT::new(0.0, 1.0, values.len() as f64 - 1.0).expect("there are two replications or more");
        let (low, high) = found.interval(0.95);
        let error = (high - low) / 2.0 / law.inverse_cdf(0.975);
        Verdict { case: case.to_owned(), quantity, expected, got: found.estimate(), error }
    }

    /// Standard errors between what came out and what theory says.
    pub fn z(&self) -> f64 {
        (self.got - self.expected) / self.error
    }

    /// Whether the run was long enough to say anything: half the 95 % interval lies within the tolerance.
    fn is_sharp(&self) -> bool {
        1.97 * self.error <= TOLERANCE * self.expected.abs()
    }
}

/// Prints the comparisons and fails if one of them does not agree, or is too blunt to mean something.
pub fn judge(verdicts: &[Verdict]) {
    assert!(verdicts.len() <= COMPARISONS / 2, "the chance of a false alarm was computed for fewer comparisons");
    print_table(verdicts);
    for verdict in verdicts {
        assert!(verdict.is_sharp(), "too few replications: {verdict:?}");
        assert!(verdict.z().abs() < LARGEST_Z, "{verdict:?}, z {:.2}", verdict.z());
    }
}

/// Prints comparisons as a table.
pub fn print_table(verdicts: &[Verdict]) {
    println!("{:<42} {:<16} {:>12} {:>12} {:>7}", "case", "quantity", "expected", "got", "z");
    for verdict in verdicts {
        println!(
            "{:<42} {:<16} {:>12.6} {:>12.6} {:>7.2}",
            verdict.case,
            verdict.quantity,
            verdict.expected,
            verdict.got,
            verdict.z()
        );
    }
}
