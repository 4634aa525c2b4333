//! How a tool of the desk gets its lists: from files of any form, told how they were read, or refused with a table of problems.

use crate::cli::console::talk;
use crate::cli::files::write_one;
use crate::cli::run::TABLE_WIDTH;
use crate::cli::{BAD_INPUT, CANNOT_WRITE, place};
use crate::desk::lists::List;
use crate::order::Gather;
use crate::report::desk as told;
use crate::report::wording::{Language, commands as say};
use crate::sheet::{Check, Column, Decimal, Encoding, Fault, Listing, Options, Problem, Problems, read};
use clap::ValueEnum;
use std::path::{Path, PathBuf};

/// How lists are written; what is not said is found out and told.
#[derive(Debug, Default, clap::Args)]
pub struct ListForm {
    /// Sheet of the workbook (default: the one that has most of the columns)
    #[arg(long, value_name = "NAME", help_heading = "Form of the lists")]
    sheet: Option<String>,
    /// What stands between the cells of a CSV file
    #[arg(long, value_enum, help_heading = "Form of the lists")]
    separator: Option<Separator>,
    /// How the bytes of a CSV file become letters
    #[arg(long, value_enum, help_heading = "Form of the lists")]
    encoding: Option<Letters>,
    /// Decimal sign of numbers that are written as text
    #[arg(long, value_enum, help_heading = "Form of the lists")]
    decimal: Option<Sign>,
    /// Header of a column that is called otherwise, e.g. --column price="Netto á"; LIST.COLUMN where several lists are read
    #[arg(long = "column", value_name = "COLUMN=HEADER", value_parser = pair, help_heading = "Form of the lists")]
    columns: Vec<(String, String)>,
    /// File for all problems of a list, as CSV
    #[arg(long, value_name = "FILE", help_heading = "Form of the lists")]
    problems: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Separator {
    Comma,
    Semicolon,
    Tab,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Letters {
    #[value(name = "utf-8")]
    Utf8,
    #[value(name = "utf-16")]
    Utf16,
    #[value(name = "windows-1252")]
    Windows1252,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Sign {
    Comma,
    Point,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, header)) if !key.trim().is_empty() && !header.trim().is_empty() => {
            Ok((key.trim().to_owned(), header.trim().to_owned()))
        }
        _ => Err("write COLUMN=HEADER, e.g. price=\"Netto á\"".to_owned()),
    }
}

/// Tells how a list was read; to those who want to hear little, only that sheets were left out.
fn tell_reading(listing: &Listing, quiet: bool, language: Language) {
    match quiet {
        false => talk(&told::assumed(listing, language)),
        true => told::unread_sheets(listing, language).into_iter().for_each(|note| talk(&note)),
    }
}

impl ListForm {
    /// What was said of one list. Columns named with another list's key belong to that one.
    fn options(&self, list: &List) -> Options<'static> {
        let of_list = |(key, header): &(String, String)| match key.split_once('.') {
            Some((named, key)) => (named == list.key).then(|| (key.to_owned(), header.clone())),
            None => list.columns.iter().any(|column| column.key == key).then(|| (key.clone(), header.clone())),
        };
        Options {
            sheet: self.sheet.clone(),
            separator: self.separator.map(|separator| match separator {
                Separator::Comma => ',',
                Separator::Semicolon => ';',
                Separator::Tab => '\t',
            }),
            encoding: self.encoding.map(|letters| match letters {
                Letters::Utf8 => Encoding::Utf8,
                Letters::Utf16 => Encoding::Utf16,
                Letters::Windows1252 => Encoding::Windows1252,
            }),
            decimal: self.decimal.map(|sign| match sign {
                Sign::Comma => Decimal::Comma,
                Sign::Point => Decimal::Point,
            }),
            columns: self.columns.iter().filter_map(of_list).collect(),
            identity: list.identity(),
            check: None,
        }
    }

    /// Whether every column that the command line names is one of the lists that this tool reads; else the exit code, told.
    pub fn known(&self, lists: &[&List], language: Language) -> Result<(), u8> {
        for (key, _) in &self.columns {
            let (list, column) = key.split_once('.').map_or((None, key.as_str()), |(list, key)| (Some(list), key));
            let of = |known: &&&List| list.is_none_or(|list| known.key == list);
            let has = lists.iter().filter(of).any(|list| list.columns.iter().any(|known| known.key == column));
            if !has {
                let all = lists.iter().flat_map(|list| list.columns.iter().map(|column| column.key));
                let known = all.into_set().into_iter().collect::<Vec<_>>().join(", ");
                talk(&say::NO_SUCH_COLUMN.fill(language, &[("key", key), ("known", &known)]));
                return Err(BAD_INPUT);
            }
        }
        Ok(())
    }

    /// Reads a list with these columns (see [`List::with`]), telling how, unless `quiet`; the exit code if it is refused, after
    /// its table of problems.
    pub fn read(
        &self,
        path: &Path,
        list: &List,
        columns: &[Column],
        quiet: bool,
        language: Language,
    ) -> Result<Listing, u8> {
        self.read_checked(path, list, columns, quiet, language, &|_| Vec::new())
    }

    /// As [`ListForm::read`]; where cells cannot be read, what `check` finds in the other rows stands in the same table.
    pub fn read_checked(
        &self,
        path: &Path,
        list: &List,
        columns: &[Column],
        quiet: bool,
        language: Language,
        check: Check<'_>,
    ) -> Result<Listing, u8> {
        match read(path, columns, &Options { check: Some(check), ..self.options(list) }) {
            Ok(listing) => {
                tell_reading(&listing, quiet, language);
                Ok(listing)
            }
            Err(found) => Err(self.refuse(&found, language)),
        }
    }

    /// Reads a list if the file has this column of it; `None` if it has not, so that it is another kind of list. Otherwise as
    /// [`ListForm::read`].
    pub fn read_if(
        &self,
        path: &Path,
        (list, key): (&List, &str),
        columns: &[Column],
        quiet: bool,
        language: Language,
    ) -> Option<Result<Listing, u8>> {
        let lacks =
            |problem: &Problem| matches!(&problem.fault, Fault::NoHeader(keys) if keys.iter().any(|one| one == key));
        match read(path, columns, &self.options(list)) {
            Ok(listing) => {
                tell_reading(&listing, quiet, language);
                Some(Ok(listing))
            }
            Err(found) if found.list.iter().any(lacks) => None,
            Err(found) => Some(Err(self.refuse(&found, language))),
        }
    }

    /// Refuses a list for what a tool found in it; the exit code.
    pub fn refuse_list(&self, listing: &Listing, found: Vec<Problem>, language: Language) -> u8 {
        let mut problems = Problems::of(&listing.file);
        found.into_iter().for_each(|problem| problems.push(problem));
        self.refuse(&problems, language)
    }

    /// Tells of the problems, writes them to a file if that was asked for; the exit code.
    pub fn refuse(&self, found: &Problems, language: Language) -> u8 {
        talk(told::problems(found, language, TABLE_WIDTH).trim_end());
        let Some(path) = &self.problems else { return BAD_INPUT };
        let bytes = told::problems_leaf(found, language).csv(language);
        // A table of problems may replace one, and nothing else.
        let head = |bytes: &[u8]| bytes.split(|byte| *byte == b'\n').next().map(<[u8]>::to_vec);
        let is_one = std::fs::read(path).is_ok_and(|there| head(&there) == head(&bytes));
        if let Err(refusal) = place::file(path, None, is_one, language) {
            talk(&refusal.message);
            return refusal.code;
        }
        match write_one(path, &bytes) {
            Ok(()) => {
                talk(&say::WROTE.fill(language, &[("place", &place::shown(path))]));
                BAD_INPUT
            }
            Err(error) => {
                talk(&place::cannot_write(path, &error, language));
                CANNOT_WRITE
            }
        }
    }
}
