//! `beredd verify`: known answers, cases of one's own, and what happens when one of them misses.

use crate::stage::Stage;
use serde_json::Value;

/// A newsvendor and a base stock whose answers stand in the book, and nothing else about them.
const OPEN: &str = r#"{ "cases": [
  { "name": "example", "kind": "newsvendor_normal", "simulate": true,
    "inputs": { "holding_cost": 0.18, "stockout_cost": 0.7, "demand_mean": 50, "demand_sd": 8 } }
] }"#;

/// The same case with an answer that is 10 % off.
const WRONG: &str = r#"{ "cases": [
  { "name": "off", "kind": "newsvendor_normal", "simulate": true, "tolerance": 1e-9, "simulation_tolerance": 0.02,
    "inputs": { "holding_cost": 0.18, "stockout_cost": 0.7, "demand_mean": 50, "demand_sd": 8 },
    "expected": { "cost": 2.2 } }
] }"#;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The last paragraph as one line.
fn last_words(text: &str) -> String {
    let last = text.trim_end().rsplit("\n\n").next().unwrap_or_default();
    last.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_kind_of_the_known_answers_passes_and_is_counted() {
    let stage = Stage::new("verify-kind");
    let said = stage.run(&["verify", "--kind", "newsvendor_normal", "--lang", "en"]).ends_with(0);
    let last = last_words(&said.out);
    assert!(last.contains("Cases: 2. Pass: 2, fail: 0, nothing expected: 0."), "{last}");
    assert!(last.contains("Comparisons: 3, by simulation: 2;"), "{last}");
    // 1.9976 and 7.3561 stand in the book (example 4.3).
    assert!(said.out.contains("1.9976") && said.out.contains("7.35613"), "{}", said.out);
    let verbose = stage.run(&["verify", "--kind", "newsvendor_normal", "--lang", "en", "--verbose"]).ends_with(0);
    assert!(verbose.out.contains("Order of events and costs: Filled up to the level"), "{}", verbose.out);
    assert!(verbose.out.contains("scenarios/theory/newsvendor_normal.toml"), "{}", verbose.out);
}

#[test]
fn without_expected_values_there_are_answers_and_no_verdict() {
    let stage = Stage::new("verify-open");
    stage.write("open.json", OPEN);
    let said = stage.run(&["verify", "--case-file", "open.json", "--format", "json"]).ends_with(0);
    let found = json(&said.out);
    let case = &found["cases"][0];
    assert_eq!((&case["name"], &case["verdict"]), (&json("\"example\""), &Value::Null));
    assert_eq!(case["expected"], json("{}"));
    let number = |part: &str, key: &str| case[part][key].as_f64().unwrap_or_else(|| panic!("{part} {key}: {case:#}"));
    // The level is a decision of the closed form, the cost comes out of the simulation with an interval.
    assert!((number("got", "base_stock_level") - 56.603_955_927).abs() < 1e-6);
    assert_eq!(number("low", "base_stock_level"), number("high", "base_stock_level"));
    let (low, got, high) = (number("low", "cost"), number("got", "cost"), number("high", "cost"));
    assert!(low < got && got < high && (got / 1.997_605_193 - 1.0).abs() < 0.02, "{low} {got} {high}");
    let keys: Vec<&String> = case.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["name", "kind", "expected", "got", "low", "high", "verdict"]);
}

#[test]
fn a_miss_is_told_and_ends_with_1() {
    let stage = Stage::new("verify-miss");
    stage.write("wrong.json", WRONG);
    let said = stage.run(&["verify", "--case-file", "wrong.json", "--lang", "en"]).ends_with(1);
    assert!(said.out.contains("FAIL") && last_words(&said.out).contains("Cases: 1. Pass: 0, fail: 1"), "{}", said.out);
    let said = stage.run(&["verify", "--case-file", "wrong.json", "--format", "json"]).ends_with(1);
    assert_eq!(json(&said.out)["cases"][0]["verdict"], json("\"fail\""));
}

#[test]
fn a_seed_gives_the_same_bytes_on_any_number_of_threads_and_a_fresh_one_is_told() {
    let stage = Stage::new("verify-seed");
    stage.write("open.json", OPEN);
    let run = |more: &[&str]| {
        let arguments = [&["verify", "--case-file", "open.json", "--format", "json"], more].concat();
        stage.run(&arguments).ends_with(0)
    };
    let one = run(&["--seed", "7", "--jobs", "1"]).out;
    assert_eq!(one, run(&["--seed", "7", "--jobs", "3"]).out);
    assert_ne!(one, run(&["--seed", "8"]).out);
    let fresh = run(&["--fresh-seed"]);
    let seed = fresh.err.trim().strip_prefix("--seed ").unwrap_or_else(|| panic!("{}", fresh.err)).to_owned();
    assert_eq!(fresh.out, run(&["--seed", &seed]).out, "the seed that was told repeats the run");
}

#[test]
fn what_cannot_be_checked_is_refused_with_its_place() {
    let stage = Stage::new("verify-refused");
    let refused = |text: &str, parts: &[&str]| {
        stage.write("case.json", text);
        let said = stage.run(&["verify", "--case-file", "case.json"]).ends_with(2);
        assert!(said.out.is_empty(), "{}", said.out);
        for part in parts {
            assert!(said.err.contains(part), "{part} in\n{}", said.err);
        }
    };
    refused("{ \"cases\": [ {", &["S0404", "case.json:1:"]);
    let unknown = "{ \"cases\": [\n  { \"name\": \"mine\", \"kind\": \"eoqq\", \"inputs\": {} }\n] }";
    refused(unknown, &["S0404", "case.json:2:13", "eoqq", "newsvendor_normal"]);
    let missing = OPEN.replace("\"demand_sd\": 8", "\"holding\": 8");
    refused(&missing, &["S0404", "example", "demand_sd"]);
    let quantity = WRONG.replace("\"cost\": 2.2", "\"price\": 2.2");
    refused(&quantity, &["S0404", "expected.price", "cost"]);
    let said = stage.run(&["verify", "--kind", "eoqq"]).ends_with(2);
    assert!(said.err.contains("eoqq"), "{}", said.err);
    stage.run(&["verify", "--case-file", "none.json"]).ends_with(2);
}

#[test]
fn the_list_names_order_costs_and_file_of_every_kind() {
    let stage = Stage::new("verify-list");
    let said = stage.run(&["verify", "--list", "--lang", "en"]).ends_with(0);
    assert!(said.out.contains("base_stock_normal\n") && said.out.contains("scenarios/theory/base_stock.toml"));
    let swedish = stage.run(&["verify", "--list", "--lang", "sv"]).ends_with(0);
    assert!(swedish.out.contains("Simuleras ur scenarios/theory/base_stock.toml."), "{}", swedish.out);
}

#[test]
fn inputs_beyond_the_scenario_file_have_a_closed_form_only_and_say_so() {
    let stage = Stage::new("verify-beyond");
    let case = r#"[ { "name": "half", "kind": "base_stock_normal", "simulate": true, "inputs": { "base_stock_level": 170,
        "demand_mean": 50, "demand_sd": 8, "lead_time": 2.5, "exposure_periods": 2.5, "holding_cost": 1, "stockout_cost": 19 } } ]"#;
    stage.write("half.json", case);
    let said = stage.run(&["verify", "--case-file", "half.json", "--lang", "en", "--verbose"]).ends_with(0);
    assert!(said.out.contains("closed form only"), "{}", said.out);
    assert!(said.out.contains("Not simulated: half: inputs.lead_time: is not whole"), "{}", said.out);
    assert!(last_words(&said.out).contains("Closed form only where a simulation is asked for: 1."), "{}", said.out);
}
