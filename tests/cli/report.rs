//! `beredd report`: from a run's folder to a page, and what it says when there is none.

use crate::stage::Stage;

#[test]
fn a_run_has_its_report_and_report_adds_date_and_command() {
    let stage = Stage::new("report-of-run");
    stage.run(&["run", "study.toml", "-r", "3", "-q", "-o", "out"]).ends_with(0);
    let by_run = stage.read("out/report.sv.html");
    assert!(by_run.contains("<html lang=\"sv\">") && by_run.contains("står i run.json"));
    assert!(stage.read("out/report.en.html").contains("<html lang=\"en\">"));
    let said = stage.run(&["report", "out"]).ends_with(0);
    assert_eq!((said.out.as_str(), said.err.as_str()), ("", "wrote out/report.sv.html\n"));
    let by_report = stage.read("out/report.sv.html");
    assert!(by_report.contains("run study.toml -r 3 -q -o out") && !by_report.contains("står i run.json"));
    assert_eq!(by_report.lines().count(), by_run.lines().count());
}

#[test]
fn languages_files_and_a_bare_results_file() {
    let stage = Stage::new("report-languages");
    stage.run(&["run", "study.toml", "-r", "3", "-q", "-o", "out"]).ends_with(0);
    let said = stage.run(&["report", "out", "--lang", "both"]).ends_with(0);
    assert_eq!(said.err, "wrote out/report.sv.html\nwrote out/report.en.html\n");
    stage.write("results.json", &stage.read("out/results.json"));
    stage.run(&["report", "results.json", "--lang", "en", "-o", "here.html"]).ends_with(0);
    // No run.json stands beside it, so date and command are not known.
    assert!(stage.read("here.html").contains("stands in run.json beside the results"));
    let said = stage.run(&["report", "out", "--lang", "both", "-o", "x.html"]).ends_with(2);
    assert!(said.err.contains("--output names one file"), "{}", said.err);
}

#[test]
fn what_is_no_run_is_refused_and_a_full_place_is_told() {
    let stage = Stage::new("report-refused");
    let said = stage.run(&["report", "nowhere"]).ends_with(2);
    assert!(said.err.starts_with("cannot read nowhere: "), "{}", said.err);
    let said = stage.run(&["report", "."]).ends_with(2);
    assert!(said.err.contains("results.json") && said.err.contains("`beredd run` makes one"), "{}", said.err);
    stage.write("half.json", "{\"schema\": 1,");
    let said = stage.run(&["report", "half.json"]).ends_with(2);
    assert_eq!(
        said.err,
        "half.json:1:13: this is no JSON, or it was cut off (the end is missing); expected results.json of a run\n"
    );
    stage.run(&["run", "study.toml", "-r", "3", "-q", "-o", "out"]).ends_with(0);
    let said = stage.run(&["report", "out", "-o", "out/results.json/x.html"]).ends_with(2);
    assert!(said.err.starts_with("out/results.json is a file, not a folder"), "{}", said.err);
    assert!(stage.is_there("out/results.json"));
}
