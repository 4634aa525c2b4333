//! The presets of disruptions: each one happens, and hurts in the direction it should.

use crate::support::{Ran, compiled, mean, quoted, ran, read, settings, shipped, written};
use beredd::plan::Plan;
use beredd::plan::disruption::Source;
use beredd::sim::downtime::Downtime;
use beredd::sim::replication::Ready;

/// Today, or another scenario of the region, with a preset or without.
fn path(scenario: &str, preset: Option<&str>) -> std::path::PathBuf {
    let base = quoted(&format!("scenarios/vasterbotten/{scenario}.toml"));
    let parts = match preset {
        Some(preset) => format!("[{base}, {}]", quoted(&format!("scenarios/presets/{preset}.toml"))),
        None => base,
    };
    let name = preset.unwrap_or("none");
    let file = format!("{scenario}-{name}.toml");
    written("presets", &[(&file, &format!("extends = {parts}\n"))]).join(file)
}

fn quick() -> Vec<String> {
    settings(&["endurance.probes=0", "scenario.measured=300 days", "study.replications=3"])
}

fn fill_rate(ran: &Ran) -> f64 {
    mean(&ran.findings.cells[0].metrics["fill_rate"])
}

/// Whether a process of a preset begins in the first replication.
fn happens(plan: &Plan) -> bool {
    let ready = Ready::new(plan);
    let mut downtime = Downtime::new(ready.first());
    ready.observe(1, 0, &mut downtime).expect("units are conserved");
    let preset = |(process, _): &(&beredd::plan::disruption::Process, _)| process.name.starts_with("preset-");
    let mut processes = plan.disruptions.iter().zip(&downtime.processes).filter(preset);
    processes.any(|(process, seen)| matches!(process.source, Source::Once { .. }) && seen.begins == 1)
}

#[track_caller]
fn hurts(scenario: &str, preset: &str) {
    let with = path(scenario, Some(preset));
    let plan = compiled(&read(&with, &quick())).remove(0).plan;
    assert!(happens(&plan), "{preset} does not happen");
    let (before, after) = (ran(&path(scenario, None), &quick(), None), ran(&with, &quick(), None));
    let (calm, hit) = (fill_rate(&before), fill_rate(&after));
    println!("{scenario} {preset}: fill rate {calm:.4} → {hit:.4}");
    assert!(hit < calm, "{preset}: fill rate {calm} → {hit}");
}

#[test]
fn presets_hurt_today() {
    let presets = [
        "supplier-shortage",
        "wholesaler-failure-2019",
        "wholesaler-bankruptcy",
        "pandemic",
        "border-closed",
        "transport-stop",
        "cyber-attack",
        "fire",
        "cooling-failure",
    ];
    for preset in presets {
        hurts("today", preset);
    }
    let shipped = std::fs::read_dir(shipped("scenarios/presets")).expect("the folder").count();
    assert_eq!(shipped, presets.len() + HOLIDAYS.len() + CUTS.len(), "every preset is tried");
}

/// Presets of cuts, by the id of the cut in the file.
const CUTS: [&str; 5] = ["wholesaler", "wholesaler-main", "transport", "cyber", "outside-region-pandemic"];

/// S on days 7 and 30 of the copies of a cut, with all stock of suppliers claimed.
fn served(ran: &Ran, cut: &str) -> [f64; 2] {
    let found = ran.findings.cells[0].endurance.iter().find(|found| found.cut == cut).expect("the cut");
    let served = &found.claims.last().expect("a claim").1.share_served;
    [1, 2].map(|level| mean(&served[level]))
}

#[test]
fn presets_of_cuts_hurt_in_the_order_they_should() {
    let ask = |more: &str| settings(&["study.replications=3", &format!("study.cuts=[{more}]")]);
    let with = |cut: &str| {
        let found = ran(&path("today", Some(&format!("cut-{cut}"))), &ask(&format!("\"{cut}\"")), None);
        let served = served(&found, cut);
        println!("{cut}: S(7) and S(30) {served:.4?}");
        served
    };
    let [wholesaler, main, transport, cyber, pandemic] = CUTS.map(with);
    let nothing = "[cut.calm]\nnew = true\nstops = []\n";
    let calm_path = written(
        "presets",
        &[("calm.toml", &format!("extends = {}\n{nothing}", quoted("scenarios/vasterbotten/today.toml")))],
    );
    let found = ran(&calm_path.join("calm.toml"), &ask("\"calm\", \"outside-region\""), None);
    let (calm, outside) = (served(&found, "calm"), served(&found, "outside-region"));
    println!("calm {calm:.4?}, outside-region {outside:.4?}");
    assert!(wholesaler[1] < main[1] && main[1] < calm[1], "both warehouses are more than one");
    // By day 30 most of what waited has left again.
    assert!(cyber[0] < calm[0] && cyber[1] > main[1], "nothing leaves for a week, then a part");
    assert!(transport[1] < wholesaler[1] && transport[1] < outside[1], "no stock reaches the wards");
    assert!(pandemic[1] < outside[1], "needs that rise leave less for each");
}

/// Presets of holidays: a name, and the part of ids after it.
const HOLIDAYS: [&str; 2] = ["july", "christmas"];

#[test]
fn fewer_people_leave_more_work_in_the_holidays() {
    for holiday in HOLIDAYS {
        let with = path("today", Some(&format!("holiday-{holiday}")));
        let year = settings(&["endurance.probes=0", "study.replications=2"]);
        assert!(happens(&compiled(&read(&with, &year)).remove(0).plan), "{holiday} does not happen");
        let nobody_away = [year.clone(), vec![format!("disruption.preset-{holiday}-staff.staff-factor=1.0")]].concat();
        let left = |ran: &Ran| mean(&ran.findings.cells[0].metrics["days_with_work_left"]);
        let used = |ran: &Ran| mean(&ran.findings.cells[0].metrics["staff_used"]);
        let (away, full) = (ran(&with, &year, None), ran(&with, &nobody_away, None));
        println!(
            "{holiday}: days with work left {:.4} → {:.4}, hours used {:.4}",
            left(&full),
            left(&away),
            used(&full)
        );
        assert!(left(&away) > left(&full), "{holiday}: {} → {}", left(&full), left(&away));
        // Hours that fit: on most days of the year the work gets done.
        assert!(left(&full) < 0.2 && used(&full) > 0.4, "{} {}", left(&full), used(&full));
    }
}

#[test]
fn a_central_warehouse_can_burn_too() {
    hurts("delmal-2", "fire");
}
