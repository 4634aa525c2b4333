//! What a tool found, in every form: paragraphs and tables for people, one table as CSV, all of them as a workbook.

use crate::report::book::{Book, Leaf};
use crate::report::table;
use crate::report::wording::Language;

/// What is told, in order.
#[derive(Clone, Debug, Default)]
pub struct Sheaf {
    /// Paragraphs before the tables.
    pub head: Vec<String>,
    /// For people: texts and tables, with at most so many rows.
    pub body: Vec<Part>,
    /// Paragraphs after the tables.
    pub notes: Vec<String>,
    /// Tables of the workbook; the first is the CSV.
    pub sheets: Vec<Leaf>,
}

/// A part of what people read.
#[derive(Clone, Debug)]
pub enum Part {
    /// A paragraph; lines after the first begin with the second text.
    Text(String, &'static str),
    /// A table and the most rows of it that are printed.
    Table(Leaf, usize),
    /// An empty line.
    Gap,
}

impl Sheaf {
    /// For people.
    pub fn human(&self, language: Language, width: usize) -> String {
        let paragraph = |text: &String| table::wrap(text, width, "");
        let mut text: String = self.head.iter().map(paragraph).collect();
        for part in &self.body {
            text += &match part {
                Part::Text(words, indent) => {
                    let start = words.len() - words.trim_start_matches(' ').len();
                    let lines = table::wrap(words, width - start, indent);
                    " ".repeat(start) + &lines
                }
                Part::Table(leaf, most) => table::leaf(leaf, language, width, *most),
                Part::Gap => "\n".to_owned(),
            };
        }
        if !self.notes.is_empty() {
            text += "\n";
        }
        text + &self.notes.iter().map(paragraph).collect::<String>()
    }

    /// The first sheet as CSV.
    pub fn csv(&self, language: Language) -> String {
        let bytes = self.sheets.first().map(|leaf| leaf.csv(language)).unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// The workbook.
    ///
    /// # Errors
    /// What a workbook cannot hold.
    pub fn workbook(&self, language: Language) -> Result<Vec<u8>, String> {
        let about = self.head.iter().chain(&self.notes).cloned().collect();
        Book { about, sheets: self.sheets.iter().collect() }.xlsx(language)
    }
}
