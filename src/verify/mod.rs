//! Theory against the program: known answers from a file of cases, what the closed forms say about them, and what the
//! simulation gives by the ordinary way of a scenario file.

pub mod cases;
pub mod check;
pub mod closed;
pub mod found;
pub mod simulate;
pub mod simulated;
pub mod verdict;

/// The cases that the program carries: `tests/data/oracles.json`.
pub const KNOWN_ANSWERS: &str = include_str!("../../tests/data/oracles.json");
