//! `beredd items read --format json`.

use crate::items::summary::{Part, Summary};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Version of the format.
const SCHEMA: u32 = 1;

/// The summary as JSON text, indented, ending in a newline.
pub fn items_text(summary: &Summary) -> String {
    let value = json!({
        "schema": SCHEMA,
        "all": part(&summary.all),
        "families": summary.families,
        "suppliers": summary.suppliers,
        "articles_of_top_8_percent": summary.top_articles,
        "value_share_of_top_8_percent": summary.concentration,
        "flows": parts(&summary.flows),
        "channels": parts(&summary.channels),
        "classes": parts(&summary.classes),
        "critical_decided_by": summary.decided_by,
    });
    format!("{value:#}\n")
}

fn parts(parts: &BTreeMap<String, Part>) -> Map<String, Value> {
    parts.iter().map(|(name, one)| (name.clone(), part(one))).collect()
}

fn part(part: &Part) -> Value {
    json!({
        "articles": part.articles,
        "critical_articles": part.critical,
        "value_sek_per_year": part.value,
        "critical_value_sek_per_year": part.critical_value,
        "pallets_per_year": part.pallets,
    })
}
