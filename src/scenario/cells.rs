//! Splitting a text into rows of cells (RFC 4180) that know their place, which a reader of plain values does not.

use super::source::Place;

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
    let bytes = text.as_bytes();
    let mut out = Cells::default();
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    while at < bytes.len() {
        let mut row = Vec::new();
        loop {
            let (cell, closed) = next_cell(file, text, at, separator);
            at = cell.place.end;
            if !closed {
                out.open_quote = out.open_quote.or(Some(cell.place));
            }
            row.push(cell);
            if bytes.get(at) != Some(&separator) {
                break;
            }
            at += 1;
        }
        out.rows.push(row);
        at += usize::from(bytes.get(at) == Some(&b'\r'));
        at += usize::from(bytes.get(at) == Some(&b'\n'));
    }
    out
}

/// The cell that starts at a byte, and whether its quote is closed.
fn next_cell(file: usize, text: &str, start: usize, separator: u8) -> (Cell, bool) {
    let bytes = text.as_bytes();
    let quoted = bytes.get(start) == Some(&b'"');
    let mut at = start;
    let mut inside = false;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' if quoted => inside = !inside,
            _ if inside => {}
            b'\n' => break,
            b'\r' if matches!(bytes.get(at + 1), Some(b'\n') | None) => break,
            _ if byte == separator => break,
            _ => {}
        }
        at += 1;
    }
    let raw = text.get(start..at).unwrap_or("");
    let text = match raw.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"').unwrap_or(rest).replace("\"\"", "\""),
        None => raw.to_owned(),
    };
    (Cell { text, place: Place { file, start, end: at } }, !inside)
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
