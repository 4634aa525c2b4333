//! The JSON of `beredd exposure` (`docs/reference/exposure-json.md`).

use super::{SCHEMA, estimate, inputs};
use crate::study::breach::Counted;
use crate::study::exposure::findings::{ExposureFindings, NodeFindings};
use serde_json::{Value, json};

/// The findings as text: indented, ending in a newline.
pub fn text(found: &ExposureFindings) -> String {
    let question = &found.question;
    let value = json!({
        "schema": SCHEMA,
        "inputs": inputs::inputs(&found.inputs),
        "scenario": question.scenario,
        "threshold": question.threshold,
        "recovery_days": question.recovery,
        "follow_days": question.follow,
        "breaches_counted": Counted::Caused.id(),
        "nodes": (1..).zip(&found.nodes).map(|(rank, one)| node(rank, one)).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn node(rank: u32, found: &NodeFindings) -> Value {
    json!({
        "rank": rank,
        "kind": found.node.kind.id(),
        "id": found.node.id,
        "title": { "sv": found.node.title.sv, "en": found.node.title.en },
        "recovery_days": found.node.recovery,
        "lost": estimate(&found.lost),
        "already_in_breach": estimate(&found.already),
        "breached": estimate(&found.breached),
        "breach_day": estimate(&found.breach_day),
        "back_after": estimate(&found.back_after),
        "not_back": estimate(&found.not_back),
        "exposure": estimate(&found.exposure),
        "single_point_of_failure": found.is_single_point(),
    })
}
