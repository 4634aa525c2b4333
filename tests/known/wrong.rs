//! Files and cases that are wrong: every fault names the case and the key.

use beredd::verify::cases::{Fault, parse};
use beredd::verify::closed::answers;
use serde_json::{Value, json};

fn faults(text: &str) -> Vec<String> {
    parse(text).expect_err("a fault").iter().map(Fault::to_string).collect()
}

/// The fault of a case of this kind with these inputs.
fn fault(kind: &str, inputs: Value) -> String {
    let text = json!([{ "name": "n", "kind": kind, "inputs": inputs }]).to_string();
    answers(&parse(&text).expect("well formed")[0]).expect_err("a fault").to_string()
}

#[test]
fn a_file_is_an_object_with_cases_or_a_list() {
    let list = r#"[{"name": "a", "kind": "eoq", "inputs": {}}]"#;
    assert_eq!(parse(list), parse(&format!("{{\"about\": \"x\", \"cases\": {list}}}")));
    assert_eq!(faults("{}"), ["cases: the object needs a list `cases`"]);
    assert_eq!(faults("3"), ["expected an object with a list `cases`, or a list of cases"]);
    let broken = parse("[\n{]").expect_err("a fault");
    assert_eq!(broken[0].place, Some((2, 2)));
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    let text = r#"[{"kind": "eoq", "inputs": {}, "tolerance": -1}, {"name": "b", "kind": 3, "inputs": [], "expect": {}},
        {"name": "c", "kind": "eoq", "inputs": {}, "expected": {"cost": "1"}, "simulate": "yes"}, 7,
        {"name": "d", "kind": "eoq", "inputs": {}}, {"name": "d", "kind": "eoq", "inputs": {}}]"#;
    let found = faults(text);
    let starts = [
        "case 1: name: missing",
        "case 1: tolerance: expected a relative tolerance",
        "b: expect: no such key",
        "b: kind: expected text",
        "b: inputs: expected an object",
        "c: expected.cost: expected a number",
        "c: simulate: expected true or false",
        "case 4: expected an object",
        "d: name: another case has this name",
    ];
    assert_eq!(found.len(), starts.len(), "{found:#?}");
    for (found, start) in found.iter().zip(starts) {
        assert!(found.starts_with(start), "{found} | {start}");
    }
}

#[test]
fn inputs_are_refused_by_key() {
    let lot = |key: &str, value: Value| {
        let mut inputs = json!({"fixed_cost": 8, "holding_cost": 0.2, "demand_rate": 1300});
        inputs[key] = value;
        inputs
    };
    for (kind, inputs, expected) in [
        ("eoqq", json!({}), "n: kind: no kind `eoqq`; the kinds are loss_function, "),
        ("eoq", json!({"fixed_cost": 8}), "n: inputs.holding_cost: missing; `eoq` needs a number here"),
        ("eoq", lot("demand_rate", json!("many")), "n: inputs.demand_rate: expected a number"),
        ("eoq", lot("holding_cost", json!(-1)), "n: inputs.holding_cost: -1 given, but it must be a number above 0"),
        ("eoq", lot("colour", json!(1)), "n: inputs.colour: no such input for `eoq`; it has demand_rate, "),
        (
            "newsvendor_discrete",
            json!({"holding_cost": 1, "stockout_cost": 1, "demand_pmf": {"x": 1.0}}),
            "n: inputs.demand_pmf: the value `x`",
        ),
        (
            "guaranteed_service",
            json!({"edges": [[1, 2], [2, 3], [3, 1]], "holding_costs": [1, 1, 1], "processing_times": 1, "z": 1}),
            "n: inputs.edges: the stages must form one tree",
        ),
        (
            "guaranteed_service",
            json!({"edges": [[1, 2]], "holding_costs": [1, 1], "processing_times": 1, "z": 1, "demand_sd_3": 1}),
            "n: inputs.demand_sd_3: `3` is no stage",
        ),
        (
            "bullwhip",
            json!({"forecast": "moving_average", "periods": 5, "lead_time": 1, "z": 2}),
            "n: inputs.z: the formula is exact without",
        ),
        ("rq_service", json!({"ltd_mean": 1, "ltd_sd": 1}), "n: inputs.type1: missing; give type1 or type2"),
        ("output_statistics", json!({"values": [1.0]}), "n: inputs.values: at least two values"),
        (
            "risk_pooling",
            json!({"locations": 3, "demand_mean": 5, "demand_sd": 0, "holding_cost": 1, "stockout_cost": 1}),
            "n: ratio: has no finite value",
        ),
    ] {
        let found = fault(kind, inputs);
        assert!(found.starts_with(expected), "{found} | {expected}");
    }
}

/// Each input of the first given case of each kind in turn becomes hostile: an answer or a fault, never a panic and never a long wait.
#[test]
fn hostile_numbers_are_answered_or_refused() {
    let mut cases = parse(include_str!("../data/oracles.json")).expect("the file of known answers");
    cases.dedup_by(|later, earlier| later.kind == earlier.kind);
    let hostile = [
        json!(0),
        json!(-1),
        json!(1e300),
        json!(1e-300),
        json!(1e9),
        json!(0.5),
        json!(null),
        json!("x"),
        json!([]),
        json!({}),
    ];
    let mut refused = 0;
    for case in &cases {
        for key in case.inputs.keys() {
            for value in &hostile {
                let mut changed = case.clone();
                changed.inputs.insert(key.clone(), value.clone());
                match answers(&changed) {
                    Ok(found) => assert!(found.values().all(|quantity| quantity.is_finite()), "{} {key}", case.name),
                    Err(fault) => {
                        assert!(!fault.key.is_empty(), "{fault}");
                        refused += 1;
                    }
                }
            }
        }
    }
    assert!(refused > 700, "{refused}");
}
