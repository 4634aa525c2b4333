//! What the tests of whole runs share: the ordinary path from files to findings.

pub mod origins;

use beredd::scenario::render::{Colour, render};
use beredd::scenario::study::{Loaded, load};
use beredd::study::batch::{self, CellRuns};
use beredd::study::design::{self, StudyCell};
use beredd::study::findings::{Estimate, Findings};
use beredd::study::inputs::inputs;
use beredd::study::row::Row;
use beredd::study::rows::Spare;
use statrs::distribution::{ContinuousCDF, StudentsT};
use std::path::{Path, PathBuf};

/// A study that has been run.
pub struct Ran {
    /// What was read.
    pub loaded: Loaded,
    /// The cells of the study.
    pub cells: Vec<StudyCell>,
    /// What the replications left behind, parallel to the cells.
    pub runs: Vec<CellRuns>,
    /// What they say together.
    pub findings: Findings,
}

/// Reads a study or a scenario with `--set` texts; anything wrong with it fails the test.
pub fn read(path: &Path, settings: &[String]) -> Loaded {
    match load(path, settings) {
        Ok(loaded) => loaded,
        Err(problems) => panic!("{}", render(&problems.diagnoses, &problems.sources, Colour::Plain)),
    }
}

/// Compiles every cell of a study; faults fail the test.
pub fn compiled(loaded: &Loaded) -> Vec<StudyCell> {
    design::cells(&loaded.study).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// Runs a study by the ordinary path.
pub fn ran(path: &Path, settings: &[String], jobs: Option<usize>) -> Ran {
    ran_with(&Spare::default(), path, settings, jobs)
}

/// The same where it is said how much of the rows stays in memory.
pub fn ran_with(spare: &Spare, path: &Path, settings: &[String], jobs: Option<usize>) -> Ran {
    let loaded = read(path, settings);
    let cells = compiled(&loaded);
    let study = &loaded.study;
    let runs = batch::run_with(spare, batch::Pace::default(), &cells, study.replications, study.seed, jobs, &|| ())
        .unwrap_or_else(|fault| panic!("{fault}"));
    let told = inputs(&loaded, &cells, settings, Vec::new());
    let findings = beredd::study::findings(study, told, &cells, &runs).unwrap_or_else(|error| panic!("{error}"));
    Ran { loaded, cells, runs, findings }
}

/// The rows of a cell, whole.
pub fn whole(runs: &CellRuns) -> Vec<Row> {
    runs.rows.whole().unwrap_or_else(|error| panic!("{error}"))
}

/// Owned settings.
pub fn settings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// A file of the repository.
pub fn shipped(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Writes the files of a scenario that only a test needs, in a folder of its own, and gives the folder.
pub fn written(folder: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("a file for the test");
    }
    folder
}

/// Writes the one file of a scenario that only a test needs, and gives its path.
pub fn file(folder: &str, name: &str, text: &str) -> PathBuf {
    let name = format!("{name}.toml");
    written(folder, &[(&name, text)]).join(name)
}

/// The path of a shipped file as a TOML text.
pub fn quoted(path: &str) -> String {
    beredd::scenario::tree::quoted(&shipped(path).to_string_lossy())
}

/// The mean of an estimate, which must have one.
pub fn mean(estimate: &Estimate) -> f64 {
    estimate.mean.expect("there are replications")
}

/// Half the width of the 95 % interval. The side below the mean is taken: the other one may be cut at 1.
pub fn half_width(estimate: &Estimate) -> f64 {
    mean(estimate) - estimate.low.expect("there are replications enough for an interval")
}

/// The standard error behind a t interval.
pub fn standard_error(estimate: &Estimate) -> f64 {
    let law = StudentsT::new(0.0, 1.0, f64::from(estimate.n) - 1.0).expect("there are two replications or more");
    half_width(estimate) / law.inverse_cdf(0.975)
}
