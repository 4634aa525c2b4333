//! Bad input: exit 2, every fault with file, line and column, nothing on stdout, nothing written.

use crate::stage::Stage;

/// An overlay on `today.toml`, and what must be said of it.
const OVERLAYS: [(&str, &str, &[&str]); 14] = [
    ("an unknown key", "[policy.depot]\nsafety-stok = \"3 days\"\n", &["bad.toml:3:1", "unknown key `safety-stok`"]),
    ("an unknown table", "[polcy.depot]\nreview = \"3 days\"\n", &["bad.toml:2:2", "polcy"]),
    ("a missing unit", "[policy.depot]\nsafety-stock = \"3\"\n", &["bad.toml:3:16", "needs a unit"]),
    ("a bare number", "[policy.depot]\nsafety-stock = 3\n", &["bad.toml:3:16", "write \"3 days\""]),
    ("a negative number", "[site.ward]\ndemand-share = \"-5 %\"\n", &["bad.toml:3:16", "-5 %"]),
    ("a number that is none", "[policy.depot]\nlead-time-quantile = nan\n", &["bad.toml:3:22", "NaN"]),
    ("an infinite number", "[policy.depot]\nlead-time-quantile = inf\n", &["bad.toml:3:22", "is inf"]),
    ("an endless duration", "[policy.depot]\nsafety-stock = \"inf days\"\n", &["bad.toml:3:16", "inf days"]),
    (
        "an unknown id",
        "[supplier.acme]\norigin = \"aisa\"\n",
        &["bad.toml:3:10", "there is no origin `aisa`", "`asia`"],
    ),
    ("an id that the base lacks", "[site.dept]\nrole = \"x\"\n", &["bad.toml:2:7", "did you mean `depot`"]),
    ("a circle in sourcing", "[sourcing.depot]\nfrom = \"ward\"\n", &["ward → depot → ward", "today.toml:"]),
    (
        "an article without supplier",
        "[article.pen]\nnew = true\ndemand = \"1 units/day\"\ndemand-sd = \"1 units/day\"\n",
        &["bad.toml:2:10", "`supplier` is missing in [article.pen]"],
    ),
    ("no TOML", "[policy.depot\n", &["bad.toml:2:14", "not TOML"]),
    ("a missing item file", "[items]\nfile = \"none.csv\"\n", &["bad.toml:3:8", "there is no such file"]),
];

/// A row under the header of `items.csv`, and what must be said of it.
const ROWS: [(&str, &str, &[&str]); 4] = [
    ("an empty row", "\npen,Penna,Pen,acme,no,,1,10,,365,1\n", &["items.csv:4:1", "this row is empty"]),
    ("a duplicate row", "glove,Handske,Glove,acme,yes,the test,2,10,60,7300,5\n", &["items.csv:4:1", "stands twice"]),
    ("a short row", "pen,Penna\n", &["items.csv:4:1", "this row has 2 cells"]),
    ("a negative cell", "pen,Penna,Pen,acme,no,,-1,10,,365,1\n", &["items.csv:4:24", "-1 SEK/unit"]),
];

/// `run` and `check` refuse the file, say these words on stderr, and leave the folder as it was.
#[track_caller]
fn refused(stage: &Stage, case: &str, file: &str, words: &[&str]) {
    let before = stage.files();
    for arguments in [&["run", file, "-r", "2", "-o", "out"][..], &["run", file, "-r", "2"], &["check", file]] {
        let said = stage.run(arguments).ends_with(2);
        assert_eq!(said.out, "", "{case}: stdout is empty");
        for word in words {
            assert!(said.err.contains(word), "{case}: `{word}` is not in\n{}", said.err);
        }
        assert!(said.err.contains("error[S"), "{case}: {}", said.err);
        assert!(!said.err.contains('\u{1b}'), "{case}: no colours where there is no terminal");
    }
    assert_eq!(stage.files(), before, "{case}: nothing is written");
    assert!(!stage.is_there("out") && !stage.is_there("output"), "{case}: no folder is made");
}

#[test]
fn every_kind_of_bad_overlay_is_refused() {
    let stage = Stage::new("bad-overlay");
    for (case, text, words) in OVERLAYS {
        stage.write("bad.toml", &format!("extends = \"today.toml\"\n{text}"));
        refused(&stage, case, "bad.toml", words);
    }
}

#[test]
fn every_kind_of_bad_row_is_refused() {
    let stage = Stage::new("bad-row");
    let good = stage.read("items.csv");
    for (case, row, words) in ROWS {
        stage.write("items.csv", &format!("{good}{row}"));
        refused(&stage, case, "today.toml", words);
    }
}

#[test]
fn a_bad_scenario_stops_the_whole_study() {
    let stage = Stage::new("bad-study");
    let good = stage.read("tomorrow.toml");
    stage.write("tomorrow.toml", &good.replace("10 days", "10"));
    refused(&stage, "one of two", "study.toml", &["tomorrow.toml:8:16"]);
    stage.write("tomorrow.toml", &good);
    let study = stage.read("study.toml");
    stage.write("study.toml", &study.replace("\"tomorrow\"", "\"tomorow\""));
    refused(&stage, "no such scenario", "study.toml", &["study.toml:2:", "tomorow"]);
}

#[test]
fn faults_of_all_files_are_told_at_once() {
    let stage = Stage::new("bad-at-once");
    let items = stage.read("items.csv");
    stage.write("items.csv", &items.replace("3650", "many"));
    stage.write("tomorrow.toml", &stage.read("tomorrow.toml").replace("10 days", "10"));
    refused(&stage, "two files", "study.toml", &["tomorrow.toml:8:16", "items.csv:3:"]);
}

#[test]
fn a_bad_setting_is_refused_with_its_column() {
    let stage = Stage::new("bad-setting");
    for (setting, word) in [
        ("policy.depot.safety-stok=3 days", "--set:1:14"),
        ("policy.depot.safety-stock=3", "needs a unit"),
        ("policy.dept.safety-stock=3 days", "did you mean `depot`"),
        ("nothing", "key.path=value"),
    ] {
        let said = stage.run(&["run", "study.toml", "-o", "out", "--set", setting]).ends_with(2);
        assert!(said.out.is_empty() && said.err.contains(word), "{setting}: {}", said.err);
    }
    assert!(!stage.is_there("out"), "nothing is written");
}

#[test]
fn a_file_that_is_not_there_or_no_file_is_refused() {
    let stage = Stage::new("bad-file");
    std::fs::create_dir(stage.path("folder")).expect("a folder in the place of a file");
    std::fs::write(stage.path("latin.toml"), b"# \xe5\n").expect("a file in an old encoding");
    refused(&stage, "missing", "none.toml", &["`none.toml` cannot be read: there is no such file"]);
    refused(&stage, "a folder", "folder", &["it is a folder"]);
    refused(&stage, "Latin-1", "latin.toml", &["latin.toml", "not UTF-8"]);
}
