//! Runs worked by hand in which demand has a law or a season whose draws are certain, told by both engines; and the needs
//! that a factor of the state scales.
#![expect(clippy::disallowed_methods, reason = "tests may use the functions of the platform; results may not")]

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::naive::simulate;
use crate::tiny::{Store, end, need, ordered, plan, received, sent, store, up_to};
use crate::{generate, laws};
use beredd::plan::Plan;
use beredd::plan::demand_law::{EntryLaw, Law, Season, Series, SizeLaw};
use beredd::random::key::ReplicationKey;
use beredd::sim::need_laws::need_scaled;

#[track_caller]
fn expect(plan: &Plan, log: &[Event]) {
    let mut expected = log.to_vec();
    normalise(&mut expected);
    for run in [simulate(plan, 1, 0), main_engine(plan, 1, 0)] {
        let mut told = run.events;
        normalise(&mut told);
        assert_eq!(told, expected);
    }
}

/// A store with level 6 that waits a day for its goods, and a law of its own.
fn with_law(days: u32, law: Law) -> Plan {
    let mut plan = plan(days, &[Store { need: Some(2.0), ..store(6, up_to(6)) }]);
    plan.demand_laws.laws.push(EntryLaw { demand: 0, law });
    plan
}

#[test]
fn a_replayed_file_is_repeated_from_before_the_measured_days() {
    // Days −1 and 0 of the file: 4 and 1. One day of warm-up, so the run's days are −1, 0, 1, 2: 4, 1, 4, 1.
    let mut plan = with_law(3, Law::Replay { series: 0 });
    plan.calendar.warm_up_days = 1;
    plan.demand_laws.series.push(Series { first: -1, quantities: vec![4, 1], repeats: true });
    let repeated = [
        need(0, 0, 4, 4), // 2 left
        ordered(0, 0, 4),
        sent(0, 0, 4, 1),
        end(0, 2, 0, 4, 0),
        received(1, 0, 4), // 6
        need(1, 0, 1, 1),
        ordered(1, 0, 1),
        sent(1, 0, 1, 2),
        end(1, 5, 0, 1, 0),
        received(2, 0, 1), // 6
        need(2, 0, 4, 4),
        ordered(2, 0, 4),
        sent(2, 0, 4, 3),
        end(2, 2, 0, 4, 0),
    ];
    let last = [received(3, 0, 4), need(3, 0, 1, 1), ordered(3, 0, 1), sent(3, 0, 1, 4), end(3, 5, 0, 1, 0)];
    expect(&plan, &[&repeated[..], &last].concat());
    // Not repeated: nothing is needed on the days 1 and 2.
    plan.demand_laws.series[0].repeats = false;
    let quiet = [received(2, 0, 1), need(2, 0, 0, 0), end(2, 6, 0, 0, 0), need(3, 0, 0, 0), end(3, 6, 0, 0, 0)];
    expect(&plan, &[&repeated[..9], &quiet].concat());
}

#[test]
fn the_month_changes_between_two_days() {
    // 30 January 2026 is day 20 483 since 1970. 2 units a day; February has three times the need of January.
    let mut plan = plan(4, &[Store { need: Some(2.0), ..store(6, up_to(6)) }]);
    let mut season = Season { start: 20_483, ..Season::NONE };
    season.months[1] = 3.0;
    (plan.demand_laws.seasons, plan.demand_laws.season_of) = (vec![season], vec![0]);
    let log = [
        need(0, 0, 2, 2), // 30 January
        ordered(0, 0, 2),
        sent(0, 0, 2, 1),
        end(0, 4, 0, 2, 0),
        received(1, 0, 2),
        need(1, 0, 2, 2), // 31 January
        ordered(1, 0, 2),
        sent(1, 0, 2, 2),
        end(1, 4, 0, 2, 0),
        received(2, 0, 2), // 6
        need(2, 0, 6, 6),  // 1 February
        ordered(2, 0, 6),
        sent(2, 0, 6, 3),
        end(2, 0, 0, 6, 0),
        received(3, 0, 6),
        need(3, 0, 6, 6),
        ordered(3, 0, 6),
        sent(3, 0, 6, 4),
        end(3, 0, 0, 6, 0),
    ];
    expect(&plan, &log);
}

#[test]
fn one_unit_on_every_day_under_laws_that_leave_no_choice() {
    // Whole units: with 10 quanta a unit each need is 10. Stock 6 serves 6 of the first; the rest waits.
    let certain = [
        Law::Intermittent { probability: 1.0, size: SizeLaw::Geometric { mean: 1.0 } },
        Law::Intermittent { probability: 1.0, size: SizeLaw::Fixed { quanta: 10.0 } },
        Law::Empirical { values: vec![10.0], cumulative: vec![1.0] },
        Law::Lognormal { mu: 10_f64.ln(), sigma: 0.0 },
    ];
    for law in certain {
        let mut plan = with_law(2, law);
        plan.resolution = 10;
        let log = [
            need(0, 0, 10, 6),
            ordered(0, 0, 10),
            sent(0, 0, 10, 1),
            end(0, 0, 4, 10, 0),
            received(1, 0, 10), // 4 for those who wait
            need(1, 0, 10, 6),
            ordered(1, 0, 10),
            sent(1, 0, 10, 2),
            end(1, 0, 4, 10, 0),
        ];
        expect(&plan, &log);
    }
}

/// Every need of a run, asked for anew with a factor.
fn scaled(plan: &Plan, number: u64, factor: f64, mut check: impl FnMut(u32, i64, i64)) {
    let key = ReplicationKey::new(number % 7, number);
    for event in main_engine(plan, number % 7, number).events {
        let Event::Demanded { day, demand, quantity, .. } = event else { continue };
        if let Some(Law::Arrivals { .. }) = laws::law_of(plan, demand) {
            // Customers have draws of their own.
            continue;
        }
        let day = i64::from(day) - i64::from(plan.calendar.warm_up_days);
        let stream = key.stream(plan.demands[demand as usize].stream);
        check(demand, quantity, need_scaled(plan, demand, stream, day, factor));
    }
}

#[test]
fn a_factor_of_one_gives_the_need_itself_and_others_scale_the_same_draw() {
    for number in 0..150 {
        // Disruptions change needs too.
        let plan = Plan { disruptions: Vec::new(), apart: Vec::new(), cuts: Vec::new(), ..generate::plan(number) };
        scaled(&plan, number, 1.0, |_, need, again| assert_eq!(need, again, "plan {number}"));
        scaled(&plan, number, 0.0, |_, _, none| assert_eq!(none, 0, "plan {number}"));
        scaled(&plan, number, 3.0, |demand, need, tripled| {
            // Each of the two was rounded by less than a quantum, or a unit.
            let whole = match laws::law_of(&plan, demand) {
                Some(Law::Intermittent { size: SizeLaw::Geometric { .. }, .. }) => plan.resolution,
                Some(Law::Poisson { .. } | Law::NegativeBinomial { .. } | Law::Replay { .. }) => 0,
                _ => 1,
            };
            assert!((tripled - 3 * need).abs() <= 3 * whole, "plan {number}: {need} {tripled}");
        });
    }
}
