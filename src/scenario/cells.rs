//! Splitting a text into rows of cells (RFC 4180) that know their place, which a reader of plain values does not.

use super::source::Place;
use crate::sheet::split_from;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its text, without quotes.
    pub text: String,
    /// Where it stands, quotes included.
    pub place: Place,
}

/// Rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// The rows, the header first; a blank line is a row of one empty cell.
    pub rows: Vec<Vec<Cell>>,
    /// A quote that is never closed.
    pub open_quote: Option<Place>,
}

/// Splits a text.
pub fn split(file: usize, text: &str, separator: u8) -> Cells {
    let mut out = Cells::default();
    let mut row = Vec::new();
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    // A text that ends after a separator has an empty cell there.
    let mut goes_on = false;
    while at < text.len() || goes_on {
        let cell = split_from(text, at, separator);
        let place = Place { file, start: cell.start, end: cell.end };
        if !cell.is_closed {
            out.open_quote = out.open_quote.or(Some(place));
        }
        row.push(Cell { text: cell.text.into_owned(), place });
        at = cell.next;
        goes_on = !cell.ends_row;
        if cell.ends_row {
            out.rows.push(std::mem::take(&mut row));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        split(0, text, b',').rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect()
    }

    #[test]
    fn quotes_breaks_and_marks_are_read() {
        let text = "\u{feff}a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n,\n\nlast,1";
        let rows = texts(text);
        assert_eq!(rows, [vec!["a", "b"], vec!["x, \"y\"", "two\nlines"], vec!["", ""], vec![""], vec!["last", "1"]]);
    }

    #[test]
    fn a_cell_knows_its_place_and_an_open_quote_is_noted() {
        let cells = split(0, "a,bc\nd,\"e", b',');
        assert_eq!(cells.rows[0][1].place, Place { file: 0, start: 2, end: 4 });
        assert_eq!(cells.open_quote.map(|place| place.start), Some(7));
        assert_eq!(split(0, "", b',').rows.len(), 0);
    }
}
