//! Cuts as named data, by the ordinary way from files: what each word stops, a length of a cut's own, and disruptions that begin with
//! a cut, worked by hand; and what is refused.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;
#[path = "support/ten_days.rs"]
mod ten_days;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::plan::Plan;
use beredd::plan::disruption::{Source, Target};
use beredd::plan::endurance::StopPlan;
use beredd::plan::slice::SliceKind;
use beredd::study::design;
use beredd::study::failing::WhyKind;
use beredd::study::slices::{SliceFindings, Spread};
use std::path::PathBuf;
use support::{compiled, file, ran, read, settings};
use ten_days::ten_days;
use told::{assert_told, overlay};

/// 5 units a day at a ward with 10, which a main store with 100 of A and of B fills up to 10 every day, at once. The main store orders
/// nothing.
const NET: &str = ten_days!(
    "",
    "1 day",
    r#"[supplier.trader]
origin = "far"
[origin.far]
lead-time = "2 days"
[owner.house]
kind = "supplier"
[site.main]
owner = "house"
role = "hub"
[site.ward]
owner = "region"
demand-share = "100 %"
[lane.in]
from = "suppliers"
to = "main"
[lane.out]
from = "main"
to = "ward"
lead-time = "0 days"
[sourcing.main]
at = ["main"]
from = "suppliers"
[sourcing.ward]
at = ["ward"]
from = "main"
[policy.main]
at = ["main"]
kind = "none"
[policy.ward]
at = ["ward"]
kind = "order-up-to"
level = "10 units"
[stock.main]
at = ["main"]
on-hand = "100 units"
[article.A]
supplier = "maker"
family = "masks"
demand = "5 units/day"
critical = true
[article.B]
supplier = "trader"
family = "gowns"
demand = "5 units/day"
critical = true
[endurance]
day = 2
cap = "30 days"
levels = ["3 days"]
days-running = 1
claims = ["100 %"]
[study]
replications = 1
cuts = ["c"]
"#
);

fn path(test: &str, more: &str) -> PathBuf {
    file("cut-keys", test, &format!("{NET}{more}\n"))
}

fn plan(test: &str, more: &str) -> Plan {
    compiled(&read(&path(test, more), &settings(&[]))).remove(0).plan
}

/// The names of what a cut stops, and of the lanes that freeze.
fn stops(word: &str) -> (Vec<String>, Vec<String>) {
    let plan = plan("stops", &format!("[cut.c]\nstops = [\"{word}\"]"));
    let lane = |lane: u32| {
        let lane = &plan.lanes[lane as usize];
        [lane.from, lane.to].map(|site| plan.sites[site as usize].id.clone()).join("-")
    };
    let name = |target: &Target| match *target {
        Target::Site(site) => plan.sites[site as usize].id.clone(),
        Target::Lane(number) => lane(number),
        Target::Offer(_) => unreachable!("no cut stops an offer"),
    };
    (plan.cuts[0].stops.iter().map(name).collect(), plan.cuts[0].freezes.iter().map(|&number| lane(number)).collect())
}

#[test]
fn each_word_stops_what_it_says() {
    let lanes = || ["maker-main", "trader-main", "main-ward"].map(str::to_owned).to_vec();
    let sites = |names: &[&str]| (names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>(), Vec::new());
    assert_eq!(stops("origin:far"), sites(&["trader"]));
    assert_eq!(stops("suppliers"), sites(&["maker", "trader"]));
    assert_eq!(stops("owner:house"), sites(&["main"]));
    assert_eq!(stops("role:hub"), sites(&["main"]));
    assert_eq!(stops("role:ward"), sites(&["ward"]));
    assert_eq!(stops("transport"), (lanes(), lanes()));
    assert_eq!(stops("lane:out"), (lanes()[2..].to_vec(), lanes()[2..].to_vec()));
    assert_eq!(stops("site:main"), sites(&["main"]));
    assert_eq!(stops("supplier:maker"), sites(&["maker"]));
    // The main store has 200 units, the ward 20.
    assert_eq!(stops("largest-site"), sites(&["main"]));
    // What is under way from outside freezes with it.
    let outside = ["maker", "trader"].map(str::to_owned).to_vec();
    assert_eq!(stops("outside-region"), (outside, lanes()[..2].to_vec()));
    // A store outside the region stops too, and what leaves it freezes.
    let far_store = settings(&["site.main.in-region=false"]);
    let far_store =
        compiled(&read(&path("far-store", "[cut.c]\nstops = [\"outside-region\"]"), &far_store)).remove(0).plan;
    assert_eq!((far_store.cuts[0].stops.len(), far_store.cuts[0].freezes.len()), (3, 3));
}

#[test]
fn the_largest_site_is_the_one_with_most_value_in_reserve_and_stock() {
    let largest = |more: &[&str]| {
        let text = "[cut.c]\nstops = [\"largest-site\"]\n[stock.ward]\nat = [\"ward\"]\non-hand = \"90 units\"";
        let plan = compiled(&read(&path("largest", text), &settings(more))).remove(0).plan;
        let stopped = plan.cuts[0].stops.iter().map(|target| match *target {
            Target::Site(site) => plan.sites[site as usize].id.clone(),
            _ => unreachable!("only sites are stopped"),
        });
        stopped.collect::<Vec<_>>()
    };
    let price = ["article.A.price=\"1 SEK/unit\"", "article.B.price=\"1 SEK/unit\""];
    assert_eq!(largest(&price), ["main"]);
    // 90 of A at 9 SEK and 90 of B at 1 against 10 of A and 400 of B: 900 against 490 SEK, though fewer units.
    let dear = ["article.A.price=\"9 SEK/unit\"", "article.B.price=\"1 SEK/unit\""];
    let few = "[stock.main-a]\nat = [\"main\"]\npriority = 1\narticles = { article = [\"A\"] }\non-hand = \"10 units\"\n[stock.main-b]\nat = [\"main\"]\npriority = 1\narticles = { article = [\"B\"] }\non-hand = \"400 units\"\n";
    let text =
        format!("{few}[cut.c]\nstops = [\"largest-site\"]\n[stock.ward]\nat = [\"ward\"]\non-hand = \"90 units\"");
    let of = |more: &[&str]| {
        let plan = compiled(&read(&path("largest-value", &text), &settings(more))).remove(0).plan;
        plan.cuts[0].stops.clone()
    };
    assert_ne!(of(&dear), of(&price), "the dear article makes the ward the largest");
}

#[test]
fn a_cut_locks_the_stock_of_suppliers_only_where_it_says_so() {
    let locks = |more: &str| {
        let plan = plan("locks", &format!("[cut.c]\nstops = [\"suppliers\"]\n{more}"));
        (plan.cuts[0].locks_supplier_stock, plan.cuts[0].claims.clone())
    };
    assert_eq!(locks(""), (false, vec![1000]));
    assert_eq!(locks("locks-supplier-stock = true"), (true, vec![1000]));
}

/// Days of endurance at 90 %, and S of the stop that ends.
fn read_by_hand(test: &str, more: &str) -> (f64, Option<Vec<f64>>) {
    let found = ran(&path(test, more), &settings(&[]), None).findings;
    let cut = &found.cells[0].endurance[0];
    let stop = cut.stop.as_ref().map(|stop| stop.path.iter().map(|point| point.served[0]).collect());
    (cut.claims[0].1.days[0].days.mean.expect("a probe"), stop)
}

#[test]
fn when_no_truck_drives_the_ward_lives_on_what_it_holds() {
    // The ward fills up at the end of each day, so it has 10 of each: two days.
    assert_eq!(read_by_hand("transport", "[cut.c]\nstops = [\"transport\"]"), (2.0, None));
    // It ends before day 4, on whose evening the ward gets 10 again.
    let ends = "[cut.c]\nstops = [\"transport\"]\nlength = \"3 days\"\nfollow = \"6 days\"";
    assert_eq!(read_by_hand("ends", ends).1, Some(vec![1.0, 1.0, 0.0, 0.0, 1.0, 1.0]));
}

#[test]
fn a_length_of_its_own_holds_instead_of_the_common_one() {
    let without = plan("own", "[cut.c]\nstops = []");
    assert_eq!(without.endurance.stop_of(&without.cuts[0]), None);
    let common = |more: &str| {
        let text = NET.replace("days-running = 1", "days-running = 1\nstop-length = \"9 days\"");
        let path = file("cut-keys", "common", &format!("{text}[cut.c]\nstops = []\n{more}"));
        let plan = compiled(&read(&path, &settings(&[]))).remove(0).plan;
        plan.endurance.stop_of(&plan.cuts[0])
    };
    assert_eq!(common(""), Some(StopPlan { length_days: 9, follow_days: 27 }));
    assert_eq!(common("length = \"4 days\""), Some(StopPlan { length_days: 4, follow_days: 12 }));
    assert_eq!(common("length = \"4 days\"\nfollow = \"5 days\""), Some(StopPlan { length_days: 4, follow_days: 5 }));
    assert_eq!(common("length = \"0 days\""), None);
}

const SURGE: &str =
    "[disruption.surge]\nduration = \"90 days\"\ndemand = { articles = { family = \"masks\" } }\ndemand-factor = 2.0\n";

#[test]
fn a_surge_of_one_family_comes_with_the_cut() {
    // Without: two days. With twice the need of A: 10 of A on day 1 and none on day 2, S = ½.
    let cut = "[cut.c]\nstops = [\"transport\"]\nwith = [\"surge\"]\n";
    assert_eq!(read_by_hand("surge", &format!("{cut}{SURGE}only-in-cuts = true")).0, 1.0);
    // One that begins by itself too, long after the copy's first day, begins with the cut all the same.
    assert_eq!(read_by_hand("surge-too", &format!("{cut}{SURGE}day = \"9 days\"")).0, 1.0);
    // On the day before the cut it doubles the needs by itself, and with the cut once more: 20 of A a day, of which the 10 are a half;
    // S(1) = ¾.
    assert_eq!(read_by_hand("twice", &format!("{cut}{SURGE}day = \"1 day\"")).0, 0.0);
}

#[test]
fn a_chain_follows_in_the_copies_of_the_cut() {
    let text = format!(
        "[cut.c]\nstops = []\nwith = [\"surge\"]\n{SURGE}only-in-cuts = true\n[disruption.late]\nlanes = [\"out\"]\nafter = \"surge\"\ndelay = \"3 days\"\nduration = \"90 days\""
    );
    let plan = plan("chain", &text);
    let names: Vec<&str> = plan.disruptions.iter().map(|process| process.name.as_str()).collect();
    assert_eq!(names, ["late / out / main / after surge / demand", "surge / demand"]);
    assert_eq!(plan.disruptions[1].source, Source::WithCut);
    assert_eq!(plan.cuts[0].with, [1]);
    // The lane stops before day 4: 10 of A are one day's need by then, 10 of B two.
    assert_eq!(read_by_hand("chain", &text).0, 4.0);
}

#[test]
fn what_no_cut_names_never_begins() {
    let path = path("never", &format!("[cut.c]\nstops = []\n{SURGE}only-in-cuts = true"));
    let Err(cells) = design::cells(&read(&path, &settings(&[])).study) else { panic!("accepted") };
    let faults: Vec<_> =
        cells.into_iter().flat_map(|cell| cell.faults).map(|fault| (fault.path, fault.message)).collect();
    let expected = ("disruption.surge.only-in-cuts", "disruption.surge never begins: no cut names it");
    assert_eq!(faults, [(expected.0.to_owned(), expected.1.to_owned())]);
}

#[test]
fn wrong_words_are_refused() {
    let found = overlay(
        "words",
        "[cut.c]\nnew = true\nstops = [\"trains\", \"origin:mars\", \"role:king\"]\nwith = [\"nothing\"]\n",
    );
    let expected = r#"
error[S0304]: `stops` in [cut.c] has `trains`
 --> over.toml:4:10
  |
4 | stops = ["trains", "origin:mars", "role:king"]
  |          ^^^^^^^^ one of outside-region, suppliers, largest-site, transport, site:ID, supplier:ID, origin:ID, owner:ID, role:NAME, lane:ID

error[S0501]: there is no origin `mars`
 --> over.toml:4:20
  |
4 | stops = ["trains", "origin:mars", "role:king"]
  |                    ^^^^^^^^^^^^^ not an origin of this scenario
  |
help: there are: asia

error[S0501]: nothing has the role `king`
 --> over.toml:4:35
  |
4 | stops = ["trains", "origin:mars", "role:king"]
  |                                   ^^^^^^^^^^^
  |
help: there are: main

error[S0501]: there is no disruption `nothing`
 --> over.toml:5:9
  |
5 | with = ["nothing"]
  |         ^^^^^^^^^ not a disruption of this scenario
"#;
    assert_told(&found, expected);
}

#[test]
fn a_length_that_is_not_followed_is_refused() {
    let found = overlay(
        "short",
        "[cut.c]\nnew = true\nstops = []\nlength = \"30 days\"\nfollow = \"20 days\"\n[cut.e]\nnew = true\nstops = []\nfollow = \"9 days\"\n",
    );
    let expected = r#"
error[S0602]: `follow` in [cut.c] ends before the stop of 30 days
 --> over.toml:6:10
  |
6 | follow = "20 days"
  |          ^^^^^^^^^ follow at least as long as `length`

error[S0602]: `follow` in [cut.e] has no stop to follow
  --> over.toml:10:10
   |
10 | follow = "9 days"
   |          ^^^^^^^^ give `length`, or leave this out
"#;
    assert_told(&found, expected);
}

#[test]
fn not_only_in_cuts_says_nothing() {
    let found = overlay(
        "false",
        "[disruption.d]\nnew = true\ndemand = {}\nonly-in-cuts = false\nduration = \"3 days\"\ndemand-factor = 2.0\n",
    );
    let expected = r#"
error[S0304]: `only-in-cuts` in [disruption.d] is false
 --> over.toml:5:16
  |
5 | only-in-cuts = false
  |                ^^^^^ write true, or say when it begins
"#;
    assert_told(&found, expected);
}

#[test]
fn parts_of_need_last_as_long_as_their_own_articles() {
    // With twice the need of A, masks last a day and gowns two; the ward and the flow are all of need: S is 1, ½, 0.
    let text = format!("[cut.c]\nstops = [\"transport\"]\nwith = [\"surge\"]\n{SURGE}only-in-cuts = true");
    let found = ran(&path("parts", &text), &settings(&[]), None).findings;
    let parts = &found.cells[0].endurance[0].slices;
    let told: Vec<_> =
        parts.iter().map(|part| (part.kind.id(), part.id.as_str(), part.groups, part.days[0].mean)).collect();
    let expected =
        [("site", "ward", 2, Some(1.0)), ("family", "gowns", 1, Some(2.0)), ("family", "masks", 1, Some(1.0))];
    assert_eq!(told, expected);
}

#[test]
fn who_fails_first_is_told_with_its_reason() {
    // With twice the need of masks they are short on day 2, for want of the 100 behind the road that is closed. By a static view they
    // would last two days on the ward's 10. Gowns last through the two days that are followed.
    let text = format!("[cut.c]\nstops = [\"transport\"]\nwith = [\"surge\"]\n{SURGE}only-in-cuts = true");
    let asked = settings(&["endurance.levels=[\"2 days\"]"]);
    let found = ran(&path("failing", &text), &asked, None).findings.cells[0].endurance[0].failing.clone();
    let told = found.groups.iter().map(|one| {
        let (kind, site, share) = one.reason.clone().expect("a reason");
        (one.median_day, one.short_by.clone(), (kind, site.expect("a site").en, share), one.supply.static_days[0])
    });
    let behind = (WhyKind::BehindStop, "main".to_owned(), 1.0);
    assert_eq!(told.collect::<Vec<_>>(), [(Some(2), vec![1.0], behind, 2.0)]);
}

#[test]
fn every_figure_of_a_part_is_its_own() {
    // As above, under thresholds of a half and of 0.9, and a cap of two days. A half is not below a half.
    let text = format!("[cut.c]\nstops = [\"transport\"]\nwith = [\"surge\"]\n{SURGE}only-in-cuts = true");
    let asked = ["thresholds=[0.5, 0.9]", "levels=[\"1 day\", \"2 days\"]", "cap=\"2 days\""];
    let asked: Vec<String> = asked.iter().map(|setting| format!("endurance.{setting}")).collect();
    let found = ran(&path("own-figures", &text), &asked, None).findings;
    let means = |spreads: &[Spread]| spreads.iter().map(|spread| spread.mean.expect("a probe")).collect::<Vec<_>>();
    let told = found.cells[0].endurance[0].slices.iter().map(|part| {
        // S on days 1 and 2; days at a half and at 0.9, and whether they reach the cap; whether 0.9 lasts for one day and for two.
        (
            part.id.as_str(),
            means(&part.share_served),
            means(&part.days),
            part.share_at_cap.clone(),
            means(&part.p_at_least),
        )
    });
    let two = |one: f64, other: f64| vec![one, other];
    let expected = [
        ("ward", two(1.0, 0.5), two(2.0, 1.0), two(1.0, 0.0), two(1.0, 0.0)),
        ("gowns", two(1.0, 1.0), two(2.0, 2.0), two(1.0, 1.0), two(1.0, 1.0)),
        ("masks", two(1.0, 0.0), two(1.0, 1.0), two(0.0, 0.0), two(1.0, 0.0)),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[test]
fn the_parts_of_a_kind_make_up_the_whole() {
    let asked = settings(&["study.replications=3", "study.reserves=[\"7-days\"]"]);
    let found = ran(&support::shipped("scenarios/demo/study.toml"), &asked, None).findings;
    let mut held = 0;
    for cut in found.cells.iter().flat_map(|cell| &cell.endurance) {
        let whole = &cut.claims.last().expect("a claim").1;
        for kind in SliceKind::ALL {
            let parts: Vec<_> = cut.slices.iter().filter(|part| part.kind == kind).collect();
            let groups: f64 = parts.iter().map(|part| f64::from(part.groups)).sum();
            for (level, all) in whole.share_served.iter().enumerate() {
                let of =
                    |part: &&&SliceFindings| f64::from(part.groups) * part.share_served[level].mean.expect("probes");
                let mean = parts.iter().map(|part| of(&part)).sum::<f64>() / groups;
                // Parts keep S to seven digits.
                assert!((mean - all.mean.expect("probes")).abs() < 1e-6, "{kind:?} {level}");
                held += 1;
            }
        }
    }
    assert!(held > 100, "{held}");
}
