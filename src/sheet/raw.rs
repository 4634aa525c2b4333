//! Rows of cells before anything is known of what they mean: of a text, or of a sheet of a workbook.

use super::cells::split_from;
use jiff::civil::Date;
use std::borrow::Cow;

/// A cell as it stands in the file.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'t> {
    /// Nothing, or spaces.
    Empty,
    /// Text.
    Text(Cow<'t, str>),
    /// A number of a workbook.
    Number(f64),
    /// A date of a workbook, and the minute of the day if it has one.
    Date(Date, Option<u16>),
    /// Yes or no of a workbook.
    Flag(bool),
    /// An error of a workbook, e.g. `#REF!`.
    Error(String),
}

impl Cell<'_> {
    /// What stands there, for people.
    pub(super) fn shown(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.trim().to_owned(),
            Cell::Number(number) => number.to_string(),
            Cell::Date(date, _) => date.to_string(),
            Cell::Flag(flag) => flag.to_string(),
            Cell::Error(error) => error.clone(),
        }
    }
}

/// A file as rows of cells.
#[derive(Debug)]
pub(super) enum Raw {
    /// A text and what stands between its cells.
    Text {
        /// The text.
        text: String,
        /// What stands between cells.
        separator: char,
    },
    /// A sheet of a workbook: rows by their numbers.
    Sheet(Vec<(u32, Vec<Cell<'static>>)>),
}

/// Why a text is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// A quote is opened in this row and column and never closed.
    OpenQuote(u32, u32),
    /// This row has more cells than a list has columns.
    Wide(u32),
}

impl Raw {
    /// Calls `each` with the number of every row, counted from 1, and its cells, until it says `false`.
    pub(super) fn rows(&self, mut each: impl FnMut(u32, &[Cell<'_>]) -> bool) -> Result<(), Broken> {
        match self {
            Raw::Sheet(rows) => {
                // Ends with the first row for which `each` says so.
                let _ended = rows.iter().find(|(line, cells)| !each(*line, cells));
                Ok(())
            }
            Raw::Text { text, separator } => text_rows(text, *separator as u8, each),
        }
    }
}

fn text_rows(text: &str, separator: u8, mut each: impl FnMut(u32, &[Cell<'_>]) -> bool) -> Result<(), Broken> {
    let (mut at, mut line, mut goes_on) = (0, 1, false);
    let mut row: Vec<Cell<'_>> = Vec::new();
    while at < text.len() || goes_on {
        let cell = split_from(text, at, separator);
        if !cell.is_closed {
            return Err(Broken::OpenQuote(line, row.len() as u32 + 1));
        }
        if row.len() >= super::MOST_COLUMNS as usize {
            return Err(Broken::Wide(line));
        }
        (at, goes_on) = (cell.next, !cell.ends_row);
        let is_empty = cell.text.trim().is_empty();
        row.push(if is_empty { Cell::Empty } else { Cell::Text(cell.text) });
        if !goes_on {
            if !each(line, &row) {
                return Ok(());
            }
            row.clear();
            line += 1;
        }
    }
    Ok(())
}

/// Lines among which the header is looked for.
pub(super) const HEADER_WITHIN: usize = 20;

/// What stands between the cells: what the header has most of, outside of quotes.
pub fn separator(text: &str) -> char {
    most(text.lines().next().unwrap_or_default()).0
}

/// What stands between the cells of a text that may have titles above its header: what one of its first lines has most of.
pub(super) fn separator_below_titles(text: &str) -> char {
    let first = text.lines().take(HEADER_WITHIN).map(most);
    // Of equals the first.
    first.reduce(|best, line| if line.1 > best.1 { line } else { best }).map_or(',', |(separator, _)| separator)
}

fn most(line: &str) -> (char, usize) {
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    let mut quoted = false;
    for letter in line.chars() {
        quoted ^= letter == '"';
        for (_, count) in counts.iter_mut().filter(|(separator, _)| !quoted && *separator == letter) {
            *count += 1;
        }
    }
    // Of equals the first: a comma.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).unwrap_or((',', 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_tells_the_separator() {
        assert_eq!(separator("id,price;SEK\n1;2;3;4"), ',');
        assert_eq!(separator("id;\"price, SEK\";use\n"), ';');
        assert_eq!((separator("id\tprice"), separator("id"), separator("")), ('\t', ',', ','));
        assert_eq!(separator_below_titles("Lagerlista, 2026\n\nArtikelnr;Namn;Pris\n1;a;2"), ';');
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does() {
        let raw = Raw::Text { text: "a;b\n\"x\ny\";\n\n;2".to_owned(), separator: ';' };
        let mut seen = Vec::new();
        let read = raw.rows(|line, cells| {
            seen.push((line, cells.iter().map(Cell::shown).collect::<Vec<_>>()));
            true
        });
        assert_eq!(read, Ok(()));
        let of = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect::<Vec<_>>();
        assert_eq!(seen, [(1, of(&["a", "b"])), (2, of(&["x\ny", ""])), (3, of(&[""])), (4, of(&["", "2"]))]);
        let open = Raw::Text { text: "a;b\n1;\"2\n3;4".to_owned(), separator: ';' };
        assert_eq!(open.rows(|_, _| true), Err(Broken::OpenQuote(2, 2)));
    }
}
