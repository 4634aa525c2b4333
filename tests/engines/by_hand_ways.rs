//! Several sources, worked by hand: the whole log of each run.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::generate;
use crate::naive;
use crate::tiny::{Store, end, need, ordered, plan, process, received, sent, store, toggled, up_to};
use beredd::plan::Plan;
use beredd::plan::disruption::{Offer, Source, Target};
use beredd::plan::lane::LeadTimes;
use beredd::plan::sourcing::{Sourcing, Way};
use beredd::random::key::StreamName;
use beredd::random::laws::LeadTimeLaw;
use beredd::units::Quanta;

/// The store also buys from a second supplier, whose goods take `days`; it is site 2 and its way is number 1.
fn with_second_supplier(mut plan: Plan, days: f64, rule: Sourcing) -> Plan {
    plan.sites.push(generate::site("b-supplier".to_owned(), 0, false));
    plan.prices.sites.push(Default::default());
    plan.offers.push(Offer { supplier: 2, article: 0 });
    plan.lanes.push(generate::lane(2, 1, LeadTimeLaw::Fixed { days }, LeadTimes::Independent));
    let lead_stream = StreamName::new(&["second"]);
    plan.further_ways.push(Way { cell: 0, lane: 1, source: None, offer: Some(1), lead_stream });
    plan.phases[0].sourcing.push(rule);
    plan
}

fn one_store(need: f64, initial: Quanta) -> Store {
    Store { need: Some(need), ..store(initial, up_to(initial)) }
}

fn both_engines_tell(plan: &Plan, expected: &[Event]) {
    for mut run in [main_engine(plan, 1, 0), naive::simulate(plan, 1, 0)] {
        let mut expected = expected.to_vec();
        normalise(&mut run.events);
        normalise(&mut expected);
        assert_eq!(run.events, expected);
    }
}

/// 70 % and 30 %, five a day. The lag after each order, in tenths of an order: 7 against 3, so the first; then 4 against 6, the
/// second; 11 against −1, 8 against 2; 5 against 5, the first of equals.
#[test]
fn an_order_goes_to_the_source_that_lags_most_behind_its_share() {
    let rule = Sourcing { cell: 0, agreed: vec![(0, 700_000), (1, 300_000)], fail_over: Vec::new(), after_days: 0 };
    let plan = with_second_supplier(plan(5, &[one_store(5.0, 20)]), 2.0, rule);
    both_engines_tell(
        &plan,
        &[
            need(0, 0, 5, 5),
            ordered(0, 0, 5),
            sent(0, 0, 5, 1),
            end(0, 15, 0, 5, 0),
            received(1, 0, 5),
            need(1, 0, 5, 5),
            ordered(1, 1, 5),
            sent(1, 1, 5, 3),
            end(1, 15, 0, 5, 0),
            need(2, 0, 5, 5),
            ordered(2, 0, 5),
            sent(2, 0, 5, 3),
            end(2, 10, 0, 10, 0),
            received(3, 0, 5),
            received(3, 1, 5),
            need(3, 0, 5, 5),
            ordered(3, 0, 5),
            sent(3, 0, 5, 4),
            end(3, 15, 0, 5, 0),
            received(4, 0, 5),
            need(4, 0, 5, 5),
            ordered(4, 0, 5),
            sent(4, 0, 5, 5),
            end(4, 15, 0, 5, 0),
        ],
    );
}

/// The first supplier stops on day 1 for three days. What is ordered on day 1 waits from day 1, on day 2 the order of that day joins it;
/// on day 3 it has waited for two days and all fifteen move to the second supplier, day 3's order too. Day 4: the first ships again.
#[test]
fn what_has_waited_long_enough_moves_to_the_next_source() {
    let rule = Sourcing { cell: 0, agreed: vec![(0, 1_000_000)], fail_over: vec![1], after_days: 2 };
    let mut plan = with_second_supplier(plan(5, &[one_store(5.0, 20)]), 1.0, rule);
    let mut stop = process(1.0, 3.0, Target::Offer(0));
    stop.source = Source::Once { day: 1, probability: 1.0 };
    plan.disruptions.push(stop);
    both_engines_tell(
        &plan,
        &[
            need(0, 0, 5, 5),
            ordered(0, 0, 5),
            sent(0, 0, 5, 1),
            end(0, 15, 0, 5, 0),
            toggled(1, 0, true),
            received(1, 0, 5),
            need(1, 0, 5, 5),
            ordered(1, 0, 5),
            end(1, 15, 0, 0, 5),
            need(2, 0, 5, 5),
            ordered(2, 0, 5),
            end(2, 10, 0, 0, 10),
            need(3, 0, 5, 5),
            ordered(3, 0, 5),
            Event::MovedOn { day: 3, from: 0, to: 1, quantity: 15 },
            sent(3, 1, 15, 4),
            end(3, 5, 0, 15, 0),
            toggled(4, 0, false),
            received(4, 1, 15),
            need(4, 0, 5, 5),
            ordered(4, 0, 5),
            sent(4, 0, 5, 5),
            end(4, 15, 0, 5, 0),
        ],
    );
}

/// With 0 days the order of a stopped supplier moves on the day it is written; while the second one is stopped too, it stays.
#[test]
fn a_stopped_source_hands_on_at_once_and_not_to_a_stopped_one() {
    let rule = Sourcing { cell: 0, agreed: vec![(0, 1_000_000)], fail_over: vec![1], after_days: 0 };
    let mut plan = with_second_supplier(plan(3, &[one_store(5.0, 20)]), 1.0, rule);
    for (number, (target, days)) in [(Target::Lane(0), 9.0), (Target::Site(2), 1.0)].into_iter().enumerate() {
        let mut stop = process(1.0, days, target);
        stop.source = Source::Once { day: i64::try_from(number).expect("small"), probability: 1.0 };
        stop.stream = StreamName::new(&["stop", &number.to_string()]);
        plan.disruptions.push(stop);
    }
    both_engines_tell(
        &plan,
        &[
            toggled(0, 0, true),
            need(0, 0, 5, 5),
            ordered(0, 0, 5),
            Event::MovedOn { day: 0, from: 0, to: 1, quantity: 5 },
            sent(0, 1, 5, 1),
            end(0, 15, 0, 5, 0),
            toggled(1, 1, true),
            received(1, 1, 5),
            need(1, 0, 5, 5),
            ordered(1, 0, 5),
            end(1, 15, 0, 0, 5),
            toggled(2, 1, false),
            need(2, 0, 5, 5),
            ordered(2, 0, 5),
            Event::MovedOn { day: 2, from: 0, to: 1, quantity: 10 },
            sent(2, 1, 10, 3),
            end(2, 10, 0, 10, 0),
        ],
    );
}
