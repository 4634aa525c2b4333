//! A list that was read: typed columns, and rows that know where they stand in the file.

use super::column::{Column, Kind};
use jiff::civil::Date;
use serde::Serialize;

/// Something that was found out in reading a list, to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assumed {
    /// The sheet of the workbook.
    Sheet(String),
    /// Other sheets that have as many of the columns, and were not read.
    OtherSheets(Vec<String>),
    /// The encoding of a text.
    Encoding(&'static str),
    /// What stands between cells.
    Separator(char),
    /// The header stands in this row; what is above is left out.
    HeaderRow(u32),
    /// The decimal sign, with an example: row, header, what stands there.
    Decimal {
        /// Comma or point.
        sign: char,
        /// Row of the example.
        row: u32,
        /// What stands there.
        cell: String,
    },
    /// Key of our column ← header of the file.
    Column {
        /// Ours.
        key: &'static str,
        /// The file's.
        header: String,
    },
    /// Columns of the file that are not read.
    NotRead(Vec<String>),
    /// Empty rows that were passed over.
    EmptyRows(u32),
    /// Identities that the workbook has as numbers, so that leading zeros may be lost; how many, and an example.
    NumericCodes {
        /// How many.
        count: u32,
        /// Header of the column.
        header: String,
        /// One of them.
        example: String,
    },
    /// Cells of the form ="0012", which were read as 0012.
    QuotedFormulas(u32),
    /// Cells with formulas, whose last computed values were read.
    Formulas(u32),
}

/// The cells of one column.
#[derive(Clone, Debug)]
pub(super) enum Values {
    /// Texts and codes.
    Text(Texts),
    /// Numbers; `NaN` where the cell is empty.
    Number(Vec<f64>),
    /// Dates.
    Date(Vec<Option<Date>>),
    /// Minutes after midnight.
    Time(Vec<Option<u16>>),
    /// Yes or no.
    Flag(Vec<bool>),
}

/// Many short texts in one piece of memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    all: String,
    ends: Vec<usize>,
}

impl Texts {
    pub(super) fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len());
    }

    fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|&end| self.all.get(start..end)).unwrap_or("")
    }
}

impl Values {
    pub(super) fn of(kind: Kind) -> Values {
        match kind {
            Kind::Text | Kind::Code => Values::Text(Texts::default()),
            Kind::Date => Values::Date(Vec::new()),
            Kind::Time => Values::Time(Vec::new()),
            Kind::Flag => Values::Flag(Vec::new()),
            _ => Values::Number(Vec::new()),
        }
    }
}

/// A column as it was read.
#[derive(Clone, Debug)]
pub(super) struct ReadColumn {
    pub(super) column: Column,
    /// Header and place in the file, counted from 1.
    pub(super) header: String,
    pub(super) number: u32,
    pub(super) values: Values,
}

/// A list that was read whole.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The file, as named by the user.
    pub file: String,
    /// What was found out.
    pub assumed: Vec<Assumed>,
    /// Row of the file of every row.
    pub(super) lines: Vec<u32>,
    pub(super) columns: Vec<ReadColumn>,
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Row<'l> {
    listing: &'l Listing,
    at: usize,
}

impl Listing {
    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether the file has a column.
    pub fn has(&self, key: &str) -> bool {
        self.column(key).is_some()
    }

    /// The header of a column in the file and its place there, counted from 1.
    pub fn header(&self, key: &str) -> Option<(&str, u32)> {
        self.column(key).map(|column| (column.header.as_str(), column.number))
    }

    /// The rows, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).map(|at| Row { listing: self, at })
    }

    /// The columns that were read, in the order in which they were asked for.
    pub fn columns(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().map(|column| &column.column)
    }

    fn column(&self, key: &str) -> Option<&ReadColumn> {
        self.columns.iter().find(|column| column.column.key == key)
    }
}

impl<'l> Row<'l> {
    /// The row of the file, counted from 1 as a spreadsheet shows it.
    pub fn line(self) -> u32 {
        self.listing.lines.get(self.at).copied().unwrap_or_default()
    }

    /// A text or code; `None` if the cell is empty or the column is not there.
    pub fn text(self, key: &str) -> Option<&'l str> {
        match &self.listing.column(key)?.values {
            Values::Text(texts) => Some(texts.get(self.at)).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// A number; `None` if the cell is empty or the column is not there.
    pub fn number(self, key: &str) -> Option<f64> {
        match &self.listing.column(key)?.values {
            Values::Number(numbers) => numbers.get(self.at).copied().filter(|number| !number.is_nan()),
            _ => None,
        }
    }

    /// A date; `None` if the cell is empty or the column is not there.
    pub fn date(self, key: &str) -> Option<Date> {
        match &self.listing.column(key)?.values {
            Values::Date(dates) => dates.get(self.at).copied().flatten(),
            _ => None,
        }
    }

    /// Minutes after midnight; `None` if the cell is empty or the column is not there.
    pub fn time(self, key: &str) -> Option<u16> {
        match &self.listing.column(key)?.values {
            Values::Time(times) => times.get(self.at).copied().flatten(),
            _ => None,
        }
    }

    /// Yes or no; an empty cell and a column that is not there are no.
    pub fn flag(self, key: &str) -> bool {
        match self.listing.column(key).map(|column| &column.values) {
            Some(Values::Flag(flags)) => flags.get(self.at).copied().unwrap_or(false),
            _ => false,
        }
    }
}

impl Listing {
    /// A problem that a tool finds in a cell of a row.
    pub fn problem(&self, row: Row<'_>, key: &str, fault: super::Fault) -> super::Problem {
        let column = self.column(key);
        let cell = match column.map(|column| &column.values) {
            Some(Values::Text(texts)) => texts.get(row.at).to_owned(),
            Some(Values::Number(_)) => row.number(key).map(|number| number.to_string()).unwrap_or_default(),
            Some(Values::Date(_)) => row.date(key).map(|date| date.to_string()).unwrap_or_default(),
            Some(Values::Time(_)) => row.time(key).map(super::clock::shown).unwrap_or_default(),
            _ => String::new(),
        };
        super::Problem {
            row: Some(row.line()),
            column: Some(column.map_or_else(|| key.to_owned(), |column| column.header.clone())),
            column_number: column.map(|column| column.number),
            cell,
            fault,
        }
    }

    /// The rows whose cells in these columns are the same as in an earlier row, as problems in the first of the columns.
    pub fn duplicates(&self, keys: &[&'static str]) -> Vec<super::Problem> {
        if keys.is_empty() {
            return Vec::new();
        }
        let mut seen = std::collections::BTreeMap::new();
        let mut found = Vec::new();
        for row in self.rows() {
            let cells: Vec<&str> = keys.iter().map(|key| row.text(key).unwrap_or("")).collect();
            match seen.entry(cells) {
                std::collections::btree_map::Entry::Vacant(place) => drop(place.insert(row.line())),
                std::collections::btree_map::Entry::Occupied(first) => {
                    let key = keys.first().copied().unwrap_or_default();
                    found.push(self.problem(row, key, super::Fault::Duplicate(*first.get())));
                }
            }
        }
        found
    }
}
