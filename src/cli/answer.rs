//! What commands share that answer one question of a study: how much is simulated, how the answer is told, where it is written.

use super::BAD_INPUT;
use super::amounts::some_share;
use super::delivery::Delivery;
use super::effort::Effort;
use crate::report::name::visible;
use crate::report::wording::Language;
use crate::scenario::diagnosis::{Diagnosis, Particular, codes};
use crate::scenario::model::{Scenario, Study};
use crate::study::narrow::Reading;

/// Options of an answer.
#[derive(Debug, clap::Args)]
pub struct Answering {
    #[command(flatten)]
    pub effort: Effort,
    #[command(flatten)]
    pub delivery: Delivery,
    /// Tell the size of the run and how long it would take, from one timed replication of each cell; write nothing
    #[arg(long, conflicts_with_all = ["format", "output"])]
    pub dry_run: bool,
}

/// What is cut, and what counts as enough.
#[derive(Debug, clap::Args)]
pub struct Read {
    /// Cut (default: the first of the study)
    #[arg(long, value_name = "ID")]
    cut: Option<String>,
    /// Share of need that must be served (default: the middle threshold of the study)
    #[arg(long, allow_negative_numbers = true, value_parser = some_share)]
    threshold: Option<f64>,
}

impl Read {
    /// The cut and the threshold asked for; what is not given is chosen from the study.
    pub fn reading(&self, study: &Study) -> Refused<Reading> {
        let cuts: Vec<&str> = study.cuts.iter().map(String::as_str).collect();
        let cut = one_of("cut", self.cut.as_deref(), &cuts, !cuts.is_empty())?;
        Ok(Reading { cut: cuts[cut].to_owned(), threshold: self.threshold.unwrap_or_else(|| middle(study)) })
    }
}

/// The middle threshold of a study.
pub fn middle(study: &Study) -> f64 {
    let thresholds =
        study.scenarios.first().map(|scenario| scenario.endurance.thresholds.as_slice()).unwrap_or_default();
    thresholds.get(thresholds.len() / 2).copied().unwrap_or(0.95)
}

/// A question that cannot be asked.
pub type Refused<T> = Result<T, Box<Diagnosis>>;

/// Why an option is refused, and what to do.
pub fn refused(message: &str, help: &str) -> Box<Diagnosis> {
    Box::new(Diagnosis::nowhere(codes::SETTING, message).help(help).particular(Particular::Option))
}

/// Tells why a question cannot be asked.
pub fn tell_refusal(problem: &Diagnosis, language: Language) -> u8 {
    super::loading::tell(std::slice::from_ref(problem), &crate::scenario::source::Sources::default(), language);
    BAD_INPUT
}

/// Refuses a study in which nothing is probed.
pub fn probed(study: &Study) -> Refused<()> {
    if study.scenarios.iter().any(|scenario| scenario.endurance.probes == 0) {
        return Err(refused("nothing is probed: `probes` of [endurance] is 0", "write probes = 1 or more"));
    }
    let no_critical = |scenario: &&Scenario| scenario.articles.values().all(|article| !article.critical);
    if let Some(scenario) = study.scenarios.iter().find(no_critical) {
        let message = format!(
            "no article of `{}` is critical, so there is no need whose endurance could be read",
            visible(&scenario.id)
        );
        return Err(refused(&message, "write critical = true of the articles that care cannot do without"));
    }
    Ok(())
}

/// The place of what is asked for, or the first one where that will do.
pub fn one_of(what: &str, asked: Option<&str>, known: &[&str], first_will_do: bool) -> Refused<usize> {
    let names = format!("one of: {}", known.join(", "));
    match asked {
        None if first_will_do => Ok(0),
        None => Err(refused(&format!("say which {what} with --{what}"), &names)),
        Some(asked) => {
            let found = known.iter().position(|known| *known == asked);
            let unknown = || {
                let message = format!("the study has no {what} `{}`", visible(asked));
                let problem = Diagnosis::nowhere(codes::UNKNOWN_REFERENCE, &message).help(&names);
                Box::new(problem.particular(Particular::Option))
            };
            found.ok_or_else(unknown)
        }
    }
}
