//! A row of the table of keys: two settings of one key, and what must differ.

/// A file of a base: name and text. The first is the scenario or study that is run, once the fragment stands in it.
pub type File = (&'static str, &'static str);

/// The files of a small scenario.
pub type Base = &'static [File];

/// What must differ between the two settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The figures of `results.json`.
    Figures,
    /// A text in the tables or the report: there with the second setting, not with the first.
    Words(&'static str),
    /// A text in the trace of an article: there with the second setting, not with the first.
    Trace(&'static str),
    /// The inputs that `results.json` tells, without the values of the keys themselves.
    Inputs,
}

/// Two settings of one key.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The key.
    pub key: &'static str,
    /// Files that both have.
    pub base: Base,
    /// What both have on top of the base.
    pub both: &'static str,
    /// The first setting.
    pub first: &'static str,
    /// The second.
    pub second: &'static str,
    /// What must differ.
    pub seen: Seen,
}

/// The rows of one reader.
pub struct Table {
    /// What the readers call the table.
    pub of: &'static str,
    /// Its rows.
    pub rows: &'static [Row],
}

/// A key that changes figures.
pub const fn acts(key: &'static str, base: Base, first: &'static str, second: &'static str) -> Row {
    Row { key, base, both: "", first, second, seen: Seen::Figures }
}

/// A key that puts a text before people.
pub const fn prints(
    key: &'static str,
    base: Base,
    first: &'static str,
    second: &'static str,
    word: &'static str,
) -> Row {
    Row { key, base, both: "", first, second, seen: Seen::Words(word) }
}

/// A key that puts a text into the trace of article `A`.
pub const fn traces(
    key: &'static str,
    base: Base,
    first: &'static str,
    second: &'static str,
    word: &'static str,
) -> Row {
    Row { key, base, both: "", first, second, seen: Seen::Trace(word) }
}

/// A key that changes what is told of the inputs, such as where a value comes from.
pub const fn tells(key: &'static str, base: Base, first: &'static str, second: &'static str) -> Row {
    Row { key, base, both: "", first, second, seen: Seen::Inputs }
}

impl Row {
    /// The same with something that both settings need.
    pub const fn with(self, both: &'static str) -> Row {
        Row { both, ..self }
    }

    /// The same row, about a key that is written as part of another one.
    pub const fn of(self, key: &'static str) -> Row {
        Row { key, ..self }
    }
}
