//! Runs worked by hand: rules and terms of orders.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, end, need, ordered, plan, received, sent, store, up_to};
use beredd::plan::Plan;
use beredd::plan::policy::Rule;
use beredd::plan::terms::{Basis, Follows, Forecast, Method, PlannedOrder, Terms};
use beredd::random::key::StreamName;

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

#[test]
fn a_need_over_coverage_orders_what_the_minimum_lacks() {
    // 4 a day for 3 days: need 12, minimum 2. Stock 14 after the first day: delta 2 = minimum, nothing (I12).
    // Then 10: delta −2, so 2 + 2 = 4.
    let plan = plan(2, &[Store { need: Some(4.0), ..store(18, Rule::Need { need: 12, minimum: 2 }) }]);
    let log = [
        need(0, 0, 4, 4),
        end(0, 14, 0, 0, 0),
        need(1, 0, 4, 4),
        ordered(1, 0, 4),
        sent(1, 0, 4, 2),
        end(1, 10, 0, 4, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn fixed_quantity_orders_below_the_point_only_and_only_one_lot() {
    // Point 6 with tolerance 1: below 7. After 3 a day from 10: 7 is not below 7; 4 is, one lot of 2 although 6 is far away.
    // The next day the position is 4 + 2 − 3 = 3: again one lot. On hand alone would be 3 as well.
    let rule = Rule::FixedQuantity { point: 6, lot: 2 };
    let mut plan = plan(3, &[Store { need: Some(3.0), ..store(10, rule) }]);
    plan.phases[0].terms = vec![Terms { tolerance: 1, ..Terms::default() }];
    let log = [
        need(0, 0, 3, 3),
        end(0, 7, 0, 0, 0),
        need(1, 0, 3, 3), // 4
        ordered(1, 0, 2),
        sent(1, 0, 2, 2),
        end(1, 4, 0, 2, 0),
        received(2, 0, 2),
        need(2, 0, 3, 3), // 3
        ordered(2, 0, 2),
        sent(2, 0, 2, 3),
        end(2, 3, 0, 2, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn stock_on_hand_alone_orders_again_while_goods_are_under_way() {
    // Restore to 5 seeing stock on hand only; two days under way. Day 0: 3, orders 2. Day 1: 1 on hand, orders 4, though 2
    // are coming. Day 2: 2 come, 1 + 2 − 2 = 1, orders 4 again.
    let mut plan = plan(3, &[Store { need: Some(2.0), lead_days: 2.0, ..store(5, Rule::Restore { point: 5 }) }]);
    plan.phases[0].terms = vec![Terms { basis: Basis::OnHand, ..Terms::default() }];
    let log = [
        need(0, 0, 2, 2),
        ordered(0, 0, 2),
        sent(0, 0, 2, 2),
        end(0, 3, 0, 2, 0),
        need(1, 0, 2, 2),
        ordered(1, 0, 4),
        sent(1, 0, 4, 3),
        end(1, 1, 0, 6, 0),
        received(2, 0, 2),
        need(2, 0, 2, 2),
        ordered(2, 0, 4),
        sent(2, 0, 4, 4),
        end(2, 1, 0, 8, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn an_order_waits_for_its_approval_and_counts_meanwhile() {
    // At most 4 → up to 10, at least 8 at a time. Day 0: 4, so 6, raised to 8. It counts at once (position 12), and leaves on
    // day 2. Day 1: position 9. Day 2: 6. Day 3: 3, so 7, raised to 8.
    let rule = Rule::MinMax { point: 4, level: 10 };
    let mut plan = plan(4, &[Store { need: Some(3.0), ..store(7, rule) }]);
    plan.phases[0].terms = vec![Terms { approval_days: 2, minimum_order: 8, ..Terms::default() }];
    let log = [
        need(0, 0, 3, 3),
        ordered(0, 0, 8),
        end(0, 4, 0, 0, 8),
        need(1, 0, 3, 3),
        end(1, 1, 0, 0, 8),
        need(2, 0, 3, 1),
        sent(2, 0, 8, 3),
        end(2, 0, 2, 8, 0),
        received(3, 0, 8), // 2 to those who wait
        need(3, 0, 3, 3),
        ordered(3, 0, 8), // 6 − 3 = 3
        end(3, 3, 0, 0, 8),
    ];
    expect(&plan, &log);
}

#[test]
fn an_echelon_sees_what_stands_and_waits_below_it() {
    // The store orders 3 a day up to 6. The warehouse orders up to an echelon of 20: all stock, 14 at first, 3 of which go
    // to patients each day. Its own position does not matter.
    let stores = [
        Store { lead_days: 2.0, ..store(8, up_to(20)) },
        Store { source: Some(0), need: Some(3.0), ..store(6, up_to(6)) },
    ];
    let mut plan = plan(3, &stores);
    plan.phases[0].terms = vec![Terms { basis: Basis::Echelon, ..Terms::default() }, Terms::default()];
    let log = [
        need(0, 0, 3, 3),
        ordered(0, 1, 3),
        ordered(0, 0, 9), // 20 − (8 + 3)
        sent(0, 0, 9, 2),
        sent(0, 1, 3, 1),
        end(0, 8, 0, 12, 0), // 5 + 3; 9 + 3 under way
        received(1, 1, 3),
        need(1, 0, 3, 3),
        ordered(1, 1, 3),
        ordered(1, 0, 3),
        sent(1, 0, 3, 3),
        sent(1, 1, 3, 2),
        end(1, 5, 0, 15, 0), // 2 + 3; 9 + 3 + 3
        received(2, 0, 9),
        received(2, 1, 3),
        need(2, 0, 3, 3),
        ordered(2, 1, 3),
        ordered(2, 0, 3),
        sent(2, 0, 3, 4),
        sent(2, 1, 3, 3),
        end(2, 11, 0, 9, 0), // 2 + 9 − 3 = 8, and 3; 3 + 3 + 3
    ];
    expect(&plan, &log);
}

#[test]
fn planned_orders_wait_for_the_next_review() {
    // Reviewed on numbers 0, 2, 4: what was planned for days 1 and 2 is one order of day 2, in packs of 4.
    let planned = |day, quantity| PlannedOrder { day, quantity };
    let rule = Rule::List { list: 0 };
    let mut plan = plan(4, &[Store { every_days: 2, pack: 4, ..store(0, rule) }]);
    plan.order_lists = vec![vec![planned(0, 4), planned(1, 5), planned(2, 2), planned(3, 9)]];
    let log = [
        ordered(0, 0, 4),
        sent(0, 0, 4, 1),
        end(0, 0, 0, 4, 0),
        received(1, 0, 4),
        end(1, 4, 0, 0, 0),
        ordered(2, 0, 8), // 7, in packs of 4
        sent(2, 0, 8, 3),
        end(2, 4, 0, 8, 0),
        received(3, 0, 8),
        end(3, 12, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn a_level_that_follows_sends_goods_back() {
    // Level = 2 days of the mean of the last 2 days (4 a day at first). Weekdays Mon … Thu need 4, 8, 0, 0.
    // Mon: mean 4, level 8, stock 20 − 4 = 16: 8 go back. Tue: mean 6, level 12, stock 0 after 8: orders 12.
    // Wed: mean (8 + 0) ÷ 2 = 4, level 8, position 12: 4 go back, of the 12 that have come. Thu: mean 0: all 8 go back.
    let mut plan = plan(4, &[Store { need: Some(4.0), ..store(20, up_to(8)) }]);
    plan.demands[0].profile.0 = [1.0, 2.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    let follows = Follows { days: 2.0, constant: 0.0, least: 0 };
    plan.phases[0].terms = vec![Terms { returns: true, follows: Some(follows), ..Terms::default() }];
    let method = Method::MovingAverage { days: 2 };
    plan.forecasts = vec![Forecast { cell: 0, method, bias: 0.0, noise: 0.0, stream: StreamName::new(&["forecast"]) }];
    let log = [
        need(0, 0, 4, 4),
        ordered(0, 0, -8),
        end(0, 8, 0, 0, 0),
        need(1, 0, 8, 8),
        ordered(1, 0, 12),
        sent(1, 0, 12, 2),
        end(1, 0, 0, 12, 0),
        received(2, 0, 12),
        need(2, 0, 0, 0),
        ordered(2, 0, -4),
        end(2, 8, 0, 0, 0),
        need(3, 0, 0, 0),
        ordered(3, 0, -8),
        end(3, 0, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn what_one_article_orders_another_joins() {
    // Two articles at one store from one supplier, point 2, up to 8, margin 3. After the first day the first has 2: it orders 6.
    // The second has 5 ≤ 2 + 3 and joins with 3. The next day neither is low (5 and 5), though the second is within its margin.
    let rule = Rule::MinMax { point: 2, level: 8 };
    let mut plan = plan(2, &[Store { need: Some(3.0), ..store(5, rule) }]);
    let (mut article, mut cell, mut demand) =
        (plan.articles[0].clone(), plan.cells[0].clone(), plan.demands[0].clone());
    article.id = "second".to_owned();
    plan.articles.push(article);
    (cell.article, cell.initial, cell.offer) = (1, 8, Some(1));
    cell.lead_stream = StreamName::new(&["lead", "second"]);
    plan.offers.push(beredd::plan::disruption::Offer { supplier: 0, article: 1 });
    plan.cells.push(cell);
    plan.sites[1].cells.end = 2;
    plan.buyer_ranges.push(plan.buyer_ranges[0]);
    demand.cell = 1;
    demand.stream = StreamName::new(&["demand", "second"]);
    plan.demands.push(demand);
    let phase = &mut plan.phases[0];
    (phase.rules, phase.packs) = (vec![rule; 2], vec![1; 2]);
    phase.reviews[0].cells.end = 2;
    phase.terms = vec![Terms { joint: Some(3), ..Terms::default() }; 2];
    let log = [
        need(0, 0, 3, 3),
        need(0, 1, 3, 3),
        ordered(0, 0, 6),
        ordered(0, 1, 3),
        sent(0, 0, 6, 1),
        sent(0, 1, 3, 1),
        end(0, 7, 0, 9, 0),
        received(1, 0, 6),
        received(1, 1, 3),
        need(1, 0, 3, 3),
        need(1, 1, 3, 3),
        end(1, 10, 0, 0, 0),
    ];
    expect(&plan, &log);
}
