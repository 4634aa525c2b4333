//! `beredd frontier`: what more days of endurance cost in each scenario of a study, and where the cheaper one changes.

use super::amounts::days;
use super::answer::{Answering, Read, probed, tell_refusal};
use super::console::progress;
use super::delivery::Answer;
use super::loading::{Ready, compiled, read, tell, tell_assumed};
use super::run::TABLE_WIDTH;
use super::{BAD_INPUT, Input, halt, interrupt};
use crate::report::wording::Language;
use crate::report::{chart, csv, json, table};
use crate::study::batch::{self, Halt};
use crate::study::frontier::{FrontierFindings, frontier as found_in};
use crate::study::narrow::reserves_of;
use crate::study::{findings, inputs};

const STEM: &str = "frontier";

/// Arguments of `frontier`.
#[derive(Debug, clap::Args)]
pub struct FrontierArguments {
    #[command(flatten)]
    input: Input,
    /// Sizes of the reserve in days, with commas between
    #[arg(long, value_delimiter = ',', default_values_t = [0, 3, 7, 14, 30, 60, 90], allow_negative_numbers = true, value_parser = days::<0, 3650>)]
    reserves: Vec<u32>,
    #[command(flatten)]
    read: Read,
    #[command(flatten)]
    answering: Answering,
}

/// Draws the frontiers of a study.
pub fn frontier(arguments: &FrontierArguments) -> u8 {
    let (answering, language) = (&arguments.answering, arguments.answering.delivery.language());
    interrupt::watch(language);
    let Some(mut loaded) = read(&arguments.input, None, language) else { return BAD_INPUT };
    answering.effort.apply(&mut loaded.study);
    let reading = match probed(&loaded.study).and_then(|()| arguments.read.reading(&loaded.study)) {
        Ok(reading) => reading,
        Err(problem) => return tell_refusal(&problem, language),
    };
    reading.narrow(&mut loaded.study);
    reserves_of(&mut loaded.study, &arguments.reserves);
    let Some(ready) = compiled(loaded, language) else { return BAD_INPUT };
    if !answering.delivery.quiet {
        tell_assumed(&ready.loaded.assumed, language);
        tell(&ready.findings, &ready.loaded.sources, language);
    }
    if answering.dry_run {
        return super::dry_run::dry_run(&ready, answering.effort.threads(), language, TABLE_WIDTH);
    }
    let _held = match answering.delivery.hold_for(STEM) {
        Ok(held) => held,
        Err(code) => return code,
    };
    match simulate(arguments, &ready) {
        Ok(found) => answering.delivery.deliver(STEM, answer(&found, language)),
        Err(halt) => halt::tell(&halt, language),
    }
}

fn simulate(arguments: &FrontierArguments, ready: &Ready) -> Result<FrontierFindings, Halt> {
    let study = &ready.loaded.study;
    let bar = progress(u64::from(study.replications) * ready.cells.len() as u64, arguments.answering.delivery.quiet);
    let jobs = arguments.answering.effort.threads();
    let spare = halt::spare(arguments.answering.delivery.output.as_deref());
    let runs =
        batch::run_with(&spare, batch::Pace::default(), &ready.cells, study.replications, study.seed, jobs, &|| {
            bar.inc(1)
        });
    bar.finish_and_clear();
    let runs = runs?;
    let remarks = ready.findings.iter().map(|finding| finding.message.clone()).collect();
    let inputs = inputs::inputs(&ready.loaded, &ready.cells, &arguments.input.settings, remarks);
    let found = batch::threads(jobs).install(|| findings(study, inputs, &ready.cells, &runs))?;
    Ok(found_in(study, &ready.cells, &runs, found)?)
}

fn answer(found: &FrontierFindings, language: Language) -> Answer {
    let chart = |language| Some((language, chart::frontier::chart(found, language)?));
    Answer {
        human: table::frontier::human(found, language, TABLE_WIDTH),
        json: json::frontier::text(found),
        csv: csv::frontier::tidy(found),
        files: Vec::new(),
        charts: Language::ALL.into_iter().filter_map(chart).collect(),
    }
}
