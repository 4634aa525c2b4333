//! The generated list against domain 4.2, 4.6 and 4.9; the figures are typed in from there.

use crate::support::{read, shipped};
use beredd::items::families::families;
use beredd::items::generate::generate;
use beredd::items::render::csv;
use beredd::items::summary::{Summary, summary};
use beredd::scenario::list::read_list;
use beredd::scenario::model::Scenario;
use std::collections::BTreeSet;
use std::path::Path;

const FULL: &str = "items.file=\"scenarios/vasterbotten/articles-full.csv\"";

fn summed(path: &Path) -> Summary {
    summary(&read_list(path, &[]).unwrap_or_else(|problems| panic!("{:?}", problems.diagnoses)).articles)
}

fn within(what: &str, value: f64, low: f64, high: f64) {
    assert!((low..=high).contains(&value), "{what}: {value} is not within {low}–{high}");
}

/// Every target of the fact file, on one list.
fn assert_calibrated(list: &Summary) {
    let msek = |sek: f64| sek / 1e6;
    within("wholesaler, MSEK (4.2: 110)", msek(list.channels["wholesaler"].value), 109.0, 111.0);
    within("consumables, MSEK (4.2: 270)", msek(list.flows["consumables"].value), 267.0, 273.0);
    within("assistive devices, MSEK (assumed: 41)", msek(list.flows["assistive-devices"].value), 40.0, 42.0);
    within("IT and MT, MSEK (assumed: 36)", msek(list.flows["it-mt"].value), 35.0, 37.0);
    within("pharmaceuticals, MSEK (assumed: 148)", msek(list.flows["pharmaceuticals"].value), 146.0, 150.0);
    within("pallets per working day (4.2: 25–50)", list.channels["wholesaler"].pallets / 250.0, 25.0, 50.0);
    let share = |part: f64, whole: f64| part / whole;
    let articles = list.all.articles as f64;
    within("share of class A (4.6: 83 %)", share(list.classes["A"].value, list.all.value), 0.82, 0.84);
    within("share of class B (4.6: 15 %)", share(list.classes["B"].value, list.all.value), 0.13, 0.17);
    within("articles of class A (4.6: 8 %)", share(list.classes["A"].articles as f64, articles), 0.079, 0.081);
    within("articles of class B (4.6: 22 %)", share(list.classes["B"].articles as f64, articles), 0.219, 0.221);
    within("top 8 % (75–90 %)", list.concentration, 0.75, 0.90);
    within("critical articles (4.9: 15 %)", share(list.all.critical as f64, articles), 0.149, 0.151);
    within("critical value (4.9: 30 %)", share(list.all.critical_value, list.all.value), 0.28, 0.32);
    let via = share(list.channels["wholesaler"].critical as f64, list.all.critical as f64);
    within("critical via the wholesaler (4.9: 50 %)", via, 0.49, 0.51);
}

#[test]
fn the_shipped_list_meets_the_fact_file() {
    let list = summed(&shipped("scenarios/vasterbotten/articles-full.csv"));
    assert!(list.all.articles >= 1200 && list.families >= 60, "{} in {}", list.all.articles, list.families);
    assert_eq!(list.flows.len(), 4);
    assert_calibrated(&list);
}

#[test]
fn other_seeds_and_sizes_meet_it_too() {
    let table = families().expect("the table is whole");
    for (articles, seed) in [(1240, 2), (1240, 99), (2500, 1), (600, 7)] {
        let name = format!("{articles}-{seed}.csv");
        let folder = crate::support::written("items", &[(&name, &csv(&generate(&table, articles, seed)))]);
        let list = summed(&folder.join(name));
        assert_eq!(list.all.articles, articles);
        assert_calibrated(&list);
    }
}

#[test]
fn the_short_list_for_a_demo_keeps_totals_and_concentration() {
    let list = summed(&shipped("scenarios/demo/articles.csv"));
    assert_eq!(list.all.articles, 100);
    within("whole value, MSEK (270 + 41 + 36 + 148)", list.all.value / 1e6, 490.0, 500.0);
    within("top 8 % (75–90 %)", list.concentration, 0.75, 0.90);
}

fn full() -> Scenario {
    read(&shipped("scenarios/vasterbotten/today.toml"), &[FULL.to_owned()]).study.scenarios.remove(0)
}

#[test]
fn every_article_of_the_region_is_named_and_resolves() {
    let quick = read(&shipped("scenarios/vasterbotten/today.toml"), &[]).study.scenarios.remove(0);
    for scenario in [quick, full()] {
        let mut names = BTreeSet::new();
        for (id, article) in &scenario.articles {
            assert!(!article.name.sv.is_empty() && article.name.en != *id, "{id}");
            assert!(names.insert(article.name.sv.clone()), "{id}: another article has this name");
            assert_ne!(scenario.families[&article.family].title.sv, article.family, "{id}: a family without a title");
            assert_ne!(scenario.flows[&article.flow].title.sv, article.flow, "{id}: a flow without a title");
            assert!(
                !scenario.flows[&article.flow].need.sv.is_empty() && !scenario.flows[&article.flow].unit.en.is_empty()
            );
            assert_eq!(article.critical, !article.critical_decided_by.is_empty(), "{id}");
        }
    }
}

#[test]
fn weekly_variation_of_the_full_list_is_that_of_its_class() {
    for (id, article) in &full().articles {
        let weekly_cv = article.demand_sd.expect("given") / article.demand_mean / f64::sqrt(7.0);
        let of_class = match article.class.as_str() {
            "A" => 0.20,
            "B" => 0.40,
            _ => 0.9,
        };
        // Domain 4.6; a week's mean is seven days' and its deviation √7 times a day's.
        assert!((weekly_cv - of_class).abs() < 1e-9, "{id}: {weekly_cv}");
    }
}
