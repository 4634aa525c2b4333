//! The phases of a run: what each gave by itself.

use super::columns::{Cell, Table};
use super::{Detail, Page};
use crate::report::name::visible;
use crate::report::wording::Word;
use crate::study::findings::PhaseFindings;

/// Fill rate, availability and cost per year of each phase; absent where no run has phases.
pub(super) fn section(page: &Page) -> String {
    if page.findings.cells.iter().all(|cell| cell.phases.is_empty()) {
        return String::new();
    }
    page.section(&page.fill(Word::RunPhasesTitle, &[]), &[page.text(Word::RunPhasesHow)], |detail| table(page, detail))
}

fn table(page: &Page, detail: Detail) -> Table {
    let heads = [Word::RunPhaseHead, Word::Reserve, Word::RunPhaseDaysHead, Word::FillRateHead];
    let heads = heads.into_iter().chain([Word::AvailabilityHead, Word::CostHead]);
    let mut table = Table::new(heads.map(|word| page.fill(word, &[])).collect());
    for scenario in &page.findings.inputs.scenarios {
        let mut cells = page.findings.cells.iter().filter(|cell| cell.scenario == scenario.id).peekable();
        if cells.peek().is_none_or(|cell| cell.phases.is_empty()) {
            continue;
        }
        table.group(page.scenario_heading(&scenario.id));
        for cell in cells {
            cell.phases.iter().for_each(|phase| table.row(row(page, &cell.reserve, phase, detail)));
        }
    }
    table
}

fn row(page: &Page, reserve: &str, phase: &PhaseFindings, detail: Detail) -> Vec<Cell> {
    let share = |share: Option<f64>| page.numbers.share(share);
    let money = |sek: Option<f64>| page.numbers.msek(sek);
    let total = if detail == Detail::Sparse { String::new() } else { page.interval(&phase.cost, money) };
    let fill_rate = match detail {
        Detail::Full => page.interval(&phase.fill_rate, share),
        _ => String::new(),
    };
    vec![
        Cell::text(visible(page.language.title(&phase.title))),
        Cell::text(page.reserve(reserve)),
        Cell::number(page.numbers.count(phase.days)),
        Cell::number_with(share(phase.fill_rate.mean), &[&fill_rate]),
        Cell::number(share(phase.availability.mean)),
        Cell::number_with(money(phase.cost.mean), &[&total]),
    ]
}
