//! Where values come from: what a scenario leaves unsaid.

use beredd::scenario::model::{Origins, ValueOrigin};
use beredd::scenario::tree::Table;

/// Keys that say what something is or what it has to do with, and are no values: names, places, who, which, kinds.
const STRUCTURE: [&str; 21] = [
    "title",
    "need",
    "unit",
    "remark",
    "kind",
    "role",
    "roles",
    "owner",
    "payer",
    "from",
    "to",
    "at",
    "articles",
    "offers",
    "suppliers",
    "major",
    "in-region",
    "regional-stock",
    "new",
    "origin",
    "source",
];

/// Collects the key paths of values without an origin.
fn collect(table: &Table, path: &str, origins: &Origins, missing: &mut Vec<String>) {
    for (key, entry) in table {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let is_known = origins.entries.contains_key(&path);
        // `origin` of a supplier is a reference that must be told apart from the table of all origins.
        let is_structure = STRUCTURE.contains(&key.as_str()) && path.contains('.');
        match entry.node.table() {
            _ if is_known || is_structure => {}
            Some(table) if !table.contains_key("dist") => collect(table, &path, origins, missing),
            _ => missing.push(path),
        }
    }
}

/// Key paths of values that say nothing of where they come from.
pub fn without_origin(values: &Table, origins: &Origins) -> Vec<String> {
    let mut missing = Vec::new();
    collect(values, "", origins, &mut missing);
    missing
}

/// Key paths of values whose origin names no source.
pub fn mute(origins: &Origins) -> Vec<String> {
    let mute = |(path, origin): (&String, &ValueOrigin)| origin.source.is_empty().then(|| path.clone());
    origins.entries.iter().filter_map(mute).collect()
}
