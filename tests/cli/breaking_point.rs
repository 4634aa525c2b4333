//! `beredd breaking-point`: stops of several lengths without chance, worked by hand; and what is refused.

use crate::frontier::NEAR;
use crate::stage::Stage;
use serde_json::Value;

/// The store of the frontier's tests: it lasts 4 + r days from a cut of its supplier. After a stop of L days what was ordered meanwhile
/// leaves on day L + 1 and arrives on day L + 2, so the days 5 + r … L + 1 are not served. Three such days in a row are a breach.
const STUDY: &str = "[study]\nscenarios = [\"near\"]\nreserves = [\"0 days\", \"3 days\"]\ncuts = [\"all-suppliers\"]\nreplications = 80\n[endurance]\ncap = \"60 days\"\nlevels = [\"30 days\"]\n";

fn stage(name: &str) -> Stage {
    let stage = Stage::new(name);
    stage.write("near.toml", NEAR);
    stage.write("stops.toml", STUDY);
    stage
}

const ASKED: [&str; 6] = ["breaking-point", "stops.toml", "--lengths", "9,3,6,5,4,8", "--follow", "10"];

fn found(stage: &Stage, more: &[&str]) -> Value {
    let words = [&ASKED[..], &["--format", "json", "-q"], more].concat();
    serde_json::from_str(&stage.run(&words).ends_with(0).out).expect("JSON and nothing else")
}

#[test]
fn each_length_is_that_worked_by_hand() {
    let found = found(&stage("breaking-hand"), &[]);
    for (cell, reserve) in found["cells"].as_array().expect("cells").iter().zip([0_u32, 3]) {
        for (one, length) in cell["lengths"].as_array().expect("lengths").iter().zip([3_u32, 4, 5, 6, 8, 9]) {
            assert_eq!(one["length_days"], length);
            let short = (length + 1).saturating_sub(4 + reserve);
            let breach = short >= 3;
            let days = f64::from(length + 10);
            let mean = |figure: &str| one[figure]["mean"].as_f64();
            let served = mean("share_served").expect("a share");
            assert!((served - (days - f64::from(short)) / days).abs() < 1e-9, "{length}: {served}");
            assert_eq!(mean("share_served_worst_day"), Some(if short > 0 { 0.0 } else { 1.0 }), "{length}");
            assert_eq!(mean("p_no_breach"), Some(if breach { 0.0 } else { 1.0 }), "{length}");
            assert_eq!(one["verdict"], if breach { "not_reached" } else { "reached" });
            assert_eq!(mean("breach_day"), breach.then(|| f64::from(5 + reserve)));
            // Served again on the day L + 2.
            assert_eq!(mean("recovery_days"), breach.then(|| f64::from(length + 2 - 5 - reserve)));
            assert_eq!(mean("not_recovered"), breach.then_some(0.0));
        }
    }
    let [none, three] = [0, 1].map(|cell| &found["cells"][cell]);
    assert_eq!((&none["longest_stood_days"], &three["longest_stood_days"]), (&Value::from(5), &Value::from(8)));
    // From 1 at 5 days to 0 at 6: 0.95 is a twentieth of the way; from 8 to 9 as well.
    let breaks = |cell: &Value| cell["breaks_at"]["estimate"]["days"].as_f64().expect("days");
    assert!((breaks(none) - 5.05).abs() < 1e-9 && (breaks(three) - 8.05).abs() < 1e-9, "{found}");
    // Wilson's interval of 80 of 80 begins at 80 / (80 + z²), that of none ends at z² / (80 + z²): the lower ends fall below 0.95 sooner.
    let z2 = 1.959_963_985_f64.powi(2);
    let (from, to) = (80.0 / (80.0 + z2), z2 / (80.0 + z2));
    for (end, by_hand) in [("low", 5.0 + (from - 0.95) / from), ("high", 5.0 + (1.0 - 0.95) / (1.0 - to))] {
        let days = none["breaks_at"][end]["days"].as_f64().expect("days");
        assert!((days - by_hand).abs() < 1e-6, "{end}: {days} and {by_hand}");
    }
}

#[test]
fn the_longest_may_lie_beyond_what_was_tried_and_the_shortest_may_be_too_long() {
    let stage = stage("breaking-ends");
    let json = |lengths: &str| -> Value {
        let words = ["breaking-point", "stops.toml", "--lengths", lengths, "--reserves", "3", "--format", "json", "-q"];
        serde_json::from_str(&stage.run(&words).ends_with(0).out).expect("JSON")
    };
    let short = json("2,3");
    assert_eq!(short["cells"][0]["breaks_at"]["estimate"]["at_least_days"], 3);
    let long = json("20,30");
    assert_eq!(long["cells"][0]["breaks_at"]["estimate"]["below_days"], 20);
    assert!(long["cells"][0]["longest_stood_days"].is_null());
    let words = ["breaking-point", "stops.toml", "--lengths", "20", "--lang", "sv", "-q"];
    let told = stage.run(&words).ends_with(0).out;
    assert!(
        told.contains("Inte ens 20 d är visat för: Nära, 0 dagar; Nära, 3 dagar.") && told.contains("<20"),
        "{told}"
    );
}

#[test]
fn a_threshold_and_a_probability_may_be_asked_for() {
    // Without chance nothing lies between: all is served on a day, or nothing.
    let found = found(&stage("breaking-threshold"), &["--threshold", "1%", "--probability", "0.5"]);
    assert_eq!((found["threshold"].as_f64(), found["required_probability"].as_f64()), (Some(0.01), Some(0.5)));
    assert_eq!(found["cells"][0]["longest_stood_days"], 5);
}

#[test]
fn everyday_shortage_is_told_beside_the_breaches_that_it_is_counted_in() {
    let stage = stage("breaking-everyday");
    let calm = |stage: &Stage, length: usize| {
        let words = ["breaking-point", "stops.toml", "--lengths", "1,20", "--follow", "1", "--reserves", "0"];
        let found =
            stage.run(&[&words[..], &["--set", "endurance.day=4", "-r", "2", "--format", "json", "-q"]].concat());
        let found: Value = serde_json::from_str(&found.ends_with(0).out).expect("JSON");
        assert_eq!(found["breaches_counted"], "every");
        let length = &found["cells"][0]["lengths"][length];
        ["p_no_breach", "p_no_breach_without_stop"].map(|figure| length[figure]["mean"].as_f64())
    };
    // A supplier that always delivers leaves nothing to count; in 21 days without it the store runs out.
    assert_eq!([calm(&stage, 0), calm(&stage, 1)], [[Some(1.0), Some(1.0)], [Some(0.0), Some(1.0)]]);
    // Where it fails by itself on the day after the probe, the store runs out just the same without a stop, but not in two days.
    let fails = "\n[disruption.everyday]\nsuppliers = \"all\"\nday = \"5 days\"\nduration = \"30 days\"\n";
    stage.write("near.toml", &format!("{NEAR}{fails}"));
    assert_eq!([calm(&stage, 0), calm(&stage, 1)], [[Some(1.0), Some(1.0)], [Some(0.0), Some(0.0)]]);
    // What begins with the cut alone does not begin where nothing stops: twenty times the need, of which a day's delivery is a part.
    let rush = "\n[disruption.rush]\ndemand = {}\nonly-in-cuts = true\nduration = \"90 days\"\ndemand-factor = 20.0\n[cut.rush]\nstops = []\nwith = [\"rush\"]\n";
    stage.write("near.toml", &format!("{NEAR}{rush}"));
    stage.write("stops.toml", &STUDY.replace("all-suppliers", "rush"));
    assert_eq!([calm(&stage, 0), calm(&stage, 1)], [[Some(1.0), Some(1.0)], [Some(0.0), Some(1.0)]]);
}

#[test]
fn files_are_what_is_printed_and_threads_change_nothing() {
    let stage = stage("breaking-files");
    stage.run(&[&ASKED[..], &["-o", "out", "--lang", "en"]].concat()).ends_with(0);
    let print = |form: &str| stage.run(&[&ASKED[..], &["--format", form, "-q", "-j", "1"]].concat()).ends_with(0).out;
    assert_eq!(stage.read("out/breaking-point.json"), print("json"));
    assert_eq!(stage.read("out/breaking-point.csv"), print("csv"));
    for language in ["sv", "en"] {
        assert!(stage.read(&format!("out/charts/breaking-point.{language}.svg")).contains("</svg>"));
    }
}

#[test]
fn wrong_questions_are_refused() {
    let stage = stage("breaking-wrong");
    for (words, told) in [
        (&["--lengths", "0"][..], "0"),
        (&["--cut", "nothing"], "no cut `nothing`"),
        (&["--cut", "nothing"], "error[S0501]"),
        (&["--probability", "95"], "a probability above 0 and below 1"),
        (&["--probability", "1"], "no number of replications shows certainty"),
        (&["--probability", "0%"], "a probability above 0 and below 1"),
        (&["--threshold", "0"], "a share above 0"),
        (&["--threshold", "-0.5"], "a share above 0"),
        (&["--lengths", "-1"], "whole days from 1 to 1825"),
        (&["--lengths", "3,soon"], "whole days from 1 to 1825"),
        (&["--set", "endurance.probes=0"], "nothing is probed"),
    ] {
        let said = stage.run(&[&["breaking-point", "stops.toml"], words].concat()).ends_with(2);
        assert!(said.err.contains(told) && said.out.is_empty(), "{}", said.err);
    }
    stage.run(&["breaking-point", "stops.toml", "--dry-run", "-q"]).ends_with(0);
}

#[test]
fn days_and_shares_may_have_their_units() {
    let stage = stage("breaking-units");
    let print = |words: &[&str]| {
        let asked = [&["breaking-point", "stops.toml", "-q", "-j", "1", "-r", "2", "--format", "json"], words].concat();
        stage.run(&asked).ends_with(0).out
    };
    let bare =
        print(&["--lengths", "1,30", "--reserves", "7", "--follow", "9", "--threshold", "0.9", "--probability", "0.5"]);
    let units = [
        "--lengths",
        "1 day,30 days",
        "--reserves",
        "7-days",
        "--follow",
        "9 days",
        "--threshold",
        "90 %",
        "--probability",
        "50%",
    ];
    assert_eq!(print(&units), bare);
}
