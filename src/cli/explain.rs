//! `beredd explain`: what a term, a code of a diagnosis or a key of a scenario file means.

use super::console::{result, talk};
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Lang};
use crate::report::explain;

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct ExplainArguments {
    /// Term, code or key; without one, the list of terms and codes
    word: Option<String>,
    /// Print the reference of all keys of scenario files
    #[arg(long, conflicts_with = "word")]
    keys: bool,
    /// Language (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
}

/// Explains a word, or tells what it might have been.
pub fn explain(arguments: &ExplainArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let text = match &arguments.word {
        _ if arguments.keys => Ok(explain::reference(language)),
        None => Ok(explain::list(language)),
        Some(word) => explain::word(word, language),
    };
    match text {
        Ok(text) if result(&text) => DONE,
        Ok(_) => CANNOT_WRITE,
        Err(unknown) => {
            talk(&unknown);
            BAD_INPUT
        }
    }
}
