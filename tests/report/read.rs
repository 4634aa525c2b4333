//! `results.json` read back.

use crate::builder::{self, Invented, region};
use beredd::report::json::{read, results, results_text};

#[test]
fn what_is_read_is_what_was_written() {
    let text = results_text(&region());
    let again = read(&text).expect("the program reads what it writes");
    assert_eq!(again, region());
    assert_eq!(results_text(&again), text);
}

#[test]
fn numbers_that_are_none_and_awkward_floats_come_back() {
    let mut findings = region();
    findings.cells[0].cost.total = builder::figure(f64::NAN, f64::INFINITY, "SEK/year");
    findings.cells[1].cost.total = builder::figure(0.1 + 0.2, 1e-17, "SEK/year");
    findings.cells[2].cost.total = builder::figure(5_899_999.999_999_999, 1.000_000_000_000_000_2e-9, "SEK/year");
    let text = results_text(&findings);
    assert_eq!(results_text(&read(&text).expect("it reads")), text);
}

#[test]
fn names_with_slashes_quotes_and_steering_come_back() {
    let hostile = Invented::new("a/b~\"\u{202e}", "</script>\u{1b}", 9.0);
    let findings = builder::findings(&[hostile], &[("x/~", "\u{7}", "\"", 0.0)]);
    let text = results_text(&findings);
    assert_eq!(read(&text).expect("it reads"), findings);
}

#[test]
fn what_is_no_results_file_is_refused_with_its_place() {
    let text = results_text(&region());
    let half: String = text.chars().take(text.chars().count() / 2).collect();
    let with = |pointer: &str, value: serde_json::Value| {
        let mut json = results(&region());
        *json.pointer_mut(pointer).expect("it is there") = value;
        json.to_string()
    };
    let without = |pointer: &str, key: &str| {
        let mut json = results(&region());
        json.pointer_mut(pointer).and_then(|at| at.as_object_mut()).expect("an object").shift_remove(key);
        json.to_string()
    };
    let unit = "/cells/0/metrics/fill_rate/unit";
    let table: [(String, &str, &str); 12] = [
        (String::new(), "1:1", "no JSON"),
        ("Reserv;Kostnad\n".into(), "1:1", "a sign that cannot stand here"),
        (half, ":", "the end is missing"),
        ("[1, 2]".into(), "results.json", "has no `schema`"),
        ("{\"schema\": 2}".into(), "results.json", "schema 2; this program reads schema 1"),
        (with(unit, "kg".into()), unit, "expected one of per year, share, days"),
        (with("/inputs/seed", (-1).into()), "/inputs/seed", "expected a whole number, found -1"),
        (with("/cells/1/scenario", 3.into()), "/cells/1/scenario", "expected a text, found 3"),
        (with("/inputs/levels", serde_json::json!([3])), "/endurance/", "expected the keys 3"),
        (with("/inputs/scenarios/0/day_order/0", "noon".into()), "/day_order/0", "expected one of state"),
        (without("/inputs/scenarios/0", "flows"), "/inputs/scenarios/0", "lacks `flows`"),
        (without("/cells/0/endurance", "largest-site"), "/stops/largest-site", "a cut that the cell does not have"),
    ];
    for (text, place, message) in table {
        let error = read(&text).expect_err(message);
        assert!(error.place.contains(place) && error.message.contains(message), "{error:?}");
    }
}
