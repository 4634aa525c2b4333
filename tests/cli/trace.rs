//! `beredd trace`: days worked by hand, with every line and its reason, and what is refused.

use crate::stage::Stage;
use serde_json::Value;

/// A store that needs 10 a day, has 30 and orders up to 50 at or below 20, in packs of 8; the supplier fails on days 3 and 4.
const STORE: &str = r#"
[scenario]
title = { sv = "Ett förråd", en = "One store" }
start = 2026-01-05
warm-up = "0 days"
measured = "20 days"

[demand]
law = "fixed"

[owner.region]
kind = "region"

[origin.near]
title = { sv = "Nära", en = "Near" }
lead-time = "2 days"

[supplier.maker]
title = { sv = "Fabriken", en = "The factory" }
origin = "near"

[article.bandage]
name-sv = "Kompress"
name-en = "Bandage"
supplier = "maker"
demand = "10 units/day"
pack = "8 units"

[site.store]
title = { sv = "Förrådet", en = "Store" }
owner = "region"
demand-share = "100 %"

[lane.supply]
from = "suppliers"
to = "store"

[sourcing.store]
at = ["store"]
from = "supplier"

[policy.store]
at = ["store"]
kind = "min-max"
point = "20 units"
level = "50 units"

[stock.store]
at = ["store"]
on-hand = "30 units"

[disruption.strike]
title = { sv = "Strejk", en = "Strike" }
suppliers = ["maker"]
day = "3 days"
duration = "2 days"
"#;

const STORE_TOLD: &str = "\
Bandage (bandage): what happened and why. One store, reserve: No reserve, replication 0, seed 1.
Days are counted from the first measured day, 2026-01-05. Quantities in units, in the order in which it happened.

  Site   What                How and why
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
2026-01-05 Mon, day 0
  Store  at the start        30 in stock, 0 ordered, 0 on the way
  Store  need                10, all of it from stock
  Store  orders              32 from The factory (Near): inventory position 20, reorder point 20, level 50; 30 is
                             lacking; whole multiples of 8
  Store  is sent             32 of 32 from The factory (Near), there 2026-01-07
  Store  end of the day      20 in stock, 0 ordered, 32 on the way

2026-01-06 Tue, day 1
  Store  need                10, all of it from stock
  Store  review              inventory position 42, reorder point 20, level 50: no order
  Store  end of the day      10 in stock, 0 ordered, 32 on the way

2026-01-07 Wed, day 2
  Store  arrives             32; stock 10 → 42; ordered 2026-01-05, sent 2026-01-05
  Store  need                10, all of it from stock
  Store  review              inventory position 32, reorder point 20, level 50: no order
  Store  end of the day      32 in stock, 0 ordered, 0 on the way

2026-01-08 Thu, day 3
  –      disruption begins   Strike / maker / day 3
  Store  need                10, all of it from stock
  Store  review              inventory position 22, reorder point 20, level 50: no order
  Store  end of the day      22 in stock, 0 ordered, 0 on the way

2026-01-09 Fri, day 4
  Store  need                10, all of it from stock
  Store  orders              40 from The factory (Near): inventory position 12, reorder point 20, level 50; 38 is
                             lacking; whole multiples of 8
  Store  is left             40 of 40: The factory (Near) stands still (Strike / maker / day 3)
  Store  end of the day      12 in stock, 40 ordered, 0 on the way

2026-01-10 Sat, day 5
  –      disruption ends     Strike / maker / day 3
  Store  need                10, all of it from stock
  Store  review              inventory position 42, reorder point 20, level 50: no order
  Store  is sent             40 of 40 from The factory (Near), there 2026-01-12
  Store  end of the day      2 in stock, 0 ordered, 40 on the way

2026-01-11 Sun, day 6
  Store  need                10, 2 from stock; 8 is short and waits
  Store  review              inventory position 32, reorder point 20, level 50: no order
  Store  end of the day      0 in stock, 0 ordered, 40 on the way, 8 that care waits for

2026-01-12 Mon, day 7
  Store  arrives             40; stock 0 → 40; ordered 2026-01-09, sent 2026-01-10
  Store  waiting are served  8
  Store  need                10, all of it from stock
  Store  review              inventory position 22, reorder point 20, level 50: no order
  Store  end of the day      22 in stock, 0 ordered, 0 on the way
";

/// Two wards need 10 a day each of what a main store with 12 sells them; what is short is lost, or replaced by gauze.
const WARDS: &str = r#"
[scenario]
title = { sv = "Två avdelningar", en = "Two wards" }
start = 2026-01-05
warm-up = "0 days"
measured = "20 days"
unmet = "lost"

[demand]
law = "fixed"

[owner.region]
kind = "region"

[origin.near]
lead-time = "2 days"

[supplier.maker]
origin = "near"

[item-default]
supplier = "maker"
need-group = "dressings"

[article.bandage]
demand = "20 units/day"

[article.gauze]
name-sv = "Gasväv"
name-en = "Gauze"
demand = "2 units/day"

[site.main]
title = { sv = "Huvudlagret", en = "Main" }
owner = "region"

[site.a]
owner = "region"
demand-share = "50 %"

[site.b]
owner = "region"
demand-share = "50 %"

[lane.supply]
from = "suppliers"
to = "main"

[lane.a]
from = "main"
to = "a"
lead-time = "1 day"

[lane.b]
from = "main"
to = "b"
lead-time = "1 day"

[sourcing.main]
at = ["main"]
from = "supplier"

[sourcing.wards]
at = ["a", "b"]
from = "main"

[policy.main]
at = ["main"]
kind = "none"

[policy.wards]
at = ["a", "b"]
kind = "order-up-to"
level = "10 units"

[policy.gauze]
at = ["a", "b"]
articles = { article = "gauze" }
priority = 1
kind = "none"

[stock.main]
at = ["main"]
articles = { article = "bandage" }
on-hand = "12 units"

[stock.wards]
at = ["a", "b"]
articles = { article = "bandage" }
on-hand = "10 units"

[stock.gauze]
at = ["a"]
articles = { article = "gauze" }
on-hand = "4 units"
"#;

fn stage(name: &str) -> Stage {
    let stage = Stage::new(name);
    stage.write("store.toml", STORE);
    stage.write("wards.toml", WARDS);
    stage
}

fn refused(stage: &Stage, words: &[&str]) -> String {
    let said = stage.run(&[&["trace"], words].concat()).ends_with(2);
    assert_eq!(said.out, "");
    said.err
}

#[test]
fn every_day_of_a_store_is_told_with_its_reasons() {
    let words = [
        "trace",
        "store.toml",
        "--replication",
        "0",
        "--article",
        "bandage",
        "--from",
        "0",
        "--to",
        "2026-01-12",
        "-q",
    ];
    let said = stage("trace-store").run(&words).ends_with(0);
    assert_eq!(said.out, STORE_TOLD, "\n{}", said.out);
    // Fixed demand and lead times: every replication and seed is the same but for its number. The first measured day is the usual one.
    let other = words.map(|word| if word == "0" { "7" } else { word });
    let other = other.map(|word| if word == "--from" { "--seed" } else { word });
    let again = stage("trace-again").run(&other).ends_with(0).out;
    assert_eq!(again, STORE_TOLD.replace("replication 0, seed 1", "replication 7, seed 7"));
}

#[test]
fn what_is_shared_and_what_stands_in_is_told() {
    let stage = stage("trace-wards");
    let words = ["trace", "wards.toml", "--article", "bandage", "--site", "a", "--to", "1", "-q", "--lang", "sv"];
    let expected = "\
bandage (bandage): vad som hände och varför. Två avdelningar, reserv: Ingen reserv, simulering 0, frö 1.
Dagar räknas från första mätdagen, 2026-01-05. Mängder i enheter, i den ordning det hände.

  Plats  Vad              Hur och varför
──────────────────────────────────────────────────────────────────────────────────────────
2026-01-05 mån, dag 0
  a      vid början       10 i lager, 0 beställt, 0 på väg
  a      behov            10, allt ur lagret
  a      beställer        10 från Huvudlagret: lagerposition 0, nivå 10
  a      skickas          6 av 10 från Huvudlagret, framme 2026-01-06
  a      blir kvar        4 av 10: Huvudlagret hade 12 och alla köpare bad om 20
  a      vid dagens slut  0 i lager, 4 beställt, 6 på väg

2026-01-06 tis, dag 1
  a      kommer in        6; lagret 0 → 6; beställt 2026-01-05, skickat 2026-01-05
  a      behov            10, 6 ur lagret; 4 fattas och går förlorat om inget ersätter det
  a      ersätts          2 av bristen täcks av 2 Gasväv
  a      beställer        6 från Huvudlagret: lagerposition 4, nivå 10
  a      blir kvar        10 av 10: Huvudlagret hade 0 och alla köpare bad om 20
  a      vid dagens slut  0 i lager, 10 beställt, 0 på väg
";
    let said = stage.run(&words).ends_with(0);
    assert_eq!(said.out, expected, "\n{}", said.out);
    // The other article tells the same from its side: of its 4 units 1 a day goes to its own need.
    let gauze =
        stage.run(&["trace", "wards.toml", "--article", "gauze", "--site", "a", "--to", "1", "-q"]).ends_with(0);
    assert!(gauze.out.contains("2 goes and covers 2 of the shortage of bandage"), "{}", gauze.out);
}

#[test]
fn the_json_says_the_same_in_ids_and_units() {
    let words = ["trace", "store.toml", "--article", "bandage", "--from", "4", "--to", "4", "--format", "json", "-q"];
    let found: Value = serde_json::from_str(&stage("trace-json").run(&words).ends_with(0).out).expect("JSON");
    assert_eq!((&found["scenario"], &found["from"], &found["seed"]), (&"store".into(), &4.into(), &1.into()));
    let entries = found["entries"].as_array().expect("entries");
    let what: Vec<&str> = entries.iter().filter_map(|entry| entry["what"].as_str()).collect();
    assert_eq!(what, ["opening", "under-way", "needed", "ordered", "left", "closing"]);
    assert_eq!(entries[0]["on_hand"], 22);
    let order = &entries[3];
    assert_eq!((&order["day"], &order["date"], &order["site"]), (&4.into(), &"2026-01-09".into(), &"store".into()));
    assert_eq!(
        (&order["quantity"], &order["why"]["wanted"], &order["why"]["stock"]),
        (&40.into(), &38.into(), &12.into())
    );
    assert_eq!(order["why"]["rule"], serde_json::json!({ "kind": "min-max", "point": 20, "level": 50 }));
    let why = serde_json::json!([{ "what": "origin-stopped", "by": ["strike / maker / day 3"] }]);
    assert_eq!((&entries[4]["asked"], &entries[4]["sent"], &entries[4]["why"]), (&40.into(), &0.into(), &why));
}

#[test]
fn luck_is_that_of_the_replication_and_the_seed() {
    let stage = stage("trace-luck");
    stage.write("luck.toml", "extends = \"store.toml\"\ndemand.law = \"poisson\"\n");
    let out = |more: &[&str]| {
        let words = [&["trace", "luck.toml", "--article", "bandage", "--format", "json", "-q"], more].concat();
        let mut found: Value = serde_json::from_str(&stage.run(&words).ends_with(0).out).expect("JSON");
        found["entries"].take()
    };
    assert_eq!(out(&["--replication", "1"]), out(&["--replication", "1", "--seed", "1"]));
    assert_ne!(out(&["--replication", "1"]), out(&["--replication", "2"]));
    assert_ne!(out(&["--replication", "1"]), out(&["--replication", "1", "--seed", "2"]));
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    let stage = stage("trace-wrong");
    let of = |more: &[&str]| refused(&stage, &[&["wards.toml", "-q"], more].concat());
    let near = of(&["--article", "bandge"]);
    assert!(near.contains("error[S0501]: the scenario has no article `bandge`"), "{near}");
    assert!(near.contains("help: did you mean `bandage`?"), "{near}");
    let site = of(&["--article", "bandage", "--site", "nowhere"]);
    assert!(site.contains("the scenario has no site `nowhere`") && site.contains("there are: main, a, b"), "{site}");
    let day = of(&["--article", "bandage", "--from", "monday"]);
    assert!(day.contains("`monday` is no day; write a date (2026-03-01) or days"), "{day}");
    let outside = of(&["--article", "bandage", "--to", "2026-02-01"]);
    assert!(
        outside.contains("day 27 is outside the run, which goes from day 0 to day 19 (2026-01-05 to 2026-01-24)"),
        "{outside}"
    );
    let before = of(&["--article", "bandage", "--from", "-1"]);
    assert!(before.contains("day -1 is outside the run"), "{before}");
    let backwards = of(&["--article", "bandage", "--from", "5", "--to", "4"]);
    assert!(backwards.contains("--to is before --from"), "{backwards}");
}

#[test]
fn a_study_of_several_scenarios_asks_which() {
    let stage = stage("trace-study");
    stage.write("two.toml", "[study]\nscenarios = [\"store\", \"wards\"]\nreserves = [\"none\", \"7 days\"]\n");
    let several = refused(&stage, &["two.toml", "--article", "bandage", "-q"]);
    assert!(several.contains("say which with --scenario: store, wards"), "{several}");
    let reserve = refused(&stage, &["two.toml", "--article", "bandage", "--scenario", "store", "-q"]);
    assert!(reserve.contains("say which with --reserve: none, 7-days"), "{reserve}");
    let wrong = refused(&stage, &["two.toml", "--article", "bandage", "--scenario", "stor", "-q"]);
    assert!(wrong.contains("did you mean `store`?"), "{wrong}");
}
