//! Reserves that stand apart, worked by hand, in both engines. Every log is written out.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, cut, end, need, ordered, plan, process, received, sent, store, toggled, up_to};
use beredd::plan::Plan;
use beredd::plan::disruption::{Source, Target};
use beredd::plan::policy::Rule;
use beredd::plan::reserve::{Alarm, Apart};
use beredd::random::key::StreamName;
use beredd::units::Quanta;

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

fn apart(cell: u32, quantity: Quanta, alarm: Alarm, refill_days: u32) -> Apart {
    Apart { cell, quantity, alarm, refill_days, rotates: false, age: StreamName::new(&["age"]) }
}

fn opened(day: u32, quantity: Quanta) -> Event {
    Event::ReserveOpened { day, reserve: 0, quantity }
}

fn filled(day: u32, quantity: Quanta) -> Event {
    Event::ReserveFilled { day, reserve: 0, quantity }
}

#[test]
fn a_reserve_opens_when_stock_does_not_suffice_and_is_whole_again_after_its_time() {
    // 5 on hand, 3 a day, nothing ordered; 4 stand apart and are renewed 2 days after they were opened.
    let mut plan = plan(5, &[Store { need: Some(3.0), ..store(5, Rule::Never) }]);
    plan.apart = vec![apart(0, 4, Alarm { stock_out: true, ..Alarm::default() }, 2)];
    let log = [
        need(0, 0, 3, 3),
        end(0, 2, 0, 0, 0),
        opened(1, 4), // 3 are needed, 2 are there
        need(1, 0, 3, 3),
        end(1, 3, 0, 0, 0), // 2 + 4 − 3
        need(2, 0, 3, 3),   // 3 for 3: it suffices
        end(2, 0, 0, 0, 0),
        filled(3, 4),
        opened(3, 4),
        need(3, 0, 3, 3),
        end(3, 1, 0, 0, 0),
        need(4, 0, 3, 1), // the reserve is empty until day 5
        end(4, 0, 2, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn a_warehouse_opens_its_reserve_for_what_its_buyers_ask() {
    // The warehouse has 2 and 6 stand apart; its buyer asks for 5 on day 0, which come the day after.
    let buyer = Store { source: Some(0), ..store(0, up_to(5)) };
    let mut plan = plan(2, &[store(2, Rule::Never), buyer]);
    plan.apart = vec![apart(0, 6, Alarm { stock_out: true, ..Alarm::default() }, 9)];
    let log = [
        ordered(0, 1, 5),
        opened(0, 6),
        sent(0, 1, 5, 1),
        end(0, 3, 0, 5, 0), // 2 + 6 − 5
        received(1, 1, 5),
        end(1, 8, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn a_disruption_opens_a_reserve_that_expires_as_a_whole() {
    // A life of 2 days: the reserve of 4 expires on day 1 or 2 and then every second day, and is renewed at once. On day 3 the
    // disruption begins and opens it.
    let mut plan = plan(4, &[store(0, Rule::Never)]);
    plan.shelf.lives = vec![Some(2)];
    let mut border = process(1.0, 1.0, Target::Site(0));
    border.source = Source::Once { day: 3, probability: 1.0 };
    plan.disruptions = vec![border];
    plan.apart = vec![apart(0, 4, Alarm { processes: vec![0], ..Alarm::default() }, 9)];
    let gone = |day: u32| Event::ReserveGone { day, reserve: 0, quantity: 4, expired: true };
    let quiet = |day: u32| end(day, 0, 0, 0, 0);
    let on_odd_days = [
        vec![quiet(0), gone(1), filled(1, 4), quiet(1), quiet(2)],
        vec![toggled(3, 0, true), gone(3), filled(3, 4), opened(3, 4), end(3, 4, 0, 0, 0)],
    ];
    let on_even_days = [
        vec![quiet(0), quiet(1), gone(2), filled(2, 4), quiet(2)],
        vec![toggled(3, 0, true), opened(3, 4), end(3, 4, 0, 0, 0)],
    ];
    // The age is drawn: the first day of expiry leaves the remainder that the stream gives.
    let first = simulate(&plan, 1, 0).events.iter().find_map(|event| match *event {
        Event::ReserveGone { day, .. } => Some(day),
        _ => None,
    });
    let log = if first == Some(1) { on_odd_days.concat() } else { on_even_days.concat() };
    expect(&plan, &log);
}

#[test]
fn a_cut_opens_a_reserve_in_the_copy_alone_and_nothing_is_refilled() {
    // 2 on hand, 1 a day, 3 stand apart: under the cut 5 days, and without an alarm for cuts 2. In the run itself nothing opens.
    let mut plan = plan(2, &[Store { need: Some(1.0), ..store(2, Rule::Never) }]);
    plan.endurance.probes = 1;
    plan.endurance.fixed_day = Some(0);
    plan.endurance.cap_days = 7;
    plan.cuts = vec![cut(&[Target::Site(0)], &[], false, &[1000])];
    plan.apart = vec![apart(0, 3, Alarm { cut: true, ..Alarm::default() }, 1)];
    let log = [need(0, 0, 1, 1), end(0, 1, 0, 0, 0), need(1, 0, 1, 1), end(1, 0, 0, 0, 0)];
    expect(&plan, &log);
    for run in [simulate(&plan, 1, 0), main_engine(&plan, 1, 0)] {
        assert_eq!(run.readings[0].served, [1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0]);
    }
    plan.apart[0].alarm.cut = false;
    for run in [simulate(&plan, 1, 0), main_engine(&plan, 1, 0)] {
        assert_eq!(run.readings[0].served, [1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    }
}

#[test]
fn a_reserve_that_rotates_keeps_the_freshest() {
    // A life of 9 days; nothing on hand. The reserve of 2 is of an age that is drawn, and so expires on one of the days 1 to 9
    // unless it is exchanged: 2 fresh units come on day 1 and it takes them, giving its own. It then lasts until day 10.
    let mut plan = plan(11, &[Store { every_days: 99, ..store(0, up_to(2)) }]);
    plan.shelf.lives = vec![Some(9)];
    plan.apart = vec![Apart { rotates: true, ..apart(0, 2, Alarm::default(), 9) }];
    for run in [simulate(&plan, 1, 0), main_engine(&plan, 1, 0)] {
        let gone = run.events.iter().find_map(|event| match *event {
            Event::ReserveGone { day, .. } => Some(day),
            _ => None,
        });
        let expired = run.events.iter().any(|event| matches!(event, Event::Expired { day: 1..=9, quantity: 2, .. }));
        assert_eq!((gone, expired), (Some(10), true));
    }
}
