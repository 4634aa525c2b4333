//! What a run prints and what it leaves in its folder.

use crate::stage::{Stage, hear};
use serde_json::Value;
use sha2::Digest;

const RUN: [&str; 6] = ["run", "study.toml", "-r", "3", "-o", "out"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&RUN[..], more].concat()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON and nothing else")
}

#[test]
fn the_folder_of_a_run_holds_these_files_and_no_others() {
    let stage = Stage::new("output-folder");
    let before = stage.files().len();
    let said = stage.run(&RUN).ends_with(0);
    assert_eq!(said.err, "wrote out\n");
    let files = stage.files();
    let mut expected = vec![
        "results.csv",
        "results.json",
        "run.json",
        "resolved/today.toml",
        "resolved/tomorrow.toml",
        "report.en.html",
        "report.sv.html",
    ];
    let charts = ["alt.txt", "csv", "png", "svg"].map(|ending| ["sv", "en"].map(|lang| (lang, ending)));
    // No `stop-length`, so no chart of a stop.
    let names = ["cost-endurance", "survival", "families-at-zero", "cost-breakdown"];
    let of_name = |name: &'static str| {
        charts.iter().flatten().map(move |(lang, ending)| format!("charts/{name}.{lang}.{ending}"))
    };
    let charts: Vec<String> = names.into_iter().flat_map(of_name).collect();
    expected.extend(charts.iter().map(String::as_str));
    expected.sort_unstable();
    let found: Vec<&str> = files.keys().filter_map(|name| name.strip_prefix("out/")).collect();
    assert_eq!(found, expected);
    assert_eq!(files.len(), before + expected.len(), "nothing outside the folder");
    assert!(files["out/charts/survival.en.png"].starts_with(b"\x89PNG\r\n"));
    assert!(stage.read("out/charts/survival.sv.svg").contains("</svg>"));
}

#[test]
fn run_json_tells_the_command_the_time_and_true_hashes() {
    let stage = Stage::new("output-run-json");
    stage.run(&RUN).ends_with(0);
    let run = json(&stage.read("out/run.json"));
    assert_eq!(run["schema"], 1);
    assert_eq!(run["program"], format!("beredd {}", env!("CARGO_PKG_VERSION")));
    let words: Vec<&str> = run["command"].as_array().expect("words").iter().filter_map(Value::as_str).collect();
    assert_eq!(words[1..], RUN);
    assert!(run["seconds"].as_f64().is_some_and(|seconds| seconds >= 0.0));
    let hashes = run["sha256"].as_object().expect("hashes");
    assert_eq!(hashes.len(), stage.files().keys().filter(|name| name.starts_with("out/")).count() - 1);
    for (name, hash) in hashes {
        let digest = sha2::Sha256::digest(stage.bytes(&format!("out/{name}")));
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(*hash, hex, "{name}");
    }
}

#[test]
fn stdout_is_the_file_with_json_and_csv() {
    let stage = Stage::new("output-format");
    let said = stage.run(&with(&["--format", "json"])).ends_with(0);
    assert_eq!(said.out, stage.read("out/results.json"));
    assert_eq!(json(&said.out)["schema"], 1);
    assert_eq!(json(&said.out)["cells"].as_array().map(Vec::len), Some(4));
    assert_eq!(said.err, "wrote out\n", "talk goes to stderr");
    let said = stage.run(&with(&["--format", "csv"])).ends_with(0);
    assert_eq!(said.out, stage.read("out/results.csv"));
    let mut rows = csv::Reader::from_reader(said.out.as_bytes());
    assert_eq!(rows.headers().expect("a header").get(0), Some("scenario"));
    let read = rows.records().filter(Result::is_ok).count();
    assert!(read > 100, "{read} rows");
}

#[test]
fn quiet_says_nothing_but_results() {
    let stage = Stage::new("output-quiet");
    let loud = stage.run(&RUN).ends_with(0);
    let quiet = stage.run(&with(&["--quiet"])).ends_with(0);
    assert_eq!((quiet.out.as_str(), quiet.err.as_str()), (loud.out.as_str(), ""));
    stage.write("bad.toml", "extends = \"today.toml\"\n[policy.depot]\nsafety-stock = 3\n");
    let said = stage.run(&["run", "bad.toml", "-q", "-o", "out"]).ends_with(2);
    assert!(said.err.contains("bad.toml:3:16"), "what is wrong is told even so");
}

#[test]
fn without_a_name_the_folder_is_new_and_told() {
    let stage = Stage::new("output-unnamed");
    let said = stage.run(&["run", "study.toml", "-r", "2"]).ends_with(0);
    let folder = said.err.trim().strip_prefix("wrote ").expect("the folder is told").replace('\\', "/");
    assert!(folder.starts_with("output/") && folder.contains("-study-"), "{folder}");
    let digest = sha2::Sha256::digest(stage.bytes(&format!("{folder}/results.json")));
    let start: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    assert!(folder.ends_with(&start), "{folder} names the hash of its results, {start}");
}

#[test]
fn what_was_merged_runs_again_to_the_same_cells() {
    let stage = Stage::new("output-resolved");
    stage.run(&with(&["--set", "policy.ward.safety-stock=2 days"])).ends_with(0);
    let cells = json(&stage.read("out/results.json"))["cells"].clone();
    for (at, scenario) in ["today", "tomorrow"].into_iter().enumerate() {
        let file = format!("out/resolved/{scenario}.toml");
        let reserves = "study.reserves=[\"none\", \"30-days\"]";
        stage.run(&["run", &file, "-r", "3", "--set", reserves, "-o", "again"]).ends_with(0);
        let again = json(&stage.read("again/results.json"))["cells"].clone();
        assert_eq!(again.as_array().map(Vec::len), Some(2));
        for reserve in 0..2 {
            assert_eq!(again[reserve], cells[2 * at + reserve], "{scenario}");
        }
    }
}

#[test]
fn what_was_merged_takes_its_data_files_along() {
    let stage = Stage::new("output-data");
    let mut cases = String::from("product_id,start,forecast_end,actual_end,first_published,last_published,packs\n");
    for day in 10..28 {
        cases.push_str(&format!("1,2020-01-01,,2020-01-{day},2020-01-01,2020-02-01,1\n"));
    }
    stage.write_below("sub/data/cases.csv", &cases);
    stage.write_below("sub/fitted.toml", "extends = \"../today.toml\"\n[disruption.supplier-stop]\nduration = { dist = \"fitted-lognormal\", file = \"data/cases.csv\", from = 2018-01-01, censored-at = 2020-09-16 }\n");
    stage.run(&["run", "sub/fitted.toml", "-r", "2", "-o", "out"]).ends_with(0);
    let cells = json(&stage.read("out/results.json"))["cells"].clone();
    assert_eq!(stage.read("out/resolved/cases.csv"), cases);
    std::fs::rename(stage.path("out/resolved"), stage.path("elsewhere")).expect("the folder moves");
    std::fs::remove_dir_all(stage.path("sub")).expect("the sources go away");
    stage.run(&["run", "elsewhere/fitted.toml", "-r", "2", "-o", "again"]).ends_with(0);
    assert_eq!(json(&stage.read("again/results.json"))["cells"], cells);
}

#[test]
fn the_number_of_threads_leaves_no_trace_in_the_results() {
    let stage = Stage::new("output-jobs");
    let results = |jobs: &str| {
        stage.run(&["run", "study.toml", "-r", "7", "--jobs", jobs, "-o", jobs]).ends_with(0);
        ["results.json", "results.csv", "charts/survival.en.svg"].map(|name| stage.bytes(&format!("{jobs}/{name}")))
    };
    assert!(results("1") == results("3"), "the same bytes");
}

#[test]
fn skipping_leaves_no_trace_in_the_results() {
    let stage = Stage::new("output-no-skip");
    let results = |folder: &str, more: &[&str]| {
        stage.run(&[&["run", "study.toml", "-r", "7", "-o", folder], more].concat()).ends_with(0);
        ["results.json", "results.csv"].map(|name| stage.bytes(&format!("{folder}/{name}")))
    };
    assert!(results("skipping", &[]) == results("every-day", &["--no-skip"]), "the same bytes");
}

#[test]
fn scenarios_named_in_a_setting_stand_beside_the_study() {
    let stage = Stage::new("output-beside");
    std::fs::create_dir(stage.path("elsewhere")).expect("another working folder");
    let mut command = stage.command(&["check", "../study.toml", "--set", "study.scenarios=[\"tomorrow\"]"]);
    let said = hear(command.current_dir(stage.path("elsewhere"))).ends_with(0);
    assert_eq!(said.out, "ok: 1 scenario, 2 reserves, 2 articles\n");
}

#[test]
fn seed_and_replications_reach_the_results() {
    let stage = Stage::new("output-seed");
    let cells = |seed: &str| {
        let said = stage.run(&with(&["--seed", seed, "--format", "json"])).ends_with(0);
        let results = json(&said.out);
        assert_eq!(results["inputs"]["replications"], 3);
        assert_eq!(results["inputs"]["seed"].to_string(), seed);
        results["cells"].clone()
    };
    assert_eq!(cells("1"), cells("1"));
    assert_ne!(cells("1"), cells("2"));
}

#[test]
fn names_that_would_steer_a_terminal_are_escaped() {
    let stage = Stage::new("output-hostile");
    let hostile = r"x\u001b[31mred\u202eabc\u009b\u0007";
    let unsafe_letters = ['\u{1b}', '\u{202e}', '\u{9b}', '\u{7}'];
    let text = format!(
        "extends = \"today.toml\"\n[scenario]\ntitle = \"{hostile}\"\n[article.glove]\nname-sv = \"{hostile}\"\nname-en = \"{hostile}\"\n[site.depot]\ntitle = \"{hostile}\"\n[owner.region]\ntitle = \"{hostile}\"\n"
    );
    stage.write("hostile.toml", &text);
    let said = stage.run(&["run", "hostile.toml", "-r", "2", "-o", "out"]).ends_with(0);
    assert!(said.out.contains(r"x\u{1b}[31mred\u{202e}abc"), "{}", said.out);
    assert!(!said.out.contains(unsafe_letters) && !said.err.contains(unsafe_letters));
    let shown = stage.run(&["show", "hostile.toml", "--origin"]).ends_with(0);
    assert!(!shown.out.contains(unsafe_letters), "{}", shown.out);
    for name in ["out/charts/survival.en.svg", "out/charts/survival.en.alt.txt"] {
        assert!(!stage.read(name).contains(unsafe_letters), "{name}");
    }
    stage.write("hostile.toml", "extends = \"today.toml\"\n[policy.\"x\u{202e}\u{9b}y\"]\nreview = \"\u{202e}3\"\n");
    let said = stage.run(&["check", "hostile.toml"]).ends_with(2);
    assert!(said.err.contains("hostile.toml:2:") && !said.err.contains(unsafe_letters), "{}", said.err);
}

#[test]
fn nothing_is_coloured_where_there_is_no_terminal_or_no_wish() {
    let stage = Stage::new("output-colour");
    stage.write("bad.toml", "extends = \"today.toml\"\n[policy.depot]\nsafety-stock = 3\n");
    for no_colour in [None, Some("1"), Some("")] {
        for arguments in
            [&["check", "bad.toml"][..], &["run", "study.toml", "-r", "2", "-o", "out"], &["rnu"], &["--help"]]
        {
            let mut command = stage.command(arguments);
            if let Some(value) = no_colour {
                command.env("NO_COLOR", value);
            }
            let said = hear(&mut command);
            assert!(!said.err.contains('\u{1b}') && !said.out.contains('\u{1b}'), "{arguments:?}: {}", said.err);
        }
    }
}

#[test]
fn names_that_a_spreadsheet_would_run_are_only_text_in_the_tables() {
    let stage = Stage::new("output-formula");
    for (number, name) in ["=1+1", "+1", "-1", "@SUM(A1)", "a\"b,c", "<b>&amp;\u{202e}x"].into_iter().enumerate() {
        let text =
            format!("extends = \"today.toml\"\n[scenario]\ntitle = {}\n", serde_json::to_string(name).expect("a text"));
        stage.write("formula.toml", &text);
        let folder = format!("out{number}");
        stage.run(&["run", "formula.toml", "-r", "2", "-o", &folder]).ends_with(0);
        let table =
            stage.read(&format!("{folder}/charts/survival.en.csv")) + &stage.read(&format!("{folder}/results.csv"));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table.as_bytes());
        for row in reader.records() {
            for cell in row.expect("rows of cells").iter() {
                let is_number = cell.parse::<f64>().is_ok();
                assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
                assert!(!cell.contains('\u{202e}'), "{cell}");
            }
        }
        let image = stage.read(&format!("{folder}/charts/survival.en.svg"));
        assert!(!image.contains("<b>") && !image.contains('\u{202e}'));
    }
}

#[test]
fn money_is_called_as_the_study_says() {
    let stage = Stage::new("output-money");
    let out = |more: &[&str]| {
        let said = stage.run(&with(more)).ends_with(0);
        said.out
    };
    let usual = out(&[]);
    assert!(usual.contains("MSEK/year") && !usual.contains("SEK m"), "{usual}");
    let swedish = out(&["--lang", "sv", "--set", "report.money=mnkr"]);
    assert!(swedish.contains("mnkr/år") && !swedish.contains("MSEK"), "{swedish}");
    let english = out(&["--set", "report.money=mnkr"]);
    assert!(english.contains("SEK m/year") && !english.contains("MSEK"), "{english}");
    assert_eq!(json(&stage.read("out/results.json"))["inputs"]["money"], "mnkr");
    stage.write("study2.toml", &(stage.read("study.toml") + "\n[report]\nmoney = \"kronor\"\n"));
    let said = stage.run(&["check", "study2.toml"]).ends_with(2);
    assert!(said.err.contains("one of MSEK, mnkr"), "{}", said.err);
}

#[test]
fn costs_of_theory_are_missing_only_where_theory_is_counted_by() {
    let stage = Stage::new("output-theory");
    let lacking = |more: &[&str]| {
        stage.run(&with(&[&["-q"], more].concat())).ends_with(0);
        json(&stage.read("out/results.json"))["inputs"]["scenarios"][0]["not_included"].to_string()
    };
    // Capital is priced, so the holding cost of theory is no gap; storage has no price and is one.
    let practical = lacking(&[]);
    assert!(practical.contains("storage") && !practical.contains("holding"), "{practical}");
    assert!(!practical.contains("backorder") && !practical.contains("lost"), "{practical}");
    let theoretical = lacking(&["--set", "cost.backorder=\"1 SEK/unit/day\"", "--set", "cost.care-payer=\"region\""]);
    assert!(theoretical.contains("lost") && !theoretical.contains("backorder"), "{theoretical}");
}
