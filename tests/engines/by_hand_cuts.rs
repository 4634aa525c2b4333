//! Cuts with a length of their own, and what begins with a cut, worked by hand, in both engines.

use crate::agreement::main_engine;
use crate::event::Run;
use crate::naive::simulate;
use crate::tiny::{Store, cut, plan, process, store, up_to};
use beredd::plan::Plan;
use beredd::plan::cut::Cut;
use beredd::plan::disruption::{Effects, Process, Ramp, Source, Step, Target};
use beredd::plan::endurance::{StopPlan, StopRule};
use beredd::plan::policy::Rule;
use beredd::plan::slice::{Slice, SliceKind};
use beredd::random::key::StreamName;
use beredd::random::laws::DurationLaw;
use beredd::units::PerMillion;

/// A store that uses 2 a day, orders up to 20 and waits a day, probed on day 3: 18 on hand, 2 past the cut.
fn probed(cuts: Vec<Cut>) -> Plan {
    let mut plan = plan(4, &[Store { need: Some(2.0), ..store(20, up_to(20)) }]);
    plan.endurance.probes = 1;
    plan.endurance.fixed_day = Some(3);
    plan.endurance.cap_days = 12;
    plan.endurance.thresholds = vec![0.9];
    plan.endurance.stop_rule = StopRule::ShareBelow { days_running: 1 };
    plan.cuts = cuts;
    plan
}

/// The supplier stops.
fn supplier() -> Cut {
    cut(&[Target::Site(0)], &[], false, &[1000])
}

/// A process that begins with the cut and lasts for fixed days.
fn with_cut(down_days: f64, effects: Effects) -> Process {
    Process { source: Source::WithCut, targets: Vec::new(), effects, ..process(1.0, down_days, Target::Site(0)) }
}

fn surge(factor: f64) -> Effects {
    Effects { demand_factor: Ramp(vec![Step { after: 0, factor }]), demands: vec![0], ..Effects::default() }
}

/// What both engines say.
#[track_caller]
fn both(plan: &Plan) -> Run {
    let (main, naive) = (main_engine(plan, 1, 0), simulate(plan, 1, 0));
    assert_eq!((&main.readings, &main.stops), (&naive.readings, &naive.stops));
    main
}

#[track_caller]
fn only_reading(plan: &Plan) -> (Vec<f64>, u32) {
    let run = both(plan);
    let [reading] = run.readings.as_slice() else { panic!("one reading: {:?}", run.readings) };
    (reading.served.clone(), reading.endurance[0])
}

#[test]
fn each_cut_ends_after_its_own_length_or_the_common_one_or_not() {
    // Days 1–10 are served from 18 + 2. What ends before day 4 sends 6 then, what ends before day 12 sends 20.
    let own = |length_days: u32| Cut { stop: Some(StopPlan { length_days, follow_days: 13 }), ..supplier() };
    let mut plan = probed(vec![own(3), supplier(), own(0)]);
    plan.endurance.stop = Some(StopPlan { length_days: 11, follow_days: 13 });
    let run = both(&plan);
    assert_eq!(run.readings.len(), 3);
    let stops: Vec<_> = run.stops.iter().map(|stop| (stop.cut, stop.served.clone())).collect();
    let late = [&[1.0; 10][..], &[0.0, 0.0, 1.0]].concat();
    assert_eq!(stops, [(0, vec![1.0; 13]), (1, late)]);
    plan.endurance.stop = None;
    let cuts: Vec<u32> = both(&plan).stops.iter().map(|stop| stop.cut).collect();
    assert_eq!(cuts, [0]);
}

#[test]
fn needs_that_rise_with_the_cut_shorten_endurance_and_nothing_else() {
    // Without: 20 last 10 days. Three times the need on days 1 and 2: 14, 8, then 6, 4, 2, 0 at the ends of days 3–6.
    let mut plan = probed(vec![supplier()]);
    plan.disruptions = vec![with_cut(2.0, surge(3.0))];
    assert_eq!(only_reading(&plan).1, 10);
    let calm = both(&plan).events;
    plan.cuts[0].with = vec![0];
    let (served, days) = only_reading(&plan);
    assert_eq!(days, 6);
    // The curve goes to the last level, day 7.
    assert_eq!(served, [&[1.0; 6][..], &[0.0]].concat());
    assert_eq!(both(&plan).events, calm, "the run itself knows nothing of it");
    // It goes on when the stop is over. 14, 8, 2 at the ends of days 1–3, and 6 ordered on each. Day 4 serves 2 of 6 and orders 2 more:
    // 20 come on day 5, of which 6 are used and ordered; they come on day 6, when the needs are 2 again.
    plan.disruptions[0].down = DurationLaw::Fixed { days: 5.0 };
    plan.cuts[0].stop = Some(StopPlan { length_days: 3, follow_days: 7 });
    let stop = both(&plan).stops.remove(0);
    assert_eq!(stop.served, [1.0, 1.0, 1.0, 2.0 / 6.0, 1.0, 1.0, 1.0]);
    assert_eq!(stop.cover, [7.0, 4.0, 1.0, 0.0, 7.0, 9.0, 9.0]);
}

#[test]
fn stock_that_is_lost_with_the_cut_and_what_follows_a_day_later() {
    // Half of 18 is lost at the start of day 1: 9 + 2 − 2 = 9. From day 2 on needs double for good: 5, 1, then 1 of 4.
    let half = PerMillion(500_000);
    let mut plan = probed(vec![Cut { with: vec![0], ..supplier() }]);
    let delay = DurationLaw::Fixed { days: 1.0 };
    let later = Process {
        source: Source::After { process: 0, delay, probability: 1.0 },
        stream: StreamName::new(&["later"]),
        ..with_cut(100.0, surge(2.0))
    };
    plan.disruptions = vec![with_cut(1.0, Effects { lost: half, cells: vec![0], ..Effects::default() }), later];
    let (served, days) = only_reading(&plan);
    assert_eq!(days, 3);
    assert_eq!(served, [1.0, 1.0, 1.0, 0.25, 0.0, 0.0, 0.0]);
}

#[test]
fn two_cuts_of_a_probe_do_not_meet_each_others_disruptions() {
    let mut plan = probed(vec![Cut { with: vec![0], ..supplier() }, supplier(), Cut { with: vec![1], ..supplier() }]);
    let other = Process { stream: StreamName::new(&["other"]), ..with_cut(100.0, surge(5.0)) };
    plan.disruptions = vec![with_cut(100.0, surge(2.0)), other];
    let days: Vec<u32> = both(&plan).readings.iter().map(|reading| reading.endurance[0]).collect();
    assert_eq!(days, [5, 10, 2]);
}

#[test]
fn parts_of_need_are_read_by_themselves() {
    // Three stores that each use 2 a day, live on 4, 8 and 12 when the supplier stops at once, and get nothing: 2, 4 and 6 days.
    let stores = [4, 8, 12].map(|initial| Store { need: Some(2.0), lead_days: 1.0, ..store(initial, Rule::Never) });
    let mut plan = plan(1, &stores);
    plan.endurance.probes = 1;
    plan.endurance.fixed_day = Some(0);
    plan.endurance.cap_days = 5;
    plan.endurance.levels = vec![1, 3, 5];
    plan.endurance.thresholds = vec![0.5, 0.9];
    plan.endurance.stop_rule = StopRule::ShareBelow { days_running: 1 };
    plan.cuts = vec![supplier()];
    let slice = |id: &str, groups: &[u32]| Slice {
        kind: SliceKind::Site,
        id: id.to_owned(),
        name_sv: String::new(),
        name_en: String::new(),
        groups: groups.to_vec(),
    };
    plan.endurance.slices = vec![slice("first", &[0]), slice("both", &[0, 1]), slice("last", &[2])];
    let parts = |plan: &Plan| both(plan).readings[0].slices.clone();
    // S of the first: 1, 1, 0, 0, 0; of both: 1, 1, ½, ½, 0; of the last: 1 to day 6, beyond the cap.
    let expected =
        [(vec![1.0, 0.0, 0.0], vec![2, 2]), (vec![1.0, 0.5, 0.0], vec![4, 2]), (vec![1.0, 1.0, 1.0], vec![5, 5])];
    assert_eq!(parts(&plan), expected);
    // The first unmet unit is that of the part's first group to run out, whatever the threshold.
    plan.endurance.stop_rule = StopRule::FirstUnmetUnit;
    assert_eq!(parts(&plan).iter().map(|(_, days)| days.clone()).collect::<Vec<_>>(), [[2, 2], [2, 2], [5, 5]]);
    // Days in a row: a part that falls on its third day has fallen for two days on the fourth.
    plan.endurance.stop_rule = StopRule::ShareBelow { days_running: 2 };
    assert_eq!(parts(&plan)[1].1, [4, 2]);
}
