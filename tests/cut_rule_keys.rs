//! Rationing and express of a single cut, by the ordinary way from files: worked by hand, and what is refused or told.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;
#[path = "support/ten_days.rs"]
mod ten_days;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;
#[path = "support/two_wards.rs"]
mod two_wards;

use beredd::study::design;
use beredd::study::idle;
use std::path::PathBuf;
use support::{file, ran, read, settings};
use ten_days::ten_days;
use told::{assert_told, overlay};
use two_wards::two_wards;

/// Two wards that use 4 a day each, have 4 each and order up to 8 from a main store with 10, which orders nothing. On day 1 both ask for 8. In
/// proportion each gets 5: day 2 is served, day 3 gets 1 of 4. By turns the east gets 8 and the west 2: S is 1, 3/4, 1/2, 0.
const NET: &str = two_wards!(
    ("", "1 day", ""),
    ["east", "west"],
    (lanes: "1 day", level: "8 units", main: "10 units", ward: "4 units"),
    r#"[article.A]
supplier = "maker"
demand = "8 units/day"
critical = true
[endurance]
day = 0
cap = "10 days"
levels = ["4 days"]
days-running = 1
claims = ["100 %"]
[rationing.east-first]
at = ["main"]
kind = "priority"
order = ["east"]
only-in-cuts = true
[study]
replications = 1
"#
);

fn path(test: &str, more: &str) -> PathBuf {
    file("cut-rule-keys", test, &format!("{NET}{more}\n"))
}

/// S by day under each cut, in the order of their ids.
fn curves(test: &str, more: &str) -> Vec<Vec<f64>> {
    let path = path(test, more);
    let found = ran(&path, &settings(&["study.cuts=[\"a\", \"b\", \"c\"]"]), None).findings;
    let curve = |cut: &beredd::study::findings::CutFindings| -> Vec<f64> {
        cut.claims[0].1.curve.iter().map(|point| point.mean).collect()
    };
    found.cells[0].endurance.iter().map(curve).collect()
}

const IN_PROPORTION: [f64; 4] = [1.0, 1.0, 0.25, 0.0];
const BY_TURNS: [f64; 4] = [1.0, 0.75, 0.5, 0.0];

#[test]
fn a_cut_names_its_rule_or_none() {
    let cuts = "[cut.a]\nstops = []\n[cut.b]\nstops = []\nrationing = \"east-first\"\n[cut.c]\nstops = []\nrationing = \"none\"\n";
    assert_eq!(curves("only", cuts), [IN_PROPORTION, BY_TURNS, IN_PROPORTION]);
    // Without `only-in-cuts` it holds always, but where the cut says none.
    let always = format!("{cuts}[rationing.west-first]\nat = [\"main\"]\nkind = \"priority\"\norder = [\"west\"]\n");
    assert_eq!(curves("always", &always), [BY_TURNS, BY_TURNS, IN_PROPORTION]);
}

#[test]
fn a_cut_calls_on_express_or_forbids_it() {
    // From the supplier 3 days away, 3 of 8 ordered on day 1: what is asked for comes on day 4 by lane, on day 2 by express.
    let slow = "[policy.direct]\nat = [\"east\", \"west\"]\npriority = 1\nkind = \"order-up-to\"\nlevel = \"16 units\"\n[stock.more]\nat = [\"main\"]\npriority = 1\non-hand = \"100 units\"\n";
    let cuts = "[cut.a]\nstops = []\n[cut.b]\nstops = []\nexpress = true\n[cut.c]\nstops = []\nexpress = false\n";
    let express = "[express.e]\nat = [\"east\", \"west\"]\nwhen-below = \"3 days\"\nlead-time = \"1 day\"\n";
    let net = NET.replace("to = \"east\"\nlead-time = \"1 day\"", "to = \"east\"\nlead-time = \"3 days\"");
    let net = net.replace("to = \"west\"\nlead-time = \"1 day\"", "to = \"west\"\nlead-time = \"3 days\"");
    let of = |test: &str, more: &str| {
        let path = file("cut-rule-keys", test, &format!("{net}{slow}{cuts}{more}"));
        let cuts = settings(&["study.cuts=[\"a\", \"b\", \"c\"]"]);
        let found = ran(&path, &cuts, None).findings;
        let curve = |cut: &beredd::study::findings::CutFindings| -> Vec<f64> {
            cut.claims[0].1.curve.iter().map(|point| point.mean).collect()
        };
        found.cells[0].endurance.iter().map(curve).collect::<Vec<_>>()
    };
    // 4 on day 1, nothing on days 2 and 3, and on day 4 the 16 that were ordered on day 1.
    let (by_lane, by_express) = ([1.0, 0.0, 0.0, 1.0], [1.0; 4]);
    assert_eq!(of("on-call", &format!("{express}only-in-cuts = true\n")), [by_lane, by_express, by_lane]);
    assert_eq!(of("ever", express), [by_express, by_express, by_lane]);
}

/// What is found in a file that can be run.
fn findings(test: &str, more: &str) -> Vec<String> {
    let loaded = read(&path(test, more), &settings(&[]));
    let cells = design::cells(&loaded.study).expect("it can be run");
    idle::findings(&loaded, &cells).into_iter().map(|one| format!("{} {}", one.code, one.message)).collect()
}

#[test]
fn what_changes_nothing_is_told() {
    let first = "[cut.a]\nstops = [\"suppliers\"]\n";
    assert_eq!(findings("unnamed", first), ["S0603 [rationing.east-first] never holds: no cut names it"]);
    let named = format!("{first}rationing = \"east-first\"\n");
    assert_eq!(findings("named", &named), [""; 0]);
    let idle = format!(
        "{named}[cut.b]\nstops = [\"suppliers\"]\nrationing = \"none\"\nexpress = true\n[cut.c]\nstops = [\"suppliers\"]\nexpress = false\n"
    );
    let expected = [
        "S0603 `rationing` in [cut.b] changes nothing: stock is shared in the same way without it",
        "S0603 `express` in [cut.b] changes nothing: no [express.ID] says `only-in-cuts = true`",
        "S0603 `express` in [cut.c] changes nothing: nothing goes by express without it",
    ];
    let mut found = findings("idle", &idle);
    found.sort();
    let mut expected = expected.map(str::to_owned);
    expected.sort();
    assert_eq!(found, expected);
    let uncalled = format!(
        "{named}[express.e]\nat = [\"east\"]\nwhen-below = \"3 days\"\nlead-time = \"1 day\"\nonly-in-cuts = true\n"
    );
    assert_eq!(findings("uncalled", &uncalled), ["S0603 [express.e] never acts: no cut calls on express"]);
}

#[test]
fn wrong_words_are_refused() {
    let found = overlay(
        "cut-rules",
        "[cut.c]\nnew = true\nstops = [\"origin:nowhere\"]\nrationing = \"crisis\"\nexpress = \"often\"\n[rationing.none]\nnew = true\nat = [\"main\"]\nkind = \"first-come\"\n[rationing.by-turns]\nnew = true\nat = [\"main\"]\nkind = \"first-come\"\n",
    );
    let expected = r#"
error[S0501]: there is no origin `nowhere`
 --> over.toml:4:10
  |
4 | stops = ["origin:nowhere"]
  |          ^^^^^^^^^^^^^^^^ not an origin of this scenario
  |
help: there are: asia

error[S0501]: there is no rationing `crisis`
 --> over.toml:5:13
  |
5 | rationing = "crisis"
  |             ^^^^^^^^ not a rationing of this scenario
  |
help: there are: by-turns, none

error[S0201]: `express` in [cut.c] is neither true nor false
 --> over.toml:6:11
  |
6 | express = "often"
  |           ^^^^^^^ write true or false

error[S0205]: a rule of rationing cannot be called `none`
 --> over.toml:7:12
  |
7 | [rationing.none]
  |            ^^^^
  |
help: a cut says `rationing = "none"` where no rule is to hold; give the rule another name
"#;
    assert_told(&found, expected);
}
