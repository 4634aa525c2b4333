//! Runs worked by hand: stock, orders, sharing, time. Every log is written out in full.

use crate::dispatch::fair_parts;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, end, need, ordered, plan, received, sent, store, up_to};
use beredd::engine::calendar::DayPhase;
use beredd::plan::Plan;
use beredd::plan::demand::{Negative, Unmet, WeekProfile};
use beredd::plan::policy::Rule;

/// Holds the naive engine to a log; neither seed nor replication matters where nothing is random.
#[track_caller]
fn expect(plan: &Plan, log: &[Event]) {
    let (mut told, mut expected) = (simulate(plan, 1, 0).events, log.to_vec());
    normalise(&mut told);
    normalise(&mut expected);
    assert_eq!(told, expected);
}

#[test]
fn order_up_to_with_goods_under_way_and_a_horizon() {
    // Level 10, 4 a day, two days under way. Every evening the position is 6, so 4 are ordered.
    // The goods of days 2 and 3 arrive on days 4 and 5, after the run.
    let plan = plan(4, &[Store { need: Some(4.0), lead_days: 2.0, ..store(10, up_to(10)) }]);
    let log = [
        need(0, 0, 4, 4), // 10 − 4 = 6
        ordered(0, 0, 4),
        sent(0, 0, 4, 2),
        end(0, 6, 0, 4, 0),
        need(1, 0, 4, 4), // 2 on hand + 4 on the way = 6
        ordered(1, 0, 4),
        sent(1, 0, 4, 3),
        end(1, 2, 0, 8, 0),
        received(2, 0, 4),
        need(2, 0, 4, 4), // 2 + 4 − 4 = 2, and 4 on the way
        ordered(2, 0, 4),
        sent(2, 0, 4, 4),
        end(2, 2, 0, 8, 0),
        received(3, 0, 4),
        need(3, 0, 4, 4),
        ordered(3, 0, 4),
        sent(3, 0, 4, 5),
        end(3, 2, 0, 8, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn a_position_at_the_level_orders_nothing() {
    let plan = plan(3, &[Store { need: Some(4.0), ..store(10, up_to(6)) }]);
    let log = [
        need(0, 0, 4, 4), // position 6 = level
        end(0, 6, 0, 0, 0),
        need(1, 0, 4, 4), // 2
        ordered(1, 0, 4),
        sent(1, 0, 4, 2),
        end(1, 2, 0, 4, 0),
        received(2, 0, 4),
        need(2, 0, 4, 4), // 6 − 4 = 2
        ordered(2, 0, 4),
        sent(2, 0, 4, 3),
        end(2, 2, 0, 4, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn a_position_at_the_point_orders() {
    let plan = plan(3, &[Store { need: Some(4.0), ..store(10, Rule::ReorderPoint { point: 6, lot: 5 }) }]);
    let log = [
        need(0, 0, 4, 4), // 6 ≤ 6; one lot gives 11 > 6
        ordered(0, 0, 5),
        sent(0, 0, 5, 1),
        end(0, 6, 0, 5, 0),
        received(1, 0, 5),
        need(1, 0, 4, 4), // 11 − 4 = 7 > 6
        end(1, 7, 0, 0, 0),
        need(2, 0, 4, 4), // 3; one lot gives 8
        ordered(2, 0, 5),
        sent(2, 0, 5, 3),
        end(2, 3, 0, 5, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn lots_lift_the_position_above_the_point_and_packs_round_up() {
    // After 4 of 7 are gone the position is 3. One lot of 3 gives 6, which is not above 6; two give 9. 6 units are
    // two packs of 4, that is 8.
    let rule = Rule::ReorderPoint { point: 6, lot: 3 };
    let plan = plan(2, &[Store { need: Some(4.0), pack: 4, ..store(7, rule) }]);
    let log = [
        need(0, 0, 4, 4),
        ordered(0, 0, 8),
        sent(0, 0, 8, 1),
        end(0, 3, 0, 8, 0),
        received(1, 0, 8),
        need(1, 0, 4, 4), // 11 − 4 = 7
        end(1, 7, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn a_warehouse_shares_what_it_has() {
    // Requests 6 and 5 meet 7: ⌊7·6/11⌋ = 3, ⌊7·5/11⌋ = 3, and the quantum left over goes to the first. 4 are still
    // requested. The warehouse's position is 7 − 11 = −4, so it orders 11, which come on day 2. On that morning goods
    // arrive at the warehouse alone, on days 1 and 3 at both stores.
    let plan = plan(
        4,
        &[
            Store { lead_days: 2.0, ..store(7, up_to(7)) },
            Store { source: Some(0), ..store(0, up_to(6)) },
            Store { source: Some(0), ..store(0, up_to(5)) },
        ],
    );
    let log = [
        ordered(0, 1, 6),
        ordered(0, 2, 5),
        ordered(0, 0, 11),
        sent(0, 0, 11, 2),
        sent(0, 1, 4, 1),
        sent(0, 2, 3, 1),
        end(0, 0, 0, 18, 4), // under way 11 + 4 + 3; requested 2 + 2
        received(1, 1, 4),
        received(1, 2, 3),
        end(1, 7, 0, 11, 4), // the warehouse's position is 0 + 11 − 4 = 7, its level
        received(2, 0, 11),
        sent(2, 1, 2, 3),
        sent(2, 2, 2, 3),
        end(2, 14, 0, 4, 0), // 11 − 4 = 7 in the warehouse, 4 + 3 in the stores
        received(3, 1, 2),
        received(3, 2, 2),
        end(3, 18, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn shares_by_hand() {
    assert_eq!(fair_parts(12, &[4, 4, 4]), [4, 4, 4]);
    assert_eq!(fair_parts(10, &[4, 4, 4]), [4, 3, 3]); // 3.33 each, one left
    assert_eq!(fair_parts(1, &[1, 1, 1]), [1, 0, 0]);
    assert_eq!(fair_parts(0, &[2, 3]), [0, 0]);
    assert_eq!(fair_parts(11, &[1, 9, 8]), [1, 6, 4]); // 0.61, 5.5, 4.89: two left, for the first two
    assert_eq!(fair_parts(9, &[6, 6, 6]), [3, 3, 3]);
    assert_eq!(fair_parts(0, &[]), [0_i64; 0]);
}

#[test]
fn unmet_need_waits_or_is_lost() {
    // 5 a day against a level of 3. What waits is ordered on top: −2 → order 5. What is lost is not: 0 → order 3.
    let mut plan = plan(2, &[Store { need: Some(5.0), ..store(3, up_to(3)) }]);
    let waits = [
        need(0, 0, 5, 3),
        ordered(0, 0, 5),
        sent(0, 0, 5, 1),
        end(0, 0, 2, 5, 0),
        received(1, 0, 5), // 2 to those who wait, 3 left
        need(1, 0, 5, 3),
        ordered(1, 0, 5),
        sent(1, 0, 5, 2),
        end(1, 0, 2, 5, 0),
    ];
    expect(&plan, &waits);
    plan.unmet = Unmet::Lost;
    let lost = [
        need(0, 0, 5, 3),
        ordered(0, 0, 3),
        sent(0, 0, 3, 1),
        end(0, 0, 0, 3, 0),
        received(1, 0, 3),
        need(1, 0, 5, 3),
        ordered(1, 0, 3),
        sent(1, 0, 3, 2),
        end(1, 0, 0, 3, 0),
    ];
    expect(&plan, &lost);
}

#[test]
fn goods_without_lead_time_pass_two_levels_in_one_phase() {
    // The store lacks 2 of 6 and orders 4 + 2 = 6. The warehouse owes them: −6, so it orders 11. In the dispatch phase
    // 11 reach the warehouse, 6 of them the store, and 2 of those the patients who wait.
    let plan = plan(
        2,
        &[
            Store { lead_days: 0.0, ..store(0, up_to(5)) },
            Store { source: Some(0), need: Some(6.0), lead_days: 0.0, ..store(4, up_to(4)) },
        ],
    );
    let log = [
        need(0, 0, 6, 4),
        ordered(0, 1, 6),
        ordered(0, 0, 11),
        sent(0, 0, 11, 0),
        received(0, 0, 11),
        sent(0, 1, 6, 0),
        received(0, 1, 6),
        end(0, 9, 0, 0, 0), // 5 + 4
        need(1, 0, 6, 4),
        ordered(1, 1, 6),
        ordered(1, 0, 6), // 5 − 6 = −1
        sent(1, 0, 6, 1),
        received(1, 0, 6),
        sent(1, 1, 6, 1),
        received(1, 1, 6),
        end(1, 9, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn a_part_of_a_day_waits_for_the_morning() {
    // 0.0001 days are 0.144 minutes, rounded to 0: at once. 0.0004 days are 0.576 minutes, rounded to 1: tomorrow.
    for (lead_days, arrival) in [(0.0, 0), (0.0001, 0), (0.0004, 1), (0.5, 1), (1.0, 1), (1.5, 2), (2.0, 2)] {
        let plan = plan(1, &[Store { lead_days, ..store(0, up_to(5)) }]);
        if arrival == 0 {
            expect(&plan, &[ordered(0, 0, 5), sent(0, 0, 5, 0), received(0, 0, 5), end(0, 5, 0, 0, 0)]);
        } else {
            expect(&plan, &[ordered(0, 0, 5), sent(0, 0, 5, arrival), end(0, 0, 0, 5, 0)]);
        }
    }
}

#[test]
fn the_phases_in_reverse() {
    use DayPhase::{Demand, Dispatch, Receive, Review, State};
    let mut plan = plan(4, &[Store { need: Some(2.0), ..store(5, up_to(5)) }]);
    plan.calendar.day_order = [Dispatch, Review, Demand, Receive, State];
    let log = [
        need(0, 0, 2, 2), // reviewed at 5 = level, then 3
        end(0, 3, 0, 0, 0),
        ordered(1, 0, 2),
        need(1, 0, 2, 2), // 1
        end(1, 1, 0, 0, 2),
        sent(2, 0, 2, 3), // yesterday's order
        ordered(2, 0, 2), // 1 on hand + 2 on the way = 3
        need(2, 0, 2, 1),
        end(2, 0, 1, 2, 2),
        sent(3, 0, 2, 4),
        ordered(3, 0, 2), // 0 + 4 on the way − 1 who waits = 3
        need(3, 0, 2, 0),
        received(3, 0, 2), // 2 of the 3 who wait
        end(3, 0, 1, 2, 2),
    ];
    expect(&plan, &log);
}

#[test]
fn reviews_fall_on_numbers_of_days() {
    // Three days of warm-up: the numbers are −3 … 2. Every fourth day with offset 1: numbers −3 and 1, days 0 and 4.
    let mut plan = plan(3, &[Store { need: Some(1.0), every_days: 4, offset: 1, ..store(9, up_to(9)) }]);
    plan.calendar.warm_up_days = 3;
    let log = [
        need(0, 0, 1, 1), // 8
        ordered(0, 0, 1),
        sent(0, 0, 1, 1),
        end(0, 8, 0, 1, 0),
        received(1, 0, 1),
        need(1, 0, 1, 1),
        end(1, 8, 0, 0, 0),
        need(2, 0, 1, 1),
        end(2, 7, 0, 0, 0),
        need(3, 0, 1, 1),
        end(3, 6, 0, 0, 0),
        need(4, 0, 1, 1), // 5
        ordered(4, 0, 4),
        sent(4, 0, 4, 5),
        end(4, 5, 0, 4, 0),
        received(5, 0, 4),
        need(5, 0, 1, 1),
        end(5, 8, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn weekdays_count_from_the_first_measured_day() {
    // The first measured day, day 1, is a Saturday; so day 3 is the Monday, the only day with need: 7 × 2 = 14.
    let mut plan = plan(4, &[Store { need: Some(2.0), ..store(20, Rule::Never) }]);
    plan.calendar.warm_up_days = 1;
    plan.calendar.start_weekday = 5;
    plan.demands[0].profile = WeekProfile([7.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    let quiet = |day, stock| [need(day, 0, 0, 0), end(day, stock, 0, 0, 0)];
    let monday = [need(3, 0, 14, 14), end(3, 6, 0, 0, 0)];
    expect(&plan, &[quiet(0, 20), quiet(1, 20), quiet(2, 20), monday, quiet(4, 6)].concat());
}

#[test]
fn returns_fill_the_backlog_first() {
    // A factor below zero is no weekday of any scenario; it makes a return certain. 5 − 2 = 3 wait; of 5 that come
    // back, 3 go to them and 2 to the shelf.
    let mut plan = plan(2, &[Store { need: Some(5.0), ..store(2, Rule::Never) }]);
    plan.demands[0].profile = WeekProfile([1.0, -1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    let first = [need(0, 0, 5, 2), end(0, 0, 3, 0, 0)];
    expect(&plan, &[first.clone(), [need(1, 0, -5, -5), end(1, 2, 0, 0, 0)]].concat());
    plan.demands[0].negative = Negative::Truncate;
    expect(&plan, &[first, [need(1, 0, 0, 0), end(1, 0, 3, 0, 0)]].concat());
}

#[test]
fn rules_change_at_a_date() {
    let mut plan = plan(4, &[Store { need: Some(1.0), ..store(5, up_to(5)) }]);
    let mut later = plan.phases[0].clone();
    later.from_day = 2;
    later.rules = vec![up_to(8)];
    plan.phases.push(later);
    let log = [
        need(0, 0, 1, 1),
        ordered(0, 0, 1), // 4 → 5
        sent(0, 0, 1, 1),
        end(0, 4, 0, 1, 0),
        received(1, 0, 1),
        need(1, 0, 1, 1),
        ordered(1, 0, 1),
        sent(1, 0, 1, 2),
        end(1, 4, 0, 1, 0),
        received(2, 0, 1),
        need(2, 0, 1, 1),
        ordered(2, 0, 4), // 4 → 8
        sent(2, 0, 4, 3),
        end(2, 4, 0, 4, 0),
        received(3, 0, 4),
        need(3, 0, 1, 1),
        ordered(3, 0, 1), // 7 → 8
        sent(3, 0, 1, 4),
        end(3, 7, 0, 1, 0),
    ];
    expect(&plan, &log);
}
