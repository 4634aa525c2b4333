//! Neighbours and whole orders from files: what they do, by hand, and what they are refused for.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;
#[path = "support/ten_days.rs"]
mod ten_days;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::scenario::compile::idle_rules;
use support::{Ran, ran, settings, written};
use ten_days::ten_days;
use told::{assert_told, overlay};

/// Two stores of 10 a day, exactly; the first has stock for 2 of 10 days, the second for 20. Nothing is ordered.
const STORES: &str = ten_days!(
    "unmet = \"lost\"\n",
    "4 days",
    r#"
[owner.care]
kind = "partner"

[site.north]
owner = "region"
demand-share = "50 %"

[site.south]
owner = "region"
demand-share = "50 %"

[lane.north]
from = "suppliers"
to = "north"

[lane.south]
from = "suppliers"
to = "south"

[sourcing.stores]
at = ["north", "south"]
from = "supplier"

[policy.stores]
at = ["north", "south"]
kind = "none"

[stock.north]
at = ["north"]
on-hand = "20 units"

[stock.south]
at = ["south"]
on-hand = "200 units"

[article.A]
supplier = "maker"
demand = "20 units/day"

[cost]
lost = "1 SEK/unit"
care-payer = "care"

[study]
replications = 1
"#
);

fn stores(test: &str, more: &str) -> Ran {
    let text = format!("{STORES}\n{more}");
    ran(&written(test, &[("stores.toml", &text)]).join("stores.toml"), &settings(&[]), None)
}

fn metric(ran: &Ran, name: &str) -> Option<f64> {
    ran.findings.cells[0].metrics.get(name).and_then(|figure| figure.mean)
}

fn cost(ran: &Ran) -> f64 {
    ran.findings.cells[0].cost.total.mean.expect("a cost")
}

/// Ten days are so much of a year.
const YEAR: f64 = 36.5;

#[test]
fn neighbours_give_what_they_have() {
    let alone = stores("help-alone", "");
    assert_eq!((metric(&alone, "fill_rate"), metric(&alone, "moved_between_sites")), (Some(0.6), None));
    assert_eq!(cost(&alone), 80.0 * YEAR);
    // 10 a day from day 2 on: eight lines. The fill rate still asks for the own stock.
    let helped = stores("help-both", "[neighbour.both]\nat = [\"north\", \"south\"]\nprice = \"50 SEK/line\"\n");
    assert_eq!(metric(&helped, "fill_rate"), Some(0.6));
    assert_eq!(metric(&helped, "moved_between_sites"), Some(0.4));
    assert_eq!(metric(&helped, "moved_between_sites_units"), Some(80.0 * YEAR));
    assert_eq!(metric(&helped, "lost_share"), Some(0.0));
    assert_eq!(cost(&helped), 8.0 * 50.0 * YEAR);
    let payers = &helped.findings.cells[0].cost.payers;
    let care = payers.iter().find(|(payer, _)| payer == "care").expect("care pays");
    assert_eq!(care.1.mean, Some(8.0 * 50.0 * YEAR));
    // The second keeps 120: it has 170, 150 and 130 after its own need on days 2 to 4, and 110 on day 5.
    let keeps = stores("help-keep", "[neighbour.n]\nat = [\"north\"]\nfrom = [\"south\"]\nkeep = \"12 days\"\n");
    assert_eq!(metric(&keeps, "moved_between_sites"), Some(0.15));
    assert_eq!(cost(&keeps), 50.0 * YEAR);
}

#[test]
fn what_is_sent_later_is_waited_for() {
    let later = stores("help-later", "[neighbour.n]\nat = [\"north\"]\nfrom = [\"south\"]\nlead-time = \"3 days\"\n");
    assert_eq!(metric(&later, "moved_between_sites"), Some(0.4));
    assert_eq!(metric(&later, "lost_share"), Some(0.0));
    // 10 wait on day 2, 20 on day 3, 30 on days 4 to 9, and as many are on their way.
    assert_eq!(metric(&later, "mean_backlog"), Some(21.0));
    assert_eq!(metric(&later, "mean_in_transit"), Some(21.0));
}

#[test]
fn a_reaction_rule_says_how_much_is_asked_for() {
    let rule = |shares: &str| {
        format!(
            "[neighbour.n]\nat = [\"north\"]\nfrom = [\"south\"]\n[reaction.r]\nat = [\"north\"]\n{shares}\n[owner.x]\n"
        )
    };
    let half = stores("help-half", &rule("wait = \"50 %\"\nneighbour = \"50 %\"\nneighbour-cost = \"3 SEK/unit\""));
    assert_eq!(metric(&half, "moved_between_sites"), Some(0.2));
    assert_eq!(metric(&half, "reaction_wait"), Some(40.0 * YEAR));
    assert_eq!(cost(&half), 40.0 * 3.0 * YEAR);
    // Without a share the neighbours rest, which is told.
    let none = stores("help-none", &rule("wait = \"100 %\""));
    assert_eq!(metric(&none, "moved_between_sites"), None);
    let told = idle_rules(&none.loaded.study.scenarios[0], &none.cells[0].plan);
    assert!(told[0].message.starts_with("[neighbour.n] holds nowhere"), "{told:?}");
}

#[test]
fn a_share_of_neighbours_needs_neighbours() {
    let text = format!("{STORES}\n[reaction.r]\nat = [\"north\"]\nneighbour = \"50 %\"\nwait = \"50 %\"\n");
    let loaded = support::read(&written("help-nobody", &[("stores.toml", &text)]).join("stores.toml"), &[]);
    let faults = beredd::study::design::cells(&loaded.study).expect_err("refused");
    let faults = format!("{faults:?}");
    assert!(faults.contains("reaction.r asks neighbours, but none helps where it holds"), "{faults}");
}

#[test]
fn neighbours_without_sense_are_refused() {
    let found = overlay(
        "neighbours",
        "[neighbour.n]\nnew = true\nat = [\"main\"]\nlead-time = \"2 days\"\nin-stop = true\n[neighbour.m]\nnew = true\nat = [\"main\"]\nfrom = []\n",
    );
    let expected = r#"
error[S0603]: `at` in [neighbour.n] names one site, so nobody can give
 --> over.toml:4:6
  |
4 | at = ["main"]
  |      ^^^^^^^^ name a second site, or who gives: `from = ["site"]`

error[S0206]: `in-stop` in [neighbour.n] changes nothing beside a `lead-time`: in a stop, need that is not met lapses the same day
 --> over.toml:6:1
  |
6 | in-stop = true
  | ^^^^^^^ leave one of them out

error[S0603]: `from` in [neighbour.m] names nobody
  --> over.toml:10:8
   |
10 | from = []
   |        ^^ name a site, or leave it out: then those of `at` help each other
"#;
    assert_told(&found, expected);
}

#[test]
fn an_order_is_served_whole_or_not_at_all() {
    let text =
        STORES.replace("[article.A]", "[article.B]\nsupplier = \"maker\"\ndemand = \"20 units/day\"\n[article.A]");
    let text = text.replace("on-hand = \"20 units\"", "articles = { article = \"A\" }\non-hand = \"20 units\"")
        + "[stock.north-b]\nat = [\"north\"]\narticles = { article = \"B\" }\non-hand = \"200 units\"\n";
    let run = |test: &str, more: &str| {
        let text = format!("{text}{more}");
        ran(&written(test, &[("stores.toml", &text)]).join("stores.toml"), &settings(&[]), None)
    };
    // Only the first article is short, at the first store: 80 of 400.
    let apart = run("order-apart", "");
    assert_eq!((metric(&apart, "fill_rate"), metric(&apart, "orders_served_whole")), (Some(0.8), None));
    // As one order, 80 of the second article are held back too. The other store has its order every day: 12 of 20 are whole.
    let whole = run("order-whole", "[whole-order.o]\nat = [\"north\", \"south\"]\n");
    assert_eq!(metric(&whole, "fill_rate"), Some(0.6));
    assert_eq!(metric(&whole, "orders_served_whole"), Some(0.6));
    assert_eq!(metric(&whole, "blocked_by_other_lines"), Some(80.0 * YEAR));
    assert_eq!(cost(&whole), 160.0 * YEAR);
    // The cause of all 160 is that of the missing article, which nobody keeps there.
    assert_eq!(metric(&whole, "short_not_stocked"), Some(0.4));
    // With help from the other store the missing line is covered, and the blocked one still lost.
    let helped =
        run("order-helped", "[whole-order.o]\nat = [\"north\"]\n[neighbour.n]\nat = [\"north\"]\nfrom = [\"south\"]\n");
    assert_eq!(metric(&helped, "orders_served_whole"), Some(0.2));
    assert_eq!(metric(&helped, "moved_between_sites"), Some(0.2));
    assert_eq!(cost(&helped), 80.0 * YEAR);
}

#[test]
fn customers_at_their_minutes_are_refused_where_needs_of_a_day_are_settled() {
    let text = STORES.replace("law = \"fixed\"", "law = \"arrivals\"\nsize = \"unit\"");
    for (test, rule) in [
        ("timed-neighbour", "[neighbour.x]\nat = [\"north\", \"south\"]\n"),
        ("timed-order", "[whole-order.x]\nat = [\"north\"]\n"),
    ] {
        let text = format!("{text}\n{rule}");
        let loaded = support::read(&written(test, &[("stores.toml", &text)]).join("stores.toml"), &[]);
        let faults = format!("{:?}", beredd::study::design::cells(&loaded.study).expect_err("refused"));
        assert!(faults.contains(".x] holds at north, and it settles the needs of a day"), "{faults}");
    }
}

#[test]
fn neighbours_of_a_later_phase_help_from_then_on() {
    let later = "[neighbour.n]\nnew = true\nat = [\"north\", \"south\"]\nprice = \"50 SEK/line\"\n";
    let text = format!("{STORES}\n[phase.later]\nday = \"5 days\"\noverlay = \"later.toml\"\n");
    let folder = written("help-phase", &[("stores.toml", &text), ("later.toml", later)]);
    let run = ran(&folder.join("stores.toml"), &settings(&[]), None);
    // 10 are lost on each of days 2 to 4, and given on days 5 to 9.
    assert_eq!(metric(&run, "moved_between_sites"), Some(0.25));
    assert_eq!(metric(&run, "moved_between_sites_units"), Some(50.0 * YEAR));
    assert_eq!(metric(&run, "lost_share"), Some(0.15));
    assert_eq!(cost(&run), (30.0 + 5.0 * 50.0) * YEAR);
}

/// What neighbours send is handled at both ends, and paid for on no lane.
#[test]
fn help_is_handled_and_not_freighted() {
    let text = STORES
        .replace("[site.north]\n", "[site.north]\nhandling = \"100 SEK/pallet\"\n")
        .replace("[lane.north]\n", "[lane.north]\nper-pallet = \"1000 SEK/pallet\"\npayer = \"region\"\n")
        .replace("[article.A]\n", "[article.A]\npallet = \"10 units\"\n");
    let rule = "[neighbour.n]\nat = [\"north\"]\nfrom = [\"south\"]\nlead-time = \"1 day\"\n";
    let folder = written("help-handled", &[("stores.toml", &format!("{text}\n{rule}"))]);
    let run = ran(&folder.join("stores.toml"), &settings(&[]), None);
    // The last of eight lines is still on its way: seven pallets come in. Two pallets of the own stock and these go out.
    assert_eq!(cost(&run), (7.0 + 9.0) * 50.0 * YEAR);
}
