//! The cases of the file of known answers, and cases made by a test.

use beredd::verify::KNOWN_ANSWERS;
use beredd::verify::cases::{Case, Quantity, parse};
use std::collections::BTreeMap;

/// All cases of a kind that a simulation must reproduce.
pub fn cases(kind: &str) -> Vec<Case> {
    let cases = parse(KNOWN_ANSWERS).unwrap_or_else(|faults| panic!("{faults:?}"));
    let cases: Vec<Case> = cases.into_iter().filter(|case| case.kind == kind && case.simulate).collect();
    assert_eq!(cases.len(), 3, "cases of kind {kind}");
    cases
}

/// A case of a test: nothing is expected, and every decision is among its inputs.
pub fn case(kind: &str, name: &str, inputs: serde_json::Value) -> Case {
    let serde_json::Value::Object(inputs) = inputs else { panic!("inputs are an object") };
    Case {
        name: name.to_owned(),
        kind: kind.to_owned(),
        inputs,
        expected: BTreeMap::new(),
        tolerance: 1e-9,
        simulate: true,
        simulation_tolerance: Some(0.02),
        convention: String::new(),
        source: String::new(),
    }
}

/// A number that is given.
pub fn input(case: &Case, key: &str) -> f64 {
    optional(case, key).unwrap_or_else(|| panic!("{} gives {key}", case.name))
}

/// A number that may be given.
pub fn optional(case: &Case, key: &str) -> Option<f64> {
    case.inputs.get(key).map(|value| value.as_f64().expect("a number"))
}

/// A list that is given.
pub fn list(case: &Case, key: &str) -> Vec<f64> {
    let list = case.inputs[key].as_array().expect("a list");
    list.iter().map(|value| value.as_f64().expect("a number")).collect()
}

/// A number that must come out.
pub fn expected(case: &Case, key: &str) -> f64 {
    match &case.expected[key] {
        Quantity::Number(number) => *number,
        Quantity::List(_) => panic!("{key} is a number"),
    }
}
