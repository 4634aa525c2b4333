//! The alternatives besides those of the quick study: what each measure changes, and what it must not change.

use crate::support::{compiled, ran, read, settings, shipped};
use beredd::plan::policy::Rule;
use beredd::scenario::model::Scenario;
use beredd::scenario::study::Loaded;
use std::collections::BTreeSet;

fn full(more: &[&str]) -> Loaded {
    let mut texts = vec!["items.file=scenarios/vasterbotten/articles.csv"];
    texts.extend(more);
    read(&shipped("scenarios/vasterbotten/full.toml"), &settings(&texts))
}

fn scenario<'a>(loaded: &'a Loaded, id: &str) -> &'a Scenario {
    loaded.study.scenarios.iter().find(|scenario| scenario.id == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Keys that differ between two scenarios, up to the id of the table.
fn changed(loaded: &Loaded, one: &str, other: &str) -> BTreeSet<String> {
    let differences = beredd::scenario::show::diff(loaded, one, other).expect("both are in the study");
    let table = |key: &str| key.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
    differences.iter().map(|difference| table(&difference.key)).filter(|key| !key.starts_with("scenario.")).collect()
}

fn set(keys: &[&str]) -> BTreeSet<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

const STORES: [&str; 4] = ["umea", "skelleftea", "lycksele", "primary-care"];

#[test]
fn stock_at_the_hospitals_changes_the_storerooms_and_nothing_else() {
    let loaded = full(&[]);
    let expected = [
        "policy.direct-critical-a",
        "policy.direct-critical-bc",
        "policy.stores-critical-a",
        "policy.stores-critical-bc",
        "reserve-placement.lycksele",
        "reserve-placement.primary-care",
        "reserve-placement.skelleftea",
        "reserve-placement.umea",
        "reserve-placement.vasterslatt",
    ];
    assert_eq!(changed(&loaded, "today", "hospital-stock"), set(&expected));
    let placements = &scenario(&loaded, "hospital-stock").reserve_placements;
    let places: BTreeSet<&str> = placements.values().map(|placement| placement.at.as_str()).collect();
    assert_eq!(places, BTreeSet::from(STORES));
}

#[test]
fn the_measures_of_delmal_1_are_apart_and_add_up() {
    let loaded = full(&[]);
    let ids = |id: &str| -> BTreeSet<String> { scenario(&loaded, id).reserve_placements.keys().cloned().collect() };
    assert_eq!(ids("delmal-1"), set(&["third-party"]));
    assert_eq!(ids("delmal-1-wholesaler"), set(&["kungsbacka"]));
    assert_eq!(ids("delmal-1-raised"), set(&["kungsbacka", "third-party"]));
    let sums = |id: &str| scenario(&loaded, id).lump_sums.values().map(|sum| sum.per_year.sek()).sum::<f64>();
    // 15.4 + 14.2 = 29.6 MSEK/year (V38).
    let found = ["delmal-1", "delmal-1-wholesaler", "delmal-1-raised"].map(sums);
    assert_eq!(found.map(f64::round), [15_400_000.0, 14_200_000.0, 29_600_000.0]);
    // V45: both alternatives that raise the stock in Kungsbacka carry the reservation.
    let remarks = ["delmal-1-wholesaler", "delmal-1-raised"].map(|id| scenario(&loaded, id).frame.remark.clone());
    assert!(remarks[0].is_some() && remarks[0] == remarks[1]);
    assert!(scenario(&loaded, "delmal-1-wholesaler").sites.keys().eq(scenario(&loaded, "today").sites.keys()));
}

#[test]
fn the_goal_adds_partners_to_delmal_2_and_leaves_the_region_as_it_is() {
    let loaded = full(&[]);
    let (goal, second) = (scenario(&loaded, "goal"), scenario(&loaded, "delmal-2"));
    let partners: Vec<&str> =
        goal.sites.iter().filter(|(_, site)| site.added_demand > 0.0).map(|(id, _)| id.as_str()).collect();
    assert_eq!(partners, ["jamtland", "municipalities", "norrbotten", "vasternorrland"]);
    for store in STORES {
        assert_eq!(goal.sites[store], second.sites[store]);
    }
    let needs = |scenario: &Scenario| scenario.sites.values().map(|site| site.demand()).sum::<f64>();
    assert!((needs(second) - 1.0).abs() < 1e-9);
    // 1 + 0.25 + 0.87 + 0.47 + 0.89.
    assert!((needs(goal) - 3.48).abs() < 1e-9);
    // Costs are shared by use: 1 / 3.48 = 28.74 %.
    let shares = &goal.owners["pool"].shares;
    let region = shares.iter().find(|(party, _)| party == "region").expect("the region bears a part").1;
    assert_eq!((region.0, shares.iter().map(|(_, share)| share.0).sum::<i64>()), (287_400, 1_000_000));
    assert!(goal.frame.remark.is_some(), "the reader is warned of the total");
}

#[test]
fn the_pool_pays_through_its_parties_and_its_total_is_not_ranked() {
    let quick = settings(&[
        "items.file=scenarios/vasterbotten/articles.csv",
        r#"study.scenarios=["delmal-2", "goal"]"#,
        r#"study.reserves=["none"]"#,
        "study.compare-to=delmal-2",
        "study.replications=2",
        "scenario.measured=100 days",
        "endurance.probes=0",
    ]);
    let ran = ran(&shipped("scenarios/vasterbotten/full.toml"), &quick, None);
    let payers = |cell: usize| -> Vec<&str> {
        ran.findings.cells[cell].cost.payers.iter().map(|(payer, _)| payer.as_str()).collect()
    };
    assert_eq!(payers(0), ["region"]);
    assert_eq!(payers(1), ["municipalities", "northern-regions", "region"]);
    let differences = &ran.findings.comparisons[0].differences;
    assert!(differences.contains_key("fill_rate") && !differences.contains_key("cost_per_year"));
    let cost = |cell: usize| ran.findings.cells[cell].cost.total.mean.expect("a cost");
    assert!(cost(1) > 2.5 * cost(0), "{} against {}: the pool serves 3.48 times the need", cost(1), cost(0));
}

#[test]
fn the_largest_site_of_the_goal_is_the_common_warehouse() {
    let loaded = full(&[r#"study.scenarios=["goal"]"#, "study.compare-to=goal", r#"study.reserves=["90-days"]"#]);
    let cells = compiled(&loaded);
    let site = cells[0].largest_site.expect("there is one");
    assert_eq!(cells[0].plan.sites[site as usize].id, "central");
    assert_eq!(cells[0].plan.sites.iter().filter(|site| !site.is_supplier).count(), 9);
}

#[test]
fn a_slow_critical_article_is_kept_with_what_the_policy_says() {
    // 26 a year, 6.8 % of them in Lycksele, over some 40 days: 0.2 units, which round to nothing.
    let level = |more: &str| {
        let texts = [r#"study.scenarios=["today"]"#, "study.compare-to=today", r#"study.reserves=["none"]"#, more];
        let loaded = read(&shipped("scenarios/vasterbotten/full.toml"), &settings(&texts));
        let plan = &compiled(&loaded)[0].plan;
        let found = plan.cells.iter().position(|cell| {
            plan.articles[cell.article as usize].id == "b02-haemostasis-007"
                && plan.sites[cell.site as usize].id == "lycksele"
        });
        plan.phases[0].rules[found.expect("the store keeps it")]
    };
    let text = "policy.direct-critical-bc.at-least";
    assert_eq!(level(&format!("{text}=0 units")), Rule::OrderUpTo { level: 0 });
    assert_eq!(level("study.seed=1"), Rule::OrderUpTo { level: 1 });
    assert_eq!(level(&format!("{text}=3 units")), Rule::OrderUpTo { level: 3 });
}
