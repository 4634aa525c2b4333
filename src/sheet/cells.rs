//! Splitting a text into cells (RFC 4180), without copying what has no quotes.

use std::borrow::Cow;

/// A cell of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split<'t> {
    /// Its text, without quotes.
    pub text: Cow<'t, str>,
    /// Its first byte, quotes included.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Whether a quote that it opens is closed.
    pub is_closed: bool,
    /// Whether it is the last of its row.
    pub ends_row: bool,
    /// Where the next cell starts.
    pub next: usize,
}

/// The cell that starts at a byte of the text.
pub fn split_from(text: &str, start: usize, separator: u8) -> Split<'_> {
    let bytes = text.as_bytes();
    let quoted = bytes.get(start) == Some(&b'"');
    let (mut at, mut inside, mut doubled) = (start, false, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' if quoted => {
                inside = !inside;
                doubled += 1;
            }
            _ if inside => {}
            b'\n' => break,
            b'\r' if matches!(bytes.get(at + 1), Some(b'\n') | None) => break,
            _ if byte == separator => break,
            _ => {}
        }
        at += 1;
    }
    let raw = text.get(start..at).unwrap_or("");
    let cell = match raw.strip_prefix('"') {
        Some(rest) if doubled > 2 => Cow::Owned(rest.strip_suffix('"').unwrap_or(rest).replace("\"\"", "\"")),
        Some(rest) => Cow::Borrowed(rest.strip_suffix('"').unwrap_or(rest)),
        None => Cow::Borrowed(raw),
    };
    let ends_row = bytes.get(at) != Some(&separator);
    let mut next = at + usize::from(!ends_row);
    if ends_row {
        next += usize::from(bytes.get(next) == Some(&b'\r'));
        next += usize::from(bytes.get(next) == Some(&b'\n'));
    }
    Split { text: cell, start, end: at, is_closed: !inside, ends_row, next }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_knows_where_the_next_one_starts() {
        let text = "a;\"b;\"\"c\"\"\"\r\nd";
        let first = split_from(text, 0, b';');
        assert_eq!((&*first.text, first.ends_row, first.next), ("a", false, 2));
        let second = split_from(text, 2, b';');
        assert_eq!((&*second.text, second.ends_row, second.is_closed), ("b;\"c\"", true, true));
        let third = split_from(text, second.next, b';');
        assert_eq!((&*third.text, third.ends_row, third.next), ("d", true, text.len()));
    }

    #[test]
    fn plain_cells_are_not_copied_and_an_open_quote_is_seen() {
        assert!(matches!(split_from("\"x\"", 0, b',').text, Cow::Borrowed("x")));
        assert!(!split_from("\"x\n1,2", 0, b',').is_closed);
    }
}
