//! A list that was read, as it is told and written clean.

use crate::desk::lists::List;
use crate::report::book::{Book, Cell, Form, Head, Leaf};
use crate::report::name::visible;
use crate::report::table;
use crate::report::wording::Language;
use crate::report::wording::sheet::SheetWord as Word;
use crate::sheet::{Column, Kind, Listing, Row, shown_time};

/// Rows that are printed.
const PRINTED: usize = 5;

/// What is to be made of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What people and scripts are told of it.
    Answer,
    /// The list as CSV too.
    Csv,
    /// All files.
    Files,
}

/// A clean list in every form.
#[derive(Debug)]
pub struct Clean {
    /// Its first rows, for people.
    pub human: String,
    /// What was read and how.
    pub json: String,
    /// The list with our keys as headers, in the form of the language.
    pub csv: String,
    /// The list as a workbook.
    pub workbook: Vec<u8>,
}

/// A list, clean. Tables of all rows are made only if files are wanted: a long list would take much memory for nothing.
///
/// # Errors
/// What a workbook cannot hold.
pub fn clean(
    list: &List,
    listing: &Listing,
    language: Language,
    width: usize,
    wanted: Wanted,
) -> Result<Clean, String> {
    let columns: Vec<&Column> = listing.columns().collect();
    let leaf = |head: &dyn Fn(&Column) -> String, most: usize| Leaf {
        name: title(list, language),
        heads: columns.iter().map(|column| Head::new(head(column), form(column.kind))).collect(),
        rows: listing.rows().take(most).map(|row| columns.iter().map(|column| cell(row, column)).collect()).collect(),
    };
    let named = |column: &Column| header(column, language).to_owned();
    let by_key = |column: &Column| column.key.to_owned();
    let csv = match wanted {
        Wanted::Answer => String::new(),
        Wanted::Csv | Wanted::Files => {
            String::from_utf8(leaf(&by_key, usize::MAX).csv(language)).map_err(|error| error.to_string())?
        }
    };
    let about = vec![title(list, language), Word::FromFile.fill(language, &[("file", &visible(&listing.file))])];
    let workbook = match wanted {
        Wanted::Files => Book { about, sheets: vec![&leaf(&named, usize::MAX)] }.xlsx(language)?,
        Wanted::Answer | Wanted::Csv => Vec::new(),
    };
    let json = serde_json::json!({
        "schema": 1,
        "list": list.key,
        "file": listing.file,
        "rows": listing.len(),
        "columns": columns.iter().map(|column| column.key).collect::<Vec<_>>(),
        "assumed": listing.assumed,
    });
    let human = table::leaf(&leaf(&named, PRINTED), language, width, PRINTED) + &more(listing, language);
    Ok(Clean { human, json: format!("{json:#}\n"), csv, workbook })
}

fn more(listing: &Listing, language: Language) -> String {
    match listing.len().checked_sub(PRINTED) {
        Some(rest) if rest > 0 => {
            let n = crate::report::number::Numbers(language).count(rest as u64);
            Word::MoreRows.fill(language, &[("n", &n)]) + "\n"
        }
        _ => String::new(),
    }
}

/// The name of a list in a language.
pub(super) fn title(list: &List, language: Language) -> String {
    in_language(list.title, language).to_owned()
}

/// The header of a column in a language.
pub(super) fn header(column: &Column, language: Language) -> &'static str {
    in_language([column.sv, column.en], language)
}

/// The text of a pair of Swedish and English.
pub(super) fn in_language([sv, en]: [&'static str; 2], language: Language) -> &'static str {
    match language {
        Language::Sv => sv,
        Language::En => en,
    }
}

/// How the cells of a kind are written.
pub(super) fn form(kind: Kind) -> Form {
    match kind {
        Kind::Text | Kind::Code | Kind::Flag | Kind::Time => Form::Text,
        Kind::Number | Kind::Amount | Kind::Positive => Form::Number(2),
        Kind::Share => Form::Share(1),
        Kind::Date => Form::Date,
    }
}

fn cell(row: Row<'_>, column: &Column) -> Cell {
    match column.kind {
        Kind::Text | Kind::Code => row.text(column.key).unwrap_or("").into(),
        Kind::Flag => if row.flag(column.key) { "ja" } else { "nej" }.into(),
        Kind::Date => row.date(column.key).into(),
        Kind::Time => row.time(column.key).map(shown_time).unwrap_or_default().into(),
        Kind::Number | Kind::Amount | Kind::Positive | Kind::Share => row.number(column.key).into(),
    }
}
