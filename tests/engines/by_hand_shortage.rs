//! Shortage worked by hand, in both engines: substitutes, units of different size, reactions. Every log is written out.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, cut, end, need, ordered, plan, received, sent, store, up_to};
use beredd::plan::Plan;
use beredd::plan::cell::Range;
use beredd::plan::disruption::Offer;
use beredd::plan::endurance::NeedGroup;
use beredd::plan::policy::Rule;
use beredd::plan::rationing::Rationing;
use beredd::plan::shortage::{DemandReaction, KINDS, Reaction, ReactionKind, WHOLE};
use beredd::random::key::StreamName;
use beredd::units::Quanta;

/// Holds both engines to a log.
#[track_caller]
pub fn expect(plan: &Plan, log: &[Event]) {
    let mut expected = log.to_vec();
    normalise(&mut expected);
    for mut told in [simulate(plan, 1, 0).events, main_engine(plan, 1, 0).events] {
        normalise(&mut told);
        assert_eq!(told, expected);
    }
}

/// One site with an article for each (stock, daily need), which all stand in for each other; nothing is ordered.
pub fn shelf(days: u32, articles: &[(Quanta, f64)]) -> Plan {
    let stores: Vec<Store> =
        articles.iter().map(|&(initial, need)| Store { need: Some(need), ..store(initial, Rule::Never) }).collect();
    let mut plan = plan(days, &stores);
    let all = Range { start: 0, end: u32::try_from(articles.len()).expect("a few") };
    for number in 1..all.end {
        let article = plan.articles[0].clone();
        plan.articles.push(beredd::plan::article::Article { id: format!("article-{number}"), ..article });
        plan.offers.push(Offer { supplier: 0, article: number });
        let cell = &mut plan.cells[number as usize];
        (cell.site, cell.pool, cell.article, cell.lane, cell.offer) = (1, 0, number, 0, Some(number));
        plan.sites[number as usize + 1].cells = Range { start: all.end, end: all.end };
    }
    plan.sites[1].cells = all;
    plan.phases[0].reviews.truncate(1);
    (plan.phases[0].reviews[0].site, plan.phases[0].reviews[0].cells) = (1, all);
    plan.shortage.groups = vec![(0..all.end).collect()];
    plan
}

pub fn substituted(day: u32, demand: u32, by: u32, covered: Quanta, taken: Quanta) -> Event {
    Event::Substituted { day, demand, by, covered, taken }
}

#[test]
fn the_best_supplied_article_of_the_group_stands_in() {
    // 5, 2 and 1 a day. The first has 3 in all, the second 20, the third 5.
    let plan = shelf(4, &[(3, 5.0), (20, 2.0), (5, 1.0)]);
    let log = [
        need(0, 0, 5, 3),
        need(0, 1, 2, 2), // 18, nine days
        need(0, 2, 1, 1), // 4, four days
        substituted(0, 0, 1, 2, 2),
        end(0, 20, 0, 0, 0), // 0 + 16 + 4
        need(1, 0, 5, 0),
        need(1, 1, 2, 2), // 14, seven days
        need(1, 2, 1, 1), // 3
        substituted(1, 0, 1, 5, 5),
        end(1, 12, 0, 0, 0), // 9 + 3
        need(2, 0, 5, 0),
        need(2, 1, 2, 2), // 7, three and a half days
        need(2, 2, 1, 1), // 2, two days
        substituted(2, 0, 1, 5, 5),
        end(2, 4, 0, 0, 0), // 2 + 2
        need(3, 0, 5, 0),
        need(3, 1, 2, 2), // its own need first: 0
        need(3, 2, 1, 1), // 1
        substituted(3, 0, 2, 1, 1),
        end(3, 0, 4, 0, 0), // the other 4 wait
    ];
    expect(&plan, &log);
}

#[test]
fn what_covers_too_much_is_used_up_and_a_group_counts_in_its_common_unit() {
    // The first article is half a common unit and is out; 5 a day. The second is one; 1 a day, 5 on hand.
    let mut plan = shelf(2, &[(0, 5.0), (5, 1.0)]);
    plan.shortage.need_factors = vec![WHOLE / 2, WHOLE];
    let log = [
        need(0, 0, 5, 0),
        need(0, 1, 1, 1),           // 4
        substituted(0, 0, 1, 5, 3), // 2.5 rounded up
        end(0, 1, 0, 0, 0),
        need(1, 0, 5, 0),
        need(1, 1, 1, 1), // 0
        end(1, 0, 5, 0, 0),
    ];
    expect(&plan, &log);
    // As a probe: day 1 needs 2.5 + 1 and gets it, day 2 gets 1 of 3.5, day 3 nothing.
    plan.endurance.probes = 1;
    plan.endurance.fixed_day = Some(0);
    plan.endurance.cap_days = 3;
    plan.endurance.groups = vec![NeedGroup { name: "group".to_owned(), demands: vec![0, 1] }];
    plan.cuts = vec![cut(&[], &[], false, &[1000])];
    for run in [simulate(&plan, 1, 0), main_engine(&plan, 1, 0)] {
        assert_eq!(run.readings[0].served, [1.0, 2.0 / 7.0, 0.0]);
    }
}

#[test]
fn a_shortage_is_split_by_the_reaction_vector() {
    // Nothing on hand, 10 a day, so every share is whole: 4 wait, 2 are bought and come on the second day after, 2 come
    // back the day after, 1 is met elsewhere, 1 cancelled.
    let mut plan = shelf(3, &[(0, 10.0)]);
    plan.shortage.groups.clear();
    plan.shortage.reactions = vec![Reaction {
        id: "wards".to_owned(),
        shares: [400_000, 0, 0, 200_000, 200_000, 100_000, 100_000],
        emergency_days: 2,
        come_back_days: 1,
        costs: [None; KINDS],
    }];
    plan.shortage.of_demand = vec![Some(DemandReaction { reaction: 0, stream: StreamName::new(&["reaction"]) })];
    let reactions =
        |day: u32| {
            use ReactionKind::{Cancel, ComeBack, Elsewhere, Emergency, Wait};
            [(Wait, 4), (Emergency, 2), (ComeBack, 2), (Elsewhere, 1), (Cancel, 1)]
                .map(|(kind, quantity)| Event::Reacted { day, demand: 0, kind, quantity })
        };
    let mut log = vec![need(0, 0, 10, 0)];
    log.extend(reactions(0));
    log.push(end(0, 0, 6, 2, 0)); // 4 + 2 wait
    log.extend([Event::CameBack { day: 1, demand: 0, quantity: 2 }, need(1, 0, 10, 0)]);
    log.extend(reactions(1));
    log.push(end(1, 0, 14, 4, 0)); // 6 + 2 + 6
    log.extend([received(2, 0, 2), Event::CameBack { day: 2, demand: 0, quantity: 2 }, need(2, 0, 10, 0)]);
    log.extend(reactions(2));
    log.push(end(2, 0, 20, 4, 0)); // 14 − 2 + 2 + 6
    expect(&plan, &log);
}

/// A warehouse with 10 and three buyers, at sites 2, 3 and 4, that ask for 8, 6 and 4 on the first day.
fn three_buyers(rule: Rationing) -> Plan {
    let buyer = |level: Quanta| Store { source: Some(0), ..store(0, up_to(level)) };
    let mut plan = plan(1, &[store(10, Rule::Never), buyer(8), buyer(6), buyer(4)]);
    plan.rationing.rules = vec![rule];
    plan.rationing.of_cell = vec![Some(0), None, None, None];
    plan
}

#[test]
fn an_order_of_buyers_goes_before_proportion() {
    let asked = [ordered(0, 1, 8), ordered(0, 2, 6), ordered(0, 3, 4)];
    // The last site first, then the other two together: 4, and 6 for 14 is 3 and 2, the quantum left over to the first.
    let plan = three_buyers(Rationing::Priority(vec![9, 9, 1, 1, 0]));
    let mut log = asked.to_vec();
    log.extend([sent(0, 3, 4, 1), sent(0, 1, 4, 1), sent(0, 2, 2, 1), end(0, 0, 0, 10, 8)]);
    expect(&plan, &log);
    // One after another: 8 for the first and 2 for the second.
    let plan = three_buyers(Rationing::Priority(vec![0, 0, 1, 2, 3]));
    let mut log = asked.to_vec();
    log.extend([sent(0, 1, 8, 1), sent(0, 2, 2, 1), end(0, 0, 0, 10, 8)]);
    expect(&plan, &log);
}

#[test]
fn who_has_waited_longest_is_served_first() {
    // Nothing on hand; 8 come on day 1. The second buyer reviews on even days only and asked on day 0, the first on day 1.
    let buyer = |level: Quanta, offset: u32| Store { source: Some(0), every_days: 2, offset, ..store(0, up_to(level)) };
    let mut plan = plan(2, &[Store { every_days: 9, ..store(0, up_to(2)) }, buyer(8, 1), buyer(6, 0)]);
    plan.rationing.rules = vec![Rationing::FirstCome];
    plan.rationing.of_cell = vec![Some(0), None, None];
    let log = [
        ordered(0, 2, 6),
        ordered(0, 0, 8), // 2 − (0 − 6)
        sent(0, 0, 8, 1),
        end(0, 0, 0, 8, 6),
        received(1, 0, 8),
        ordered(1, 1, 8),
        sent(1, 2, 6, 2), // whole, in proportion it would be 4 of 6
        sent(1, 1, 2, 2),
        end(1, 0, 0, 8, 6),
    ];
    expect(&plan, &log);
}
