//! Shortage worked by hand, in both engines: substitutes, units of different size, reactions. Every log is written out.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, cut, end, need, plan, received, store};
use beredd::plan::Plan;
use beredd::plan::cell::Range;
use beredd::plan::disruption::Offer;
use beredd::plan::endurance::NeedGroup;
use beredd::plan::policy::Rule;
use beredd::plan::shortage::{DemandReaction, Reaction, ReactionKind, WHOLE};
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

/// One site with an article for each (stock, daily need), which all stand in for each other; nothing is ordered.
fn shelf(days: u32, articles: &[(Quanta, f64)]) -> Plan {
    let stores: Vec<Store> = articles
        .iter()
        .map(|&(initial, need)| Store { need: Some(need), ..store(initial, Rule::Never) })
        .collect();
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

fn substituted(day: u32, demand: u32, by: u32, covered: Quanta, taken: Quanta) -> Event {
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
        shares: [400_000, 0, 200_000, 200_000, 100_000, 100_000],
        emergency_days: 2,
        come_back_days: 1,
        costs: [None; 6],
    }];
    plan.shortage.of_demand = vec![Some(DemandReaction { reaction: 0, stream: StreamName::new(&["reaction"]) })];
    let reactions = |day: u32| {
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
