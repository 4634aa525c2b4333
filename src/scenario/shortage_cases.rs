//! Reported shortages of medicines, read as spells for a law of down-times.
//!
//! The file has one row per reported case with the columns `start` and `actual_end` (dates, year-month-day; an empty
//! end means that the case was still open when the data were collected). Other columns are not used.

use crate::stats::censored_lognormal::Spell;
use jiff::civil::Date;
use std::fmt;

/// Why a file of shortages cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortageCaseError {
    /// Line of the file, counted from 1 (the header).
    pub line: u64,
    /// The column's name.
    pub column: String,
    /// What is wrong with it.
    pub problem: String,
}

impl fmt::Display for ShortageCaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column `{}`: {}", self.line, self.column, self.problem)
    }
}

impl std::error::Error for ShortageCaseError {}

/// The cases that started at `from` or later, in the order of the file, as seen at `censored_at`.
///
/// A closed case lasts end − start days; one without an end, or with an end after `censored_at`, is open and has lasted
/// `censored_at` − start days. Cases of less than one day say nothing about a duration and are left out: reports
/// withdrawn on or before their first day, and shortages announced for a day not yet reached.
///
/// # Errors
/// A missing column, a row with too few or too many cells, or a cell that is no date.
pub fn shortage_cases(text: &str, from: Date, censored_at: Date) -> Result<Vec<Spell>, ShortageCaseError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| unreadable(&error))?.clone();
    let place = |name: &str| header.iter().position(|column| column.trim() == name).ok_or_else(|| missing(name));
    let (start_at, end_at) = (place("start")?, place("actual_end")?);
    let mut spells = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let start = date(&record[start_at], line, "start")?;
        let end = match record[end_at].trim() {
            "" => None,
            cell => Some(date(cell, line, "actual_end")?).filter(|end| *end <= censored_at),
        };
        let days = days_between(start, end.unwrap_or(censored_at));
        if start >= from && days >= 1 {
            spells.push(Spell { days: f64::from(days), closed: end.is_some() });
        }
    }
    Ok(spells)
}

/// Days from one date to another; negative if the second is earlier.
fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).expect("dates of four-digit years are at most 4 million days apart").get_days()
}

fn date(cell: &str, line: u64, column: &str) -> Result<Date, ShortageCaseError> {
    let problem = || format!("`{cell}` is no date (expected year-month-day, such as 2020-02-13)");
    cell.trim().parse().map_err(|_| ShortageCaseError { line, column: column.to_owned(), problem: problem() })
}

fn missing(column: &str) -> ShortageCaseError {
    ShortageCaseError { line: 1, column: column.to_owned(), problem: "the column is missing".to_owned() }
}

/// An error of the file's form: it concerns a whole row.
fn unreadable(error: &csv::Error) -> ShortageCaseError {
    let line = error.position().map_or(0, csv::Position::line);
    ShortageCaseError { line, column: "(all)".to_owned(), problem: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    fn read(text: &str) -> Result<Vec<Spell>, ShortageCaseError> {
        shortage_cases(text, day(2018, 1, 1), day(2020, 9, 16))
    }

    #[test]
    fn closed_open_early_and_empty_cases() {
        let text = "id,start,actual_end\n\
            1,2020-02-28,2020-03-01\n\
            2,2020-09-06,\n\
            3,2017-12-31,2018-05-01\n\
            4,2020-03-01,2020-03-01\n\
            5,2020-03-01,2020-02-01\n\
            6,2020-09-16,\n\
            7,2021-01-01,\n\
            8,2020-09-06,2020-09-17\n";
        let spell = |days, closed| Spell { days, closed };
        assert_eq!(read(text), Ok(vec![spell(2.0, true), spell(10.0, false), spell(10.0, false)]));
    }

    #[test]
    fn errors_name_line_and_column() {
        let wrong = read("start,actual_end\n2020-01-01,\n2020-01-02,2020-13-01\n").unwrap_err();
        assert_eq!((wrong.line, wrong.column.as_str()), (3, "actual_end"));
        assert!(wrong.to_string().starts_with("line 3, column `actual_end`: `2020-13-01` is no date"), "{wrong}");
        let missing = read("start,end\n").unwrap_err();
        assert_eq!(missing.to_string(), "line 1, column `actual_end`: the column is missing");
        assert_eq!(read("start,actual_end\n2020-01-01\n").unwrap_err().line, 2);
        assert_eq!(read("actual_end,start\n,\n").unwrap_err().column, "start");
    }
}
