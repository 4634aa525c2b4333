//! Cells as dates, times of day and flags.

use super::problem::Fault;
use super::raw::Cell;
use super::traces::is_error;
use super::{clock, date};
use jiff::civil::Date;

/// Puts what was read into its column, and something in its place where it cannot be read, so that rows stay rows.
pub(super) fn kept<T>(read: Result<T, Fault>, values: &mut Vec<T>, else_is: T) -> Result<(), Fault> {
    let (value, outcome) = match read {
        Ok(value) => (value, Ok(())),
        Err(fault) => (else_is, Err(fault)),
    };
    values.push(value);
    outcome
}

/// The date of a cell; none if it is empty.
pub(super) fn dated(cell: &Cell<'_>) -> Result<Option<Date>, Fault> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Date(found, _) => Ok(Some(*found)),
        Cell::Text(text) if text.trim_start().starts_with('=') => Err(Fault::Formula),
        Cell::Text(text) if is_error(text.trim()) => Err(Fault::ExcelError),
        Cell::Text(text) => date::parse(text.trim()).map(Some).ok_or(Fault::NotADate),
        Cell::Error(_) => Err(Fault::ExcelError),
        // 20261122 of a workbook.
        Cell::Number(number) => date::parse(&number.to_string()).map(Some).ok_or(Fault::NotADate),
        Cell::Flag(_) => Err(Fault::NotADate),
    }
}

/// The time behind a date.
pub(super) fn time_behind(cell: &Cell<'_>) -> Option<u16> {
    match cell {
        Cell::Date(_, minute) => *minute,
        Cell::Text(text) => clock::behind_date(text),
        _ => None,
    }
}

/// The time of day of a cell; none if it is empty.
pub(super) fn timed(cell: &Cell<'_>) -> Result<Option<u16>, Fault> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Date(_, minute) => Ok(Some(minute.unwrap_or(0))),
        Cell::Text(text) if text.trim_start().starts_with('=') => Err(Fault::Formula),
        Cell::Text(text) if is_error(text.trim()) => Err(Fault::ExcelError),
        // A whole stamp may stand in the column, as in that of dates.
        Cell::Text(text) => clock::parse(text).or_else(|| clock::behind_date(text)).map(Some).ok_or(Fault::NotATime),
        Cell::Error(_) => Err(Fault::ExcelError),
        // A part of a day of a workbook.
        Cell::Number(number) if (0.0..1.0).contains(number) => Ok(clock::of_excel(*number)),
        Cell::Number(_) | Cell::Flag(_) => Err(Fault::NotATime),
    }
}

/// The yes or no of a cell; no if it is empty.
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
