//! How an answer reaches its user: printed in the form asked for, and written as files of a folder that know each other.

use super::console::{result, talk};
use super::lock::Hold;
use super::run::chart_files;
use super::{CANNOT_WRITE, DONE, Format, Lang, files, lock, place};
use crate::report::chart::NamedChart;
use crate::report::wording::{Language, commands as say};
use std::path::PathBuf;

/// Where an answer goes, and in which form.
#[derive(Debug, clap::Args)]
pub struct Delivery {
    /// Form of what is printed
    #[arg(long, value_enum, default_value = "human")]
    pub format: Format,
    /// Language of tables (default: from the environment)
    #[arg(long, value_enum)]
    pub lang: Option<Lang>,
    /// Folder for the JSON, the long table and the charts (default: nothing is written)
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// Replace files that are there, whoever wrote them
    #[arg(long)]
    pub force: bool,
    /// Print results only
    #[arg(short, long)]
    pub quiet: bool,
}

/// An answer in every form.
#[derive(Debug, Default)]
pub struct Answer {
    /// For people.
    pub human: String,
    /// One JSON document.
    pub json: String,
    /// One long table.
    pub csv: String,
    /// Charts with their language.
    pub charts: Vec<(Language, NamedChart)>,
    /// Files of this answer alone, e.g. a workbook; their names are paths within the folder.
    pub files: Vec<files::RunFile>,
}

impl Delivery {
    /// The language of the answer.
    pub fn language(&self) -> Language {
        Lang::or_of_environment(self.lang)
    }

    /// Holds the folder of an answer that has no files of its own, before anything is simulated for it; the exit code if that
    /// cannot be.
    pub fn hold_for(&self, stem: &'static str) -> Result<Option<Hold>, u8> {
        let charts = Language::ALL.into_iter().flat_map(|language| chart_files(stem, language));
        self.hold(&documents(stem).into_iter().chain([mark_of(stem)]).chain(charts).collect::<Vec<_>>())
    }

    fn hold(&self, names: &[String]) -> Result<Option<Hold>, u8> {
        let Some(folder) = &self.output else { return Ok(None) };
        let language = self.language();
        let free = || {
            place::folder(folder, language)?;
            let held = lock::hold(folder, language)?;
            place::files(folder, names.iter().map(String::as_str), self.force, language).map(|()| held)
        };
        free().map(Some).map_err(|refusal| {
            talk(&refusal.message);
            refusal.code
        })
    }

    /// Writes the files of an answer that took no time to find, if that was asked for, and prints it.
    pub fn hand_over(&self, stem: &'static str, answer: Answer) -> u8 {
        let list = self.files(stem, &answer);
        let names: Vec<String> = list.iter().map(|(name, _)| name.clone()).collect();
        match self.hold(&names) {
            Ok(_held) => self.put(answer, &list),
            Err(code) => code,
        }
    }

    /// Writes the files of the answer, if that was asked for, and prints it. The folder is held already.
    pub fn deliver(&self, stem: &'static str, answer: Answer) -> u8 {
        let list = self.files(stem, &answer);
        self.put(answer, &list)
    }

    /// The files of the answer; none are made where none are wanted, since long lists are long.
    fn files(&self, stem: &'static str, answer: &Answer) -> Vec<files::RunFile> {
        if self.output.is_some() { files_of(stem, answer) } else { Vec::new() }
    }

    fn put(&self, answer: Answer, list: &[files::RunFile]) -> u8 {
        let language = self.language();
        let written = self.output.as_ref().map(|folder| files::write_whole(folder, list, language).map(|()| folder));
        let printed = result(&match self.format {
            Format::Human => answer.human,
            Format::Json => answer.json,
            Format::Csv => answer.csv,
        });
        match written {
            Some(Err(error)) => {
                talk(&error);
                CANNOT_WRITE
            }
            _ if !printed => CANNOT_WRITE,
            Some(Ok(folder)) if !self.quiet => {
                talk(&say::WROTE.fill(language, &[("place", &place::shown(folder))]));
                DONE
            }
            _ => DONE,
        }
    }
}

fn documents(stem: &str) -> [String; 2] {
    ["json", "csv"].map(|ending| format!("{stem}.{ending}"))
}

/// The file that tells which files of a folder belong to the last answer of this kind.
fn mark_of(stem: &str) -> String {
    format!("{stem}{}", files::ANSWER_MARK)
}

fn files_of(stem: &'static str, answer: &Answer) -> Vec<files::RunFile> {
    let texts = [&answer.json, &answer.csv].map(|text| text.clone().into_bytes());
    let documents = documents(stem).into_iter().zip(texts).filter(|(_, bytes)| !bytes.is_empty());
    let mut list: Vec<files::RunFile> = documents.collect();
    for (language, drawn) in &answer.charts {
        let forms = &drawn.chart;
        let texts = [&forms.svg, &forms.csv, &forms.alt].map(|text| text.clone().into_bytes());
        let [svg, csv, alt] = texts;
        list.extend(chart_files(drawn.name, *language).into_iter().zip([svg, forms.png.clone(), csv, alt]));
    }
    list.extend(answer.files.iter().cloned());
    let mark = files::mark(list.iter(), serde_json::json!({}));
    list.push((mark_of(stem), mark.into_bytes()));
    list
}
