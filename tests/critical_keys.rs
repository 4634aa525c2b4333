//! Reserves kept for critical use, and news that comes late, from files: what they do, by hand, and what they are refused for.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;
#[path = "support/ten_days.rs"]
mod ten_days;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;
#[path = "support/two_wards.rs"]
mod two_wards;

use beredd::scenario::compile::Fault;
use beredd::study::design;
use support::{Ran, file, ran, read, settings, written};
use ten_days::ten_days;
use told::{assert_told, overlay};
use two_wards::two_wards;

/// Ten a day, exactly, five at each of two wards that have five and order up to ten; a main store with 30 that orders nothing, and two
/// days' reserve there. Whatever is sent is there at once, and need that is not met is lost.
const NET: &str = two_wards!(
    ("unmet = \"lost\"\n", "4 days", "capital-rate = \"10 %/year\"\n"),
    ["ward", "clinic"],
    (lanes: "0 days", level: "10 units", main: "30 units", ward: "5 units"),
    r#"[article.A]
supplier = "maker"
critical = true
demand = "10 units/day"
demand-sd = "0 units/day"
price = "2 SEK/unit"

[reserve-placement.main]
at = "main"
KIND

[endurance]
probes = 0

[study]
replications = 1
reserves = ["2 days"]
"#
);

fn path(test: &str, kind: &str) -> std::path::PathBuf {
    file(test, "net", &NET.replace("KIND", kind))
}

fn net(test: &str, kind: &str) -> Ran {
    ran(&path(test, kind), &settings(&[]), None)
}

/// Who went without: the share of each site's need that was not served at once.
fn short(ran: &Ran) -> Vec<(String, f64)> {
    let sites = ran.findings.cells[0].shortage.iter();
    sites.map(|site| (site.site.clone(), site.short.mean.expect("one replication"))).collect()
}

fn faults(path: &std::path::Path, more: &[&str]) -> Vec<Fault> {
    let Err(faults) = design::cells(&read(path, &settings(more)).study) else { panic!("accepted") };
    faults.into_iter().flat_map(|cell| cell.faults).collect()
}

#[test]
fn who_is_named_is_served_longer() {
    // 20 of the 30 are kept for the ward. Evening 0: both ask for 10; of the 10 above 5 each, then 5 for the ward. Evening 1: 15 are left,
    // all kept; the ward gets its 5 now and on the two evenings after that. It is served on days 0 to 5, 30 of 50; the clinic on days 0
    // and 1, 10 of 50.
    let kept = net("named", "kind = \"critical\"\nfor = [\"ward\"]");
    assert_eq!(short(&kept), [("clinic".to_owned(), 0.8), ("ward".to_owned(), 0.4)]);
    // Free, both get 10 and then 5: days 0 to 3.
    let free = net("nobody-named", "kind = \"free\"");
    assert_eq!(short(&free), [("clinic".to_owned(), 0.6), ("ward".to_owned(), 0.6)]);
}

#[test]
fn for_must_name_somebody_but_not_everybody() {
    let told = |test: &str, sites: &str| {
        let found = faults(&path(test, &format!("kind = \"critical\"\nfor = {sites}")), &[]);
        found.into_iter().map(|fault| (fault.path, fault.message)).collect::<Vec<_>>()
    };
    let path = || "reserve-placement.main.for".to_owned();
    let everybody = "all who draw on the stock of main are named, so it is kept from nobody";
    assert_eq!(told("all", "[\"clinic\", \"ward\"]"), [(path(), everybody.to_owned())]);
    let stranger = "main buys and uses nothing of this reserve at main";
    assert_eq!(told("stranger", "[\"main\", \"ward\"]"), [(path(), stranger.to_owned())]);
    // A site with use of its own must be named itself.
    let text = NET.replace("KIND", "kind = \"critical\"\nfor = [\"ward\"]");
    let text =
        text.replace("[site.main]\nowner = \"region\"", "[site.main]\nowner = \"region\"\ndemand-share = \"10 %\"");
    let text = text.replace(
        "[site.ward]\nowner = \"region\"\ndemand-share = \"50 %\"",
        "[site.ward]\nowner = \"region\"\ndemand-share = \"40 %\"",
    );
    let found = faults(&file("own-use", "net", &text), &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].message, "main has use of its own, and is not named");
}

#[test]
fn for_is_refused_without_the_kind_and_required_with_it() {
    let text = "[reserve-placement.main]\nnew = true\nat = \"main\"\nfor = [\"main\"]\n";
    let expected = r#"
error[S0206]: `for` in [reserve-placement.main] changes nothing without kind = "critical"
 --> over.toml:5:1
  |
5 | for = ["main"]
  | ^^^ change the kind, or leave it out
"#;
    assert_told(&overlay("for-free", text), expected);
    let text = "[reserve-placement.main]\nnew = true\nat = \"main\"\nkind = \"critical\"\n";
    let expected = r#"
error[S0202]: `for` is missing in [reserve-placement.main]
 --> over.toml:2:20
  |
2 | [reserve-placement.main]
  |                    ^^^^ needs it
"#;
    assert_told(&overlay("for-missing", text), expected);
}

/// The alarm of a stop of all suppliers on day 2 that lasts for five days.
const STOP: &str = "[disruption.border]\nsuppliers = \"all\"\nday = \"2 days\"\nduration = \"5 days\"\n";
const ALARM: &str = "kind = \"alarm\"\nalarm = [\"disruption:border\"]\nrefill-time = \"90 days\"\n";

#[test]
fn an_alarm_waits_for_late_news() {
    let served = |delay: &str| {
        let ran = net(&format!("late-{delay}"), &format!("{ALARM}\n{STOP}information-delay = \"{delay} days\"\n"));
        let metrics = &ran.findings.cells[0].metrics;
        (metrics["fill_rate"].mean, metrics["reserve_openings"].mean)
    };
    // 30 and 10 last until day 3. What is opened on day 2 is 20 more, days 4 and 5; opened on day 6 it serves days 7 and 8. On day 7 the
    // suppliers deliver again, and nobody needs to know.
    assert_eq!(served("0"), (Some(0.6), Some(36.5)));
    assert_eq!(served("4"), (Some(0.6), Some(36.5)));
    assert_eq!(served("5"), (Some(0.4), Some(0.0)));
}

#[test]
fn late_news_that_nobody_waits_for_is_refused() {
    let found = faults(&path("unheard", &format!("kind = \"free\"\n\n{STOP}information-delay = \"2 days\"\n")), &[]);
    let told: Vec<_> = found.iter().map(|fault| (fault.path.as_str(), fault.message.as_str())).collect();
    assert_eq!(told, [("disruption.border.information-delay", "nothing that the region decides waits for this news")]);
    // An alarm counts under every reserve of a study, no reserve too.
    let path = path("heard", &format!("{ALARM}\n{STOP}information-delay = \"2 days\"\n"));
    assert!(design::cells(&read(&path, &settings(&["study.reserves=[\"none\", \"2 days\"]"])).study).is_ok());
}

#[test]
fn phases_of_a_run_have_their_own_reserves() {
    let figures = |test: &str, kind: &str, day: u32, overlay: &str| {
        let phase = format!("{kind}\n[phase.later]\nday = \"{day} days\"\noverlay = \"later.toml\"\n");
        let folder = written(test, &[("net.toml", &NET.replace("KIND", &phase)), ("later.toml", overlay)]);
        let ran = ran(&folder.join("net.toml"), &settings(&[]), None);
        let metrics = &ran.findings.cells[0].metrics;
        (metrics["fill_rate"].mean, metrics["reserve_openings"].mean)
    };
    // A disruption of the second phase stands before the border in the order of names; the alarm is still about the border.
    let road = "[disruption.a-road]\nnew = true\nlanes = [\"main-clinic\"]\nday = \"9 days\"\nduration = \"1 day\"\n";
    assert_eq!(figures("renumbered", &format!("{ALARM}\n{STOP}"), 8, road), (Some(0.6), Some(36.5)));
    // From day 5 on there is no reserve apart: the 20 join the stock, leave that evening, and last for two days.
    let cut = "kind = \"alarm\"\nalarm = [\"cut\"]\nrefill-time = \"90 days\"";
    let none = "[reserve-placement.main]\nenabled = false\n";
    assert_eq!(figures("given-up", cut, 5, none), (Some(0.6), Some(0.0)));
    let the_same = "[article.A]\nprice = \"3 SEK/unit\"\n";
    assert_eq!(figures("not-given-up", cut, 5, the_same), (Some(0.4), Some(0.0)));
}

#[test]
fn a_neighbour_leaves_the_reserve_alone_too() {
    let kind = "kind = \"critical\"\nfor = [\"ward\"]\n\n[neighbour.n]\nat = [\"ward\", \"clinic\"]\nfrom = [\"main\"]\nkeep = \"1 day\"\n";
    let cells = design::cells(&read(&path("neighbours", kind), &settings(&[])).study);
    let plan = &cells.unwrap_or_else(|faults| panic!("{faults:?}"))[0].plan;
    let keeps = plan.neighbours.takers.iter().map(|taker| {
        let site = plan.cells[plan.demands[taker.demand as usize].cell as usize].site;
        (plan.sites[site as usize].id.as_str(), taker.givers[0].keep)
    });
    // A day's use is 10, the reserve 20.
    assert_eq!(keeps.collect::<Vec<_>>(), [("clinic", 20), ("ward", 10)]);
}
