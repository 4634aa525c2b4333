//! The command line: help, wrong use, exit codes 0, 1 and 2.

use crate::stage::{Stage, hear};

#[test]
fn help_and_version_go_to_stdout() {
    let stage = Stage::new("usage-help");
    for arguments in [&["--help"][..], &["run", "--help"], &["check", "--help"], &["show", "--help"], &["help", "run"]]
    {
        let said = stage.run(arguments).ends_with(0);
        assert!(said.out.contains("Usage: beredd") && said.err.is_empty(), "{}", said.out);
    }
    let said = stage.run(&["--version"]).ends_with(0);
    assert_eq!(said.out, format!("beredd {}\n", env!("CARGO_PKG_VERSION")));
    let said = stage.run(&["--help"]).ends_with(0);
    for code in [
        "0 done",
        "1 check, doctor or verify found problems",
        "2 wrong use or invalid input",
        "70 a fault",
        "74 results",
    ] {
        assert!(said.out.contains(code), "the exit codes are told: {code}");
    }
}

#[test]
fn wrong_use_is_told_on_stderr_with_exit_2() {
    let stage = Stage::new("usage-wrong");
    let before = stage.files();
    let cases: [(&[&str], &str); 15] = [
        (&[], "beredd demo"),
        (&["run"], "<FILE>"),
        (&["check"], "<FILE>"),
        (&["show"], "<FILE>"),
        (&["chekc", "study.toml"], "'check'"),
        (&["run", "study.toml", "tomorrow.toml"], "tomorrow.toml"),
        (&["run", "study.toml", "--format", "xml"], "human, json, csv"),
        (&["run", "study.toml", "--lang", "no"], "sv, en"),
        (&["run", "study.toml", "-r", "0"], "1..=1000000"),
        (&["run", "study.toml", "-r", "many"], "many"),
        (&["run", "study.toml", "--jobs", "0"], "1..=1024"),
        (&["run", "study.toml", "--seed", "-1"], "-1"),
        (&["run", "study.toml", "--sede", "1"], "--seed"),
        (&["run", "study.toml", "--set"], "--set"),
        (&["show", "study.toml", "--origin", "--diff", "tomorrow"], "cannot be used with"),
    ];
    for (arguments, word) in cases {
        let said = stage.run(arguments).ends_with(2);
        assert!(said.out.is_empty() && said.err.contains(word), "{arguments:?}: {}", said.err);
    }
    assert_eq!(stage.files(), before, "nothing is written");
}

#[test]
fn check_counts_what_is_sound() {
    let stage = Stage::new("usage-check");
    let before = stage.files();
    let said = stage.run(&["check", "study.toml"]).ends_with(0);
    assert_eq!((said.out.as_str(), said.err.as_str()), ("ok: 2 scenarios, 2 reserves, 2 articles\n", ""));
    assert_eq!(stage.files(), before, "check writes nothing");
}

#[test]
fn a_reserve_that_outlives_the_shelf_life_is_a_finding_of_check_and_no_obstacle_to_run() {
    let stage = Stage::new("usage-finding");
    stage.write("long.toml", "extends = \"today.toml\"\n[study]\nreserves = [\"90-days\"]\n");
    let said = stage.run(&["check", "long.toml"]).ends_with(1);
    assert_eq!(said.out, "");
    assert!(said.err.contains("items.csv:2:"), "the place: {}", said.err);
    assert!(said.err.contains("article glove at depot stands for 95 days, longer than its shelf life of 60 days"));
    assert!(said.err.ends_with("1 finding: 1 scenario, 1 reserve, 2 articles\n"), "{}", said.err);

    let said = stage.run(&["run", "long.toml", "-r", "2", "-o", "out"]).ends_with(0);
    assert!(said.err.contains("longer than its shelf life of 60 days"), "{}", said.err);
    assert!(said.out.contains("Decision table") && stage.is_there("out/results.json"));
    let results: serde_json::Value = serde_json::from_str(&stage.read("out/results.json")).expect("JSON");
    let remarks = results["inputs"]["remarks"].as_array().expect("remarks");
    assert!(remarks.iter().any(|remark| remark.as_str().is_some_and(|text| text.contains("shelf life"))));
}

#[test]
fn show_prints_the_scenario_its_origins_and_what_differs() {
    let stage = Stage::new("usage-show");
    let said = stage.run(&["show", "study.toml"]).ends_with(0);
    assert!(said.out.contains("safety-stock = \"5 days\"\n") && said.err.is_empty());
    let said = stage.run(&["show", "study.toml", "--scenario", "tomorrow"]).ends_with(0);
    assert!(said.out.contains("safety-stock = \"10 days\"\n"));
    let said = stage.run(&["show", "study.toml", "--scenario", "tomorrow", "--origin"]).ends_with(0);
    assert!(said.out.contains("safety-stock = \"10 days\"  # tomorrow.toml:8\n"), "{}", said.out);
    let said = stage.run(&["show", "study.toml", "--diff", "tomorrow"]).ends_with(0);
    assert!(said.out.starts_with("key\ttoday\ttomorrow\n"), "{}", said.out);
    assert!(said.out.contains("policy.depot.safety-stock\t\"5 days\"\t\"10 days\"\n"), "{}", said.out);
    assert_eq!(said.out.lines().count(), 4, "safety stock and title in two languages: {}", said.out);
    let said = stage.run(&["show", "study.toml", "--scenario", "noon"]).ends_with(2);
    assert_eq!(
        (said.out.as_str(), said.err.as_str()),
        ("", "the study has no scenario `noon`; it has: today, tomorrow\n")
    );
}

#[test]
fn the_language_follows_the_flag_then_the_environment() {
    let stage = Stage::new("usage-language");
    let arguments = ["run", "today.toml", "-r", "2", "-o", "out"];
    let words = |arguments: &[&str], lang: Option<&str>| {
        let mut command = stage.command(arguments);
        if let Some(lang) = lang {
            command.env("LANG", lang);
        }
        hear(&mut command).ends_with(0).out
    };
    assert!(words(&arguments, None).contains("Decision table"));
    assert!(words(&arguments, Some("sv_SE.UTF-8")).contains("Beslutstabell"));
    assert!(words(&[&arguments[..], &["--lang", "en"]].concat(), Some("sv_SE.UTF-8")).contains("Decision table"));
    assert!(words(&[&arguments[..], &["--lang", "sv"]].concat(), None).contains("Beslutstabell"));
}
