//! `beredd frontier`: two ways of supply without chance, worked by hand; what is not ranked; and what is refused.

use crate::stage::Stage;
use serde_json::Value;

/// One store that uses 10 units a day and orders every day, for delivery the next. With a reserve of r days there stand or are on the way
/// 10 × (1 + 1 + 2 + r) units before each day's need, so it lasts 4 + r days from a cut; at the ends of days (3 + r) × 10 units stand.
/// Orders cost 365 × 10 SEK a year, and a unit that stands for a day 0.1 SEK: in d days of endurance 3650 + 365 × (d − 1).
pub const NEAR: &str = r#"
[scenario]
title = { sv = "Nära", en = "Near" }
warm-up = "30 days"

[owner.region]
title = "Region"

[origin.near]
lead-time = "1 day"

[supplier.maker]
origin = "near"

[article.bandage]
supplier = "maker"
critical = true
price = "1 SEK/unit"
demand = "10 units/day"
demand-sd = "0 units/day"

[site.store]
title = "Store"
owner = "region"
demand-share = "100 %"

[lane.supply]
from = "suppliers"
to = "store"
per-order = "10 SEK/order"
payer = "region"

[sourcing.store]
at = ["store"]
articles = {}
from = "supplier"

[policy.store]
at = ["store"]
articles = {}
kind = "order-up-to"
review = "1 day"
safety-stock = "2 days"

[reserve-placement.store]
at = "store"
articles = { critical = true }

[cost]
holding = "0.1 SEK/unit/day"
care-payer = "region"
"#;

/// Orders at 1 SEK, standing at 0.2: 365 + 730 × (d − 1). Equal to the first at 3285 = 365 × (d − 1), which is d = 10, at 6935 SEK.
const FAR: &str = r#"
extends = "near.toml"

[scenario]
title = { sv = "Fjärran", en = "Far" }

[lane.supply]
per-order = "1 SEK/order"

[cost]
holding = "0.2 SEK/unit/day"
"#;

const STUDY: &str = "[study]\nscenarios = [\"near\", \"far\"]\ncuts = [\"all-suppliers\"]\nreplications = 3\n[endurance]\ncap = \"60 days\"\nlevels = [\"30 days\"]\n";

fn stage(name: &str, far: &str) -> Stage {
    let stage = Stage::new(name);
    stage.write("near.toml", NEAR);
    stage.write("far.toml", far);
    stage.write("both.toml", STUDY);
    stage
}

fn found(stage: &Stage, more: &[&str]) -> Value {
    let words = [&["frontier", "both.toml", "--format", "json", "-q"], more].concat();
    serde_json::from_str(&stage.run(&words).ends_with(0).out).expect("JSON and nothing else")
}

#[test]
fn points_and_crossing_are_those_worked_by_hand() {
    let stage = stage("frontier-hand", FAR);
    let found = found(&stage, &["--reserves", "20,0,3,3"]);
    let mean = |point: &Value, figure: &str| point[figure]["mean"].as_f64().expect("a mean");
    let points: Vec<(f64, f64, f64)> = found["points"]
        .as_array()
        .expect("points")
        .iter()
        .map(|point| {
            assert_eq!(point["efficient"], true);
            (point["reserve_days"].as_f64().expect("days"), mean(point, "endurance_days"), mean(point, "cost_per_year"))
        })
        .collect();
    let near = |days: f64| (days - 4.0, days, 3650.0 + 365.0 * (days - 1.0));
    let far = |days: f64| (days - 4.0, days, 365.0 + 730.0 * (days - 1.0));
    assert_eq!(points, [near(4.0), near(7.0), near(24.0), far(4.0), far(7.0), far(24.0)]);
    let pair = &found["pairs"][0];
    assert_eq!((&pair["verdict"], pair["cheaper"].to_string()), (&Value::from("cross"), r#"["far","near"]"#.into()));
    let crossing = &pair["crossings"][0];
    let days = ["mean", "low", "high"].map(|figure| crossing["days"][figure].as_f64().expect("days"));
    // Without chance every resample is the whole.
    assert!(days.iter().all(|days| (days - 10.0).abs() < 1e-9), "{days:?}");
    assert!((crossing["cost_per_year"].as_f64().expect("a cost") - 6935.0).abs() < 1e-6);
    assert_eq!((pair["same_in_resamples"].as_f64(), pair["capped"].as_bool()), (Some(1.0), Some(false)));
    // Far less near: −2190 at 4 days, 365 × 23 − 3285 = 5110 at 24.
    let difference = |figure: &str| pair[figure]["mean"].as_f64().expect("a cost");
    assert!((difference("difference_least") + 2190.0).abs() < 1e-6);
    assert!((difference("difference_most") - 5110.0).abs() < 1e-6);
}

#[test]
fn one_that_is_dearer_throughout_does_not_cross() {
    // Orders at 11 and standing at 0.1: always 365 dearer.
    let stage = stage("frontier-dear", &FAR.replace("1 SEK/order", "11 SEK/order").replace("0.2 SEK", "0.1 SEK"));
    let found = found(&stage, &["--reserves", "0,3,7"]);
    let pair = &found["pairs"][0];
    assert_eq!((&pair["verdict"], pair["cheaper"].to_string()), (&Value::from("throughout"), r#"["near"]"#.into()));
    for figure in ["difference_least", "difference_most"] {
        for end in ["mean", "low", "high"] {
            assert!((pair[figure][end].as_f64().expect("a cost") - 365.0).abs() < 1e-6, "{pair}");
        }
    }
    let words = stage.run(&["frontier", "both.toml", "--reserves", "0,3,7", "-q", "--lang", "sv"]).ends_with(0).out;
    assert!(words.contains("korsas inte mellan 4 och 11 dagar: Nära är billigare hela vägen"), "{words}");
}

#[test]
fn all_cells_are_drawn_anew_together() {
    // Needs by chance, the same in both: the second pays for an order of its own a year more, whichever replications are drawn. Drawn for
    // each by themselves the difference would spread.
    let varied = NEAR.replace("demand-sd = \"0 units/day\"", "demand-sd = \"4 units/day\"");
    let stage = stage("frontier-drawn", &FAR.replace("1 SEK/order", "11 SEK/order").replace("0.2 SEK", "0.1 SEK"));
    stage.write("near.toml", &varied);
    let found = found(&stage, &["--reserves", "0,3", "-r", "8"]);
    let costs = found["points"].as_array().expect("points").iter().map(|point| &point["cost_per_year"]);
    assert!(costs.clone().any(|cost| cost["low"] != cost["high"]), "there is chance: {found}");
    let pair = &found["pairs"][0];
    let spread =
        |figure: &str| pair[figure]["high"].as_f64().expect("an end") - pair[figure]["low"].as_f64().expect("an end");
    let whole = costs
        .map(|cost| cost["high"].as_f64().expect("an end") - cost["low"].as_f64().expect("an end"))
        .fold(0.0, f64::max);
    for figure in ["difference_least", "difference_most"] {
        assert!(spread(figure) < 0.2 * whole, "{figure} spreads over {}, a cost over {whole}", spread(figure));
    }
}

#[test]
fn what_lacks_a_component_is_not_ranked() {
    let stage = stage("frontier-lacking", &FAR.replace("per-order = \"1 SEK/order\"", "per-order = \"0 SEK/order\"\npayer = \"region\"\nenabled = false\n[lane.other]\nnew = true\nfrom = \"suppliers\"\nto = \"store\""));
    let found = found(&stage, &["--reserves", "0,3"]);
    let pair = &found["pairs"][0];
    assert_eq!(pair["verdict"], "lacking", "{pair}");
    assert!(pair["lacking"].as_array().is_some_and(|names| !names.is_empty()));
    assert!(pair.get("crossings").is_none());
}

#[test]
fn days_beyond_the_cap_say_so_and_files_are_what_is_printed() {
    let stage = stage("frontier-cap", FAR);
    let words = ["frontier", "both.toml", "--reserves", "0,80", "--lang", "en", "-o", "out"];
    let printed = stage.run(&words).ends_with(0).out;
    assert!(printed.contains("≥60"), "{printed}");
    let json = stage.run(&["frontier", "both.toml", "--reserves", "0,80", "-q", "--format", "json", "-j", "1"]);
    assert_eq!(stage.read("out/frontier.json"), json.ends_with(0).out);
    let csv = stage.run(&["frontier", "both.toml", "--reserves", "0,80", "-q", "--format", "csv"]).ends_with(0).out;
    assert_eq!(stage.read("out/frontier.csv"), csv);
    for language in ["sv", "en"] {
        assert!(stage.read(&format!("out/charts/frontier.{language}.svg")).contains("</svg>"));
        assert_eq!(stage.read(&format!("out/charts/frontier.{language}.csv")), csv);
    }
    // The same again is the same; another question finds the place taken by nobody's files but its own.
    stage.run(&[&words[..], &["--force"]].concat()).ends_with(0);
}

#[test]
fn a_size_that_costs_more_and_lasts_no_longer_is_not_efficient() {
    // Of 20 and 30 days of reserve the cap of 20 days lets nobody see the difference, and the larger one costs more.
    let stage = stage("frontier-efficient", FAR);
    let found = found(
        &stage,
        &["--reserves", "0,20,30", "--set", "endurance.cap=\"20 days\"", "--set", "endurance.levels=[\"7 days\"]"],
    );
    let points = found["points"].as_array().expect("points");
    let efficient: Vec<Option<bool>> = points.iter().map(|point| point["efficient"].as_bool()).collect();
    assert_eq!(efficient, [true, true, false, true, true, false].map(Some));
    let at_cap: Vec<Option<f64>> = points.iter().map(|point| point["share_at_cap"].as_f64()).collect();
    assert_eq!(at_cap, [0.0, 1.0, 1.0, 0.0, 1.0, 1.0].map(Some));
    assert_eq!(found["pairs"][0]["capped"], true);
}

#[test]
fn wrong_questions_are_refused() {
    let stage = stage("frontier-wrong", FAR);
    for (words, told) in [
        (&["--cut", "nothing"][..], "no cut `nothing`"),
        (&["--threshold", "2"], "a share above 0 and up to 1"),
        (&["--reserves", "3,x"], "x"),
        (&["--reserves", "-1"], "-1"),
        (&["--set", "endurance.probes=0"], "nothing is probed"),
    ] {
        let said = stage.run(&[&["frontier", "both.toml"], words].concat()).ends_with(2);
        assert!(said.err.contains(told) && said.out.is_empty(), "{}", said.err);
    }
    let dry = stage.run(&["frontier", "both.toml", "--dry-run", "-q", "--lang", "en"]).ends_with(0).out;
    assert!(dry.contains("14 cells"), "{dry}");
}
