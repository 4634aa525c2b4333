//! Why need was not served at once, and at which place, from files to results, by hand.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;

use beredd::report::{csv, json};
use support::{Ran, ran, settings, written};

/// Twelve units a day, exactly: nine at the store, three at the clinic. The store begins with 36 and the clinic with nothing; unmet need
/// is lost. Ten days.
const REGION: &str = r#"[scenario]
title = { sv = "Vem blev utan", en = "Who went without" }
warm-up = "0 days"
measured = "10 days"
unmet = "lost"

[demand]
law = "fixed"

[supplier.maker]
origin = "near"
[origin.near]
lead-time = "1 day"

[owner.region]
kind = "region"

[site.store]
owner = "region"
title = { sv = "Sjukhuset", en = "The hospital" }
demand-share = "75 %"
[site.clinic]
owner = "region"
demand-share = "25 %"

[lane.to-store]
from = "suppliers"
to = "store"
[lane.to-clinic]
from = "suppliers"
to = "clinic"

[sourcing.all]
at = ["store", "clinic"]
from = "maker"

[policy.store]
at = ["store"]
kind = "order-up-to"
level = "36 units"
[policy.clinic]
at = ["clinic"]
kind = "none"

[stock.store]
at = ["store"]
on-hand = "36 units"

[article.A]
supplier = "maker"
demand = "12 units/day"
MORE
[study]
replications = 2
"#;

fn region(test: &str, more: &str) -> Ran {
    let text = REGION.replace("MORE", more);
    ran(&written(test, &[("region.toml", &text)]).join("region.toml"), &settings(&[]), None)
}

/// Supplier out, not stocked, avoidable.
fn causes(ran: &Ran) -> [f64; 3] {
    ["short_supplier_out", "short_not_stocked", "short_avoidable"]
        .map(|name| ran.findings.cells[0].metrics[name].mean.expect("a share"))
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
}

#[test]
fn an_article_that_is_not_kept_is_short_for_that_reason() {
    // The store gets on day t + 1 what it used on day t: it is never short. The clinic is always.
    let ran = region("not-kept", "");
    for (found, expected) in causes(&ran).into_iter().zip([0.0, 0.25, 0.0]) {
        near(found, expected);
    }
    let shortage = &ran.findings.cells[0].shortage;
    let shares: Vec<(&str, f64)> = shortage.iter().map(|s| (s.site.as_str(), s.short.mean.expect("a share"))).collect();
    assert_eq!(shares, [("clinic", 1.0), ("store", 0.0)]);
    assert_eq!((shortage[1].title.sv.as_str(), shortage[1].title.en.as_str()), ("Sjukhuset", "The hospital"));
}

#[test]
fn while_the_supplier_is_stopped_it_is_the_cause() {
    // From day 2 on nothing is shipped. The store is full on the morning of day 2 (what it ordered on day 1 has arrived), serves 36 units on
    // days 2 to 5 and 9 · 4 are short on days 6 to 9. At the clinic six (days 0, 1) are short because it keeps nothing, then 24.
    let stop = "[disruption.stop]\nsuppliers = \"all\"\nday = \"2 days\"\nduration = \"30 days\"\n";
    let ran = region("stopped", stop);
    let [out, not_kept, avoidable] = causes(&ran);
    near(out, 60.0 / 120.0);
    near(not_kept, 6.0 / 120.0);
    near(avoidable, 0.0);
    let store = &ran.findings.cells[0].shortage[1];
    near(store.causes[0].mean.expect("a share"), 36.0 / 90.0);
}

#[test]
fn what_more_stock_would_have_served_is_avoidable() {
    // Five times the need of the store from day 5 on.
    let surge = "[disruption.surge]\ndemand = { articles = {}, at = [\"store\"] }\nday = \"5 days\"\nduration = \"30 days\"\ndemand-factor = 5.0\n";
    let ran = region("surge", surge);
    // 45 a day: 36 are served each day (what was used arrives the next day), 9 are short, on five days.
    let [out, not_kept, avoidable] = causes(&ran);
    let needed = 5.0 * 9.0 + 5.0 * 45.0 + 30.0;
    near(out, 0.0);
    near(not_kept, 30.0 / needed);
    near(avoidable, 45.0 / needed);
}

#[test]
fn the_causes_and_the_fill_rate_make_the_whole_and_stand_in_the_files() {
    let ran = region("files", "");
    let fill = ran.findings.cells[0].metrics["fill_rate"].mean.expect("a share");
    near(fill + causes(&ran).iter().sum::<f64>(), 1.0);
    let text = json::results_text(&ran.findings);
    let read = json::read(&text).expect("results that this program wrote");
    assert_eq!(read.cells[0].shortage, ran.findings.cells[0].shortage);
    let table = csv::tidy(&ran.findings);
    assert!(table.contains(",short.clinic,share,mean,1\n"), "{table}");
    assert!(table.contains(",short.clinic.not_stocked,share,mean,1\n"), "{table}");
    assert!(table.contains(",short_not_stocked,share,mean,0.25\n"), "{table}");
}
