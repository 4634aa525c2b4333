//! `beredd exposure`: what is lost if one supplier, site or lane of a scenario fails.

use super::amounts::{days, some_share};
use super::answer::{Answering, Refused, middle, one_of, probed, refused, tell_refusal};
use super::console::{progress, result, talk};
use super::delivery::Answer;
use super::loading::{Ready, compiled, read, tell, tell_assumed};
use super::run::TABLE_WIDTH;
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Input, OUR_FAULT, interrupt};
use crate::report::table::dry_run::{DryCell, DryRun, human};
use crate::report::wording::{Language, commands as say};
use crate::report::{chart, csv, json, table};
use crate::scenario::model::Study;
use crate::study::batch::Failure;
use crate::study::exposure::findings::ExposureFindings;
use crate::study::exposure::nodes::Node;
use crate::study::exposure::{Failing, Question, exposure as found_in};
use crate::study::inputs;
use crate::study::narrow::reserves_of;
use std::time::Instant;

const STEM: &str = "exposure";
/// Days of recovery, if neither the command line nor the scenario says.
const RECOVERY: u32 = 30;

/// Arguments of `exposure`.
#[derive(Debug, clap::Args)]
pub struct ExposureArguments {
    #[command(flatten)]
    input: Input,
    /// Scenario of the study; needed if it has several
    #[arg(long, value_name = "ID")]
    scenario: Option<String>,
    /// Size of the reserve in days (default: the first reserve of the study)
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = days::<0, 3650>)]
    reserve: Option<u32>,
    /// Days until a node works again whose table does not say (default: `stop-length` of the study, else 30)
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = days::<1, 1825>)]
    recovery: Option<u32>,
    /// Days that are followed after the recovery (default: twice as many as it takes)
    #[arg(long, value_name = "DAYS", allow_negative_numbers = true, value_parser = days::<0, 3650>)]
    follow: Option<u32>,
    /// Share of need below which there is a breach (default: the middle threshold of the study)
    #[arg(long, allow_negative_numbers = true, value_parser = some_share)]
    threshold: Option<f64>,
    #[command(flatten)]
    answering: Answering,
}

/// Has every node of a scenario fail.
pub fn exposure(arguments: &ExposureArguments) -> u8 {
    let (answering, language) = (&arguments.answering, arguments.answering.delivery.language());
    interrupt::watch(language);
    let Some(mut loaded) = read(&arguments.input, None, language) else { return BAD_INPUT };
    answering.effort.apply(&mut loaded.study);
    let question = match question(arguments, &loaded.study) {
        Ok(question) => question,
        Err(problem) => return tell_refusal(&problem, language),
    };
    match arguments.reserve {
        Some(days) => reserves_of(&mut loaded.study, &[days]),
        None => loaded.study.reserves.truncate(1),
    }
    let nodes = question.narrow(&mut loaded.study);
    let Some(ready) = compiled(loaded, language) else { return BAD_INPUT };
    if !answering.delivery.quiet {
        tell_assumed(&ready.loaded.assumed, language);
        tell(&ready.findings, &ready.loaded.sources, language);
    }
    if answering.dry_run {
        return dry_run(arguments, &ready, &nodes);
    }
    let _held = match answering.delivery.hold_for(STEM) {
        Ok(held) => held,
        Err(code) => return code,
    };
    match simulate(arguments, &ready, (question, nodes)) {
        Ok(found) => answering.delivery.deliver(STEM, answer(&found, language)),
        Err(failure) => fault(&failure, language),
    }
}

fn fault(failure: &Failure, language: Language) -> u8 {
    talk(&say::HAS_FAULT.fill(language, &[("failure", &failure.to_string())]));
    OUR_FAULT
}

/// The question asked; what is not given is chosen from the study.
fn question(arguments: &ExposureArguments, study: &Study) -> Refused<Question> {
    probed(study)?;
    let ids: Vec<&str> = study.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let scenario = one_of("scenario", arguments.scenario.as_deref(), &ids, ids.len() == 1)?;
    let scenario = &study.scenarios[scenario];
    if !scenario.phases.is_empty() {
        let help = "ask it of one of its phases: each is a scenario of its own";
        return Err(refused("a scenario with phases has no one network", help));
    }
    let stop = scenario.endurance.stop.map(|stop| stop.length_days).filter(|&days| days > 0);
    Ok(Question {
        scenario: scenario.id.clone(),
        threshold: arguments.threshold.unwrap_or_else(|| middle(study)),
        recovery: arguments.recovery.or(stop).unwrap_or(RECOVERY),
        follow: arguments.follow,
    })
}

fn simulate(
    arguments: &ExposureArguments,
    ready: &Ready,
    (question, nodes): (Question, Vec<Node>),
) -> Result<ExposureFindings, Failure> {
    let study = &ready.loaded.study;
    let bar = progress(u64::from(study.replications), arguments.answering.delivery.quiet);
    let remarks = ready.findings.iter().map(|finding| finding.message.clone()).collect();
    let inputs = inputs::inputs(&ready.loaded, &ready.cells, &arguments.input.settings, remarks);
    let jobs = arguments.answering.effort.threads();
    let found = found_in(study, &ready.cells[0].plan, (inputs, question, nodes), jobs, &|| bar.inc(1));
    bar.finish_and_clear();
    found
}

/// Times one replication with all its nodes, and prints what the whole run would take. The clock is read here and reaches no result.
fn dry_run(arguments: &ExposureArguments, ready: &Ready, nodes: &[Node]) -> u8 {
    let (study, cell, language) = (&ready.loaded.study, &ready.cells[0], arguments.answering.delivery.language());
    let begun = Instant::now();
    let failing = Failing::new(&cell.plan, nodes);
    if let Err(failure) = failing.run(nodes, 0..1, (study.seed, Some(1)), &|| ()) {
        return fault(&failure, language);
    }
    let seconds = begun.elapsed().as_secs_f64();
    let without_probes = match super::dry_run::seconds_without_probes(&cell.plan, study.seed) {
        Ok(without) => without.min(seconds),
        Err(failure) => {
            talk(&say::HAS_FAULT.fill(language, &[("failure", &failure)]));
            return OUR_FAULT;
        }
    };
    let jobs = super::dry_run::threads(arguments.answering.effort.threads());
    let scenario = &study.scenarios[cell.scenario];
    let reserve = &study.reserves[cell.reserve];
    let timed = DryCell {
        scenario: scenario.frame.title.clone(),
        reserve: scenario.reserves.get(reserve).map_or(reserve.clone(), |one| language.title(&one.title).to_owned()),
        articles: cell.plan.articles.len(),
        sites: cell.plan.sites.iter().filter(|site| !site.is_supplier).count(),
        article_sites: cell.plan.cells.len(),
        seconds,
        without_probes,
    };
    let dry = DryRun { title: study.title.clone(), cells: vec![timed], replications: study.replications, jobs };
    if result(&human(&dry, language, TABLE_WIDTH)) { DONE } else { CANNOT_WRITE }
}

fn answer(found: &ExposureFindings, language: Language) -> Answer {
    let chart = |language| Some((language, chart::exposure::chart(found, language)?));
    Answer {
        human: table::exposure::human(found, language, TABLE_WIDTH),
        json: json::exposure::text(found),
        csv: csv::exposure::tidy(found),
        files: Vec::new(),
        charts: Language::ALL.into_iter().filter_map(chart).collect(),
    }
}
