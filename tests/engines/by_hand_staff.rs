//! Staff, cut-off times and dear goods worked by hand, in both engines. Every log is written out in full.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, end, need, ordered, plan, process, received, sent, store, toggled, up_to};
use beredd::plan::Plan;
use beredd::plan::disruption::{Effects, Process, Ramp, Source, Step, Target};
use beredd::plan::policy::Rule;
use beredd::plan::staff::SiteStaff;
use beredd::plan::terms::Terms;
use beredd::plan::transport::LaneRules;
use beredd::random::laws::DurationLaw;

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

fn staff(scheduled: [i64; 7], received: Option<i64>, picked: Option<i64>) -> SiteStaff {
    SiteStaff { site: 1, scheduled, per_line_received: received, per_line_picked: picked, price: None }
}

/// On day 1 for so many days, for certain.
fn on_day_1(days: f64, effects: Effects) -> Process {
    let source = Source::Once { day: 1, probability: 1.0 };
    let down = DurationLaw::Fixed { days };
    Process { source, down, targets: Vec::new(), effects, ..process(1.0, 1.0, Target::Site(0)) }
}

fn times(factor: f64) -> Ramp {
    Ramp(vec![Step { after: 0, factor }])
}

#[test]
fn lines_wait_at_the_dock_for_a_day_with_staff() {
    // 2 a day, level 10, a day on the road. A line takes a minute: one on Monday (day 0) and Wednesday, none on Tuesday, two on
    // Thursday (120 s); on Friday there is a second, and one line fills it.
    let mut plan = plan(5, &[Store { need: Some(2.0), ..store(10, up_to(10)) }]);
    plan.staff = vec![staff([60, 0, 60, 120, 1, 0, 0], Some(60), None)];
    let log = [
        need(0, 0, 2, 2),
        ordered(0, 0, 2),
        sent(0, 0, 2, 1),
        end(0, 8, 0, 2, 0),
        need(1, 0, 2, 2), // 6, and 2 at the dock
        ordered(1, 0, 2),
        sent(1, 0, 2, 2),
        end(1, 6, 0, 4, 0),
        received(2, 0, 2), // Monday's; Tuesday's waits
        need(2, 0, 2, 2),
        ordered(2, 0, 2),
        sent(2, 0, 2, 3),
        end(2, 6, 0, 4, 0),
        received(3, 0, 2),
        received(3, 0, 2),
        need(3, 0, 2, 2),
        ordered(3, 0, 2),
        sent(3, 0, 2, 4),
        end(3, 8, 0, 2, 0),
        received(4, 0, 2),
        need(4, 0, 2, 2),
        ordered(4, 0, 2),
        sent(4, 0, 2, 5),
        end(4, 8, 0, 2, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn what_nobody_has_time_to_pick_stays_requested() {
    // The warehouse has 20 and picks one line a day. Both stores order on day 0; the second is picked on day 1.
    let mut plan = plan(
        3,
        &[
            store(20, Rule::Never),
            Store { source: Some(0), ..store(0, up_to(5)) },
            Store { source: Some(0), ..store(0, up_to(4)) },
        ],
    );
    plan.staff = vec![staff([100; 7], None, Some(60))];
    let log = [
        ordered(0, 1, 5),
        ordered(0, 2, 4),
        sent(0, 1, 5, 1),
        end(0, 15, 0, 5, 4),
        received(1, 1, 5),
        sent(1, 2, 4, 2),
        end(1, 16, 0, 4, 0),
        received(2, 2, 4),
        end(2, 20, 0, 0, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn half_the_staff_picks_half_the_lines() {
    // Two lines a day, on day 1 only one: the second store's 1 waits and leaves with the next 1, as one line.
    let mut plan = plan(
        3,
        &[
            store(20, Rule::Never),
            Store { source: Some(0), need: Some(1.0), ..store(4, up_to(4)) },
            Store { source: Some(0), need: Some(1.0), ..store(4, up_to(4)) },
        ],
    );
    plan.staff = vec![staff([120; 7], None, Some(60))];
    let effects = Effects { staff_factor: times(0.5), staffed: vec![1], ..Effects::default() };
    plan.disruptions = vec![on_day_1(1.0, effects)];
    let log = [
        need(0, 0, 1, 1),
        need(0, 1, 1, 1),
        ordered(0, 1, 1),
        ordered(0, 2, 1),
        sent(0, 1, 1, 1),
        sent(0, 2, 1, 1),
        end(0, 24, 0, 2, 0),
        toggled(1, 0, true),
        received(1, 1, 1),
        received(1, 2, 1),
        need(1, 0, 1, 1),
        need(1, 1, 1, 1),
        ordered(1, 1, 1),
        ordered(1, 2, 1),
        sent(1, 1, 1, 2),
        end(1, 23, 0, 1, 1),
        toggled(2, 0, false),
        received(2, 1, 1),
        need(2, 0, 1, 1),
        need(2, 1, 1, 1),
        ordered(2, 1, 1),
        ordered(2, 2, 1),
        sent(2, 1, 1, 3),
        sent(2, 2, 2, 3),
        end(2, 19, 0, 3, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn an_order_after_the_cut_off_leaves_a_day_later() {
    // Orders are written at two in the afternoon, when the lorry is loaded: that is too late.
    let mut plan = plan(3, &[Store { need: Some(2.0), ..store(10, up_to(10)) }]);
    plan.transport.lanes = vec![LaneRules { cut_off: Some(14 * 60), ..LaneRules::default() }];
    plan.phases[0].terms = vec![Terms { written_at: 14 * 60, ..Terms::default() }];
    let log = [
        need(0, 0, 2, 2),
        ordered(0, 0, 2),
        end(0, 8, 0, 0, 2),
        need(1, 0, 2, 2), // 6 and 2 requested
        ordered(1, 0, 2),
        sent(1, 0, 2, 2), // Monday's
        end(1, 6, 0, 2, 2),
        received(2, 0, 2),
        need(2, 0, 2, 2),
        ordered(2, 0, 2),
        sent(2, 0, 2, 3),
        end(2, 6, 0, 2, 2),
    ];
    expect(&plan, &log);
    // A minute before the cut-off everything leaves on its day.
    plan.phases[0].terms[0].written_at = 14 * 60 - 1;
    let day = |day, stock| [need(day, 0, 2, 2), ordered(day, 0, 2), sent(day, 0, 2, day + 1), end(day, stock, 0, 2, 0)];
    let log = [&day(0, 8)[..], &[received(1, 0, 2)], &day(1, 8), &[received(2, 0, 2)], &day(2, 8)].concat();
    expect(&plan, &log);
}

#[test]
fn goods_that_leave_while_prices_are_up_cost_more() {
    // From day 1 for two days everything of the supplier costs three times its price, and the article half as much again on top:
    // 3 · 1.5 − 1 = 3.5 times the price beyond it.
    let mut plan = plan(4, &[Store { need: Some(2.0), ..store(10, up_to(10)) }]);
    let supplier = Effects { price_factor: times(3.0), dearer: vec![Target::Site(0)], ..Effects::default() };
    let offer = Effects { price_factor: times(1.5), dearer: vec![Target::Offer(0)], ..Effects::default() };
    plan.disruptions = vec![on_day_1(2.0, supplier), on_day_1(1.0, offer)];
    let dear = |day, thousandths| Event::Dearer { day, cell: 0, quantity: 2, thousandths };
    let day = |day| [need(day, 0, 2, 2), ordered(day, 0, 2), sent(day, 0, 2, day + 1), end(day, 8, 0, 2, 0)];
    let log = [
        &day(0)[..],
        &[toggled(1, 0, true), toggled(1, 1, true), received(1, 0, 2)],
        &day(1)[..2],
        &[dear(1, 3500)],
        &day(1)[2..],
        &[toggled(2, 1, false), received(2, 0, 2)],
        &day(2)[..2],
        &[dear(2, 2000)],
        &day(2)[2..],
        &[toggled(3, 0, false), received(3, 0, 2)],
        &day(3),
    ];
    expect(&plan, &log.concat());
}
