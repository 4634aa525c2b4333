//! Tables that leave the house: as a workbook of Excel, as CSV in the Swedish or the English form, and as text for people. Texts are
//! written as texts: no name of an article becomes a formula, and no article number loses its zeros.

use super::csv::text_cell;
use super::name::visible;
use super::number::Numbers;
use super::wording::Language;
use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// A workbook: what it is, and its sheets.
#[derive(Clone, Debug, Default)]
pub struct Book<'l> {
    /// Paragraphs of the first sheet.
    pub about: Vec<String>,
    /// Its tables.
    pub sheets: Vec<&'l Leaf>,
}

/// One table.
#[derive(Clone, Debug, Default)]
pub struct Leaf {
    /// Its name, also that of its sheet.
    pub name: String,
    /// Its columns.
    pub heads: Vec<Head>,
    /// Its rows, as wide as the heads.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Head {
    /// What stands above it, on several lines where people read it.
    pub text: String,
    /// How its cells are written.
    pub form: Form,
}

/// How the cells of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text, or an identity.
    Text,
    /// A number with so many decimals; Excel gets it exactly.
    Number(u8),
    /// A share, shown in per cent with so many decimals.
    Share(u8),
    /// A date.
    Date,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A number, or a share of 1.
    Number(f64),
    /// A date.
    Date(Date),
}

impl Head {
    /// A column.
    pub fn new(text: impl Into<String>, form: Form) -> Head {
        Head { text: text.into(), form }
    }

    /// What stands above it where a cell has one line.
    fn on_one_line(&self) -> String {
        self.text.replace("-\n", "").replace('\n', " ")
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Cell {
        number.filter(|number| number.is_finite()).map_or(Cell::Empty, Cell::Number)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::from(Some(number))
    }
}

impl From<Option<Date>> for Cell {
    fn from(date: Option<Date>) -> Cell {
        date.map_or(Cell::Empty, Cell::Date)
    }
}

impl Book<'_> {
    /// The workbook as bytes; the same tables give the same bytes.
    ///
    /// # Errors
    /// What Excel cannot hold: more than 1,048,576 rows, or a text above 32,767 letters.
    pub fn xlsx(&self, language: Language) -> Result<Vec<u8>, String> {
        self.built(language).map_err(|error| error.to_string())
    }

    fn built(&self, language: Language) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&epoch));
        let about = book.add_worksheet();
        about.set_name(match language {
            Language::Sv => "Läs mig",
            Language::En => "Read me",
        })?;
        about.set_column_width(0, 110)?;
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        for (row, text) in (0..).zip(&self.about) {
            about.write_string_with_format(row, 0, text, &wrapped)?;
        }
        for leaf in &self.sheets {
            leaf.write(book.add_worksheet())?;
        }
        book.save_to_buffer()
    }
}

/// The width of a column of Excel: as wide as its longest cell among the first rows, within bounds.
fn width(leaf: &Leaf, column: usize) -> f64 {
    let cells = leaf.rows.iter().take(200).filter_map(|row| row.get(column));
    let longest = cells.map(|cell| match cell {
        Cell::Text(text) => text.chars().count(),
        Cell::Number(_) | Cell::Date(_) => 11,
        Cell::Empty => 0,
    });
    let head = leaf.heads.get(column).map_or(0, |head| head.on_one_line().chars().count());
    longest.chain([head]).max().unwrap_or(0).clamp(8, 60) as f64 + 2.0
}

impl Form {
    fn of_excel(self) -> Format {
        let decimals = |count: u8| if count == 0 { String::new() } else { format!(".{}", "0".repeat(count.into())) };
        match self {
            // A text column stays one when the user types into it.
            Form::Text => Format::new().set_num_format("@"),
            Form::Number(count) => Format::new().set_num_format(format!("#,##0{}", decimals(count))),
            Form::Share(count) => Format::new().set_num_format(format!("0{}%", decimals(count))),
            Form::Date => Format::new().set_num_format("yyyy-mm-dd"),
        }
    }
}

impl Leaf {
    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(sheet_name(&self.name))?;
        let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
        let forms: Vec<Format> = self.heads.iter().map(|head| head.form.of_excel()).collect();
        for (column, (head, form)) in (0..).zip(self.heads.iter().zip(&forms)) {
            sheet.set_column_width(column, width(self, usize::from(column)))?;
            sheet.set_column_format(column, form)?;
            sheet.write_string_with_format(0, column, head.on_one_line(), &bold)?;
        }
        for (row, cells) in (1..).zip(&self.rows) {
            for (column, (cell, form)) in (0..).zip(cells.iter().zip(&forms)) {
                match cell {
                    Cell::Empty => continue,
                    Cell::Text(text) => sheet.write_string_with_format(row, column, text, form)?,
                    Cell::Number(number) => sheet.write_number_with_format(row, column, *number, form)?,
                    Cell::Date(date) => {
                        let (year, month, day) = (date.year() as u16, date.month() as u8, date.day() as u8);
                        let date = ExcelDateTime::from_ymd(year, month, day)?;
                        sheet.write_datetime_with_format(row, column, &date, form)?
                    }
                };
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        if let (Some(last), rows) = (self.heads.len().checked_sub(1), self.rows.len())
            && rows > 0
        {
            sheet.autofilter(0, 0, rows as u32, last as u16)?;
        }
        Ok(())
    }

    /// As CSV: Swedish with semicolons, decimal commas and a mark that makes Excel read å, ä and ö; English with commas and points.
    /// Numbers are exact in both.
    pub fn csv(&self, language: Language) -> Vec<u8> {
        let separator = if language == Language::Sv { b';' } else { b',' };
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        // Writing to memory cannot fail, and all rows are as wide as the heads.
        let mut written = writer.write_record(self.heads.iter().map(|head| text_cell(&head.on_one_line())));
        for row in &self.rows {
            written = written.and_then(|()| writer.write_record(row.iter().map(|cell| cell.of_csv(language))));
        }
        debug_assert!(written.is_ok(), "{written:?}");
        let mark: &[u8] = if language == Language::Sv { "\u{feff}".as_bytes() } else { b"" };
        [mark, &writer.into_inner().unwrap_or_default()].concat()
    }

    /// The cells of a row for people, in the order of the heads.
    pub fn shown(&self, row: &[Cell], numbers: Numbers) -> Vec<String> {
        self.heads.iter().zip(row).map(|(head, cell)| cell.shown(head.form, numbers)).collect()
    }
}

impl Cell {
    fn of_csv(&self, language: Language) -> String {
        match (self, language) {
            (Cell::Empty, _) => String::new(),
            (Cell::Text(text), _) => text_cell(text),
            (Cell::Number(number), Language::Sv) => number.to_string().replace('.', ","),
            (Cell::Number(number), Language::En) => number.to_string(),
            (Cell::Date(date), _) => date.to_string(),
        }
    }

    fn shown(&self, form: Form, numbers: Numbers) -> String {
        match (self, form) {
            (Cell::Empty, _) => String::new(),
            (Cell::Text(text), _) => visible(text),
            (Cell::Number(share), Form::Share(count)) => numbers.percent(&numbers.decimal(share * 100.0, count.into())),
            (Cell::Number(number), Form::Number(count)) => numbers.decimal(*number, count.into()),
            (Cell::Number(number), _) => numbers.short(*number, 3),
            (Cell::Date(date), _) => date.to_string(),
        }
    }
}

/// A name as a sheet may have it: at most 31 letters, without signs that Excel refuses.
fn sheet_name(name: &str) -> String {
    let fits =
        |letter: &char| !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !letter.is_control();
    let kept: String = name.chars().filter(fits).take(31).collect();
    if kept.trim().is_empty() { "Blad".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf() -> Leaf {
        Leaf {
            name: "Förslag: [A/B]".to_owned(),
            heads: vec![Head::new("Artikelnr", Form::Text), Head::new("Antal", Form::Number(1))],
            rows: vec![vec!["=1+1".into(), 1234.5.into()], vec!["007".into(), Cell::Empty]],
        }
    }

    #[test]
    fn csv_has_the_form_of_its_language_and_no_formulas() {
        let text = |language| String::from_utf8(leaf().csv(language)).unwrap();
        assert_eq!(text(Language::Sv), "\u{feff}Artikelnr;Antal\n'=1+1;1234,5\n007;\n");
        assert_eq!(text(Language::En), "Artikelnr,Antal\n'=1+1,1234.5\n007,\n");
    }

    #[test]
    fn a_workbook_is_the_same_twice_and_its_sheets_have_lawful_names() {
        let leaf = leaf();
        let book = Book { about: vec!["Om".to_owned()], sheets: vec![&leaf] };
        let bytes = book.xlsx(Language::Sv).unwrap();
        assert_eq!(bytes, book.xlsx(Language::Sv).unwrap());
        assert_eq!(sheet_name("Förslag: [A/B]"), "Förslag AB");
        assert_eq!(sheet_name("'':"), "Blad");
    }

    #[test]
    fn people_read_numbers_in_their_language() {
        let shown = |language| leaf().shown(&leaf().rows[0], Numbers(language));
        assert_eq!(shown(Language::Sv), ["=1+1", "1\u{a0}234,5"]);
        assert_eq!(shown(Language::En), ["=1+1", "1,234.5"]);
    }
}
