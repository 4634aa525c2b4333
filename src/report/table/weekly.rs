//! What was short in a week and what became of it, where the scenario says what those without do.

use super::columns::{Cell, Table};
use super::{Detail, Page};
use crate::report::wording::weekly::WeeklyWord;
use crate::sim::cost::Component;
use crate::study::findings::{CellFindings, Estimate};
use crate::time::DAYS_PER_YEAR;

/// Weeks in a year of 365 days.
const WEEKS: f64 = DAYS_PER_YEAR / 7.0;

/// The table; absent where no scenario has reactions to a shortage.
pub(super) fn section(page: &Page) -> String {
    if !page.findings.cells.iter().any(has_reactions) {
        return String::new();
    }
    let word = |word: WeeklyWord| word.text(page.language);
    page.section(word(WeeklyWord::ShortTitle), &[word(WeeklyWord::ShortHow)], |detail| table(page, detail))
}

fn has_reactions(cell: &CellFindings) -> bool {
    cell.metrics.contains_key("reaction_elsewhere")
}

fn table(page: &Page, detail: Detail) -> Table {
    use WeeklyWord::{Avoidable, Elsewhere, NotStocked, Reactions, Short, SupplierOut};
    let heads = [Short, SupplierOut, NotStocked, Avoidable, Elsewhere, Reactions];
    let heads = heads.map(|word| word.text(page.language).to_owned());
    let reserve = page.text(crate::report::wording::Word::Reserve).to_owned();
    let mut table = Table::new(std::iter::once(reserve).chain(heads).collect());
    for scenario in &page.findings.inputs.scenarios {
        let of_scenario = |cell: &&CellFindings| cell.scenario == scenario.id && has_reactions(cell);
        let mut cells = page.findings.cells.iter().filter(of_scenario).peekable();
        if cells.peek().is_some() {
            table.group(page.scenario_heading(&scenario.id));
        }
        cells.for_each(|cell| table.row(row(page, cell, detail)));
    }
    table
}

fn row(page: &Page, cell: &CellFindings, detail: Detail) -> Vec<Cell> {
    let units = |name: &str, with_interval: bool| figure(page, cell.metrics.get(name), with_interval, 1);
    let paid = cell.cost.components.iter().find(|(one, _)| *one == Component::Reactions).map(|(_, figure)| figure);
    vec![
        Cell::text(page.reserve(&cell.reserve)),
        units("short_units", detail != Detail::Sparse),
        units("short_units_supplier_out", detail == Detail::Full),
        units("short_units_not_stocked", detail == Detail::Full),
        units("short_units_avoidable", detail == Detail::Full),
        units("reaction_elsewhere", detail != Detail::Sparse),
        figure(page, paid, detail != Detail::Sparse, 0),
    ]
}

/// A yearly figure as one of a week.
fn figure(page: &Page, found: Option<&Estimate>, with_interval: bool, decimals: usize) -> Cell {
    let absent = || crate::report::number::ABSENT.to_owned();
    let write = |value: Option<f64>| value.map_or_else(absent, |value| page.numbers.decimal(value / WEEKS, decimals));
    let interval = found.filter(|_| with_interval).map(|found| page.interval(found, write)).unwrap_or_default();
    Cell::number_with(write(found.and_then(|found| found.mean)), &[&interval])
}
