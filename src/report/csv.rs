//! The findings as one long table, one value per row, for scripts and pivot tables: never rounded, never localised.

pub mod breaking;
pub mod desk;
pub mod exposure;
pub mod frontier;
pub mod sensitivity;

use super::json::{claim_key, threshold_key};
use super::name::visible;
use crate::sheet::looks_like_formula;
use crate::sim::cause::Cause;
use crate::study::findings::{CellFindings, Estimate, Findings, Inputs, LevelFindings, Readings, StopFindings};
use crate::study::slices::{SliceFindings, Spread};

const COLUMNS: [&str; 10] =
    ["scenario", "reserve", "cut", "claim", "threshold", "level", "metric", "unit", "statistic", "value"];
const QUANTILES: [&str; 5] = ["p5", "p10", "p50", "p90", "p95"];

/// The table, header first. Curves stand in the chart's own table, paired differences in `results.json`.
pub fn tidy(findings: &Findings) -> String {
    let mut table = Rows::with_header(&COLUMNS);
    for cell in &findings.cells {
        let place = Place { scenario: &cell.scenario, reserve: &cell.reserve, ..Place::default() };
        service_and_cost(&mut table, &place, cell);
        stock_requirement(&mut table, &place, "stock_requirement", &cell.stock_requirement);
        let distant = &cell.stock_requirement_with_distant;
        stock_requirement(&mut table, &place, "stock_requirement_with_distant", distant);
        for cut in &cell.endurance {
            for (claim, readings) in &cut.claims {
                let place = Place { cut: &cut.cut, claim: claim_key(*claim), ..place.clone() };
                endurance(&mut table, &place, readings, &findings.inputs);
                families(&mut table, &place, readings, &findings.inputs);
            }
            let claim = cut.claims.iter().map(|(claim, _)| *claim).max().map(claim_key).unwrap_or_default();
            let place = Place { cut: &cut.cut, claim, ..place.clone() };
            if let Some(found) = &cut.stop {
                stop(&mut table, &place, found);
            }
            cut.slices.iter().for_each(|found| slice(&mut table, &place, found, &findings.inputs));
        }
    }
    table.text()
}

/// Rows as text, safe to open in a spreadsheet.
pub(super) struct Rows {
    writer: csv::Writer<Vec<u8>>,
}

impl Rows {
    /// An empty table with these columns.
    pub(super) fn with_header(columns: &[&str]) -> Rows {
        let mut rows = Rows { writer: csv::Writer::from_writer(Vec::new()) };
        rows.push(&columns.iter().map(|&column| column.to_string()).collect::<Vec<_>>());
        rows
    }

    /// Adds a row. Writing to memory cannot fail, and all rows of a table have the same length.
    pub(super) fn push(&mut self, fields: &[String]) {
        let written = self.writer.write_record(fields);
        debug_assert!(written.is_ok(), "{written:?}");
    }

    /// The table.
    pub(super) fn text(self) -> String {
        let bytes = self.writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// A text cell on one line, with nothing invisible, that a spreadsheet does not take for a formula: those that look like one get an
/// apostrophe in front, which reading takes off again.
pub fn text_cell(text: &str) -> String {
    let text = visible(&one_line(text));
    if looks_like_formula(&text) { format!("'{text}") } else { text }
}

/// A text with a space for every break of its line and every tabulator; a hyphen at a break stays with its word.
fn one_line(text: &str) -> String {
    let joined = text.replace("-\n", "").replace("\r\n", "\n");
    joined.chars().map(|letter| if matches!(letter, '\n' | '\r' | '\t') { ' ' } else { letter }).collect()
}

/// A number in its shortest exact form; empty where there is none.
pub(super) fn number_cell(value: Option<f64>) -> String {
    value.filter(|value| value.is_finite()).map(|value| value.to_string()).unwrap_or_default()
}

/// Where a value belongs.
#[derive(Clone, Default)]
struct Place<'a> {
    scenario: &'a str,
    reserve: &'a str,
    cut: &'a str,
    claim: String,
    threshold: String,
    level: String,
}

impl Rows {
    fn value(&mut self, place: &Place, metric: &str, unit: &str, statistic: &str, value: String) {
        let texts = [place.scenario, place.reserve, place.cut].map(text_cell);
        let keys = [place.claim.clone(), place.threshold.clone(), place.level.clone()];
        let measure = [text_cell(metric), unit.to_string(), statistic.to_string(), value];
        self.push(&[&texts[..], &keys[..], &measure[..]].concat());
    }

    fn figure(&mut self, place: &Place, metric: &str, figure: &Estimate) {
        for (statistic, value) in [("mean", figure.mean), ("low", figure.low), ("high", figure.high)] {
            self.value(place, metric, figure.unit, statistic, number_cell(value));
        }
        for (statistic, value) in QUANTILES.into_iter().zip(figure.quantiles.into_iter().flatten()) {
            self.value(place, metric, figure.unit, statistic, number_cell(Some(value)));
        }
        self.value(place, metric, figure.unit, "n", figure.n.to_string());
    }
}

fn service_and_cost(table: &mut Rows, place: &Place, cell: &CellFindings) {
    for (name, figure) in &cell.metrics {
        table.figure(place, name, figure);
    }
    for found in &cell.shortage {
        table.figure(place, &format!("short.{}", found.site), &found.short);
        for (cause, figure) in Cause::ALL.iter().zip(&found.causes) {
            table.figure(place, &format!("short.{}.{}", found.site, cause.id()), figure);
        }
    }
    for phase in &cell.phases {
        let name = |metric: &str| format!("phase.{}.{metric}", phase.id);
        table.value(place, &name("days"), "days", "sum", phase.days.to_string());
        table.figure(place, &name("fill_rate"), &phase.fill_rate);
        table.figure(place, &name("availability"), &phase.availability);
        table.figure(place, &name("cost_per_year"), &phase.cost);
    }
    let cost = &cell.cost;
    table.figure(place, "cost_per_year", &cost.total);
    table.figure(place, "cost_per_year.cash", &cost.cash);
    table.figure(place, "cost_per_year.imputed", &cost.imputed);
    for (component, figure) in &cost.components {
        table.figure(place, &format!("cost_per_year.component.{}", component.id()), figure);
    }
    for (payer, figure) in &cost.payers {
        table.figure(place, &format!("cost_per_year.payer.{payer}"), figure);
    }
    table.value(place, "lump_sums", "SEK/year", "sum", number_cell(Some(cost.lump_sums)));
}

fn stock_requirement(table: &mut Rows, place: &Place, metric: &str, levels: &[LevelFindings]) {
    for found in levels {
        let place = Place { level: found.level.to_string(), ..place.clone() };
        table.figure(&place, metric, &found.share);
        table.value(&place, metric, "", "verdict", found.verdict.id().to_string());
    }
}

fn endurance(table: &mut Rows, place: &Place, found: &Readings, inputs: &Inputs) {
    for days in &found.days {
        let place = Place { threshold: threshold_key(days.threshold), ..place.clone() };
        table.figure(&place, "endurance_days", &days.days);
        table.value(&place, "endurance_days", "share", "share_at_cap", number_cell(Some(days.share_at_cap)));
    }
    table.figure(place, "groups_out_before", &found.groups_out_before);
    let by_level = [
        ("share_served", &found.share_served),
        ("groups_full", &found.groups_full),
        ("groups_at_zero", &found.groups_at_zero),
    ];
    for (metric, figures) in by_level {
        for (level, figure) in inputs.levels.iter().zip(figures) {
            table.figure(&Place { level: level.to_string(), ..place.clone() }, metric, figure);
        }
    }
    for (number, threshold) in inputs.thresholds.iter().enumerate() {
        for (level_number, level) in inputs.levels.iter().enumerate() {
            let place = Place { threshold: threshold_key(*threshold), level: level.to_string(), ..place.clone() };
            probabilities(table, &place, found, number, level_number);
        }
    }
}

fn families(table: &mut Rows, place: &Place, found: &Readings, inputs: &Inputs) {
    for (level, families) in inputs.levels.iter().zip(&found.families_at_zero) {
        let place = Place { level: level.to_string(), ..place.clone() };
        for (family, share) in families {
            table.value(&place, &format!("families_at_zero.{family}"), "share", "mean", number_cell(Some(*share)));
        }
    }
}

/// A part of need.
fn slice(table: &mut Rows, place: &Place, found: &SliceFindings, inputs: &Inputs) {
    let name = |metric: &str| format!("slice.{}.{}.{metric}", found.kind.id(), found.id);
    let spread = |table: &mut Rows, place: &Place, metric: &str, unit: &str, figure: &Spread| {
        for (statistic, value) in figure.named() {
            table.value(place, &name(metric), unit, statistic, number_cell(value));
        }
    };
    table.value(place, &name("groups"), "groups", "sum", found.groups.to_string());
    for (metric, figures) in [("share_served", &found.share_served), ("p_at_least", &found.p_at_least)] {
        for (level, figure) in inputs.levels.iter().zip(figures) {
            let place = Place { level: level.to_string(), ..place.clone() };
            let middle = inputs.thresholds.get(inputs.thresholds.len() / 2).copied().map(threshold_key);
            let threshold = middle.filter(|_| metric == "p_at_least").unwrap_or_default();
            spread(table, &Place { threshold, ..place }, metric, "share", figure);
        }
    }
    for ((threshold, figure), at_cap) in inputs.thresholds.iter().zip(&found.days).zip(&found.share_at_cap) {
        let place = Place { threshold: threshold_key(*threshold), ..place.clone() };
        spread(table, &place, "endurance_days", "days", figure);
        table.value(&place, &name("endurance_days"), "share", "share_at_cap", number_cell(Some(*at_cap)));
    }
}

/// Breach and recovery; the path day by day stands in the chart's own table.
fn stop(table: &mut Rows, place: &Place, found: &StopFindings) {
    let refilled = [("refill_days", &found.refill_days), ("not_refilled", &found.not_refilled)];
    let figures = [("breached", &found.breached)].into_iter().chain(found.breach.named()).chain(refilled);
    for (metric, figure) in figures {
        table.figure(place, &format!("stop.{metric}"), figure);
    }
}

fn probabilities(table: &mut Rows, place: &Place, found: &Readings, threshold: usize, level: usize) {
    let all = [("p_at_least", &found.p_at_least), ("p_calm", &found.p_calm), ("p_major_event", &found.p_major_event)];
    for (metric, figures) in all {
        if let Some(figure) = figures.get(threshold).and_then(|levels| levels.get(level)) {
            table.figure(place, metric, figure);
        }
    }
    if let Some(verdict) = found.verdicts.get(threshold).and_then(|levels| levels.get(level)) {
        table.value(place, "p_at_least", "", "verdict", verdict.id().to_string());
    }
}
