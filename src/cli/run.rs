//! `beredd run`: simulate a study, print its tables, write its folder.

use super::console::{progress, result, talk};
use super::effort::Effort;
use super::loading::{Ready, ready, tell, tell_assumed, tell_of_settings};
use super::lock::{self, Hold};
use super::place::{self, Refusal};
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Format, Input, Lang, files, halt, interrupt};
use crate::report::wording::{Language, commands as say};
use crate::report::{chart, csv, json, page, table};
use crate::study::batch::{self, Pace};
use crate::study::findings::Findings;
use crate::study::{findings, inputs};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Columns of the tables: Swedish and English fit with the intervals of the decision table.
pub(super) const TABLE_WIDTH: usize = 132;

/// Arguments of `run`.
#[derive(Debug, clap::Args)]
pub struct RunArguments {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    effort: Effort,
    /// Form of what is printed
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Language of tables and charts (default: from the environment)
    #[arg(long, value_enum)]
    lang: Option<Lang>,
    /// Folder for the files of the run (default: a new one under output/)
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Replace files that are there, whoever wrote them
    #[arg(long)]
    force: bool,
    /// Tell the size of the run and how long it would take, from one timed replication of each cell; write nothing
    #[arg(long, conflicts_with_all = ["format", "output"])]
    dry_run: bool,
    /// Print stock and its rotation, endurance of flows, sites, classes and families too, and what fails first
    #[arg(long, conflicts_with_all = ["format", "dry_run"])]
    detail: bool,
    /// Go through every day of every article, where a plain plan is gone through article by article and quiet days are skipped: slower, with
    /// the same results
    #[arg(long, conflicts_with = "dry_run")]
    no_skip: bool,
    /// Print results only
    #[arg(short, long)]
    quiet: bool,
}

impl RunArguments {
    /// A run of a whole study into a folder, all other options as usual.
    pub fn of_study(
        study: PathBuf,
        folder: PathBuf,
        jobs: Option<u16>,
        lang: Option<Lang>,
        force: bool,
    ) -> RunArguments {
        RunArguments {
            input: Input { file: study, settings: Vec::new() },
            effort: Effort { jobs, ..Effort::default() },
            format: Format::Human,
            lang,
            output: Some(folder),
            force,
            dry_run: false,
            detail: false,
            no_skip: false,
            quiet: false,
        }
    }
}

/// Runs a study and prints its tables.
pub fn run(arguments: &RunArguments) -> u8 {
    run_and_print(arguments, &[], |found, language| {
        let mut text = table::human(found, language, TABLE_WIDTH);
        if arguments.detail {
            let details =
                [table::stock, table::slices, table::failing].map(|table| table(found, language, TABLE_WIDTH));
            let told = std::iter::once(text).chain(details).filter(|part| !part.is_empty());
            text = told.collect::<Vec<_>>().join("\n");
        }
        text
    })
}

/// Runs a study; `beside` are files that were written for it and that its mark tells of, `human` makes what is printed for people.
pub fn run_and_print(
    arguments: &RunArguments,
    beside: &[files::RunFile],
    human: impl Fn(&Findings, Language) -> String,
) -> u8 {
    let begun = Instant::now();
    let language = Lang::or_of_environment(arguments.lang);
    interrupt::watch(language);
    let Some(mut ready) = ready(&arguments.input, language) else { return BAD_INPUT };
    if arguments.quiet {
        tell_of_settings(&ready.findings, &ready.loaded.sources, language);
    } else {
        tell_assumed(&ready.loaded.assumed, language);
        tell(&ready.findings, &ready.loaded.sources, language);
    }
    arguments.effort.apply(&mut ready.loaded.study);
    if arguments.dry_run {
        return super::dry_run::dry_run(&ready, arguments.effort.threads(), language, TABLE_WIDTH);
    }
    let held = match is_free(arguments, &ready, language) {
        Ok(held) => held,
        Err(refusal) => {
            talk(&refusal.message);
            return refusal.code;
        }
    };
    let found = match simulate(arguments, &ready) {
        Ok(found) => found,
        Err(halt) => return halt::tell(&halt, language),
    };
    let threads = batch::threads(arguments.effort.threads());
    let results = threads.install(|| json::results_text(&found));
    let folder = arguments.output.clone().unwrap_or_else(|| files::default_folder(&arguments.input.file, &results));
    let list = threads.install(|| run_files(&ready, &found, &results, beside, begun));
    // Looked at once more: a folder without a name is known only now, and others write too while we simulate.
    let written = written(&folder, &list, held, arguments.force, language);
    let printed = result(&match arguments.format {
        Format::Human => human(&found, language),
        Format::Json => results,
        Format::Csv => csv::tidy(&found),
    });
    match written {
        Err(error) => {
            talk(&error);
            CANNOT_WRITE
        }
        Ok(()) if !printed => CANNOT_WRITE,
        Ok(()) => {
            if !arguments.quiet {
                talk(&say::WROTE.fill(language, &[("place", &place::shown(&folder))]));
            }
            DONE
        }
    }
}

/// Puts the files of the run in place, in a folder that is held until they are.
fn written(
    folder: &Path,
    list: &[files::RunFile],
    held: Option<Hold>,
    force: bool,
    language: Language,
) -> Result<(), String> {
    let free = |held| place::files(folder, list.iter().map(|(name, _)| name.as_str()), force, language).map(|()| held);
    let held =
        held.map_or_else(|| lock::hold(folder, language), Ok).and_then(free).map_err(|refusal| refusal.message)?;
    let written = files::write_whole(folder, list, language);
    drop(held);
    written
}

/// Holds a place for the files of the run, before anything is simulated for them; a folder without a name is held later.
fn is_free(arguments: &RunArguments, ready: &Ready, language: Language) -> Result<Option<Hold>, Refusal> {
    let Some(folder) = &arguments.output else {
        return place::folder(Path::new("output"), language).map(|()| None);
    };
    place::folder(folder, language)?;
    let held = lock::hold(folder, language)?;
    let (usual, resolved) = (usual_names(), files::resolved(&ready.loaded));
    let names = usual.iter().chain(resolved.iter().map(|(name, _)| name)).map(String::as_str);
    place::files(folder, names, arguments.force, language).map(|()| Some(held))
}

/// The names of the files of any run; those of its scenarios come on top, and a chart without data is left out.
pub fn usual_names() -> Vec<String> {
    let mut names: Vec<String> = ["results.json", "results.csv", files::MARK].map(str::to_owned).into();
    for language in Language::ALL {
        names.push(super::report::file_name(language));
        names.extend(chart::NAMES.iter().flat_map(|name| chart_files(name, language)));
    }
    names
}

/// The files of a chart: image, bitmap, values and words.
pub(super) fn chart_files(name: &str, language: Language) -> [String; 4] {
    ["svg", "png", "csv", "alt.txt"].map(|ending| format!("charts/{name}.{}.{ending}", language.code()))
}

fn simulate(arguments: &RunArguments, ready: &Ready) -> Result<Findings, batch::Halt> {
    let study = &ready.loaded.study;
    let total = u64::from(study.replications) * ready.cells.len() as u64;
    let bar = progress(total, arguments.quiet);
    let jobs = arguments.effort.threads();
    let spare = halt::spare(arguments.output.as_deref());
    let pace = if arguments.no_skip { Pace::EveryDay } else { Pace::Skipping };
    let runs = batch::run_with(&spare, pace, &ready.cells, study.replications, study.seed, jobs, &|| bar.inc(1));
    bar.finish_and_clear();
    let remarks = ready.findings.iter().map(|finding| finding.message.clone()).collect();
    let inputs = inputs::inputs(&ready.loaded, &ready.cells, &arguments.input.settings, remarks);
    let runs = runs?;
    Ok(batch::threads(jobs).install(|| findings(study, inputs, &ready.cells, &runs))?)
}

fn run_files(
    ready: &Ready,
    found: &Findings,
    results: &str,
    beside: &[files::RunFile],
    begun: Instant,
) -> Vec<files::RunFile> {
    let mut list = vec![("results.json".to_owned(), results.as_bytes().to_vec())];
    let ((swedish, english), values) = rayon::join(
        || rayon::join(|| pages(found, Language::Sv), || pages(found, Language::En)),
        || csv::tidy(found).into_bytes(),
    );
    list.push(("results.csv".to_owned(), values));
    list.extend(swedish);
    list.extend(english);
    list.extend(files::resolved(&ready.loaded));
    let mark = run_json(list.iter().chain(beside), begun);
    list.push((files::MARK.to_owned(), mark.into_bytes()));
    list
}

/// The report and the charts in a language.
fn pages(found: &Findings, language: Language) -> Vec<files::RunFile> {
    let charts = chart::charts(found, language);
    // Without date and command, so that the same input gives the same bytes; `beredd report` adds them.
    let text = page::page_with(found, &page::RunInfo::default(), language, &charts);
    let mut list = vec![(super::report::file_name(language), text.into_bytes())];
    for drawn in charts {
        let forms = drawn.chart;
        let bytes = [forms.svg.into_bytes(), forms.png, forms.csv.into_bytes(), forms.alt.into_bytes()];
        list.extend(chart_files(drawn.name, language).into_iter().zip(bytes));
    }
    list
}

/// What is not a result: the command, the time it took, the memory, the hashes of what was written.
fn run_json<'f>(list: impl Iterator<Item = &'f files::RunFile>, begun: Instant) -> String {
    let took = serde_json::json!({
        "seconds": begun.elapsed().as_secs_f64(),
        "peak_memory_kib": peak_memory_kib(),
    });
    files::mark(list, took)
}

/// Peak memory of this process, where the system tells it.
fn peak_memory_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
