//! Hands a told answer of the desk over: printed, and as JSON, CSV, workbook and charts.

use crate::cli::console::talk;
use crate::cli::delivery::{Answer, Delivery};
use crate::cli::run::TABLE_WIDTH;
use crate::cli::{BAD_INPUT, Format, OUR_FAULT};
use crate::report::chart::NamedChart;
use crate::report::desk::Sheaf;
use crate::report::desk::told::Told;
use crate::report::wording::{Language, commands as say};

/// Prints the answer and writes its files; `table` is the one that becomes CSV. The exit code. Only the forms that are asked for are
/// made.
pub fn hand_over(
    delivery: &Delivery,
    stem: &'static str,
    told: impl FnOnce() -> Told,
    table: usize,
    json: impl FnOnce() -> String,
    charts: Vec<(Language, NamedChart)>,
) -> u8 {
    let language = delivery.language();
    let wanted = |format: Format| delivery.output.is_some() || delivery.format == format;
    let told = if is_only_json(delivery) { Told::default() } else { told() };
    let answer = Answer {
        human: if delivery.format == Format::Human { told.human(language, TABLE_WIDTH) } else { String::new() },
        json: if wanted(Format::Json) { json() } else { String::new() },
        csv: if wanted(Format::Csv) { told.csv(table, language) } else { String::new() },
        charts,
        files: Vec::new(),
    };
    put(delivery, stem, answer, || told.workbook(language))
}

/// Prints an answer of paragraphs between tables and writes its files; its first sheet is the CSV. The exit code. Of a long list only
/// the forms that are asked for are made.
pub fn hand_over_sheaf(
    delivery: &Delivery,
    stem: &'static str,
    sheaf: impl FnOnce() -> Sheaf,
    json: impl FnOnce() -> String,
    charts: Vec<(Language, NamedChart)>,
) -> u8 {
    let language = delivery.language();
    let wanted = |format: Format| delivery.output.is_some() || delivery.format == format;
    let sheaf = if is_only_json(delivery) { Sheaf::default() } else { sheaf() };
    let answer = Answer {
        human: if delivery.format == Format::Human { sheaf.human(language, TABLE_WIDTH) } else { String::new() },
        json: if wanted(Format::Json) { json() } else { String::new() },
        csv: if wanted(Format::Csv) { sheaf.csv(language) } else { String::new() },
        charts,
        files: Vec::new(),
    };
    put(delivery, stem, answer, || sheaf.workbook(language))
}

/// Whether neither tables nor words are wanted.
fn is_only_json(delivery: &Delivery) -> bool {
    delivery.format == Format::Json && delivery.output.is_none()
}

fn put(
    delivery: &Delivery,
    stem: &'static str,
    mut answer: Answer,
    workbook: impl FnOnce() -> Result<Vec<u8>, String>,
) -> u8 {
    if delivery.output.is_some() {
        match workbook() {
            Ok(bytes) => answer.files.push((format!("{stem}.xlsx"), bytes)),
            Err(error) => {
                talk(&say::HAS_FAULT.fill(delivery.language(), &[("failure", &error)]));
                // A text that is longer than a cell of Excel came from the list.
                return if error.contains("32,767") { BAD_INPUT } else { OUR_FAULT };
            }
        }
    }
    delivery.hand_over(stem, answer)
}
