//! `beredd trace endurance`: the story of one probe under one cut.

use super::super::console::{result, talk};
use super::super::loading::{ready, tell, tell_assumed};
use super::super::run::TABLE_WIDTH;
use super::super::{BAD_INPUT, CANNOT_WRITE, DONE, Input, Lang, OUR_FAULT};
use super::TraceFormat;
use super::names::{Names, Refused};
use crate::report::wording::story::StoryWord as Word;
use crate::report::{json, table};
use crate::scenario::diagnosis::codes;
use crate::scenario::source::Sources;
use crate::sim::replication::Ready;
use crate::study::design::StudyCell;
use crate::study::story::Told;

/// Arguments of `trace endurance`.
#[derive(Debug, clap::Args)]
pub struct EnduranceArguments {
    #[command(flatten)]
    input: Input,
    /// Number of the replication, from 0
    #[arg(long, default_value_t = 0, allow_negative_numbers = true)]
    replication: u64,
    /// Number of the probe in the replication, from 0
    #[arg(long, default_value_t = 0, allow_negative_numbers = true)]
    probe: usize,
    /// Cut (default: the first of the study)
    #[arg(long, value_name = "ID")]
    cut: Option<String>,
    /// Claim on stock of suppliers, one of the study's, 0 to 1 (default: the largest)
    #[arg(long, allow_negative_numbers = true)]
    claim: Option<f64>,
    /// Scenario of the study; needed if it has several
    #[arg(long, value_name = "ID")]
    scenario: Option<String>,
    /// Reserve of the study; needed if it has several
    #[arg(long, value_name = "ID")]
    reserve: Option<String>,
    /// Seed (default: from the study)
    #[arg(long, allow_negative_numbers = true)]
    seed: Option<u64>,
    /// Name every group, however many run short on a day
    #[arg(long)]
    all: bool,
    /// Form of what is printed
    #[arg(long, value_enum, default_value = "human")]
    format: TraceFormat,
    /// Language (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// Print the story only, without what is suspicious in the files
    #[arg(short, long)]
    quiet: bool,
}

/// What is to be told.
struct Question<'a> {
    cell: &'a StudyCell,
    cut: usize,
    claim: u16,
}

/// Tells the story of a probe.
pub(super) fn trace(arguments: &EnduranceArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    let Some(ready) = ready(&arguments.input, language) else { return BAD_INPUT };
    if !arguments.quiet {
        tell_assumed(&ready.loaded.assumed, language);
        tell(&ready.findings, &ready.loaded.sources, language);
    }
    let names = Names { ready: &ready, language };
    let refused = |problem| {
        tell(&[problem], &Sources::default(), language);
        BAD_INPUT
    };
    let question = match question(names, arguments) {
        Ok(question) => question,
        Err(problem) => return refused(*problem),
    };
    let study = &ready.loaded.study;
    let (cell, seed) = (question.cell, arguments.seed.unwrap_or(study.seed));
    let one = Ready::new(&cell.plan);
    let probes = one.probe_days(seed, arguments.replication).len();
    let story = match one.story((seed, arguments.replication), arguments.probe, (question.cut, question.claim)) {
        Ok(Some(story)) => story,
        Ok(None) => return refused(*no_such_probe(names, arguments.probe, probes)),
        Err(violation) => {
            talk(&format!("beredd has a fault: {violation}"));
            return OUR_FAULT;
        }
    };
    let told = Told {
        scenario: &study.scenarios[cell.scenario],
        reserve: &study.reserves[cell.reserve],
        cut: &cell.plan.cuts[question.cut],
        claim: question.claim,
        replication: arguments.replication,
        seed,
        probe: (arguments.probe, probes),
        story,
    };
    let text = match arguments.format {
        TraceFormat::Human => table::story::story(&told, language, TABLE_WIDTH, arguments.all),
        TraceFormat::Json => json::story::text(&told),
    };
    if result(&text) { DONE } else { CANNOT_WRITE }
}

fn question<'a>(names: Names<'a>, arguments: &EnduranceArguments) -> Refused<Question<'a>> {
    let cell = names.cell((arguments.scenario.as_deref(), arguments.reserve.as_deref()))?;
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
