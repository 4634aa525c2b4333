//! Transport worked by hand, in both engines. Every log is written out in full.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, end, need, ordered, plan, received, sent, store, up_to};
use beredd::plan::Plan;
use beredd::plan::policy::Rule;
use beredd::plan::transport::{Capacity, CellExpress, Delivery, Departures, Express, LaneRules, ServerPool};
use beredd::random::key::StreamName;
use beredd::random::laws::LeadTimeLaw;

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

/// Plain rules for every lane, to be changed by the test.
fn with_rules(mut plan: Plan) -> Plan {
    plan.transport.lanes = vec![LaneRules::default(); plan.lanes.len()];
    plan
}

#[test]
fn what_waits_for_a_departure_leaves_on_it() {
    // Days 0–4 are Monday to Friday; the lorry leaves on Tuesdays and Fridays and takes a day. 2 a day, level 10.
    let mut plan = with_rules(plan(5, &[Store { need: Some(2.0), ..store(10, up_to(10)) }]));
    plan.transport.lanes[0].departs = Departures::Weekdays([false, true, false, false, true, false, false]);
    let log = [
        need(0, 0, 2, 2),
        ordered(0, 0, 2),
        end(0, 8, 0, 0, 2),
        need(1, 0, 2, 2),
        ordered(1, 0, 2),
        sent(1, 0, 4, 2), // Monday's and Tuesday's
        end(1, 6, 0, 4, 0),
        received(2, 0, 4),
        need(2, 0, 2, 2), // 8
        ordered(2, 0, 2),
        end(2, 8, 0, 0, 2),
        need(3, 0, 2, 2),
        ordered(3, 0, 2),
        end(3, 6, 0, 0, 4),
        need(4, 0, 2, 2),
        ordered(4, 0, 2),
        sent(4, 0, 6, 5),
        end(4, 4, 0, 6, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn what_does_not_fit_waits_and_leaves_first() {
    // Both stores buy from the warehouse (20 on hand, orders nothing) over lanes of their own; the first lane holds 3.
    let mut plan = with_rules(plan(
        3,
        &[
            store(20, Rule::Never),
            Store { source: Some(0), ..store(0, up_to(5)) },
            Store { source: Some(0), ..store(0, up_to(4)) },
        ],
    ));
    plan.transport.lanes[1].capacity = Capacity { quantity: Some(3), ..Capacity::default() };
    let log = [
        ordered(0, 1, 5),
        ordered(0, 2, 4),
        sent(0, 1, 3, 1),
        sent(0, 2, 4, 1),
        end(0, 13, 0, 7, 2),
        received(1, 1, 3),
        received(1, 2, 4),
        sent(1, 1, 2, 2), // the 2 that were left
        end(1, 18, 0, 2, 0),
        received(2, 1, 2),
        end(2, 20, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn pallets_are_filled_to_the_last_unit_that_fits() {
    // 7 units on a pallet, half a pallet a day: 1 unit is ⌈10⁶ ÷ 7⌉ = 142 858 millionths, and 3 units ⌈428 571.4⌉ =
    // 428 572; 4 units are 571 429 and do not fit into 500 000.
    let mut plan = with_rules(plan(2, &[store(0, up_to(5))]));
    plan.articles[0].units_per_pallet = 7;
    plan.transport.lanes[0].capacity = Capacity { pallets: Some(500_000), ..Capacity::default() };
    let log = [
        ordered(0, 0, 5),
        sent(0, 0, 3, 1),
        end(0, 0, 0, 3, 2),
        received(1, 0, 3),
        sent(1, 0, 2, 2),
        end(1, 3, 0, 2, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn a_line_that_must_be_whole_waits_and_another_takes_the_stock() {
    // 6 on hand. The first store asks for 7 and takes nothing less; the second gets its 4 of the 6.
    let mut plan = with_rules(plan(
        1,
        &[
            store(6, Rule::Never),
            Store { source: Some(0), ..store(0, up_to(7)) },
            Store { source: Some(0), ..store(0, up_to(4)) },
        ],
    ));
    plan.transport.lanes[1].delivers = Delivery::CompleteLines;
    let log = [ordered(0, 1, 7), ordered(0, 2, 4), sent(0, 2, 4, 1), end(0, 2, 0, 4, 7)];
    expect(&plan, &log);
}

#[test]
fn goods_come_in_at_a_finite_rate() {
    // An order of 7 at 3 a day: 3 on day 1, 3 on day 2, 1 on day 3. Day 3's order of the 3 used since begins on day 4,
    // where one line's last part and the next line's first share a day if there is room.
    let mut plan =
        with_rules(plan(5, &[Store { need: Some(1.0), ..store(3, Rule::ReorderPoint { point: 2, lot: 7 }) }]));
    plan.transport.lanes[0].receipt_per_day = Some(3);
    let log = [
        need(0, 0, 1, 1), // 2 ≤ 2: order 7
        ordered(0, 0, 7),
        sent(0, 0, 3, 1),
        sent(0, 0, 3, 2),
        sent(0, 0, 1, 3),
        end(0, 2, 0, 7, 0),
        received(1, 0, 3),
        need(1, 0, 1, 1),
        end(1, 4, 0, 4, 0),
        received(2, 0, 3),
        need(2, 0, 1, 1),
        end(2, 6, 0, 1, 0),
        received(3, 0, 1),
        need(3, 0, 1, 1),
        end(3, 6, 0, 0, 0),
        need(4, 0, 1, 1),
        end(4, 5, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn orders_queue_for_a_server() {
    // 2 a day, and a line takes two days at the supplier's only server, then a day on the road. The line of day 0 is
    // done on day 2, that of day 1 on day 4, that of day 2 on day 6.
    let mut plan = with_rules(plan(3, &[Store { need: Some(2.0), ..store(9, up_to(9)) }]));
    plan.transport.servers = vec![ServerPool { first: 0, count: 1, service: LeadTimeLaw::Fixed { days: 2.0 } }];
    plan.transport.lanes[0].server = Some(0);
    let day = |day, stock, under_way| [need(day, 0, 2, 2), ordered(day, 0, 2), end(day, stock, 0, under_way, 0)];
    let log = [day(0, 7, 2), day(1, 5, 4), day(2, 3, 6)].concat();
    let lines = [sent(0, 0, 2, 3), sent(1, 0, 2, 5), sent(2, 0, 2, 7)];
    expect(&plan, &[&log[..2], &lines[..1], &log[2..5], &lines[1..2], &log[5..8], &lines[2..], &log[8..]].concat());
}

#[test]
fn a_short_store_gets_express_and_closed_days_wait() {
    // The lane leaves on Thursdays and takes a day; express leaves at once when fewer than 3 are on hand. The store is
    // closed on Tuesday (day 1), so Monday's express joins on Wednesday.
    let mut plan = with_rules(plan(4, &[Store { need: Some(2.0), ..store(4, up_to(6)) }]));
    plan.transport.lanes[0].departs = Departures::Weekdays([false, false, false, true, false, false, false]);
    let law = LeadTimeLaw::Fixed { days: 1.0 };
    plan.transport.express =
        vec![Express { id: "express".to_owned(), lane: 0, law, per_order: None, per_line: None, payer: 0 }];
    plan.transport.express_of_cell =
        vec![Some(CellExpress { service: 0, below: 3, stream: StreamName::new(&["express"]) })];
    plan.transport.receives = vec![[true; 7], [true, false, true, true, true, true, true]];
    let log = [
        need(0, 0, 2, 2), // 2 on hand < 3
        ordered(0, 0, 4),
        sent(0, 0, 4, 2),
        end(0, 2, 0, 4, 0),
        need(1, 0, 2, 2), // 0 on hand
        ordered(1, 0, 2),
        sent(1, 0, 2, 2),
        end(1, 0, 0, 6, 0),
        received(2, 0, 4),
        received(2, 0, 2),
        need(2, 0, 2, 2), // 4 on hand: not short
        ordered(2, 0, 2),
        end(2, 4, 0, 0, 2),
        need(3, 0, 2, 2), // 2 on hand: by express, although the lorry leaves today
        ordered(3, 0, 2),
        sent(3, 0, 4, 4),
        end(3, 2, 0, 4, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn two_legs_pass_through_within_a_day() {
    // The middle site holds nothing (order up to 0): the store's 2 are ordered from the supplier the same evening,
    // arrive in the middle on day 1 and leave the same day.
    let mut plan = plan(
        3,
        &[store(0, up_to(0)), Store { source: Some(0), need: Some(2.0), lead_days: 0.0, ..store(4, up_to(4)) }],
    );
    plan.calendar.measured_days = 2;
    let log = [
        need(0, 0, 2, 2),
        ordered(0, 1, 2),
        ordered(0, 0, 2),
        sent(0, 0, 2, 1),
        end(0, 2, 0, 2, 2),
        received(1, 0, 2),
        need(1, 0, 2, 2), // 0 on hand, 2 requested: order 2
        ordered(1, 1, 2),
        ordered(1, 0, 2),
        sent(1, 0, 2, 2),
        sent(1, 1, 2, 1), // 2 of the 4 requested, at once
        received(1, 1, 2),
        end(1, 2, 0, 2, 2),
    ];
    expect(&plan, &log);
}
