//! The page of the desk's JSON has every key that its tools print, and no others.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// What is asked of each tool: together the answers have every key.
const ASKED: &[(&str, &str)] = &[
    ("abc", "forbrukning.csv --xyz --by cost-centre"),
    ("abc", "lagerlista.csv --long 5"),
    ("cross-abc", "lagerlista.csv"),
    ("fit", "uttag.csv --stock lagerlista.csv --deliveries leveranser.csv"),
    ("turnover", "lagerlista.csv --reserve 30"),
    ("underlag", "lagerlista.csv --reserve 30 --offered 500"),
    ("import", "lagerlista.csv --as stock"),
    ("reorder", "lagerlista.csv"),
    (
        "brist",
        "lagerlista.csv --orders oppna-order.csv --notices restnoteringar.csv --substitutes utbyten.csv --contacts kontakter.csv",
    ),
    ("leverantor", "leveranser.csv"),
    ("slotting", "artiklar.csv --places platser.csv --picks plock.csv --days 2"),
    (
        "eoq",
        "--demand 1300 --order-cost 8 --price 0.75 --holding-rate 30% --pack 100 --lot 100 --jit-lot 25 --discount 400:0.72",
    ),
    (
        "eoq",
        "--demand 1300 --order-cost 8 --holding 0.225 --lead-time 28 --demand-sd 8/day --cycle-service 97% --shortage-cost 7.5",
    ),
    (
        "service",
        "--demand 20/day --demand-sd 8/day --lead-time 9 --lot 300 --fill-rate 98% --price 40 --capital-rate 15% --shortage-cost 30",
    ),
    ("service", "--demand 20/day --demand-sd 8/day --lead-time 9 --fill-rate 98% --turnover 20"),
];

/// A place list, articles that look alike side by side, and picks.
const SLOTTING: [(&str, &str); 3] = [
    ("platser.csv", "Lagerplats;X;Y\nA1;1;1\nA2;1;1,5\nA3;2;9\n"),
    ("artiklar.csv", "Artikelnr;Benämning;Lagerplats;look-alike\n01;Ett;A1;g\n02;Två;A2;g\n"),
    ("plock.csv", "Ordernr;Artikelnr\n1;01\n1;02\n2;01\n"),
];

/// Keys of a section of the page with what is said of them.
type Keys = BTreeMap<String, String>;

fn sections() -> BTreeMap<String, Keys> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/stock-json.md");
    let (mut sections, mut at) = (BTreeMap::<String, Keys>::new(), String::new());
    for line in std::fs::read_to_string(path).expect("the page").lines() {
        if let Some(name) = line.strip_prefix("## ") {
            at = name.to_owned();
        } else if let Some((key, told)) = line.strip_prefix("| `").and_then(|row| row.split_once("` | ")) {
            let before = sections.entry(at.clone()).or_default().insert(key.to_owned(), told.to_owned());
            assert!(before.is_none(), "{at}: {key} stands twice");
        }
    }
    sections
}

/// The keys of a section, those of the objects that it names included; and those below which anything may stand.
fn documented(section: &str, sections: &BTreeMap<String, Keys>) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut keys, mut open) = (BTreeSet::new(), BTreeSet::new());
    for (key, told) in &sections[section] {
        keys.insert(key.clone());
        if told.contains("One of several forms.") {
            open.insert(key.clone());
        }
        if let Some(shape) = told.split_once("](#").and_then(|(_, rest)| rest.split_once(')')).map(|(shape, _)| shape) {
            let (inner, inner_open) = documented(shape, sections);
            keys.extend(inner.iter().map(|one| format!("{key}.{one}")));
            open.extend(inner_open.iter().map(|one| format!("{key}.{one}")));
        }
    }
    (keys, open)
}

fn walk(value: &Value, path: &str, open: &BTreeSet<String>, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) if !open.contains(path) => {
            for (key, value) in object {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                found.insert(path.clone());
                walk(value, &path, open, found);
            }
        }
        Value::Array(list) if !open.contains(path) => list.iter().for_each(|one| walk(one, path, open, found)),
        _ => {}
    }
}

fn answer(tool: &str, asked: &str) -> Value {
    let lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/stock");
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("desk-json");
    std::fs::create_dir_all(&made).expect("a folder");
    SLOTTING.iter().for_each(|(name, text)| std::fs::write(made.join(name), text).expect("a list"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_beredd"));
    command.current_dir(if tool == "slotting" { &made } else { &lists }).args(["stock", tool]);
    command.args(asked.split(' ')).args(["--format", "json", "-q"]);
    if !["import", "slotting", "eoq", "service"].contains(&tool) {
        command.args(["--today", "2026-11-22"]);
    }
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{tool} {asked}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn the_page_of_json_has_the_keys_that_the_tools_print_and_no_others() {
    let sections = sections();
    let tools: BTreeSet<&str> = ASKED.iter().map(|(tool, _)| *tool).collect();
    for tool in tools {
        let (keys, open) = documented(tool, &sections);
        let mut found = BTreeSet::new();
        for (_, asked) in ASKED.iter().filter(|(of, _)| *of == tool) {
            walk(&answer(tool, asked), "", &open, &mut found);
        }
        let missing: Vec<&String> = found.difference(&keys).collect();
        assert!(missing.is_empty(), "{tool}: printed and not on the page: {missing:?}");
        // What is null or empty in every answer shows none of its keys.
        let parent = |key: &str| key.rsplit_once('.').map(|(parent, _)| parent.to_owned());
        let shown: BTreeSet<String> = found.iter().filter_map(|key| parent(key)).collect();
        let idle: Vec<&String> =
            keys.difference(&found).filter(|key| parent(key).is_none_or(|parent| shown.contains(&parent))).collect();
        assert!(idle.is_empty(), "{tool}: on the page and never printed: {idle:?}");
    }
}
