//! Reserves kept for critical use, news that comes late, claims with several sources: worked by hand, in both engines.

use crate::agreement::main_engine;
use crate::event::{Event, normalise};
use crate::generate;
use crate::naive::simulate;
use crate::tiny::{Store, cut, end, need, ordered, plan, process, received, sent, store, toggled, up_to};
use beredd::plan::Plan;
use beredd::plan::disruption::{Offer, Source, Target};
use beredd::plan::lane::LeadTimes;
use beredd::plan::phase::LaterPhase;
use beredd::plan::policy::Rule;
use beredd::plan::reserve::{Alarm, Apart, KeptBack};
use beredd::plan::sourcing::{Sourcing, Way};
use beredd::plan::transport::{Delivery, LaneRules};
use beredd::random::key::StreamName;
use beredd::random::laws::LeadTimeLaw;
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

/// Holds both engines to S of the first reading.
#[track_caller]
fn expect_served(plan: &Plan, served: &[f64]) {
    for run in [simulate(plan, 1, 0), main_engine(plan, 1, 0)] {
        assert_eq!(run.readings[0].served, served);
    }
}

/// The warehouse, cell 0, keeps so much for the store that is cell 1, at site 2.
fn kept_for_the_first(quantity: Quanta) -> Vec<KeptBack> {
    vec![KeptBack { cell: 0, quantity, named: vec![2] }]
}

fn buying(initial: Quanta, level: Quanta) -> Store {
    Store { source: Some(0), ..store(initial, up_to(level)) }
}

#[test]
fn what_stands_above_the_reserve_is_for_all_and_the_rest_for_those_named() {
    // 10 stand there, 6 of them kept for the first store. Both ask for 5: of the 4 above the reserve 2 each; the first lacks 3 and
    // takes them from the 6. The second waits for the 3 that stand there, and in vain.
    let mut plan = plan(2, &[store(10, Rule::Never), buying(0, 5), buying(0, 5)]);
    plan.kept_back = kept_for_the_first(6);
    let log = [
        ordered(0, 1, 5),
        ordered(0, 2, 5),
        sent(0, 1, 5, 1),
        sent(0, 2, 2, 1),
        end(0, 3, 0, 7, 3),
        received(1, 1, 5),
        received(1, 2, 2),
        end(1, 10, 0, 0, 3),
    ];
    expect(&plan, &log);
}

#[test]
fn a_whole_line_that_does_not_fit_above_the_reserve_comes_out_of_all() {
    // 7 stand there, 4 of them kept for the first store, which takes whole lines only. Above the reserve are 3: not the whole 5,
    // so the second gets its 2 first. Then the first gets its 5 of the 5 that are left.
    let mut plan = plan(1, &[store(7, Rule::Never), buying(0, 5), buying(0, 2)]);
    plan.kept_back = kept_for_the_first(4);
    plan.transport.lanes = vec![LaneRules::default(); plan.lanes.len()];
    plan.transport.lanes[1].delivers = Delivery::CompleteLines;
    let log = [ordered(0, 1, 5), ordered(0, 2, 2), sent(0, 1, 5, 1), sent(0, 2, 2, 1), end(0, 0, 0, 7, 0)];
    expect(&plan, &log);
}

#[test]
fn at_minutes_others_are_served_down_to_the_reserve() {
    // The store holds 4 and keeps 3 for the second ward. The first asks first and gets 1; the second gets its 2 of the 3 left.
    let ward =
        |daily: Quanta| Store { every_days: 0, lead_days: 0.25, need: Some(daily as f64), ..buying(daily, daily) };
    let mut plan = plan(1, &[Store { every_days: 0, ..store(4, Rule::Never) }, ward(3), ward(2)]);
    plan.kept_back = vec![KeptBack { cell: 0, quantity: 3, named: vec![3] }];
    let clock = || Event::Clock { day: 0, minute: 360 };
    let log = [
        need(0, 0, 3, 3),
        need(0, 1, 2, 2),
        ordered(0, 1, 3),
        ordered(0, 2, 2),
        sent(0, 1, 1, 0),
        sent(0, 2, 2, 0),
        clock(),
        received(0, 1, 1),
        clock(),
        received(0, 2, 2),
        end(0, 4, 0, 0, 2),
    ];
    expect(&plan, &log);
}

#[test]
fn the_reserve_holds_in_the_copy_of_a_cut() {
    // 6 stand there, 4 of them for the first ward; each ward has 2, uses 2 a day and orders up to 4, which come at once.
    // Evening 1: 2 above the reserve, 1 each; the first lacks 3 and gets them: 4 and 1 stand at the wards, 1 is left.
    // Day 2: 2 of 2 and 1 of 2. The first asks for 2 and gets the 1. Day 3: 2 of 2, none of 2. Day 4: 1 of 2.
    let ward = || Store { need: Some(2.0), lead_days: 0.0, ..buying(2, 4) };
    let mut plan = plan(1, &[store(6, Rule::Never), ward(), ward()]);
    plan.kept_back = kept_for_the_first(4);
    (plan.endurance.probes, plan.endurance.fixed_day, plan.endurance.cap_days) = (1, Some(0), 5);
    plan.cuts = vec![cut(&[Target::Site(0)], &[], false, &[1000])];
    expect_served(&plan, &[1.0, 0.75, 0.5, 0.25, 0.0]);
}

/// A process that begins on a day.
fn once(day: i64, days: f64, target: Target, information_delay: u32) -> beredd::plan::disruption::Process {
    let source = Source::Once { day, probability: 1.0 };
    beredd::plan::disruption::Process { source, information_delay, ..process(1.0, days, target) }
}

fn apart(quantity: Quanta, alarm: Alarm, refill_days: u32) -> Apart {
    Apart { cell: 0, quantity, alarm, refill_days, rotates: false, age: StreamName::new(&["age"]) }
}

#[test]
fn an_alarm_waits_for_the_news() {
    // The border closes on day 1 and the region knows on day 3. Closed for two days only it is open again by then.
    let mut plan = plan(6, &[store(0, Rule::Never)]);
    plan.apart = vec![apart(4, Alarm { processes: vec![0], ..Alarm::default() }, 9)];
    plan.disruptions = vec![once(1, 4.0, Target::Site(0), 2)];
    let stock = |day: u32, on_hand: Quanta| end(day, on_hand, 0, 0, 0);
    let opened = Event::ReserveOpened { day: 3, reserve: 0, quantity: 4 };
    let log = [
        vec![stock(0, 0), toggled(1, 0, true), stock(1, 0), stock(2, 0), opened, stock(3, 4), stock(4, 4)],
        vec![toggled(5, 0, false), stock(5, 4)],
    ];
    expect(&plan, &log.concat());
    plan.disruptions = vec![once(1, 2.0, Target::Site(0), 2)];
    let log = [
        vec![stock(0, 0), toggled(1, 0, true), stock(1, 0), stock(2, 0), toggled(3, 0, false), stock(3, 0)],
        vec![stock(4, 0), stock(5, 0)],
    ];
    expect(&plan, &log.concat());
}

/// Another supplier for a store, by a way of its own that takes a day.
fn with_second_supplier(mut plan: Plan, cell: u32, agreed: Vec<(u32, i64)>) -> Plan {
    let (supplier, number) = (generate::index(plan.sites.len()), generate::index(plan.cells.len()));
    plan.sites.push(generate::site("b-supplier".to_owned(), 0, false));
    plan.prices.sites.push(Default::default());
    plan.offers.push(Offer { supplier, article: 0 });
    let law = LeadTimeLaw::Fixed { days: 1.0 };
    plan.lanes.push(generate::lane(supplier, plan.cells[cell as usize].site, law, LeadTimes::Independent));
    let (lane, lead_stream) = (generate::index(plan.lanes.len() - 1), StreamName::new(&["second"]));
    plan.further_ways.push(Way { cell, lane, source: None, offer: Some(1), lead_stream });
    let fail_over = if agreed.len() == 1 { vec![number] } else { Vec::new() };
    plan.phases[0].sourcing.push(Sourcing { cell, agreed, fail_over, after_days: 0 });
    plan
}

#[test]
fn another_source_takes_over_when_the_news_has_come() {
    // The lane of the first supplier is stopped from day 0. What has waited for a day moves on day 1, whatever is known. On day 2 the
    // new order moves at once if the stop is known since then, and stays until the next day if not.
    let one = Store { need: Some(5.0), ..store(20, up_to(20)) };
    let mut plan = with_second_supplier(plan(3, &[one]), 0, vec![(0, 1_000_000)]);
    let moved = |day: u32, quantity: Quanta| Event::MovedOn { day, from: 0, to: 1, quantity };
    let first_days = [
        toggled(0, 0, true),
        need(0, 0, 5, 5),
        ordered(0, 0, 5),
        end(0, 15, 0, 0, 5),
        need(1, 0, 5, 5),
        ordered(1, 0, 5),
        moved(1, 10),
        sent(1, 1, 10, 2),
        end(1, 10, 0, 10, 0),
        received(2, 1, 10),
        need(2, 0, 5, 5),
        ordered(2, 0, 5),
    ];
    plan.disruptions = vec![once(0, 9.0, Target::Lane(0), 2)];
    expect(&plan, &[&first_days[..], &[moved(2, 5), sent(2, 1, 5, 3), end(2, 15, 0, 5, 0)]].concat());
    plan.disruptions = vec![once(0, 9.0, Target::Lane(0), 3)];
    expect(&plan, &[&first_days[..], &[end(2, 15, 0, 0, 5)]].concat());
}

#[test]
fn what_is_locked_is_what_came_from_a_supplier() {
    // The ward's stock and the warehouse's are a supplier's; the claim is a half. The ward has 4, uses 2 a day, orders up to 8, half of
    // it at the warehouse (8) and half at a supplier. Under the cut 2 and 4 are free.
    // Day 1: 2 of 2. 8 are ordered, at the warehouse, which sends its 4. Day 2: they come and are free; 2 of 2; 2 are ordered at the
    // supplier (the warehouse has had more), who sends them. Day 3: they are locked; the last 2 are used. From day 4 on nothing: all
    // further orders go to the supplier.
    let ward = Store { need: Some(2.0), supplier_owned: true, ..buying(4, 8) };
    let warehouse = Store { supplier_owned: true, ..store(8, Rule::Never) };
    let mut plan = with_second_supplier(plan(1, &[warehouse, ward]), 1, vec![(1, 500_000), (2, 500_000)]);
    (plan.endurance.probes, plan.endurance.fixed_day, plan.endurance.cap_days) = (1, Some(0), 6);
    plan.cuts = vec![cut(&[], &[], true, &[500])];
    expect_served(&plan, &[1.0, 1.0, 1.0, 0.0, 0.0, 0.0]);
    // Owned by the region nothing is locked: the supplier sends what is used.
    plan.pools.iter_mut().for_each(|pool| pool.owner = 0);
    expect_served(&plan, &[1.0, 1.0, 1.0, 1.0, 1.0, 1.0]);
}

#[test]
fn a_switch_gives_up_a_part_of_a_reserve_and_makes_it_larger() {
    // 5 stand apart; from day 1 on 3: 2 join the stock. From day 2 on 6: the 3 that lack come two days later.
    let with = |quantity: Quanta| {
        let mut plan = plan(5, &[store(0, Rule::Never)]);
        plan.apart = vec![apart(quantity, Alarm::default(), 2)];
        plan
    };
    let mut plan = with(5);
    plan.phasing.later = vec![LaterPhase { from_day: 1, plan: with(3) }, LaterPhase { from_day: 2, plan: with(6) }];
    let log = [
        end(0, 0, 0, 0, 0),
        Event::ReserveReleased { day: 1, cell: 0, quantity: 2 },
        end(1, 2, 0, 0, 0),
        end(2, 2, 0, 0, 0),
        end(3, 2, 0, 0, 0),
        Event::ReserveFilled { day: 4, reserve: 0, quantity: 3 },
        end(4, 2, 0, 0, 0),
    ];
    expect(&plan, &log);
}
