//! Cost against endurance: one mark per scenario and reserve with its spread both ways, a line through a scenario's reserves.

use super::Drawn;
use super::cost_words;
use super::costs;
use super::key::{self, Who};
use super::page::page;
use super::scatter::{self, Axes, Spot};
use super::words::footer;
use crate::order::InOrder;
use crate::report::csv::{Rows, number_cell, text_cell};
use crate::report::headline;
use crate::report::wording::charts::ChartWord;
use crate::report::wording::{Language, Word};
use crate::sim::cost::Component;
use crate::study::findings::{CellFindings, DaysFindings, Estimate, Findings};

/// Places of P10 and P90 in an estimate's quantiles.
const SPREAD: (usize, usize) = (1, 3);
const MEDIAN: usize = 2;

/// One scenario under one reserve.
pub(super) struct Dot<'a> {
    /// Place of the scenario.
    who: usize,
    /// Days of the reserve.
    reserve: f64,
    /// What it is made of.
    pub cell: &'a CellFindings,
    days: &'a DaysFindings,
    /// Mean cost, MSEK per year.
    pub cost: f64,
    /// Median days.
    pub endurance: f64,
}

impl Dot<'_> {
    fn spot(&self) -> Spot {
        Spot {
            who: self.who,
            reserve: self.reserve,
            cost: self.cost,
            days: self.endurance,
            across: spread(&self.cell.cost.total).map(|(low, high)| (low / 1e6, high / 1e6)),
            along: spread(&self.days.days),
            on_line: true,
        }
    }
}

/// The chart, unless no scenario has both a cost and an endurance.
pub(super) fn chart(findings: &Findings, language: Language, reserve: &str) -> Option<Drawn> {
    let inputs = &findings.inputs;
    let (cut, threshold) = (inputs.cuts.first()?, headline::threshold(inputs)?);
    let whos = key::scenarios(inputs, language);
    let dots = dots(findings, &whos, &cut.id, threshold);
    let headline_dot = |who: usize| dots.iter().find(|dot| dot.who == who && dot.cell.reserve == reserve);
    let told = |(place, who)| (who, cost_words::entry(who, headline_dot(place), inputs, language));
    let entries: Vec<(&Who, String)> = whos.iter().enumerate().map(told).collect();
    let with_dot: Vec<(&Who, &Dot)> =
        whos.iter().filter_map(|who| Some((who, headline_dot(who.number - 1)?))).collect();
    let title = cost_words::title(inputs, language, &with_dot)?;
    let subtitle = cost_words::subtitle(inputs, language, reserve, &with_dot);
    let reading = ChartWord::CostEnduranceReading.text(language);
    let spots: Vec<Spot> = dots.iter().map(Dot::spot).collect();
    let axes = Axes::around(&spots, inputs.cap_days, ChartWord::DaysAxis);
    let is_priced = |component: Component| {
        dots.iter().flat_map(|dot| &dot.cell.cost.components).any(|(priced, _)| *priced == component)
    };
    let lacking = costs::not_included(inputs, language, &is_priced);
    let source = footer(inputs, language);
    let scene = page(&title, &[&subtitle, reading], &[&lacking, &source], |scene, top| {
        let top = key::draw(scene, top, &entries) + 26.0;
        scatter::draw(scene, top, &axes, (&whos, &spots, &[]), (inputs, language))
    });
    let values = entries.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("; ");
    let parts = [
        &format!("{title}."),
        &cost_words::kind(inputs, language, &axes),
        &subtitle,
        &format!("{values}."),
        &lacking,
        Word::ChartAltTable.text(language),
    ];
    let alt = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Some(Drawn { name: "cost-endurance", title, scene, csv: csv(&whos, &dots, &cut.id), alt })
}

/// All marks, scenarios in order, reserves ascending within.
fn dots<'a>(findings: &'a Findings, whos: &[Who], cut: &str, threshold: usize) -> Vec<Dot<'a>> {
    let mut dots: Vec<Dot> = Vec::new();
    for cell in &findings.cells {
        let who = whos.iter().position(|who| who.id == cell.scenario);
        let reserve = findings.inputs.reserves.iter().find(|reserve| reserve.id == cell.reserve);
        let readings = headline::cut(cell, cut).and_then(headline::full_claim);
        let days = readings.and_then(|readings| readings.days.get(threshold));
        let cost = cell.cost.total.mean.filter(|cost| cost.is_finite() && *cost >= 0.0);
        if let (Some(who), Some(reserve), Some(days), Some(cost)) = (who, reserve, days, cost)
            && let Some(endurance) = median(&days.days)
        {
            dots.push(Dot { who, reserve: reserve.days, cell, days, cost: cost / 1e6, endurance });
        }
    }
    dots.order_by(|one, other| one.who.cmp(&other.who).then(one.reserve.total_cmp(&other.reserve)));
    dots
}

fn median(days: &Estimate) -> Option<f64> {
    days.quantiles.map(|quantiles| quantiles[MEDIAN]).or(days.mean).filter(|days| days.is_finite())
}

/// P10 and P90.
pub(super) fn spread(figure: &Estimate) -> Option<(f64, f64)> {
    let spread = figure.quantiles.map(|quantiles| (quantiles[SPREAD.0], quantiles[SPREAD.1]));
    spread.filter(|(low, high)| low.is_finite() && high.is_finite())
}

fn csv(whos: &[Who], dots: &[Dot], cut: &str) -> String {
    let header = ["cut", "scenario", "reserve", "threshold", "metric", "unit", "mean", "p10", "p50", "p90"];
    let mut rows = Rows::with_header(&header);
    for dot in dots {
        let place = [cut, &whos[dot.who].id, &dot.cell.reserve].map(text_cell);
        let threshold = crate::report::json::threshold_key(dot.days.threshold);
        for (metric, figure) in [("cost_per_year", &dot.cell.cost.total), ("endurance_days", &dot.days.days)] {
            let quantile = |place: usize| number_cell(figure.quantiles.map(|quantiles| quantiles[place]));
            let measure = [threshold.clone(), metric.to_string(), figure.unit.to_string(), number_cell(figure.mean)];
            let quantiles = [quantile(SPREAD.0), quantile(MEDIAN), quantile(SPREAD.1)];
            rows.push(&[&place[..], &measure[..], &quantiles[..]].concat());
        }
    }
    rows.text()
}
