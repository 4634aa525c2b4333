//! `beredd stock service`.

use crate::{beredd, json, near, number};
use serde_json::Value;

/// 20 a day ± 8, lead time 9 ± 0: mean 180, sd 24.
const ARTICLE: [&str; 8] = ["stock", "service", "--demand", "20/day", "--demand-sd", "8/day", "--lead-time", "9"];

fn asked(more: &[&str]) -> Value {
    json(&[&ARTICLE, more].concat())
}

fn answer(found: &Value, key: &str) -> f64 {
    number(found, &format!("/answer/{key}"))
}

#[test]
fn cycle_service_by_hand() {
    // z(97.5 %) = 1.959964: 47.039 above 180. G(1.959964) = 0.0584451 − 1.959964 · 0.025 = 0.0094460: 0.226703 short a cycle.
    let found = asked(&["--lot", "300", "--cycle-service", "97.5%", "--price", "40", "--holding-rate", "20%"]);
    near(answer(&found, "reorder_point"), 227.039_135_6, 1e-6);
    near(answer(&found, "safety_stock"), 47.039_135_6, 1e-6);
    near(answer(&found, "safety_days"), 2.351_956_78, 1e-7);
    near(answer(&found, "share_of_lead_time_demand"), 0.261_328_531, 1e-8);
    near(answer(&found, "short_cycle"), 0.226_703, 2e-6);
    near(answer(&found, "fill_rate"), 1.0 - 0.226_703 / 300.0, 1e-8);
    near(answer(&found, "mean_stock"), 197.039_135_6, 1e-6);
    near(answer(&found, "turns"), 7300.0 / 197.039_135_6, 1e-6);
    near(answer(&found, "capital"), 40.0 * 197.039_135_6, 1e-4);
    near(answer(&found, "safety_capital"), 40.0 * 47.039_135_6, 1e-4);
    near(answer(&found, "safety_cost"), 8.0 * 47.039_135_6, 1e-4);
    // k = 300 · 8 / (7,300 · 0.025) = 13.1507.
    near(answer(&found, "implied_shortage_cost"), 13.150_684_9, 1e-6);
}

#[test]
fn whatever_is_given_the_rest_is_the_same() {
    for law in ["normal", "gamma"] {
        let first = asked(&["--lot", "300", "--law", law, "--cycle-service", "0.97"]);
        let same = |option: &str, key: &str| {
            let value = answer(&first, key).to_string();
            let again = asked(&["--lot", "300", "--law", law, option, &value]);
            for key in ["reorder_point", "safety_stock", "cycle_service", "fill_rate", "short_year"] {
                near(answer(&again, key), answer(&first, key), 1e-6 * answer(&first, key));
            }
        };
        same("--fill-rate", "fill_rate");
        same("--safety-stock", "safety_stock");
        same("--reorder-point", "reorder_point");
        same("--share-of-lead-time-demand", "share_of_lead_time_demand");
    }
}

#[test]
fn what_a_target_implies_is_what_justifies_it() {
    for law in ["normal", "gamma"] {
        let cost = ["--price", "40", "--holding-rate", "20%", "--lot", "300", "--law", law];
        let first = asked(&[&cost[..], &["--cycle-service", "0.97"]].concat());
        let implied = answer(&first, "implied_shortage_cost").to_string();
        let back = asked(&[&cost[..], &["--by-shortage-cost", &implied]].concat());
        near(answer(&back, "safety_stock"), answer(&first, "safety_stock"), 1e-6);
        // A shortage that costs less justifies less.
        let beside = asked(&[&cost[..], &["--cycle-service", "0.97", "--shortage-cost", "1"]].concat());
        assert!(number(&beside, "/justified/safety_stock") < answer(&beside, "safety_stock"));
    }
}

#[test]
fn gamma_of_equal_mean_and_spread_is_exponential() {
    // Lead time 1 day, 40 ± 40: r(95 %) = 40 ln 20.
    let arguments =
        ["stock", "service", "--demand", "40/day", "--demand-sd", "40/day", "--lead-time", "1", "--lot", "100"];
    let found = json(&[&arguments[..], &["--law", "gamma", "--cycle-service", "0.95"]].concat());
    near(answer(&found, "reorder_point"), 119.829_290_942, 1e-6);
    near(answer(&found, "short_cycle"), 2.0, 1e-6);
    near(answer(&found, "fill_rate"), 0.98, 1e-8);
}

#[test]
fn poisson_takes_whole_units() {
    // Mean 2: P(D ≤ 4) = 7/e² = 0.9473, P(D ≤ 5) = 7.2667/e² = 0.9834.
    let arguments = ["stock", "service", "--demand", "1/week", "--lead-time", "14", "--law", "poisson", "--lot", "4"];
    let found = json(&[&arguments[..], &["--cycle-service", "0.95"]].concat());
    assert_eq!(answer(&found, "reorder_point"), 5.0);
    near(answer(&found, "cycle_service"), 0.983_436_392, 1e-8);
}

#[test]
fn levels_rise_with_the_service() {
    for law in ["normal", "gamma"] {
        let found = asked(&["--lot", "300", "--law", law, "--cycle-service", "0.97", "--price", "40"]);
        let levels = found["levels"].as_array().expect("levels");
        let told: Vec<f64> = levels.iter().map(|row| number(row, "/level")).collect();
        assert_eq!(told, [0.9, 0.95, 0.97, 0.98, 0.99, 0.995]);
        for pair in levels.windows(2) {
            for kind in ["cycle", "fill"] {
                for key in ["safety_stock", "cycle_service", "fill_rate", "capital"] {
                    let of = |row: &Value| number(row, &format!("/{kind}/{key}"));
                    assert!(of(&pair[1]) > of(&pair[0]), "{law} {kind} {key}");
                }
            }
        }
        for row in levels {
            near(number(row, "/cycle/cycle_service"), number(row, "/level"), 1e-9);
            near(number(row, "/fill/fill_rate"), number(row, "/level"), 1e-9);
        }
    }
}

#[test]
fn a_target_of_turns_gives_the_lot() {
    // 7,300 a year in 10 turns: stock 730; safety stock 47.039: lot 2 (730 − 47.039) = 1,365.92.
    let found = asked(&["--cycle-service", "0.975", "--turnover", "10"]);
    near(number(&found, "/target/lot"), 1_365.921_729, 1e-4);
    near(number(&found, "/lot"), 1_365.921_729, 1e-4);
    near(number(&found, "/target/orders_per_year"), 7300.0 / 1_365.921_729, 1e-6);
    near(answer(&found, "turns"), 10.0, 1e-8);
    // A given lot is held against it: 300 turns 37 times.
    let given = asked(&["--cycle-service", "0.975", "--turnover", "40", "--lot", "300"]);
    near(number(&given, "/target/turns_of_given_lot"), 7300.0 / 197.039_135_6, 1e-5);
}

#[test]
fn targets_that_conflict_are_said_to() {
    // The safety stock alone turns 7,300 / 47.039 = 155.19 times.
    let found = asked(&["--cycle-service", "0.975", "--turnover", "200"]);
    near(number(&found, "/target/most_turns"), 155.190_016, 1e-4);
    assert!(found["answer"].is_null() && found["lot"].is_null());
    let arguments = [&ARTICLE[..], &["--cycle-service", "0.975", "--turnover", "200", "--lang", "sv"]].concat();
    let text = String::from_utf8(beredd(&arguments).stdout).expect("text").replace('\n', " ");
    assert!(text.contains("Målen strider mot varandra: 200 gånger per år"), "{text}");
    assert!(text.contains("högst 155,2 gånger per år"), "{text}");
}
