//! Hands a told answer of the desk over: printed, and as JSON, CSV, workbook and charts.

use crate::cli::OUR_FAULT;
use crate::cli::console::talk;
use crate::cli::delivery::{Answer, Delivery};
use crate::cli::run::TABLE_WIDTH;
use crate::report::chart::NamedChart;
use crate::report::desk::told::Told;
use crate::report::wording::{Language, commands as say};

/// Prints the answer and writes its files; `table` is the one that becomes CSV. The exit code.
pub fn hand_over(
    delivery: &Delivery,
    stem: &'static str,
    told: &Told,
    table: usize,
    json: String,
    charts: Vec<(Language, NamedChart)>,
) -> u8 {
    let language = delivery.language();
    let mut files = Vec::new();
    if delivery.output.is_some() {
        match told.workbook(language) {
            Ok(bytes) => files.push((format!("{stem}.xlsx"), bytes)),
            Err(error) => {
                talk(&say::HAS_FAULT.fill(language, &[("failure", &error)]));
                return OUR_FAULT;
            }
        }
    }
    let (human, csv) = (told.human(language, TABLE_WIDTH), told.csv(table, language));
    delivery.hand_over(stem, Answer { human, json, csv, charts, files })
}
