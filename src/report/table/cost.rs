//! Service and cost per year: totals with intervals, who pays, lump sums apart, and the components.

use super::columns::{Cell, Table};
use super::{Detail, Page};
use crate::report::headline;
use crate::report::name::display_width;
use crate::report::wording::{Language, Word};
use crate::sim::cost::Component;
use crate::study::findings::{CellFindings, Estimate};

/// Columns that a line of a payer's title may take, unless a word is longer.
const PAYER_WIDTH: usize = 14;

/// Fill rate, availability and cost per year.
pub(super) fn service(page: &Page) -> String {
    page.section(page.text(Word::ServiceTitle), &[page.text(Word::ServiceHow)], |detail| service_table(page, detail))
}

/// Mean cost per component; absent where no component has a price.
pub(super) fn components(page: &Page) -> String {
    let priced = priced_components(page);
    if priced.is_empty() {
        return String::new();
    }
    let how = page.text(Word::ComponentHow);
    page.section(&page.fill(Word::ComponentTitle, &[]), &[how], |_| component_table(page, &priced))
}

/// The heading of a component's column.
pub(super) fn component_word(component: Component) -> Word {
    match component {
        Component::Capital => Word::Capital,
        Component::Storage => Word::Storage,
        Component::Handling => Word::Handling,
        Component::Picking => Word::Picking,
        Component::Ordering => Word::Ordering,
        Component::Transport => Word::Transport,
        Component::WriteOff => Word::WriteOff,
        Component::Chasing => Word::Chasing,
        Component::Holding => Word::Holding,
        Component::Backorder => Word::Backorder,
        Component::LostUnits => Word::LostUnits,
        Component::Express => Word::ExpressCost,
        Component::Reactions => Word::ReactionsCost,
        Component::Expired => Word::ExpiredCost,
        Component::Overflow => Word::OverflowCost,
        Component::Neighbours => Word::NeighboursCost,
        Component::Staff => Word::StaffCost,
        Component::PriceRise => Word::PriceRiseCost,
    }
}

/// A component's name within a sentence.
pub(in crate::report) fn component_name(language: Language, component: Component) -> String {
    component_word(component).text(language).replace("-\n", "").replace('\n', " ")
}

fn service_table(page: &Page, detail: Detail) -> Table {
    let payers = payers(page);
    let own =
        [Word::Reserve, Word::FillRateHead, Word::AvailabilityHead, Word::CostHead, Word::CashHead, Word::ImputedHead];
    let mut heads: Vec<String> = own.iter().map(|&word| page.fill(word, &[])).collect();
    heads.extend(payers.iter().map(|payer| page.fill(Word::PayerHead, &[("payer", &payer_head(page, payer))])));
    heads.push(page.text(Word::LumpSumHead).to_string());
    rows(page, Table::new(heads), |cell| service_row(page, cell, &payers, detail))
}

fn service_row(page: &Page, cell: &CellFindings, payers: &[String], detail: Detail) -> Vec<Cell> {
    let share = |share: Option<f64>| page.numbers.share(share);
    let money = |sek: Option<f64>| page.numbers.msek(sek);
    let alone = |figure: &Estimate| Cell::number(money(figure.mean));
    let metric = |name: &str, with_interval: bool| match cell.metrics.get(name) {
        Some(figure) if with_interval => Cell::number_with(share(figure.mean), &[&page.interval(figure, share)]),
        figure => Cell::number(share(figure.and_then(|figure| figure.mean))),
    };
    let total = &cell.cost.total;
    let total_interval = if detail == Detail::Sparse { String::new() } else { page.interval(total, money) };
    let mut cells = vec![
        Cell::text(page.reserve(&cell.reserve)),
        metric("fill_rate", detail != Detail::Sparse),
        metric("availability", detail == Detail::Full),
        Cell::number_with(money(total.mean), &[&total_interval]),
        alone(&cell.cost.cash),
        alone(&cell.cost.imputed),
    ];
    let paid = |payer: &String| cell.cost.payers.iter().find(|(id, _)| id == payer).and_then(|(_, figure)| figure.mean);
    cells.extend(payers.iter().map(|payer| Cell::number(money(paid(payer)))));
    let lump_sums = Some(cell.cost.lump_sums).filter(|&sek| sek != 0.0);
    cells.push(Cell::number(money(lump_sums)));
    cells
}

/// A payer's title, a line for every few words: a column of figures is narrow.
fn payer_head(page: &Page, payer: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in headline::payer_title(&page.findings.inputs, payer, page.language).split_whitespace() {
        match lines.last_mut() {
            Some(line) if display_width(line) + 1 + display_width(word) <= PAYER_WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// All payers, in the order in which they first occur.
fn payers(page: &Page) -> Vec<String> {
    let mut payers: Vec<String> = Vec::new();
    for (payer, _) in page.findings.cells.iter().flat_map(|cell| &cell.cost.payers) {
        if !payers.contains(payer) {
            payers.push(payer.clone());
        }
    }
    payers
}

fn priced_components(page: &Page) -> Vec<Component> {
    let is_priced = |component: &Component| {
        let mut lines = page.findings.cells.iter().flat_map(|cell| &cell.cost.components);
        lines.any(|(priced, _)| priced == component)
    };
    Component::ALL.into_iter().filter(is_priced).collect()
}

fn component_table(page: &Page, priced: &[Component]) -> Table {
    let mut heads = vec![page.text(Word::Reserve).to_string()];
    heads.extend(priced.iter().map(|&component| page.text(component_word(component)).to_string()));
    rows(page, Table::new(heads), |cell| {
        let mean = |component: &Component| {
            let line = cell.cost.components.iter().find(|(priced, _)| priced == component);
            Cell::number(page.numbers.msek(line.and_then(|(_, figure)| figure.mean)))
        };
        [Cell::text(page.reserve(&cell.reserve))].into_iter().chain(priced.iter().map(mean)).collect()
    })
}

fn rows(page: &Page, mut table: Table, row: impl Fn(&CellFindings) -> Vec<Cell>) -> Table {
    for scenario in &page.findings.inputs.scenarios {
        table.group(page.scenario_heading(&scenario.id));
        for cell in page.findings.cells.iter().filter(|cell| cell.scenario == scenario.id) {
            table.row(row(cell));
        }
    }
    table
}
