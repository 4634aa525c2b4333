//! Help from neighbours and whole orders worked by hand, in both engines. Every log is written out.

use crate::agreement::main_engine;
use crate::by_hand_shortage::{expect, shelf, substituted};
use crate::event::Event;
use crate::naive::simulate;
use crate::tiny::{Store, cut, end, need, plan, store};
use beredd::plan::Plan;
use beredd::plan::demand::Unmet;
use beredd::plan::neighbour::{Giver, Neighbour, Taker};
use beredd::plan::policy::Rule;
use beredd::plan::shortage::{DemandReaction, KINDS, Reaction, ReactionKind};
use beredd::plan::whole_order::WholeOrder;
use beredd::random::key::StreamName;
use beredd::units::Quanta;

/// Stores with a daily need that order nothing; the first is helped by the others, which keep so much.
fn neighbours(days: u32, lead: u32, stores: &[(Quanta, f64)], keep: &[Quanta]) -> Plan {
    let stores: Vec<Store> =
        stores.iter().map(|&(initial, need)| Store { need: Some(need), ..store(initial, Rule::Never) }).collect();
    let mut plan = plan(days, &stores);
    let givers = (1..).zip(keep).map(|(cell, &keep)| Giver { cell, keep }).collect();
    plan.neighbours.rules = vec![Neighbour { id: "help".to_owned(), days: lead, per_line: None, in_stop: lead == 0 }];
    plan.neighbours.takers = vec![Taker { demand: 0, rule: 0, givers }];
    plan
}

fn helped(day: u32, from: u32, quantity: Quanta, arrival: Option<u32>) -> Event {
    Event::Helped { day, demand: 0, from, quantity, arrival }
}

/// 5, 2 and 3 a day; the second store keeps four.
fn at_once() -> Plan {
    neighbours(4, 0, &[(3, 5.0), (20, 2.0), (9, 3.0)], &[4, 0])
}

#[test]
fn the_neighbour_with_most_days_gives_and_keeps_its_own() {
    let log = [
        need(0, 0, 5, 3),
        need(0, 1, 2, 2), // 18, nine days
        need(0, 2, 3, 3), // 6, two days
        helped(0, 1, 2, None),
        end(0, 22, 0, 0, 0), // 0 + 16 + 6
        need(1, 0, 5, 0),
        need(1, 1, 2, 2), // 14, seven days
        need(1, 2, 3, 3), // 3
        helped(1, 1, 5, None),
        end(1, 12, 0, 0, 0), // 9 + 3
        need(2, 0, 5, 0),
        need(2, 1, 2, 2),      // 7
        need(2, 2, 3, 3),      // 0
        helped(2, 1, 3, None), // it keeps 4
        end(2, 4, 2, 0, 0),
        need(3, 0, 5, 0),
        need(3, 1, 2, 2),    // 2, less than it keeps
        need(3, 2, 3, 0),    // nobody helps it
        end(3, 2, 10, 0, 0), // 2 + 5 + 3 wait
    ];
    expect(&at_once(), &log);
}

#[test]
fn neighbours_share_in_a_stop_only_where_the_rule_says_so() {
    let mut plan = at_once();
    plan.endurance.probes = 1;
    plan.endurance.fixed_day = Some(0);
    plan.endurance.cap_days = 3;
    plan.cuts = vec![cut(&[], &[], false, &[1000])];
    for run in [simulate(&plan, 1, 0), main_engine(&plan, 1, 0)] {
        // The log above: all is served on two days, then 3 of 5 at the first store.
        assert_eq!(run.readings[0].served, [1.0, 1.0, (0.6 + 1.0 + 1.0) / 3.0]);
    }
    plan.neighbours.rules[0].in_stop = false;
    for run in [simulate(&plan, 1, 0), main_engine(&plan, 1, 0)] {
        assert_eq!(run.readings[0].served, [(0.6 + 1.0 + 1.0) / 3.0, 2.0 / 3.0, 2.0 / 3.0]);
    }
}

#[test]
fn what_is_sent_later_is_waited_for_even_where_need_is_lost() {
    let mut plan = neighbours(4, 2, &[(0, 4.0), (5, 1.0), (6, 1.0)], &[0, 0]);
    plan.unmet = Unmet::Lost;
    let came = |day: u32, quantity: Quanta| Event::HelpCame { day, cell: 0, quantity };
    let log = [
        need(0, 0, 4, 0),
        need(0, 1, 1, 1),         // 4
        need(0, 2, 1, 1),         // 5: most days
        helped(0, 2, 4, Some(2)), // 1
        end(0, 5, 4, 4, 0),       // 4 + 1
        need(1, 0, 4, 0),
        need(1, 1, 1, 1),         // 3
        need(1, 2, 1, 1),         // 0
        helped(1, 1, 3, Some(3)), // the fourth is lost
        end(1, 0, 7, 7, 0),
        came(2, 4), // serves the first day's
        need(2, 0, 4, 0),
        need(2, 1, 1, 0),
        need(2, 2, 1, 0),
        end(2, 0, 3, 3, 0),
        came(3, 3),
        need(3, 0, 4, 0),
        need(3, 1, 1, 0),
        need(3, 2, 1, 0),
        end(3, 0, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn a_reaction_asks_neighbours_for_its_share_of_them_alone() {
    // 10 a day and nothing there: 4 wait and 6 are asked for, of which there are 5; the sixth waits too.
    let mut plan = neighbours(1, 0, &[(0, 10.0), (5, 1.0), (3, 1.0)], &[2, 0]);
    let mut shares = [0; KINDS];
    (shares[ReactionKind::Wait.place()], shares[ReactionKind::Neighbour.place()]) = (400_000, 600_000);
    let (id, costs) = ("wards".to_owned(), [None; KINDS]);
    plan.shortage.reactions = vec![Reaction { id, shares, emergency_days: 0, come_back_days: 1, costs }];
    let stream = StreamName::new(&["reaction"]);
    plan.shortage.of_demand = vec![Some(DemandReaction { reaction: 0, stream }), None, None];
    let log = [
        need(0, 0, 10, 0),
        need(0, 1, 1, 1), // 4, of which 2 stay
        need(0, 2, 1, 1), // 2
        helped(0, 1, 2, None),
        helped(0, 2, 2, None),
        Event::Reacted { day: 0, demand: 0, kind: ReactionKind::Wait, quantity: 6 },
        end(0, 2, 6, 0, 0),
    ];
    expect(&plan, &log);
}

/// Entries of one order at a shelf.
fn one_order(plan: &mut Plan) {
    let demands = (0..).take(plan.demands.len()).collect();
    plan.whole_orders = vec![WholeOrder { id: "ward".to_owned(), demands }];
}

fn decided(day: u32, whole: bool) -> Event {
    Event::OrderDecided { day, first: 0, whole }
}

fn held_back(day: u32, demand: u32, missing: u32, quantity: Quanta) -> Event {
    Event::HeldBack { day, demand, missing, quantity }
}

#[test]
fn one_missing_line_blocks_the_order() {
    let mut plan = shelf(3, &[(10, 4.0), (3, 2.0), (20, 1.0)]);
    plan.shortage.groups.clear();
    one_order(&mut plan);
    // The second article is not kept; the first and third are, by lists without orders.
    plan.order_lists = vec![Vec::new()];
    plan.phases[0].rules = vec![Rule::List { list: 0 }, Rule::Never, Rule::List { list: 0 }];
    let log = [
        decided(0, true),
        need(0, 0, 4, 4),
        need(0, 1, 2, 2),
        need(0, 2, 1, 1),
        end(0, 26, 0, 0, 0), // 6 + 1 + 19
        decided(1, false),   // the second lacks one
        need(1, 0, 4, 0),
        held_back(1, 0, 1, 4),
        need(1, 1, 2, 0),
        need(1, 2, 1, 0),
        held_back(1, 2, 1, 1),
        end(1, 26, 7, 0, 0),
        // What waits is served line by line: 4, 1 of 2, and 1; 2, 0 and 18 are left.
        decided(2, false),
        need(2, 0, 4, 0),
        need(2, 1, 2, 0),
        need(2, 2, 1, 0),
        held_back(2, 2, 0, 1),
        end(2, 20, 8, 0, 0), // 4 + 3 + 1 wait
    ];
    expect(&plan, &log);
    let causes = [
        (1, 0, 4, "not_stocked"), // that of the second
        (1, 1, 2, "not_stocked"),
        (1, 2, 1, "not_stocked"),
        (2, 0, 4, "avoidable"),
        (2, 1, 2, "not_stocked"),
        (2, 2, 1, "avoidable"), // that of the first
    ];
    for run in [simulate(&plan, 1, 0), main_engine(&plan, 1, 0)] {
        assert_eq!(run.causes, causes);
    }
}

#[test]
fn a_missing_line_is_replaced_and_a_blocked_one_is_not() {
    let mut plan = shelf(1, &[(10, 4.0), (0, 2.0), (5, 1.0)]);
    plan.shortage.groups = vec![vec![1, 2]];
    one_order(&mut plan);
    let log = [
        decided(0, false),
        need(0, 0, 4, 0),
        held_back(0, 0, 1, 4),
        need(0, 1, 2, 0),
        need(0, 2, 1, 0),
        held_back(0, 2, 1, 1),
        substituted(0, 1, 2, 2, 2),
        end(0, 13, 5, 0, 0), // 10 + 3; 4 + 1 wait
    ];
    expect(&plan, &log);
}
