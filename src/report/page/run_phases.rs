//! The phases of a run: what each gave by itself.

use super::Page;
use super::figures::Written;
use super::markup::Table;
use crate::report::wording::Word;
use crate::report::wording::page::PageWord;
use crate::study::findings::PhaseFindings;

/// Fill rate, availability and cost per year of each phase of the scenarios that have any, under the reserve; absent where none has.
pub(super) fn table(page: &Page, reserve: &str) -> String {
    let word = |word: Word| word.text(page.language).to_string();
    let heads = vec![
        word(Word::RunPhaseHead),
        word(Word::RunPhaseDaysHead),
        page.text(PageWord::FillRow).to_string(),
        page.text(PageWord::Availability).to_string(),
        page.fill(PageWord::CostRow, &[]),
    ];
    let columns = heads.len();
    let mut table = Table::new(page.fill(PageWord::PhasesCaption, &[("reserve", &page.reserve(reserve))]), heads);
    for scenario in &page.findings.inputs.scenarios {
        let Some((cell, at)) = page.cell_at(&scenario.id, reserve).filter(|(cell, _)| !cell.phases.is_empty()) else {
            continue;
        };
        table.group();
        let title = page.scenario(&scenario.id);
        table.raw_row(&format!("<th scope=\"rowgroup\" colspan=\"{columns}\">{title}</th>"));
        for (place, phase) in cell.phases.iter().enumerate() {
            table.row(&page.title(&phase.title), &row(page, phase, &format!("{at}/phases/{place}")));
        }
    }
    if table.is_empty() { String::new() } else { table.html("phases") }
}

fn row(page: &Page, phase: &PhaseFindings, at: &str) -> Vec<String> {
    vec![
        page.numbers.count(phase.days),
        page.figure(&phase.fill_rate, &format!("{at}/fill_rate"), Written::Share),
        page.figure(&phase.availability, &format!("{at}/availability"), Written::Share),
        page.figure(&phase.cost, &format!("{at}/cost_per_year"), Written::Msek),
    ]
}
