//! What rules lack, line by line for people: it is never the column that does not fit.

use super::super::sheaf::Part;
use super::{PRINTED, Say, Word};
use crate::desk::lists::STOCK;
use crate::report::book::{Cell, Leaf};
use crate::report::wording::Language;
use crate::report::wording::sheet::SheetWord;

/// A table whose last column tells what is missing: the figures, and below them the rows in which something is missing, named by
/// these of their columns.
pub fn apart(leaf: &Leaf, columns: &[usize], say: Say) -> Vec<Part> {
    let last = leaf.heads.len().saturating_sub(1);
    let mut figures = leaf.clone();
    figures.heads.truncate(last);
    figures.rows.iter_mut().for_each(|row| row.truncate(last));
    let mut parts = vec![Part::Gap, Part::Table(figures, PRINTED)];
    parts.extend(lines(leaf, columns, say));
    parts
}

/// The rows of such a table in which something is missing, as text; nothing if there is none.
pub fn lines(leaf: &Leaf, columns: &[usize], say: Say) -> Vec<Part> {
    let last = leaf.heads.len().saturating_sub(1);
    let lacking: Vec<Vec<String>> = leaf
        .rows
        .iter()
        .filter(|row| row.get(last).is_some_and(|cell| *cell != Cell::Empty))
        .map(|row| leaf.shown(row, say.numbers))
        .collect();
    if lacking.is_empty() {
        return Vec::new();
    }
    let text = |row: &Vec<String>| {
        let named = columns.iter().filter_map(|&column| row.get(column)).filter(|cell| !cell.is_empty());
        let named = named.map(String::as_str).collect::<Vec<_>>().join(" ");
        Part::Text(format!("  {named}: {}", row.get(last).map_or("", String::as_str)), "    ")
    };
    let mut parts = vec![Part::Gap, Part::Text(say.text(Word::LackingTitle), "")];
    parts.extend(lacking.iter().take(PRINTED).map(text));
    if let Some(rest @ 1..) = lacking.len().checked_sub(PRINTED) {
        let n = say.numbers.count(rest as u64);
        parts.push(Part::Text(SheetWord::MoreRows.fill(say.language, &[("n", &n)]), ""));
    }
    parts
}

/// Columns as the list heads them, with their keys.
pub fn names(columns: &[&str], say: Say) -> String {
    let name = |key: &&str| match STOCK.columns.iter().find(|column| column.key == *key) {
        Some(column) if say.language == Language::Sv => format!("{} ({key})", column.sv),
        Some(column) => format!("{} ({key})", column.en),
        None => (*key).to_owned(),
    };
    columns.iter().map(name).collect::<Vec<_>>().join(", ")
}
