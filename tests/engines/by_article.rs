//! Article by article and day by day: two orders of the same events, on generated plans in which nothing joins the articles. All that
//! a replication leaves behind has to be the same, drivers and probes.

use crate::agreement::main_engine;
use crate::event::Event;
use crate::generate;
use beredd::plan::Plan;
use beredd::plan::demand::{Negative, Unmet};
use beredd::plan::lane::LeadTimes;
use beredd::plan::transport::Departures;
use beredd::random::laws::LeadTimeLaw;
use beredd::sim::by_article::fits;
use beredd::sim::replication::Ready;
use std::collections::BTreeMap;

const PLANS: u64 = 600;
/// On how many plans each thing has to be met.
const MET_AT_LEAST: u32 = 40;

/// What going article by article has a rule for of its own; each has to be met.
const MET: [&str; 17] = [
    "a run longer than a stretch",
    "goods that take no time",
    "lead times of each line",
    "lead times of the week",
    "days of departure",
    "days of receiving",
    "days of ordering",
    "a probe",
    "a need that is a return",
    "lost demand",
    "truncated demand",
    "rules change at a date",
    "three echelons",
    "demand at a warehouse",
    "a disruption with effects",
    "a disruption without",
    "another law than the normal one",
];

#[test]
fn both_orders_leave_the_same() {
    let mut met: BTreeMap<&str, u32> = MET.iter().map(|&name| (name, 0)).collect();
    let mut causes = [0_i64; 3];
    for number in 0..PLANS {
        let plan = generate::plain(number);
        assert!(fits(&plan), "plan {number} has something that joins its articles");
        let (ready, day_by_day) = (Ready::new(&plan), Ready::new(&plan).day_by_day());
        for replication in 0..2 {
            let one = ready.simulate(7, replication).expect("units are conserved");
            let other = day_by_day.simulate(7, replication).expect("units are conserved");
            assert_eq!(one, other, "plan {number}, replication {replication}");
            for short in &one.drivers.short_by_cause {
                causes.iter_mut().zip(short).for_each(|(sum, short)| *sum += short);
            }
        }
        for name in seen(&plan) {
            *met.get_mut(name).expect("in the list") += 1;
        }
    }
    let missed: Vec<_> = met.iter().filter(|(_, count)| **count < MET_AT_LEAST).collect();
    assert!(missed.is_empty(), "met too seldom: {missed:?}");
    assert!(causes.iter().all(|&units| units > 0), "every cause of a shortage is met: {causes:?}");
}

/// What of the list a plan has, and what its run shows of it.
fn seen(plan: &Plan) -> Vec<&'static str> {
    let lanes = || plan.lanes.iter();
    let takes_no_time = |law: &LeadTimeLaw| matches!(law, LeadTimeLaw::Fixed { days } if *days == 0.0);
    let with_effects = |wanted: bool| plan.disruptions.iter().any(|process| process.effects.is_none() != wanted);
    let mut seen = vec![
        ("a run longer than a stretch", plan.calendar.total_days() > beredd::sim::by_article::LONGEST),
        ("goods that take no time", lanes().any(|lane| takes_no_time(&lane.law))),
        (
            "lead times of each line",
            lanes().any(|lane| {
                lane.lead_times == LeadTimes::Independent && !matches!(lane.law, LeadTimeLaw::Fixed { .. })
            }),
        ),
        ("lead times of the week", lanes().any(|lane| lane.lead_times != LeadTimes::Independent)),
        ("days of departure", plan.transport.lanes.iter().any(|lane| lane.departs != Departures::Daily)),
        ("days of receiving", !plan.transport.receives.is_empty()),
        (
            "days of ordering",
            plan.phases.iter().any(|phase| phase.reviews.iter().any(|group| group.order_days.is_some())),
        ),
        ("a probe", plan.endurance.probes > 0 && !plan.cuts.is_empty()),
        ("lost demand", plan.unmet == Unmet::Lost),
        ("a disruption with effects", with_effects(true)),
        ("a disruption without", with_effects(false)),
        ("another law than the normal one", !plan.demand_laws.laws.is_empty()),
    ];
    let mut demands = plan.demands.iter();
    seen.extend([
        ("truncated demand", plan.demands.iter().any(|demand| demand.negative == Negative::Truncate)),
        ("rules change at a date", plan.phases.len() > 1),
        ("three echelons", plan.sites.iter().any(|site| site.rank >= 3)),
        ("demand at a warehouse", demands.any(|demand| !plan.buyer_ranges[demand.cell as usize].indices().is_empty())),
        ("a need that is a return", returns(plan)),
    ]);
    seen.into_iter().filter(|(_, seen)| *seen).map(|(name, _)| name).collect()
}

fn returns(plan: &Plan) -> bool {
    let run = main_engine(plan, 7, 0);
    run.events.iter().any(|event| matches!(event, Event::Demanded { quantity, .. } if *quantity < 0))
}

/// What joins articles, or is not done article by article, is not taken for plain.
#[test]
fn a_plan_with_more_does_not_fit() {
    let (mut fit, mut more) = (0, 0);
    for number in 0..300 {
        let plan = generate::plan_of_days(number);
        if fits(&plan) {
            fit += 1;
            let one = Ready::new(&plan).simulate(3, 0).expect("units are conserved");
            assert_eq!(
                one,
                Ready::new(&plan).day_by_day().simulate(3, 0).expect("units are conserved"),
                "plan {number}"
            );
        } else {
            more += 1;
        }
    }
    assert!(more > 100, "{more} of 300 plans have more, {fit} fit");
}
