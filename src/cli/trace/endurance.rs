//! `beredd trace endurance`: the story of one probe under one cut.

use super::super::amounts::share;
use super::super::console::result;
use super::super::{BAD_INPUT, CANNOT_WRITE, DONE, Input};
use super::names::{Names, Refused};
use super::{TRACE_WIDTH, TraceFormat, Which, fault, refuse};
use crate::report::wording::story::StoryWord as Word;
use crate::report::{json, table};
use crate::scenario::diagnosis::codes;
use crate::sim::replication::Ready;
use crate::study::design::StudyCell;
use crate::study::story::Told;

/// Arguments of `trace endurance`.
#[derive(Debug, clap::Args)]
pub struct EnduranceArguments {
    #[command(flatten)]
    input: Input,
    /// Number of the probe in the replication, from 0
    #[arg(long, default_value_t = 0, allow_negative_numbers = true)]
    probe: usize,
    /// Cut (default: the first of the study)
    #[arg(long, value_name = "ID")]
    cut: Option<String>,
    /// Claim on stock of suppliers, one of the study's, 0 to 1 (default: the largest)
    #[arg(long, allow_negative_numbers = true, value_parser = share)]
    claim: Option<f64>,
    /// Name every group, however many run short on a day
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    which: Which,
}

/// What is to be told.
struct Question<'a> {
    cell: &'a StudyCell,
    cut: usize,
    claim: u16,
}

/// Tells the story of a probe.
pub(super) fn trace(arguments: &EnduranceArguments) -> u8 {
    let which = &arguments.which;
    let language = which.language();
    let Some(ready) = which.study(&arguments.input) else { return BAD_INPUT };
    let names = Names { ready: &ready, language };
    let question = match question(names, arguments) {
        Ok(question) => question,
        Err(problem) => return refuse(&problem, language),
    };
    let study = &ready.loaded.study;
    let (cell, seed) = (question.cell, which.seed.unwrap_or(study.seed));
    let one = Ready::new(&cell.plan);
    let probes = one.probe_days(seed, which.replication).len();
    let story = match one.story((seed, which.replication), arguments.probe, (question.cut, question.claim)) {
        Ok(Some(story)) => story,
        Ok(None) => return refuse(&no_such_probe(names, arguments.probe, probes), language),
        Err(violation) => return fault(&violation, language),
    };
    let told = Told {
        scenario: &study.scenarios[cell.scenario],
        reserve: &study.reserves[cell.reserve],
        cut: &cell.plan.cuts[question.cut],
        claim: question.claim,
        replication: which.replication,
        seed,
        probe: (arguments.probe, probes),
        story,
    };
    let text = match which.format {
        TraceFormat::Human => table::story::story(&told, language, TRACE_WIDTH, arguments.all),
        TraceFormat::Json => json::story::text(&told),
    };
    if result(&text) { DONE } else { CANNOT_WRITE }
}

fn question<'a>(names: Names<'a>, arguments: &EnduranceArguments) -> Refused<Question<'a>> {
    let cell = arguments.which.cell(names)?;
    let cuts: Vec<&str> = cell.plan.cuts.iter().map(|cut| cut.id.as_str()).collect();
    let cut = match arguments.cut.as_deref() {
        None if cuts.is_empty() => return Err(no_such_probe(names, arguments.probe, 0)),
        None => 0,
        Some(asked) => cuts
            .iter()
            .position(|id| *id == asked)
            .ok_or_else(|| names.unknown_of(Word::NoSuchCut.text(names.language), asked, &cuts))?,
    };
    Ok(Question { cell, cut, claim: claim(names, arguments.claim, &cell.plan.cuts[cut].claims)? })
}

/// The claim asked for, if the cut is tried with it; else the largest.
fn claim(names: Names, asked: Option<f64>, tried: &[u16]) -> Refused<u16> {
    let largest = tried.iter().copied().max().unwrap_or(1000);
    let Some(asked) = asked else { return Ok(largest) };
    let known = tried.iter().copied().find(|&claim| f64::from(claim) == libm::round(asked * 1000.0));
    known.ok_or_else(|| {
        let listed: Vec<String> = tried.iter().map(|&claim| (f64::from(claim) / 1000.0).to_string()).collect();
        let places = [("claim", asked.to_string()), ("claims", listed.join(", "))];
        let places = places.each_ref().map(|(name, text)| (*name, text.as_str()));
        names.refuse(codes::RANGE, Word::NoSuchClaim.fill(names.language, &places))
    })
}

fn no_such_probe(names: Names, probe: usize, probes: usize) -> Box<crate::scenario::diagnosis::Diagnosis> {
    let Some(last) = probes.checked_sub(1) else {
        return names.refuse(codes::MISSING, Word::NothingProbed.text(names.language).to_owned());
    };
    let places = [("probe", probe.to_string()), ("last", last.to_string())];
    let places = places.each_ref().map(|(name, text)| (*name, text.as_str()));
    names.refuse(codes::RANGE, Word::NoSuchProbe.fill(names.language, &places))
}
