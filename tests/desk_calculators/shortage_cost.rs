//! `beredd stock shortage-cost`: the thesis's case, figure by figure (fact file 2.2–2.5), and cases of our own.

use crate::{beredd, json, near, number, row, written};
use serde_json::Value;

fn thesis() -> Value {
    json(&["stock", "shortage-cost", "scenarios/apotek/shortage-cost.toml"])
}

#[test]
fn m_in_its_steps() {
    let found = thesis();
    // T35, T39: 115 before correction, 71 + 8.5 ≈ 80 after it.
    near(number(&found, "/profit/before"), 115.0, 0.5);
    near(number(&found, "/profit/lost_prescription"), 71.0, 1e-9);
    near(number(&found, "/profit/lost_otc"), 8.5, 1e-9);
    near(number(&found, "/profit/lost"), 79.5, 1e-9);
    assert_eq!(number(&found, "/profit/used"), 80.0);
    // T41: 10 % × 15 %, not counted; 1,200 a year for ten years at 15 %: 1,200 · (1 − 1.15⁻¹⁰) / 0.15 = 6,022.52.
    near(number(&found, "/loyalty/lost_for_good"), 0.015, 1e-12);
    near(number(&found, "/loyalty/present_value"), 6022.522, 0.01);
    near(number(&found, "/loyalty/per_leaver"), 90.338, 0.001);
    assert!(found.pointer("/kinds/future").is_some_and(Value::is_null));
    // T37, T38: 11 of 39 and 6 of 39.
    near(11.0 / 39.0, number(&found, "/profit/still_buys_prescription/share"), 0.005);
    near(6.0 / 39.0, number(&found, "/profit/still_buys_otc/share"), 0.005);
}

#[test]
fn the_cost_per_week_and_year() {
    let found = thesis();
    assert_eq!(number(&found, "/shortage_week"), 3440.0);
    assert_eq!(number(&found, "/shortage_year"), 178_880.0);
    near(number(&found, "/shortage_week_unrounded"), 3418.5, 1e-9);
    // 71 · 43, 8.5 · 43, ½ · 43.
    near(number(&found, "/kinds/prescription"), 3053.0, 1e-9);
    near(number(&found, "/kinds/additional"), 365.5, 1e-9);
    near(number(&found, "/kinds/rounding"), 21.5, 1e-9);
}

#[test]
fn stock_is_calibrated() {
    let found = thesis();
    near(number(&found, "/stock/holding_week"), 6491.0, 0.5);
    near(number(&found, "/stock/capital_week"), 5322.0, 0.5);
    near(number(&found, "/stock/holding_year"), 337_500.0, 50.0);
    near(number(&found, "/stock/holding_rate"), 0.183, 0.0005);
    near(number(&found, "/stock/simple_rate"), 0.002_885, 5e-7);
    near(number(&found, "/stock/compound_rate"), 0.002_691, 5e-7);
    near(number(&found, "/stock/stock_simple"), 1.845e6, 500.0);
    near(number(&found, "/stock/stock_compound"), 1.98e6, 5000.0);
    near(number(&found, "/stock/ratio"), 0.53, 1e-12);
    assert_eq!(found.pointer("/stock/calibrated"), Some(&true.into()));
    assert!(found["total_week"].is_null(), "the order cost is not known");
}

#[test]
fn those_who_leave() {
    let found = thesis();
    let u = |id: &str| row(&found, "/leaving/sources", "id", id)["u"].as_f64().expect("a number");
    assert_eq!((u("manual-count"), u("pharmacists")), (43.0, 35.0));
    // 2.2 % of 2,048; 17 % · 26 % of 2,048.
    near(u("interviews"), 45.056, 1e-9);
    near(u("industry"), 90.521_6, 1e-9);
    assert_eq!(number(&found, "/leaving/u"), 43.0);
    near(number(&found, "/leaving/share_of_customers"), 0.021, 0.0005);
    // Wilson's interval of 11 of 505: (0.021782 + 0.003803 ± 1.96 · √…) = 1.22 % to 3.86 %.
    let interviews = row(&found, "/leaving/sources", "id", "interviews");
    near(interviews["low"].as_f64().expect("a bound"), 2048.0 * 0.012_206, 0.05);
    near(interviews["high"].as_f64().expect("a bound"), 2048.0 * 0.038_578, 0.05);
    // T30 of 60, with 18 % elsewhere.
    for (key, share) in [("substitute", 0.10), ("come_back", 0.32), ("elsewhere", 0.18), ("back_order", 0.40)] {
        near(number(&found, &format!("/reactions/{key}/share")), share, 0.0051);
    }
    // 61 of 185 prescription customers; 20 % per line, lines filled to 80 %.
    near(number(&found, "/line_fill/of_prescription_customers"), 0.33, 0.0005);
    near(number(&found, "/line_fill/line_fill_rate"), 0.80, 0.01);
}

#[test]
fn causes_in_both_readings() {
    let found = thesis();
    let list = |pointer: &str| found.pointer(pointer).cloned();
    assert_eq!(list("/causes/counts"), Some(serde_json::json!([7, 2, 9, 25])));
    assert_eq!(list("/causes_otherwise/counts"), Some(serde_json::json!([9, 2, 7, 25])));
    for (place, share) in [0.16, 0.05, 0.21, 0.58].into_iter().enumerate() {
        near(number(&found, &format!("/causes/shares/{place}")), share, 0.005);
    }
    near(number(&found, "/causes/cost_week/3"), 2000.0, 1e-9);
}

#[test]
fn margins_and_articles() {
    let found = thesis();
    let table = [(50.0, 15.63, 34.38), (100.0, 57.29, 42.71), (150.0, 102.91, 47.09), (400.0, 346.08, 53.92)];
    for (place, (selling, purchase, profit)) in table.into_iter().enumerate() {
        assert_eq!(number(&found, &format!("/margins/{place}/selling")), selling);
        near(number(&found, &format!("/margins/{place}/purchase")), purchase, 0.0051);
        near(number(&found, &format!("/margins/{place}/profit")), profit, 0.0051);
    }
    near(number(&found, "/margins/4/profit"), 167.0, 1e-9);
    // 11/60 of those who ask leave: (42.71 + 19.5) · 11/60.
    near(number(&found, "/articles/0/shortage_cost"), 11.4049, 0.001);
}

#[test]
fn tests_are_computed_again() {
    let found = thesis();
    let items = row(&found, "/tests", "id", "items");
    assert_eq!(items["rank_sum"], 774.0);
    near(items["mean_ranks"][0].as_f64().expect("a rank"), 88.64, 0.005);
    near(items["p_used"].as_f64().expect("p"), 0.461, 0.0006);
    let loyalty = row(&found, "/tests", "id", "loyalty");
    assert_eq!(loyalty["rank_sum"], 2241.5);
    near(loyalty["mean_ranks"][0].as_f64().expect("a rank"), 252.06, 0.005);
    near(loyalty["mean_ranks"][1].as_f64().expect("a rank"), 203.77, 0.005);
    near(loyalty["score"].as_f64().expect("z"), -1.408, 0.0006);
    near(loyalty["p_used"].as_f64().expect("p"), 0.159, 0.0006);
    assert_eq!((&items["shown"], &loyalty["shown"]), (&false.into(), &false.into()));
}

#[test]
fn what_the_source_contradicts_is_told() {
    let found = thesis();
    let kinds: Vec<&str> = found["doubts"]
        .as_array()
        .expect("doubts")
        .iter()
        .map(|doubt| doubt["doubt"].as_str().expect("a kind"))
        .collect();
    let expected = [
        "share-against-counts",
        "sample-against-respondents",
        "sample-against-respondents",
        "printed-margin",
        "not-shown",
        "lines-of-leavers",
    ];
    assert_eq!(kinds, expected);
    let of = |kind: &str| row(&found, "/doubts", "doubt", kind).clone();
    assert_eq!(
        (of("printed-margin")["printed"].as_f64(), of("printed-margin")["band_below"].as_bool()),
        (Some(172.0), Some(true))
    );
    near(of("lines-of-leavers")["needed"].as_f64().expect("lines"), 4.0, 0.02);
    near(of("share-against-counts")["counted"].as_f64().expect("a share"), 0.09, 0.001);
}

#[test]
fn sensitivity_and_signs() {
    let found = thesis();
    let moved = |what: &str| row(&found, "/sensitivity", "moved", what).clone();
    // 14 % and 40 % of the 245.76 customers who meet a shortage, at 80 SEK.
    near(moved("leave-share")["cost_from"].as_f64().expect("a cost"), 0.14 * 245.76 * 80.0, 1e-6);
    near(moved("leave-share")["cost_to"].as_f64().expect("a cost"), 0.40 * 245.76 * 80.0, 1e-6);
    near(moved("sources")["cost_from"].as_f64().expect("a cost"), 2800.0, 1e-9);
    // 38 % instead of 30 % come with prescriptions.
    near(moved("mix")["cost_to"].as_f64().expect("a cost"), 3440.0 * 38.0 / 30.0, 1e-6);
    let spans: Vec<f64> = found["sensitivity"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| (number(row, "/cost_to") - number(row, "/cost_from")).abs())
        .collect();
    assert!(spans.windows(2).all(|pair| pair[0] >= pair[1]), "{spans:?}");
    let signs = |id: &str| row(&found, "/differences", "id", id).clone();
    assert_eq!(signs("fewer-prescriptions")["shortage"], "down");
    assert_eq!(signs("wide-otc-range")["shortage"], "up");
    assert_eq!(signs("higher-stock")["holding"], "up");
}

/// The least case: 100 + 20 SEK, one in four still buys one of two lines, half still buy other articles.
const LEAST: &str = r#"
[case]
title = "Least"

[profit]
prescription = "100 SEK"
otc = "20 SEK"
lines-per-customer = 2
still-buys-prescription = "25 %"
still-buys-otc = { hits = 3, of = 6 }

[leaving.count]
per-week = 10
weight = 3

[leaving.other]
per-week = 20
"#;

fn of(name: &str, more: &str) -> Value {
    let path = written(name, &format!("{LEAST}{more}"));
    json(&["stock", "shortage-cost", &path.to_string_lossy()])
}

#[test]
fn a_case_of_ones_own_by_hand() {
    let found = of("least.toml", "");
    // Line profit 100 / 2; 100 − 0.25 · 1 · 50 = 87.5; 20 · ½ = 10. u = (3 · 10 + 1 · 20) / 4 = 12.5.
    near(number(&found, "/profit/lost"), 97.5, 1e-12);
    assert_eq!(number(&found, "/leaving/u"), 12.5);
    near(number(&found, "/shortage_week"), 1218.75, 1e-9);
    assert!(found["stock"].is_null());
}

#[test]
fn every_part_of_the_cost_counts_where_it_is_known() {
    let more = r#"
[loyalty]
loyal = "20 %"
by-assortment = "50 %"
counted = true
yearly-profit = "100 SEK/year"
years = 2
discount-rate = "10 %/year"

[back-order]
per-week = 30
cost = "4 SEK"

[holding]
capital-rate = "10 %/year"
capital-share = "50 %"
weekly-rate = "compound"
stock-value = "1000000 SEK"

[order-cost]
per-week = "500 SEK"
"#;
    let found = of("parts.toml", more);
    // 10 % · 173.5537 = 17.35537 per leaver; 12.5 · 17.35537 = 216.942; back-orders 120.
    near(number(&found, "/kinds/future"), 216.942_148_8, 1e-6);
    near(number(&found, "/kinds/back_orders"), 120.0, 1e-12);
    near(number(&found, "/shortage_week"), 1218.75 + 216.942_148_8 + 120.0, 1e-6);
    // 1.1^(1/52) − 1 = 0.00183456; of a million 1,834.56, holding twice that.
    near(number(&found, "/stock/capital_week"), 1834.569, 0.01);
    near(number(&found, "/stock/holding_week"), 3669.138, 0.02);
    assert_eq!(found.pointer("/stock/calibrated"), Some(&false.into()));
    near(number(&found, "/total_week"), 3669.138 + 500.0 + 1555.692, 0.02);
}

#[test]
fn what_is_not_known_is_not_zero() {
    let path = written("human.toml", LEAST);
    let text = String::from_utf8(beredd(&["stock", "shortage-cost", &path.to_string_lossy(), "--lang", "sv"]).stdout)
        .expect("text")
        .replace('\n', " ");
    assert!(text.contains("ej medräknad"), "{text}");
    assert!(text.contains("okänd, eftersom varken orderkostnaden eller lagerhållningens kostnad är känd"), "{text}");
}
