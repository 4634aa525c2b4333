//! What is wrong with a list: where, what stands there, what was expected.

use super::listing::Listing;
use super::options::Options;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Row of the file, counted from 1 as a spreadsheet shows it; `None` if the whole list is meant.
    pub row: Option<u32>,
    /// Header of the column, or its key where the list lacks it.
    pub column: Option<String>,
    /// Place of the column in the file, counted from 1.
    pub column_number: Option<u32>,
    /// What stands there.
    pub cell: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The file holds nothing.
    Empty,
    /// A header without rows.
    NoRows,
    /// There is no such file.
    NotThere,
    /// The user may not read the file.
    NoRight,
    /// The file cannot be read for another reason.
    Unreadable(String),
    /// It is not a workbook or a text that we know.
    NotAList(String),
    /// The file is larger than may be read.
    TooLarge(Limit),
    /// A folder instead of a file.
    Folder,
    /// A workbook of the old kind, or one that a password protects.
    OldWorkbook,
    /// A workbook that unpacks to more than it should.
    Bomb,
    /// No row has the headers that are needed; those that lack in the row that comes closest.
    NoHeader(Vec<String>),
    /// Two columns that both mean the same.
    SameColumn(String),
    /// The column of the command line is not in the file.
    NoSuchColumn(String),
    /// The sheet of the command line is not in the workbook; its sheets.
    NoSuchSheet(Vec<String>),
    /// A cell that must be filled is empty.
    Missing,
    /// Text where a number belongs.
    NotANumber,
    /// A number with both signs in use in one list; the sign of the rest.
    OtherDecimal(char),
    /// A number that can be read two ways; nothing in the list tells which.
    Ambiguous,
    /// A number below 0 where none may be.
    Negative,
    /// A number that must be above 0.
    NotPositive,
    /// A share above 1 (100 %).
    NotAShare,
    /// A number too large to reckon with.
    Huge,
    /// No date, or one that can be read two ways.
    NotADate,
    /// No time of day.
    NotATime,
    /// Neither yes nor no.
    NotAFlag,
    /// A formula instead of a value.
    Formula,
    /// An error of Excel, such as #REF!.
    ExcelError,
    /// More cells in the row than headers.
    TooManyCells,
    /// A quote that is never closed.
    OpenQuote,
    /// A row of sums among the rows of the list.
    SumRow,
    /// An identity that a spreadsheet has turned into a rounded number or a date.
    LostCode,
    /// Bytes that are no text in the encoding.
    BadByte,
    /// The same as in an earlier row, which it names.
    Duplicate(u32),
    /// What a tool finds wrong; words of the tool.
    Other {
        /// In Swedish.
        sv: String,
        /// In English.
        en: String,
    },
}

/// Of what a file may hold only so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// Millions of bytes (2²⁰).
    Megabytes(u64),
    /// Rows.
    Rows(u32),
    /// Columns.
    Columns(u32),
    /// Cells.
    Cells(usize),
}

/// All that is wrong with one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Problems {
    /// The file, as named by the user.
    pub file: String,
    /// The first ones, with their places.
    pub list: Vec<Problem>,
    /// How many more of each fault there are than the list has.
    pub more: BTreeMap<String, u64>,
}

impl Problems {
    /// None yet.
    pub fn of(file: &str) -> Problems {
        Problems { file: file.to_owned(), ..Problems::default() }
    }

    /// Only one, of the whole file.
    pub fn whole(file: &str, fault: Fault) -> Problems {
        let mut problems = Problems::of(file);
        problems.push(Problem { row: None, column: None, column_number: None, cell: String::new(), fault });
        problems
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// One more.
    pub fn push(&mut self, mut problem: Problem) {
        if let Some((end, _)) = problem.cell.char_indices().nth(super::MOST_LETTERS) {
            problem.cell = format!("{}…", problem.cell.get(..end).unwrap_or_default());
        }
        if self.list.len() < super::MOST_PROBLEMS {
            self.list.push(problem);
        } else {
            *self.more.entry(problem.fault.name().to_owned()).or_default() += 1;
        }
    }

    /// How many there are in all.
    pub fn count(&self) -> u64 {
        self.list.len() as u64 + self.more.values().sum::<u64>()
    }
}

/// What reading found and, of the rows that could be read, what the tool would find: all in one table, row by row, from the left. The
/// same identity twice is told of every row that has one.
pub(super) fn together(mut read: Problems, partly: &Listing, options: &Options<'_>) -> Problems {
    let wrong: BTreeSet<Option<u32>> = read.list.iter().map(|problem| problem.row).collect();
    // Where more is wrong than is kept, what is not wrong is not known.
    if read.more.is_empty() {
        let mut twice = partly.duplicates(options.identity);
        twice.retain(|problem| !problem.cell.is_empty());
        let known: BTreeSet<Option<u32>> = twice.iter().map(|problem| problem.row).collect();
        let right = |problem: &Problem| match problem.fault {
            Fault::Duplicate(first) => {
                !known.contains(&problem.row) && !wrong.contains(&problem.row) && !wrong.contains(&Some(first))
            }
            _ => problem.row.is_some() && !wrong.contains(&problem.row),
        };
        let of_tool = options.check.map(|check| check(partly)).unwrap_or_default();
        twice.into_iter().chain(of_tool.into_iter().filter(right)).for_each(|problem| read.push(problem));
    }
    read.list.sort_by_key(|problem| (problem.row, problem.column_number));
    read
}

impl Fault {
    /// Its name in files.
    pub fn name(&self) -> &'static str {
        match self {
            Fault::Empty => "empty",
            Fault::NoRows => "no-rows",
            Fault::NotThere => "not-there",
            Fault::NoRight => "no-right",
            Fault::Unreadable(_) => "unreadable",
            Fault::NotAList(_) => "not-a-list",
            Fault::TooLarge(_) => "too-large",
            Fault::Folder => "folder",
            Fault::OldWorkbook => "old-workbook",
            Fault::Bomb => "bomb",
            Fault::NoHeader(_) => "no-header",
            Fault::SameColumn(_) => "same-column",
            Fault::NoSuchColumn(_) => "no-such-column",
            Fault::NoSuchSheet(_) => "no-such-sheet",
            Fault::Missing => "missing",
            Fault::NotANumber => "not-a-number",
            Fault::OtherDecimal(_) => "other-decimal",
            Fault::Ambiguous => "ambiguous",
            Fault::Negative => "negative",
            Fault::NotPositive => "not-positive",
            Fault::NotAShare => "not-a-share",
            Fault::Huge => "huge",
            Fault::NotADate => "not-a-date",
            Fault::NotATime => "not-a-time",
            Fault::NotAFlag => "not-a-flag",
            Fault::Formula => "formula",
            Fault::ExcelError => "excel-error",
            Fault::TooManyCells => "too-many-cells",
            Fault::OpenQuote => "open-quote",
            Fault::SumRow => "sum-row",
            Fault::LostCode => "lost-code",
            Fault::BadByte => "bad-byte",
            Fault::Duplicate(_) => "duplicate",
            Fault::Other { .. } => "other",
        }
    }
}

/// The letters of a column as a spreadsheet shows them: 1 is A, 27 is AA.
pub fn column_letters(number: u32) -> String {
    let (mut rest, mut letters) = (number, Vec::new());
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        let names: Vec<String> = [1, 26, 27, 52, 703].into_iter().map(column_letters).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "AAA"]);
    }
}
