//! `stop-length` and `stop-follow`: what they give, what they are refused for, and that they change a result; and what a
//! study says of families.

#[expect(dead_code, reason = "a part of it is used here")]
mod support;
#[expect(dead_code, reason = "a part of it is used here")]
mod told;

use beredd::plan::endurance::StopPlan;
use support::{ran, read, settings, shipped};
use told::{assert_told, overlay};

const TODAY: &str = "tests/data/example/today.toml";

fn stop(texts: &[&str]) -> Option<StopPlan> {
    read(&shipped(TODAY), &settings(texts)).study.scenarios[0].endurance.stop
}

#[test]
fn a_stop_is_followed_for_three_times_its_length_unless_said_otherwise() {
    assert_eq!(stop(&[]), None);
    let length = "endurance.stop-length=20 days";
    assert_eq!(stop(&[length]), Some(StopPlan { length_days: 20, follow_days: 60 }));
    let followed = "endurance.stop-follow=20 days";
    assert_eq!(stop(&[length, followed]), Some(StopPlan { length_days: 20, follow_days: 20 }));
    assert_eq!(stop(&["endurance.stop-length=0 days"]), None);
}

#[test]
fn a_stop_that_is_asked_for_is_told_for_every_cut() {
    let told = |texts: &[&str]| {
        let asked = [&["study.replications=3"], texts].concat();
        let findings = ran(&shipped(TODAY), &settings(&asked), None).findings;
        let stops = findings.cells[0].endurance.iter().map(|cut| cut.stop.clone());
        stops.map(|stop| stop.map(|stop| (stop.path.len(), stop.examples.len(), stop.breached.n))).collect::<Vec<_>>()
    };
    let with = told(&["endurance.stop-length=5 days", "endurance.stop-follow=12 days"]);
    assert!(!with.is_empty() && with.iter().all(|stop| *stop == Some((12, 3, 3))), "{with:?}");
    assert!(told(&[]).iter().all(Option::is_none));
}

#[test]
fn a_stop_that_is_not_followed_to_its_end_is_refused() {
    let found = overlay("stop-short", "[endurance]\nstop-length = \"30 days\"\nstop-follow = \"20 days\"\n");
    let expected = r#"
error[S0602]: `stop-follow` in [endurance] ends before the stop of 30 days
 --> over.toml:4:15
  |
4 | stop-follow = "20 days"
  |               ^^^^^^^^^ follow at least as long as `stop-length`
"#;
    assert_told(&found, expected);
}

#[test]
fn following_no_stop_is_refused() {
    let found = overlay("stop-none", "[endurance]\nstop-follow = \"20 days\"\n");
    let expected = r#"
error[S0602]: `stop-follow` in [endurance] has no stop to follow
 --> over.toml:3:15
  |
3 | stop-follow = "20 days"
  |               ^^^^^^^^^ give `stop-length`, or leave this out
"#;
    assert_told(&found, expected);
}

#[test]
fn families_at_zero_add_up_to_the_groups_at_zero() {
    let texts = [
        "study.replications=4",
        "study.scenarios=[\"delmal-1\"]",
        "study.compare-to=delmal-1",
        "study.reserves=[\"none\"]",
    ];
    let ran = ran(&shipped("scenarios/vasterbotten/study.toml"), &settings(&texts), None);
    let plan = &ran.cells[0].plan;
    let groups_of = |family: &str| {
        let is_its = |demand: u32| {
            let cell = &plan.cells[plan.demands[demand as usize].cell as usize];
            plan.articles[cell.article as usize].family == family
        };
        plan.endurance.groups.iter().filter(|group| is_its(group.demands[0])).count() as f64
    };
    let readings = ran.findings.cells[0].endurance.iter().flat_map(|cut| &cut.claims).map(|(_, readings)| readings);
    let mut families = 0;
    for readings in readings {
        for (found, all) in readings.families_at_zero.iter().zip(&readings.groups_at_zero) {
            let sum: f64 = found.iter().map(|(family, share)| share * groups_of(family)).sum();
            assert!((sum - all.mean.expect("probes")).abs() < 1e-9, "{found:?} against {all:?}");
            assert!(found.is_sorted_by(|one, other| one.1 >= other.1));
            let counted: f64 = found.iter().map(|(family, _)| groups_of(family)).sum();
            assert_eq!(counted, plan.endurance.groups.len() as f64, "every group has its family");
            families = families.max(found.iter().filter(|(_, share)| *share > 0.0).count());
        }
    }
    assert!(families > 1);
}
