//! `beredd sensitivity`: one assumption at a time, low and high, and what it does to the order of two scenarios.

use super::console::{progress, result, talk};
use super::effort::Effort;
use super::loading::{Ready, compiled, read, tell, tell_assumed};
use super::run::TABLE_WIDTH;
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Format, Input, Lang, files, halt, interrupt, lock, place};
use crate::report::wording::commands as say;
use crate::report::{csv, headline, json, table};
use crate::scenario::diagnosis::{Diagnosis, codes};
use crate::scenario::model::Study;
use crate::scenario::sensitivity::{End, Variation};
use crate::scenario::study::Loaded;
use crate::study::batch::Halt;
use crate::study::design::StudyCell;
use crate::study::inputs;
use crate::study::sensitivity::{At, Pair, Question, SensitivityFindings, findings};
use std::path::PathBuf;

/// The files that `--output` names the folder of.
const FILES: [&str; 2] = ["sensitivity.json", "sensitivity.csv"];

/// Arguments of `sensitivity`.
#[derive(Debug, clap::Args)]
pub struct SensitivityArguments {
    #[command(flatten)]
    input: Input,
    /// Reserve (default: the one of the study nearest 30 days)
    #[arg(long, value_name = "ID")]
    reserve: Option<String>,
    /// Cut (default: the first of the study)
    #[arg(long, value_name = "ID")]
    cut: Option<String>,
    /// Scenario that is subtracted (default: the study's `compare-to`)
    #[arg(long, value_name = "ID")]
    first: Option<String>,
    /// Scenario that it is subtracted from (default: the study's last one that is not the first)
    #[arg(long, value_name = "ID")]
    second: Option<String>,
    #[command(flatten)]
    effort: Effort,
    /// Form of what is printed
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Language of the tables (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// Folder for sensitivity.json and sensitivity.csv (default: nothing is written)
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Replace files that are there, whoever wrote them
    #[arg(long)]
    force: bool,
    /// Print results only
    #[arg(short, long)]
    quiet: bool,
}

/// Runs a sensitivity study.
pub fn sensitivity(arguments: &SensitivityArguments) -> u8 {
    let language = Lang::or_of_environment(arguments.lang);
    interrupt::watch(language);
    let Some(mut loaded) = read(&arguments.input, None, language) else { return BAD_INPUT };
    let question = match question(arguments, &loaded) {
        Ok(question) => question,
        Err(problem) => {
            talk(&problem);
            return BAD_INPUT;
        }
    };
    if loaded.assumptions.is_empty() {
        tell(&[nothing_to_move()], &loaded.sources, language);
        return BAD_INPUT;
    }
    prepare(arguments, &question, &mut loaded.study);
    let Some(base) = compiled(loaded, language) else { return BAD_INPUT };
    if !arguments.quiet {
        tell_assumed(&base.loaded.assumed, language);
        tell(&base.findings, &base.loaded.sources, language);
    }
    let free = |folder: &PathBuf| {
        place::folder(folder, language)?;
        let held = lock::hold(folder, language)?;
        place::files(folder, FILES, arguments.force, language).map(|()| held)
    };
    // Held until the files are in place.
    let _held = match arguments.output.as_ref().map(free).transpose() {
        Ok(held) => held,
        Err(refusal) => {
            talk(&refusal.message);
            return refusal.code;
        }
    };
    let Some(moved) = moved(arguments, &question, &base) else { return BAD_INPUT };
    match simulate(arguments, question, base, moved) {
        Ok(found) => print(arguments, &found),
        Err(halt) => halt::tell(&halt, language),
    }
}

fn nothing_to_move() -> Diagnosis {
    Diagnosis::nowhere(codes::MISSING, "this study says of no assumption how far it may be moved")
        .help("write [sensitivity.ID] with title, set, low and high; see docs/how-to/test-an-assumption.md")
}

/// The question asked; names that are not given are chosen, and what was chosen stands in the result.
fn question(arguments: &SensitivityArguments, loaded: &Loaded) -> Result<Question, String> {
    let study = &loaded.study;
    let scenarios: Vec<&String> = study.scenarios.iter().map(|scenario| &scenario.id).collect();
    let first = known("scenario", arguments.first.as_ref(), &scenarios)?.unwrap_or(&study.compare_to).clone();
    let last = || scenarios.iter().rev().copied().find(|id| **id != first);
    let second = known("scenario", arguments.second.as_ref(), &scenarios)?.or_else(last);
    let Some(second) = second.filter(|second| **second != first).cloned() else {
        return Err("a difference needs two scenarios of the study that are not the same".to_owned());
    };
    let reserves: Vec<&String> = study.reserves.iter().collect();
    let reserve = known("reserve", arguments.reserve.as_ref(), &reserves)?.or_else(|| nearest_to_a_month(study));
    let cuts: Vec<&String> = study.cuts.iter().collect();
    let cut = known("cut", arguments.cut.as_ref(), &cuts)?.or(cuts.first().copied());
    let (Some(reserve), Some(cut)) = (reserve.cloned(), cut.cloned()) else {
        return Err("the study has no cut; name one in `cuts` of [study]".to_owned());
    };
    Ok(Question { first, second, reserve, cut })
}

fn known<'a>(what: &str, asked: Option<&'a String>, of: &[&'a String]) -> Result<Option<&'a String>, String> {
    let Some(asked) = asked else { return Ok(None) };
    if of.contains(&asked) {
        return Ok(Some(asked));
    }
    let names: Vec<&str> = of.iter().map(|name| name.as_str()).collect();
    Err(format!("the study has no {what} `{asked}`; it has: {}", names.join(", ")))
}

fn nearest_to_a_month(study: &Study) -> Option<&String> {
    let days = |id: &String| study.scenarios[0].reserves.get(id).map_or(0.0, |reserve| reserve.days);
    let distance = |id: &&String| (days(id) - f64::from(headline::HEADLINE_DAYS)).abs();
    study.reserves.iter().min_by(|one, other| distance(one).total_cmp(&distance(other)))
}

/// Narrows a study to the question, with the replications and the seed asked for.
fn prepare(arguments: &SensitivityArguments, question: &Question, study: &mut Study) {
    arguments.effort.apply(study);
    question.narrow(study);
}

/// A study with its cells; the trees that it was read from are dropped, for there are many.
type Compiled = (Study, Vec<StudyCell>);

/// The study at both ends of every assumption, compiled; anything wrong is told before the first simulation.
fn moved(arguments: &SensitivityArguments, question: &Question, base: &Ready) -> Option<Vec<[Compiled; 2]>> {
    let language = Lang::or_of_environment(arguments.lang);
    let at = |id: &String, end: End| {
        let scenarios = vec![question.first.clone(), question.second.clone()];
        let ready = read(&arguments.input, Some(Variation { scenarios, assumption: id.clone(), end }), language);
        let ready = ready.and_then(|mut loaded| {
            prepare(arguments, question, &mut loaded.study);
            compiled(loaded, language)
        });
        if ready.is_none() {
            let end = if end == End::Low { "low" } else { "high" };
            talk(&say::END_OF_ASSUMPTION.fill(language, &[("end", end), ("id", id)]));
        }
        ready.map(|ready| (ready.loaded.study, ready.cells))
    };
    let assumptions = base.loaded.assumptions.iter();
    assumptions.map(|one| Some([at(&one.id, End::Low)?, at(&one.id, End::High)?])).collect()
}

fn simulate(
    arguments: &SensitivityArguments,
    question: Question,
    base: Ready,
    moved: Vec<[Compiled; 2]>,
) -> Result<SensitivityFindings, Halt> {
    let remarks = base.findings.iter().map(|finding| finding.message.clone()).collect();
    let inputs = inputs::inputs(&base.loaded, &base.cells, &arguments.input.settings, remarks);
    let replications = u64::from(base.loaded.study.replications);
    let bar = progress((moved.len() as u64 * 2 + 1) * 2 * replications, arguments.quiet);
    let jobs = arguments.effort.threads();
    let done = || bar.inc(1);
    let spare = halt::spare(arguments.output.as_deref());
    let base_pair = Pair::run(&spare, &base.loaded.study, base.cells, jobs, None, &done)?;
    let run = |(study, cells): Compiled| Pair::run(&spare, &study, cells, jobs, Some(&base_pair), &done);
    let pairs = moved.into_iter().map(|[low, high]| Ok([run(low)?, run(high)?])).collect::<Result<Vec<_>, Halt>>()?;
    bar.finish_and_clear();
    let level = headline::level(&inputs).unwrap_or(0);
    let at = At {
        level,
        level_days: inputs.levels.get(level).copied().unwrap_or(0),
        threshold: headline::threshold(&inputs).unwrap_or(0),
    };
    Ok(findings(inputs, question, at, base.loaded.assumptions, &base_pair, &pairs)?)
}

fn print(arguments: &SensitivityArguments, found: &SensitivityFindings) -> u8 {
    let (json, csv) = (json::sensitivity::text(found), csv::sensitivity::tidy(found));
    let language = Lang::or_of_environment(arguments.lang);
    let written = arguments.output.as_ref().map(|folder| {
        let list: Vec<files::RunFile> =
            FILES.map(str::to_owned).into_iter().zip([&json, &csv].map(|text| text.clone().into_bytes())).collect();
        files::write_whole(folder, &list, language).map(|()| folder)
    });
    let printed = result(&match arguments.format {
        Format::Human => table::sensitivity::human(found, language, TABLE_WIDTH),
        Format::Json => json,
        Format::Csv => csv,
    });
    match written {
        Some(Err(error)) => {
            talk(&error);
            CANNOT_WRITE
        }
        _ if !printed => CANNOT_WRITE,
        Some(Ok(folder)) if !arguments.quiet => {
            talk(&say::WROTE.fill(language, &[("place", &place::shown(folder))]));
            DONE
        }
        _ => DONE,
    }
}
