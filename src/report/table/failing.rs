//! What fails first under each cut, for those who ask for details: one table per cut and scenario, for the headline's reserve.

use super::columns::{Cell, Table};
use super::{Detail, Page};
use crate::report::failing::{MOST, name, ratio, reason};
use crate::report::headline;
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::failing::FailWord;
use crate::study::failing::FailingGroup;
use crate::study::findings::{CellFindings, CutInput, Findings};

/// The tables as text of about `width` columns; empty where nothing was probed.
pub fn failing(findings: &Findings, language: Language, width: usize) -> String {
    let page = Page { findings, language, width, numbers: Numbers(language) };
    let Some(reserve) = headline::reserve(&findings.inputs) else { return String::new() };
    let cells: Vec<&CellFindings> = findings.cells.iter().filter(|cell| cell.reserve == reserve).collect();
    let cuts = findings.inputs.cuts.iter().enumerate();
    let any = |cut: &CutInput| {
        cells.iter().filter_map(|cell| headline::cut(cell, &cut.id)).any(|found| !found.failing.groups.is_empty())
    };
    let section = |(place, cut): (usize, &CutInput)| {
        let letter = ('a'..='z').nth(place).map_or_else(|| format!("-{}", place + 1), String::from);
        let title = visible(language.title(&cut.title));
        let places = [("letter", letter.as_str()), ("cut", &title), ("reserve", &page.reserve(reserve))];
        let how = FailWord::How.fill(language, &[("most", &page.numbers.count(MOST))]);
        let told =
            page.section(&FailWord::Title.fill(language, &places), &[&how], |detail| table(&page, &cells, cut, detail));
        let ratios = cells.iter().filter_map(|cell| Some((cell, headline::cut(cell, &cut.id)?)));
        let ratios = ratios.map(|(cell, found)| {
            let scenario = headline::short_title(&findings.inputs, &cell.scenario, language);
            format!("{scenario}. {}", ratio(&found.failing, page.numbers, language))
        });
        let ratios: Vec<String> = ratios.collect();
        told + "\n" + &page.paragraphs(&ratios.iter().map(String::as_str).collect::<Vec<_>>())
    };
    cuts.filter(|(_, cut)| any(cut)).map(section).collect::<Vec<_>>().join("\n")
}

fn table(page: &Page, cells: &[&CellFindings], cut: &CutInput, detail: Detail) -> Table {
    let word = |word: FailWord, places: &[(&str, &str)]| word.fill(page.language, places);
    let mut heads = vec![word(FailWord::Need, &[]), word(FailWord::Day, &[])];
    let levels = page.findings.inputs.levels.iter();
    heads.extend(levels.map(|&level| word(FailWord::ShortBy, &[("days", &page.numbers.count(level))])));
    heads.extend([FailWord::Fixed, FailWord::Simulated, FailWord::Reason].map(|head| word(head, &[])));
    let mut table = Table::new(heads);
    for cell in cells {
        let Some(found) = headline::cut(cell, &cut.id) else { continue };
        table.group(page.scenario_heading(&cell.scenario));
        found.failing.groups.iter().for_each(|group| table.row(row(page, group, detail)));
    }
    table
}

fn row(page: &Page, found: &FailingGroup, detail: Detail) -> Vec<Cell> {
    let (numbers, inputs) = (page.numbers, &page.findings.inputs);
    let days = |[mean, p5]: [f64; 2]| {
        let p5 = format!("({})", numbers.decimal(p5, 1));
        Cell::number_with(numbers.decimal(mean, 1), &[if detail == Detail::Full { &p5 } else { "" }])
    };
    let later = || FailWord::Later.fill(page.language, &[("days", &numbers.count(inputs.curve_days()))]);
    let mut cells = vec![
        Cell::text(name(inputs, found, page.language)),
        Cell::number(found.median_day.map_or_else(later, |day| numbers.count(day))),
    ];
    cells.extend(found.short_by.iter().map(|&share| Cell::number(numbers.probability(Some(share)))));
    cells.extend([days(found.supply.static_days), days(found.supply.simulated_days)]);
    let share = found.reason.as_ref().map(|(.., share)| {
        let share = numbers.probability(Some(*share));
        format!(" ({})", FailWord::Percent.fill(page.language, &[("share", &share)]))
    });
    let share = share.filter(|_| detail != Detail::Sparse).unwrap_or_default();
    cells.push(Cell::text(reason(found, page.language) + &share));
    cells
}
