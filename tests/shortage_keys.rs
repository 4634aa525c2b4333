//! Need groups and reactions from files: what they do, by hand, and what they are refused for.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use support::{Ran, compiled, ran, read, settings, written};
use told::{assert_told, overlay};

/// Two articles of 10 a day at one store, exactly; the first has stock for 2 of 10 days, the second for 20. Nothing is ordered.
const SHELF: &str = r#"[scenario]
title = { sv = "Hylla", en = "Shelf" }
warm-up = "0 days"
measured = "10 days"
unmet = "lost"

[demand]
negative = "allow"

[supplier.maker]
origin = "source"

[origin.source]
lead-time = "4 days"

[owner.region]
kind = "region"

[site.store]
owner = "region"
demand-share = "100 %"

[lane.in]
from = "suppliers"
to = "store"

[sourcing.store]
at = ["store"]
from = "supplier"

[policy.store]
at = ["store"]
kind = "none"

[stock.short]
at = ["store"]
articles = { article = ["A"] }
on-hand = "20 units"

[stock.long]
at = ["store"]
articles = { article = ["B"] }
on-hand = "200 units"

[item-default]
supplier = "maker"
critical = true
demand = "10 units/day"
demand-sd = "0 units/day"
NEED
[article.A]
OWN
[article.B]

[cost]
lost = "1 SEK/unit"
care-payer = "region"

[study]
replications = 1
"#;

fn shelf(test: &str, need: &str, own: &str, more: &str) -> Ran {
    let text = SHELF.replace("NEED", need).replace("OWN", own) + more;
    ran(&written(test, &[("shelf.toml", &text)]).join("shelf.toml"), &settings(&[]), None)
}

fn mean(ran: &Ran, metric: &str) -> Option<f64> {
    ran.findings.cells[0].metrics.get(metric).and_then(|figure| figure.mean)
}

fn cost(ran: &Ran) -> f64 {
    ran.findings.cells[0].cost.total.mean.expect("a cost")
}

#[test]
fn articles_of_a_need_group_stand_in_for_each_other() {
    // Alone: 20 of the first article's 100 are served, 80 are lost: 80 SEK in 10 days are 2920 a year.
    let alone = shelf("alone", "", "", "");
    assert_eq!(mean(&alone, "fill_rate"), Some(0.6));
    assert_eq!(mean(&alone, "substituted"), None);
    assert_eq!(cost(&alone), 2920.0);
    assert_eq!(alone.cells[0].plan.endurance.groups.len(), 2);
    // Together: 80 of the second's 200 stand in, nothing is lost; the fill rate still asks for the article itself.
    let together = shelf("together", "need-group = \"gloves\"", "", "");
    assert_eq!(mean(&together, "fill_rate"), Some(0.6));
    assert_eq!(mean(&together, "substituted"), Some(0.4));
    assert_eq!(cost(&together), 0.0);
    let groups = &together.cells[0].plan.endurance.groups;
    assert_eq!((groups.len(), groups[0].name.as_str()), (1, "store / gloves"));
    // Where a unit of the first is worth two of the second, 20 of the second go for 10 of the first on days 2 to 7 (170, 140,
    // … 20 after its own need), which covers 60. On days 8 and 9 nothing is left: 20 of each article are lost.
    let double = shelf("double", "need-group = \"gloves\"", "need-factor = 2", "");
    assert_eq!(mean(&double, "substituted"), Some(0.3));
    assert_eq!(mean(&double, "fill_rate"), Some(0.5));
    assert_eq!(cost(&double), 40.0 * 36.5);
}

#[test]
fn a_shortage_is_split_and_priced() {
    // 10 short on each of 8 days: 5 wait, 3 are bought at once for 7 SEK, 2 are met elsewhere for 4 SEK and the lost 1 SEK.
    let rule = r#"
[reaction.store]
at = ["store"]
wait = "50 %"
emergency = "30 %"
emergency-lead-time = "0 days"
emergency-cost = "7 SEK/unit"
elsewhere = "20 %"
elsewhere-cost = "4 SEK/unit"
"#;
    let split = shelf("split", "", "", rule);
    assert_eq!(mean(&split, "reaction_wait"), Some(40.0 * 36.5));
    assert_eq!(mean(&split, "reaction_emergency"), Some(24.0 * 36.5));
    assert_eq!(mean(&split, "reaction_elsewhere"), Some(16.0 * 36.5));
    assert_eq!(mean(&split, "reaction_cancel"), Some(0.0));
    // The backlog stands at 5, 10, … 40 at the ends of the last 8 days: 180 over 10 days.
    assert_eq!(mean(&split, "mean_backlog"), Some(18.0));
    assert_eq!(cost(&split), (24.0 * 7.0 + 16.0 * 4.0 + 16.0) * 36.5);
}

#[test]
fn need_that_comes_back_waits_only_then() {
    let rule = "\n[reaction.store]\nat = [\"store\"]\ncome-back = \"100 %\"\ncome-back-after = \"3 days\"\n";
    // From day 2 on 10 a day; they wait from day 5 on: 10, 20, … 50 on days 5 to 9.
    assert_eq!(mean(&shelf("back", "", "", rule), "mean_backlog"), Some(15.0));
}

#[test]
fn a_rule_that_substitutes_needs_a_group() {
    let text = SHELF.replace("NEED", "").replace("OWN", "")
        + "\n[reaction.store]\nat = [\"store\"]\nsubstitute = \"50 %\"\nwait = \"50 %\"\n";
    let folder = written("no-group", &[("shelf.toml", &text)]);
    let problems = beredd::scenario::study::load(&folder.join("shelf.toml"), &[]).map(|loaded| {
        beredd::study::design::cells(&loaded.study).err().map(|faults| format!("{faults:?}")).unwrap_or_default()
    });
    let said = problems.unwrap_or_else(|problems| format!("{:?}", problems.diagnoses));
    assert!(said.contains("reaction.store substitutes, but no article"), "{said}");
    // With a group half of the short units are replaced: 40 of 200.
    let text = text.replace("[item-default]", "[item-default]\nneed-group = \"gloves\"");
    let folder = written("half", &[("shelf.toml", &text)]);
    let loaded = read(&folder.join("shelf.toml"), &[]);
    assert_eq!(compiled(&loaded)[0].plan.shortage.groups, [vec![0, 1]]);
    assert_eq!(mean(&ran(&folder.join("shelf.toml"), &[], None), "substituted"), Some(0.2));
}

#[test]
fn shares_make_a_whole_and_what_changes_nothing_is_refused() {
    let found = overlay(
        "reaction",
        "[reaction.r]\nnew = true\nat = [\"main\"]\nwait = \"60 %\"\nemergency = \"30 %\"\ncancel-cost = \"5 SEK/unit\"\ncome-back-after = \"3 days\"\n",
    );
    let expected = r#"
error[S0202]: `emergency-lead-time` is missing in [reaction.r]
 --> over.toml:2:11
  |
2 | [reaction.r]
  |           ^ needs it

error[S0601]: `wait` in [reaction.r] has shares that sum to 90 %, not 100 %
 --> over.toml:5:8
  |
5 | wait = "60 %"
  |        ^^^^^^ let the reactions sum to 100 %

error[S0206]: `cancel-cost` in [reaction.r] changes nothing without a share of `cancel`
 --> over.toml:7:1
  |
7 | cancel-cost = "5 SEK/unit"
  | ^^^^^^^^^^^ give the share, or leave it out

error[S0206]: `come-back-after` in [reaction.r] changes nothing without a share of `come-back`
 --> over.toml:8:1
  |
8 | come-back-after = "3 days"
  | ^^^^^^^^^^^^^^^ give the share, or leave it out
"#;
    assert_told(&found, expected);
}

#[test]
fn a_factor_without_a_group_and_a_group_of_one_are_told() {
    let found = overlay("factor", "[article.A1]\nneed-factor = 2\n");
    let expected = r#"
error[S0206]: `need-factor` in [article.A1] changes nothing without `need-group`
 --> over.toml:3:1
  |
3 | need-factor = 2
  | ^^^^^^^^^^^ name the need-group, or leave it out
"#;
    assert_told(&found, expected);
}
