//! `docs/traceability.md` holds every id of the sources once, with a status; what is built names files that are there.

use crate::{read, root};
use std::collections::BTreeMap;

/// Ids of the sources: letter and how many.
const SOURCES: [(char, u32); 4] = [('V', 52), ('T', 57), ('I', 35), ('N', 11)];

/// id → status.
fn rows() -> BTreeMap<String, String> {
    let text = read("docs/traceability.md");
    let mut found = BTreeMap::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let &["", id, what, status, ""] = cells.as_slice() else { continue };
        if !id.starts_with(|first: char| first.is_ascii_uppercase()) {
            continue;
        }
        assert!(!what.is_empty(), "{id} says what it is");
        assert!(found.insert(id.to_owned(), status.to_owned()).is_none(), "{id} stands twice");
    }
    found
}

#[test]
fn every_id_stands_once_with_a_status() {
    let rows = rows();
    let expected: Vec<String> =
        SOURCES.iter().flat_map(|&(letter, most)| (1..=most).map(move |number| format!("{letter}{number}"))).collect();
    for id in &expected {
        assert!(rows.contains_key(id), "{id} is missing");
    }
    assert_eq!(rows.len(), expected.len(), "no other ids");
    for (id, status) in rows {
        let reason = status.strip_prefix("not applicable because ").is_some_and(|reason| reason.len() > 10);
        let known = status == "planned" || reason || status.starts_with("built (");
        assert!(known, "{id}: `{status}`");
    }
}

#[test]
fn what_is_built_names_a_module_and_a_test_that_are_there() {
    for (id, status) in rows().into_iter().filter(|(_, status)| status.starts_with("built")) {
        let named: Vec<&str> = status.split('`').skip(1).step_by(2).collect();
        for path in &named {
            assert!(root().join(path).exists(), "{id}: there is no `{path}`");
        }
        let of = |folder: &str| named.iter().any(|path| path.starts_with(folder));
        assert!(of("src/") || of("scenarios/"), "{id} names where it is built: {status}");
        // A test stands under `tests/`, or in a module that tests itself.
        let tests_itself = named.iter().any(|path| path.ends_with(".rs") && read(path).contains("#[cfg(test)]"));
        assert!(of("tests/") || tests_itself, "{id} names its test: {status}");
    }
}
