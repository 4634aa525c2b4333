//! What is on the disk is the user's: nothing of it is overwritten unless we wrote it and nobody changed it, or by force.

use crate::stage::Stage;
use sha2::Digest;

const RUN: [&str; 6] = ["run", "study.toml", "-r", "2", "-o", "out"];

fn with<'a>(first: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [first, more].concat()
}

#[test]
fn a_list_that_is_there_is_generated_over_only_by_force() {
    let stage = Stage::new("over-list");
    stage.write("mine.csv", "id,supplier\n1,acme\n");
    let make = ["items", "generate", "--articles", "60", "-o", "mine.csv"];
    let said = stage.run(&make).ends_with(2);
    assert!(said.err.starts_with("mine.csv is there already") && said.err.contains("--force"), "{}", said.err);
    assert_eq!(stage.read("mine.csv"), "id,supplier\n1,acme\n");
    stage.run(&with(&make, &["--force"])).ends_with(0);
    assert!(stage.read("mine.csv").lines().count() == 61);
    // The same bytes are no loss.
    stage.run(&make).ends_with(0);
    stage.run(&with(&make, &["--seed", "7"])).ends_with(2);
}

#[test]
fn a_report_is_not_written_over_a_scenario() {
    let stage = Stage::new("over-scenario");
    stage.run(&with(&RUN, &["-q"])).ends_with(0);
    let before = stage.read("today.toml");
    let said = stage.run(&["report", "out", "-o", "today.toml"]).ends_with(2);
    assert!(said.err.starts_with("today.toml is there already"), "{}", said.err);
    let said = stage.run(&["report", "out", "-o", "out/results.csv"]).ends_with(2);
    assert!(said.err.starts_with("out/results.csv is there already"), "{}", said.err);
    assert_eq!(stage.read("today.toml"), before);
    stage.run(&["report", "out", "-o", "today.toml", "--force"]).ends_with(0);
    assert!(stage.read("today.toml").starts_with("<!"));
}

#[test]
fn a_report_replaces_the_one_of_the_run_and_the_run_still_knows_it() {
    let stage = Stage::new("over-report");
    stage.run(&with(&RUN, &["-q"])).ends_with(0);
    stage.run(&["report", "out", "--lang", "both"]).ends_with(0);
    stage.run(&["report", "out", "--lang", "both"]).ends_with(0);
    stage.run(&with(&RUN, &["-q", "--seed", "5"])).ends_with(0);
    stage.write("out/report.sv.html", "my notes");
    for arguments in [&["report", "out"][..], &RUN] {
        let said = stage.run(arguments).ends_with(2);
        assert!(said.out.is_empty() && said.err.starts_with("out/report.sv.html is there already"), "{}", said.err);
    }
    assert_eq!(stage.read("out/report.sv.html"), "my notes");
    stage.run(&with(&RUN, &["--force", "-q"])).ends_with(0);
    assert!(stage.read("out/report.sv.html").starts_with("<!"));
}

#[test]
fn a_run_leaves_files_that_it_did_not_write() {
    let stage = Stage::new("over-run");
    stage.write_below("out/results.csv", "mine");
    stage.write_below("out/resolved/today.toml", "mine too");
    let before = stage.files();
    let said = stage.run(&RUN).ends_with(2);
    assert!(said.out.is_empty() && said.err.contains("out/results.csv, out/resolved/today.toml"), "{}", said.err);
    assert_eq!(stage.files(), before);
    stage.write("out/run.json", "{\"sha256\": {}}");
    assert!(stage.run(&RUN).ends_with(2).err.contains("out/run.json"), "a mark of somebody else");
}

#[test]
fn a_demo_leaves_a_project_that_was_changed() {
    let stage = Stage::new("over-demo");
    stage.write_below("mine/project/today.toml", "mine");
    let said = stage.run(&["demo", "-o", "mine"]).ends_with(2);
    assert!(said.out.is_empty() && said.err.starts_with("mine/project/today.toml is there already"), "{}", said.err);
    assert_eq!(stage.files().keys().filter(|name| name.starts_with("mine/")).count(), 1);
    stage.run(&["demo", "-o", "demo"]).ends_with(0);
    let hashes: serde_json::Value = serde_json::from_str(&stage.read("demo/run.json")).expect("JSON");
    assert!(hashes["sha256"]["project/today.toml"].is_string());
    stage.run(&["demo", "-o", "demo"]).ends_with(0);
    stage.write("demo/project/today.toml", "mine");
    stage.run(&["demo", "-o", "demo"]).ends_with(2);
    stage.run(&["demo", "-o", "demo", "--force"]).ends_with(0);
    assert_ne!(stage.read("demo/project/today.toml"), "mine");
}

#[test]
fn what_is_said_is_said_in_swedish_too() {
    let stage = Stage::new("over-swedish");
    stage.write_below("out/results.csv", "mine");
    let said = stage.run(&with(&RUN, &["--lang", "sv"])).ends_with(2);
    assert!(said.err.contains("finns redan och är inte skriven av beredd"), "{}", said.err);
}

/// Whether every file that the mark tells of is there with its hash.
fn is_whole(stage: &Stage) -> bool {
    let mark: serde_json::Value = serde_json::from_str(&stage.read("out/run.json")).expect("JSON");
    mark["sha256"].as_object().expect("hashes").iter().all(|(name, hash)| {
        let digest = sha2::Sha256::digest(stage.bytes(&format!("out/{name}")));
        *hash == digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    })
}

#[test]
fn a_run_that_is_killed_while_writing_leaves_a_whole_run_or_says_that_it_is_mixed() {
    let stage = Stage::new("over-killed");
    stage.run(&with(&RUN, &["-q"])).ends_with(0);
    let before = stage.read("out/results.json");
    let mut child = stage.command(&with(&RUN, &["-q", "--seed", "9"])).spawn().expect("the program starts");
    // Whenever it comes, the kill must leave the folder sound; here it comes with the first waiting file.
    while !stage.is_there("out/.beredd-part/results.json") && child.try_wait().expect("a child").is_none() {
        std::hint::spin_loop();
    }
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    let said = stage.run(&["report", "out"]);
    if stage.is_there("out/run.json") {
        assert!(said.code == Some(0) && is_whole(&stage), "{}", said.err);
    } else {
        assert!(said.code == Some(2) && said.err.contains("mixes files of two runs"), "{}", said.err);
    }
    // What waited is no obstacle and does not stay.
    stage.run(&with(&RUN, &["-q"])).ends_with(0);
    assert!(is_whole(&stage) && stage.read("out/results.json") == before);
    assert!(!stage.is_there("out/.beredd-part"));
}

#[test]
fn a_folder_that_mixes_two_runs_is_refused_by_report() {
    let stage = Stage::new("over-mixed");
    stage.run(&with(&RUN, &["-q"])).ends_with(0);
    std::fs::create_dir(stage.path("out/.beredd-part")).expect("what an interrupted writing leaves");
    std::fs::rename(stage.path("out/run.json"), stage.path("out/.beredd-part/run.old.json")).expect("as it does");
    let said = stage.run(&["report", "out"]).ends_with(2);
    assert!(said.err.starts_with("out mixes files of two runs"), "{}", said.err);
    stage.run(&with(&RUN, &["-q"])).ends_with(0);
    stage.run(&["report", "out"]).ends_with(0);
    stage.write("out/results.json", &stage.read("out/results.json").replace("\"seed\"", "\"seed\" "));
    let said = stage.run(&["report", "out"]).ends_with(0);
    assert!(said.err.contains("out/results.json is not the one that run.json tells of"), "{}", said.err);
}
