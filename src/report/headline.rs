//! What stands first in every report: level, threshold, claim, reserve and pair of scenarios of the headline.

use super::name::visible;
use super::wording::{Language, Word};
use crate::sim::cost::Component;
use crate::study::findings::{
    CellFindings, Comparison, CutFindings, Estimate, Findings, Inputs, Readings, ReserveInput, ScenarioInput,
};

/// Place of the median among the quantiles of an estimate.
const MEDIAN: usize = 2;

/// The level and the reserve of a headline, in days (RS 530-2022: one month).
pub const HEADLINE_DAYS: u32 = 30;

/// Place of the headline's level: 30 days, or the middle one.
pub fn level(inputs: &Inputs) -> Option<usize> {
    let thirty = inputs.levels.iter().position(|&level| level == HEADLINE_DAYS);
    thirty.or_else(|| middle(inputs.levels.len()))
}

/// Place of the headline's threshold: the middle one.
pub fn threshold(inputs: &Inputs) -> Option<usize> {
    middle(inputs.thresholds.len())
}

fn middle(length: usize) -> Option<usize> {
    (length > 0).then_some(length / 2)
}

/// The readings with the full claim: all that the region may take is the region's.
pub fn full_claim(cut: &CutFindings) -> Option<&Readings> {
    cut.claims.iter().max_by_key(|(claim, _)| *claim).map(|(_, readings)| readings)
}

/// The headline's reserve: the one nearest 30 days.
pub fn reserve(inputs: &Inputs) -> Option<&str> {
    let distance = |days: f64| (days - f64::from(HEADLINE_DAYS)).abs();
    let nearest = inputs.reserves.iter().min_by(|one, other| distance(one.days).total_cmp(&distance(other.days)));
    nearest.map(|reserve| reserve.id.as_str())
}

/// The smallest reserve: what there is if none is added.
pub fn least_reserve(inputs: &Inputs) -> Option<&ReserveInput> {
    inputs.reserves.iter().min_by(|one, other| one.days.total_cmp(&other.days))
}

/// Mean cost of every payer of two cells, of the first and of the second; payers in the order in which they first occur.
pub fn payers<'a>(first: &'a CellFindings, second: &'a CellFindings) -> Vec<(&'a str, [Option<&'a Estimate>; 2])> {
    let mut ids: Vec<&str> = Vec::new();
    for (id, _) in first.cost.payers.iter().chain(&second.cost.payers) {
        if !ids.contains(&id.as_str()) {
            ids.push(id);
        }
    }
    let of = |cell: &'a CellFindings, payer: &str| {
        cell.cost.payers.iter().find(|(id, _)| id == payer).map(|(_, figure)| figure)
    };
    ids.into_iter().map(|id| (id, [of(first, id), of(second, id)])).collect()
}

/// The scenario set against the reference: the last one without a reservation, else the last.
pub fn alternative(inputs: &Inputs) -> Option<&str> {
    let others = || inputs.scenarios.iter().rev().filter(|scenario| scenario.id != inputs.compare_to);
    let chosen = others().find(|scenario| scenario.remark.is_none()).or_else(|| others().next());
    chosen.map(|scenario| scenario.id.as_str())
}

/// The cell of a scenario with a reserve.
pub fn cell<'a>(findings: &'a Findings, scenario: &str, reserve: &str) -> Option<&'a CellFindings> {
    findings.cells.iter().find(|cell| cell.scenario == scenario && cell.reserve == reserve)
}

/// The readings of a cut in a cell, by the cut's id.
pub fn cut<'a>(cell: &'a CellFindings, id: &str) -> Option<&'a CutFindings> {
    cell.endurance.iter().find(|found| found.cut == id)
}

/// Days of endurance that the headline is about: first cut, full claim, headline's threshold.
pub fn days<'a>(inputs: &Inputs, cell: &'a CellFindings) -> Option<&'a Estimate> {
    Some(&full_claim(cell.endurance.first()?)?.days.get(threshold(inputs)?)?.days)
}

/// The chance that the headline is about: first cut, full claim, headline's threshold and level.
pub fn chance<'a>(inputs: &Inputs, cell: &'a CellFindings) -> Option<&'a Estimate> {
    full_claim(cell.endurance.first()?)?.p_at_least.get(threshold(inputs)?)?.get(level(inputs)?)
}

/// Two cells that the chance of the level and the median of days rank differently, the one with the higher chance first.
/// Its outcomes are then more often long enough and yet more often short.
pub fn torn<'a>(inputs: &Inputs, one: &'a CellFindings, other: &'a CellFindings) -> Option<[&'a CellFindings; 2]> {
    let median = |cell: &CellFindings| days(inputs, cell)?.quantiles.map(|quantiles| quantiles[MEDIAN]);
    let mean = |cell: &CellFindings| chance(inputs, cell)?.mean;
    // As they are written: a difference that nobody sees is none.
    let percent = |cell| Some((mean(cell)? * 100.0).round());
    let (higher, longer) = (percent(one)? - percent(other)?, median(one)?.round() - median(other)?.round());
    (higher * longer < 0.0).then_some(if higher > 0.0 { [one, other] } else { [other, one] })
}

/// The comparison of two scenarios under one reserve.
pub fn comparison<'a>(findings: &'a Findings, first: &str, second: &str, reserve: &str) -> Option<&'a Comparison> {
    let is_end = |end: &(String, String), scenario: &str| end.0 == scenario && end.1 == reserve;
    findings.comparisons.iter().find(|found| is_end(&found.first, first) && is_end(&found.second, second))
}

/// What a comparison says of cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CostDifference<'a> {
    /// Nothing, or without an interval.
    Unknown,
    /// Nothing, because only one of the two includes these.
    NotCompared(&'a [Component]),
    /// The second costs more: the whole interval is above 0.
    More(&'a Estimate),
    /// The second costs less.
    Less(&'a Estimate),
    /// The interval holds 0.
    Equal(&'a Estimate),
}

/// How the costs of a comparison differ.
pub fn cost_difference(comparison: &Comparison) -> CostDifference<'_> {
    if !comparison.lacking.is_empty() {
        return CostDifference::NotCompared(&comparison.lacking);
    }
    let Some(figure) = comparison.differences.get("cost_per_year").map(|found| &found.paired) else {
        return CostDifference::Unknown;
    };
    match (figure.mean, figure.low, figure.high) {
        (Some(_), Some(low), Some(_)) if low > 0.0 => CostDifference::More(figure),
        (Some(_), Some(_), Some(high)) if high < 0.0 => CostDifference::Less(figure),
        (Some(_), Some(_), Some(_)) => CostDifference::Equal(figure),
        _ => CostDifference::Unknown,
    }
}

/// A scenario's whole title, fit to be shown.
pub fn scenario_title(inputs: &Inputs, id: &str, language: Language) -> String {
    let scenario = inputs.scenarios.iter().find(|scenario| scenario.id == id);
    visible(scenario.map_or(id, |scenario| language.title(&scenario.title)))
}

/// A scenario's title up to its colon ("Delmål 2: regionalt centrallager" → "Delmål 2"), unless two would be alike.
pub fn short_title(inputs: &Inputs, id: &str, language: Language) -> String {
    let whole = scenario_title(inputs, id, language);
    let short = before_colon(&whole);
    let namesakes = inputs.scenarios.iter().filter(|other| {
        let title = scenario_title(inputs, &other.id, language);
        before_colon(&title) == short
    });
    if namesakes.count() > 1 { whole } else { short.to_string() }
}

/// The short title; the reference of a comparison is called alternative 0 beside its name, as decisions call it.
pub fn numbered_title(inputs: &Inputs, id: &str, language: Language) -> String {
    let title = short_title(inputs, id, language);
    if is_zero(inputs, id) { Word::AlternativeZero.fill(language, &[("title", &title)]) } else { title }
}

/// Whether this is the scenario that others are compared with.
pub fn is_zero(inputs: &Inputs, id: &str) -> bool {
    id == inputs.compare_to && inputs.scenarios.len() > 1
}

fn before_colon(title: &str) -> &str {
    match title.split_once(':') {
        Some((before, _)) if !before.trim().is_empty() => before.trim(),
        _ => title,
    }
}

/// A text per scenario, scenarios with the same text told together; scenarios without one are left out.
pub fn per_scenario(inputs: &Inputs, language: Language, text: impl Fn(&ScenarioInput) -> Option<String>) -> String {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for scenario in &inputs.scenarios {
        let Some(text) = text(scenario) else { continue };
        let title = short_title(inputs, &scenario.id, language);
        match told.iter_mut().find(|(other, _)| *other == text) {
            Some((_, titles)) => titles.push(title),
            None => told.push((text, vec![title])),
        }
    }
    let everyone = Word::AllScenarios.text(language);
    let entries = told.into_iter().map(|(text, titles)| {
        let whom = if titles.len() == inputs.scenarios.len() { everyone.to_string() } else { titles.join(", ") };
        format!("{whom}: {text}")
    });
    entries.collect::<Vec<_>>().join("; ")
}

/// The title of an owner who pays, fit to be shown; its id where no scenario gives it a title.
pub fn payer_title(inputs: &Inputs, id: &str, language: Language) -> String {
    let titles = inputs.scenarios.iter().flat_map(|scenario| &scenario.owners);
    let given = titles.filter(|(owner, _)| owner == id).map(|(_, title)| language.title(title));
    visible(given.into_iter().find(|title| *title != id).unwrap_or(id))
}

/// What the first cut is called, fit to be shown; empty where there is none.
pub fn cut_title(inputs: &Inputs, language: Language) -> String {
    inputs.cuts.first().map_or_else(String::new, |cut| visible(language.title(&cut.title)))
}

/// Reserves of nothing. One of 0 days with a name of its own may stand for placements with days of their own.
const NONE: [&str; 2] = ["none", "0-days"];

/// "Reserve 30 days", or "Without a reserve".
pub fn reserve_phrase(inputs: &Inputs, id: &str, language: Language) -> String {
    let is_none = |reserve: &ReserveInput| reserve.days == 0.0 && NONE.contains(&reserve.id.as_str());
    if inputs.reserves.iter().any(|reserve| reserve.id == id && is_none(reserve)) {
        return Word::WithoutReserve.text(language).to_owned();
    }
    Word::ReserveOf.fill(language, &[("reserve", &reserve_title(inputs, id, language))])
}

/// A reserve's title, fit to be shown.
pub fn reserve_title(inputs: &Inputs, id: &str, language: Language) -> String {
    let reserve = inputs.reserves.iter().find(|reserve| reserve.id == id);
    visible(reserve.map_or(id, |reserve| language.title(&reserve.title)))
}
