//! The page of reference of the lists: every column, how it may be called, what stands in it.

use super::import::{header, in_language, title};
use super::template::kind;
use crate::desk::lists::{LISTS, List};
use crate::report::wording::Language;
use crate::report::wording::sheet::SheetWord as Word;
use crate::sheet::{Column, Must};
use std::fmt::Write as _;

/// The page, without its title.
pub fn reference(language: Language) -> String {
    LISTS.iter().fold(String::new(), |text, list| text + &section(list, language))
}

fn section(list: &List, language: Language) -> String {
    let mut text = format!("## {} (`{}`)\n\n{}.\n", title(list, language), list.key, in_language(list.about, language));
    if !list.identity().is_empty() {
        let keys = list.identity().iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
        text += &format!("\n{}\n", Word::IdentityIs.fill(language, &[("keys", &keys)]));
    }
    let heads = [
        Word::KeyHead,
        Word::SwedishHead,
        Word::EnglishHead,
        Word::AlsoHead,
        Word::MeansHead,
        Word::KindHead,
        Word::NeededHead,
    ];
    let names = heads.map(|word| word.text(language)).join(" | ");
    // Writing to a text cannot fail.
    let _ = writeln!(text, "\n| {names} |\n|{}", " --- |".repeat(heads.len()));
    for column in list.columns {
        let _ = writeln!(text, "| {} |", row(column, language).join(" | "));
    }
    text + "\n"
}

fn row(column: &Column, language: Language) -> [String; 7] {
    let needed = if column.must == Must::Optional { Word::IfKnown } else { Word::Always };
    [
        format!("`{}`", column.key),
        header(column, Language::Sv).to_owned(),
        header(column, Language::En).to_owned(),
        column.also.join(", "),
        in_language(column.about, language).replace('|', "\\|"),
        kind(column).text(language).to_owned(),
        needed.text(language).to_owned(),
    ]
}
