//! How lists were read, and what is wrong with them, for people and as a file.

use crate::desk::lists::LISTS;
use crate::report::book::{Cell, Form, Head, Leaf};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::table;
use crate::report::wording::Language;
use crate::report::wording::sheet::SheetWord as Word;
use crate::sheet::{Assumed, Fault, Limit, Listing, Problem, Problems, column_letters};

/// Problems that are printed; the file has all that were kept.
const MOST_PRINTED: usize = 40;
/// Letters of a cell that are shown.
const MOST_LETTERS: usize = 24;

/// The table of problems for people.
pub fn problems(found: &Problems, language: Language, width: usize) -> String {
    let count = Numbers(language).count(found.count());
    let title = if found.count() == 1 { Word::OneProblem } else { Word::ProblemsTitle };
    let title = title.fill(language, &[("file", &visible(&found.file)), ("n", &count)]);
    let printed = Leaf { name: title, rows: rows(found, language, MOST_PRINTED), ..leaf(found, language) };
    let mut text = table::leaf(&printed, language, width, MOST_PRINTED);
    let unprinted = found.count() - printed.rows.len() as u64;
    if unprinted > 0 {
        let kinds = kinds(found, MOST_PRINTED);
        let named = kinds
            .iter()
            .map(|(name, n)| Word::KindCount.fill(language, &[("name", name), ("n", &Numbers(language).count(*n))]));
        let list = named.collect::<Vec<_>>().join(", ");
        let rest = Numbers(language).count(unprinted);
        text += &(Word::MoreProblems.fill(language, &[("n", &rest), ("list", &list)]) + "\n");
        text += &(Word::AllProblems.text(language).to_owned() + "\n");
    }
    text
}

/// How many of each fault come after the first so many.
fn kinds(found: &Problems, skip: usize) -> Vec<(String, u64)> {
    let mut kinds = found.more.clone();
    for problem in found.list.iter().skip(skip) {
        *kinds.entry(problem.fault.name().to_owned()).or_default() += 1;
    }
    kinds.into_iter().collect()
}

/// All problems that were kept, as a table for a file.
pub fn leaf(found: &Problems, language: Language) -> Leaf {
    let heads = [
        (Word::RowHead, Form::Number(0)),
        (Word::ColumnHead, Form::Text),
        (Word::CellHead, Form::Text),
        (Word::FaultHead, Form::Text),
        (Word::FixHead, Form::Text),
    ];
    Leaf {
        name: visible(&found.file),
        heads: heads.into_iter().map(|(word, form)| Head::new(word.text(language), form)).collect(),
        rows: rows(found, language, usize::MAX),
    }
}

fn rows(found: &Problems, language: Language, most: usize) -> Vec<Vec<Cell>> {
    found.list.iter().take(most).map(|problem| row(problem, language)).collect()
}

fn row(problem: &Problem, language: Language) -> Vec<Cell> {
    let letters = problem.column_number.map(column_letters).unwrap_or_default();
    let column = match &problem.column {
        Some(name) if letters.is_empty() => shortened(name),
        Some(name) => format!("{letters} {}", shortened(name)),
        None => letters,
    };
    let (what, fix) = words(&problem.fault, language);
    let row = problem.row.map(f64::from);
    vec![row.into(), column.into(), shortened(&problem.cell).into(), what.into(), fix.into()]
}

fn shortened(text: &str) -> String {
    let shown = visible(text);
    match shown.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", shown.get(..end).unwrap_or_default()),
        None => shown,
    }
}

/// What is wrong, and what to do.
fn words(fault: &Fault, language: Language) -> (String, String) {
    let fixed =
        |what: Word, fix: Word, places: &[(&str, &str)]| (what.fill(language, places), fix.fill(language, places));
    match fault {
        Fault::Empty => fixed(Word::Empty, Word::EmptyFix, &[]),
        Fault::NoRows => fixed(Word::NoRows, Word::NoRowsFix, &[]),
        Fault::NotThere => fixed(Word::NotThere, Word::NotThereFix, &[]),
        Fault::NoRight => fixed(Word::NoRight, Word::NoRightFix, &[]),
        Fault::Unreadable(why) => fixed(Word::Unreadable, Word::UnreadableFix, &[("why", why)]),
        Fault::NotAList(why) => fixed(Word::NotAList, Word::NotAListFix, &[("why", &visible(why))]),
        Fault::TooLarge(most) => fixed(Word::TooLarge, Word::TooLargeFix, &[("most", &limit(*most, language))]),
        Fault::Folder => fixed(Word::AFolder, Word::AFolderFix, &[]),
        Fault::OldWorkbook => fixed(Word::OldWorkbook, Word::OldWorkbookFix, &[]),
        Fault::SumRow => fixed(Word::SumRow, Word::SumRowFix, &[]),
        Fault::LostCode => fixed(Word::LostCode, Word::LostCodeFix, &[]),
        Fault::Bomb => fixed(Word::Bomb, Word::BombFix, &[]),
        Fault::NoHeader(keys) => {
            let named = keys.iter().map(|key| column_named(key, language)).collect::<Vec<_>>().join(", ");
            let say = |key: &String| Word::ColumnSaid.fill(language, &[("key", key)]);
            let columns = keys.iter().map(say).collect::<Vec<_>>().join(" ");
            let n = keys.len().to_string();
            fixed(Word::NoHeader, Word::NoHeaderFix, &[("list", &named), ("columns", &columns), ("n", &n)])
        }
        Fault::SameColumn(key) => fixed(Word::SameColumn, Word::SameColumnFix, &[("key", key)]),
        Fault::NoSuchColumn(key) => fixed(Word::NoSuchColumn, Word::NoSuchColumnFix, &[("key", key)]),
        Fault::NoSuchSheet(sheets) => {
            fixed(Word::NoSuchSheet, Word::NoSuchSheetFix, &[("list", &visible(&sheets.join(", ")))])
        }
        Fault::Missing => fixed(Word::Missing, Word::MissingFix, &[]),
        Fault::NotANumber => fixed(Word::NotANumber, Word::NotANumberFix, &[]),
        Fault::OtherDecimal(sign) => fixed(Word::OtherDecimal, Word::OtherDecimalFix, &[("sign", &sign.to_string())]),
        Fault::Ambiguous => fixed(Word::Ambiguous, Word::AmbiguousFix, &[]),
        Fault::Negative => fixed(Word::Negative, Word::NegativeFix, &[]),
        Fault::NotPositive => fixed(Word::NotPositive, Word::NotPositiveFix, &[]),
        Fault::NotAShare => fixed(Word::NotAShare, Word::NotAShareFix, &[]),
        Fault::Huge => fixed(Word::Huge, Word::HugeFix, &[]),
        Fault::NotADate => fixed(Word::NotADate, Word::NotADateFix, &[]),
        Fault::NotATime => fixed(Word::NotATime, Word::NotATimeFix, &[]),
        Fault::NotAFlag => fixed(Word::NotAFlag, Word::NotAFlagFix, &[]),
        Fault::Formula => fixed(Word::Formula, Word::FormulaFix, &[]),
        Fault::ExcelError => fixed(Word::ExcelError, Word::ExcelErrorFix, &[]),
        Fault::TooManyCells => fixed(Word::TooManyCells, Word::TooManyCellsFix, &[]),
        Fault::OpenQuote => fixed(Word::OpenQuote, Word::OpenQuoteFix, &[]),
        Fault::BadByte => fixed(Word::BadByte, Word::BadByteFix, &[]),
        Fault::Duplicate(row) => fixed(Word::Duplicate, Word::DuplicateFix, &[("row", &row.to_string())]),
        Fault::Other { sv, en } => match language {
            Language::Sv => (sv.clone(), String::new()),
            Language::En => (en.clone(), String::new()),
        },
    }
}

/// A column by the header that people write, with its key.
fn column_named(key: &str, language: Language) -> String {
    let known = LISTS.iter().flat_map(|list| list.columns).find(|column| column.key == key);
    known.map_or_else(
        || key.to_owned(),
        |column| Word::ColumnNamed.fill(language, &[("name", super::import::header(column, language)), ("key", key)]),
    )
}

fn limit(most: Limit, language: Language) -> String {
    let (word, count) = match most {
        Limit::Megabytes(count) => (Word::MostMegabytes, count),
        Limit::Rows(count) => (Word::MostRows, u64::from(count)),
        Limit::Columns(count) => (Word::MostColumns, u64::from(count)),
        Limit::Cells(count) => (Word::MostCells, count as u64),
    };
    word.fill(language, &[("n", &Numbers(language).count(count))])
}

/// Sheets that hold more of the same and were not read: told even to those who want to hear little, as rows may be missed.
pub fn unread_sheets(listing: &Listing, language: Language) -> Option<String> {
    let of = |one: &&Assumed| matches!(one, Assumed::OtherSheets(_));
    let told = said(listing.assumed.iter().find(of)?, language)?;
    Some(format!("{}: {told}", visible(&listing.file)))
}

/// How a list was read, a line each.
pub fn assumed(listing: &Listing, language: Language) -> String {
    let rows = match listing.len() {
        1 => Word::OneRow.text(language).to_owned(),
        count => Word::Rows.fill(language, &[("n", &Numbers(language).count(count as u64))]),
    };
    let head = Word::ReadAs.fill(language, &[("file", &visible(&listing.file)), ("rows", &rows)]);
    let mut parts: Vec<String> = listing.assumed.iter().filter_map(|one| said(one, language)).collect();
    let columns = listing.assumed.iter().filter_map(|one| match one {
        Assumed::Column { key, header } => {
            Some(Word::ColumnIs.fill(language, &[("key", key), ("header", &visible(header))]))
        }
        _ => None,
    });
    parts.push(Word::Columns.fill(language, &[("list", &columns.collect::<Vec<_>>().join(", "))]));
    parts.iter().fold(head + ":", |text, part| text + "\n  " + part)
}

fn sign(sign: char, language: Language) -> String {
    let word = match sign {
        ';' => Word::Semicolon,
        ',' => Word::Comma,
        '\t' => Word::Tab,
        '.' => Word::Point,
        other => return other.to_string(),
    };
    word.text(language).to_owned()
}

fn said(one: &Assumed, language: Language) -> Option<String> {
    let number = |count: &u32| Numbers(language).count(*count);
    Some(match one {
        Assumed::OtherSheets(names) => Word::OtherSheets.fill(language, &[("list", &visible(&names.join(", ")))]),
        Assumed::Sheet(name) => Word::Sheet.fill(language, &[("name", &visible(name))]),
        Assumed::Encoding(name) => Word::EncodedAs.fill(language, &[("name", name)]),
        Assumed::Separator(letter) => Word::SeparatedBy.fill(language, &[("sign", &sign(*letter, language))]),
        Assumed::HeaderRow(row) => Word::HeaderRow.fill(language, &[("row", &number(row))]),
        Assumed::Decimal { sign: letter, row, cell } => {
            let places = [("sign", sign(*letter, language)), ("row", number(row)), ("cell", visible(cell))];
            let places: Vec<(&str, &str)> = places.iter().map(|(name, text)| (*name, text.as_str())).collect();
            Word::DecimalSign.fill(language, &places)
        }
        Assumed::Column { .. } => return None,
        Assumed::NotRead(headers) => Word::NotRead.fill(language, &[("list", &visible(&headers.join(", ")))]),
        Assumed::EmptyRows(count) => Word::EmptyRows.fill(language, &[("n", &number(count))]),
        Assumed::NumericCodes { count, header, example } => {
            let n = number(count);
            Word::NumericCodes.fill(language, &[("n", &n), ("header", &visible(header)), ("example", example)])
        }
        Assumed::QuotedFormulas(count) => Word::QuotedFormulas.fill(language, &[("n", &number(count))]),
        Assumed::Formulas(count) => Word::Formulas.fill(language, &[("n", &number(count))]),
    })
}
