//! `beredd sensitivity` and `beredd run --dry-run`: hand-worked differences, and what is refused.

use crate::stage::Stage;
use serde_json::Value;

/// One store that uses 10 units a day and orders every day; only orders cost money.
const DAILY: &str = r#"
[scenario]
title = { sv = "Varje dag", en = "Daily" }
warm-up = "10 days"

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
"#;

/// The same with an order every fifth day.
const FIFTH: &str = r#"
extends = "daily.toml"

[scenario]
title = { sv = "Var femte dag", en = "Fifth day" }

[policy.store]
review = "5 days"
"#;

const STUDY: &str = r#"
[study]
scenarios = ["daily", "fifth"]
cuts = ["all-suppliers"]
replications = 4
"#;

const PRICE: &str = r#"
[sensitivity.order-cost]
title = { sv = "Orderkostnad", en = "Order cost" }
set = "lane.supply.per-order"
low = "5 SEK/order"
high = "20 SEK/order"
"#;

const NAME: &str = "[sensitivity.name]\nset = [\"site.store.title\"]\nlow = \"Shed\"\nhigh = \"Hall\"\n";

/// Lies over what both scenarios say themselves.
const RHYTHM: &str = "[sensitivity.rhythm]\nset = \"policy.store.review\"\nlow = \"1 day\"\nhigh = \"5 days\"\n";

fn stage(name: &str, more: &str) -> Stage {
    let stage = Stage::new(name);
    stage.write("daily.toml", DAILY);
    stage.write("fifth.toml", FIFTH);
    stage.write("moved.toml", &format!("{STUDY}{more}"));
    stage
}

fn found(stage: &Stage, more: &[&str]) -> Value {
    let words = [&["sensitivity", "moved.toml", "--format", "json", "-q"], more].concat();
    serde_json::from_str(&stage.run(&words).ends_with(0).out).expect("JSON and nothing else")
}

fn swing<'a>(found: &'a Value, measure: &str, assumption: &str) -> &'a Value {
    let swings = found["measures"][measure]["swings"].as_array().expect("swings");
    swings.iter().find(|swing| swing["assumption"] == assumption).expect("the assumption")
}

#[test]
fn a_price_moves_the_difference_by_exactly_its_orders() {
    // 365 orders a year against 73: the second costs 292 order costs less. 292 × 10 = 2 920, × 5 = 1 460, × 20 = 5 840.
    let stage = stage("sensitivity-price", &format!("{PRICE}{NAME}{RHYTHM}"));
    let found = found(&stage, &[]);
    assert_eq!((&found["first"], &found["second"]), (&Value::from("daily"), &Value::from("fifth")));
    let cost = &found["measures"]["cost_per_year"];
    assert_eq!((cost["base"]["mean"].as_f64(), cost["base"]["low"].as_f64()), (Some(-2920.0), Some(-2920.0)));
    let price = swing(&found, "cost_per_year", "order-cost");
    let mean = |end: &str, figure: &str| price[end][figure]["mean"].as_f64();
    assert_eq!([mean("low", "difference"), mean("high", "difference")], [Some(-1460.0), Some(-5840.0)]);
    assert_eq!([mean("low", "change"), mean("high", "change")], [Some(1460.0), Some(-2920.0)]);
    assert_eq!((price["swing"].as_f64(), &price["order"]), (Some(4380.0), &Value::from("keeps")));
    // A name is no price: nothing moves, to the last öre.
    let name = swing(&found, "cost_per_year", "name");
    assert_eq!(
        [&name["low"]["change"]["mean"], &name["high"]["change"]["high"]],
        [&Value::from(0.0), &Value::from(0.0)]
    );
    assert_eq!((name["swing"].as_f64(), name["rank"].as_u64()), (Some(0.0), Some(3)));
    // Both at one rhythm: no difference is left, and 0 has no sign.
    let rhythm = swing(&found, "cost_per_year", "rhythm");
    assert_eq!(
        (rhythm["high"]["difference"]["mean"].as_f64(), &rhythm["order"]),
        (Some(0.0), &Value::from("may_flip"))
    );
}

#[test]
fn what_only_one_scenario_has_moves_it_alone_and_may_turn_the_order() {
    // The second scenario's own lane: 73 orders at 100 SEK are 7 300, against 365 at 10.
    let stage = stage(
        "sensitivity-flip",
        "[sensitivity.own]\nset = \"lane.own.per-order\"\nlow = \"1 SEK/order\"\nhigh = \"100 SEK/order\"\n",
    );
    let own = "[lane.supply]\nenabled = false\n[lane.own]\nnew = true\nfrom = \"suppliers\"\nto = \"store\"\nper-order = \"10 SEK/order\"\npayer = \"region\"\n";
    stage.write("fifth.toml", &format!("{FIFTH}{own}"));
    let found = found(&stage, &[]);
    let own = swing(&found, "cost_per_year", "own");
    assert_eq!(own["low"]["difference"]["mean"].as_f64(), Some(73.0 - 3650.0));
    assert_eq!(own["high"]["difference"]["mean"].as_f64(), Some(7300.0 - 3650.0));
    assert_eq!([&own["low"]["order"], &own["high"]["order"], &own["order"]], ["keeps", "flips", "flips"]);
    let human = stage.run(&["sensitivity", "moved.toml", "--lang", "sv", "-q"]).ends_with(0).out;
    assert!(human.contains("byts") && human.contains("Var femte dag minus Varje dag"), "{human}");
}

#[test]
fn threads_change_nothing_and_files_are_what_is_printed() {
    let stage = stage("sensitivity-jobs", &format!("{PRICE}{NAME}"));
    let one = found(&stage, &["-j", "1"]);
    assert_eq!(one, found(&stage, &["-j", "2", "-o", "out"]));
    let written: Value = serde_json::from_str(&stage.read("out/sensitivity.json")).expect("JSON");
    assert_eq!(written, one);
    let csv = stage.run(&["sensitivity", "moved.toml", "--format", "csv", "-q"]).ends_with(0).out;
    assert_eq!(csv, stage.read("out/sensitivity.csv"));
    let row = "cost_per_year,order-cost,low,5 SEK/order,1,change,SEK/year,mean,1460";
    assert!(csv.lines().any(|line| line == row), "{csv}");
}

#[test]
fn what_is_wrong_is_told_at_the_table_of_the_assumption() {
    let table =
        |set: &str, low: &str, high: &str| format!("[sensitivity.x]\nset = {set}\nlow = {low}\nhigh = {high}\n");
    let price = "\"lane.supply.per-order\"";
    let cases = [
        (table(price, "\"5 days\"", "\"20 SEK/order\""), "S0301", "8:"),
        (table("\"lane.suply.per-order\"", "\"5 SEK/order\"", "\"6 SEK/order\""), "S0204", "7:"),
        (table("\"lane.supply.per-ordr\"", "\"5 SEK/order\"", "\"6 SEK/order\""), "S0203", "7:"),
        (table("\"study.seed\"", "1", "2"), "S0207", "7:"),
        (table("\"lane..x\"", "1", "2"), "S0207", "7:"),
        (table(price, "\"5 SEK/order\"", "\"5 SEK/order\""), "S0602", "9:"),
        (table("[]", "1", "2"), "S0202", "6:"),
        (format!("[sensitivity.x]\nset = {price}\nlow = \"5 SEK/order\"\n"), "S0202", "6:"),
        (format!("{}lov = 3\n", table(price, "\"5 SEK/order\"", "\"6 SEK/order\"")), "S0203", "10:"),
        ("sensitivity = 3\n".to_owned(), "S0201", ""),
    ];
    for (number, (more, code, line)) in cases.iter().enumerate() {
        let stage = stage(&format!("sensitivity-wrong-{number}"), more);
        if more.starts_with("sens") {
            stage.write("moved.toml", &format!("{more}{STUDY}"));
        }
        let said = stage.run(&["sensitivity", "moved.toml"]).ends_with(2);
        assert!(said.err.contains(code) && said.err.contains(&format!("moved.toml:{line}")), "{more}\n{}", said.err);
        assert_eq!(said.out, "");
    }
}

#[test]
fn names_that_are_not_there_and_nothing_to_move_are_told() {
    let stage = stage("sensitivity-names", PRICE);
    for (words, part) in [
        (["--first", "tody"], "has no scenario `tody`; it has: daily, fifth"),
        (["--second", "daily"], "two scenarios"),
        (["--cut", "x"], "has no cut `x`"),
        (["--reserve", "x"], "has no reserve `x`"),
    ] {
        let said = stage.run(&[&["sensitivity", "moved.toml"], &words[..]].concat()).ends_with(2);
        assert!(said.err.contains(part), "{}", said.err);
    }
    let said = stage.run(&["sensitivity", "study.toml"]).ends_with(2);
    assert!(said.err.contains("S0202") && said.err.contains("[sensitivity.ID]"), "{}", said.err);
}

#[test]
fn a_dry_run_tells_the_size_and_writes_nothing() {
    let stage = stage("dry-run", "");
    let before = stage.files();
    let said = stage.run(&["run", "moved.toml", "--dry-run", "--lang", "en", "-r", "1000"]).ends_with(0);
    assert!(said.out.starts_with("Daily: 2 cells (scenario × reserve), 1,000 replications of each\n"), "{}", said.out);
    let rows = said.out.lines().filter(|line| line.contains(" none ") || line.contains("No reserve"));
    assert_eq!(rows.count(), 2, "{}", said.out);
    assert!(said.out.contains("Estimated time: ") && said.out.ends_with("Nothing was written.\n"), "{}", said.out);
    assert_eq!(stage.files(), before);
    stage.run(&["run", "moved.toml", "--dry-run", "-o", "out"]).ends_with(2);
}
