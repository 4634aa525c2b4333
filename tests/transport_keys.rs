//! Keys of transport: each changes a result, and what cannot hold is refused at its place.

#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::scenario::study::load;
use beredd::sim::cost::{CostLine, price};
use beredd::sim::drivers::Drivers;
use beredd::sim::replication::Ready;
use beredd::study::design::cells;
use told::{assert_told, overlay, written};

/// A depot that two stores buy two articles of two flows from.
const BASE: &str = r#"[scenario]
title = "Base"
start = 2026-01-05
warm-up = "60 days"
measured = "300 days"
lead-times = "independent"
[supplier.acme]
origin = "far"
[origin.far]
lead-time = "4 days"
[owner.region]
kind = "region"
[site.depot]
owner = "region"
[site.north]
owner = "region"
demand-share = "60 %"
[site.south]
owner = "region"
demand-share = "40 %"
[lane.in]
from = "suppliers"
to = "depot"
per-departure = "500 SEK/departure"
payer = "region"
[lane.north]
from = "depot"
to = "north"
lead-time = "1 day"
per-departure = "100 SEK/departure"
payer = "region"
[lane.south]
from = "depot"
to = "south"
lead-time = "1 day"
[sourcing.depot]
at = ["depot"]
from = "supplier"
[sourcing.stores]
at = ["north", "south"]
from = "depot"
[policy.depot]
at = ["depot"]
kind = "order-up-to"
review = "3 days"
[policy.stores]
at = ["north", "south"]
kind = "order-up-to"
[item-default]
supplier = "acme"
critical = true
[article.A1]
flow = "one"
demand = "50 units/day"
demand-sd = "20 units/day"
pallet = "40 units"
[article.A2]
flow = "two"
demand = "30 units/day"
demand-sd = "25 units/day"
pallet = "60 units"
[cost]
holding = "1 SEK/unit/day"
backorder = "9 SEK/unit/day"
care-payer = "region"
[study]
replications = 1
"#;

/// What the scenario with a text on top gives.
fn result(test: &str, text: &str) -> (Drivers, Vec<CostLine>) {
    let over = format!("extends = \"base.toml\"\n{text}");
    let times = "days\n1\n9\n";
    let folder = written(test, &[("over.toml", &over), ("base.toml", BASE), ("times.csv", times)]);
    let loaded = load(&folder.join("over.toml"), &[]).unwrap_or_else(|problems| panic!("{:?}", problems.diagnoses));
    let cells = cells(&loaded.study).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
    let plan = &cells[0].plan;
    let drivers = Ready::new(plan).simulate(1, 0).expect("units are conserved").drivers;
    let cost = price(plan, &drivers);
    (drivers, cost)
}

/// Texts of which each differs from the one before by one key or value.
const STEPS: [&[&str]; 6] = [
    &[
        "",
        "[origin.far]\nlead-time = { dist = \"gamma\", mean = \"4 days\", cv = 0.5 }",
        "[origin.far]\nlead-time = { dist = \"gamma\", mean = \"4 days\", cv = 0.7 }",
        "[origin.far]\nlead-time = { dist = \"exponential\", mean = \"4 days\" }",
        "[origin.far]\nlead-time = { dist = \"uniform\", least = \"2 days\", most = \"6 days\" }",
        "[origin.far]\nlead-time = { dist = \"uniform\", least = \"1 day\", most = \"6 days\" }",
        "[origin.far]\nlead-time = { dist = \"triangular\", least = \"1 day\", mode = \"2 days\", most = \"9 days\" }",
        "[origin.far]\nlead-time = { dist = \"triangular\", least = \"1 day\", mode = \"5 days\", most = \"9 days\" }",
        "[origin.far]\nlead-time = { dist = \"empirical\", days = [\"2 days\", \"6 days\"] }",
        "[origin.far]\nlead-time = { dist = \"empirical\", file = \"times.csv\", column = \"days\" }",
    ],
    &[
        "",
        "[origin.far]\nlead-time = { dist = \"servers\", servers = 2, service = \"1 day\", then = \"2 days\" }",
        "[origin.far]\nlead-time = { dist = \"servers\", servers = 1, service = \"1 day\", then = \"2 days\" }",
        "[origin.far]\nlead-time = { dist = \"servers\", servers = 1, service = \"2 days\", then = \"2 days\" }",
        "[origin.far]\nlead-time = { dist = \"servers\", servers = 1, service = \"2 days\" }",
    ],
    &[
        "",
        "[lane.north]\ndepartures = [\"mon\", \"thu\"]",
        "[lane.north]\ndepartures = [\"mon\", \"fri\"]",
        "[lane.north]\nevery = \"3 days\"",
        "[lane.north]\nevery = \"3 days\"\nevery-offset = \"1 day\"",
        "[site.north]\nreceives = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]",
        "[site.north]\nreceives = [\"mon\", \"tue\", \"wed\"]",
    ],
    &[
        "",
        "[lane.in]\ncapacity = \"2 pallets\"",
        "[lane.in]\ncapacity = \"2.1 pallets\"",
        "[lane.in]\ncapacity = \"90 units\"",
        "[item-default]\nweight = \"2 kg/unit\"\n[lane.in]\npayload = \"170 kg\"",
        "[item-default]\nweight = \"2.2 kg/unit\"\n[lane.in]\npayload = \"170 kg\"",
        "[item-default]\nweight = \"2.2 kg/unit\"\n[lane.in]\npayload = \"190 kg\"",
        "[item-default]\nweight = \"2.2 kg/unit\"\n[lane.in]\npayload = \"190 kg\"\nconsolidate = false",
        "[lane.in]\nconsolidate = false",
        "[lane.in]\nreceipt-rate = \"60 units/day\"",
        "[lane.in]\nreceipt-rate = \"70 units/day\"",
    ],
    &[
        "",
        "[lane.north]\ndeliver = \"complete-lines\"",
        "[lane.north]\ndeliver = \"complete-orders\"",
        "[policy.depot]\nkind = \"pass-through\"",
    ],
    &[
        "[lane.north]\nevery = \"7 days\"",
        "[lane.north]\nevery = \"7 days\"\n[express.rush]\nnew = true\nat = [\"north\"]\nwhen-below = \"1 day\"\nlead-time = \"1 day\"",
        "[lane.north]\nevery = \"7 days\"\n[express.rush]\nnew = true\nat = [\"north\"]\nwhen-below = \"backlog\"\nlead-time = \"1 day\"",
        "[lane.north]\nevery = \"7 days\"\n[express.rush]\nnew = true\nat = [\"north\"]\nwhen-below = \"backlog\"\nlead-time = \"2 days\"",
        "[lane.north]\nevery = \"7 days\"\n[express.rush]\nnew = true\nat = [\"north\"]\nwhen-below = \"backlog\"\nlead-time = \"2 days\"\nper-order = \"900 SEK/order\"",
        "[lane.north]\nevery = \"7 days\"\n[express.rush]\nnew = true\nat = [\"north\"]\nwhen-below = \"backlog\"\nlead-time = \"2 days\"\nper-line = \"90 SEK/line\"",
        "[lane.north]\nevery = \"7 days\"\n[express.rush]\nnew = true\nat = [\"north\"]\narticles = { article = \"A1\" }\nwhen-below = \"backlog\"\nlead-time = \"2 days\"\nper-line = \"90 SEK/line\"",
    ],
];

#[test]
fn every_key_of_transport_changes_a_result() {
    let mut changes = 0;
    for (group, texts) in STEPS.iter().enumerate() {
        for (place, pair) in texts.windows(2).enumerate() {
            let [before, after] = [0, 1].map(|side| result(&format!("transport-{group}-{place}-{side}"), pair[side]));
            assert_ne!(before, after, "nothing changed from\n{}\nto\n{}", pair[0], pair[1]);
            changes += 1;
        }
    }
    println!("{changes} of {changes} changes of transport change a result");
}

#[test]
fn an_article_without_weight_is_refused_where_weight_counts() {
    let over = "extends = \"base.toml\"\n[lane.in]\npayload = \"1 t\"\n[article.A1]\nweight = \"1 kg/unit\"\n";
    let folder = written("transport-weight", &[("over.toml", over), ("base.toml", BASE)]);
    let loaded = load(&folder.join("over.toml"), &[]).unwrap_or_else(|problems| panic!("{:?}", problems.diagnoses));
    let failed = cells(&loaded.study).expect_err("A2 has no weight");
    let messages: Vec<_> = failed.into_iter().flat_map(|failed| failed.faults).map(|fault| fault.message).collect();
    assert_eq!(messages, ["article A2 travels on lane.in, which has a `payload`, and has no `weight`"]);
}

#[test]
fn a_lane_without_a_day_of_departure_is_refused() {
    let found =
        overlay("transport-days", "[lane.in]\nnew = true\nfrom = \"suppliers\"\nto = \"main\"\ndepartures = []\n");
    let expected = r#"
error[S0602]: `departures` in [lane.in] names no day
 --> over.toml:6:14
  |
6 | departures = []
  |              ^^ name at least one weekday, or leave it out
"#;
    assert_told(&found, expected);
}

#[test]
fn servers_belong_to_origins_and_lanes() {
    let text = "[origin.asia]\nlead-time = { dist = \"servers\", servers = 1, service = \"1 day\", then = { dist = \"servers\", servers = 1, service = \"1 day\" } }\n";
    let found = overlay("transport-servers", text);
    assert!(found.contains("`then` in [origin.asia.lead-time] has servers"), "{found}");
}

#[test]
fn a_time_that_cannot_be_the_most_likely_is_refused() {
    let text = "[origin.asia]\nlead-time = { dist = \"triangular\", least = \"2 days\", mode = \"9 days\", most = \"5 days\" }\n";
    let found = overlay("transport-mode", text);
    let expected = r#"
error[S0306]: `mode` in [origin.asia.lead-time] is not between `least` and `most`
 --> over.toml:3:61
  |
3 | lead-time = { dist = "triangular", least = "2 days", mode = "9 days", most = "5 days" }
  |                                                             ^^^^^^^^ the most likely time of the three
"#;
    assert_told(&found, expected);
}
