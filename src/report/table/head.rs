//! What stands above every answer: what was run, and on what condition it holds.

use crate::report::number::Numbers;
use crate::report::wording::{Language, Word};
use crate::study::findings::Inputs;

/// Replications, days, seed and version; and that all results hold given the assumptions.
pub(super) fn run(inputs: &Inputs, language: Language) -> [String; 2] {
    let replications = Numbers(language).replications(inputs.replications);
    run_of(inputs, &replications, language)
}

/// The same where replications are told in other words.
pub(super) fn run_of(inputs: &Inputs, replications: &str, language: Language) -> [String; 2] {
    let (days, seed) = (Numbers(language).count(inputs.measured_days), inputs.seed.to_string());
    let places =
        [("replications", replications), ("days", &days), ("seed", &seed), ("version", inputs.version.as_str())];
    [Word::RunLine.fill(language, &places), Word::Given.text(language).to_owned()]
}
