//! Runs the two settings of a row by the ordinary way and compares what comes out.

use crate::row::{Row, Seen};
use beredd::report::wording::Language;
use beredd::report::{json, page, table};
use beredd::scenario::render::{Colour, render};
use beredd::scenario::study::{Loaded, load};
use beredd::sim::trace::{Window, trace};
use beredd::study::design::{self, StudyCell};
use beredd::study::trace::Traced;
use beredd::study::{batch, findings::Findings, inputs::inputs};
use beredd::time::Day;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Columns of tables.
const WIDTH: usize = 132;

/// A row whose two settings give the same, or cannot be run.
pub struct Idle {
    /// Reader and key.
    pub key: (&'static str, &'static str),
    /// Its place among the rows.
    place: usize,
    why: String,
}

impl Idle {
    /// What is said of it.
    pub fn told(&self) -> String {
        format!("{}: {}: {}", self.key.0, self.key.1, self.why)
    }
}

/// Tries every row, on two threads, and gives those without a change in their order.
pub fn idle(rows: &[(&'static str, &'static Row)]) -> Vec<Idle> {
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some((of, row)) = rows.get(place) else { break };
                    if let Err(why) = differ(place, row) {
                        found.lock().expect("no thread failed").push(Idle { key: (of, row.key), place, why });
                    }
                }
            });
        }
    });
    let mut found = found.into_inner().expect("no thread failed");
    found.sort_by_key(|idle| idle.place);
    found
}

fn differ(number: usize, row: &Row) -> Result<(), String> {
    let folder = format!("{number}-{}", row.key);
    let first = outcome(&folder, row, row.first)?;
    let second = outcome(&folder, row, row.second)?;
    let differ = match row.seen {
        Seen::Figures => figures(&first.found) != figures(&second.found),
        Seen::Inputs => told(&first.found) != told(&second.found),
        Seen::Words(word) => appears(word, &words(&first.found), &words(&second.found))?,
        Seen::Trace(word) => appears(word, &traced(&first), &traced(&second))?,
    };
    if differ { Ok(()) } else { Err("changes nothing".to_owned()) }
}

/// Whether a word is there with the second setting; it must not be there with the first.
fn appears(word: &str, without: &str, with: &str) -> Result<bool, String> {
    if without.contains(word) {
        return Err(format!("`{word}` stands there without the setting too"));
    }
    Ok(with.contains(word))
}

/// What came of a base with a setting on top.
struct Outcome {
    loaded: Loaded,
    cells: Vec<StudyCell>,
    found: Findings,
}

/// What a base gives with a setting on top.
fn outcome(folder: &str, row: &Row, setting: &str) -> Result<Outcome, String> {
    let path = written(folder, row, setting);
    let loaded = load(&path, &[]).map_err(|problems| render(&problems.diagnoses, &problems.sources, Colour::Plain))?;
    let cells = design::cells(&loaded.study).map_err(|faults| format!("{faults:?}"))?;
    let study = &loaded.study;
    let runs =
        batch::run(&cells, study.replications, study.seed, Some(1), &|| ()).map_err(|fault| fault.to_string())?;
    let inputs = inputs(&loaded, &cells, &[], Vec::new());
    let found = beredd::study::findings(study, inputs, &cells, &runs).map_err(|error| error.to_string())?;
    Ok(Outcome { loaded, cells, found })
}

/// Writes the files of a row: a fragment lies over a scenario, and stands at the end of a study.
fn written(folder: &str, row: &Row, setting: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("every-key").join(folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    for (name, text) in row.base {
        std::fs::write(folder.join(name), text).expect("a file for the test");
    }
    let (name, text) = row.base[0];
    let own = if name == "study.toml" {
        format!("{text}\n{}\n{setting}\n", row.both)
    } else {
        format!("extends = \"{name}\"\n{}\n{setting}\n", row.both)
    };
    let path = folder.join("over.toml");
    std::fs::write(&path, own).expect("a file for the test");
    path
}

/// The figures of `results.json`.
fn figures(found: &Findings) -> String {
    let mut results = json::results(found);
    results.as_object_mut().expect("an object").remove("inputs");
    results.to_string()
}

/// What `results.json` tells of where values come from, without the values.
fn told(found: &Findings) -> String {
    let mut inputs = json::results(found)["inputs"].take();
    inputs.as_object_mut().expect("an object").remove("files");
    for scenario in inputs["scenarios"].as_array_mut().expect("scenarios") {
        for origin in scenario["origins"].as_object_mut().expect("origins").values_mut() {
            origin.as_object_mut().expect("an origin").remove("value");
        }
    }
    inputs.to_string()
}

/// What people read: the tables and the report in both languages.
fn words(found: &Findings) -> String {
    let of = |language| {
        let info = page::RunInfo::default();
        table::human(found, language, WIDTH) + &page::page_with(found, &info, language, &[])
    };
    of(Language::Sv) + &of(Language::En)
}

/// The trace of the first article over the whole run of the first replication, in both languages.
fn traced(outcome: &Outcome) -> String {
    let (cell, study) = (&outcome.cells[0], &outcome.loaded.study);
    let plan = &cell.plan;
    let cells: Vec<u32> =
        (0..).zip(&plan.cells).filter(|(_, cell)| cell.article == 0).map(|(index, _)| index).collect();
    let days = (Day(0), Day(plan.calendar.total_days() - 1));
    let window = Window { cells: &cells, from: days.0, to: days.1 };
    let entries = trace(plan, study.seed, 0, &window).expect("units are conserved");
    let (scenario, reserve) = (&study.scenarios[cell.scenario], &study.reserves[cell.reserve]);
    let traced = Traced { scenario, reserve, plan, article: 0, replication: 0, seed: study.seed, days, entries };
    Language::ALL.map(|language| table::trace::trace(&traced, language, WIDTH)).concat()
}
