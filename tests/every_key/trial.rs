//! Runs the two settings of a row by the ordinary way and compares what comes out.

use crate::row::{Row, Seen};
use beredd::report::wording::Language;
use beredd::report::{json, page, table};
use beredd::scenario::render::{Colour, render};
use beredd::scenario::study::load;
use beredd::study::{batch, design, findings::Findings, inputs::inputs};
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
        Seen::Figures => figures(&first) != figures(&second),
        Seen::Inputs => told(&first) != told(&second),
        Seen::Words(word) => {
            let (without, with) = (words(&first), words(&second));
            if without.contains(word) {
                return Err(format!("`{word}` stands there without the setting too"));
            }
            with.contains(word)
        }
    };
    if differ { Ok(()) } else { Err("changes nothing".to_owned()) }
}

/// What a base gives with a setting on top.
fn outcome(folder: &str, row: &Row, setting: &str) -> Result<Findings, String> {
    let path = written(folder, row, setting);
    let loaded = load(&path, &[]).map_err(|problems| render(&problems.diagnoses, &problems.sources, Colour::Plain))?;
    let cells = design::cells(&loaded.study).map_err(|faults| format!("{faults:?}"))?;
    let study = &loaded.study;
    let runs =
        batch::run(&cells, study.replications, study.seed, Some(1), &|| ()).map_err(|fault| fault.to_string())?;
    let inputs = inputs(&loaded, &cells, &[], Vec::new());
    Ok(beredd::study::findings(study, inputs, &cells, &runs))
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
