//! Reserves that stand apart, from files: what opens them, by hand, and what they are refused for.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;
#[path = "support/ten_days.rs"]
mod ten_days;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::study::design;
use support::{Ran, ran, read, settings, written};
use ten_days::ten_days;
use told::{assert_told, overlay};

/// One article of 10 a day, exactly, with stock for 2 of 10 days at a store that orders nothing. A reserve of 3 days.
const STORE: &str = ten_days!(
    "unmet = \"lost\"\n",
    "4 days",
    r#"capital-rate = "10 %/year"

[site.store]
owner = "region"
demand-share = "100 %"

[lane.in]
from = "suppliers"
to = "store"

[sourcing.store]
at = ["store"]
from = "supplier"

[policy.store]
at = ["store"]
kind = "none"

[stock.store]
at = ["store"]
on-hand = "20 units"

[article.A]
supplier = "maker"
critical = true
demand = "10 units/day"
demand-sd = "0 units/day"
price = "2 SEK/unit"
shelf-life = "4 days"

[disruption.border]
suppliers = "all"
day = "5 days"
duration = "2 days"

[reserve-placement.store]
at = "store"
KIND

[endurance]
probes = 1
day = 0
cap = "8 days"
levels = ["3 days"]

[study]
replications = 1
reserves = ["3 days"]
cuts = ["all-suppliers"]
"#
);

fn path(test: &str, kind: &str) -> std::path::PathBuf {
    written(test, &[("store.toml", &STORE.replace("KIND", kind))]).join("store.toml")
}

fn store(test: &str, kind: &str) -> Ran {
    ran(&path(test, kind), &settings(&[]), None)
}

fn metric(ran: &Ran, name: &str) -> Option<f64> {
    ran.findings.cells[0].metrics.get(name).and_then(|figure| figure.mean)
}

#[test]
fn each_alarm_opens_on_its_own() {
    // 20 in stock last 2 of 10 days. A reserve that nothing opens leaves it so, and S(1) to S(2) under the cut.
    let by_cut = store("cut", "kind = \"alarm\"\nalarm = [\"cut\"]\nrefill-time = \"30 days\"");
    assert_eq!((metric(&by_cut, "fill_rate"), metric(&by_cut, "reserve_openings")), (Some(0.2), Some(0.0)));
    // For want of stock it is opened on day 2, and again on day 6 when it has been whole for a day: 20 + 30 + 30 of 100.
    let by_want = store("want", "kind = \"alarm\"\nalarm = [\"stock-out\"]\nrefill-time = \"4 days\"");
    assert_eq!((metric(&by_want, "fill_rate"), metric(&by_want, "reserve_openings")), (Some(0.8), Some(73.0)));
    // The border closes on day 5: 20 + 30.
    let by_border = store("border", "kind = \"alarm\"\nalarm = [\"disruption:border\"]\nrefill-time = \"30 days\"");
    assert_eq!((metric(&by_border, "fill_rate"), metric(&by_border, "reserve_openings")), (Some(0.5), Some(36.5)));
}

#[test]
fn what_stands_apart_is_paid_for() {
    let of = |test: &str, kind: &str| metric(&store(test, kind), "mean_stock");
    // 10 at the end of day 0 and nothing after; 30 stand apart all the time, and are free from the first day where they are free.
    assert_eq!(of("paid", "kind = \"alarm\"\nalarm = [\"cut\"]\nrefill-time = \"30 days\""), Some(31.0));
}

#[test]
fn keys_of_an_alarm_are_refused_without_one() {
    let found = overlay("no-alarm", "[reserve-placement.main]\nnew = true\nat = \"main\"\nrefill-time = \"3 days\"\n");
    let expected = r#"
error[S0206]: `refill-time` in [reserve-placement.main] changes nothing without kind = "alarm"
 --> over.toml:5:1
  |
5 | refill-time = "3 days"
  | ^^^^^^^^^^^ change the kind, or leave it out
"#;
    assert_told(&found, expected);
    let text = "[reserve-placement.main]\nnew = true\nat = \"main\"\nkind = \"alarm\"\nalarm = [\"fire\"]\n";
    let expected = r#"
error[S0202]: `refill-time` is missing in [reserve-placement.main]
 --> over.toml:2:20
  |
2 | [reserve-placement.main]
  |                    ^^^^ needs it

error[S0304]: `alarm` in [reserve-placement.main] has `fire`
 --> over.toml:6:10
  |
6 | alarm = ["fire"]
  |          ^^^^^^ one or more of cut, stock-out, disruption:ID
"#;
    assert_told(&overlay("other-alarm", text), expected);
}

#[test]
fn rotation_without_batches_is_refused() {
    let path = path("rotates", "kind = \"alarm\"\nalarm = [\"cut\"]\nrefill-time = \"3 days\"\nrotates = true");
    let Err(faults) = design::cells(&read(&path, &settings(&[])).study) else { panic!("accepted") };
    let fault = &faults[0].faults[0];
    assert_eq!(fault.path, "reserve-placement.store.rotates");
    assert!(fault.message.contains("changes nothing for article A"), "{}", fault.message);
    // With batches it acts.
    let cells = design::cells(&read(&path, &settings(&["scenario.batches=true"])).study)
        .unwrap_or_else(|faults| panic!("{faults:?}"));
    assert!(cells[0].plan.apart[0].rotates);
}
