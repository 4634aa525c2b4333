//! The JSON of `beredd sensitivity` (`docs/reference/sensitivity-json.md`).

use super::{SCHEMA, estimate, inputs, maybe};
use crate::scenario::sensitivity::{Assumption, End};
use crate::study::sensitivity::{EndFindings, MeasureFindings, SensitivityFindings, Swing};
use serde_json::{Map, Value, json};

/// The findings as text: indented, ending in a newline.
pub fn text(findings: &SensitivityFindings) -> String {
    format!("{:#}\n", sensitivity(findings))
}

fn sensitivity(findings: &SensitivityFindings) -> Value {
    let question = &findings.question;
    let measures = findings.measures.iter().map(|found| (found.measure.id().to_owned(), measure(findings, found)));
    json!({
        "schema": SCHEMA,
        "inputs": inputs::inputs(&findings.inputs),
        "first": question.first,
        "second": question.second,
        "reserve": question.reserve,
        "cut": question.cut,
        "level_days": findings.at.level_days,
        "threshold": findings.inputs.thresholds.get(findings.at.threshold),
        "assumptions": findings.assumptions.iter().map(assumption).collect::<Vec<_>>(),
        "measures": measures.collect::<Map<_, _>>(),
    })
}

fn assumption(one: &Assumption) -> Value {
    json!({
        "id": one.id,
        "title": { "sv": one.title.sv, "en": one.title.en },
        "set": one.set.iter().map(|(path, _)| path).collect::<Vec<_>>(),
        "low": one.written(End::Low),
        "high": one.written(End::High),
    })
}

fn measure(findings: &SensitivityFindings, found: &MeasureFindings) -> Value {
    let swing = |(rank, swing): (u32, &Swing)| {
        json!({
            "assumption": findings.assumptions[swing.assumption].id,
            "rank": rank,
            "swing": maybe(swing.swing),
            "order": swing.order.id(),
            "low": end(&swing.ends[0]),
            "high": end(&swing.ends[1]),
        })
    };
    json!({
        "base": estimate(&found.base),
        "swings": (1..).zip(&found.swings).map(swing).collect::<Vec<_>>(),
    })
}

fn end(end: &EndFindings) -> Value {
    json!({ "difference": estimate(&end.difference), "change": estimate(&end.change), "order": end.order.id() })
}
