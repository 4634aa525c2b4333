//! Fourteen hostile values for each numeric key, and more that are no numbers at all. What lies outside of the key's range is
//! refused at its line and column, with the range or what is expected; what lies inside is shown to be valid by a run.

use crate::files::folder;
use crate::rows::{Numbers, Row, all};
use beredd::report::explain::keys::{GROUPS, Key};
use beredd::scenario::diagnosis::Severity;
use beredd::scenario::study::{Loaded, Problems, load};
use beredd::sim::replication::Ready;
use beredd::study::design;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Numbers in the place of the number: eleven, with what each is.
const NUMBERS: [(&str, f64); 11] = [
    ("nan", f64::NAN),
    ("inf", f64::INFINITY),
    ("-inf", f64::NEG_INFINITY),
    ("1e999", f64::INFINITY),
    ("-1", -1.0),
    ("0", 0.0),
    ("0.1", 0.1),
    ("1e-300", 1e-300),
    ("1e300", 1e300),
    ("4294967296", 4_294_967_296.0),
    ("9223372036854775808", 9_223_372_036_854_775_808.0),
];
/// Texts in the place of the number or of the whole value, never right: three for the fourteen, and further kinds of value.
const NEVER: [(&str, bool); 11] = [
    ("1,5", true),
    ("\"\"", false),
    ("\"1 furlong\"", false),
    ("0x1G", true),
    ("1e", true),
    ("[]", false),
    ("{}", false),
    ("true", false),
    ("\"\\u0000\\u001b[31m\"", false),
    ("{ value = nan, origin = \"assumption\" }", false),
    ("{ value = \"\", origin = \"assumption\" }", false),
];

/// The example, over in a month, with a law of demand that rows may choose.
const OTHERWISE: [(&str, &str); 7] = [
    ("measured = \"365 days\"", "measured = \"25 days\""),
    ("warm-up = \"200 days\"", "warm-up = \"5 days\""),
    ("negative = \"truncate\"\n", ""),
    ("day = 30", "day = 3"),
    ("cap = \"120 days\"", "cap = \"10 days\""),
    ("levels = [\"3 days\", \"7 days\"]", "levels = [\"3 days\"]"),
    ("thresholds = [0.9, 0.95]", "thresholds = [0.9]"),
];

impl Row {
    /// The overlay with a number, or with another value altogether.
    fn with(&self, value: &str, as_number: bool) -> String {
        let (before, rest) = self.text.split_once("<<").expect("a place for the value");
        let (inside, after) = rest.split_once(">>").expect("an end of the value");
        let value = if as_number { inside.replace('@', value) } else { value.to_owned() };
        format!("{before}{value}{after}")
    }

    /// Whether the key takes a number.
    fn takes(&self, number: f64) -> bool {
        let low = if self.numbers == Numbers::MoreThan { number > self.least } else { number >= self.least };
        low && number <= self.most && (self.numbers != Numbers::Whole || number.fract() == 0.0)
    }
}

/// Whether the reference says that a key is a number, or has one in it.
fn is_numeric(key: &Key) -> bool {
    let dates = ["2026-01-01", "[2026-01-15]", "2018-01-01", "2020-09-16", "2028-01-01", "\"14:00\"", "\"15:00\""];
    let numeric = key.form.bytes().any(|byte| byte.is_ascii_digit());
    (numeric && !dates.contains(&key.form)) || key.form == "whole number"
}

#[test]
fn every_numeric_key_of_the_reference_has_a_row() {
    let has = |group: &str, key: &str| all().any(|row| (row.group, row.key) == (group, key));
    let numeric = GROUPS.iter().flat_map(|group| group.keys.iter().map(move |key| (group.heading, key)));
    let numeric: Vec<_> = numeric.filter(|(_, key)| is_numeric(key)).collect();
    let lacking: Vec<_> =
        numeric.iter().filter(|(group, key)| !has(group, key.name)).map(|(g, k)| (g, k.name)).collect();
    assert!(lacking.is_empty(), "numeric keys without a row in tests/hostile/rows*.rs: {lacking:?}");
    let known: BTreeSet<_> = numeric.iter().map(|(group, key)| (*group, key.name)).collect();
    let idle: Vec<_> = all().filter(|row| !known.contains(&(row.group, row.key))).collect();
    assert!(idle.is_empty(), "rows of keys that are not numeric in the reference: {idle:?}");
    println!(
        "{} numeric keys, {} rows, {} hostile values each",
        known.len(),
        all().count(),
        NUMBERS.len() + NEVER.len()
    );
    assert!(known.len() > 150, "{} numeric keys", known.len());
}

/// A folder with the base.
fn prepared(name: &str) -> PathBuf {
    let (folder, example) = (folder(name), crate::files::example());
    let mut text = std::fs::read_to_string(&example).expect("the example");
    for (before, after) in OTHERWISE {
        assert!(text.contains(before), "{before}");
        text = text.replace(before, after);
    }
    std::fs::write(folder.join("base.toml"), text).expect("a file for the test");
    std::fs::copy(example.with_file_name("articles.csv"), folder.join("articles.csv")).expect("its item file");
    std::fs::write(folder.join("phase.toml"), "[site.central]\npick = \"9 SEK/line\"\n").expect("a file for the test");
    folder
}

fn written(folder: &Path, text: &str) -> PathBuf {
    let file = folder.join("hostile.toml");
    std::fs::write(&file, format!("extends = \"base.toml\"\n{text}\n")).expect("a file for the test");
    file
}

/// Why a refusal is not good enough: it must be told at the line and column of the value, with what to do.
fn fault_of_refusal(row: &Row, problems: &Problems) -> Option<String> {
    let error = problems.diagnoses.iter().find(|one| one.severity == Severity::Error)?;
    let Some(place) = error.place else { return Some(format!("no place: {}", error.message)) };
    let source = problems.sources.get(place.file).expect("a file");
    let before = row.text.split("<<").next().expect("a beginning");
    let line = 2 + before.matches('\n').count();
    // What does not fit together is told where the outermost value on the line begins, or at its key.
    let start = before.rsplit('\n').next().expect("a line");
    let key = 1 + start.find(row.key).unwrap_or(0).min(start.find('=').unwrap_or(0));
    let told = (source.line_of(place.start), source.column_of(place.start));
    if !source.path.ends_with("hostile.toml") || told.0 != line || told.1 < key {
        return Some(format!("told at {}:{}: {}", problems.sources.file_and_line(place), told.1, error.message));
    }
    let says_what = !error.label.is_empty() || !error.help.is_empty() || error.message.contains("expected");
    (!says_what).then(|| format!("not told what to do: {}", error.message))
}

/// Whether a number, good in itself, may be too much, too little or nothing beside the rest of a scenario.
fn is_extreme(number: f64) -> bool {
    number > 4e9 || (0.0..1e-9).contains(&number)
}

/// Why what was accepted is not valid after all: no plan, a panic, or units that are lost.
fn fault_of_run(loaded: &Loaded, number: f64) -> Option<String> {
    let cells = match design::cells(&loaded.study) {
        Ok(cells) => cells,
        Err(faults) => {
            let told = faults.iter().flat_map(|of| &of.faults).all(|one| !one.path.is_empty() && !one.help.is_empty());
            return (!told || !is_extreme(number)).then(|| format!("no plan: {faults:?}"));
        }
    };
    let plan = &cells.first().expect("a scenario and a reserve").plan;
    match catch_unwind(AssertUnwindSafe(|| Ready::new(plan).simulate(1, 1).err())) {
        Ok(None) => None,
        Ok(Some(violation)) => Some(format!("{violation}")),
        Err(_) => Some("a panic".to_owned()),
    }
}

/// What is wrong with how a key takes a value; `good` is the number, if it is one that the key takes.
fn fault(folder: &Path, row: &Row, text: &str, good: Option<f64>) -> Option<String> {
    match (load(&written(folder, text), &[]), good) {
        (Err(problems), Some(_)) => Some(format!("refused: {:?}", problems.diagnoses.first().map(|one| &one.message))),
        (Err(problems), None) => fault_of_refusal(row, &problems),
        (Ok(_), None) => Some("accepted".to_owned()),
        (Ok(loaded), Some(number)) => fault_of_run(&loaded, number),
    }
}

#[test]
fn every_hostile_value_is_refused_at_its_place_or_valid() {
    let folder = prepared("hostile-values");
    let (mut refused, mut valid, mut faults) = (0, 0, Vec::new());
    for row in all() {
        let numbers = NUMBERS.map(|(value, number)| (row.with(value, true), row.takes(number).then_some(number)));
        let never = NEVER.map(|(value, as_number)| (row.with(value, as_number), None));
        for (text, good) in numbers.into_iter().chain(never) {
            *(if good.is_some() { &mut valid } else { &mut refused }) += 1;
            if let Some(fault) = fault(&folder, row, &text, good) {
                faults.push(format!("{text:?}: {fault}"));
            }
        }
    }
    println!("{refused} refused, {valid} valid");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// The ends of a range belong to it, and what lies beyond does not.
#[test]
fn ranges_end_where_the_rows_say() {
    let folder = prepared("hostile-ends");
    let (mut tried, mut faults) = (0, Vec::new());
    for row in all() {
        let step = if row.numbers == Numbers::Whole { 1.0 } else { 1e-3 };
        for (end, beyond) in [(row.least, row.least - step), (row.most, row.most * 1.001 + step)] {
            for number in [end, beyond].into_iter().filter(|number| number.abs() < 9e18) {
                tried += 1;
                let good = row.takes(number);
                let loaded = load(&written(&folder, &row.with(&format!("{number}"), true)), &[]);
                if loaded.is_ok() != good {
                    faults.push(format!(
                        "{:?} {:?} {number}: {good} {:?}",
                        row.group,
                        row.key,
                        loaded.err().map(|all| all.diagnoses[0].message.clone())
                    ));
                }
            }
        }
    }
    println!("{tried} ends and numbers beyond them");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
