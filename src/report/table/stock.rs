//! How much stands in stock and how often it is turned over, for those who ask for details.

use super::columns::{Cell, Table};
use super::{Detail, Page};
use crate::inventory::rotation::days_in_stock;
use crate::report::number::{ABSENT, Numbers};
use crate::report::wording::weekly::WeeklyWord;
use crate::report::wording::{Language, Word};
use crate::study::findings::{CellFindings, Estimate, Findings};

/// The table as text of about `width` columns; empty where nothing stands in stock.
pub fn stock(findings: &Findings, language: Language, width: usize) -> String {
    let page = Page { findings, language, width, numbers: Numbers(language) };
    if findings.cells.iter().all(|cell| !cell.metrics.contains_key("rotation")) {
        return String::new();
    }
    let word = |word: WeeklyWord| word.text(language);
    page.section(word(WeeklyWord::StockTitle), &[word(WeeklyWord::StockHow)], |detail| table(&page, detail))
}

fn table(page: &Page, detail: Detail) -> Table {
    let money = page.numbers.money_unit(page.findings.inputs.money);
    let heads = [WeeklyWord::StockValue, WeeklyWord::Issues, WeeklyWord::Rotation, WeeklyWord::DaysInStock];
    let heads = heads.map(|word| word.fill(page.language, &[("money", money)]));
    let mut table = Table::new(std::iter::once(page.text(Word::Reserve).to_owned()).chain(heads).collect());
    for scenario in &page.findings.inputs.scenarios {
        table.group(page.scenario_heading(&scenario.id));
        let cells = page.findings.cells.iter().filter(|cell| cell.scenario == scenario.id);
        cells.for_each(|cell| table.row(row(page, cell, detail)));
    }
    table
}

fn row(page: &Page, cell: &CellFindings, detail: Detail) -> Vec<Cell> {
    let money = |sek: Option<f64>| page.numbers.msek(sek);
    let times = |index: Option<f64>| index.map_or(ABSENT.to_owned(), |index| page.numbers.decimal(index, 1));
    let rotation = cell.metrics.get("rotation");
    let days = rotation.and_then(|found| found.mean).and_then(days_in_stock);
    vec![
        Cell::text(page.reserve(&cell.reserve)),
        with_interval(page, cell.metrics.get("stock_value"), detail, money),
        with_interval(page, cell.metrics.get("issue_value"), detail, money),
        with_interval(page, rotation, detail, times),
        Cell::number(times(days)),
    ]
}

fn with_interval(page: &Page, found: Option<&Estimate>, detail: Detail, write: impl Fn(Option<f64>) -> String) -> Cell {
    let interval = found.filter(|_| detail == Detail::Full).map(|found| page.interval(found, &write));
    Cell::number_with(write(found.and_then(|found| found.mean)), &[&interval.unwrap_or_default()])
}
