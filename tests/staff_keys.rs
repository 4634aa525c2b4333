//! Staff, cut-off times and prices that rise, by the ordinary way from a file: figures worked by hand, and what is refused.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;
#[path = "support/ten_days.rs"]
mod ten_days;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::study::design;
use beredd::study::findings::CellFindings;
use std::path::PathBuf;
use support::{ran, read, settings, written};
use ten_days::ten_days;
use told::overlay;

/// A store that uses 10 a day of one article and orders up to 100 every day from a supplier a day away. It opens with 90, so the
/// order of Monday (day 0) is 20 and the others are 10; one line comes on each of the days 1 to 9.
const STORE: &str = ten_days!(
    "start = 2026-01-05\n",
    "1 day",
    r#"[owner.town]
kind = "partner"
[site.store]
owner = "region"
payer = "town"
demand-share = "100 %"
[lane.in]
from = "suppliers"
to = "store"
LANE
[sourcing.store]
at = ["store"]
from = "supplier"
[policy.store]
at = ["store"]
kind = "order-up-to"
level = "100 units"
POLICY
[article.A]
supplier = "maker"
demand = "10 units/day"
price = "10 SEK/unit"
[endurance]
probes = 0
[study]
replications = 1
"#
);

fn folder(test: &str, lane: &str, policy: &str, more: &str) -> PathBuf {
    let text = STORE.replace("LANE", lane).replace("POLICY", policy).replace("negative = \"truncate\"\n", "");
    let files =
        [("store.toml", format!("{text}{more}\n")), ("later.toml", "[policy.store]\nlevel = \"90 units\"\n".into())];
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    written(&format!("staff-{test}"), &files).join("store.toml")
}

fn run(test: &str, lane: &str, policy: &str, more: &str) -> CellFindings {
    let ran = ran(&folder(test, lane, policy, more), &settings(&[]), None);
    ran.findings.cells.into_iter().next().expect("one cell")
}

fn metric(cell: &CellFindings, name: &str) -> Option<f64> {
    cell.metrics.get(name).and_then(|figure| figure.mean)
}

fn component(cell: &CellFindings, name: &str) -> Option<f64> {
    let lines = &cell.cost.components;
    lines.iter().find(|(component, _)| component.id() == name).and_then(|(_, figure)| figure.mean)
}

fn paid_by(cell: &CellFindings, payer: &str) -> Option<f64> {
    cell.cost.payers.iter().find(|(id, _)| id == payer).and_then(|(_, figure)| figure.mean)
}

#[track_caller]
fn near(found: Option<f64>, expected: f64) {
    let found = found.expect("a figure");
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

const STAFF: &str = "[staff.s]\nat = [\"store\"]\nhours = \"12 min/day\"\nper-line-received = \"6 min/line\"\n";

#[test]
fn working_hours_are_counted_and_paid() {
    // Nine lines of six minutes, and ten days of twelve: 54 of 120 minutes. Two hours at 350 SEK in ten days.
    let cell = run("plain", "", "", &format!("{STAFF}price = \"350 SEK/h\"\n"));
    near(metric(&cell, "staff_used"), 0.45);
    near(metric(&cell, "dock_lines"), 0.0);
    near(metric(&cell, "days_with_work_left"), 0.0);
    near(component(&cell, "staff"), 2.0 * 350.0 * 36.5);
    near(paid_by(&cell, "town"), 2.0 * 350.0 * 36.5);
    assert_eq!(metric(&run("none", "", "", ""), "staff_used"), None);
    // Nobody works on Tuesdays, days 1 and 8: a line waits at the end of each, and is in transit still.
    let cell = run("tuesdays", "", "", &format!("{STAFF}weekday = {{ tue = 0 }}\n"));
    near(metric(&cell, "staff_used"), 54.0 / 96.0);
    near(metric(&cell, "dock_lines"), 0.2);
    near(metric(&cell, "days_with_work_left"), 0.2);
    assert_eq!(component(&cell, "staff"), None);
    // At the ends of days 20 are in transit on day 0, then 10; on day 1 the 20 of Monday wait, on day 8 ten.
    near(metric(&cell, "mean_in_transit"), (20.0 + 30.0 + 6.0 * 10.0 + 20.0 + 10.0) / 10.0);
}

#[test]
fn a_staff_that_is_away_lets_lines_wait() {
    // From day 2 on for three days the half of it is there: six minutes, and a line takes six. Then none for two days.
    let away = "[disruption.d]\nsites = [\"store\"]\nday = \"2 days\"\nduration = \"5 days\"\nstaff-factor = [[\"0 days\", 0.5], [\"3 days\", 0.0]]\n";
    let cell = run("away", "", "", &format!("{STAFF}{away}"));
    // The lines of days 5 and 6 wait; on day 7 two of three are worked on, on day 8 two of two, one on day 9.
    near(metric(&cell, "dock_lines"), (1.0 + 2.0 + 1.0) / 10.0);
    near(metric(&cell, "days_with_work_left"), 0.3);
    near(metric(&cell, "staff_used"), 0.45);
}

#[test]
fn an_order_after_the_cut_off_is_on_its_way_a_day_longer() {
    let cell = run("cut-off", "cut-off = \"14:00\"", "review-at = \"15:00\"", "");
    // At the ends of days: 20 ordered; 20 under way and 10 ordered; then 10 and 10.
    near(metric(&cell, "mean_on_order"), (20.0 + 30.0 + 8.0 * 20.0) / 10.0);
    near(metric(&cell, "mean_in_transit"), (20.0 + 8.0 * 10.0) / 10.0);
    let in_time = run("in-time", "cut-off = \"14:00\"", "review-at = \"13:59\"", "");
    near(metric(&in_time, "mean_on_order"), (20.0 + 9.0 * 10.0) / 10.0);
}

#[test]
fn dear_goods_cost_what_they_cost_beyond_their_price() {
    // What leaves on days 3 and 4, 10 units each, costs twice its price more: 400 SEK in ten days.
    let dear = "[disruption.d]\nsuppliers = \"all\"\nday = \"3 days\"\nduration = \"2 days\"\nprice-factor = 3.0\n";
    let cell = run("dear", "", "", dear);
    near(component(&cell, "price_rise"), 400.0 * 36.5);
    near(paid_by(&cell, "region"), 400.0 * 36.5);
    // The goods come all the same.
    assert_eq!(metric(&cell, "mean_stock"), metric(&run("cheap", "", "", ""), "mean_stock"));
    assert_eq!(component(&run("cheap", "", "", ""), "price_rise"), None);
}

fn refused(test: &str, lane: &str, policy: &str, more: &str) -> Vec<String> {
    let loaded = read(&folder(test, lane, policy, more), &settings(&[]));
    let Err(faults) = design::cells(&loaded.study) else { panic!("accepted") };
    faults.into_iter().flat_map(|one| one.faults).map(|fault| fault.path).collect()
}

#[test]
fn what_does_not_go_together_is_refused_at_its_key() {
    let twice = STAFF.replace("staff.s", "staff.t");
    assert_eq!(refused("twice", "", "", &format!("{STAFF}{twice}")), ["staff.t.at"]);
    let picked = format!("{STAFF}per-line-picked = \"3 min/line\"\n");
    assert_eq!(refused("picked", "", "", &picked), ["staff.s.per-line-picked"]);
    assert_eq!(refused("rate", "receipt-rate = \"5 units/day\"", "", STAFF), ["staff.s.per-line-received"]);
    assert_eq!(refused("continuous", "", "review = \"continuous\"", STAFF), ["staff.s.at"]);
    let phase = "[phase.later]\nday = \"5 days\"\noverlay = \"later.toml\"\n";
    let of_phases = refused("phases", "", "", &format!("{STAFF}{phase}"));
    assert_eq!(of_phases, ["phase.later.staff.s", "staff.s"]);
    assert_eq!(refused("cut-off-alone", "cut-off = \"14:00\"", "", ""), ["lane.in.cut-off"]);
    assert_eq!(refused("review-at-alone", "", "review-at = \"15:00\"", ""), ["policy.store.review-at"]);
    let away = "[disruption.d]\nsites = [\"store\"]\nday = \"2 days\"\nduration = \"5 days\"\nstaff-factor = 0.5\n";
    assert_eq!(refused("away-from-nothing", "", "", away), ["disruption.d.staff-factor"]);
    assert_eq!(refused("seconds", "", "", &STAFF.replace("6 min", "0.001 min")), ["staff.s.per-line-received"]);
}

/// What is said at the place of the fault.
#[track_caller]
fn says(test: &str, text: &str, words: &[&str]) {
    let found = overlay(test, text);
    for word in words {
        assert!(found.contains(word), "`{word}` is not in\n{found}");
    }
}

#[test]
fn wrong_values_are_told_at_their_place() {
    let lane = |time: &str| format!("[lane.x]\nnew = true\nfrom = \"suppliers\"\nto = \"main\"\ncut-off = {time}\n");
    says("time-text", &lane("\"14.00\""), &["S0302", "over.toml:6:11", "write \"14:00\""]);
    says("time-range", &lane("\"24:00\""), &["S0303", "must be between 00:01 and 23:59"]);
    says("time-first", &lane("\"00:00\""), &["S0303"]);
    says("time-number", &lane("14"), &["S0201", "write \"14:00\""]);
    let staff = |keys: &str| format!("[staff.x]\nnew = true\nat = [\"main\"]\n{keys}\n");
    says("idle-staff", &staff("hours = \"8 h/day\""), &["S0202", "per-line-received"]);
    says("no-hours", &staff("hours = \"0 h/day\"\nper-line-received = \"1 min/line\""), &["S0303", "over.toml:5:9"]);
    says("hours-unit", &staff("hours = \"8 h\"\nper-line-received = \"1 min/line\""), &["S0301", "hours/day"]);
    says(
        "no-day",
        &staff(
            "hours = \"8 h/day\"\nper-line-received = \"1 min/line\"\nweekday = { mon = 0, tue = 0, wed = 0, thu = 0, fri = 0, sat = 0, sun = 0 }",
        ),
        &["S0602"],
    );
    let hits = |keys: &str| format!("[disruption.x]\nnew = true\nday = \"3 days\"\nduration = \"3 days\"\n{keys}\n");
    says("dear-site", &hits("sites = [\"main\"]\nprice-factor = 2.0"), &["S0602", "is about what suppliers sell"]);
    says("staff-supplier", &hits("suppliers = \"all\"\nstaff-factor = 0.5"), &["S0602", "is about the staff of sites"]);
    says("cheaper", &hits("suppliers = \"all\"\nprice-factor = 0.5"), &["S0303", "must be between 1 and 1000"]);
}
