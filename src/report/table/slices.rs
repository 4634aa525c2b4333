//! Endurance of parts of need, for those who ask for details: two tables per cut, for the headline's reserve.

use super::columns::{Cell, Table};
use super::{Detail, Page};
use crate::report::headline;
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::slices::{name, told};
use crate::report::wording::Language;
use crate::report::wording::slices::SliceWord;
use crate::study::findings::{CellFindings, CutInput, Findings};
use crate::study::slices::{SliceFindings, Spread};

/// The tables as text of about `width` columns; empty where nothing was probed.
pub fn slices(findings: &Findings, language: Language, width: usize) -> String {
    let page = Page { findings, language, width, numbers: Numbers(language) };
    let Some(reserve) = headline::reserve(&findings.inputs) else { return String::new() };
    let cells: Vec<&CellFindings> = findings.cells.iter().filter(|cell| cell.reserve == reserve).collect();
    let any = |cut: &&(usize, &CutInput)| {
        cells.iter().filter_map(|cell| headline::cut(cell, &cut.1.id)).any(|found| !told(found).is_empty())
    };
    let cuts: Vec<(usize, &CutInput)> = findings.inputs.cuts.iter().enumerate().collect();
    let mut sections = Vec::new();
    for (place, cut) in cuts.iter().filter(any) {
        let heading = |word: SliceWord| heading(&page, word, (*place, cut), reserve);
        let served = |detail| table(&page, &cells, cut, (served_heads(&page), detail, served));
        let how = [SliceWord::ServedHow, SliceWord::LastingHow].map(|word| word.text(language));
        sections.push(page.section(&heading(SliceWord::ServedTitle), &how[..1], served));
        let lasting = |detail| table(&page, &cells, cut, (lasting_heads(&page), detail, lasting));
        sections.push(page.section(&heading(SliceWord::LastingTitle), &how[1..], lasting));
    }
    sections.join("\n")
}

fn heading(page: &Page, word: SliceWord, (place, cut): (usize, &CutInput), reserve: &str) -> String {
    let letter = ('a'..='z').nth(place).map_or_else(|| format!("-{}", place + 1), String::from);
    let title = visible(page.language.title(&cut.title));
    word.fill(page.language, &[("letter", &letter), ("cut", &title), ("reserve", &page.reserve(reserve))])
}

/// The figures of a part, for a table with so much detail.
type Figures = fn(&Page, &SliceFindings, Detail) -> Vec<Cell>;

fn table(
    page: &Page,
    cells: &[&CellFindings],
    cut: &CutInput,
    (heads, detail, figures): (Vec<String>, Detail, Figures),
) -> Table {
    let mut table = Table::new(heads);
    for cell in cells {
        let Some(found) = headline::cut(cell, &cut.id) else { continue };
        table.group(page.scenario_heading(&cell.scenario));
        for (_, slice) in told(found) {
            let name = Cell::text(name(slice, page.language));
            table.row([vec![name], figures(page, slice, detail)].concat());
        }
    }
    table
}

fn served_heads(page: &Page) -> Vec<String> {
    let word = |word: SliceWord, places: &[(&str, &str)]| word.fill(page.language, places);
    let levels = page.findings.inputs.levels.iter();
    let levels = levels.map(|&level| word(SliceWord::Served, &[("days", &page.numbers.count(level))]));
    [word(SliceWord::Part, &[]), word(SliceWord::Needs, &[])].into_iter().chain(levels).collect()
}

fn lasting_heads(page: &Page) -> Vec<String> {
    let (inputs, numbers) = (&page.findings.inputs, page.numbers);
    let word = |word: SliceWord, places: &[(&str, &str)]| word.fill(page.language, places);
    let mut heads = vec![word(SliceWord::Part, &[])];
    heads.extend(inputs.thresholds.iter().map(|&share| word(SliceWord::Days, &[("threshold", &page.per_cent(share))])));
    heads.extend(inputs.levels.iter().map(|&level| word(SliceWord::Lasts, &[("days", &numbers.count(level))])));
    heads
}

/// A figure with what lies between two others.
fn between(
    page: &Page,
    mean: Option<f64>,
    ends: Option<[Option<f64>; 2]>,
    write: impl Fn(Option<f64>) -> String,
) -> Cell {
    let between = ends.map(|[low, high]| page.numbers.interval(write(low), write(high))).unwrap_or_default();
    Cell::number_with(write(mean), &[&between])
}

/// Need groups, and S at each level.
fn served(page: &Page, found: &SliceFindings, detail: Detail) -> Vec<Cell> {
    let inputs = &page.findings.inputs;
    let required = headline::threshold(inputs).map_or(1.0, |place| inputs.thresholds[place]);
    let write = |share| page.numbers.share_against(share, required);
    let cell = |figure: &Spread| {
        let ends = (detail != Detail::Sparse).then_some([figure.p5, figure.p95]);
        between(page, figure.mean, ends, write)
    };
    let needs = Cell::number(page.numbers.count(found.groups));
    std::iter::once(needs).chain(found.share_served.iter().map(cell)).collect()
}

/// Days at each threshold, and P at each level.
fn lasting(page: &Page, found: &SliceFindings, detail: Detail) -> Vec<Cell> {
    let days = |figure: &Spread| {
        let ends = (detail != Detail::Sparse).then_some([figure.p5, figure.p95]);
        between(page, figure.mean, ends, |days| page.numbers.days(days, page.findings.inputs.curve_days()))
    };
    let lasts = |figure: &Spread| {
        let ends = (detail == Detail::Full).then_some([figure.low, figure.high]);
        between(page, figure.mean, ends, |share| page.numbers.probability(share))
    };
    found.days.iter().map(days).chain(found.p_at_least.iter().map(lasts)).collect()
}
