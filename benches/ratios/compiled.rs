//! Scenario files → plans.

use beredd::scenario::study::{Loaded, load};
use beredd::study::design::{StudyCell, cells};
use std::path::{Path, PathBuf};

/// The path of a file that is shipped with the program.
pub fn shipped(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

/// A study or scenario as it was read, and its cells.
///
/// # Panics
/// If the file or a setting is wrong.
pub fn compiled(file: &Path, settings: &[&str]) -> (Loaded, Vec<StudyCell>) {
    let settings: Vec<String> = settings.iter().map(|&setting| setting.to_owned()).collect();
    let loaded = load(file, &settings).unwrap_or_else(|problems| panic!("{:?}", problems.diagnoses));
    let cells = cells(&loaded.study).expect("the study compiles");
    (loaded, cells)
}
