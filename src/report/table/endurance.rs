//! Endurance per cut: the share served at each level, days at each threshold, and the headline's probability.

use super::columns::{Cell, Table};
use super::decision::{judged, probability};
use super::{Detail, Page};
use crate::report::cut_own;
use crate::report::headline;
use crate::report::largest_site;
use crate::report::name::visible;
use crate::report::wording::Word;
use crate::study::findings::{CutFindings, DaysFindings, Estimate, Readings};

/// One section per cut, in the study's order.
pub(super) fn sections(page: &Page) -> Vec<String> {
    let inputs = &page.findings.inputs;
    let cap = page.numbers.count(inputs.cap_days);
    let has_probes = page.findings.cells.iter().any(|cell| !cell.endurance.is_empty());
    if !has_probes {
        return vec![page.paragraphs(&[page.text(Word::NoEndurance)])];
    }
    let mut sections = Vec::new();
    for (place, cut) in inputs.cuts.iter().enumerate() {
        let letter = ('a'..='z').nth(place).map_or_else(|| format!("-{}", place + 1), String::from);
        let title = visible(page.language.title(&cut.title));
        let heading = page.fill(Word::EnduranceTitle, &[("letter", &letter), ("cut", &title)]);
        let how = if place == 0 { page.fill(Word::EnduranceHow, &[("cap", &cap)]) } else { String::new() };
        let taken = largest_site::sentence(inputs, cut, None, page.language);
        sections.push(page.section(&heading, &[&how, &cut_own::sentence(cut, page.language), &taken], |detail| {
            table(page, &cut.id, detail)
        }));
    }
    sections
}

fn table(page: &Page, cut: &str, detail: Detail) -> Table {
    let inputs = &page.findings.inputs;
    let mut table = Table::new(heads(page));
    for scenario in &inputs.scenarios {
        table.group(page.scenario_heading(&scenario.id));
        for cell in page.findings.cells.iter().filter(|cell| cell.scenario == scenario.id) {
            let found = headline::cut(cell, cut).map(|found| claims(page, found, detail)).unwrap_or_default();
            for (place, (claim, figures)) in found.into_iter().enumerate() {
                let reserve = if place == 0 { page.reserve(&cell.reserve) } else { String::new() };
                table.row([Cell::text(reserve), Cell::number(claim)].into_iter().chain(figures).collect());
            }
        }
    }
    table
}

fn heads(page: &Page) -> Vec<String> {
    let inputs = &page.findings.inputs;
    let mut heads = vec![page.text(Word::Reserve).to_string(), page.text(Word::Claim).to_string()];
    let count = |level: u32| page.numbers.count(level);
    heads.extend(inputs.levels.iter().map(|&level| page.fill(Word::ServedHead, &[("days", &count(level))])));
    let thresholds = inputs.thresholds.iter().map(|&threshold| page.per_cent(threshold));
    heads.extend(thresholds.map(|threshold| page.fill(Word::DaysHead, &[("threshold", &threshold)])));
    if let (Some(level), Some(threshold)) = (headline::level(inputs), headline::threshold(inputs)) {
        let places =
            [("days", count(inputs.levels[level])), ("threshold", page.per_cent(inputs.thresholds[threshold]))];
        heads.push(page.fill(Word::ProbabilityHead, &places.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    heads
}

/// One line per claim; a single line where the claim makes no difference.
fn claims(page: &Page, cut: &CutFindings, detail: Detail) -> Vec<(String, Vec<Cell>)> {
    let percent = |claim: u16| page.per_cent(f64::from(claim) / 1000.0);
    let mut lines: Vec<(String, Vec<Cell>)> =
        cut.claims.iter().map(|(claim, found)| (percent(*claim), figures(page, found, detail))).collect();
    let all_alike = lines.windows(2).all(|pair| pair[0].1 == pair[1].1);
    if all_alike {
        lines.truncate(1);
        for line in &mut lines {
            line.0 = page.text(Word::AllClaims).to_string();
        }
    }
    lines
}

fn figures(page: &Page, found: &Readings, detail: Detail) -> Vec<Cell> {
    let inputs = &page.findings.inputs;
    let (level, threshold) = (headline::level(inputs), headline::threshold(inputs));
    let shows = |place: usize, chosen: Option<usize>| match detail {
        Detail::Full => true,
        Detail::Brief => Some(place) == chosen,
        Detail::Sparse => false,
    };
    let served = (0..inputs.levels.len()).map(|place| served(page, found.share_served.get(place), shows(place, level)));
    let mut cells: Vec<Cell> = served.collect();
    let days = (0..inputs.thresholds.len()).map(|place| days(page, found.days.get(place), shows(place, threshold)));
    cells.extend(days);
    if let (Some(level), Some(threshold)) = (level, threshold) {
        let found = probability(found, threshold, level);
        let detail = if detail == Detail::Brief { Detail::Full } else { detail };
        cells.push(judged(page, found, detail, |share| page.numbers.probability(share)));
    }
    cells
}

/// S(level): mean, and P5–P95 over replications.
fn served(page: &Page, figure: Option<&Estimate>, with_spread: bool) -> Cell {
    let inputs = &page.findings.inputs;
    let required = headline::threshold(inputs).map_or(1.0, |place| inputs.thresholds[place]);
    let write = |share| page.numbers.share_against(share, required);
    let Some(figure) = figure else { return Cell::number(write(None)) };
    let spread = match figure.quantiles {
        Some([p5, _, _, _, p95]) if with_spread => page.numbers.interval(write(Some(p5)), write(Some(p95))),
        _ => String::new(),
    };
    Cell::number_with(write(figure.mean), &[&spread])
}

/// Days: median and P10–P90 over replications; mean and interval where there are no quantiles.
fn days(page: &Page, found: Option<&DaysFindings>, with_spread: bool) -> Cell {
    let write = |days| page.numbers.days(days, page.findings.inputs.cap_days);
    let Some(DaysFindings { days: figure, .. }) = found else { return Cell::number(write(None)) };
    let (middle, low, high) = match figure.quantiles {
        Some([_, p10, p50, p90, _]) => (Some(p50), Some(p10), Some(p90)),
        None => (figure.mean, figure.low, figure.high),
    };
    let spread = if with_spread { page.numbers.interval(write(low), write(high)) } else { String::new() };
    Cell::number_with(write(middle), &[&spread])
}
