//! Faults that follow from others: what is left to tell of a study that cannot run.

use super::diagnosis::{Diagnosis, Severity, codes};
use std::collections::BTreeSet;

/// When a file is only half understood, what is missing or unknown may just not have been read.
pub fn follows_from_no_syntax_error(one: &Diagnosis, broken: &BTreeSet<usize>) -> bool {
    let of_syntax = [
        codes::FILE,
        codes::ENCODING,
        codes::SYNTAX,
        codes::CYCLE,
        codes::PARTS,
        codes::SETTING,
        codes::DIALECT,
        codes::CELLS,
    ]
    .contains(&one.code);
    let of_value = [codes::UNKNOWN_KEY, codes::UNIT, codes::NUMBER, codes::RANGE, codes::KIND].contains(&one.code);
    of_syntax || (of_value && one.place.is_some_and(|place| !broken.contains(&place.file)))
}

/// A study that failed without a word is a mistake of ours, and still not a panic.
pub fn or_unexplained(mut diagnoses: Vec<Diagnosis>) -> Vec<Diagnosis> {
    if !diagnoses.iter().any(|one| one.severity == Severity::Error) {
        diagnoses.push(Diagnosis::nowhere(
            codes::FILE,
            "the study could not be put together; this is an error of the program",
        ));
    }
    diagnoses
}
