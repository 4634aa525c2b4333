//! `beredd check`: read, merge and validate without simulating.

use super::console::{result, talk};
use super::loading::{ready, tell};
use super::{BAD_INPUT, CANNOT_WRITE, DONE, FOUND_PROBLEMS, Input};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    #[command(flatten)]
    input: Input,
}

/// Checks a study or scenario. Exit code 1 if there are findings, 2 if it cannot run.
pub fn check(arguments: &CheckArguments) -> u8 {
    let Some(ready) = ready(&arguments.input) else { return BAD_INPUT };
    tell(&ready.findings, &ready.loaded.sources);
    let study = &ready.loaded.study;
    let articles = study.scenarios.iter().map(|scenario| scenario.articles.len()).max().unwrap_or(0);
    let counts = [
        counted(study.scenarios.len(), "scenario"),
        counted(study.reserves.len(), "reserve"),
        counted(articles, "article"),
    ]
    .join(", ");
    if !ready.findings.is_empty() {
        talk(&format!("{}: {counts}", counted(ready.findings.len(), "finding")));
        return FOUND_PROBLEMS;
    }
    if result(&format!("ok: {counts}\n")) { DONE } else { CANNOT_WRITE }
}

/// `1 scenario`, `2 scenarios`.
fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
