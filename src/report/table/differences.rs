//! Paired differences under common random numbers.

use super::columns::{Cell, Table};
use super::{Detail, Page};
use crate::report::headline;
use crate::report::wording::Word;
use crate::study::findings::{Comparison, Estimate};

const PERCENTAGE_POINTS: f64 = 100.0;

/// The section; empty where nothing was compared.
pub(super) fn section(page: &Page) -> String {
    if page.findings.comparisons.is_empty() {
        return String::new();
    }
    let how = page.text(Word::DifferenceHow);
    page.section(page.text(Word::ComparisonTitle), &[how], |detail| table(page, detail))
}

fn table(page: &Page, detail: Detail) -> Table {
    let heads = [
        Word::Reserve,
        Word::FillDifferenceHead,
        Word::AvailabilityDifferenceHead,
        Word::DaysDifferenceHead,
        Word::CostDifferenceHead,
    ];
    let mut table = Table::new(heads.map(|word| page.fill(word, &[])).into());
    let mut pair_above = None;
    for comparison in &page.findings.comparisons {
        let pair = (&comparison.first.0, &comparison.second.0);
        if pair_above != Some(pair) {
            table.group(pair_heading(page, comparison));
            pair_above = Some(pair);
        }
        table.row(row(page, comparison, detail));
    }
    table
}

fn pair_heading(page: &Page, comparison: &Comparison) -> String {
    let title = |id: &str| headline::short_title(&page.findings.inputs, id, page.language);
    let (first, second) = (title(&comparison.first.0), title(&comparison.second.0));
    if comparison.first.0 == comparison.second.0 {
        return second;
    }
    page.fill(Word::ComparedTo, &[("second", &second), ("first", &first)])
}

fn row(page: &Page, comparison: &Comparison, detail: Detail) -> Vec<Cell> {
    let (first, second) = (page.reserve(&comparison.first.1), page.reserve(&comparison.second.1));
    let reserve = if comparison.first.1 == comparison.second.1 {
        second
    } else {
        page.fill(Word::ComparedTo, &[("second", &second), ("first", &first)])
    };
    let numbers = page.numbers;
    let absent = || crate::report::number::ABSENT.to_string();
    let points = |share: Option<f64>| share.map_or_else(absent, |share| numbers.decimal(share * PERCENTAGE_POINTS, 1));
    let days = |days: Option<f64>| days.map_or_else(absent, |days| numbers.decimal(days, 0));
    let money = |sek: Option<f64>| numbers.msek(sek);
    let cost = if comparison.lacking.is_empty() {
        difference(page, comparison, "cost_per_year", detail, money)
    } else {
        Cell::text(page.text(Word::NotCompared))
    };
    vec![
        Cell::text(reserve),
        difference(page, comparison, "fill_rate", detail, points),
        difference(page, comparison, "availability", detail, points),
        difference(page, comparison, "days", detail, days),
        cost,
    ]
}

fn difference(
    page: &Page,
    comparison: &Comparison,
    measure: &str,
    detail: Detail,
    write: impl Fn(Option<f64>) -> String,
) -> Cell {
    let Some(found) = comparison.differences.get(measure) else { return Cell::number(write(None)) };
    let figure: &Estimate = &found.paired;
    let interval = if detail == Detail::Sparse { String::new() } else { page.interval(figure, &write) };
    Cell::number_with(page.numbers.signed(write(figure.mean)), &[&interval])
}
