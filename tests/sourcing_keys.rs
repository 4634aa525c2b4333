//! Several sources from files: what shares and fail-over do, by hand, and what they are refused for.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::plan::Plan;
use beredd::sim::drivers::Drivers;
use beredd::sim::replication::Ready;
use support::{compiled, read, settings, written};
use told::overlay;

/// Ten units a day, exactly, from the maker or others; every day what was used is ordered, and arrives the next day.
const STORE: &str = r#"[scenario]
title = { sv = "Hylla", en = "Shelf" }
warm-up = "0 days"
measured = "10 days"
lead-times = "independent"

[demand]
law = "fixed"

[supplier.maker]
origin = "near"
[supplier.other]
origin = "near"
[supplier.third]
origin = "far"

[origin.near]
lead-time = "1 day"
[origin.far]
lead-time = "3 days"

[owner.region]
kind = "region"

[site.store]
owner = "region"
demand-share = "100 %"

[lane.in]
from = "suppliers"
to = "store"
per-order = "100 SEK/order"
payer = "region"

[sourcing.store]
at = ["store"]
SOURCES

[policy.store]
at = ["store"]
kind = "order-up-to"
level = "40 units"

[stock.store]
at = ["store"]
on-hand = "40 units"

[article.A]
supplier = "maker"
demand = "10 units/day"
MORE
[study]
replications = 1
"#;

fn plan(test: &str, sources: &str, more: &str) -> Plan {
    let text = STORE.replace("SOURCES", sources).replace("MORE", more);
    let loaded = read(&written(test, &[("store.toml", &text)]).join("store.toml"), &settings(&[]));
    compiled(&loaded).remove(0).plan
}

fn drivers(plan: &Plan) -> Drivers {
    Ready::new(plan).simulate(1, 0).expect("units are conserved").drivers
}

#[test]
fn orders_go_by_the_agreed_shares() {
    let plan = plan(
        "shares",
        "sources = [{ from = \"supplier\", share = \"70 %\" }, { from = \"other\", share = \"30 %\" }]",
        "",
    );
    let ran = drivers(&plan);
    // Ten orders, of which the 2nd, 6th and 9th go to the other (the list in docs/model.md worked by hand); each arrives the next day.
    assert_eq!(ran.received, [90]);
    assert_eq!(ran.received_by_further, [30]);
    assert_eq!(ran.orders, [7, 3]);
    assert_eq!(ran.moved_on, 0);
}

#[test]
fn what_a_stopped_supplier_does_not_ship_moves_on() {
    let stop = "[disruption.stop]\noffers = { supplier = [\"maker\"] }\nday = \"2 days\"\nduration = \"5 days\"\n";
    let fail_over = |days: &str| format!("from = \"maker\"\nfail-over = [\"other\"]\nfail-over-after = \"{days}\"");
    // Without: the orders of days 2 to 6 wait until day 7, sixty units with that of day 7, and arrive on day 8.
    let alone = drivers(&plan("alone", "from = \"maker\"", stop));
    assert_eq!((alone.received[0], alone.moved_on), (90, 0));
    assert!(alone.served[0] < 100);
    // At once: each of the five orders moves on the day it is written.
    let at_once = drivers(&plan("at-once", &fail_over("0 days"), stop));
    assert_eq!((at_once.received_by_further[0], at_once.moved_on, at_once.served[0]), (50, 50, 100));
    // After three days: the orders of days 2 to 5 together on day 5, that of day 6 leaves with the maker on day 7.
    let later = drivers(&plan("later", &fail_over("3 days"), stop));
    assert_eq!((later.received_by_further[0], later.moved_on), (40, 40));
}

/// A shortage hits what is sold by the supplier that it names, also where that is not the article's own.
#[test]
fn a_stop_of_an_offer_is_about_who_sells() {
    let stop = "[disruption.stop]\noffers = { supplier = [\"other\"] }\nday = \"0 days\"\nduration = \"20 days\"\n";
    let sources = "sources = [{ from = \"maker\", share = \"50 %\" }, { from = \"other\", share = \"50 %\" }]";
    let ran = drivers(&plan("who-sells", sources, stop));
    assert_eq!(ran.received_by_further, [0]);
    assert_eq!(ran.received, [50]);
}

/// Levels in days look at the agreed source that takes longest; one that only takes over does not count.
#[test]
fn levels_last_the_longest_agreed_lead_time() {
    let level = |test: &str, sources: &str| {
        let text = STORE.replace("SOURCES", sources).replace("MORE", "").replace("level = \"40 units\"", "");
        let loaded = read(&written(test, &[("store.toml", &text)]).join("store.toml"), &settings(&[]));
        compiled(&loaded)[0].plan.phases[0].rules[0]
    };
    let up_to = |level| beredd::plan::policy::Rule::OrderUpTo { level };
    // Ten a day for a day between reviews and the lead time.
    assert_eq!(level("near", "from = \"maker\""), up_to(20));
    let takes_over = "from = \"maker\"\nfail-over = [\"third\"]\nfail-over-after = \"1 day\"";
    assert_eq!(level("takes-over", takes_over), up_to(20));
    let agreed = "sources = [{ from = \"maker\", share = \"90 %\" }, { from = \"third\", share = \"10 %\" }]";
    assert_eq!(level("agreed", agreed), up_to(40));
}

fn refused(test: &str, sources: &str) -> String {
    overlay(
        test,
        &format!(
            "[supplier.other]\nnew = true\norigin = \"asia\"\n[sourcing.main]\nnew = true\nat = [\"main\"]\n{sources}\n"
        ),
    )
}

#[test]
fn sources_without_sense_are_refused() {
    let half =
        refused("half", "sources = [{ from = \"acme\", share = \"70 %\" }, { from = \"other\", share = \"20 %\" }]");
    assert!(
        half.contains("error[S0601]: `sources` in [sourcing.main] has shares that sum to 90 %, not 100 %"),
        "{half}"
    );
    assert!(half.contains("over.toml:8:11"), "{half}");
    let both = refused("both", "from = \"acme\"\nsources = [{ from = \"other\", share = \"100 %\" }]");
    assert!(both.contains("has both `from` and `sources`"), "{both}");
    let unknown = refused("unknown", "from = \"acne\"");
    assert!(unknown.contains("there is no site `acne`"), "{unknown}");
    let after = refused("after", "from = \"acme\"\nfail-over-after = \"3 days\"");
    assert!(after.contains("`fail-over-after` in [sourcing.main] changes nothing without `fail-over`"), "{after}");
    let missing = refused("missing", "from = \"acme\"\nfail-over = [\"other\"]");
    assert!(missing.contains("`fail-over-after` is missing in [sourcing.main]"), "{missing}");
    let twice = refused("twice", "from = \"acme\"\nfail-over = [\"acme\"]\nfail-over-after = \"1 day\"");
    assert!(twice.contains("`fail-over` in [sourcing.main] names acme, which is a source already"), "{twice}");
    let none = refused("none", "from = \"acme\"\nfail-over = []\nfail-over-after = \"1 day\"");
    assert!(none.contains("`fail-over` in [sourcing.main] names nobody"), "{none}");
    let zero =
        refused("zero", "sources = [{ from = \"acme\", share = \"100 %\" }, { from = \"other\", share = \"0 %\" }]");
    assert!(zero.contains("`sources` in [sourcing.main] gives a source no share"), "{zero}");
    let word = refused("word", "sources = [\"acme\"]");
    assert!(word.contains("has an entry that is no table"), "{word}");
}

#[test]
fn terms_without_meaning_beside_several_sources_are_refused() {
    let text = STORE
        .replace("SOURCES", "from = \"maker\"\nfail-over = [\"other\"]\nfail-over-after = \"1 day\"")
        .replace("MORE", "")
        .replace("level = \"40 units\"", "level = \"40 units\"\nreturns = \"allow\"\nbasis = \"echelon\"");
    let told = told::told("several", &[("store.toml", &text)], &[]);
    let loaded =
        beredd::scenario::study::load(&told::written("several", &[("store.toml", &text)]).join("store.toml"), &[]);
    let faults = beredd::study::design::cells(&loaded.unwrap_or_else(|_| panic!("{told}")).study).expect_err("refused");
    let faults = format!("{faults:?}");
    assert!(faults.contains("goods cannot go back where there are several sources, as at store"), "{faults}");
    assert!(faults.contains("article A has several sources at store"), "{faults}");
}

/// A store whose article names three suppliers.
fn of_three(sources: &str) -> String {
    STORE
        .replace("SOURCES", sources)
        .replace("MORE", "")
        .replace("supplier = \"maker\"", "supplier = \"maker | other|third\"")
}

fn three(test: &str, sources: &str) -> (Plan, Vec<String>) {
    let loaded = read(&written(test, &[("store.toml", &of_three(sources))]).join("store.toml"), &settings(&[]));
    let plan = compiled(&loaded).remove(0).plan;
    let idle = beredd::scenario::compile::idle_rules(&loaded.study.scenarios[0], &plan);
    (plan, idle.into_iter().map(|fault| format!("{}: {}", fault.path, fault.message)).collect())
}

#[test]
fn an_article_may_name_several_suppliers() {
    let names = |plan: &Plan, ways: &mut dyn Iterator<Item = u32>| -> Vec<String> {
        ways.map(|way| plan.sites[plan.lanes[plan.way(way).lane as usize].from as usize].id.clone()).collect()
    };
    // Equal shares; the millionth that is left over goes to the first.
    let (plan, idle) = three("three-equal", "from = \"suppliers\"");
    let rule = &plan.phases[0].sourcing[0];
    assert_eq!(names(&plan, &mut rule.agreed.iter().map(|(way, _)| *way)), ["maker", "other", "third"]);
    assert_eq!(rule.agreed.iter().map(|(_, share)| *share).collect::<Vec<_>>(), [333_334, 333_333, 333_333]);
    assert!(rule.fail_over.is_empty() && idle.is_empty(), "{idle:?}");
    // The preferred one, and the others take over in their order.
    let (plan, idle) =
        three("three-over", "from = \"supplier\"\nfail-over = [\"suppliers\"]\nfail-over-after = \"0 days\"");
    let rule = &plan.phases[0].sourcing[0];
    assert_eq!(names(&plan, &mut rule.agreed.iter().map(|(way, _)| *way)), ["maker"]);
    assert_eq!(names(&plan, &mut rule.fail_over.iter().copied()), ["other", "third"]);
    assert!(idle.is_empty(), "{idle:?}");
    // A part of the orders for all of them: half of it comes on top of what the first has.
    let sources = "sources = [{ from = \"maker\", share = \"70 %\" }, { from = \"suppliers\", share = \"30 %\" }]";
    let (plan, _) = three("three-part", sources);
    assert_eq!(
        plan.phases[0].sourcing[0].agreed.iter().map(|(_, share)| *share).collect::<Vec<_>>(),
        [800_000, 100_000, 100_000]
    );
}

#[test]
fn suppliers_that_nobody_buys_from_are_told() {
    let (_, idle) = three("three-idle", "from = \"supplier\"");
    let message = "article A names the suppliers maker, other, third, and no sourcing rule buys from all of them";
    assert_eq!(idle, [format!("article.A.supplier: {message}")]);
    let text = STORE.replace("SOURCES", "from = \"suppliers\"").replace("MORE", "");
    let loaded = read(&written("three-one", &[("store.toml", &text)]).join("store.toml"), &settings(&[]));
    let plan = compiled(&loaded).remove(0).plan;
    assert!(plan.further_ways.is_empty());
    let idle = beredd::scenario::compile::idle_rules(&loaded.study.scenarios[0], &plan);
    let message = "[sourcing.store] speaks of all suppliers of an article, but each of its articles names one";
    assert_eq!(idle.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>(), [message]);
}

#[test]
fn a_list_of_suppliers_stands_in_an_item_file_too() {
    let csv = format!("{}\nB1,acme|bolt,yes,1,5,1\n", told::HEADER);
    let base = told::BASE.split("[article.A1]").next().expect("the part before articles");
    let more = "[supplier.bolt]\norigin = \"asia\"\ntitle = \"Bolt AB\"\n[sourcing.main]\nat = [\"main\"]\nfrom = \"suppliers\"\n[lane.in]\nfrom = \"suppliers\"\nto = \"main\"\n";
    let text = format!("{base}{more}[items]\nfile = \"items.csv\"\n");
    let folder = written("three-csv", &[("base.toml", &text), ("items.csv", &csv.replace("bolt", "Bolt ab"))]);
    let loaded = read(&folder.join("base.toml"), &settings(&[]));
    let article = &loaded.study.scenarios[0].articles["B1"];
    assert_eq!((article.supplier.as_str(), &article.further_suppliers[..]), ("acme", &["bolt".to_owned()][..]));
}

#[test]
fn a_list_of_suppliers_is_refused_at_its_place() {
    let article = |suppliers: &str| format!("[article.A1]\nsupplier = \"{suppliers}\"\n");
    let twice = overlay("suppliers-twice", &article("acme|acme"));
    assert!(twice.contains("`supplier` in [article.A1] names acme twice"), "{twice}");
    assert!(twice.contains("over.toml:3:12"), "{twice}");
    let bar = overlay("suppliers-bar", &article("acme|"));
    assert!(bar.contains("has a bar and no name beside it"), "{bar}");
    let unknown = overlay("suppliers-unknown", &article("acme|acne"));
    assert!(unknown.contains("there is no supplier `acne`"), "{unknown}");
    let same =
        refused("suppliers-same", "from = \"suppliers\"\nfail-over = [\"suppliers\"]\nfail-over-after = \"1 day\"");
    assert!(same.contains("names suppliers, which is a source already"), "{same}");
}
