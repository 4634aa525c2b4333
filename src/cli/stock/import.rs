//! `beredd stock import`: a list of any form, told as it was understood, and written clean.

use super::input::ListForm;
use crate::cli::console::talk;
use crate::cli::delivery::{Answer, Delivery};
use crate::cli::run::TABLE_WIDTH;
use crate::cli::{BAD_INPUT, Format, OUR_FAULT};
use crate::desk::lists::{LISTS, List};
use crate::report::desk::import as told;
use crate::report::wording::commands as say;
use std::path::PathBuf;

/// Arguments of `stock import`.
#[derive(Debug, clap::Args)]
pub struct ImportArguments {
    /// List: .xlsx, or CSV with commas, semicolons or tabs
    file: PathBuf,
    /// What it is: stock, use, orders, notices, deliveries, issues, contacts or substitutes
    #[arg(long = "as", value_name = "LIST", value_parser = list)]
    list: &'static List,
    #[command(flatten)]
    form: ListForm,
    #[command(flatten)]
    delivery: Delivery,
}

/// The list of a name.
pub(super) fn list(name: &str) -> Result<&'static List, String> {
    let known = || LISTS.map(|list| list.key).join(", ");
    LISTS.into_iter().find(|list| list.key == name).ok_or_else(|| format!("one of: {}", known()))
}

/// Imports a list.
pub fn import(arguments: &ImportArguments) -> u8 {
    let (delivery, list) = (&arguments.delivery, arguments.list);
    let language = delivery.language();
    if let Err(code) = arguments.form.known(&[list], language) {
        return code;
    }
    let columns = list.with(&[]);
    let listing = match arguments.form.read(&arguments.file, list, &columns, delivery.quiet, language) {
        Ok(listing) => listing,
        Err(code) => return code,
    };
    let twice = if list.identity().is_empty() { Vec::new() } else { listing.duplicates(list.identity()) };
    if !twice.is_empty() {
        return arguments.form.refuse_list(&listing, twice, language);
    }
    let wanted = match (&delivery.output, delivery.format) {
        (Some(_), _) => told::Wanted::Files,
        (None, Format::Csv) => told::Wanted::Csv,
        (None, _) => told::Wanted::Answer,
    };
    let clean = match told::clean(list, &listing, language, TABLE_WIDTH, wanted) {
        Ok(clean) => clean,
        Err(error) => {
            talk(&say::HAS_FAULT.fill(language, &[("failure", &error)]));
            return if error.contains("32,767") { BAD_INPUT } else { OUR_FAULT };
        }
    };
    let files = vec![(format!("{}.xlsx", list.key), clean.workbook)];
    delivery
        .hand_over(list.key, Answer { human: clean.human, json: clean.json, csv: clean.csv, files, charts: Vec::new() })
}
