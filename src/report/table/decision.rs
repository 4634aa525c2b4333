//! The decision table: for each scenario and reserve, is each level reached? Two verdicts, side by side, never merged.

use super::columns::{Cell, Table};
use super::{Detail, Page};
use crate::report::headline;
use crate::report::name::visible;
use crate::report::wording::Word;
use crate::study::findings::{CellFindings, CutFindings, Estimate, LevelFindings, Readings, Verdict};

/// The section, for the study's first cut.
pub(super) fn section(page: &Page) -> String {
    let inputs = &page.findings.inputs;
    let cut = inputs.cuts.first();
    let cut_title = cut.map_or("–".to_string(), |cut| visible(page.language.title(&cut.title)));
    let heading = page.fill(Word::DecisionTitle, &[("cut", &cut_title)]);
    let threshold =
        headline::threshold(inputs).map_or("–".to_string(), |place| page.per_cent(inputs.thresholds[place]));
    let how = page.fill(
        Word::DecisionHow,
        &[
            ("article", &page.per_cent(inputs.required_article_share)),
            ("threshold", &threshold),
            ("required", &page.per_cent(inputs.required_probability)),
        ],
    );
    let claims_matter =
        page.findings.cells.iter().flat_map(|cell| cell.endurance.first()).any(|cut| cut.claims.len() > 1);
    let claim_how = if claims_matter { page.text(Word::ClaimHow) } else { "" };
    page.section(&heading, &[&how, claim_how], |detail| table(page, detail))
}

fn table(page: &Page, detail: Detail) -> Table {
    let inputs = &page.findings.inputs;
    let mut heads = vec![page.text(Word::Reserve).to_string(), page.text(Word::Test).to_string()];
    heads
        .extend(inputs.levels.iter().map(|&level| page.fill(Word::LevelHead, &[("days", &page.numbers.count(level))])));
    let mut table = Table::new(heads);
    for scenario in &inputs.scenarios {
        table.group(page.scenario_heading(&scenario.id));
        for cell in page.findings.cells.iter().filter(|cell| cell.scenario == scenario.id) {
            for (place, (test, figures)) in tests(page, cell, detail).into_iter().enumerate() {
                let reserve = if place == 0 { page.reserve(&cell.reserve) } else { String::new() };
                table.row([Cell::text(reserve), Cell::text(test)].into_iter().chain(figures).collect());
            }
        }
    }
    table
}

/// The lines of one scenario with one reserve: the stock rule, then the simulated endurance for each claim. Lines that
/// would only repeat the one above are left out.
fn tests(page: &Page, cell: &CellFindings, detail: Detail) -> Vec<(String, Vec<Cell>)> {
    let rule = stock_rule(page, &cell.stock_requirement, detail);
    let distant = stock_rule(page, &cell.stock_requirement_with_distant, detail);
    let mut lines = vec![(page.text(Word::StockRule).to_string(), rule)];
    if distant != lines[0].1 {
        lines.push((page.text(Word::StockRuleDistant).to_string(), distant));
    }
    if let Some(cut) = cell.endurance.first() {
        lines.extend(simulated(page, cut, detail));
    }
    lines
}

fn simulated(page: &Page, cut: &CutFindings, detail: Detail) -> Vec<(String, Vec<Cell>)> {
    let lines: Vec<(u16, Vec<Cell>)> =
        cut.claims.iter().map(|(claim, readings)| (*claim, probabilities(page, readings, detail))).collect();
    let all_alike = lines.windows(2).all(|pair| pair[0].1 == pair[1].1);
    if all_alike {
        let figures = lines.into_iter().next().map(|(_, figures)| figures).into_iter();
        return figures.map(|figures| (page.text(Word::Simulated).to_string(), figures)).collect();
    }
    let named = lines.into_iter().map(|(claim, figures)| {
        let claim = page.per_cent(f64::from(claim) / 1000.0);
        (page.fill(Word::SimulatedAt, &[("claim", &claim)]), figures)
    });
    named.collect()
}

fn stock_rule(page: &Page, levels: &[LevelFindings], detail: Detail) -> Vec<Cell> {
    let inputs = &page.findings.inputs;
    let write = |share| page.numbers.share_against(share, inputs.required_article_share);
    let found = |level: &u32| levels.iter().find(|found| found.level == *level);
    let cell = |level: &u32| {
        let found = found(level).map(|found| (&found.share, found.verdict));
        judged(page, found, detail, write)
    };
    inputs.levels.iter().map(cell).collect()
}

fn probabilities(page: &Page, readings: &Readings, detail: Detail) -> Vec<Cell> {
    let inputs = &page.findings.inputs;
    let threshold = headline::threshold(inputs);
    let cell = |level| {
        let found = threshold.and_then(|threshold| probability(readings, threshold, level));
        judged(page, found, detail, |share| page.numbers.probability(share))
    };
    (0..inputs.levels.len()).map(cell).collect()
}

/// P(endurance ≥ level) and its verdict.
pub(super) fn probability(readings: &Readings, threshold: usize, level: usize) -> Option<(&Estimate, Verdict)> {
    let figure = readings.p_at_least.get(threshold)?.get(level)?;
    let verdict = readings.verdicts.get(threshold)?.get(level)?;
    Some((figure, *verdict))
}

/// A figure with its interval and its verdict in words beside the symbol. Where room is short, an interval stands only
/// where it is the reason for the doubt.
pub(super) fn judged(
    page: &Page,
    found: Option<(&Estimate, Verdict)>,
    detail: Detail,
    write: impl Fn(Option<f64>) -> String,
) -> Cell {
    let Some((figure, verdict)) = found else { return Cell::number(write(None)) };
    let shows_interval = match detail {
        Detail::Full => true,
        Detail::Brief => verdict == Verdict::Undecided,
        Detail::Sparse => false,
    };
    let interval = if shows_interval { page.interval(figure, &write) } else { String::new() };
    Cell::number_with(write(figure.mean), &[&interval, page.text(verdict_word(verdict))])
}

/// The word and sign of a verdict.
pub(in crate::report) fn verdict_word(verdict: Verdict) -> Word {
    match verdict {
        Verdict::Reached => Word::Reached,
        Verdict::NotReached => Word::NotReached,
        Verdict::Undecided => Word::Undecided,
        Verdict::NotJudged => Word::NotJudged,
    }
}
