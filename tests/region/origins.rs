//! Every value of the region says where it comes from.

use crate::support::origins::{mute, without_origin};
use crate::support::{read, shipped};
use beredd::scenario::model::Origins;
use beredd::scenario::tree::Table;
use std::collections::BTreeMap;

#[test]
fn every_value_has_an_origin_with_a_source() {
    let loaded = read(&shipped("scenarios/vasterbotten/study.toml"), &[]);
    for (id, root) in &loaded.resolved {
        let origins = &loaded.origins[id];
        let mut values = root.clone();
        let articles = values.remove("article").expect("there are articles");
        let missing = without_origin(&values, origins);
        assert!(missing.is_empty(), "{id}: no origin for {missing:#?}");
        // Rows of the item file say nothing one by one: the file does.
        assert_eq!(articles.node.table().map(Table::len), Some(200));
        assert_eq!(origins.entries["items.file"].kind, "assumption", "{id}");
        let mute = mute(origins);
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
