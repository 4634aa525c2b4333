//! The answer of `stock cross-abc`.

use super::told::{PRINTED, Told, count, from, leaf, percent, sek};
use super::{document, head};
use crate::desk::cross_abc::{Crossed, Found};
use crate::inventory::abc::{Class, Limits};
use crate::report::book::{Cell, Form, Leaf};
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::desk::DeskWord as Say;
use crate::report::wording::desk::cross_abc::CrossWord as Word;
use crate::sheet::Listing;
use jiff::civil::Date;
use serde::Serialize;

/// What the answer is of.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// The list.
    pub listing: &'a Listing,
    /// Day of the answer.
    pub today: Date,
    /// Where classes end.
    pub limits: Limits,
    /// Whether it is a stock list.
    pub is_stock: bool,
}

/// The answer in words and tables. The second table is the articles.
pub fn told(found: &Found, of: Of<'_>, language: Language) -> Told {
    let numbers = Numbers(language);
    let idle = found.sum(Class::C, Class::A);
    let lean = found.sum(Class::A, Class::C);
    let (n, stock) = (numbers.count(idle.articles as u64), sek(idle.stock, language));
    let share = percent(if found.total_stock > 0.0 { idle.stock / found.total_stock } else { 0.0 }, language);
    let mut says = vec![match idle.articles {
        0 => Word::NoIdle.text(language).to_owned(),
        _ => Word::Idle.fill(language, &[("n", &n), ("stock", &stock), ("share", &share)]),
    }];
    if lean.articles > 0 {
        says.push(Word::Lean.fill(language, &[("n", &numbers.count(lean.articles as u64))]));
    }
    let limit = |class: Class| numbers.percent(&numbers.short(of.limits.percent(class), 4));
    let source = if of.is_stock { Word::SourceBalance } else { Word::SourceColumn }.text(language);
    let (a, b) = (limit(Class::A), limit(Class::B));
    let mut notes = vec![Word::HowStock.fill(language, &[("source", source), ("a", &a), ("b", &b)])];
    if found.internal_rows > 0 {
        let n = numbers.count(found.internal_rows as u64);
        notes.push(Say::InternalRows.fill(language, &[("n", &n)]));
    }
    notes.push(Word::HowNot.text(language).to_owned());
    Told {
        title: Word::Title.text(language).to_owned(),
        from: from(of.listing, of.today, language),
        says,
        leaves: vec![(cells(found, language), usize::MAX), (articles(found, language), PRINTED)],
        notes,
    }
}

/// What a pair of classes means, and its key in JSON.
fn meaning(by_use: Class, by_stock: Class) -> Word {
    match (by_use, by_stock) {
        (Class::A, Class::A) => Word::AA,
        (Class::A, Class::B) => Word::AB,
        (Class::A, Class::C) => Word::AC,
        (Class::B, Class::A) => Word::BA,
        (Class::B, Class::B) => Word::BB,
        (Class::B, Class::C) => Word::BC,
        (Class::C, Class::A) => Word::CA,
        (Class::C, Class::B) => Word::CB,
        (Class::C, Class::C) => Word::CC,
    }
}

fn pairs() -> impl Iterator<Item = (Class, Class)> {
    Class::ALL.into_iter().flat_map(|by_use| Class::ALL.map(|by_stock| (by_use, by_stock)))
}

fn cells(found: &Found, language: Language) -> Leaf {
    let text = |word: Word| word.text(language).to_owned();
    let heads = vec![
        (text(Word::ByUse), Form::Text),
        (text(Word::ByStock), Form::Text),
        (Say::Articles.text(language).to_owned(), Form::Number(0)),
        (text(Word::Consumed), Form::Number(0)),
        (text(Word::InStock), Form::Number(0)),
        (text(Word::Meaning), Form::Text),
    ];
    let row = |(by_use, by_stock): (Class, Class)| {
        let sum = found.sum(by_use, by_stock);
        let letters = [by_use, by_stock].map(|class| Cell::from(class.letter()));
        let sums = [count(sum.articles), sum.consumed.into(), sum.stock.into()];
        let means = Cell::from(meaning(by_use, by_stock).text(language));
        letters.into_iter().chain(sums).chain([means]).collect()
    };
    leaf(text(Word::CellsLeaf), heads, pairs().map(row).collect())
}

fn articles(found: &Found, language: Language) -> Leaf {
    let text = |word: Word| word.text(language).to_owned();
    let heads = vec![
        (Say::Article.text(language).to_owned(), Form::Text),
        (Say::Name.text(language).to_owned(), Form::Text),
        (text(Word::ByUse), Form::Text),
        (text(Word::ByStock), Form::Text),
        (text(Word::Consumed), Form::Number(0)),
        (text(Word::InStock), Form::Number(0)),
        (text(Word::CumulativeUse), Form::Share(2)),
        (text(Word::CumulativeStock), Form::Share(2)),
    ];
    let row = |one: &Crossed| {
        let names = [&one.net.article, &one.net.name].map(|text| Cell::from(text.as_str()));
        let letters = [one.by_use, one.by_stock].map(|class| Cell::from(class.letter()));
        let numbers = [one.net.value.into(), one.stock_value.into()];
        let shares = [one.cumulative_use.into(), one.cumulative_stock.into()];
        names.into_iter().chain(letters).chain(numbers).chain(shares).collect()
    };
    leaf(text(Word::ArticlesLeaf), heads, found.articles.iter().map(row).collect())
}

/// The answer as JSON.
pub fn json(found: &Found, of: Of<'_>) -> String {
    let cell = |(by_use, by_stock): (Class, Class)| {
        let sum = found.sum(by_use, by_stock);
        serde_json::json!({
            "by_use": by_use.letter(), "by_stock": by_stock.letter(), "articles": sum.articles,
            "consumed_sek": sum.consumed, "stock_sek": sum.stock,
            "meaning": { "sv": meaning(by_use, by_stock).text(Language::Sv), "en": meaning(by_use, by_stock).text(Language::En) },
        })
    };
    let asked = serde_json::json!({
        "schema": 1, "tool": "cross-abc", "file": of.listing.file, "rows": of.listing.len(), "today": of.today.to_string(),
        "limits_percent": Class::ALL.map(|class| of.limits.percent(class)),
        "total_use_sek": found.total_use, "total_stock_sek": found.total_stock, "internal_rows": found.internal_rows,
        "cells": pairs().map(cell).collect::<Vec<_>>(),
    });
    document(head(asked), &Rest { articles: found.articles.iter().map(of_article).collect() })
}

#[derive(Serialize)]
struct Rest<'a> {
    articles: Vec<OfArticle<'a>>,
}

#[derive(Serialize)]
struct OfArticle<'a> {
    article: &'a str,
    name: &'a str,
    consumed_sek: f64,
    stock_sek: f64,
    by_use: &'static str,
    by_stock: &'static str,
    cumulative_use: Option<f64>,
    cumulative_stock: Option<f64>,
}

fn of_article(one: &Crossed) -> OfArticle<'_> {
    OfArticle {
        article: &one.net.article,
        name: &one.net.name,
        consumed_sek: one.net.value,
        stock_sek: one.stock_value,
        by_use: one.by_use.letter(),
        by_stock: one.by_stock.letter(),
        cumulative_use: one.cumulative_use,
        cumulative_stock: one.cumulative_stock,
    }
}
