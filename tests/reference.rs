//! The reference of keys and codes is that of the program: the keys in it are those that the readers ask for, the file is
//! what the program prints, and each example of a code is told with that code.

#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::report::explain::{codes, keys::GROUPS, reference};
use beredd::report::wording::Language;
use beredd::scenario::study::load;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use told::written;

fn shipped(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Tables, laws and keys that few scenarios use.
const RARE: &str = r#"
[study]
reserves = ["none"]
[report]
money = "mnkr"
[items]
columns = { price = "price" }
[site.depot]
new = true
owner = "region"
recovery = "30 days"
[pool.local]
new = true
at = ["wholesaler-local"]
owner = "wholesaler"
[stock.depot]
new = true
at = ["depot"]
on-hand = "10 units"
[policy.stores-other-c]
kind = "reorder-point"
lot = "14 days"
[policy.idle-average]
new = true
at = ["depot"]
priority = -1
kind = "order-up-to"
safety = { cycle-service = 0.98 }
forecast = { method = "moving-average", days = "30 days" }
[policy.idle-smoothing]
new = true
at = ["depot"]
priority = -2
kind = "order-up-to"
forecast = { method = "exponential-smoothing", alpha = 0.2 }
[policy.idle-list]
new = true
at = ["depot"]
priority = -3
kind = "list"
orders = [{ day = 0, quantity = "1 unit" }]
[phase.later]
new = true
day = "100 days"
overlay = "later.toml"
[origin.eu]
lead-time = { dist = "lognormal", mean = "14 days", p90 = "30 days" }
[origin.sweden]
lead-time = { dist = "lognormal", mean = "14 days", sigma = 0.5 }
[origin.asia-sea]
lead-time = { dist = "fixed", days = "14 days" }
[disruption.article-shortage]
duration = { dist = "fixed", days = "14 days" }
[disruption.supplier-failure]
duration = { dist = "lognormal", mean = "14 days", p90 = "30 days" }
[disruption.site-failure]
duration = { dist = "lognormal", median = "14 days", cv = 0.5 }
[disruption.chained]
new = true
demand = { articles = {}, at = ["granvik"] }
after = "site-failure"
delay = { dist = "empirical", file = "times.csv", column = "days" }
probability = 0.5
duration = { dist = "gamma", mean = "14 days", cv = 0.5 }
demand-factor = 2.0
[disruption.border]
new = true
origins = ["asia-sea"]
together = true
at = [2026-03-01]
duration = { dist = "geometric", mean = "14 days" }
lead-time-factor = 2.0
lead-time-added = "3 days"
[disruption.outside]
new = true
outside-region = true
day = "30 days"
duration = { dist = "empirical", days = ["3 days", "8 days"] }
capacity = [["0 days", 0.2], ["10 days", 0.66]]
[disruption.fire]
new = true
sites = ["depot"]
up = { dist = "exponential", mean = "900 days" }
duration = "14 days"
stop = true
stock-lost = "30 %"
stock-locked = "100 %"
articles = { temperature = "ambient" }
[item-default]
weight = "0.1 kg/unit"
[lane.suppliers-wholesaler-main]
payload = "1 t"
[origin.nordic]
new = true
lead-time = { dist = "gamma", mean = "14 days", cv = 0.5 }
[lane.a]
new = true
from = "depot"
to = "wholesaler-local"
lead-time = { dist = "triangular", least = "1 day", mode = "2 days", most = "4 days" }
[lane.b]
new = true
from = "depot"
to = "wholesaler-main"
lead-time = { dist = "servers", servers = 2, service = { dist = "exponential", mean = "1 day" }, then = { dist = "uniform", least = "1 day", most = "2 days" } }
[lane.c]
new = true
from = "wholesaler-main"
to = "depot"
lead-time = { dist = "empirical", file = "times.csv", column = "days" }
[express.granvik]
new = true
at = ["granvik"]
when-below = "2 days"
lead-time = "1 day"
[reaction.granvik]
new = true
at = ["granvik"]
wait = "100 %"
[neighbour.granvik]
new = true
at = ["granvik"]
from = ["wholesaler-local"]
[whole-order.granvik]
new = true
at = ["granvik"]
[staff.main]
new = true
at = ["wholesaler-main"]
hours = "16 h/day"
weekday = { sun = 0 }
per-line-picked = "3 min/line"
[rationing.main]
new = true
at = ["wholesaler-main"]
kind = "first-come"
[sourcing.granvik]
new = true
at = ["granvik"]
priority = 5
sources = [{ from = "wholesaler-local", share = "70 %" }, { from = "supplier", share = "30 %" }]
fail-over = ["wholesaler-main"]
fail-over-after = "3 days"
[lane.granvik-main]
new = true
from = "wholesaler-main"
to = "granvik"
lead-time = "2 days"
[family.gloves]
new = true
title = "Gloves"
[lump-sum.service]
new = true
amount = "1 MSEK/year"

[demand-rule.rare]
new = true
month = { jul = 0.7 }
"#;

/// (what, key) of everything that the readers asked for in some scenarios that together use every kind of table and law.
fn asked() -> BTreeSet<(String, String)> {
    let rare = format!("extends = \"{}\"\n{RARE}", shipped("scenarios/demo/today.toml").display());
    let folder =
        written("reference-keys", &[("rare.toml", &rare), ("times.csv", "days\n2\n3\n"), ("later.toml", "[study]\n")]);
    let files = [
        folder.join("rare.toml"),
        shipped("scenarios/vasterbotten/study.toml"),
        shipped("scenarios/vasterbotten/sensitivity.toml"),
        shipped("scenarios/demo/study.toml"),
        shipped("scenarios/theory/endurance.toml"),
        shipped("scenarios/theory/base_stock.toml"),
    ];
    let taken = files.iter().flat_map(|file| load(file, &[]).unwrap_or_else(|problems| panic!("{problems:?}")).taken);
    taken.map(|(what, key)| (what.to_owned(), key.to_owned())).collect()
}

#[test]
fn the_reference_holds_the_keys_that_the_readers_ask_for_and_no_others() {
    let articles = GROUPS.iter().find(|group| group.reader == "an article").expect("the group of articles");
    let mut told = BTreeSet::new();
    for group in GROUPS {
        let own = group.keys.iter().map(|key| (group.reader.to_owned(), key.name.to_owned()));
        told.extend(own);
        if group.reader == "an item file" {
            told.extend(articles.keys.iter().map(|key| (group.reader.to_owned(), key.name.to_owned())));
        }
    }
    let asked = asked();
    let missing: Vec<_> = asked.difference(&told).collect();
    let idle: Vec<_> = told.difference(&asked).collect();
    assert_eq!(missing, Vec::<&(String, String)>::new(), "keys that are read and not in the reference");
    assert_eq!(idle, Vec::<&(String, String)>::new(), "keys in the reference that no reader asks for");
}

#[test]
fn every_default_of_the_built_in_file_is_the_one_of_the_reference() {
    let defaults = include_str!("../src/scenario/defaults.toml");
    let mut table = String::new();
    let mut seen = 0;
    for line in defaults.lines() {
        if line.starts_with('[') {
            table = line.trim().to_owned();
        }
        let Some((key, value)) = line.split_once(" = ") else { continue };
        let Some(group) = GROUPS.iter().find(|group| group.heading == table) else { continue };
        if key == "weekday" {
            continue;
        }
        let told = group.keys.iter().find(|told| told.name == key).unwrap_or_else(|| panic!("{table} {key}"));
        assert_eq!(told.default, value, "{table} {key}");
        seen += 1;
    }
    assert!(seen >= 15, "{seen} defaults");
}

#[test]
fn the_page_of_keys_is_what_the_program_prints() {
    let path = shipped("docs/reference/scenario-keys.md");
    let printed = format!(
        "# Keys of scenario files\n\nThis page is what `beredd explain --keys` prints. How files are merged and units are written: [scenario files](../scenario-format.md).\n\n{}",
        reference(Language::En)
    );
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &printed).expect("the page can be rewritten");
    }
    let page = std::fs::read_to_string(&path).expect("the page");
    assert!(page == printed, "docs/reference/scenario-keys.md is old: UPDATE_SNAPSHOTS=1 cargo test --test reference");
    assert!(reference(Language::Sv).contains("`demand-share`") && reference(Language::Sv) != reference(Language::En));
}

/// What is told of an example: an overlay on the made-up region, or an item list of it.
fn codes_told(code: &str, example: &str) -> Vec<&'static str> {
    let base = shipped("scenarios/demo/today.toml");
    let over = |text: &str| format!("extends = \"{}\"\n{text}\n", base.display());
    let name = format!("reference-{code}");
    let folder = if example.starts_with("id") {
        let list = "[items]\nfile = \"list.csv\"";
        written(&name, &[("over.toml", over(list).as_str()), ("list.csv", example)])
    } else {
        written(&name, &[("over.toml", over(example).as_str())])
    };
    let problems = match load(&folder.join("over.toml"), &[]) {
        Ok(loaded) => loaded.findings,
        Err(problems) => problems.diagnoses,
    };
    problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn every_example_is_told_with_its_code() {
    // What is about more files than one, about bytes, about the command line, about cases of known answers, or found when a plan is made is tested elsewhere.
    let elsewhere = ["S0102", "S0104", "S0105", "S0207", "S0404", "S0604", "S0701", "S0702"];
    let mut tried = 0;
    for code in codes::ALL.iter().filter(|code| !elsewhere.contains(&code.code)) {
        tried += 1;
        let told = codes_told(code.code, code.example);
        assert!(told.contains(&code.code), "{}: {} tells {told:?}", code.code, code.example);
    }
    assert_eq!(tried + elsewhere.len(), codes::ALL.len());
}

#[test]
fn the_page_of_lists_is_that_of_the_program() {
    let path = shipped("docs/reference/lists.md");
    let head = "# Lists of the stock desk\n\nEvery list that `beredd stock` reads, as the program knows them; `beredd stock template` writes them as an empty workbook. How a file \
                is read, and what is refused: [import a list](../how-to/import-a-list.md). Headers are compared without spaces, signs and capitals; the key is a header too.\n\
                Another header is told with `--column KEY=HEADER`. *Needed* is what every tool needs; a tool may need more, and says so.\n\n";
    let printed = format!("{head}{}", beredd::report::desk::reference(Language::En).trim_end()) + "\n";
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &printed).expect("the page can be rewritten");
    }
    let page = std::fs::read_to_string(&path).expect("the page");
    assert!(page == printed, "docs/reference/lists.md is old: UPDATE_SNAPSHOTS=1 cargo test --test reference");
    let swedish = beredd::report::desk::reference(Language::Sv);
    assert!(
        swedish.contains("| `on-hand` | Saldo | On hand |") && swedish != beredd::report::desk::reference(Language::En)
    );
}
