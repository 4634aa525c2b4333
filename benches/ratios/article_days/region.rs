//! Region Västerbotten without reserve, today and with a central warehouse: what probes cost, and how fast two cores are.

use crate::compiled::{compiled, shipped};
use crate::fastest::{Fastest, ROUNDS, least};
use crate::table::{Bar, Row};
use beredd::plan::Plan;
use beredd::sim::replication::Ready;
use std::hint::black_box;

/// The scenarios, by their ids in the shipped study.
const SCENARIOS: [&str; 2] = ["today", "delmal-2"];
/// What a replication with probes may take, in the time of one without.
const MOST_WITH_PROBES: f64 = 2.0;
/// Article-site-days a second that two cores must do.
const LEAST_ON_TWO: f64 = 100e6;
/// Replications of each of two threads, which are timed together: long beside the start of a thread, short enough to find both
/// cores free at times.
const REPLICATIONS: u64 = 10;
/// Times that they are timed, spread over several seconds.
const REPETITIONS: usize = 60;

/// One core with and without probes, then two cores.
pub fn rows(loop_ns: f64) -> Vec<Row> {
    // With the probes and cuts that the study comes with, and without any.
    let (probed, plain) = (plans(&[]), plans(&["endurance.probes=0"]));
    let mut rows: Vec<Row> = (SCENARIOS.iter().zip(&plain).zip(&probed))
        .flat_map(|((scenario, plain), probed)| one_core(scenario, plain, probed, loop_ns))
        .collect();
    rows.push(two_cores(SCENARIOS[1], &plain[1]));
    rows
}

/// The plans of the scenarios.
fn plans(settings: &[&str]) -> [Plan; 2] {
    let settings = [&["study.reserves=[\"none\"]"], settings].concat();
    let (loaded, cells) = compiled(&shipped("scenarios/vasterbotten/study.toml"), &settings);
    SCENARIOS.map(|id| {
        let cell = cells.iter().find(|cell| loaded.study.scenarios[cell.scenario].id == id);
        cell.expect("the study has the scenario").plan.clone()
    })
}

fn article_site_days(plan: &Plan) -> f64 {
    plan.cells.len() as f64 * f64::from(plan.calendar.total_days())
}

/// A replication without and with probes, in turns.
fn one_core(scenario: &str, plain: &Plan, probed: &Plan, loop_ns: f64) -> [Row; 2] {
    let (without, with) = (Ready::new(plain), Ready::new(probed));
    let mut without = Fastest::of(|| without.simulate(black_box(1), 0).expect("units are conserved"));
    let mut with = Fastest::of(|| with.simulate(black_box(1), 0).expect("units are conserved"));
    for _ in 0..ROUNDS {
        without.again(1);
        with.again(1);
    }
    let speed = |seconds: f64| {
        let rate = article_site_days(plain) / seconds;
        (rate / 1e6, loop_ns * 1e-9 * rate)
    };
    let ((plain_rate, plain_ratio), (probed_rate, probed_ratio)) = (speed(without.seconds), speed(with.seconds));
    let unit = format!("million article-site-days/s, {plain_ratio:.3} of the loop");
    let beside = format!("of the time without, {probed_rate:.1} million/s, {probed_ratio:.3} of the loop");
    let copies = format!("{} × {} cuts", probed.endurance.probes, probed.cuts.len());
    [
        Row::told(format!("Region Västerbotten, {scenario}, no probes"), plain_rate, unit),
        Row::asked(
            format!("Region Västerbotten, {scenario}, probes ({copies})"),
            with.seconds / without.seconds,
            beside,
            Bar::AtMost(MOST_WITH_PROBES),
        ),
    ]
}

/// Two threads, each with replications of its own, counted together: until the slower is done.
fn two_cores(scenario: &str, plan: &Plan) -> Row {
    let name = format!("Region Västerbotten, {scenario}, no probes, two cores");
    let bar = Bar::AtLeast(LEAST_ON_TWO / 1e6);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    if cores < 2 {
        return Row::not_run(name, "there is one core", bar);
    }
    let ready = Ready::new(plan);
    let run = |from: u64| {
        for number in from..from + REPLICATIONS {
            drop(black_box(ready.simulate(1, number).expect("units are conserved")));
        }
    };
    let both = || {
        std::thread::scope(|scope| {
            scope.spawn(|| run(0));
            scope.spawn(|| run(REPLICATIONS));
        });
    };
    let rate = 2.0 * REPLICATIONS as f64 * article_site_days(plan) / least(REPETITIONS, both);
    Row::asked(name, rate / 1e6, "million article-site-days/s", bar)
}
