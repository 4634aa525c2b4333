//! The JSON of `beredd breaking-point` (`docs/reference/breaking-point-json.md`).

use super::breach::with_breach;
use super::{SCHEMA, estimate, inputs};
use crate::study::breach::Counted;
use crate::study::breaking::{BreakingFindings, CellBreaking, LengthFindings, Reach};
use serde_json::{Value, json};

/// The findings as text: indented, ending in a newline.
pub fn text(found: &BreakingFindings) -> String {
    let question = &found.question;
    let value = json!({
        "schema": SCHEMA,
        "inputs": inputs::inputs(&found.inputs),
        "cut": question.reading.cut,
        "threshold": question.reading.threshold,
        "required_probability": question.probability,
        "lengths_days": question.lengths,
        "follow_days": question.follow,
        "breaches_counted": Counted::Every.id(),
        "cells": found.cells.iter().map(cell).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn cell(cell: &CellBreaking) -> Value {
    let [at, low, high] = cell.breaking.map(reach);
    json!({
        "scenario": cell.scenario,
        "reserve": cell.reserve,
        "longest_stood_days": cell.longest,
        "breaks_at": { "estimate": at, "low": low, "high": high },
        "lengths": cell.lengths.iter().map(length).collect::<Vec<_>>(),
    })
}

fn reach(reach: Reach) -> Value {
    match reach {
        Reach::Below(days) => json!({ "below_days": days }),
        Reach::At(days) => json!({ "days": days }),
        Reach::Beyond(days) => json!({ "at_least_days": days }),
    }
}

fn length(found: &LengthFindings) -> Value {
    let head = json!({
        "length_days": found.length,
        "share_served": estimate(&found.served),
        "share_served_worst_day": estimate(&found.lowest),
        "p_no_breach": estimate(&found.no_breach),
        "p_no_breach_without_stop": estimate(&found.calm),
        "verdict": found.verdict.id(),
    });
    with_breach(head, &found.breach)
}
