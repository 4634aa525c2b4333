//! Proposals, orders and internal requests, for people and as files.

mod compared;
mod lacks;
mod left_out;
mod reason;
mod tried;

pub use compared::compared;
pub use tried::{tried, tried_json};

use super::sheaf::{Part, Sheaf};
use super::told::expired;
use crate::desk::reorder::{Basis, Joined, Lacking, Line, Multiple, Proposals, RuleKind, SetApart, Terms};
use crate::report::book::{Cell, Form, Head, Leaf};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::desk::reorder::ReorderWord as Word;
use jiff::civil::Date;
use left_out::{apart_leaf, lacking_leaf};
use reason::{reason, warnings};

/// Rows of a table that are printed.
const PRINTED: usize = 40;
/// Orders whose lines are printed.
const PRINTED_ORDERS: usize = 12;
/// Lines of an order that are printed.
const PRINTED_LINES: usize = 25;

/// The three documents (I4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// Everything that is proposed, with reasons.
    Proposal,
    /// What is bought.
    Order,
    /// What an own site is asked for.
    Request,
}

impl Document {
    fn holds(self, internal: bool) -> bool {
        match self {
            Document::Proposal => true,
            Document::Order => !internal,
            Document::Request => internal,
        }
    }
}

/// How the list was held against the rules.
#[derive(Clone, Debug)]
pub struct Held {
    /// The day.
    pub today: Date,
    /// The list.
    pub file: String,
    /// What holds for the whole list.
    pub terms: Terms,
    /// The rule asked for.
    pub rule: Option<RuleKind>,
    /// Columns that the list lacks, by their names in the language.
    pub without: Vec<&'static str>,
    /// Rows with expired stock, which does not count.
    pub expired: usize,
}

/// The words of a language with their numbers.
#[derive(Clone, Copy)]
pub(super) struct Say {
    pub language: Language,
    pub numbers: Numbers,
}

impl Say {
    pub fn new(language: Language) -> Say {
        Say { language, numbers: Numbers(language) }
    }

    pub fn text(self, word: Word) -> String {
        word.text(self.language).to_owned()
    }

    pub fn fill(self, word: Word, places: &[(&str, &str)]) -> String {
        word.fill(self.language, places)
    }

    /// Units, or a sum of money below 1,000: as exact as the list.
    pub fn units(self, units: f64) -> String {
        self.numbers.short(units, 3)
    }

    pub fn sek(self, sek: f64) -> String {
        self.numbers.decimal(sek, if sek.abs() < 100.0 { 2 } else { 0 })
    }

    pub fn rule(self, rule: RuleKind) -> String {
        self.text(match rule {
            RuleKind::Need => Word::Need,
            RuleKind::Quantity => Word::Quantity,
            RuleKind::Level => Word::Level,
        })
    }

    pub fn heads(self, heads: &[(Word, Form)]) -> Vec<Head> {
        heads.iter().map(|(word, form)| Head::new(self.text(*word), *form)).collect()
    }

    /// What holds for every answer.
    pub fn held(self, held: &Held) -> Vec<String> {
        let basis = match held.terms.basis {
            Basis::Availability => Word::BasisAvailability,
            Basis::OnHand => Word::BasisOnHand,
        };
        let mut told = vec![self.text(basis)];
        if !held.without.is_empty() {
            told.push(self.fill(Word::NoColumn, &[("list", &held.without.join(", "))]));
        }
        told.extend(expired(held.expired, self.language));
        told
    }
}

/// Today's proposals, or the part of them that a document holds.
pub fn proposals(found: &Proposals, held: &Held, document: Document, language: Language) -> Sheaf {
    let say = Say::new(language);
    let title = match document {
        Document::Proposal => Word::TitleProposal,
        Document::Order => Word::TitleOrder,
        Document::Request => Word::TitleRequest,
    };
    let orders: Vec<&Joined> = found.orders.iter().filter(|order| document.holds(order.internal)).collect();
    let lines: Vec<&Line> = found.lines.iter().filter(|line| document.holds(!line.from.is_empty())).collect();
    let value: f64 = lines.iter().filter_map(|line| line.value).sum();
    let count = |count: usize| say.numbers.count(count as u64);
    let sum = say.fill(
        Word::Sum,
        &[
            ("rows", &count(found.lines.len() + found.enough.len() + found.lacking.len() + found.apart.len())),
            ("lines", &count(lines.len())),
            ("value", &say.sek(value)),
            ("enough", &count(found.enough.len())),
            ("lacking", &count(found.lacking.len())),
        ],
    );
    let mut told =
        Sheaf { head: vec![say.fill(title, &[("today", &held.today.to_string())]), sum], ..Sheaf::default() };
    for order in orders.iter().take(PRINTED_ORDERS) {
        told.body.push(Part::Gap);
        told.body.extend(order_for_people(order, &lines, say, document));
    }
    if orders.is_empty() {
        told.body.push(Part::Text(say.text(Word::NothingTo), ""));
    }
    if orders.len() > PRINTED_ORDERS {
        told.body.extend([Part::Gap, Part::Table(joined_leaf(&orders, say), PRINTED)]);
    }
    if document == Document::Proposal {
        told.body.extend(lacks::lines(&lacking_leaf(found, say), &[1, 2, 3], say));
    }
    if !found.apart.is_empty() && document == Document::Proposal {
        told.body.extend([Part::Gap, Part::Table(apart_leaf(found, say), PRINTED)]);
    }
    told.notes = notes(found, held, document, say);
    told.sheets = vec![lines_leaf(&lines, say, &say.text(Word::LinesTitle)), joined_leaf(&orders, say)];
    if document == Document::Proposal {
        let enough: Vec<&Line> = found.enough.iter().collect();
        told.sheets.push(lines_leaf(&enough, say, &say.text(Word::EnoughTitle)));
        told.sheets.push(lacking_leaf(found, say));
        told.sheets.push(apart_leaf(found, say));
    }
    told
}

fn notes(found: &Proposals, held: &Held, document: Document, say: Say) -> Vec<String> {
    let mut notes = say.held(held);
    let asked = held.rule.map(|rule| say.fill(Word::RuleAsked, &[("rule", &say.rule(rule))])).unwrap_or_default();
    notes.push(say.fill(Word::RuleChoice, &[("asked", &asked)]));
    let others = found.lines.iter().filter(|line| !document.holds(!line.from.is_empty())).count();
    if others > 0 {
        let other = if document == Document::Order { "request" } else { "order" };
        notes.push(say.fill(Word::Others, &[("n", &say.numbers.count(others as u64)), ("other", other)]));
    }
    let requests = found.lines.iter().chain(&found.enough).filter(|line| !line.from.is_empty()).count();
    if document != Document::Request {
        match requests {
            0 => {}
            many => notes.push(say.fill(Word::WardsApart, &[("n", &say.numbers.count(many as u64))])),
        }
    }
    if document == Document::Proposal {
        notes.extend([Word::ApproveFirst, Word::NotIncluded].map(|word| say.text(word)));
    }
    notes.push(say.text(Word::ListHolds));
    notes
}

fn order_for_people(order: &Joined, lines: &[&Line], say: Say, document: Document) -> Vec<Part> {
    let belongs = |line: &&&Line| {
        let to = if order.internal { &line.from } else { &line.supplier };
        line.from.is_empty() != order.internal && *to == order.to && line.site == order.site
    };
    let mut parts = vec![Part::Text(order_head(order, say), "  ")];
    let own: Vec<&&Line> = lines.iter().filter(belongs).collect();
    for line in own.iter().take(PRINTED_LINES) {
        parts.push(Part::Text(format!("  {}", line_head(line, say)), "    "));
        if document == Document::Proposal {
            parts.push(Part::Text(format!("    {}", reason(line, say)), "    "));
        }
        let warned = warnings(line, say);
        if !warned.is_empty() {
            parts.push(Part::Text(format!("    {}", say.fill(Word::Warn, &[("what", &warned)])), "    "));
        }
    }
    if own.len() > PRINTED_LINES {
        use crate::report::wording::sheet::SheetWord;
        let rest = say.numbers.count((own.len() - PRINTED_LINES) as u64);
        parts.push(Part::Text(SheetWord::MoreRows.fill(say.language, &[("n", &rest)]), "  "));
    }
    parts
}

fn order_head(order: &Joined, say: Say) -> String {
    let to = if order.to.is_empty() { say.text(Word::NoName) } else { visible(&order.to) };
    let word = if order.site.is_empty() { Word::OrderToNowhere } else { Word::OrderTo };
    let who = say.fill(word, &[("to", &to), ("site", &visible(&order.site))]);
    let lines = match order.lines {
        1 => say.text(Word::OneLine),
        lines => say.fill(Word::Lines, &[("n", &say.numbers.count(lines as u64))]),
    };
    let unpriced = match order.unpriced {
        0 => String::new(),
        n => say.fill(Word::Unpriced, &[("n", &say.numbers.count(n as u64))]),
    };
    let pallets = match (order.unpalleted, order.lines) {
        (unknown, all) if unknown == all => String::new(),
        (0, _) => say.fill(Word::Pallets, &[("n", &say.numbers.decimal(order.pallets, 1))]),
        _ => say.fill(Word::PalletsAtLeast, &[("n", &say.numbers.decimal(order.pallets, 1))]),
    };
    let saved = order.saved.filter(|saved| *saved > 0.0);
    let saved = saved.map(|saved| say.fill(Word::Saved, &[("n", &say.sek(saved))])).unwrap_or_default();
    let value = say.sek(order.value);
    let places = [("who", who), ("lines", lines), ("value", value), ("pallets", pallets + &unpriced), ("saved", saved)];
    say.fill(Word::OrderHead, &places.each_ref().map(|(place, text)| (*place, text.as_str())))
}

fn line_head(line: &Line, say: Say) -> String {
    let weighed = &line.weighed;
    let packs = say.fill(
        match weighed.multiple {
            Multiple::Unit => Word::InUnits,
            Multiple::Pack if weighed.multiples == 1.0 => Word::InPack,
            Multiple::Case if weighed.multiples == 1.0 => Word::InCase,
            Multiple::Pallet if weighed.multiples == 1.0 => Word::InPallet,
            Multiple::Pack => Word::InPacks,
            Multiple::Case => Word::InCases,
            Multiple::Pallet => Word::InPallets,
        },
        &[("n", &say.units(weighed.multiples)), ("of", &say.units(weighed.multiple_units))],
    );
    let places = [
        ("article", visible(&line.article)),
        ("name", visible(&line.name)),
        ("quantity", say.fill(Word::OfUnit, &[("n", &say.units(weighed.quantity))])),
        ("packs", packs),
        ("value", line.value.map(|sek| say.fill(Word::LineValue, &[("n", &say.sek(sek))])).unwrap_or_default()),
    ];
    say.fill(Word::LineHead, &places.each_ref().map(|(place, text)| (*place, text.as_str())))
}

fn multiple_name(multiple: Multiple, say: Say) -> String {
    say.text(match multiple {
        Multiple::Unit => Word::WhatUnits,
        Multiple::Pack => Word::WhatPacks,
        Multiple::Case => Word::WhatCases,
        Multiple::Pallet => Word::WhatPallets,
    })
}

fn lines_leaf(lines: &[&Line], say: Say, name: &str) -> Leaf {
    let heads = say.heads(&[
        (Word::KindHead, Form::Text),
        (Word::ToHead, Form::Text),
        (Word::SiteHead, Form::Text),
        (Word::ArticleHead, Form::Text),
        (Word::NameHead, Form::Text),
        (Word::QuantityHead, Form::Number(0)),
        (Word::MultiplesHead, Form::Number(0)),
        (Word::MultipleHead, Form::Text),
        (Word::PriceHead, Form::Number(2)),
        (Word::ValueHead, Form::Number(2)),
        (Word::PalletsHead, Form::Number(2)),
        (Word::ReasonHead, Form::Text),
        (Word::WarningsHead, Form::Text),
        (Word::RuleHead, Form::Text),
        (Word::ClassHead, Form::Text),
        (Word::StockHead, Form::Number(0)),
        (Word::WantedHead, Form::Number(0)),
        (Word::RowHead, Form::Number(0)),
    ]);
    let row = |line: &&Line| -> Vec<Cell> {
        let internal = !line.from.is_empty();
        let weighed = &line.weighed;
        vec![
            say.text(if internal { Word::KindRequest } else { Word::KindOrder }).into(),
            if internal { &line.from } else { &line.supplier }.clone().into(),
            line.site.clone().into(),
            line.article.clone().into(),
            line.name.clone().into(),
            weighed.quantity.into(),
            weighed.multiples.into(),
            multiple_name(weighed.multiple, say).into(),
            line.price.into(),
            line.value.into(),
            line.pallets.into(),
            reason(line, say).into(),
            warnings(line, say).into(),
            say.rule(weighed.rule).into(),
            line.class.map(String::from).unwrap_or_default().into(),
            weighed.stock.into(),
            weighed.wanted.into(),
            f64::from(line.line).into(),
        ]
    };
    Leaf { name: name.to_owned(), heads, rows: lines.iter().map(row).collect() }
}

fn joined_leaf(orders: &[&Joined], say: Say) -> Leaf {
    let heads = say.heads(&[
        (Word::KindHead, Form::Text),
        (Word::ToHead, Form::Text),
        (Word::SiteHead, Form::Text),
        (Word::LinesHead, Form::Number(0)),
        (Word::ValueHead, Form::Number(2)),
        (Word::PalletsHead, Form::Number(2)),
        (Word::SavedHead, Form::Number(2)),
    ]);
    let row = |order: &&Joined| -> Vec<Cell> {
        vec![
            say.text(if order.internal { Word::KindRequest } else { Word::KindOrder }).into(),
            order.to.clone().into(),
            order.site.clone().into(),
            (order.lines as f64).into(),
            Some(order.value).filter(|_| order.unpriced < order.lines).into(),
            Some(order.pallets).filter(|_| order.unpalleted < order.lines).into(),
            order.saved.into(),
        ]
    };
    Leaf { name: say.text(Word::OrdersTitle), heads, rows: orders.iter().map(row).collect() }
}

/// What was found, as one JSON document: of orders and requests, the lines of that document alone.
pub fn json(found: &Proposals, held: &Held, document: Document) -> String {
    let lines: Vec<&Line> = found.lines.iter().filter(|line| document.holds(!line.from.is_empty())).collect();
    let orders: Vec<&Joined> = found.orders.iter().filter(|order| document.holds(order.internal)).collect();
    let name = match document {
        Document::Proposal => "proposal",
        Document::Order => "order",
        Document::Request => "request",
    };
    let mut head = header("reorder", held);
    head.insert("document".to_owned(), name.into());
    let all = (document == Document::Proposal).then_some(found);
    let rest = Rest {
        orders,
        lines,
        enough: all.map(|all| all.enough.as_slice()),
        lacking: all.map(|all| all.lacking.as_slice()),
        apart: all.map(|all| all.apart.as_slice()),
    };
    super::document(head, &rest)
}

#[derive(serde::Serialize)]
struct Rest<'a> {
    orders: Vec<&'a Joined>,
    lines: Vec<&'a Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enough: Option<&'a [Line]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lacking: Option<&'a [Lacking]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    apart: Option<&'a [SetApart]>,
}

/// What every JSON document of this tool begins with.
pub fn header(tool: &str, held: &Held) -> serde_json::Map<String, serde_json::Value> {
    super::head(serde_json::json!({
        "schema": 1,
        "tool": tool,
        "today": held.today.to_string(),
        "list": held.file,
        "terms": held.terms,
        "rule": held.rule,
    }))
}
