//! `beredd show`: a scenario as it is after merging.

use super::console::{result, talk};
use super::loading::tell;
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Input, Lang};
use crate::report::wording::{Language, commands as say};
use crate::scenario::show::{Comments, Difference, diff, show as shown};
use crate::scenario::study::{Loaded, load};
use std::fmt::Write;

/// Arguments of `show`.
#[derive(Debug, clap::Args)]
pub struct ShowArguments {
    #[command(flatten)]
    input: Input,
    /// Scenario of the study to show (the first if not named)
    #[arg(long)]
    scenario: Option<String>,
    /// Add where each value was written and where it comes from
    #[arg(long)]
    origin: bool,
    /// List what differs between the scenario and this other scenario of the study
    #[arg(long, value_name = "SCENARIO", conflicts_with = "origin")]
    diff: Option<String>,
    /// Language of what is said of faults (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Shows a scenario.
pub fn show(arguments: &ShowArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let loaded = match load(&arguments.input.file, &arguments.input.settings) {
        Ok(loaded) => loaded,
        Err(problems) => {
            tell(&problems.diagnoses, &problems.sources, language);
            return BAD_INPUT;
        }
    };
    let scenario = arguments.scenario.as_ref().unwrap_or(&loaded.study.scenarios[0].id);
    let text = match &arguments.diff {
        Some(other) => diff(&loaded, scenario, other).map(|differences| listed(scenario, other, &differences)),
        None => shown(&loaded, scenario, if arguments.origin { Comments::WithOrigin } else { Comments::Without }),
    };
    match text {
        Some(text) if result(&text) => DONE,
        Some(_) => CANNOT_WRITE,
        None => {
            talk(&unknown_scenario(&loaded, scenario, arguments.diff.as_deref(), language));
            BAD_INPUT
        }
    }
}

fn unknown_scenario(loaded: &Loaded, scenario: &str, other: Option<&str>, language: Language) -> String {
    let known: Vec<&str> = loaded.study.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let asked = [Some(scenario), other].into_iter().flatten().find(|id| !known.contains(id)).unwrap_or(scenario);
    say::NO_SUCH_SCENARIO.fill(language, &[("asked", asked), ("known", &known.join(", "))])
}

fn listed(left: &str, right: &str, differences: &[Difference]) -> String {
    let mut text = format!("key\t{left}\t{right}\n");
    for difference in differences {
        let side = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".into());
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}\t{}\t{}", difference.key, side(&difference.left), side(&difference.right));
    }
    text
}
