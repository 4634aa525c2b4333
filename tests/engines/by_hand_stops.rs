//! Stops that end, worked by hand, in both engines.

use crate::agreement::main_engine;
use crate::event::StopRun;
use crate::tiny::{Store, cut, plan, store, up_to};
use crate::{generate, naive};
use beredd::plan::Plan;
use beredd::plan::cut::Cut;
use beredd::plan::disruption::Target;
use beredd::plan::endurance::StopPlan;
use beredd::plan::policy::Rule;

/// A store that uses 2 a day and orders up to 20, probed on a day under one cut that ends.
fn store_of_two_a_day(lead_days: f64, probed: u32, cut: Cut, stop: StopPlan) -> Plan {
    let mut plan = plan(probed + 1, &[Store { need: Some(2.0), lead_days, ..store(20, up_to(20)) }]);
    asked(&mut plan, probed, cut, stop);
    plan
}

fn asked(plan: &mut Plan, probed: u32, cut: Cut, stop: StopPlan) {
    plan.endurance.probes = 1;
    plan.endurance.fixed_day = Some(probed);
    plan.endurance.cap_days = 100;
    plan.endurance.thresholds = vec![0.9, 0.95, 0.98];
    plan.endurance.stop = Some(stop);
    plan.cuts.push(cut);
}

/// What both engines say.
#[track_caller]
fn only_stop(plan: &Plan) -> StopRun {
    let (main, naive) = (main_engine(plan, 1, 0), naive::simulate(plan, 1, 0));
    assert_eq!(main.stops, naive.stops);
    assert_eq!(main.stops.len(), 1);
    main.stops[0].clone()
}

#[test]
fn cover_falls_a_day_a_day_and_comes_back_with_the_goods() {
    // The probe of day 3 finds 18 on hand and 2 that are past the cut. Day 1 receives them and uses 2: 18 = 9 days.
    // Day 10 uses the last 2. Days 11–13 get nothing: the stop ends before day 13, on which the 20 that wait are sent.
    // They arrive on day 14, and from then on 2 are used and 2 ordered every day.
    let supplier = cut(&[Target::Site(0)], &[], false, &[1000]);
    let found = only_stop(&store_of_two_a_day(1.0, 3, supplier, StopPlan { length_days: 12, follow_days: 17 }));
    let falling = [9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0];
    assert_eq!(found.cover, [&falling[..], &[0.0, 0.0, 0.0, 9.0, 9.0, 9.0, 9.0]].concat());
    assert_eq!(found.served, [&[1.0; 10][..], &[0.0; 3], &[1.0; 4]].concat());
    assert_eq!((found.breach, found.recovered), (Some(11), Some(14)));
}

#[test]
fn recovery_needs_three_days_in_what_is_followed() {
    let supplier = || cut(&[Target::Site(0)], &[], false, &[1000]);
    let followed = |follow_days: u32| {
        only_stop(&store_of_two_a_day(1.0, 3, supplier(), StopPlan { length_days: 12, follow_days })).recovered
    };
    assert_eq!(followed(15), None);
    assert_eq!(followed(16), Some(14));
}

#[test]
fn frozen_goods_arrive_as_much_later_as_the_stop_lasted() {
    // The lane takes 3 days. The probe of day 5 finds 14 on hand and 2 + 2 + 2 due on its days 1, 2, 3, which freeze for
    // 2 days: they come on days 3, 4, 5. Nobody counted on them, so day 1 ordered 8 and day 2 ordered 2, sent on day 3
    // when the stop is over, there on day 6: 10 + 10 − 2 = 18. Then 2 are ordered daily, and come from day 9.
    let frozen = cut(&[Target::Site(0)], &[0], false, &[1000]);
    let found = only_stop(&store_of_two_a_day(3.0, 5, frozen, StopPlan { length_days: 2, follow_days: 11 }));
    assert_eq!(found.cover, [6.0, 5.0, 5.0, 5.0, 5.0, 9.0, 8.0, 7.0, 7.0, 7.0, 7.0]);
    assert_eq!(found.served, [1.0; 11]);
    assert_eq!((found.breach, found.recovered), (None, None));
}

#[test]
fn locked_stock_is_free_when_the_stop_ends() {
    // A supplier's 10 at the warehouse, of which 5 are freed; the store has 2 of its level 3 and uses 3 a day.
    // Days 1–4 as in the cut that lasts: 2, 3, 2, 0 of 3. Before day 5 the other 5 are free: 3 sent on day 5 serve
    // day 6, 2 sent on day 6 serve day 7, and nothing is left. The store is the only ward, so its 3 a day are the use:
    // day 1 leaves 2 at the warehouse, day 5 leaves 2 of the 5, every other day leaves nothing.
    let stores = [
        Store { supplier_owned: true, ..store(10, Rule::Never) },
        Store { source: Some(0), need: Some(3.0), ..store(2, up_to(3)) },
    ];
    let mut plan = plan(1, &stores);
    let stop = StopPlan { length_days: 4, follow_days: 8 };
    asked(&mut plan, 0, cut(&[], &[], true, &[0, 500]), stop);
    let found = only_stop(&plan);
    let two_thirds = 2.0 / 3.0;
    assert_eq!(found.served, [two_thirds, 1.0, two_thirds, 0.0, 0.0, 1.0, two_thirds, 0.0]);
    assert_eq!(found.cover, [two_thirds, 0.0, 0.0, 0.0, two_thirds, 0.0, 0.0, 0.0]);
    // Days 3–5 are the first three in a row below 0.95.
    assert_eq!((found.breach, found.recovered), (Some(3), None));
}

#[test]
fn stock_behind_a_stopped_lane_is_out_of_reach() {
    // A warehouse with 30 sends to a store that uses 2 a day; the lane between them stops for 3 days. The store lives on
    // its 4 for two days: 2 and 0 at the end of days 1 and 2, while the 30 count only when the lane is open again.
    // Day 1 ordered 2 and day 2 ordered 2; day 4 sends them: 26 at the warehouse, nothing at the store.
    let stores = [store(30, Rule::Never), Store { source: Some(0), need: Some(2.0), ..store(4, up_to(4)) }];
    let mut plan = plan(1, &stores);
    let lane = plan.cells[1].lane;
    asked(
        &mut plan,
        0,
        cut(&[Target::Lane(lane)], &[lane], false, &[1000]),
        StopPlan { length_days: 3, follow_days: 4 },
    );
    let found = only_stop(&plan);
    assert_eq!(found.cover, [1.0, 0.0, 0.0, 13.0]);
    assert_eq!(found.served, [1.0, 1.0, 0.0, 0.0]);
}

#[test]
fn a_stop_that_is_never_lifted_is_the_ordinary_cut_and_a_stop_of_nothing_no_stop() {
    let (mut lasting, mut nothing) = (0, 0);
    for number in 0..300 {
        let mut plan = generate::plan(number);
        let cap = plan.endurance.cap_days;
        // Curves of ordinary cuts end with the last level.
        plan.endurance.levels = vec![cap];
        plan.cuts.iter_mut().for_each(|cut| cut.stop = None);
        plan.endurance.stop = Some(StopPlan { length_days: cap, follow_days: cap });
        lasting += compare(&plan, number);
        plan.cuts = vec![cut(&[], &[], false, &[1000])];
        // A reserve is filled up again when a cut is lifted, even one of nothing.
        plan.apart.clear();
        plan.endurance.stop = Some(StopPlan { length_days: cap / 2, follow_days: cap });
        nothing += compare(&plan, number);
    }
    println!("{lasting} lasting stops, {nothing} stops of nothing");
    assert!(lasting > 300 && nothing > 150);
}

/// Holds each stop's S against that of the ordinary reading with the largest claim; returns how many.
fn compare(plan: &Plan, number: u64) -> usize {
    let run = main_engine(plan, 3, number);
    for stop in &run.stops {
        let same = |reading: &&crate::event::Reading| reading.probe == stop.probe && reading.cut == stop.cut;
        let ordinary = run.readings.iter().filter(same).max_by_key(|reading| reading.claim).expect("a reading");
        assert_eq!(ordinary.served, stop.served, "plan {number}");
    }
    run.stops.len()
}
