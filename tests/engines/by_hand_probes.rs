//! Probes worked by hand: frozen goods, claims, groups, readings.

use crate::event::Reading;
use crate::naive::{State, simulate};
use crate::probe::under_cut;
use crate::tiny::{Store, cut, end, need, ordered, plan, process, store, up_to};
use crate::world::World;
use beredd::plan::Plan;
use beredd::plan::demand::WeekProfile;
use beredd::plan::disruption::Target;
use beredd::plan::endurance::{NeedGroup, StopRule};
use beredd::plan::policy::Rule;
use beredd::random::key::ReplicationKey;

/// Probes a plan on one day, with these thresholds and three days in a row.
fn probed(mut plan: Plan, day: u32, cap_days: u32, thresholds: &[f64]) -> Plan {
    plan.endurance.probes = 1;
    plan.endurance.fixed_day = Some(day);
    plan.endurance.cap_days = cap_days;
    plan.endurance.thresholds = thresholds.to_vec();
    plan
}

fn readings(plan: &Plan) -> Vec<Reading> {
    simulate(plan, 1, 0).readings
}

#[track_caller]
fn expect(reading: &Reading, served: &[f64], endurance: &[u32]) {
    assert_eq!((reading.served.as_slice(), reading.endurance.as_slice()), (served, endurance));
}

/// Day 0: 6 − 4 = 2 on hand, and 8 ordered, due on day 2. The probe is taken on day 1.
fn two_on_hand_and_eight_under_way() -> Plan {
    probed(plan(3, &[Store { need: Some(4.0), lead_days: 2.0, ..store(6, up_to(10)) }]), 1, 6, &[0.4, 0.9])
}

#[test]
fn frozen_goods_never_arrive() {
    let mut plan = two_on_hand_and_eight_under_way();
    // The supplier is cut off and the goods have not passed the cut: 2 of 4, then nothing.
    // Below 0.4 from day 2 on, below 0.9 from day 1 on.
    plan.cuts.push(cut(&[Target::Site(0)], &[0], false, &[1000]));
    // The goods are past the cut: 2 of 4; the 8 serve days 2 and 3 (what was unmet has lapsed); then nothing.
    // Below 0.9: day 1 alone, then days 4, 5, 6.
    plan.cuts.push(cut(&[Target::Site(0)], &[], false, &[1000]));
    // Nothing stops: day 1 orders 2 (8 under way), days 2, 3, … order 4. On hand after the demand: 0, 4, 2, 2, …
    plan.cuts.push(cut(&[], &[], false, &[1000]));
    let readings = readings(&plan);
    expect(&readings[0], &[0.5, 0.0, 0.0, 0.0, 0.0, 0.0], &[1, 0]);
    expect(&readings[1], &[0.5, 1.0, 1.0, 0.0, 0.0, 0.0], &[3, 3]);
    expect(&readings[2], &[0.5, 1.0, 1.0, 1.0, 1.0, 1.0], &[6, 6]);
    assert!(readings.iter().all(|reading| reading.day == 1 && !reading.major));
}

#[test]
fn frozen_goods_are_no_longer_on_order() {
    // The 8 under way are frozen, so after the 2 on hand are gone the position is 0, and 10 are ordered. The supplier
    // is stopped, so they stay requested.
    let plan = two_on_hand_and_eight_under_way();
    let world = World { plan: &plan, root: &plan, key: ReplicationKey::new(1, 0) };
    let mut state = State::at_start(&world);
    state.live_through(&world, 0, &mut Vec::new());
    let mut copy = under_cut(&plan, &state, &cut(&[Target::Site(0)], &[0], false, &[1000]), 1000);
    let mut log = Vec::new();
    copy.live_through(&world, 1, &mut log);
    assert_eq!(log, [need(1, 0, 4, 2), ordered(1, 0, 10), end(1, 0, 0, 0, 10)]);
}

#[test]
fn a_return_does_not_make_up_for_need() {
    // One store gets 1 of 3, the other takes 2 back: 1 of 3 is served in the group, not (1 − 2) of (3 − 2).
    let stores =
        [Store { need: Some(3.0), ..store(1, Rule::Never) }, Store { need: Some(-2.0), ..store(0, Rule::Never) }];
    let mut plan = probed(plan(1, &stores), 0, 1, &[0.3]);
    plan.endurance.groups = vec![NeedGroup { name: "both".to_owned(), demands: vec![0, 1] }];
    plan.cuts.push(cut(&[], &[], false, &[1000]));
    expect(&readings(&plan)[0], &[1.0 / 3.0], &[1]);
}

#[test]
fn a_copy_leaves_the_run_alone() {
    let mut plan = two_on_hand_and_eight_under_way();
    plan.cuts.push(cut(&[Target::Site(0)], &[0], true, &[0]));
    let probed = simulate(&plan, 1, 0).events;
    plan.endurance.probes = 0;
    assert_eq!(probed, simulate(&plan, 1, 0).events);
}

#[test]
fn the_first_unmet_unit_knows_no_threshold() {
    // 11 on hand, 4 a day, nothing more comes: 4, 4, 3 of 4, 0.
    let mut plan = probed(plan(3, &[Store { need: Some(4.0), ..store(11, Rule::Never) }]), 0, 5, &[0.5, 0.9]);
    plan.cuts.push(cut(&[], &[], false, &[1000]));
    expect(&readings(&plan)[0], &[1.0, 1.0, 0.75, 0.0, 0.0], &[3, 2]);
    plan.endurance.stop_rule = StopRule::FirstUnmetUnit;
    expect(&readings(&plan)[0], &[1.0, 1.0, 0.75, 0.0, 0.0], &[2, 2]);
    // The cap of 3 is not reached by the three days in a row that begin on day 4: what lasts longer is the cap.
    plan.endurance.stop_rule = StopRule::ShareBelow { days_running: 3 };
    plan.endurance.cap_days = 3;
    expect(&readings(&plan)[0], &[1.0, 1.0, 0.75], &[3, 2]);
}

/// A supplier's stock of 10 at a warehouse, and a store with 2 of its level 3 that uses 3 a day.
fn consignment(rule: Rule) -> Plan {
    let stores = [
        Store { supplier_owned: true, ..store(10, rule) },
        Store { source: Some(0), need: Some(3.0), ..store(2, up_to(3)) },
    ];
    let mut plan = probed(plan(8, &stores), 0, 6, &[0.5]);
    plan.cuts.push(cut(&[], &[], true, &[0, 333, 500, 1000]));
    plan
}

#[test]
fn a_claim_frees_a_part_of_the_suppliers_stock() {
    let third = 1.0 / 3.0;
    let two_thirds = 2.0 / 3.0;
    // Day 1 serves 2 of 3 and orders 3. Whatever is freed is sent 3 a day and serves the day after:
    // 0 → nothing; 333 ‰ of 10 → 3; 500 ‰ → 3 + 2; 1000 ‰ → 3 + 3 + 3 + 1.
    // What the warehouse orders from the supplier when it may is locked when it arrives, so its rule changes nothing.
    for rule in [Rule::Never, up_to(10)] {
        let readings = readings(&consignment(rule));
        expect(&readings[0], &[two_thirds, 0.0, 0.0, 0.0, 0.0, 0.0], &[1]);
        expect(&readings[1], &[two_thirds, 1.0, 0.0, 0.0, 0.0, 0.0], &[2]);
        expect(&readings[2], &[two_thirds, 1.0, two_thirds, 0.0, 0.0, 0.0], &[3]);
        expect(&readings[3], &[two_thirds, 1.0, 1.0, 1.0, third, 0.0], &[4]);
    }
}

#[test]
fn freed_stock_passes_through_a_second_warehouse_of_the_supplier() {
    // The supplier's warehouse A has 10, its warehouse B 2 of its level 3, the store 3 of its level 3; the store uses 3 a day.
    // Claim 100 %. Day 1: 3 served; the store asks 3, B (2 − 3 owed) asks 4; A sends 4, B sends 2.
    // Day 2: 2 of 3 (the rest lapses); the store asks 2 on top of the 1 it waits for, B asks 2; A sends 2, B sends 3.
    // Day 3: 3 served; A sends 3, B sends 3. Day 4: 3 served; A sends its last 1, B sends 3. Day 5: 3 served; B sends 1.
    // Day 6: 1 of 3. In all 3 + 2 + 3 + 3 + 3 + 1 = 15 = 10 + 2 + 3. Claim 0: only what the store has.
    let stores = [
        Store { supplier_owned: true, ..store(10, Rule::Never) },
        Store { source: Some(0), supplier_owned: true, ..store(2, up_to(3)) },
        Store { source: Some(1), need: Some(3.0), ..store(3, up_to(3)) },
    ];
    let mut plan = probed(plan(8, &stores), 0, 6, &[0.5]);
    plan.cuts.push(cut(&[], &[], true, &[0, 1000]));
    let readings = readings(&plan);
    expect(&readings[0], &[1.0, 0.0, 0.0, 0.0, 0.0, 0.0], &[1]);
    expect(&readings[1], &[1.0, 2.0 / 3.0, 1.0, 1.0, 1.0, 1.0 / 3.0], &[5]);
}

#[test]
fn a_day_without_need_counts_by_the_stock_within_reach() {
    // 14 on Mondays; 20 on hand. After the first Monday 6 remain and are within reach until the second, which gets
    // 6 of 14. Then the shelf is empty. At a stopped store nothing is within reach at all.
    let mut plan = probed(plan(9, &[Store { need: Some(2.0), ..store(20, Rule::Never) }]), 0, 9, &[0.9]);
    plan.demands[0].profile = WeekProfile([7.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    plan.cuts.push(cut(&[], &[], false, &[1000]));
    plan.cuts.push(cut(&[Target::Site(1)], &[], false, &[1000]));
    // The curve ends with the last level.
    plan.endurance.levels = vec![9];
    let readings = readings(&plan);
    expect(&readings[0], &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 6.0 / 14.0, 0.0], &[7]);
    expect(&readings[1], &[0.0; 9], &[0]);
}

#[test]
fn groups_weigh_alike_and_articles_within_a_group_add_up() {
    // One store gets 1 of 1, the other 0 of 3: (1 + 0) / 2 as two groups, 1 / 4 as one.
    let stores =
        [Store { need: Some(1.0), ..store(9, Rule::Never) }, Store { need: Some(3.0), ..store(0, Rule::Never) }];
    let mut plan = probed(plan(4, &stores), 0, 4, &[0.3]);
    plan.cuts.push(cut(&[], &[], false, &[1000]));
    expect(&readings(&plan)[0], &[0.5; 4], &[4]);
    plan.endurance.groups = vec![NeedGroup { name: "both".to_owned(), demands: vec![0, 1] }];
    expect(&readings(&plan)[0], &[0.25; 4], &[0]);
}

#[test]
fn old_backlog_is_dropped() {
    // Day 0 serves 1 of 5 and orders 9, due on day 2; day 1 leaves 9 waiting in the run. Under the probe of day 1
    // nobody has waited: day 1 gets 0 of 5, day 2 5 of 5 out of 9, day 3 4 of 5.
    let stores = [Store { need: Some(5.0), lead_days: 2.0, ..store(1, up_to(5)) }];
    let mut plan = probed(plan(3, &stores), 1, 4, &[0.9]);
    plan.cuts.push(cut(&[Target::Site(0)], &[], false, &[1000]));
    expect(&readings(&plan)[0], &[0.0, 1.0, 0.8, 0.0], &[2]);
}

#[test]
fn a_major_event_under_way_is_told() {
    let mut plan = two_on_hand_and_eight_under_way();
    plan.cuts.push(cut(&[], &[], false, &[1000]));
    plan.disruptions.push(process(1e-6, 1000.0, Target::Site(1)));
    let reading = &readings(&plan)[0];
    assert!(reading.major);
    expect(reading, &[0.0; 6], &[0, 0]);
}
