//! The comparison of what came out with what must come out.

use crate::support::{mean, standard_error};
use beredd::study::findings::Estimate;

/// A program that is right stays within this many standard errors but for 8·10⁻⁹ (t with 399 degrees of freedom).
pub const LARGEST_Z: f64 = 5.9;
/// Comparisons made by this program, at most: keeps the chance that any of them is a false alarm below 10⁻⁶.
pub const COMPARISONS: usize = 120;
/// Replications of every case: the unit of each test.
pub const REPLICATIONS: u32 = 400;

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
    /// Relative tolerance.
    pub tolerance: f64,
}

impl Verdict {
    /// Compares an estimate.
    pub fn of(
        case: &str,
        quantity: &'static str,
        expected: f64,
        estimate: &Estimate,
        scale: f64,
        tolerance: f64,
    ) -> Self {
        assert!(estimate.n >= 200, "{case}: replications are the unit");
        let (got, error) = (mean(estimate) * scale, standard_error(estimate) * scale);
        Verdict { case: case.to_owned(), quantity, expected, got, error, tolerance }
    }

    /// Standard errors between what came out and what theory says.
    pub fn z(&self) -> f64 {
        (self.got - self.expected) / self.error
    }

    /// Whether the two agree: within the tolerance or the estimate's own interval, whichever is wider, and in any
    /// case within the interval.
    pub fn agrees(&self) -> bool {
        let apart = (self.got - self.expected).abs();
        let widest = (self.tolerance * self.expected.abs()).max(LARGEST_Z * self.error);
        apart <= widest && self.z().abs() < LARGEST_Z
    }

    /// Whether the run was long enough to say anything: half the 95 % interval lies within the tolerance.
    fn is_sharp(&self) -> bool {
        1.97 * self.error <= self.tolerance * self.expected.abs()
    }
}

/// Prints the comparisons and fails if one of them does not agree, or is too blunt to mean something.
pub fn judge(verdicts: &[Verdict]) {
    assert!(verdicts.len() <= COMPARISONS / 2, "the chance of a false alarm was computed for fewer comparisons");
    print_table(verdicts);
    for verdict in verdicts {
        assert!(verdict.is_sharp(), "too few replications: {verdict:?}");
        assert!(verdict.agrees(), "{verdict:?}, z {:.2}", verdict.z());
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
