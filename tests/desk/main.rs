//! The stock desk on lists whose answers are known: worked by hand, or printed in the sources.

mod abc;
mod annex;
mod turnover;

use beredd::desk::lists::List;
use beredd::sheet::{Listing, Options, Problem, read_bytes};

/// A list of a text.
#[track_caller]
pub fn listing(list: &List, needed: &[&str], text: &str) -> Listing {
    read_bytes("list.csv", text.as_bytes().to_vec(), &list.with(needed), &Options::default())
        .unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Rows and names of problems.
pub fn places(problems: &[Problem]) -> Vec<(Option<u32>, &'static str)> {
    problems.iter().map(|problem| (problem.row, problem.fault.name())).collect()
}

/// Whether two numbers are the same but for floating point.
#[track_caller]
pub fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{found} instead of {expected}");
}
