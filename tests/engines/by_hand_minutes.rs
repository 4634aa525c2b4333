//! Runs worked by hand: customers and continuous review.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, end, need, ordered, plan, received, sent, store, up_to};
use beredd::plan::Plan;
use beredd::plan::policy::Rule;

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

fn clock(day: u32, minute: i64) -> Event {
    Event::Clock { day, minute }
}

#[test]
fn goods_ordered_continuously_arrive_at_their_minute_and_set_off_the_next() {
    // The ward takes 2 each morning and orders 2 at once. The store holds 3 and orders up to 3; a quarter of a day to it, half a
    // day to the ward.
    let stores = [
        Store { every_days: 0, lead_days: 0.25, ..store(3, up_to(3)) },
        Store { every_days: 0, lead_days: 0.5, source: Some(0), need: Some(2.0), ..store(2, up_to(2)) },
    ];
    let log = [
        need(0, 0, 2, 2),
        ordered(0, 1, 2), // before the phase review
        ordered(0, 0, 2), // the store: 3 − 2 owed
        sent(0, 0, 2, 0), // at minute 360
        sent(0, 1, 2, 0), // at minute 720; the store keeps 1
        end_of_phases(),
        clock(0, 360),
        received(0, 0, 2),
        clock(0, 720),
        received(0, 1, 2),
        end(0, 5, 0, 0, 0),
        need(1, 0, 2, 2),
        ordered(1, 1, 2),
        ordered(1, 0, 2),
        sent(1, 0, 2, 1),
        sent(1, 1, 2, 1),
        clock(1, 360),
        received(1, 0, 2),
        clock(1, 720),
        received(1, 1, 2),
        end(1, 5, 0, 0, 0),
    ];
    let log: Vec<Event> = log.into_iter().filter(|event| *event != end_of_phases()).collect();
    expect(&plan(2, &stores), &log);
}

/// A mark for readers; no event.
fn end_of_phases() -> Event {
    clock(u32::MAX, 0)
}

#[test]
fn who_asked_first_is_served_first() {
    // Two wards of one store that holds 1. The first orders 3 and gets 1; the second orders 2 and waits behind it. The store
    // has asked for 4, which come at noon: 2 go to the first ward, 2 to the second. Shared in proportion the first would get 2 of
    // the 4 only by chance, and in the morning the second a part.
    let stores = [
        Store { every_days: 0, lead_days: 0.5, pack: 4, ..store(1, up_to(0)) },
        Store { every_days: 0, lead_days: 0.25, source: Some(0), need: Some(3.0), ..store(3, up_to(3)) },
        Store { every_days: 0, lead_days: 0.25, source: Some(0), need: Some(2.0), ..store(2, up_to(2)) },
    ];
    let log = [
        need(0, 0, 3, 3),
        need(0, 1, 2, 2),
        ordered(0, 1, 3),
        ordered(0, 2, 2),
        ordered(0, 0, 4), // 1 − 5 owed = −4
        sent(0, 0, 4, 0),
        sent(0, 1, 1, 0),
        clock(0, 360),
        received(0, 1, 1),
        clock(0, 720),
        received(0, 0, 4),
        sent(0, 1, 2, 0),
        sent(0, 2, 2, 0),
        clock(0, 1080),
        received(0, 1, 2),
        clock(0, 1080),
        received(0, 2, 2),
        end(0, 5, 0, 0, 0),
    ];
    expect(&plan(1, &stores), &log);
}

#[test]
fn zero_lead_times_pass_through_all_stages_in_one_minute() {
    // Nothing stands anywhere but one unit at the ward. Lots of 2 above 0 at the middle, one for one at the ends.
    let stores = [
        Store { every_days: 0, lead_days: 0.0, ..store(0, up_to(0)) },
        Store { every_days: 0, lead_days: 0.0, source: Some(0), ..store(0, Rule::ReorderPoint { point: -1, lot: 2 }) },
        Store { every_days: 0, lead_days: 0.0, source: Some(1), need: Some(1.0), ..store(1, up_to(1)) },
    ];
    let log = [
        need(0, 0, 1, 1),
        ordered(0, 2, 1),
        ordered(0, 1, 2), // −1: a lot, so 1
        ordered(0, 0, 2), // −2
        sent(0, 0, 2, 0),
        received(0, 0, 2),
        sent(0, 1, 2, 0),
        received(0, 1, 2),
        sent(0, 2, 1, 0),
        received(0, 2, 1),
        end(0, 2, 0, 0, 0),
        need(1, 0, 1, 1),
        ordered(1, 2, 1), // the middle has 1 left: 0 is above −1
        sent(1, 2, 1, 1),
        received(1, 2, 1),
        end(1, 1, 0, 0, 0),
    ];
    expect(&plan(2, &stores), &log);
}

#[test]
fn days_and_minutes_meet_in_the_phase_dispatch() {
    // The store is reviewed continuously, its ward every day; both hold nothing beyond 2. The ward's request is written in the
    // review phase; the store's order follows before dispatch and comes at once, so the ward is served the same day.
    let stores = [
        Store { every_days: 0, lead_days: 0.0, ..store(0, up_to(0)) },
        Store { lead_days: 1.0, source: Some(0), need: Some(2.0), ..store(2, up_to(2)) },
    ];
    let log = [
        need(0, 0, 2, 2),
        ordered(0, 1, 2),
        ordered(0, 0, 2),
        sent(0, 0, 2, 0),
        received(0, 0, 2),
        sent(0, 1, 2, 1),
        end(0, 0, 0, 2, 0),
        received(1, 1, 2),
        need(1, 0, 2, 2),
        ordered(1, 1, 2),
        ordered(1, 0, 2),
        sent(1, 0, 2, 1),
        received(1, 0, 2),
        sent(1, 1, 2, 2),
        end(1, 0, 0, 2, 0),
    ];
    expect(&plan(2, &stores), &log);
}
