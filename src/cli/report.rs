//! `beredd report`: the report of a run as one HTML file.

use super::console::talk;
use super::{BAD_INPUT, CANNOT_WRITE, DONE, files};
use crate::report::json;
use crate::report::name::visible;
use crate::report::page::{RunInfo, page};
use crate::report::wording::Language;
use crate::study::findings::Findings;
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// The results within a run folder, and what `run` tells beside them.
const RESULTS: &str = "results.json";
const RUN: &str = "run.json";

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
    if arguments.output.is_some() && languages.len() > 1 {
        talk("--output names one file, but --lang both writes two; leave one of them out");
        return BAD_INPUT;
    }
    let is_folder = arguments.run.is_dir();
    let results = if is_folder { arguments.run.join(RESULTS) } else { arguments.run.clone() };
    let folder = results.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    let (found, info) = match read(&results, &folder.join(RUN)) {
        Ok(read) => read,
        Err(message) => {
            talk(&message);
            return BAD_INPUT;
        }
    };
    for &language in languages {
        let path = arguments.output.clone().unwrap_or_else(|| folder.join(file_name(language)));
        let text = page(&found, &info, language);
        if let Err(error) = files::write_one(&path, text.as_bytes()) {
            talk(&format!("cannot write {}: {error}", path.display()));
            return CANNOT_WRITE;
        }
        talk(&format!("wrote {}", path.display()));
    }
    DONE
}

/// The findings and, if it is there, what `run.json` says.
fn read(results: &Path, run: &Path) -> Result<(Findings, RunInfo), String> {
    let text = std::fs::read_to_string(results).map_err(|error| {
        let shown = visible(&results.display().to_string());
        format!("cannot read {shown}: {error}\nname the folder of a run, or its {RESULTS}; `beredd run` makes one")
    })?;
    let found = json::read(&text).map_err(|error| format!("{}:{error}", visible(&results.display().to_string())))?;
    Ok((found, run_info(run, &text)))
}

/// What `run.json` says, if it is about these results: the date and the command.
fn run_info(path: &Path, results: &str) -> RunInfo {
    let json =
        std::fs::read_to_string(path).ok().and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok());
    let Some(json) = json.filter(|json| json["sha256"][RESULTS] == files::sha256(results.as_bytes())) else {
        return RunInfo::default();
    };
    let words = json["command"].as_array().into_iter().flatten();
    RunInfo {
        finished: json["finished"].as_str().unwrap_or_default().to_owned(),
        command: words.filter_map(|word| word.as_str().map(str::to_owned)).collect(),
    }
}
