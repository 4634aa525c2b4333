//! Phases and room for stock from files: counted and priced by hand, what they are refused for, and the region's transition.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;

use beredd::scenario::study::Loaded;
use beredd::study::design;
use beredd::study::findings::CellFindings;
use std::path::{Path, PathBuf};
use support::{Ran, ran, read, settings, written};

/// One article of 1 a day, exactly. Every day brings the stock back to the level before the day ends.
const STORE: &str = r#"[scenario]
title = { sv = "Förråd", en = "Store" }
start = 2026-01-01
warm-up = "0 days"
measured = "100 days"

[demand]
law = "fixed"

[supplier.maker]
origin = "source"

[origin.source]
lead-time = "0 days"

[owner.region]
kind = "region"

[site.store]
owner = "region"
demand-share = "100 %"
pallet-position = "365 SEK/pallet/year"
SITE

[lane.in]
from = "suppliers"
to = "store"

[sourcing.store]
at = ["store"]
from = "supplier"

[policy.store]
at = ["store"]
kind = "order-up-to"
level = "10 units"
review = "1 day"

[stock.store]
at = ["store"]
on-hand = "10 units"

[article.A]
supplier = "maker"
demand = "1 unit/day"
demand-sd = "0 units/day"
price = "2 SEK/unit"
pallet = "10 units"

[study]
replications = 1
MORE
"#;

/// Three times the stock, at twice the rent.
const LATER: &str = r#"[scenario]
title = { sv = "Senare", en = "Later" }
[policy.store]
level = "30 units"
[site.store]
pallet-position = "730 SEK/pallet/year"
"#;

fn folder(test: &str, site: &str, more: &str) -> PathBuf {
    let text = STORE.replace("SITE", site).replace("MORE", more);
    written(test, &[("store.toml", &text), ("later.toml", LATER)]).join("store.toml")
}

fn run(test: &str, site: &str, more: &str) -> CellFindings {
    let Ran { findings, .. } = ran(&folder(test, site, more), &settings(&[]), None);
    findings.cells.into_iter().next().expect("one cell")
}

/// Path and message of what a plan is refused for.
fn refused(test: &str, site: &str, more: &str) -> Vec<(String, String)> {
    let loaded: Loaded = read(&folder(test, site, more), &settings(&[]));
    let Err(faults) = design::cells(&loaded.study) else { panic!("accepted") };
    faults.into_iter().flat_map(|one| one.faults).map(|fault| (fault.path, fault.message)).collect()
}

fn component(cell: &CellFindings, name: &str) -> Option<f64> {
    let lines = &cell.cost.components;
    lines.iter().find(|(component, _)| component.id() == name).and_then(|(_, figure)| figure.mean)
}

#[test]
fn each_phase_is_counted_and_priced_by_itself() {
    let cell = run("phases", "", "[phase.later]\nday = \"50 days\"\noverlay = \"later.toml\"");
    let phases: Vec<_> = cell.phases.iter().map(|one| (one.id.as_str(), one.title.en.as_str(), one.days)).collect();
    assert_eq!(phases, [("store", "Store", 50), ("later", "Later", 50)]);
    // A pallet at 365 SEK, then three at 730.
    assert_eq!(cell.phases[0].cost.mean, Some(365.0));
    assert_eq!(cell.phases[1].cost.mean, Some(2190.0));
    assert_eq!(cell.cost.total.mean, Some(1277.5));
    assert_eq!(cell.metrics["mean_stock"].mean, Some(20.0));
    assert_eq!(cell.phases[1].fill_rate.mean, Some(1.0));
    // By the date, of which 50 days are gone on 20 February, it is the same; a phase of a scenario of its own too.
    let dated = run("dated", "", "[phase.later]\nat = 2026-02-20\noverlay = \"later.toml\"");
    assert_eq!(dated.cost, cell.cost);
    let text = STORE.replace("SITE", "").replace("MORE", "[phase.later]\nday = \"50 days\"\nscenario = \"whole.toml\"");
    let whole = format!("extends = \"base.toml\"\n{LATER}");
    let base = STORE.replace("SITE", "").replace("MORE", "");
    let path = written("whole", &[("store.toml", &text), ("whole.toml", &whole), ("base.toml", &base)]);
    let own = ran(&path.join("store.toml"), &settings(&[]), None);
    assert_eq!(own.findings.cells[0].cost, cell.cost);
}

#[test]
fn what_is_beyond_the_room_is_counted_and_paid() {
    let phase = "[phase.later]\nday = \"50 days\"\noverlay = \"later.toml\"";
    let full = run("full", "pallet-positions = \"2 pallets\"\noverflow-price = \"40 SEK/pallet/day\"", phase);
    // One pallet of three stands elsewhere on 50 of 100 days: 40 SEK on 182.5 days a year.
    assert_eq!(component(&full, "overflow"), Some(7300.0));
    assert_eq!(full.metrics["overflow_pallets"].mean, Some(0.5));
    assert_eq!(full.metrics["days_overfull"].mean, Some(0.5));
    let area = "area = \"4 m2\"\nm2-per-pallet = \"2 m2/pallet\"\noverflow-price = \"40 SEK/pallet/day\"";
    assert_eq!(run("area", area, phase).cost, full.cost);
    // The lesser limit holds: half a pallet, exceeded by half of one and by two and a half.
    let both = format!("{area}\npallet-positions = \"0.5 pallets\"");
    assert_eq!(run("both", &both, phase).metrics["overflow_pallets"].mean, Some(1.5));
    let free = run("free", "pallet-positions = \"2 pallets\"", phase);
    assert_eq!((component(&free, "overflow"), free.metrics["days_overfull"].mean), (None, Some(0.5)));
    assert_eq!(run("endless", "", phase).metrics.get("days_overfull"), None);
}

#[test]
fn phases_that_cannot_be_are_refused() {
    let phase =
        |day: &str, more: &str| format!("[phase.later]\nday = \"{day} days\"\noverlay = \"later.toml\"\n{more}");
    let path = |found: Vec<(String, String)>| found.into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    assert_eq!(path(refused("first-day", "", &phase("0", ""))), ["phase.later.day"]);
    assert_eq!(path(refused("too-late", "", &phase("100", ""))), ["phase.later.day"]);
    let twice = phase("50", "[phase.other]\nday = \"50 days\"\noverlay = \"later.toml\"");
    assert_eq!(path(refused("same-day", "", &twice)), ["phase.other"]);
    let heirs = phase("50", "stock-to = { store = \"nowhere\" }");
    assert_eq!(path(refused("heirs", "", &heirs)), ["phase.later.stock-to", "phase.later.stock-to"]);
    for (site, key) in [
        ("area = \"4 m2\"", "area"),
        ("m2-per-pallet = \"2 m2/pallet\"", "m2-per-pallet"),
        ("overflow-price = \"40 SEK/pallet/day\"", "overflow-price"),
    ] {
        assert_eq!(path(refused(key, site, "")), [format!("site.store.{key}")]);
    }
}

fn region(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/vasterbotten").join(file)
}

#[test]
fn the_region_goes_from_today_to_delmal_2_within_one_run() {
    let few = settings(&["study.replications=2", "study.reserves=[\"none\"]", "endurance.probes=0"]);
    let cell = ran(&region("transition.toml"), &few, None).findings.cells.into_iter().next().expect("one cell");
    let phases: Vec<_> = cell.phases.iter().map(|one| (one.id.as_str(), one.days)).collect();
    assert_eq!(phases, [("transition", 365), ("delmal-1", 365), ("delmal-2", 365)]);
    let total: f64 = cell.phases.iter().filter_map(|one| one.cost.mean).sum();
    assert!((cell.cost.total.mean.expect("priced") - total / 3.0).abs() < 0.1, "the run costs the mean of its phases");
    // The first year is what a run of today alone gives: the phases to come change nothing before they come.
    let alone = settings(&[
        "study.replications=2",
        "study.reserves=[\"none\"]",
        "endurance.probes=0",
        "scenario.warm-up=\"411 days\"",
    ]);
    let today = ran(&region("today.toml"), &alone, None).findings.cells.into_iter().next().expect("one cell");
    // Ratios of the same sums, divided in another order.
    let [of_phase, alone] =
        [cell.phases[0].fill_rate.mean, today.metrics["fill_rate"].mean].map(|mean| mean.expect("needed"));
    assert!((of_phase - alone).abs() < 1e-12, "{of_phase} {alone}");
    assert_eq!(cell.phases[0].cost.mean, today.cost.total.mean);
}

#[test]
fn a_third_party_stock_that_goods_only_pass_is_no_reserve() {
    let few = settings(&["study.replications=2", "study.reserves=[\"30-days\"]", "endurance.probes=0"]);
    let stock = |file: &str| ran(&region(file), &few, None).findings.cells[0].metrics["stock_value"].mean;
    let through = ran(&region("delmal-1-flow-through.toml"), &few, None);
    let standing = ran(&region("delmal-1.toml"), &few, None);
    let at_level = |ran: &Ran| ran.findings.cells[0].stock_requirement[2].share.mean.expect("critical articles");
    assert!(stock("delmal-1-flow-through.toml") < stock("delmal-1.toml"));
    assert!(at_level(&through) < at_level(&standing), "{} {}", at_level(&through), at_level(&standing));
}
