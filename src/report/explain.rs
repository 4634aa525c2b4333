//! What terms, codes of diagnoses and keys of scenario files mean, in both languages.

pub mod codes;
pub mod keys;
mod particulars;
pub mod terms;

use super::wording::{Language, commands as say};
use crate::order::InOrder;
use crate::scenario::diagnosis::Diagnosis;
use crate::scenario::source::{Kind, Sources};
use keys::{GROUPS, Group, Key};
use std::fmt::Write;

/// Words that are told as near to one that is not known.
const MOST_NEAR: usize = 5;
/// How alike two words are that may have been mixed up.
const LIKENESS: f64 = 0.8;

/// Terms and codes that can be explained.
pub fn list(language: Language) -> String {
    let mut text = format!("{}\n\n{}\n", say::EXPLAIN_LIST.text(language), say::TERMS.text(language));
    let mut names: Vec<_> = terms::all().map(|term| term.in_both(language)).collect();
    names.order_by_key(|(own, _)| own.to_lowercase());
    for (own, other) in names {
        line(&mut text, format_args!("  {own} ({other})"));
    }
    line(&mut text, format_args!("\n{}", say::CODES.text(language)));
    for code in codes::ALL {
        line(&mut text, format_args!("  {}  {}", code.code, code.what.text(language)));
    }
    text
}

/// The line below an English diagnosis for readers of another language: what is wrong and what to do.
pub fn below_diagnosis(one: &Diagnosis, sources: &Sources, language: Language) -> Option<String> {
    let code = codes::ALL.iter().find(|known| known.code == one.code).filter(|_| language != Language::En)?;
    let kind = one.place.and_then(|place| sources.get(place.file)).map(|source| &source.kind);
    let commas = matches!(kind, Some(Kind::Cells { commas: true, .. }));
    let (what, fix) = particulars::of(one.particular, one.code, commas).unwrap_or((code.what, code.fix));
    let places = [("what", what.text(language)), ("fix", fix.text(language)), ("code", code.code)];
    Some(say::BELOW_DIAGNOSIS.fill(language, &places))
}

/// What a word means.
///
/// # Errors
/// That nothing has this name, and what has a name like it.
pub fn word(asked: &str, language: Language) -> Result<String, String> {
    let mut text = String::new();
    for term in terms::all().filter(|term| term.is_called(asked)) {
        text += &term.told(language);
    }
    for code in codes::ALL.iter().filter(|code| code.code.eq_ignore_ascii_case(asked.trim())) {
        text += &code.told(language);
    }
    for group in GROUPS {
        let mut of_group = group.keys.iter().filter(|key| group.names(key, asked)).peekable();
        if of_group.peek().is_some() {
            line(&mut text, format_args!("{}", group.heading));
        }
        for key in of_group {
            line(&mut text, format_args!("  {}", key_line(key, language)));
        }
    }
    if text.is_empty() { Err(unknown(asked, language)) } else { Ok(text) }
}

/// The reference of all keys of scenario files, as Markdown.
pub fn reference(language: Language) -> String {
    let mut text = String::new();
    for group in GROUPS {
        line(&mut text, format_args!("### `{}`\n\n{}\n", group.heading, group.about.text(language)));
        let heads = [say::KEY, say::FORM, say::DEFAULT, say::MEANING].map(|head| head.text(language));
        line(&mut text, format_args!("| {} |\n| --- | --- | --- | --- |", heads.join(" | ")));
        for key in group.keys {
            let form = key.form.replace('|', "\\|");
            let cells = [code(key.name), form, default(key, language), key.meaning.text(language).to_owned()];
            line(&mut text, format_args!("| {} |", cells.join(" | ")));
        }
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn key_line(key: &Key, language: Language) -> String {
    format!("{}: {} ({}; {})", key.name, key.meaning.text(language), key.form, default(key, language))
}

fn default(key: &Key, language: Language) -> String {
    match key.default {
        "!" => say::REQUIRED.text(language).to_owned(),
        "" => say::NO_DEFAULT.text(language).to_owned(),
        given => code(given),
    }
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

/// What is told of a word that is not known: the nearest ones, and where all stand.
fn unknown(asked: &str, language: Language) -> String {
    let wanted = terms::plain(asked);
    let names = terms::all().flat_map(|term| term.names().map(str::to_owned));
    let names = names.chain(codes::ALL.iter().map(|code| code.code.to_owned()));
    let names = names.chain(GROUPS.iter().flat_map(Group::full_names));
    let mut near: Vec<_> = names
        .map(|name| (strsim::jaro_winkler(&wanted, &terms::plain(&name)), name))
        .filter(|(like, _)| *like >= LIKENESS)
        .collect();
    near.order_by(|(one, first), (other, second)| other.total_cmp(one).then_with(|| first.cmp(second)));
    near.dedup_by(|one, other| one.1 == other.1);
    let near: Vec<_> = near.into_iter().take(MOST_NEAR).map(|(_, name)| name).collect();
    let shown = super::name::visible(asked);
    let mut text = say::UNKNOWN_WORD.fill(language, &[("word", &shown)]);
    if !near.is_empty() {
        text.push('\n');
        text += &say::DID_YOU_MEAN.fill(language, &[("near", &near.join(", "))]);
    }
    format!("{text}\n{}", say::ASK_FOR_LIST.text(language))
}

/// Adds a line.
fn line(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{arguments}");
}
