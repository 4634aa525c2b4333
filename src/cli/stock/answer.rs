//! How a tool of texts and tables answers.

use crate::cli::console::talk;
use crate::cli::delivery::{Answer, Delivery};
use crate::cli::run::TABLE_WIDTH;
use crate::cli::{BAD_INPUT, OUR_FAULT};
use crate::report::chart::NamedChart;
use crate::report::desk::Told;
use crate::report::wording::{Language, commands as say};

/// Prints what was found and writes its files; the exit code.
///
/// # Errors
/// The exit code, if there is something that a workbook cannot hold.
pub fn hand_over(
    stem: &'static str,
    told: Told,
    json: String,
    charts: Vec<(Language, NamedChart)>,
    delivery: &Delivery,
    language: Language,
) -> Result<u8, u8> {
    let workbook = told.workbook(language).map_err(|error| {
        talk(&say::HAS_FAULT.fill(language, &[("failure", &error)]));
        // A text that is longer than a cell of Excel came from the list.
        if error.contains("32,767") { BAD_INPUT } else { OUR_FAULT }
    })?;
    let (human, csv) = (told.human(language, TABLE_WIDTH), told.csv(language));
    let files = vec![(format!("{stem}.xlsx"), workbook)];
    Ok(delivery.hand_over(stem, Answer { human, json, csv, charts, files }))
}
