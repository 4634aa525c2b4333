//! An answer of the desk as people get it: what was found in sentences, tables, and how it was reckoned; printed or as a workbook.

use crate::report::book::{Book, Cell, Form, Head, Leaf};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::table;
use crate::report::wording::Language;
use crate::report::wording::desk::DeskWord as Say;
use crate::sheet::Listing;
use jiff::civil::Date;

/// Rows of a long table that are printed.
pub const PRINTED: usize = 20;

/// An answer in words and tables.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// What it is.
    pub title: String,
    /// Of which list, when.
    pub from: String,
    /// What was found, most important first.
    pub says: Vec<String>,
    /// Tables with how many rows of them are printed.
    pub leaves: Vec<(Leaf, usize)>,
    /// How it was reckoned, what was assumed, and what it is not.
    pub notes: Vec<String>,
}

impl Told {
    /// As text.
    pub fn human(&self, language: Language, width: usize) -> String {
        let mut text = table::wrap(&self.title, width, "") + &table::wrap(&self.from, width, "") + "\n";
        self.says.iter().for_each(|one| text += &table::wrap(one, width, "  "));
        for (leaf, printed) in self.leaves.iter().filter(|(leaf, printed)| *printed > 0 && !leaf.rows.is_empty()) {
            text += "\n";
            text += &table::leaf(leaf, language, width, *printed);
        }
        text += "\n";
        text += Say::HowTitle.text(language);
        text += "\n";
        self.notes.iter().for_each(|note| text += &table::wrap(&format!("- {note}"), width, "  "));
        text
    }

    /// As a workbook whose first sheet says all that is no table.
    ///
    /// # Errors
    /// What Excel cannot hold.
    pub fn workbook(&self, language: Language) -> Result<Vec<u8>, String> {
        let how = Say::HowTitle.text(language).to_owned();
        let about = [self.title.clone(), self.from.clone()].into_iter().chain(self.says.iter().cloned());
        let about = about.chain([how]).chain(self.notes.iter().cloned()).collect();
        let sheets = self.leaves.iter().map(|(leaf, _)| leaf).filter(|leaf| !leaf.rows.is_empty()).collect();
        Book { about, sheets }.xlsx(language)
    }

    /// A table as CSV in the form of the language.
    pub fn csv(&self, at: usize, language: Language) -> String {
        let bytes = self.leaves.get(at).map(|(leaf, _)| leaf.csv(language)).unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// Of which list and day an answer is.
pub fn from(listing: &Listing, today: Date, language: Language) -> String {
    let rows = Numbers(language).count(listing.len() as u64);
    let (file, day) = (visible(&listing.file), today.to_string());
    let places = [("file", file.as_str()), ("rows", &rows), ("day", &day), ("version", env!("CARGO_PKG_VERSION"))];
    Say::FromList.fill(language, &places)
}

/// An amount in whole kronor.
pub fn sek(amount: f64, language: Language) -> String {
    Say::Sek.fill(language, &[("n", &Numbers(language).decimal(amount, 0))])
}

/// A share in per cent with one decimal.
pub fn percent(share: f64, language: Language) -> String {
    let numbers = Numbers(language);
    numbers.percent(&numbers.share(Some(share)))
}

/// The name of a group; `None` is the whole list.
pub fn group_name(name: Option<&str>, language: Language) -> String {
    match name {
        None => Say::WholeList.text(language).to_owned(),
        Some("") => Say::Unknown.text(language).to_owned(),
        Some(name) => visible(name),
    }
}

/// A table of these heads.
pub fn leaf(name: impl Into<String>, heads: Vec<(String, Form)>, rows: Vec<Vec<Cell>>) -> Leaf {
    Leaf { name: name.into(), heads: heads.into_iter().map(|(text, form)| Head::new(text, form)).collect(), rows }
}

/// A count as a cell.
pub fn count(number: usize) -> Cell {
    Cell::Number(number as f64)
}

/// How many rows hold expired stock, which does not count; `None` without any.
pub fn expired(rows: usize, language: Language) -> Option<String> {
    match rows {
        0 => None,
        many => Some(Say::ExpiredRows.fill(language, &[("n", &Numbers(language).count(many as u64))])),
    }
}
