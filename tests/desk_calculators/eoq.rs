//! `beredd stock eoq`.

use crate::{json, near, number, row};

/// K = 450, D = 18,250, h = 12: EOQ √(2 · 450 · 18,250 / 12) = 1,169.94, TO = TH = 7,019.62.
const ARTICLE: [&str; 8] = ["stock", "eoq", "--demand", "18250/year", "--order-cost", "450", "--holding", "12"];

fn asked(more: &[&str]) -> serde_json::Value {
    json(&[&ARTICLE, more].concat())
}

#[test]
fn the_lot_its_cost_and_its_curve() {
    let found = asked(&[]);
    near(number(&found, "/lots/0/quantity"), 1_169.935_895_679_8, 1e-6);
    near(number(&found, "/lots/0/ordering"), 7_019.615_374_078_6, 1e-6);
    near(number(&found, "/lots/0/holding"), 7_019.615_374_078_6, 1e-6);
    near(number(&found, "/lots/0/orders"), 18_250.0 / 1_169.935_895_679_8, 1e-6);
    near(number(&found, "/lots/0/days_between"), 23.398_717_913_6, 1e-6);
    assert_eq!(found["curve"].as_array().expect("a curve").len(), 57);
    // At a fifth of the lot: TO five times as large, TH a fifth.
    near(number(&found, "/curve/0/ordering"), 5.0 * 7_019.615_374_078_6, 1e-5);
    near(number(&found, "/curve/0/holding"), 7_019.615_374_078_6 / 5.0, 1e-5);
}

#[test]
fn demand_is_the_same_in_every_unit_of_time() {
    let week = json(&["stock", "eoq", "--demand", "350/week", "--order-cost", "450", "--holding", "12"]);
    let day = json(&["stock", "eoq", "--demand", "50/day", "--order-cost", "450", "--holding", "12"]);
    for found in [week, day] {
        near(number(&found, "/lots/0/quantity"), 1_169.935_895_679_8, 1e-6);
    }
}

#[test]
fn holding_by_price_and_by_its_capital_part() {
    // 15 % / 0.82 of 100 SEK = 18.2927 SEK, of which 15 are capital (T44, T45).
    let capital =
        json(&["stock", "eoq", "--demand", "1000", "--order-cost", "50", "--price", "100", "--capital-rate", "15%"]);
    near(number(&capital, "/question/holding/per_unit"), 18.292_682_926_8, 1e-8);
    near(number(&capital, "/question/holding/capital"), 15.0, 1e-12);
    near(number(&capital, "/question/holding/other"), 3.292_682_926_8, 1e-8);
    near(number(&capital, "/lots/0/quantity"), (2.0_f64 * 1000.0 * 50.0 / 18.292_682_926_829).sqrt(), 1e-6);
    let rate =
        json(&["stock", "eoq", "--demand", "1000", "--order-cost", "50", "--price", "100", "--holding-rate", "0.2"]);
    near(number(&rate, "/question/holding/per_unit"), 20.0, 1e-12);
    let half = json(&[
        "stock",
        "eoq",
        "--demand",
        "1000",
        "--order-cost",
        "50",
        "--price",
        "100",
        "--capital-rate",
        "2.5%",
        "--capital-share",
        "50%",
    ]);
    near(number(&half, "/question/holding/per_unit"), 5.0, 1e-12);
}

#[test]
fn packs_today_and_small_lots() {
    let found = asked(&["--pack", "500", "--lot", "2000", "--jit-lot", "50", "--jit-order-cost", "20"]);
    // 1,000: 8,212.5 + 6,000 = 14,212.5; 1,500: 5,475 + 9,000 = 14,475.
    let packs = row(&found, "/lots", "kind", "packs");
    assert_eq!(packs["quantity"], 1000.0);
    near(packs["total"].as_f64().expect("a cost"), 14_212.5, 1e-9);
    // 2,000: 4,106.25 + 12,000.
    near(row(&found, "/lots", "kind", "today")["total"].as_f64().expect("a cost"), 16_106.25, 1e-9);
    // 50 at 20 SEK each: 365 deliveries, 7,300 + 300.
    let small = row(&found, "/lots", "kind", "just-in-time");
    near(small["total"].as_f64().expect("a cost"), 7600.0, 1e-9);
    // 50 is the economic lot at 50² · 12 / 36,500 = 0.8219 SEK; it costs as much as the EOQ at (14,039.23 − 300) · 50 / 18,250.
    near(number(&found, "/just_in_time/economic_at"), 0.821_917_808_2, 1e-9);
    near(number(&found, "/just_in_time/break_even"), 37.641_728_077_1, 1e-6);
    near(number(&found, "/just_in_time/difference"), 7600.0 - 14_039.230_748_157_1, 1e-6);
}

#[test]
fn the_reorder_point_is_demand_over_the_lead_time() {
    let found = asked(&["--lead-time", "2 weeks"]);
    near(number(&found, "/policies/rows/0/reorder_point"), 700.0, 1e-9);
    assert_eq!(number(&found, "/policies/rows/0/safety_stock"), 0.0);
}

#[test]
fn a_service_level_says_which_service_and_what_it_implies() {
    // 50 a day ± 20, lead time 4 ± 1: mean 200, sd √(4 · 400 + 2,500) = 64.03. z(95 %) = 1.644854: 105.32.
    let spread = ["--lead-time", "4", "--lead-time-sd", "1", "--demand-sd", "20/day"];
    let cycle = asked(&[&spread[..], &["--cycle-service", "95%"]].concat());
    assert_eq!(cycle.pointer("/question/service/service"), Some(&"cycle".into()));
    near(number(&cycle, "/policies/lead_time_sd"), 64.031_242_374_3, 1e-8);
    near(number(&cycle, "/policies/rows/1/safety_stock"), 105.322_021_0, 1e-5);
    near(number(&cycle, "/policies/rows/1/cycle_service"), 0.95, 1e-9);
    // k = Q H / (D · 0.05) = 1,169.94 · 12 / 912.5.
    near(number(&cycle, "/policies/rows/1/implied_shortage_cost"), 15.385_458_3, 1e-5);
    // φ(z) − 0.05 z = 0.020893 of the sd is short in a cycle, and there are 15.6 cycles a year.
    near(number(&cycle, "/policies/rows/1/short_year"), 20.868570, 1e-4);
    // Holding: 7,019.62 + 12 · 105.32.
    near(number(&cycle, "/policies/rows/1/holding"), 7_019.615_374 + 12.0 * 105.322_021_0, 1e-3);
    assert_eq!(cycle.pointer("/policies/rows/1/shortage"), Some(&serde_json::Value::Null), "not known, not 0");
    let fill = asked(&[&spread[..], &["--fill-rate", "95%"]].concat());
    near(number(&fill, "/policies/rows/1/fill_rate"), 0.95, 1e-9);
    assert!(number(&fill, "/policies/rows/1/safety_stock") < number(&cycle, "/policies/rows/1/safety_stock"));
    // A lead time that varies is not assumption B.
    assert_eq!(cycle.pointer("/policies/rows/1/assumes"), Some(&serde_json::json!(["C", "D", "E", "G"])));
}

#[test]
fn waiting_has_its_part_of_the_cost() {
    // At 60 SEK for a unit that waits a year, 12 / 72 of the need waits and the lot is √(72 / 60) as large: 1281.60.
    let found = asked(&["--backorder-cost", "60"]);
    let waits = row(&found, "/lots", "kind", "backorders");
    let part = |key: &str| waits[key].as_f64().expect("a figure");
    near(part("quantity"), 1281.600562, 1e-5);
    near(part("waiting_share"), 1.0 / 6.0, 1e-9);
    // 450 · 18,250 / Q; 12 · Q · (5/6)² / 2; 60 · Q · (1/6)² / 2.
    near(part("ordering"), 6408.002809, 1e-4);
    near(part("holding"), 5340.002341, 1e-4);
    near(part("waiting"), 1068.000468, 1e-4);
    near(part("total"), 12816.005618, 1e-4);
}

#[test]
fn each_result_has_its_assumptions() {
    let more = ["--backorder-cost", "60", "--production-rate", "40000", "--price", "40", "--discount", "2000:38"];
    let found = asked(&more);
    let assumes = |kind| row(&found, "/lots", "kind", kind)["assumes"].clone();
    assert_eq!(assumes("economic"), serde_json::json!(["A", "B", "C", "D", "E", "F"]));
    assert_eq!(assumes("production"), serde_json::json!(["A", "B", "D", "E", "F"]));
    assert_eq!(assumes("backorders"), serde_json::json!(["A", "B", "C", "D", "E"]));
    assert_eq!(assumes("discount"), serde_json::json!(["A", "B", "C", "E", "F"]));
}

#[test]
fn incremental_discounts_are_another_lot() {
    let prices = ["--price", "0.75", "--holding-rate", "0.3", "--discount", "400:0.72", "--discount", "800:0.68"];
    let article = ["stock", "eoq", "--demand", "1300", "--order-cost", "8"];
    let all = json(&[&article[..], &prices].concat());
    let steps = json(&[&article[..], &prices, &["--incremental"]].concat());
    // All units: 800 at 0.68: 884 + 13 + 0.3 · 0.68 · 400 = 978.60.
    let row_of = |found| row(found, "/lots", "kind", "discount").clone();
    near(row_of(&all)["goods"].as_f64().expect("goods") + row_of(&all)["total"].as_f64().expect("cost"), 978.6, 1e-9);
    assert_eq!(row_of(&all)["quantity"], 800.0);
    // Steps: an order from 400 on pays 0.03 · 400 = 12 more, from 800 on 44 more. Lots √(2 · 20 · 1300 / 0.216) = 490.65 for
    // 936 + 105.98 + 1.80 = 1,043.78, and √(2 · 52 · 1300 / 0.204) = 814.09 for 1,056.67: the plain lot's 1,043.41 is the least.
    near(row_of(&steps)["quantity"].as_f64().expect("a lot"), 304.046_780_026, 1e-6);
    near(row_of(&steps)["goods"].as_f64().expect("goods"), 975.0, 1e-9);
    // With dearer orders they pay: K = 80: 1,300 · 0.68 + 2 · √(124 · 1,300 · 0.204 / 2) + 6.6 = 1,147.06 at √(2 · 124 · 1300 / 0.204).
    let dear =
        json(&[&["stock", "eoq", "--demand", "1300", "--order-cost", "80"][..], &prices, &["--incremental"]].concat());
    near(row_of(&dear)["quantity"].as_f64().expect("a lot"), (2.0_f64 * 124.0 * 1300.0 / 0.204).sqrt(), 1e-6);
    let cost = row_of(&dear)["goods"].as_f64().expect("goods") + row_of(&dear)["total"].as_f64().expect("cost");
    near(cost, 884.0 + 2.0 * (124.0_f64 * 1300.0 * 0.204 / 2.0).sqrt() + 6.6, 1e-6);
}
