//! `beredd exposure`: failures without chance, worked by hand; what nobody needs costs nothing; and a failure is the cut of the same node.

use crate::frontier::NEAR;
use crate::stage::Stage;
use serde_json::Value;

/// The store of the frontier's tests, and beside it a supplier, a depot and lanes that nothing for the store comes from.
const UNUSED: &str = r#"
[supplier.spare]
origin = "near"

[site.depot]
title = "Depot"
owner = "region"

[lane.depot]
from = "suppliers"
to = "depot"
per-order = "10 SEK/order"
payer = "region"

[sourcing.depot]
at = ["depot"]
articles = {}
from = "supplier"

[policy.depot]
at = ["depot"]
articles = {}
kind = "order-up-to"
review = "1 day"
at-least = "50 units"

[endurance]
cap = "60 days"
levels = ["30 days"]
"#;

fn stage(name: &str, more: &str) -> Stage {
    let stage = Stage::new(name);
    stage.write("near.toml", &format!("{NEAR}{UNUSED}{more}"));
    stage
}

fn found(stage: &Stage, more: &[&str]) -> Value {
    let words = [&["exposure", "near.toml", "--format", "json", "-q", "-r", "3"], more].concat();
    serde_json::from_str(&stage.run(&words).ends_with(0).out).expect("JSON and nothing else")
}

fn node<'f>(found: &'f Value, kind: &str, id: &str) -> &'f Value {
    let nodes = found["nodes"].as_array().expect("nodes");
    nodes.iter().find(|node| node["kind"] == kind && node["id"] == id).expect("the node")
}

fn means(node: &Value) -> [Option<f64>; 6] {
    ["lost", "breached", "breach_day", "back_after", "not_back", "exposure"].map(|figure| node[figure]["mean"].as_f64())
}

#[test]
fn failures_are_those_worked_by_hand() {
    let found = found(&stage("exposure-hand", ""), &["--recovery", "30 days"]);
    // The store has 30 units, and 10 are on the road. What was ordered in the 30 days leaves on day 31 and arrives on day 32. The maker
    // fails: days 1 to 4 are served, 5 to 31 are not.
    let by_hand =
        |lost, breach, back, exposed| [Some(lost), Some(1.0), Some(breach), Some(back), Some(0.0), Some(exposed)];
    assert_eq!(means(node(&found, "supplier", "maker")), by_hand(27.0, 5.0, 27.0, 26.0));
    // The lane fails: the 10 on the road freeze and arrive 30 days late, on day 31. Days 4 to 30 are not served.
    assert_eq!(means(node(&found, "lane", "supply")), by_hand(27.0, 4.0, 27.0, 27.0));
    // The store itself fails: nothing is served on its 30 days.
    assert_eq!(means(node(&found, "site", "store")), by_hand(30.0, 1.0, 30.0, 30.0));
    // What nobody needs costs exactly nothing.
    for (kind, id) in [("supplier", "spare"), ("site", "depot"), ("lane", "depot")] {
        let unused = node(&found, kind, id);
        assert_eq!(means(unused), [Some(0.0), Some(0.0), None, None, None, Some(0.0)], "{unused}");
        assert_eq!((unused["lost"]["low"].as_f64(), unused["lost"]["high"].as_f64()), (Some(0.0), Some(0.0)));
        assert_eq!(unused["single_point_of_failure"], false);
    }
    let ranked: Vec<&Value> = found["nodes"].as_array().expect("nodes").iter().map(|node| &node["id"]).collect();
    assert_eq!(ranked, ["store", "maker", "supply", "spare", "depot", "depot"]);
}

#[test]
fn a_node_may_say_how_long_it_takes_to_recover() {
    let stage = stage("exposure-own", "");
    let own = NEAR
        .replace("[supplier.maker]\n", "[supplier.maker]\nrecovery = \"10 days\"\n")
        .replace("[site.store]\n", "[site.store]\nrecovery = \"2 days\"\n")
        .replace("[lane.supply]\n", "[lane.supply]\nrecovery = \"5 days\"\n");
    stage.write("near.toml", &format!("{own}{UNUSED}"));
    let found = found(&stage, &["--recovery", "20"]);
    // The maker for 10 days: days 5 to 11. The lane for 5: days 4 and 5, and what froze arrives on day 6. The store for 2.
    let lost = |kind: &str, id: &str| means(node(&found, kind, id))[0];
    assert_eq!(
        [lost("supplier", "maker"), lost("lane", "supply"), lost("site", "store")],
        [Some(7.0), Some(2.0), Some(2.0)]
    );
    // Two days in a row are no breach, seven are.
    assert_eq!(node(&found, "supplier", "maker")["breached"]["mean"], 1.0);
    assert_eq!(node(&found, "lane", "supply")["breached"]["mean"], 0.0);
    assert_eq!(node(&found, "supplier", "spare")["recovery_days"], 20);
}

#[test]
fn a_failure_is_followed_for_twice_as_long_as_it_takes() {
    // What is ordered takes 8 days, so what a supplier that fails for 5 days does not send is lacking more than 5 days after it is back.
    let stage = stage("exposure-follow", "");
    stage.write("near.toml", &format!("{}{UNUSED}", NEAR.replace("lead-time = \"1 day\"", "lead-time = \"8 days\"")));
    let lost = |follow: &[&str]| {
        let found = found(&stage, &[&["--recovery", "5"], follow].concat());
        means(node(&found, "supplier", "maker"))
    };
    assert!(lost(&[])[0].is_some_and(|lost| lost > 0.0), "{:?}", lost(&[]));
    assert_eq!(lost(&[]), lost(&["--follow", "10"]));
    assert_eq!(lost(&["--follow", "5"])[0], Some(0.0), "it has not come to the store yet");
}

/// Several articles with chance, of which two suppliers make some.
fn varied() -> String {
    let articles: String = (0..6)
        .map(|number| {
            format!(
                "[article.a{number}]\nsupplier = \"{}\"\ncritical = true\nprice = \"1 SEK/unit\"\ndemand = \"{} units/day\"\ndemand-sd = \"{} units/day\"\n",
                if number < 4 { "maker" } else { "spare" },
                6 + number,
                2 + number % 3,
            )
        })
        .collect();
    format!("{UNUSED}{articles}")
}

#[test]
fn a_failure_is_the_cut_of_the_same_node() {
    let stage = stage("exposure-cut", "");
    let text = format!("{NEAR}{}", varied()).replace(
        "levels = [\"30 days\"]\n",
        "levels = [\"30 days\"]\nprobes = 2\nthresholds = [0.5]\nstop-length = \"20 days\"\n",
    );
    let cuts = "[cut.maker]\nstops = [\"supplier:maker\"]\n[cut.spare]\nstops = [\"supplier:spare\"]\n[cut.store]\nstops = [\"site:store\"]\n[cut.nothing]\nstops = [\"site:depot\"]\n\
        [study]\nscenarios = [\"near\"]\nreserves = [\"0 days\"]\ncuts = [\"maker\", \"spare\", \"store\", \"nothing\"]\nreplications = 5\n";
    stage.write("near.toml", &text);
    stage.write("cuts.toml", cuts);
    let run = stage.run(&["run", "cuts.toml", "--format", "json", "-q", "-o", "run"]).ends_with(0).out;
    let run: Value = serde_json::from_str(&run).expect("JSON");
    let words = ["exposure", "cuts.toml", "--format", "json", "-q"];
    let found: Value = serde_json::from_str(&stage.run(&words).ends_with(0).out).expect("JSON");
    let stop = |cut: &str| &run["cells"][0]["stops"][cut];
    let served = |cut: &str| -> f64 {
        let days = stop(cut)["path"].as_array().expect("days").iter();
        days.map(|day| day["served"]["mean"].as_f64().expect("a share")).sum()
    };
    // Seven need groups: six articles and the bandage.
    for (kind, id) in [("supplier", "maker"), ("supplier", "spare"), ("site", "store")] {
        let failed = node(&found, kind, id);
        let by_cut = 7.0 * (served("nothing") - served(id));
        let lost = failed["lost"]["mean"].as_f64().expect("a loss");
        assert!(lost > 1.0 && (lost - by_cut).abs() < 1e-5, "{id}: {lost} and {by_cut}");
        for (figure, of_stop) in
            [("breached", "breached"), ("breach_day", "breach_day"), ("back_after", "recovery_days")]
        {
            assert_eq!(failed[figure]["mean"], stop(id)[of_stop]["mean"], "{id} {figure}");
        }
    }
    assert_eq!(node(&found, "supplier", "maker")["breached"]["mean"], 1.0);
    assert_eq!(node(&found, "supplier", "spare")["breached"]["mean"], 0.0);
}

#[test]
fn what_is_short_anyway_is_no_breach_of_a_node() {
    // An article of which no stock is held: an order is made for what waits alone. In a copy nothing waits, so from the second day on half
    // of the need is not served, and S is below the threshold, with and without a failure.
    let gone = "[article.gone]\nsupplier = \"maker\"\ncritical = true\nprice = \"1 SEK/unit\"\ndemand = \"1 units/day\"\ndemand-sd = \"0 units/day\"\n\
        [policy.gone]\nat = [\"store\"]\narticles = { article = [\"gone\"] }\nkind = \"order-up-to\"\nlevel = \"0 units\"\nreview = \"1 day\"\npriority = 1\n";
    let stage = stage("exposure-anyway", gone);
    let found = found(&stage, &["--recovery", "30"]);
    let maker = node(&found, "supplier", "maker");
    // No probe can tell what the failure does to a breach that is there without it.
    assert_eq!(
        (means(maker), maker["already_in_breach"]["mean"].as_f64()),
        ([Some(27.0), None, None, None, None, None], Some(1.0))
    );
    let spare = node(&found, "supplier", "spare");
    assert_eq!((means(spare)[0], spare["already_in_breach"]["mean"].as_f64()), (Some(0.0), Some(1.0)));
    let half = self::found(&stage, &["--recovery", "30", "--threshold", "0.4"]);
    let maker = node(&half, "supplier", "maker");
    assert_eq!(means(maker), [Some(27.0), Some(1.0), Some(5.0), Some(27.0), Some(0.0), Some(26.0)]);
}

#[test]
fn single_points_are_named_and_files_are_what_is_printed() {
    let stage = stage("exposure-files", "");
    let words = ["exposure", "near.toml", "-r", "3", "--lang", "sv"];
    let told = stage.run(&[&words[..], &["-o", "out"]].concat()).ends_with(0).out;
    let single = told.split("Ensamma svaga punkter").nth(1).unwrap_or_default().replace("\n", " ");
    assert!(single.contains("plats Store; leverantör maker; väg leverantörerna → Store"), "{told}");
    assert!(!single.contains("Depot"), "{told}");
    let print = |form: &str| stage.run(&[&words[..], &["--format", form, "-q", "-j", "1"]].concat()).ends_with(0).out;
    assert_eq!(stage.read("out/exposure.json"), print("json"));
    assert_eq!(stage.read("out/exposure.csv"), print("csv"));
    for language in ["sv", "en"] {
        assert!(stage.read(&format!("out/charts/exposure.{language}.svg")).contains("</svg>"));
    }
    // With more days than it takes there is nothing to tell of but the store itself.
    let told =
        stage.run(&["exposure", "near.toml", "-r", "3", "--reserve", "40", "--lang", "en", "-q"]).ends_with(0).out;
    assert!(told.contains("1  site Store"), "{told}");
    assert!(told.split("Single points").nth(1).is_some_and(|rest| !rest.contains("maker")), "{told}");
}

#[test]
fn wrong_questions_are_refused() {
    let stage = stage("exposure-wrong", "");
    for (words, told) in [
        (&["--scenario", "far"][..], "no scenario `far`"),
        (&["--recovery", "0"], "1 to 1825"),
        (&["--recovery", "a week"], "1 to 1825"),
        (&["--threshold", "-1"], "-1"),
        (&["--set", "endurance.probes=0"], "nothing is probed"),
        (&["--set", "supplier.maker.recovery=\"0 days\""], "recovery"),
    ] {
        let said = stage.run(&[&["exposure", "near.toml"], words].concat()).ends_with(2);
        assert!(said.err.contains(told) && said.out.is_empty(), "{words:?}: {}", said.err);
    }
    let dry = stage.run(&["exposure", "near.toml", "--dry-run", "-q", "--lang", "en"]).ends_with(0).out;
    assert!(dry.contains("Estimated time"), "{dry}");
}
