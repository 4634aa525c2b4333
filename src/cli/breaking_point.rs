//! `beredd breaking-point`: how long a stop may be in each scenario of a study under each reserve.

use super::amounts::{days, probability};
use super::answer::{Answering, Read, probed, tell_refusal};
use super::console::{progress, talk};
use super::delivery::Answer;
use super::loading::{Ready, compiled, read, tell, tell_assumed};
use super::run::TABLE_WIDTH;
use super::{BAD_INPUT, Input, OUR_FAULT, interrupt};
use crate::report::wording::{Language, commands as say};
use crate::report::{chart, csv, json, table};
use crate::study::batch::Failure;
use crate::study::breaking::{BreakingFindings, Question, breaking};
use crate::study::inputs;
use crate::study::narrow::reserves_of;

const STEM: &str = "breaking-point";

/// Arguments of `breaking-point`.
#[derive(Debug, clap::Args)]
pub struct BreakingPointArguments {
    #[command(flatten)]
    input: Input,
    /// Lengths of the stop in days, with commas between
    #[arg(long, value_delimiter = ',', default_values_t = [1, 3, 7, 14, 30, 60, 90], allow_negative_numbers = true, value_parser = days::<1, 1825>)]
    lengths: Vec<u32>,
    /// Days that are followed after the end of the stop
    #[arg(long, default_value_t = 30, allow_negative_numbers = true, value_parser = days::<0, 1825>)]
    follow: u32,
    /// Sizes of the reserve in days, with commas between (default: the reserves of the study)
    #[arg(long, value_delimiter = ',', allow_negative_numbers = true, value_parser = days::<0, 3650>)]
    reserves: Vec<u32>,
    #[command(flatten)]
    read: Read,
    /// Probability with which a stop must be stood (default: the study's `required-probability`)
    #[arg(long, allow_negative_numbers = true, value_parser = probability)]
    probability: Option<f64>,
    #[command(flatten)]
    answering: Answering,
}

/// Finds the breaking points of a study.
pub fn breaking_point(arguments: &BreakingPointArguments) -> u8 {
    let (answering, language) = (&arguments.answering, arguments.answering.delivery.language());
    interrupt::watch(language);
    let Some(mut loaded) = read(&arguments.input, None, language) else { return BAD_INPUT };
    answering.effort.apply(&mut loaded.study);
    let reading = match probed(&loaded.study).and_then(|()| arguments.read.reading(&loaded.study)) {
        Ok(reading) => reading,
        Err(problem) => return tell_refusal(&problem, language),
    };
    let required = loaded.study.scenarios.first().map(|scenario| scenario.endurance.required_probability);
    let mut lengths = arguments.lengths.clone();
    lengths.sort_unstable();
    lengths.dedup();
    if !arguments.reserves.is_empty() {
        reserves_of(&mut loaded.study, &arguments.reserves);
    }
    let probability = arguments.probability.or(required).unwrap_or(0.95);
    let question = Question { reading, lengths, follow: arguments.follow, probability };
    question.narrow(&mut loaded.study);
    let Some(mut ready) = compiled(loaded, language) else { return BAD_INPUT };
    if !answering.delivery.quiet {
        tell_assumed(&ready.loaded.assumed, language);
        tell(&ready.findings, &ready.loaded.sources, language);
    }
    question.lengthen(&mut ready.cells);
    if answering.dry_run {
        return super::dry_run::dry_run(&ready, answering.effort.threads(), language, TABLE_WIDTH);
    }
    let _held = match answering.delivery.hold_for(STEM) {
        Ok(held) => held,
        Err(code) => return code,
    };
    match simulate(arguments, &ready, question) {
        Ok(found) => answering.delivery.deliver(STEM, answer(&found, language)),
        Err(failure) => {
            talk(&say::HAS_FAULT.fill(language, &[("failure", &failure.to_string())]));
            OUR_FAULT
        }
    }
}

fn simulate(
    arguments: &BreakingPointArguments,
    ready: &Ready,
    question: Question,
) -> Result<BreakingFindings, Failure> {
    let study = &ready.loaded.study;
    let total = u64::from(study.replications) * ready.cells.len() as u64;
    let bar = progress(total, arguments.answering.delivery.quiet);
    let remarks = ready.findings.iter().map(|finding| finding.message.clone()).collect();
    let inputs = inputs::inputs(&ready.loaded, &ready.cells, &arguments.input.settings, remarks);
    let jobs = arguments.answering.effort.threads();
    let found = breaking(study, &ready.cells, (inputs, question), jobs, &|| bar.inc(1));
    bar.finish_and_clear();
    found
}

fn answer(found: &BreakingFindings, language: Language) -> Answer {
    let chart = |language| Some((language, chart::breaking::chart(found, language)?));
    Answer {
        human: table::breaking::human(found, language, TABLE_WIDTH),
        json: json::breaking::text(found),
        csv: csv::breaking::tidy(found),
        files: Vec::new(),
        charts: Language::ALL.into_iter().filter_map(chart).collect(),
    }
}
