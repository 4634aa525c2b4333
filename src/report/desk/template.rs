//! The template workbook: a sheet for each list, with its headers, and a sheet that says what belongs where.

use super::import::{form, header, in_language, title};
use crate::desk::lists::{LISTS, List};
use crate::report::book::{Book, Form, Head, Leaf};
use crate::report::wording::Language;
use crate::report::wording::sheet::SheetWord as Word;
use crate::sheet::{Column, Kind, Must};

/// The workbook.
///
/// # Errors
/// None that a user can cause.
pub fn workbook(language: Language) -> Result<Vec<u8>, String> {
    let about = [Word::TemplateIs, Word::TemplateHow, Word::TemplateAsk].map(|word| word.text(language).to_owned());
    let mut sheets = vec![columns(language)];
    sheets.extend(LISTS.map(|list| Leaf {
        name: title(list, language),
        heads: list.columns.iter().map(|column| Head::new(header(column, language), form(column.kind))).collect(),
        rows: Vec::new(),
    }));
    Book { about: about.into(), sheets: sheets.iter().collect() }.xlsx(language)
}

/// What every column of every list means.
fn columns(language: Language) -> Leaf {
    let heads = [Word::ListHead, Word::ColumnHead, Word::MeansHead, Word::KindHead, Word::NeededHead];
    let rows = |list: &'static List| {
        list.columns.iter().map(move |column| {
            vec![
                title(list, language).into(),
                header(column, language).into(),
                in_language(column.about, language).into(),
                kind(column).text(language).into(),
                if column.must == Must::Optional { Word::IfKnown } else { Word::Always }.text(language).into(),
            ]
        })
    };
    Leaf {
        name: Word::ColumnsSheet.text(language).to_owned(),
        heads: heads.into_iter().map(|word| Head::new(word.text(language), Form::Text)).collect(),
        rows: LISTS.into_iter().flat_map(rows).collect(),
    }
}

pub(super) fn kind(column: &Column) -> Word {
    match column.kind {
        Kind::Text => Word::KindText,
        Kind::Code => Word::KindCode,
        Kind::Number => Word::KindNumber,
        Kind::Amount => Word::KindAmount,
        Kind::Positive => Word::KindPositive,
        Kind::Share => Word::KindShare,
        Kind::Date => Word::KindDate,
        Kind::Time => Word::KindTime,
        Kind::Flag => Word::KindFlag,
    }
}
