//! `results.json`: everything the findings say, never rounded, never localised. The format is described in
//! `docs/reference/results-json.md`; a change of meaning raises [`SCHEMA`].

mod breach;
pub mod breaking;
mod endurance;
pub mod exposure;
mod failing;
pub mod frontier;
mod inputs;
mod items;
mod read;
pub mod sensitivity;
pub mod size;
mod slices;
pub mod story;
pub mod trace;
pub mod verify;

pub use items::items_text;
pub use read::{ReadError, read};

use crate::sim::cause::Cause;
use crate::study::findings::{
    CellFindings, Comparison, CostFindings, Difference, Estimate, Findings, LevelFindings, PhaseFindings,
    ShortageFindings,
};
use rayon::prelude::*;
use serde_json::{Map, Value, json};

/// Version of the format.
pub const SCHEMA: u32 = 1;

/// The findings as JSON; keys stand in a fixed order. Cells are put into it on the threads of the pool that it is called in.
pub fn results(findings: &Findings) -> Value {
    json!({
        "schema": SCHEMA,
        "inputs": inputs::inputs(&findings.inputs),
        "cells": findings.cells.par_iter().map(|found| cell(found, findings)).collect::<Vec<_>>(),
        "comparisons": findings.comparisons.iter().map(comparison).collect::<Vec<_>>(),
    })
}

/// The text of `results.json`: indented, ending in a newline.
///
/// # Panics
/// Never: only keys that are no strings cannot be written.
pub fn results_text(findings: &Findings) -> String {
    let mut text = serde_json::to_string_pretty(&results(findings)).expect("its keys are strings");
    text.push('\n');
    text
}

/// A threshold as a key: two decimals, more only where needed (`0.90`, `0.975`).
pub fn threshold_key(threshold: f64) -> String {
    let short = format!("{threshold:.2}");
    if short.parse() == Ok(threshold) { short } else { threshold.to_string() }
}

/// A claim in thousandths as a key: `0`, `0.5`, `1`.
pub fn claim_key(claim: u16) -> String {
    (f64::from(claim) / 1000.0).to_string()
}

/// A key as a part of a JSON pointer (RFC 6901).
pub fn pointer_part(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn cell(found: &CellFindings, findings: &Findings) -> Value {
    let mut metrics: Map<String, Value> =
        found.metrics.iter().map(|(name, figure)| (name.to_string(), estimate(figure).into())).collect();
    metrics.insert("cost_per_year".into(), cost(&found.cost));
    let mut object = json!({
        "scenario": found.scenario,
        "reserve": found.reserve,
        "metrics": metrics,
        "shortage": found.shortage.iter().map(shortage).collect::<Vec<_>>(),
        "endurance": endurance::cuts(&found.endurance, &findings.inputs),
        "stops": endurance::stops(&found.endurance),
        "stock_requirement": levels(&found.stock_requirement),
        "stock_requirement_with_distant": levels(&found.stock_requirement_with_distant),
    });
    let failing = failing::failing(&found.endurance, &findings.inputs);
    let slices = slices::slices(&found.endurance, &findings.inputs);
    if let (Some(object), false) = (object.as_object_mut(), slices.is_empty()) {
        object.insert("slices".into(), slices.into());
    }
    if let (Some(object), false) = (object.as_object_mut(), failing.is_empty()) {
        object.insert("failing".into(), failing.into());
    }
    if let (Some(object), false) = (object.as_object_mut(), found.phases.is_empty()) {
        object.insert("phases".into(), found.phases.iter().map(phase).collect());
    }
    object
}

fn phase(found: &PhaseFindings) -> Value {
    json!({
        "id": found.id,
        "title": { "sv": found.title.sv, "en": found.title.en },
        "days": found.days,
        "fill_rate": estimate(&found.fill_rate),
        "availability": estimate(&found.availability),
        "cost_per_year": estimate(&found.cost),
    })
}

fn shortage(found: &ShortageFindings) -> Value {
    let causes = Cause::ALL.iter().zip(&found.causes).map(|(cause, figure)| (cause.id(), figure));
    json!({
        "site": found.site,
        "title": { "sv": found.title.sv, "en": found.title.en },
        "short": estimate(&found.short),
        "causes": estimates(causes),
    })
}

fn cost(cost: &CostFindings) -> Value {
    let mut object = estimate(&cost.total);
    let components = cost.components.iter().map(|(component, figure)| (component.id(), figure));
    let payers = cost.payers.iter().map(|(payer, figure)| (payer.as_str(), figure));
    object.insert("components".into(), estimates(components));
    object.insert("payers".into(), estimates(payers));
    object.insert("cash".into(), estimate(&cost.cash).into());
    object.insert("imputed".into(), estimate(&cost.imputed).into());
    object.insert("lump_sums".into(), number(cost.lump_sums));
    object.into()
}

fn levels(levels: &[LevelFindings]) -> Value {
    levels
        .iter()
        .map(|found| {
            let entry = json!({ "share": estimate(&found.share), "verdict": found.verdict.id() });
            (found.level.to_string(), entry)
        })
        .collect::<Map<_, _>>()
        .into()
}

fn comparison(comparison: &Comparison) -> Value {
    let end = |(scenario, reserve): &(String, String)| json!({ "scenario": scenario, "reserve": reserve });
    let metrics = comparison.differences.iter().map(|(name, found)| (name.to_string(), difference(found)));
    json!({
        "first": end(&comparison.first),
        "second": end(&comparison.second),
        "metrics": metrics.collect::<Map<_, _>>(),
        "lacking": comparison.lacking.iter().map(|component| component.id()).collect::<Vec<_>>(),
    })
}

fn difference(difference: &Difference) -> Value {
    json!({
        "mean": maybe(difference.paired.mean),
        "low": maybe(difference.paired.low),
        "high": maybe(difference.paired.high),
        "n": difference.paired.n,
        "unit": difference.paired.unit,
        "unpaired_low": maybe(difference.unpaired.0),
        "unpaired_high": maybe(difference.unpaired.1),
    })
}

/// A figure: mean, interval, quantiles, replications, unit.
fn estimate(figure: &Estimate) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("mean".into(), maybe(figure.mean));
    object.insert("low".into(), maybe(figure.low));
    object.insert("high".into(), maybe(figure.high));
    for (place, name) in ["p5", "p10", "p50", "p90", "p95"].into_iter().enumerate() {
        object.insert(name.into(), maybe(figure.quantiles.map(|quantiles| quantiles[place])));
    }
    object.insert("n".into(), figure.n.into());
    object.insert("unit".into(), figure.unit.into());
    object
}

fn estimates<'a>(figures: impl Iterator<Item = (&'a str, &'a Estimate)>) -> Value {
    figures.map(|(name, figure)| (name.to_string(), estimate(figure).into())).collect::<Map<_, _>>().into()
}

fn maybe(value: Option<f64>) -> Value {
    value.map_or(Value::Null, number)
}

/// JSON has no NaN and no infinity: they become `null`.
fn number(value: f64) -> Value {
    serde_json::Number::from_f64(value).map_or(Value::Null, Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_thresholds_and_claims() {
        assert_eq!([0.9, 0.95, 0.975, 1.0].map(threshold_key), ["0.90", "0.95", "0.975", "1.00"]);
        assert_eq!([0, 500, 1000, 125].map(claim_key), ["0", "0.5", "1", "0.125"]);
    }

    #[test]
    fn what_is_no_number_is_null() {
        assert_eq!([f64::NAN, f64::INFINITY].map(number), [Value::Null, Value::Null]);
    }
}
