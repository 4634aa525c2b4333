//! Shelf life from files: what expires, by hand, what it costs, what changes it, and what it is refused for.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::scenario::study::Loaded;
use beredd::study::design;
use support::{Ran, compiled, ran, read, settings, written};
use told::{assert_told, overlay};

/// One article of 1 a day, exactly, at 2 SEK. Ten are ordered every tenth day and arrive at once, after the day's need; they keep 4 days.
const STORE: &str = r#"[scenario]
title = { sv = "Hylla", en = "Shelf" }
warm-up = "0 days"
measured = "100 days"
unmet = "lost"
BATCHES

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
write-off = "10 %/year"

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
review = "10 days"

[stock.store]
at = ["store"]
on-hand = "0 units"

[article.A]
supplier = "maker"
demand = "1 unit/day"
demand-sd = "0 units/day"
price = "2 SEK/unit"
shelf-life = "4 days"
MORE

[study]
replications = 1
"#;

fn store(test: &str, batches: &str, more: &str) -> Ran {
    let text = STORE.replace("BATCHES", batches).replace("MORE", more);
    ran(&written(test, &[("store.toml", &text)]).join("store.toml"), &settings(&[]), None)
}

fn metric(ran: &Ran, name: &str) -> Option<f64> {
    ran.findings.cells[0].metrics.get(name).and_then(|figure| figure.mean)
}

fn component(ran: &Ran, name: &str) -> Option<f64> {
    let lines = &ran.findings.cells[0].cost.components;
    lines.iter().find(|(component, _)| component.id() == name).and_then(|(_, figure)| figure.mean)
}

/// Path and message of what a plan is refused for.
fn refused(loaded: &Loaded) -> Vec<(String, String)> {
    let Err(faults) = design::cells(&loaded.study) else { panic!("accepted") };
    faults.into_iter().flat_map(|one| one.faults).map(|fault| (fault.path, fault.message)).collect()
}

#[test]
fn what_expires_is_counted_and_paid_in_place_of_the_yearly_share() {
    let ran = store("expires", "batches = true", "");
    // The ten of day 0 serve days 1, 2 and 3 and expire on day 4 with 7 left. So in each of ten cycles: 70 in 100 days.
    assert_eq!(metric(&ran, "expired"), Some(0.7 * 365.0));
    assert_eq!(component(&ran, "expired"), Some(511.0));
    assert_eq!(component(&ran, "write_off"), None);
    assert_eq!(metric(&ran, "fill_rate"), Some(0.3));
    let without = store("keeps", "", "");
    // Ten days of ten each, less one a day: the tenth day finds the last one, and nothing is thrown away.
    assert_eq!((metric(&without, "expired"), component(&without, "expired")), (None, None));
    assert_eq!(metric(&without, "fill_rate"), Some(0.99));
    assert!(component(&without, "write_off").is_some_and(|share| share > 0.0));
}

#[test]
fn what_is_left_of_the_life_at_delivery_is_the_articles_word_or_the_suppliers() {
    // Half of 4 days: day 1 is served and 9 of ten expire on day 2.
    let half = |more: &str| metric(&store("half", "batches = true", more), "expired");
    assert_eq!(half("shelf-life-left = \"50 %\""), Some(0.9 * 365.0));
    let of_supplier = STORE.replace("origin = \"source\"", "origin = \"source\"\nshelf-life-left = \"80 %\"");
    let of = |more: &str| {
        let text = of_supplier.replace("BATCHES", "batches = true").replace("MORE", more);
        metric(&ran(&written("left", &[("store.toml", &text)]).join("store.toml"), &settings(&[]), None), "expired")
    };
    // 3.2 days are 3 whole ones: two days are served.
    assert_eq!(of(""), Some(0.8 * 365.0));
    assert_eq!(of("shelf-life-left = \"50 %\""), Some(0.9 * 365.0));
}

#[test]
fn batches_of_nothing_are_refused() {
    let text = STORE.replace("BATCHES", "batches = true").replace("shelf-life = \"4 days\"", "").replace("MORE", "");
    let path = written("nothing", &[("store.toml", &text)]).join("store.toml");
    let loaded = read(&path, &settings(&[]));
    let message = "`batches` follows the shelf life of articles, but none has one".to_owned();
    assert_eq!(refused(&loaded), [("scenario.batches".to_owned(), message)]);
}

#[test]
fn a_share_of_a_life_that_nobody_follows_is_refused() {
    for (more, path) in [
        ("shelf-life-left = \"50 %\"", "article.A.shelf-life-left"),
        ("[supplier.other]\norigin = \"source\"\nshelf-life-left = \"50 %\"", "supplier.other.shelf-life-left"),
    ] {
        let text = STORE.replace("BATCHES", "").replace("MORE", more);
        let loaded = read(&written("unfollowed", &[("store.toml", &text)]).join("store.toml"), &settings(&[]));
        let message = "`shelf-life-left` changes nothing: batches are not followed".to_owned();
        assert_eq!(refused(&loaded), [(path.to_owned(), message)]);
    }
    let found = overlay("life-left", "[scenario]\nbatches = true\n[article.A1]\nshelf-life-left = \"50 %\"\n");
    let expected = r#"
error[S0206]: `shelf-life-left` in [article.A1] changes nothing without `shelf-life`
 --> over.toml:5:19
  |
5 | shelf-life-left = "50 %"
  |                   ^^^^^^ give the shelf-life, or leave it out
"#;
    assert_told(&found, expected);
}

#[test]
fn the_demo_region_throws_away_what_its_yearly_share_only_guesses() {
    let study = support::shipped("scenarios/demo/study.toml");
    let figures = |texts: &[&str]| {
        let all = [&["study.replications=4", "study.reserves=[\"none\", \"30-days\"]"], texts].concat();
        let ran = ran(&study, &settings(&all), None);
        assert!(compiled(&ran.loaded).iter().all(|cell| cell.plan.shelf.is_used() != texts.is_empty()));
        let expired = ran.findings.cells.iter().map(|cell| cell.metrics.get("expired").and_then(|one| one.mean));
        expired.collect::<Vec<Option<f64>>>()
    };
    assert!(figures(&[]).iter().all(Option::is_none));
    let with = figures(&["scenario.batches=true"]);
    assert!(with.iter().all(Option::is_some), "{with:?}");
    assert!(with.iter().flatten().any(|&units| units > 0.0), "{with:?}");
}
