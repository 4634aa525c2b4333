//! Runs worked by hand: what disruptions do beside stopping things. Every log is written out in full.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, end, need, ordered, plan, process, received, sent, store, toggled, up_to};
use beredd::plan::Plan;
use beredd::plan::disruption::{Effects, Process, Ramp, Source, Step, Target};
use beredd::plan::policy::Rule;
use beredd::random::key::StreamName;
use beredd::random::laws::DurationLaw;
use beredd::units::PerMillion;

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

/// A process that begins on a day, stops nothing and lasts for fixed days.
fn once(day: i64, down_days: f64, effects: Effects) -> Process {
    let source = Source::Once { day, probability: 1.0 };
    Process { source, targets: Vec::new(), effects, ..process(1.0, down_days, Target::Site(0)) }
}

fn always(factor: f64) -> Ramp {
    Ramp(vec![Step { after: 0, factor }])
}

#[test]
fn half_of_what_is_asked_for_leaves() {
    // 4 a day, level 10. On days 1 and 2 half of what is asked for leaves: 2 of 4, then 4 of 8, of which 2 have left.
    let mut plan = plan(5, &[Store { need: Some(4.0), ..store(10, up_to(10)) }]);
    plan.disruptions =
        vec![once(1, 2.0, Effects { capacity: always(0.5), limited: vec![Target::Site(0)], ..Effects::default() })];
    let log = [
        need(0, 0, 4, 4),
        ordered(0, 0, 4),
        sent(0, 0, 4, 1),
        end(0, 6, 0, 4, 0),
        toggled(1, 0, true),
        received(1, 0, 4),
        need(1, 0, 4, 4),
        ordered(1, 0, 4),
        sent(1, 0, 2, 2),
        end(1, 6, 0, 2, 2),
        received(2, 0, 2),
        need(2, 0, 4, 4),
        ordered(2, 0, 4), // 4 on hand + 2 requested = 6
        sent(2, 0, 2, 3),
        end(2, 4, 0, 2, 4),
        toggled(3, 0, false),
        received(3, 0, 2),
        need(3, 0, 4, 4),
        ordered(3, 0, 4), // 2 + 4 requested
        sent(3, 0, 8, 4),
        end(3, 2, 0, 8, 0),
        received(4, 0, 8),
        need(4, 0, 4, 4),
        ordered(4, 0, 4),
        sent(4, 0, 4, 5),
        end(4, 6, 0, 4, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn stock_is_lost_and_locked_and_a_chain_doubles_the_needs() {
    // Of 9 on day 1, ⌊4.5⌋ = 4 are lost and ⌊2.5⌋ = 2 of the 5 left are locked for a day. A day after it began, needs double.
    let mut plan = plan(4, &[Store { need: Some(1.0), ..store(10, Rule::Never) }]);
    let half = PerMillion(500_000);
    let struck = Effects { lost: half, locked: half, cells: vec![0], ..Effects::default() };
    let surge = Effects { demand_factor: always(2.0), demands: vec![0], ..Effects::default() };
    let delay = DurationLaw::Fixed { days: 1.0 };
    let chain = Process {
        source: Source::After { process: 0, delay, probability: 1.0 },
        stream: StreamName::new(&["chain"]),
        ..once(0, 1.0, surge)
    };
    plan.disruptions = vec![once(1, 1.0, struck), chain];
    let log = [
        need(0, 0, 1, 1),
        end(0, 9, 0, 0, 0),
        toggled(1, 0, true),
        Event::Struck { day: 1, process: 0, cell: 0, lost: 4, locked: 2 },
        need(1, 0, 1, 1), // 3 − 1
        end(1, 2, 0, 0, 0),
        toggled(2, 0, false),
        Event::GivenBack { day: 2, process: 0, cell: 0, quantity: 2 },
        toggled(2, 1, true),
        need(2, 0, 2, 2),
        end(2, 2, 0, 0, 0),
        toggled(3, 1, false),
        need(3, 0, 1, 1),
        end(3, 1, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn what_leaves_after_a_late_day_does_not_overtake_it() {
    // A day on the road, and three more for what leaves on day 1: it arrives on day 5, and so does all that leaves until then.
    let mut plan = plan(5, &[Store { need: Some(4.0), ..store(10, up_to(10)) }]);
    plan.disruptions = vec![once(1, 1.0, Effects { lead_added: 3.0, lanes: vec![0], ..Effects::default() })];
    let log = [
        need(0, 0, 4, 4),
        ordered(0, 0, 4),
        sent(0, 0, 4, 1),
        end(0, 6, 0, 4, 0),
        toggled(1, 0, true),
        received(1, 0, 4),
        need(1, 0, 4, 4),
        ordered(1, 0, 4),
        sent(1, 0, 4, 5),
        end(1, 6, 0, 4, 0),
        toggled(2, 0, false),
        need(2, 0, 4, 4),
        ordered(2, 0, 4), // 2 + 4 under way
        sent(2, 0, 4, 5),
        end(2, 2, 0, 8, 0),
        need(3, 0, 4, 2),
        ordered(3, 0, 4), // 0 + 8 − 2 who wait
        sent(3, 0, 4, 5),
        end(3, 0, 2, 12, 0),
        need(4, 0, 4, 0),
        ordered(4, 0, 4),
        sent(4, 0, 4, 5),
        end(4, 0, 6, 16, 0),
    ];
    expect(&plan, &log);
}
