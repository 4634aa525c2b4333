//! `beredd report`: the report of a run as one HTML file.

use super::console::talk;
use super::{BAD_INPUT, CANNOT_WRITE, DONE, Lang, files, place};
use crate::report::json;
use crate::report::name::visible;
use crate::report::page::{RunInfo, page};
use crate::report::wording::{Language, commands as say};
use crate::study::findings::Findings;
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// The results within a run folder, and what `run` tells beside them.
const RESULTS: &str = "results.json";

/// Languages of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ReportLang {
    /// Swedish.
    Sv,
    /// English.
    En,
    /// One file of each.
    Both,
}

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
pub struct ReportArguments {
    /// Folder of a run, or a results.json
    run: PathBuf,
    /// Language of the report
    #[arg(long, value_enum, default_value = "sv")]
    lang: ReportLang,
    /// File of the report (default: report.sv.html or report.en.html beside the results)
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace a file that is there, whoever wrote it
    #[arg(long)]
    force: bool,
}

/// The name of a report's file.
pub fn file_name(language: Language) -> String {
    format!("report.{}.html", language.code())
}

/// Writes the report.
pub fn report(arguments: &ReportArguments) -> u8 {
    let languages = match arguments.lang {
        ReportLang::Sv => &[Language::Sv][..],
        ReportLang::En => &[Language::En],
        ReportLang::Both => &Language::ALL,
    };
    let talking = Lang::or_of_environment(None);
    if arguments.output.is_some() && languages.len() > 1 {
        talk(say::ONE_FILE_TWO_PAGES.text(talking));
        return BAD_INPUT;
    }
    let is_folder = arguments.run.is_dir();
    let results = if is_folder { arguments.run.join(RESULTS) } else { arguments.run.clone() };
    let folder = results.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    if files::is_mixed(&folder) {
        talk(&say::RUN_IS_MIXED.fill(talking, &[("folder", &visible(&folder.display().to_string()))]));
        return BAD_INPUT;
    }
    let (found, info) = match read(&results, &folder.join(files::MARK), talking) {
        Ok(read) => read,
        Err(message) => {
            talk(&message);
            return BAD_INPUT;
        }
    };
    let pages: Vec<_> = languages.iter().map(|&language| (language, page(&found, &info, language))).collect();
    if let Err(refusal) = is_free(arguments, &folder, &pages) {
        talk(&refusal.message);
        return refusal.code;
    }
    for (language, text) in pages {
        let name = file_name(language);
        let path = arguments.output.clone().unwrap_or_else(|| folder.join(&name));
        let written = files::write_one(&path, text.as_bytes());
        let written =
            written.and_then(|()| if arguments.output.is_none() { tell_mark(&folder, &name, &text) } else { Ok(()) });
        if let Err(error) = written {
            talk(&place::cannot_write(&path, &error, talking));
            return CANNOT_WRITE;
        }
        talk(&say::WROTE.fill(talking, &[("place", &place::shown(&path))]));
    }
    DONE
}

/// Whether the reports have a place: a file that a run told of and nobody changed is replaced, another one is not.
fn is_free(arguments: &ReportArguments, folder: &Path, pages: &[(Language, String)]) -> Result<(), place::Refusal> {
    let talking = Lang::or_of_environment(None);
    if let (Some(path), [(_, text)]) = (&arguments.output, pages) {
        return place::file(path, Some(text.as_bytes()), arguments.force, talking);
    }
    let list: Vec<files::RunFile> =
        pages.iter().map(|(language, text)| (file_name(*language), text.clone().into_bytes())).collect();
    place::known_files(folder, &list, arguments.force, talking)
}

/// Tells the mark of a run of a report that was written anew, so that it is still known as ours.
fn tell_mark(folder: &Path, name: &str, text: &str) -> std::io::Result<()> {
    let path = folder.join(files::MARK);
    let Some(mut mark) = files::read_mark(&path) else { return Ok(()) };
    mark["sha256"][name] = files::sha256(text.as_bytes()).into();
    files::write_one(&path, format!("{mark:#}\n").as_bytes())
}

/// The findings and, if it is there, what `run.json` says.
fn read(results: &Path, run: &Path, language: Language) -> Result<(Findings, RunInfo), String> {
    let text = std::fs::read_to_string(results).map_err(|error| {
        say::CANNOT_READ_RUN.fill(language, &[("results", &place::shown(results)), ("error", &error.to_string())])
    })?;
    let found = json::read(&text).map_err(|error| format!("{}:{error}", visible(&results.display().to_string())))?;
    Ok((found, run_info(run, &text)))
}

/// What `run.json` says, if it is about these results: the date and the command.
fn run_info(path: &Path, results: &str) -> RunInfo {
    let Some(json) = files::read_mark(path) else { return RunInfo::default() };
    if json["sha256"][RESULTS] != files::sha256(results.as_bytes()) {
        let shown = visible(&path.with_file_name(RESULTS).display().to_string());
        talk(&say::RUN_IS_OTHER.fill(Lang::or_of_environment(None), &[("results", &shown)]));
        return RunInfo::default();
    }
    let words = json["command"].as_array().into_iter().flatten();
    RunInfo {
        finished: json["finished"].as_str().unwrap_or_default().to_owned(),
        command: words.filter_map(|word| word.as_str().map(str::to_owned)).collect(),
    }
}
