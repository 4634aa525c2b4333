//! The texts a scenario is read from, and places in them.

/// A stretch of one source text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the text in [`Sources`].
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
}

/// How a source text is written, which decides how places in it are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// TOML: a place is a line and a column.
    Toml,
    /// The settings of the command line, one per line.
    Settings,
    /// A table of cells: a place is a row, a column letter and a header.
    Cells {
        /// First byte of every row, the header being row 1.
        rows: Vec<usize>,
        /// Headers.
        headers: Vec<String>,
        /// The separator.
        separator: char,
        /// Whether its numbers have decimal commas.
        commas: bool,
    },
}

/// One text.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as shown to people.
    pub path: String,
    /// The text.
    pub text: String,
    /// How it is written.
    pub kind: Kind,
    line_starts: Vec<usize>,
}

impl Source {
    /// A text with the index of its lines.
    pub fn new(path: String, text: String, kind: Kind) -> Source {
        let after_breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(after_breaks).collect();
        Source { path, text, kind, line_starts }
    }

    /// The line (from 1) that holds a byte.
    pub fn line_of(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= byte)
    }

    /// First byte of a line (from 1) and the byte after its last one, without the line break.
    pub fn line_span(&self, line: usize) -> (usize, usize) {
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let end = self.line_starts.get(line).map_or(self.text.len(), |next| next - 1);
        let end = if end > start && self.text.as_bytes().get(end - 1) == Some(&b'\r') { end - 1 } else { end };
        (start, end.max(start))
    }

    /// The column (from 1, in characters) of a byte.
    pub fn column_of(&self, byte: usize) -> usize {
        let (start, _) = self.line_span(self.line_of(byte));
        let before = self.text.get(start..self.char_start(byte)).unwrap_or("");
        before.chars().filter(|&letter| letter != '\u{feff}').count() + 1
    }

    /// The nearest start of a character at or before a byte.
    pub fn char_start(&self, byte: usize) -> usize {
        let mut at = byte.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// Row, column letters and header of a place in a table of cells, e.g. `row 118, column F (price)`.
    pub fn cell_name(&self, place: Place) -> Option<String> {
        let Kind::Cells { rows, headers, separator, .. } = &self.kind else { return None };
        let row = rows.partition_point(|&start| start <= place.start).max(1);
        let start = rows.get(row - 1).copied()?;
        let end = rows.get(row).copied().unwrap_or(self.text.len());
        if place.end > end || (place.start == start && place.end >= self.row_end(end) && headers.len() > 1) {
            return Some(format!("row {row}"));
        }
        let column = column_at(self.text.get(start..place.start)?, *separator);
        let name = match headers.get(column) {
            Some(header) if row > 1 => format!(" ({header})"),
            _ => String::new(),
        };
        Some(format!("row {row}, column {}{name}", column_letters(column)))
    }

    fn row_end(&self, next_row: usize) -> usize {
        self.text.get(..next_row).map_or(next_row, |text| text.trim_end_matches(['\r', '\n']).len())
    }
}

/// The number of separators outside quotes.
fn column_at(before: &str, separator: char) -> usize {
    let mut quoted = false;
    let mut column = 0;
    for letter in before.chars() {
        match letter {
            '"' => quoted = !quoted,
            _ if letter == separator && !quoted => column += 1,
            _ => {}
        }
    }
    column
}

/// The letters a spreadsheet gives a column, `A` for 0.
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// All texts of a study, by number.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: Vec<Source>,
}

impl Sources {
    /// Keeps a text and gives its number.
    pub fn add(&mut self, source: Source) -> usize {
        self.texts.push(source);
        self.texts.len() - 1
    }

    /// A text by number.
    pub fn get(&self, file: usize) -> Option<&Source> {
        self.texts.get(file)
    }

    /// The text that came from a path as shown.
    pub fn text_of(&self, path: &str) -> Option<&str> {
        self.texts.iter().find(|source| source.path == path).map(|source| source.text.as_str())
    }

    /// Changes how a text is written.
    pub fn set_kind(&mut self, file: usize, kind: Kind) {
        if let Some(source) = self.texts.get_mut(file) {
            source.kind = kind;
        }
    }

    /// `file:line` of a place.
    pub fn file_and_line(&self, place: Place) -> String {
        match self.get(place.file) {
            Some(source) => format!("{}:{}", source.path, source.line_of(place.start)),
            None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let source = Source::new("a".into(), "å = 1\r\nbb = 2\n".into(), Kind::Toml);
        assert_eq!((source.line_of(0), source.line_of(7), source.line_of(8)), (1, 1, 2));
        assert_eq!(source.column_of(5), 5, "å is two bytes and one column");
        assert_eq!(source.line_span(1), (0, 6));
        assert_eq!(source.line_span(2), (8, 14));
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 5, 25, 26, 27, 701, 702].map(column_letters), ["A", "F", "Z", "AA", "AB", "ZZ", "AAA"]);
    }

    #[test]
    fn a_cell_is_named_by_row_column_and_header() {
        let headers = vec!["id".into(), "price".into()];
        let kind = Kind::Cells { rows: vec![0, 9], headers, separator: ',', commas: false };
        let source = Source::new("a.csv".into(), "id,price\n\"a,b\",7\n".into(), kind);
        let place = Place { file: 0, start: 15, end: 16 };
        assert_eq!(source.cell_name(place).as_deref(), Some("row 2, column B (price)"));
    }
}
