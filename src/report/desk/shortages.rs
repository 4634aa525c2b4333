//! The shortages of the week, for people and as files.

mod words;

use super::sheaf::{Part, Sheaf};
use super::told::expired;
use crate::desk::shortages::{Question, Shortage, Shortages};
use crate::report::book::{Cell, Form, Head, Leaf};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::desk::shortages::ShortageWord as Word;
use std::collections::BTreeMap;
use words::Say;

/// Rows of a table that are printed.
const PRINTED: usize = 25;
/// Articles that are named in a note.
const NAMED: usize = 8;

/// What was read beside the stock list.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The files, the stock list first.
    pub files: Vec<String>,
    /// Whether open orders were given.
    pub orders: bool,
    /// Whether notices were given.
    pub notices: bool,
    /// Rows whose use comes from issues, if they were given.
    pub use_filled: Option<usize>,
}

/// The week.
pub fn shortages(found: &Shortages, question: &Question, given: &Given, language: Language) -> Sheaf {
    let say = Say { language, numbers: Numbers(language) };
    let days = say.numbers.short(question.days, 1);
    let title = if question.all { Word::TitleAll } else { Word::Title };
    let count = |count: usize| say.numbers.count(count as u64);
    let sum = say.fill(
        Word::Sum,
        &[
            ("judged", &count(found.judged)),
            ("short", &count(found.short.len())),
            ("ahead", &count(found.ahead.len())),
            ("unknown", &count(found.unknown.len())),
            ("days", &days),
        ],
    );
    let hours = say.fill(
        Word::Hours,
        &[
            ("hours", &say.numbers.decimal(found.chasing_hours, 1)),
            ("minutes", &say.numbers.short(question.chasing, 1)),
        ],
    );
    let mut head = vec![say.fill(title, &[("today", &question.today.to_string()), ("days", &days)]), sum];
    match found.empty.len() {
        0 => {}
        many => head.push(say.fill(Word::EmptySum, &[("n", &count(many))])),
    }
    head.push(hours);
    let (short_title, ahead_title) = (say.fill(Word::ShortTitle, &[("days", &days)]), say.text(Word::AheadTitle));
    let mut body = Vec::new();
    if found.short.is_empty() {
        body.extend([Part::Gap, Part::Text(say.fill(Word::None, &[("days", &days)]), "")]);
    }
    for (title, list) in [(&short_title, &found.short), (&ahead_title, &found.ahead)] {
        if !list.is_empty() {
            body.extend([Part::Gap, Part::Table(brief(list, title, say), PRINTED), Part::Gap]);
            body.extend(list.iter().enumerate().take(PRINTED).flat_map(|(place, one)| item(place + 1, one, say)));
        }
    }
    let (empty, unknown) = (empty(found, say), unknown(found, say));
    for leaf in [&empty, &unknown] {
        if !leaf.rows.is_empty() {
            body.extend([Part::Gap, Part::Table(leaf.clone(), PRINTED)]);
        }
    }
    let sheets = vec![full(&found.short, &short_title, say), full(&found.ahead, &ahead_title, say), empty, unknown];
    Sheaf { head, body, notes: notes(found, given, say), sheets }
}

fn notes(found: &Shortages, given: &Given, say: Say) -> Vec<String> {
    let mut notes = vec![
        say.text(Word::HoursSource),
        say.text(Word::Free),
        say.text(Word::HowExpected),
        say.text(Word::HowWithout),
    ];
    notes.extend([Word::HowStandIn, Word::HowSorted].map(|word| say.text(word)));
    if !given.orders {
        notes.push(say.text(Word::NotOrders));
    }
    if !given.notices {
        notes.push(say.text(Word::NotNotices));
    }
    if let Some(filled) = given.use_filled {
        notes.push(say.fill(Word::UseFilled, &[("n", &say.numbers.count(filled as u64))]));
    }
    for (word, list) in [(Word::OrdersUnknown, &found.orders_unknown), (Word::NoticesUnknown, &found.notices_unknown)] {
        if !list.is_empty() {
            let named = list.iter().take(NAMED).map(|name| visible(name)).collect::<Vec<_>>().join(", ");
            let more = if list.len() > NAMED { format!(" … ({})", list.len()) } else { String::new() };
            notes.push(say.fill(word, &[("list", &(named + &more))]));
        }
    }
    notes.extend(expired(found.expired_rows, say.language));
    notes.push(say.text(Word::NotIncluded));
    notes
}

fn item(place: usize, one: &Shortage, say: Say) -> Vec<Part> {
    let places = [
        ("n", place.to_string()),
        ("article", visible(&one.article)),
        ("name", visible(&one.name)),
        ("site", visible(&one.site)),
        ("critical", if one.critical { say.text(Word::Critical) } else { String::new() }),
    ];
    let word = if one.site.is_empty() { Word::ItemHeadNowhere } else { Word::ItemHead };
    let head = say.fill(word, &places.each_ref().map(|(place, text)| (*place, text.as_str())));
    vec![
        Part::Text(head, "   "),
        Part::Text(format!("   {}", say.told(one)), "   "),
        Part::Text(format!("   {}", say.call(one)), "   "),
    ]
}

fn heads(words: &[(Word, Form)], say: Say) -> Vec<Head> {
    words.iter().map(|(word, form)| Head::new(say.text(*word), *form)).collect()
}

fn flag(is: bool, say: Say) -> Cell {
    say.text(if is { Word::Yes } else { Word::No }).into()
}

/// What people read at a glance.
fn brief(list: &[Shortage], title: &str, say: Say) -> Leaf {
    let heads = heads(
        &[
            (Word::ArticleHead, Form::Text),
            (Word::NameHead, Form::Text),
            (Word::SiteHead, Form::Text),
            (Word::CriticalHead, Form::Text),
            (Word::DaysHead, Form::Number(1)),
            (Word::OutHead, Form::Date),
            (Word::BackHead, Form::Date),
            (Word::WithoutHead, Form::Number(0)),
            (Word::StandInDaysHead, Form::Number(0)),
            (Word::SupplierHead, Form::Text),
        ],
        say,
    );
    let row = |one: &Shortage| -> Vec<Cell> {
        let best = one.substitutes.first();
        vec![
            one.article.clone().into(),
            one.name.clone().into(),
            one.site.clone().into(),
            flag(one.critical, say),
            one.days.into(),
            one.out.into(),
            one.expected.date.into(),
            one.without.map(|days| days as f64).into(),
            best.map(|best| libm::floor(best.days)).into(),
            if one.from.is_empty() { &one.supplier } else { &one.from }.clone().into(),
        ]
    };
    Leaf { name: title.to_owned(), heads, rows: list.iter().map(row).collect() }
}

/// All columns, for files.
fn full(list: &[Shortage], title: &str, say: Say) -> Leaf {
    let heads = heads(
        &[
            (Word::CriticalHead, Form::Text),
            (Word::ArticleHead, Form::Text),
            (Word::NameHead, Form::Text),
            (Word::SiteHead, Form::Text),
            (Word::StockHead, Form::Number(0)),
            (Word::UseHead, Form::Number(1)),
            (Word::DaysHead, Form::Number(1)),
            (Word::OutHead, Form::Date),
            (Word::BackHead, Form::Date),
            (Word::WithoutHead, Form::Number(0)),
            (Word::HarmHead, Form::Number(0)),
            (Word::StandInHead, Form::Text),
            (Word::StandInDaysHead, Form::Number(1)),
            (Word::UncoveredHead, Form::Number(0)),
            (Word::OverdueHead, Form::Number(0)),
            (Word::OrderHead, Form::Text),
            (Word::SupplierHead, Form::Text),
            (Word::ContactHead, Form::Text),
            (Word::PhoneHead, Form::Text),
            (Word::MailHead, Form::Text),
            (Word::TextHead, Form::Text),
        ],
        say,
    );
    let row = |one: &Shortage| -> Vec<Cell> {
        let best = one.substitutes.first();
        let contact = one.contact.clone().unwrap_or_default();
        vec![
            flag(one.critical, say),
            one.article.clone().into(),
            one.name.clone().into(),
            one.site.clone().into(),
            one.free.into(),
            one.daily_use.into(),
            one.days.into(),
            one.out.into(),
            one.expected.date.into(),
            one.without.map(|days| days as f64).into(),
            Some(one.harm()).into(),
            best.map(|best| best.article.clone()).unwrap_or_default().into(),
            best.map(|best| best.days).into(),
            one.uncovered.map(|days| days as f64).into(),
            Some(one.expected.overdue_days).filter(|days| *days > 0).map(|days| days as f64).into(),
            one.expected.order.clone().into(),
            one.supplier.clone().into(),
            contact.0.into(),
            contact.1.into(),
            contact.2.into(),
            say.told(one).into(),
        ]
    };
    Leaf { name: title.to_owned(), heads, rows: list.iter().map(row).collect() }
}

fn empty(found: &Shortages, say: Say) -> Leaf {
    let words = [Word::ArticleHead, Word::NameHead, Word::SiteHead, Word::SupplierHead, Word::WithdrawnHead];
    let rows = found.empty.iter().map(|one| {
        let texts = [&one.article, &one.name, &one.site, &one.supplier].map(|text| text.clone().into());
        texts.into_iter().chain([flag(one.withdrawn, say)]).collect()
    });
    let heads = heads(&words.map(|word| (word, Form::Text)), say);
    Leaf { name: say.text(Word::EmptyTitle), heads, rows: rows.collect() }
}

/// Rows whose use is not known, without those that stand as empty already.
fn unknown(found: &Shortages, say: Say) -> Leaf {
    let heads = heads(&[(Word::ArticleHead, Form::Text), (Word::SiteHead, Form::Text)], say);
    let empty = |(article, site): &&(String, String)| {
        !found.empty.iter().any(|one| one.article == *article && one.site == *site)
    };
    let rows = found.unknown.iter().filter(empty);
    let rows = rows.map(|(article, site)| vec![article.clone().into(), site.clone().into()]);
    Leaf { name: say.text(Word::UnknownTitle), heads, rows: rows.collect() }
}

/// What was found, as one JSON document.
pub fn json(found: &Shortages, question: &Question, given: &Given) -> String {
    let asked = serde_json::json!({
        "schema": 1,
        "tool": "brist",
        "lists": given.files,
        "question": question,
        "use_from_issues": given.use_filled,
    });
    super::document(super::head(asked), &BTreeMap::from([("found", found)]))
}
