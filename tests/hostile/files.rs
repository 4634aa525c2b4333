//! Cells of an item file that are not their numbers, and files cut and scrambled: an error with a line each time, never a panic.

use beredd::scenario::diagnosis::Severity;
use beredd::scenario::render::{Colour, render};
use beredd::scenario::study::load;
use std::path::{Path, PathBuf};

pub fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/example/today.toml")
}

/// The line of the first error of an overlay that sets one key, if there is an error.
fn line_of_error(folder: &Path, text: &str) -> Option<String> {
    let file = folder.join("hostile.toml");
    std::fs::write(&file, text).expect("a file for the test");
    let problems = load(&file, &[]).err()?;
    let error = problems.diagnoses.iter().find(|one| one.severity == Severity::Error)?;
    let place = error.place.unwrap_or_else(|| panic!("no place: {} for\n{text}", error.message));
    Some(problems.sources.file_and_line(place))
}

pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

#[test]
fn every_cell_of_an_item_file_refuses_what_it_cannot_be() {
    let folder = folder("hostile-cells");
    let header = "Artikelnr,supplier,critical,Pris,pack,pallet,shelf-life,demand,demand-sd";
    let sound = ["A1", "acme", "yes", "1.5", "10", "100", "365", "3650", "5"];
    let hostile =
        ["nan", "NaN", "-inf", "inf", "-1", "1e999", "1 000", "0x10", "12,50", "12;5", "30 dayz", "=1+1", "--", "."];
    let text = format!("extends = \"{}\"\n[items]\nfile = \"items.csv\"\n", example().display());
    for column in 2..sound.len() {
        for value in hostile {
            let mut row = sound.map(str::to_owned);
            row[column] = format!("\"{value}\"");
            let csv = format!("{header}\n{}\n", row.join(","));
            std::fs::write(folder.join("items.csv"), &csv).expect("a file for the test");
            let line = line_of_error(&folder, &text).unwrap_or_else(|| panic!("accepted:\n{csv}"));
            assert!(line.ends_with("items.csv:2"), "{line} for\n{csv}");
        }
    }
}

/// A file that may stand in for the example is read or refused; nothing else happens.
fn survives(folder: &Path, text: &[u8]) {
    std::fs::write(folder.join("today.toml"), text).expect("a file for the test");
    if let Err(problems) = load(&folder.join("today.toml"), &[]) {
        let text = render(&problems.diagnoses, &problems.sources, Colour::Plain);
        assert!(text.contains("error["), "{text}");
    }
}

#[test]
fn cut_and_scrambled_files_never_panic() {
    let folder = folder("scrambled");
    let example = std::fs::read(example()).expect("the example");
    let items = std::fs::read(crate::files::example().with_file_name("articles.csv")).expect("its item file");
    std::fs::write(folder.join("articles.csv"), &items).expect("a file for the test");
    for end in (0..example.len()).step_by(37) {
        survives(&folder, &example[..end]);
    }
    let mut state: u64 = 1;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % below
    };
    let bytes = b"\"[]{}=.,\n#-9e\xff\0 a";
    for _ in 0..300 {
        let mut text = example.clone();
        for _ in 0..=draw(3) {
            let at = draw(text.len());
            text[at] = bytes[draw(bytes.len())];
        }
        survives(&folder, &text);
        let mut cells = items.clone();
        let at = draw(cells.len());
        cells[at] = bytes[draw(bytes.len())];
        std::fs::write(folder.join("articles.csv"), &cells).expect("a file for the test");
        survives(&folder, &example);
        std::fs::write(folder.join("articles.csv"), &items).expect("a file for the test");
    }
}
