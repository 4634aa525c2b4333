//! Cells as the types of their columns.

use super::date;
use super::problem::Fault;
use super::raw::Cell;
use super::traces::is_error;

/// Puts what was read into its column, and something in its place where it cannot be read, so that rows stay rows.
pub(super) fn kept<T>(read: Result<T, Fault>, values: &mut Vec<T>, else_is: T) -> Result<(), Fault> {
    let (value, outcome) = match read {
        Ok(value) => (value, Ok(())),
        Err(fault) => (else_is, Err(fault)),
    };
    values.push(value);
    outcome
}

/// A date; nothing in an empty cell.
pub(super) fn dated(cell: &Cell<'_>) -> Result<Option<jiff::civil::Date>, Fault> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Date(found) => Ok(Some(*found)),
        Cell::Text(text) if text.trim_start().starts_with('=') => Err(Fault::Formula),
        Cell::Text(text) if is_error(text.trim()) => Err(Fault::ExcelError),
        Cell::Text(text) => date::parse(text.trim()).map(Some).ok_or(Fault::NotADate),
        Cell::Error(_) => Err(Fault::ExcelError),
        // 20261122 of a workbook.
        Cell::Number(number) => date::parse(&number.to_string()).map(Some).ok_or(Fault::NotADate),
        Cell::Flag(_) => Err(Fault::NotADate),
    }
}

/// Yes or no; no in an empty cell.
pub(super) fn flag(cell: &Cell<'_>) -> Result<bool, Fault> {
    let word = match cell {
        Cell::Empty => return Ok(false),
        Cell::Flag(flag) => return Ok(*flag),
        Cell::Error(_) => return Err(Fault::ExcelError),
        other => other.shown().to_lowercase(),
    };
    match word.as_str() {
        "ja" | "j" | "yes" | "y" | "x" | "1" | "sant" | "true" => Ok(true),
        "nej" | "n" | "no" | "0" | "falskt" | "false" | "-" => Ok(false),
        _ => Err(Fault::NotAFlag),
    }
}
