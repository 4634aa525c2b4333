//! Every value of the region says where it comes from.

use crate::support::{read, shipped};
use beredd::scenario::model::{Origins, ValueOrigin};
use beredd::scenario::tree::Table;
use std::collections::BTreeMap;

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
fn without_origin(table: &Table, path: &str, origins: &Origins, missing: &mut Vec<String>) {
    for (key, entry) in table {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let is_known = origins.entries.contains_key(&path);
        // `origin` of a supplier is a reference that must be told apart from the table of all origins.
        let is_structure = STRUCTURE.contains(&key.as_str()) && path.contains('.');
        match entry.node.table() {
            _ if is_known || is_structure => {}
            Some(table) if !table.contains_key("dist") => without_origin(table, &path, origins, missing),
            _ => missing.push(path),
        }
    }
}

#[test]
fn every_value_has_an_origin_with_a_source() {
    let loaded = read(&shipped("scenarios/vasterbotten/study.toml"), &[]);
    for (id, root) in &loaded.resolved {
        let origins = &loaded.origins[id];
        let mut values = root.clone();
        let articles = values.remove("article").expect("there are articles");
        let mut missing = Vec::new();
        without_origin(&values, "", origins, &mut missing);
        assert!(missing.is_empty(), "{id}: no origin for {missing:#?}");
        // Rows of the item file say nothing one by one: the file does.
        assert_eq!(articles.node.table().map(Table::len), Some(200));
        assert_eq!(origins.entries["items.file"].kind, "assumption", "{id}");
        let mute = |(path, origin): (&String, &ValueOrigin)| origin.source.is_empty().then(|| path.clone());
        let mute: Vec<String> = origins.entries.iter().filter_map(mute).collect();
        assert!(mute.is_empty(), "{id}: no source for {mute:#?}");
        println!("{id}: {:?}", by_kind(origins));
    }
}

fn by_kind(origins: &Origins) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for origin in origins.entries.values() {
        *counts.entry(origin.kind.as_str()).or_default() += 1;
    }
    counts
}

#[test]
fn the_origin_of_a_scenario_is_not_taken_for_that_of_another() {
    let loaded = read(&shipped("scenarios/vasterbotten/study.toml"), &[]);
    let origin = |scenario: &str, path: &str| loaded.origins[scenario].entries.get(path).map(|one| one.kind.clone());
    assert_eq!(origin("delmal-1", "lump-sum.third-party.amount").as_deref(), Some("seed"));
    assert_eq!(origin("today", "lump-sum.third-party.amount"), None);
    assert_eq!(origin("today", "disruption.drug-shortage.duration").as_deref(), Some("fitted"));
}
