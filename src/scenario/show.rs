//! A scenario after merging, as one TOML text, and the difference between two.

use super::amount::{DEMAND, DEMAND_SD, DURATION, PACK, PER_UNIT, UNIT_MASS, VOLUME};
use super::overlay::WITH_IDS;
use super::source::Place;
use super::study::Loaded;
use super::tree::{Entry, Node, Table, Value, is_unsafe_to_print, key_text, quoted};
use crate::order::InOrder;
use std::collections::BTreeMap;

/// Whether each line says where its value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comments {
    /// No comments.
    Without,
    /// File, line, and what is stated of the value's origin.
    WithOrigin,
}

/// A key that two scenarios give different values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Key path.
    pub key: String,
    /// Value in the first, if it has the key.
    pub left: Option<String>,
    /// Value in the second, if it has the key.
    pub right: Option<String>,
}

/// The merged tree of a scenario as TOML text that can be read again; `None` if the study has no such scenario.
///
/// Rows of the item file are shown as tables of articles; `[items]` itself is left out.
pub fn show(loaded: &Loaded, scenario: &str, comments: Comments) -> Option<String> {
    let tree = loaded.resolved.get(scenario)?;
    Some(match comments {
        Comments::Without => text(tree),
        Comments::WithOrigin => commented(tree, |leaf| format!("  # {}", origin_of(loaded, scenario, leaf))),
    })
}

/// A merged tree as TOML text.
pub fn text(tree: &Table) -> String {
    commented(tree, |_| String::new())
}

fn commented(tree: &Table, comment: impl Fn(&Leaf) -> String) -> String {
    let mut out = String::new();
    let mut header = String::new();
    for leaf in leaves(tree) {
        if leaf.table != header {
            header.clone_from(&leaf.table);
            out.push_str(&format!("{}[{header}]\n", if out.is_empty() { "" } else { "\n" }));
        }
        if leaf.key.is_empty() {
            continue;
        }
        out.push_str(&format!("{} = {}{}\n", leaf.key, leaf.value, comment(&leaf)));
    }
    out
}

/// What differs between two scenarios, by key; `None` if the study does not have both.
pub fn diff(loaded: &Loaded, left: &str, right: &str) -> Option<Vec<Difference>> {
    let by_path = |scenario: &str| -> Option<BTreeMap<String, String>> {
        let mut parts = BTreeMap::new();
        for leaf in leaves(loaded.resolved.get(scenario)?) {
            match leaf.node.and_then(Node::table) {
                Some(table) if !table.is_empty() => push_parts(&mut parts, &leaf.path(), table),
                _ => drop(parts.insert(leaf.path(), leaf.value)),
            }
        }
        Some(parts)
    };
    let (left, mut right) = (by_path(left)?, by_path(right)?);
    let mut out = Vec::new();
    for (key, value) in left {
        let other = right.remove(&key);
        if other.as_ref() != Some(&value) {
            out.push(Difference { key, left: Some(value), right: other });
        }
    }
    out.extend(right.into_iter().map(|(key, value)| Difference { key, left: None, right: Some(value) }));
    out.order_by(|a, b| a.key.cmp(&b.key));
    Some(out)
}

/// The parts of a value written as a table, each by itself; `value` itself has the name of its key.
fn push_parts(parts: &mut BTreeMap<String, String>, path: &str, table: &Table) {
    for (key, entry) in table {
        let path = if key == "value" { path.to_owned() } else { format!("{path}.{}", key_text(key)) };
        match entry.node.table() {
            Some(inner) if !inner.is_empty() => push_parts(parts, &path, inner),
            _ => drop(parts.insert(path, entry.node.to_text())),
        }
    }
}

/// A key with its value; an empty key stands for a table without keys.
struct Leaf<'t> {
    table: String,
    key: String,
    value: String,
    node: Option<&'t Node>,
    place: Place,
}

impl Leaf<'_> {
    fn path(&self) -> String {
        if self.key.is_empty() { self.table.clone() } else { format!("{}.{}", self.table, self.key) }
    }
}

fn leaves(root: &Table) -> Vec<Leaf<'_>> {
    let mut out = Vec::new();
    for (name, entry) in root.iter().filter(|(name, _)| *name != "items") {
        let Some(table) = entry.node.table() else { continue };
        if WITH_IDS.contains(&name.as_str()) {
            for (id, entry) in table {
                let path = format!("{name}.{}", key_text(id));
                entry.node.table().into_iter().for_each(|table| push_leaves(&mut out, &path, table, entry.key));
            }
        } else {
            push_leaves(&mut out, name, table, entry.key);
        }
    }
    out
}

fn push_leaves<'t>(out: &mut Vec<Leaf<'t>>, table_path: &str, table: &'t Table, place: Place) {
    let before = out.len();
    for (key, entry) in table {
        if let Some(value) = value_text(key, entry) {
            let place = entry.node.place;
            out.push(Leaf { table: table_path.to_owned(), key: key_text(key), value, node: Some(&entry.node), place });
        }
    }
    if out.len() == before {
        let (key, value) = (String::new(), String::new());
        out.push(Leaf { table: table_path.to_owned(), key, value, node: None, place });
    }
}

/// A value as TOML; a cell of an item file gets the unit of its column, and an empty one is nothing.
fn value_text(key: &str, entry: &Entry) -> Option<String> {
    let Value::Cell(text) = &entry.node.value else { return Some(entry.node.to_text()) };
    let text = text.trim();
    let unit = match key {
        "price" => PER_UNIT.unit,
        "pack" | "pallet" => PACK.unit,
        "shelf-life" => DURATION.unit,
        "volume" => VOLUME.unit,
        "weight" => UNIT_MASS.unit,
        "demand" => DEMAND.unit,
        "demand-sd" => DEMAND_SD.unit,
        _ => "",
    };
    let is_number = text.parse::<f64>().is_ok();
    match key {
        _ if text.is_empty() => None,
        "critical" => Some(matches!(text.to_lowercase().as_str(), "yes" | "ja" | "true" | "1").to_string()),
        "weekly-cv" if is_number => Some(text.trim_start_matches('+').to_owned()),
        _ if is_number && !unit.is_empty() => Some(quoted(&format!("{text} {unit}"))),
        _ => Some(quoted(text)),
    }
}

fn origin_of(loaded: &Loaded, scenario: &str, leaf: &Leaf) -> String {
    let mut text = loaded.sources.file_and_line(leaf.place);
    let origins = loaded.origins.get(scenario);
    if let Some(origin) = origins.and_then(|origins| origins.entries.get(&leaf.path())) {
        text.push_str(&format!(", {}", origin.kind));
        if !origin.source.is_empty() {
            text.push_str(&format!(": {}", origin.source));
        }
    }
    text.chars().filter(|&letter| !is_unsafe_to_print(letter)).collect()
}
