//! `beredd check`: read, merge and validate without simulating.

use super::console::{result, talk};
use super::loading::{ready, tell, tell_assumed};
use super::{BAD_INPUT, CANNOT_WRITE, DONE, FOUND_PROBLEMS, Input, Lang};
use crate::report::wording::{Language, commands as say, commands::Phrase};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    #[command(flatten)]
    input: Input,
    /// Language of what is said (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Checks a study or scenario. Exit code 1 if there are findings, 2 if it cannot run.
pub fn check(arguments: &CheckArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let Some(ready) = ready(&arguments.input, language) else { return BAD_INPUT };
    tell_assumed(&ready.loaded.assumed, language);
    tell(&ready.findings, &ready.loaded.sources, language);
    let study = &ready.loaded.study;
    let articles = study.scenarios.iter().map(|scenario| scenario.articles.len()).max().unwrap_or(0);
    let counts = [
        counted(study.scenarios.len(), say::ONE_SCENARIO, say::SCENARIOS, language),
        counted(study.reserves.len(), say::ONE_RESERVE, say::RESERVES, language),
        counted(articles, say::ONE_ARTICLE, say::ARTICLES, language),
    ]
    .join(", ");
    if !ready.findings.is_empty() {
        let findings = counted(ready.findings.len(), say::ONE_FINDING, say::FINDINGS, language);
        talk(&say::CHECK_FOUND.fill(language, &[("findings", &findings), ("counts", &counts)]));
        return FOUND_PROBLEMS;
    }
    let text = say::CHECK_OK.fill(language, &[("counts", &counts)]);
    if result(&format!("{text}\n")) { DONE } else { CANNOT_WRITE }
}

/// `1 scenario`, `2 scenarios`.
fn counted(number: usize, one: Phrase, several: Phrase, language: Language) -> String {
    if number == 1 { one.text(language).to_owned() } else { several.fill(language, &[("n", &number.to_string())]) }
}
