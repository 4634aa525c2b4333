//! Every key of scenario files matters: each is set in two ways in a small scenario where it can act, both are run by the
//! ordinary way from files to findings, and something that comes out must differ.
//!
//! A new key needs a row in the file of its table: `acts("key", BASE, "one setting", "another setting")` where figures change,
//! `prints("key", …, "Zebra")` where a word must appear in what people read.

mod articles;
mod bases;
mod demand;
mod events;
mod frame;
mod network;
mod phases;
mod row;
mod rules;
mod shortage;
mod staff;
mod transport;
mod trial;

use beredd::report::explain::keys::GROUPS;
use row::{Row, Table};
use std::collections::BTreeSet;

/// The rows, in the order of the reference.
fn tables() -> Vec<&'static Table> {
    [frame::TABLES, articles::TABLES, demand::TABLES, network::TABLES, transport::TABLES]
        .into_iter()
        .chain([shortage::TABLES, rules::TABLES, events::TABLES, phases::TABLES])
        .chain([staff::TABLES])
        .flatten()
        .collect()
}

fn rows() -> Vec<(&'static str, &'static Row)> {
    tables().into_iter().flat_map(|table| table.rows.iter().map(|row| (table.of, row))).collect()
}

/// What no run reads: `[sensitivity.ID]` is for `beredd sensitivity`, whose answer each of its keys changes (`tests/cli/sensitivity.rs`).
const FOR_ANOTHER_COMMAND: &str = "an assumption to move";

/// Keys of other tables that no run reads: `beredd exposure` does, whose answer each changes (`tests/cli/exposure.rs`).
const ALSO_FOR_ANOTHER: [(&str, &str); 3] =
    [("a supplier", "recovery"), ("a site", "recovery"), ("a lane", "recovery")];

/// (reader, key) of the reference.
fn keys() -> BTreeSet<(&'static str, &'static str)> {
    let read_by_runs = GROUPS.iter().filter(|group| group.reader != FOR_ANOTHER_COMMAND);
    let keys = read_by_runs.flat_map(|group| group.keys.iter().map(|key| (group.reader, key.name)));
    keys.filter(|key| !ALSO_FOR_ANOTHER.contains(key)).collect()
}

#[test]
fn every_key_has_a_row_and_every_row_is_about_a_key() {
    let with_row: BTreeSet<_> = rows().into_iter().map(|(of, row)| (of, row.key)).collect();
    let without: Vec<_> = keys().difference(&with_row).copied().collect();
    assert!(without.is_empty(), "keys without a row in tests/every_key: {without:?}");
    let unknown: Vec<_> = with_row.difference(&keys()).copied().collect();
    assert!(unknown.is_empty(), "rows about no key of the reference: {unknown:?}");
}

#[test]
fn every_key_matters() {
    let rows = rows();
    let idle = trial::idle(&rows);
    let all = keys().len();
    let dead: BTreeSet<_> = idle.iter().map(|one| one.key).collect();
    println!("{} of {all} keys matter ({} pairs of settings)", all - dead.len(), rows.len());
    let told: Vec<_> = idle.iter().map(|one| one.told()).collect();
    assert!(told.is_empty(), "{} rows show no change:\n{}", told.len(), told.join("\n"));
}
