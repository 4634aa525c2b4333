//! The shape of `results.json`.

use crate::builder::{self, region};
use beredd::report::json::{results, results_text};
use serde_json::Value;

const ESTIMATE: [&str; 10] = ["mean", "low", "high", "p5", "p10", "p50", "p90", "p95", "n", "unit"];

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn top_and_cells() {
    let json = results(&region());
    assert_eq!(keys(&json), ["schema", "inputs", "cells", "comparisons"]);
    assert_eq!(json["schema"], 1);
    let cell = &json["cells"][0];
    assert_eq!((&cell["scenario"], &cell["reserve"]), (&"today".into(), &"none".into()));
    assert_eq!(
        keys(cell),
        [
            "scenario",
            "reserve",
            "metrics",
            "shortage",
            "endurance",
            "stops",
            "stock_requirement",
            "stock_requirement_with_distant",
            "slices"
        ]
    );
    assert_eq!(
        keys(&cell["metrics"]),
        ["availability", "fill_rate", "short_avoidable", "short_not_stocked", "short_supplier_out", "cost_per_year"]
    );
    assert_eq!(keys(&cell["metrics"]["fill_rate"]), ESTIMATE);
    let part = &cell["slices"]["outside-region"][0];
    assert_eq!(keys(part), ["kind", "id", "title", "groups", "share_served", "days", "p_at_least"]);
    assert_eq!((&part["kind"], &part["id"]), (&"flow".into(), &"consumables".into()));
    assert_eq!(keys(&part["share_served"]["30"]), ["mean", "low", "high", "p5", "p95"]);
    assert_eq!(keys(&part["days"]["0.95"]), ["mean", "low", "high", "p5", "p95", "share_at_cap"]);
    assert_eq!(keys(&part["p_at_least"]["90"]), ["mean", "low", "high", "p5", "p95"]);
    let own = ["components", "payers", "cash", "imputed", "lump_sums"];
    let cost = &cell["metrics"]["cost_per_year"];
    assert_eq!(keys(cost), [&ESTIMATE[..], &own[..]].concat());
    assert_eq!(keys(&cost["components"]), ["capital", "storage"]);
    assert_eq!(keys(&cost["components"]["capital"]), ESTIMATE);
    assert_eq!(cost["lump_sums"], 0.0);
}

#[test]
fn endurance_by_cut_claim_threshold_and_level() {
    let json = results(&region());
    let endurance = &json["cells"][0]["endurance"];
    assert_eq!(keys(endurance), ["outside-region", "largest-site"]);
    assert_eq!(keys(&endurance["outside-region"]), ["0", "0.5", "1"]);
    let readings = &endurance["outside-region"]["1"];
    assert_eq!(keys(&readings["days"]), ["0.90", "0.95", "0.98"]);
    assert!(readings["days"]["0.95"]["share_at_cap"].is_number());
    for by_level in ["share_served", "groups_full", "groups_at_zero", "most_often_at_zero"] {
        assert_eq!(keys(&readings[by_level]), ["3", "7", "30", "90"]);
    }
    assert_eq!(readings["most_often_at_zero"]["30"][0]["name"], "Handskar, nitril");
    assert_eq!(keys(&readings["p_at_least"]["0.95"]["30"]), ESTIMATE);
    assert_eq!(readings["simulated_verdict"]["0.95"]["90"], "not_reached");
    assert_eq!(readings["p_major_event"]["0.95"]["30"]["mean"], Value::Null);
    assert_eq!(keys(&readings["curve"][0]), ["day", "mean", "p10", "p90"]);
    assert_eq!(readings["curve"].as_array().map(Vec::len), Some(120));
    assert_eq!(keys(&json["cells"][0]["stock_requirement"]["30"]), ["share", "verdict"]);
}

#[test]
fn inputs_and_comparisons() {
    let json = results(&region());
    let inputs = &json["inputs"];
    assert_eq!(inputs["seed"], 4711);
    assert_eq!(inputs["files"]["today.toml"], "00ff");
    let origin = &inputs["scenarios"][0]["origins"]["cost.storage"];
    assert_eq!(keys(origin), ["value", "kind", "source", "range"]);
    assert_eq!(inputs["scenarios"][1]["remark"]["en"], "not recommended until the supplier is stable");
    assert_eq!(inputs["scenarios"][0]["remark"], Value::Null);
    let comparison = &json["comparisons"][3];
    assert_eq!(keys(comparison), ["first", "second", "metrics", "lacking"]);
    assert_eq!(comparison["second"]["scenario"], "delmal-2");
    assert_eq!(
        keys(&comparison["metrics"]["fill_rate"]),
        ["mean", "low", "high", "n", "unit", "unpaired_low", "unpaired_high"]
    );
}

#[test]
fn text_is_valid_repeatable_and_never_says_nan() {
    let mut findings = region();
    findings.cells[0].cost.total = builder::figure(f64::NAN, f64::INFINITY, "SEK/year");
    let text = results_text(&findings);
    assert_eq!(text, results_text(&findings));
    assert!(text.ends_with("}\n") && !text.contains("NaN") && !text.contains("inf,"));
    let read: Value = serde_json::from_str(&text).expect("valid JSON");
    assert_eq!(read["cells"][0]["metrics"]["cost_per_year"]["mean"], Value::Null);
}
