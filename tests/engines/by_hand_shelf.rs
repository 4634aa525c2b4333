//! Shelf life worked by hand, in both engines. Every log is written out.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, cut, end, need, ordered, plan, process, received, sent, store, toggled, up_to};
use beredd::plan::Plan;
use beredd::plan::disruption::{Source, Target};
use beredd::plan::policy::Rule;
use beredd::units::{PerMillion, Quanta};

/// Holds both engines to a log.
#[track_caller]
fn expect(plan: &Plan, log: &[Event]) {
    let mut expected = log.to_vec();
    normalise(&mut expected);
    for mut told in [simulate(plan, 1, 0).events, main_engine(plan, 1, 0).events] {
        normalise(&mut told);
        assert_eq!(told, expected);
    }
}

/// A plan whose article keeps for so many days.
fn keeping(life: u32, mut plan: Plan) -> Plan {
    plan.shelf.lives = vec![Some(life)];
    plan
}

fn expired(day: u32, cell: u32, quantity: Quanta) -> Event {
    Event::Expired { day, cell, quantity, arriving: false }
}

#[test]
fn what_is_not_used_in_its_life_is_written_off_at_the_start_of_the_day_and_ordered_again() {
    // 10 on hand that keep at most 3 days: ⌊10 · k ÷ 3⌋ = 3, 6 and 10, so 3, 3 and 4 expire on days 1, 2 and 3. One a day
    // is used, the oldest first. Goods take a day and keep 3 days from their arrival.
    let plan = keeping(3, plan(6, &[Store { need: Some(1.0), ..store(10, up_to(10)) }]));
    let log = [
        need(0, 0, 1, 1),
        ordered(0, 0, 1),
        sent(0, 0, 1, 1),
        end(0, 9, 0, 1, 0), // 2 | 3 | 4 expire on days 1, 2, 3
        expired(1, 0, 2),
        received(1, 0, 1), // expires on day 4
        need(1, 0, 1, 1),
        ordered(1, 0, 3), // 10 − (9 − 2 + 1 − 1)
        sent(1, 0, 3, 2),
        end(1, 7, 0, 3, 0), // 2 | 4 | 1 on days 2, 3, 4
        expired(2, 0, 2),
        received(2, 0, 3), // day 5
        need(2, 0, 1, 1),
        ordered(2, 0, 3),
        sent(2, 0, 3, 3),
        end(2, 7, 0, 3, 0), // 3 | 1 | 3 on days 3, 4, 5
        expired(3, 0, 3),
        received(3, 0, 3), // day 6
        need(3, 0, 1, 1),  // the one of day 4
        ordered(3, 0, 4),
        sent(3, 0, 4, 4),
        end(3, 6, 0, 4, 0), // 3 | 3 on days 5, 6
        received(4, 0, 4),  // day 7
        need(4, 0, 1, 1),
        ordered(4, 0, 1),
        sent(4, 0, 1, 5),
        end(4, 9, 0, 1, 0), // 2 | 3 | 4 on days 5, 6, 7
        expired(5, 0, 2),
        received(5, 0, 1), // day 8
        need(5, 0, 1, 1),
        ordered(5, 0, 3),
        sent(5, 0, 3, 6),
        end(5, 7, 0, 3, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn goods_keep_their_expiry_day_on_the_road_and_may_arrive_too_old() {
    // A warehouse with 4 that expire on day 1 … 4, one each; a store two days away that asks for 4 on the first day.
    let buyer = Store { source: Some(0), lead_days: 2.0, need: Some(1.0), every_days: 9, ..store(0, up_to(5)) };
    let plan = keeping(4, plan(4, &[store(4, Rule::Never), buyer]));
    let log = [
        need(0, 0, 1, 0),
        ordered(0, 1, 6), // 5 and the one that waits
        sent(0, 1, 4, 2),
        end(0, 0, 1, 4, 2),
        need(1, 0, 1, 0),
        end(1, 0, 2, 4, 2),
        received(2, 1, 4),
        Event::Expired { day: 2, cell: 1, quantity: 2, arriving: true }, // those of days 1 and 2
        need(2, 0, 1, 0),                                                // the two left had been waited for
        end(2, 0, 1, 0, 2),
        need(3, 0, 1, 0),
        end(3, 0, 2, 0, 2),
    ];
    expect(&plan, &log);
}

#[test]
fn locked_goods_grow_old_and_what_is_lost_was_the_first_to_expire() {
    // 12 of a life of 4: 3 each for days 1 to 4. On day 1 a fire takes a third of the 9 that are left (the three of day 2),
    // and half of the 6 (those of day 3) is locked for 3 days: on day 4 they come back too old.
    let mut plan = keeping(4, plan(6, &[store(12, Rule::Never)]));
    let mut fire = process(1.0, 3.0, Target::Site(1));
    fire.source = Source::Once { day: 1, probability: 1.0 };
    fire.targets.clear();
    fire.effects.cells = vec![0];
    (fire.effects.lost, fire.effects.locked) = (PerMillion(333_334), PerMillion(500_000));
    plan.disruptions = vec![fire];
    let log = [
        end(0, 12, 0, 0, 0),
        expired(1, 0, 3),
        toggled(1, 0, true),
        Event::Struck { day: 1, process: 0, cell: 0, lost: 3, locked: 3 },
        end(1, 3, 0, 0, 0), // those of day 4
        end(2, 3, 0, 0, 0),
        end(3, 3, 0, 0, 0),
        expired(4, 0, 3),
        toggled(4, 0, false),
        Event::GivenBack { day: 4, process: 0, cell: 0, quantity: 3 },
        expired(4, 0, 3),
        end(4, 0, 0, 0, 0),
        end(5, 0, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn a_copy_carries_its_batches_and_locked_batches_expire() {
    // 12 of a life of 4: 3 each for days 1 to 4; 1 a day at the wards, and nothing is ordered. Under the cut at the start of day
    // 0 half of the supplier's stock is locked: the first to expire, those of days 1 and 2. What is left, 6, is used on days
    // 0, 1 and 2 (the three of day 3); the three of day 4 are used on day 3 once and the other two expire.
    let mut plan = keeping(4, plan(2, &[Store { need: Some(1.0), supplier_owned: true, ..store(12, Rule::Never) }]));
    plan.endurance.probes = 1;
    plan.endurance.fixed_day = Some(0);
    plan.endurance.cap_days = 6;
    plan.cuts = vec![cut(&[Target::Site(0)], &[], true, &[500, 1000])];
    for run in [simulate(&plan, 1, 0), main_engine(&plan, 1, 0)] {
        assert_eq!(run.readings[0].served, [1.0, 1.0, 1.0, 1.0, 0.0, 0.0]);
        // With all of it the same: one unit a day from what is left of 3 each.
        assert_eq!(run.readings[1].served, [1.0, 1.0, 1.0, 1.0, 0.0, 0.0]);
    }
    // With a tenth, 1 of the 12 is left; it is the last to expire, and serves the first day.
    plan.cuts[0].claims = vec![100];
    for run in [simulate(&plan, 1, 0), main_engine(&plan, 1, 0)] {
        assert_eq!(run.readings[0].served, [1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    }
}
