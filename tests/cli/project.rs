//! `new` and `demo`: from nothing to a project of one's own.

use crate::stage::{Said, Stage, hear};
use serde_json::Value;

const FILES: [&str; 10] = [
    "README.md",
    "README.sv.md",
    "articles.csv",
    "common.toml",
    "delmal-1-raised.toml",
    "delmal-1.toml",
    "delmal-2.toml",
    "families.toml",
    "study.toml",
    "today.toml",
];

fn project_of(stage: &Stage, folder: &str) -> Vec<String> {
    let prefix = format!("{folder}/");
    stage.files().keys().filter_map(|name| name.strip_prefix(&prefix)).map(str::to_owned).collect()
}

#[test]
fn a_new_project_passes_check_runs_and_takes_a_list_of_its_own() {
    let stage = Stage::new("project-new");
    let said = stage.run(&["new", "mine/region"]).ends_with(0);
    assert!(
        said.out.contains("made-up region") && said.out.contains("beredd run mine/region/study.toml"),
        "{}",
        said.out
    );
    assert_eq!(project_of(&stage, "mine/region"), FILES);
    let said = stage.run(&["check", "mine/region/study.toml"]).ends_with(0);
    assert_eq!(said.out, "ok: 4 scenarios, 3 reserves, 100 articles\n");
    let run = ["run", "mine/region/study.toml", "-r", "3", "-o", "out", "--set", "study.scenarios=[\"today\"]"];
    stage.run(&run).ends_with(0);

    // A list of the region's own, with other headers, in one line of an overlay.
    let list = "Artikelnr,Benämning,Lev,Pris,Kritisk,Köpväg,Klass,Årsförbrukning\n\
        1001,Handske,asia-gloves,\"0.5\",ja,wholesaler,A,100000\n1002,Förband,eu-wound,12,nej,other,C,900\n1003,Kateter,eu-catheters,30,nej,other,B,900\n";
    stage.write("mine/list.csv", list);
    let overlay = "extends = \"region/today.toml\"\n[items]\nfile = \"list.csv\"\ncolumns = { id = \"Artikelnr\", name-sv = \"Benämning\", supplier = \"Lev\", price = \"Pris\", critical = \"Kritisk\", channel = \"Köpväg\", class = \"Klass\", demand = \"Årsförbrukning\" }\n";
    stage.write("mine/own.toml", overlay);
    let said = stage.run(&["check", "mine/own.toml"]);
    assert!(said.out.contains("3 articles") || said.err.contains("3 articles"), "{}\n{}", said.out, said.err);
    stage.run(&["run", "mine/own.toml", "-r", "2", "-o", "own"]).ends_with(0);
    let results: Value = serde_json::from_str(&stage.read("own/results.json")).expect("JSON");
    assert_eq!(results["inputs"]["scenarios"][0]["size"]["articles"], 3);
}

#[test]
fn the_steps_that_the_project_tells_work_in_it() {
    let stage = Stage::new("project-steps");
    stage.run(&["new", "region", "--lang", "sv"]).ends_with(0);
    for readme in ["README.md", "README.sv.md"] {
        let text = stage.read(&format!("region/{readme}"));
        let block = text.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a block");
        let commands: Vec<_> = block.lines().filter_map(|line| line.strip_prefix("beredd ")).collect();
        assert_eq!(commands, ["check study.toml", "run study.toml -r 20"]);
    }
    let mut command = stage.command(&["check", "study.toml"]);
    hear(command.current_dir(stage.path("region"))).ends_with(0);
    for words in [["explain", "--keys"], ["explain", "reserve"], ["explain", "reserv"]] {
        stage.run(&words).ends_with(0);
    }
}

#[test]
fn a_folder_that_is_taken_is_left_alone() {
    let stage = Stage::new("project-taken");
    stage.write_below("full/notes.txt", "mine");
    stage.write("file", "mine");
    let before = stage.files();
    for (folder, words) in
        [("full", "is not empty; nothing was written"), ("file", "is no folder"), (".", "is not empty")]
    {
        let said = stage.run(&["new", folder]).ends_with(2);
        assert!(said.out.is_empty() && said.err.contains(words), "{}", said.err);
    }
    let said = stage.run(&["new", "full", "--lang", "sv"]).ends_with(2);
    assert!(said.err.contains("är inte tom"), "{}", said.err);
    assert_eq!(stage.files(), before, "nothing is written");
    std::fs::create_dir(stage.path("empty")).expect("an empty folder");
    stage.run(&["new", "empty"]).ends_with(0);
    assert_eq!(project_of(&stage, "empty"), FILES);
}

#[test]
fn a_place_that_cannot_be_written_ends_with_74() {
    let stage = Stage::new("project-unwritable");
    stage.write("file", "mine");
    for arguments in [&["new", "file/below"][..], &["demo", "-o", "file"], &["demo", "-o", "file/below"]] {
        let said = stage.run(arguments);
        let code = said.code;
        assert!(said.err.contains("is a file, not a folder") || said.err.contains("cannot"), "{code:?} {}", said.err);
        assert!(!said.err.contains("fault"), "{}", said.err);
    }
    assert_eq!(stage.read("file"), "mine");
}

/// The demo's report is small enough for any mail, in bytes.
const LARGEST_REPORT: usize = 1_000_000;

fn demo(stage: &Stage, more: &[&str]) -> Said {
    stage.run(&[&["demo"][..], more].concat())
}

#[test]
fn the_demo_says_what_it_is_and_leaves_tables_charts_data_and_the_project() {
    let stage = Stage::new("project-demo");
    stage.write_below("output/demo/notes.txt", "mine");
    let said = demo(&stage, &[]).ends_with(0);
    assert!(said.out.starts_with("This is a made-up region"), "{}", said.out);
    assert!(said.out.contains("1. Decision table") && !said.out.contains("3. Service"), "{}", said.out);
    let last: Vec<_> = said.out.lines().rev().take(2).collect();
    assert_eq!(last, ["Make it your own: beredd new my-region", "Tables, charts and data: output/demo"]);
    for name in ["results.json", "results.csv", "charts/survival.en.svg", "charts/survival.sv.png", "notes.txt"] {
        assert!(stage.is_there(&format!("output/demo/{name}")), "{name}");
    }
    assert_eq!(project_of(&stage, "output/demo/project"), FILES);
    for page in ["report.sv.html", "report.en.html"] {
        let bytes = stage.read(&format!("output/demo/{page}")).len();
        assert!(bytes < LARGEST_REPORT, "{page} has {bytes} bytes");
    }
    let results: Value = serde_json::from_str(&stage.read("output/demo/results.json")).expect("JSON");
    assert!(results["inputs"]["replications"].as_u64().is_some_and(|n| n >= 80));
    assert_eq!(results["cells"].as_array().map(Vec::len), Some(4 * 3), "four scenarios, three reserves");
    assert_eq!(results["inputs"]["cuts"].as_array().map(Vec::len), Some(3));
    let title = results["inputs"]["title"]["sv"].as_str().expect("a title");
    assert!(title.contains("påhittad"), "{title}");
}

#[test]
fn the_demo_speaks_swedish() {
    let stage = Stage::new("project-demo-sv");
    let said = demo(&stage, &["--lang", "sv", "-o", "ut", "--jobs", "2"]).ends_with(0);
    assert!(said.out.starts_with("Det här är en påhittad region"), "{}", said.out);
    assert!(
        said.out.contains("1. Beslutstabell") && said.out.contains("Gör den till din egen: beredd new"),
        "{}",
        said.out
    );
}

#[test]
fn every_value_of_the_project_has_an_origin() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/demo/study.toml");
    let loaded = beredd::scenario::study::load(&folder, &[]).unwrap_or_else(|problems| panic!("{problems:?}"));
    for (scenario, origins) in &loaded.origins {
        let kinds: std::collections::BTreeSet<_> =
            origins.entries.values().map(|origin| origin.kind.as_str()).collect();
        assert_eq!(
            kinds.into_iter().collect::<Vec<_>>(),
            ["assumption", "tool"],
            "{scenario}: nothing made up has a source"
        );
    }
}
