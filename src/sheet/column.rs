//! What a list may hold: its columns, how they are called in Swedish and English, and what stands in their cells.

/// A column of a list.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// How our code calls it; also the header of clean files.
    pub key: &'static str,
    /// Header in Swedish, as in the template.
    pub sv: &'static str,
    /// Header in English.
    pub en: &'static str,
    /// Other headers in use, in lower case.
    pub also: &'static [&'static str],
    /// What it means, in Swedish and English, with its unit.
    pub about: [&'static str; 2],
    /// What stands in its cells.
    pub kind: Kind,
    /// Whether a list must have it.
    pub must: Must,
}

impl Column {
    /// The same with other headers in use, in lower case.
    pub const fn also(self, also: &'static [&'static str]) -> Column {
        Column { also, ..self }
    }

    /// The same, where every list must have it filled.
    pub const fn filled(self) -> Column {
        Column { must: Must::Filled, ..self }
    }
}

/// What stands in the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// An identity, kept as it is written: an article number with its leading zeros.
    Code,
    /// A number of any sign.
    Number,
    /// A number, not below 0.
    Amount,
    /// A number above 0.
    Positive,
    /// A share of 1, which may be written in per cent.
    Share,
    /// A calendar date.
    Date,
    /// A time of day; where the file has no such column, what stands behind its first dates (`2026-11-22 07:30`).
    Time,
    /// Yes or no; an empty cell is no.
    Flag,
}

impl Kind {
    /// Whether numbers stand in its cells.
    pub fn is_number(self) -> bool {
        matches!(self, Kind::Number | Kind::Amount | Kind::Positive | Kind::Share)
    }
}

/// Whether a list must have a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    /// The column must be there, and no cell of it may be empty.
    Filled,
    /// The column must be there; cells may be empty.
    Present,
    /// It may be left out.
    Optional,
}

/// A header as it is compared: lower case, without spaces and signs.
pub(super) fn plain(header: &str) -> String {
    header.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Column {
    /// Whether a header, in the form of [`plain`], names this column.
    pub(super) fn is_named(&self, header: &str) -> bool {
        let names = [self.key, self.sv, self.en];
        !header.is_empty() && names.iter().chain(self.also).any(|name| plain(name) == header)
    }
}
