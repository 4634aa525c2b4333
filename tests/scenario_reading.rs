//! Whole scenarios and studies, from files to values.
#![expect(clippy::disallowed_methods, reason = "theory may use the functions of the platform; results may not")]

#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::random::laws::{DurationLaw, LeadTimeLaw};
use beredd::scenario::render::{Colour, render};
use beredd::scenario::show::{Comments, diff, show};
use beredd::scenario::study::{Loaded, load};
use std::path::Path;

fn loaded(path: &str, settings: &[&str]) -> Loaded {
    let settings: Vec<_> = settings.iter().map(|setting| (*setting).to_owned()).collect();
    match load(Path::new(path), &settings) {
        Ok(loaded) => loaded,
        Err(problems) => panic!("{}", render(&problems.diagnoses, &problems.sources, Colour::Plain)),
    }
}

#[test]
fn the_example_is_read_in_all_its_tables() {
    let loaded = loaded("tests/data/example/today.toml", &[]);
    assert_eq!(render(&loaded.findings, &loaded.sources, Colour::Plain), "\n");
    let scenario = &loaded.study.scenarios[0];
    assert_eq!(scenario.articles.len(), 5);
    let glove = &scenario.articles["GLOVE-S"];
    assert_eq!((glove.demand_mean, glove.demand_sd, glove.pack), (100.0, Some(30.0), 100));
    assert_eq!(glove.shelf_life_days, Some(3.0 * 365.0), "from its class");
    assert_eq!(scenario.articles["SYRINGE"].pack, 10, "from the defaults");
    assert_eq!(scenario.articles["SYRINGE"].price.0, 125_000);
    let drug = &scenario.articles["DRUG-9"];
    let deviation = drug.demand_sd.expect("given");
    assert!((deviation - 0.5 * 140.0 / 7f64.sqrt()).abs() < 1e-12, "weekly cv");
    assert_eq!(scenario.lanes["inbound"].lead_time, None);
    assert_eq!(scenario.lanes["delivery"].lead_time, Some(LeadTimeLaw::Fixed { days: 1.0 }));
    assert_eq!(scenario.frame.start_weekday, 3, "2026-01-01 is a Thursday");
    assert_eq!(scenario.cuts.len(), 4);
    assert_eq!(loaded.study.reserves, ["none"]);
    assert_eq!(
        loaded.input_files.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>(),
        ["articles.csv", "today.toml"]
    );
}

#[test]
fn origins_are_recorded_for_what_states_them_and_for_defaults() {
    let loaded = loaded("tests/data/example/today.toml", &[]);
    let origins = &loaded.origins["today"].entries;
    let kind = |path: &str| origins.get(path).map(|origin| (origin.kind.as_str(), origin.source.as_str()));
    assert_eq!(kind("site.central.pallet-position"), Some(("sourced", "tender 2024")));
    assert_eq!(kind("cost.staff-hour"), Some(("assumption", "invented for the test")));
    assert_eq!(kind("reserve.none.days"), Some(("tool", "built-in default")));
    assert_eq!(kind("site.central.pick"), None);
    assert_eq!(kind("item-class.gloves.shelf-life"), Some(("assumption", "maker's leaflet")));
    assert_eq!(kind("article.GLOVE-S.shelf-life"), None, "told once, at the class");
}

#[test]
fn a_study_merges_its_tables_into_every_scenario() {
    let loaded = loaded("tests/data/example/study.toml", &["policy.*.review=14 days", "article.MASK.price=1 SEK/unit"]);
    let [today, tomorrow] = loaded.study.scenarios.as_slice() else { panic!("two scenarios") };
    assert_eq!((today.frame.measured_days, tomorrow.frame.measured_days), (100, 100));
    assert_eq!(
        (today.policies["central"].safety_stock_days, tomorrow.policies["central"].safety_stock_days),
        (30.0, 60.0)
    );
    assert_eq!((today.articles["MASK"].price.0, tomorrow.articles["MASK"].price.0), (100_000, 100_000));
    assert_eq!(today.policies["hospital"].review_days, 14);
    assert!(today.stocks.contains_key("hospital") && !tomorrow.stocks.contains_key("hospital"));
    assert_eq!(loaded.study.reserves, ["none", "7-days", "30-days"]);
    assert_eq!(tomorrow.reserves["30-days"].title.sv, "30 dagar");
    assert_eq!(loaded.study.cuts, ["outside-region", "port"]);
}

#[test]
fn what_is_shown_can_be_read_again_as_the_same_scenario() {
    let first = loaded("tests/data/example/tomorrow.toml", &[]);
    let text = show(&first, "tomorrow", Comments::WithOrigin).expect("the scenario is there");
    assert!(text.contains("safety-stock = \"60 days\"  # tests/data/example/tomorrow.toml:8"), "{text}");
    assert!(text.contains("pick = \"15 SEK/line\"  # tests/data/example/today.toml:"), "{text}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shown");
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let file = folder.join("tomorrow.toml");
    std::fs::write(&file, text).expect("a file for the test");
    let again = loaded(&file.to_string_lossy(), &[]);
    assert_eq!(again.study.scenarios, first.study.scenarios);
}

#[test]
fn a_difference_names_the_key_and_both_values() {
    let loaded = loaded("tests/data/example/study.toml", &[]);
    let differences = diff(&loaded, "today", "tomorrow").expect("both are there");
    let told: Vec<_> = differences
        .iter()
        .map(|one| (one.key.as_str(), one.left.as_deref().unwrap_or("-"), one.right.as_deref().unwrap_or("-")))
        .collect();
    assert!(told.contains(&("policy.central.safety-stock", "\"30 days\"", "\"60 days\"")), "{told:?}");
    assert!(told.contains(&("article.MASK.price", "\"0.8 SEK/unit\"", "\"0.9 SEK/unit\"")), "{told:?}");
    assert!(told.contains(&("stock.hospital.on-hand", "\"300 units\"", "-")), "{told:?}");
    assert!(told.contains(&("site.annex.owner", "-", "\"region\"")), "{told:?}");
    assert_eq!(told.len(), 8, "title in two languages, policy, price, site, three keys of the stock rule: {told:?}");
}

#[test]
fn a_difference_within_a_value_with_an_origin_tells_only_the_part_that_differs() {
    let folder = told::written(
        "difference",
        &[
            ("base.toml", told::BASE),
            (
                "a.toml",
                "extends = \"base.toml\"\n[origin.asia]\nlead-time = { value = { dist = \"lognormal\", median = \"30 days\", sigma = 0.5 }, origin = \"assumption\", source = \"a guess\" }\n[policy.main]\narticles = {}\nsafety-stock = { value = \"3 days\", origin = \"seed\", source = \"V1\" }\n",
            ),
            (
                "b.toml",
                "extends = \"base.toml\"\n[origin.asia]\nlead-time = { value = { dist = \"lognormal\", median = \"40 days\", sigma = 0.5 }, origin = \"assumption\", source = \"a guess\" }\n[policy.main]\narticles = { critical = true }\nsafety-stock = { value = \"3 days\", origin = \"seed\", source = \"V2\" }\n",
            ),
            ("study.toml", "[study]\nscenarios = [\"a\", \"b\"]\n"),
        ],
    );
    let loaded = loaded(&folder.join("study.toml").to_string_lossy(), &[]);
    let told: Vec<_> = diff(&loaded, "a", "b")
        .expect("both are there")
        .into_iter()
        .map(|one| format!("{} {} {}", one.key, one.left.unwrap_or("-".into()), one.right.unwrap_or("-".into())))
        .collect();
    let expected = [
        r#"origin.asia.lead-time.median "30 days" "40 days""#,
        "policy.main.articles {} -",
        "policy.main.articles.critical - true",
        r#"policy.main.safety-stock.source "V1" "V2""#,
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_law_is_fitted_to_its_file() {
    let law = "disruption.shortages.duration={ dist = \"fitted-lognormal\", file = \"data/swedish_drug_shortages.csv\", \
               from = 2018-01-01, censored-at = 2020-09-16 }";
    let loaded = loaded("tests/data/example/today.toml", &[law]);
    let DurationLaw::Lognormal { mu, sigma } = loaded.study.scenarios[0].disruptions["shortages"].duration else {
        panic!("a lognormal law")
    };
    assert!(mu > 2.0 && mu < 6.0 && sigma > 0.3 && sigma < 3.0, "{mu} {sigma}");
    assert_eq!(loaded.origins["today"].entries["disruption.shortages.duration"].kind, "fitted");
}

#[test]
fn an_overlay_may_change_a_built_in_default() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("defaults");
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/example/today.toml");
    let text = format!("extends = \"{}\"\n[cut.outside-region]\nlocks-supplier-stock = false\n", base.display());
    std::fs::write(folder.join("over.toml"), text).expect("a file for the test");
    let loaded = loaded(&folder.join("over.toml").to_string_lossy(), &[]);
    assert!(!loaded.study.scenarios[0].cuts["outside-region"].locks_supplier_stock);
}

#[test]
fn ten_thousand_articles_are_read_in_a_moment() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("many");
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let header = "Artikelnr,supplier,critical,Pris,demand,demand-sd\n";
    let rows: String = (0..10_000).map(|row| format!("A{row},acme,yes,1.5,365,1\n")).collect();
    let wrong: String = (0..10_000).map(|row| format!("A{row},acme,yes,x,y,z\n")).collect();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/example/today.toml");
    let base = format!("extends = \"{}\"\n[items]\nfile = \"many.csv\"\n", example.display());
    std::fs::write(folder.join("base.toml"), base).expect("a file for the test");
    let begun = std::time::Instant::now();
    std::fs::write(folder.join("many.csv"), format!("{header}{wrong}")).expect("a file for the test");
    let problems = load(&folder.join("base.toml"), &[]).expect_err("every row is wrong");
    assert_eq!(problems.diagnoses.len(), 30_000);
    render(&problems.diagnoses, &problems.sources, Colour::Plain);
    std::fs::write(folder.join("many.csv"), format!("{header}{rows}")).expect("a file for the test");
    assert_eq!(loaded(&folder.join("base.toml").to_string_lossy(), &[]).study.scenarios[0].articles.len(), 10_001);
    assert!(begun.elapsed().as_secs() < 10, "a loop within a loop: {:?}", begun.elapsed());
}

#[test]
fn laws_have_the_median_mean_spread_and_quantile_they_name() {
    let law = |text: &str| {
        let setting = format!("origin.asia.lead-time={{ dist = \"lognormal\", {text} }}");
        match &loaded("tests/data/example/today.toml", &[&setting]).study.scenarios[0].origins["asia"].lead_time {
            LeadTimeLaw::Lognormal { mu, sigma } => (*mu, *sigma),
            other => panic!("{other:?}"),
        }
    };
    let near = |found: f64, wanted: f64| assert!((found - wanted).abs() < 1e-12, "{found} {wanted}");
    let (mu, sigma) = law("median = \"14 days\", cv = 0.4");
    near(mu, 14f64.ln());
    near(sigma * sigma, 1.16f64.ln());
    let (mu, sigma) = law("mean = \"14 days\", sigma = 0.4");
    near(mu + sigma * sigma / 2.0, 14f64.ln());
    for middle in ["median = \"14 days\"", "mean = \"20 days\""] {
        let (mu, sigma) = law(&format!("{middle}, p90 = \"30 days\""));
        near((30f64.ln() - mu) / sigma, 1.281_551_565_544_600_4);
    }
    let (mu, sigma) = law("mean = \"20 days\", p90 = \"30 days\"");
    near((mu + sigma * sigma / 2.0).exp(), 20.0);
    let discrete =
        "origin.asia.lead-time={ dist = \"discrete\", days = [\"9 days\", \"4 days\"], probabilities = [0.75, 0.25] }";
    let loaded = loaded("tests/data/example/today.toml", &[discrete]);
    let expected = LeadTimeLaw::Discrete { days: vec![4.0, 9.0], cumulative: vec![0.25, 1.0] };
    assert_eq!(loaded.study.scenarios[0].origins["asia"].lead_time, expected);
}
