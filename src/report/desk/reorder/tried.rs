//! The rules tried on the history of issues.

use super::super::sheaf::{Part, Sheaf};
use super::lacks::{apart, names};
use super::{Held, PRINTED, Say, Word};
use crate::desk::days;
use crate::desk::reorder::RuleKind;
use crate::desk::reorder::backtest::{History, Tried, TriedRow};
use crate::report::book::{Cell, Form, Leaf};
use crate::report::wording::Language;

/// Lines without issues that are named.
const NAMED: usize = 10;

/// The same as one JSON document; `issues` is the file of the history.
pub fn tried_json((tried, without): (&[TriedRow], &[String]), issues: &str, held: &Held, start: Option<f64>) -> String {
    #[derive(serde::Serialize)]
    struct Rest<'a> {
        issues: &'a str,
        start_days: Option<f64>,
        tried: &'a [TriedRow],
        without_issues: &'a [String],
    }
    let rest = Rest { issues, start_days: start, tried, without_issues: without };
    crate::report::desk::document(super::header("reorder-simulate", held), &rest)
}

/// What each rule would have done, row by row; `without` are the articles and sites without issues, `start` the days of mean issues
/// in stock at the beginning.
pub fn tried(
    (found, without): (&[TriedRow], &[String]),
    history: &History,
    held: &Held,
    start: Option<f64>,
    language: Language,
) -> Sheaf {
    let say = Say::new(language);
    let last = days::plus(history.first, history.days as i64 - 1);
    let title = say.fill(Word::TitleSimulate, &[("from", &history.first.to_string()), ("to", &last.to_string())]);
    let mut head = vec![title];
    head.extend([Word::SimulateHow, Word::SimulateDemand].map(|word| say.text(word)));
    head.push(match start {
        None => say.text(Word::StartOnHand),
        Some(days) => say.fill(Word::StartDays, &[("days", &say.units(days))]),
    });
    head.push(say.text(if history.by_site { Word::BySite } else { Word::NoSite }));
    let mut notes = say.held(held);
    if !without.is_empty() {
        let mut list = without.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        if without.len() > NAMED {
            list += " …";
        }
        notes.push(say.fill(Word::WithoutHistory, &[("n", &say.numbers.count(without.len() as u64)), ("list", &list)]));
    }
    let (rows, sums) = (leaf(found, say), sums(found, say));
    let mut tables = apart(&rows, &[0, 2, 3], say);
    if !sums.rows.is_empty() {
        tables.extend([Part::Gap, Part::Table(sums.clone(), PRINTED)]);
    }
    let body = if found.is_empty() { vec![Part::Text(say.text(Word::NoneTried), "")] } else { tables };
    Sheaf { head, body, notes, sheets: vec![rows, sums] }
}

const FIGURES: [(Word, Form); 7] = [
    (Word::FillHead, Form::Share(1)),
    (Word::CycleHead, Form::Share(1)),
    (Word::MeanStockHead, Form::Number(1)),
    (Word::MeanValueHead, Form::Number(0)),
    (Word::OrdersHead, Form::Number(0)),
    (Word::EmptyHead, Form::Number(0)),
    (Word::DaysHead, Form::Number(0)),
];

fn figures(tried: &Tried, price: Option<f64>) -> [Cell; 7] {
    [
        tried.fill_rate().into(),
        tried.cycle_service().into(),
        tried.mean_stock.into(),
        price.map(|price| price * tried.mean_stock).into(),
        f64::from(tried.orders).into(),
        f64::from(tried.empty_days).into(),
        f64::from(tried.days).into(),
    ]
}

fn leaf(found: &[TriedRow], say: Say) -> Leaf {
    let named = [
        (Word::ArticleHead, Form::Text),
        (Word::NameHead, Form::Text),
        (Word::SiteHead, Form::Text),
        (Word::RuleHead, Form::Text),
    ];
    let mut heads = say.heads(&[&named[..], &FIGURES[..]].concat());
    heads.extend(say.heads(&[(Word::MeanIssueHead, Form::Number(1)), (Word::LacksHead, Form::Text)]));
    let mut rows = Vec::new();
    for one in found {
        for (rule, tried) in RuleKind::ALL.into_iter().zip(&one.rules) {
            let mut cells: Vec<Cell> = vec![
                one.article.clone().into(),
                one.name.clone().into(),
                one.site.clone().into(),
                say.rule(rule).into(),
            ];
            match tried {
                Ok(tried) => cells.extend(figures(tried, one.price)),
                Err(_) => cells.extend([const { Cell::Empty }; 7]),
            }
            cells.push(one.mean_issue.into());
            cells.push(tried.as_ref().err().map(|columns| names(columns, say)).unwrap_or_default().into());
            rows.push(cells);
        }
    }
    Leaf { name: say.text(Word::LinesTitle), heads, rows }
}

/// Sums of the rows that every rule could be tried on; the fill rate is by value.
fn sums(found: &[TriedRow], say: Say) -> Leaf {
    let common: Vec<&TriedRow> = found.iter().filter(|one| one.rules.iter().all(Result::is_ok)).collect();
    let heads = say.heads(&[&[(Word::RuleHead, Form::Text)], &FIGURES[..]].concat());
    let n = say.numbers.count(common.len() as u64);
    let mut rows = Vec::new();
    for (place, rule) in RuleKind::ALL.into_iter().enumerate() {
        let mut sum = Tried {
            demand: 0.0,
            served: 0.0,
            cycles: 0,
            cycles_served: 0,
            mean_stock: 0.0,
            orders: 0,
            ordered: 0.0,
            empty_days: 0,
            days: 0,
        };
        let mut value = Some(0.0);
        for (one, tried) in common.iter().filter_map(|one| Some((one, one.rules.get(place)?.as_ref().ok()?))) {
            // Units of different articles are no sum: by value, or nothing.
            let price = one.price.unwrap_or(f64::NAN);
            sum.demand += tried.demand * price;
            sum.served += tried.served * price;
            sum.cycles += tried.cycles;
            sum.cycles_served += tried.cycles_served;
            sum.orders += tried.orders;
            sum.empty_days += tried.empty_days;
            sum.days += tried.days;
            value = value.zip(one.price).map(|(sum, price)| sum + price * tried.mean_stock);
        }
        let mut cells: Vec<Cell> = vec![say.rule(rule).into()];
        let mut told = figures(&sum, None);
        told[2] = Cell::Empty;
        told[3] = value.into();
        cells.extend(told);
        rows.push(cells);
    }
    let rows = if common.is_empty() { Vec::new() } else { rows };
    Leaf { name: say.fill(Word::TotalRow, &[("n", &n)]), heads, rows }
}
