//! How fast is the real path? One table of ratios, all from one run: `cargo bench`.
//!
//! 1. A hand-written loop for one base-stock article, with the same draws as the simulator. It must take at most 8 ns per
//!    article-day, else it is no yardstick and the bench fails.
//! 2. The same article through scenario → plan → replication. Its sums must equal those of the loop, exactly.
//! 3. Region Västerbotten, with and without probes of endurance: article-site-days per second.
//!
//! An article-site-day is one cell (article at a site) on one day of a replication; the days of a probe's copies are not counted,
//! so endurance shows as a lower rate. Times are the least of several repetitions: the machine's noise only ever adds.

use beredd::plan::Plan;
use beredd::random::key::ReplicationKey;
use beredd::random::normal::standard_normal;
use beredd::random::sampling::rounded_stochastically;
use beredd::scenario::study::load;
use beredd::sim::ledger::Drivers;
use beredd::sim::replication::Ready;
use beredd::study::design::cells;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Repetitions of which the fastest counts.
const REPETITIONS: usize = 25;
/// Slowest hand-written loop that is still a yardstick, ns per article-day.
const SLOWEST_LOOP: f64 = 8.0;
/// Lead time of `scenarios/theory/base_stock.toml`, days.
const LEAD_DAYS: usize = 4;

/// What the loop and the simulator must agree on.
#[derive(Debug, PartialEq, Eq)]
struct Sums {
    needed: i64,
    served: i64,
    stock_days: i64,
    backlog_days: i64,
}

fn main() {
    let plan = one_article();
    let days = f64::from(plan.calendar.total_days());
    let (loop_seconds, by_hand) = fastest(|| hand_written(black_box(&plan), 1));
    let ready = Ready::new(&plan);
    let (path_seconds, outcome) = fastest(|| ready.simulate(black_box(1), 0).expect("units are conserved"));
    assert_eq!(sums(&outcome.drivers), by_hand, "the loop and the simulator see the same article");
    let (loop_ns, path_ns) = (loop_seconds * 1e9 / days, path_seconds * 1e9 / days);
    println!("{:<58} {:>9} {:>16} {:>7}", "", "ns each", "article-site-d/s", "ratio");
    row("hand-written loop, one base-stock article, same draws", loop_ns, 1.0);
    row("the same article through the real path", path_ns, loop_ns / path_ns);
    region(loop_ns);
    assert!(
        loop_ns <= SLOWEST_LOOP,
        "the hand-written loop takes {loop_ns:.1} ns per article-day, over {SLOWEST_LOOP}"
    );
}

fn row(name: &str, ns: f64, ratio: f64) {
    println!("{name:<58} {ns:>9.1} {:>16.0} {ratio:>7.3}", 1e9 / ns);
}

/// The least seconds of several repetitions, and the last result.
fn fastest<T>(mut work: impl FnMut() -> T) -> (f64, T) {
    let mut timed = || {
        let begun = Instant::now();
        let result = work();
        (begun.elapsed().as_secs_f64(), result)
    };
    let (mut least, mut last) = timed();
    for _ in 1..REPETITIONS {
        let (seconds, result) = timed();
        (least, last) = (least.min(seconds), result);
    }
    (least, last)
}

fn plans(file: &str, settings: &[&str]) -> Vec<Plan> {
    let settings: Vec<String> = settings.iter().map(|&setting| setting.to_owned()).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let loaded = load(&path, &settings).unwrap_or_else(|problems| panic!("{:?}", problems.diagnoses));
    cells(&loaded.study).expect("the shipped study compiles").into_iter().map(|cell| cell.plan).collect()
}

fn one_article() -> Plan {
    let settings =
        ["scenario.measured=\"36500 days\"", "scenario.resolution=\"1 unit\"", "scenario.warm-up=\"0 days\""];
    plans("scenarios/theory/base_stock.toml", &settings).remove(0)
}

/// Base stock by hand: receive, serve the backlog, demand, order what was needed, count.
fn hand_written(plan: &Plan, seed: u64) -> Sums {
    let demand = &plan.demands[0];
    let key = ReplicationKey::new(seed, 0).stream(demand.stream);
    let (location, deviation) = (demand.location, demand.deviation);
    let mut pipeline = [0_i64; LEAD_DAYS];
    let level = match plan.phases[0].rules[0] {
        beredd::plan::policy::Rule::OrderUpTo { level } => level,
        other => panic!("a base-stock article, not {other:?}"),
    };
    // Net stock is stock − backlog: one number carries both from day to day.
    let (mut net, mut position) = (plan.cells[0].initial, plan.cells[0].initial);
    let mut sums = Sums { needed: 0, served: 0, stock_days: 0, backlog_days: 0 };
    let mut needs = [0_i64; 128];
    for day in 0..i64::from(plan.calendar.measured_days) {
        // Draws do not depend on the stock, so a stretch of days is drawn at once and the processor overlaps them.
        let ahead = day as usize % needs.len();
        if ahead == 0 {
            for (later, need) in (day.cast_unsigned()..).zip(&mut needs) {
                let mut block = key.occurrence(later);
                let draw = location + deviation * standard_normal(&mut block);
                *need = rounded_stochastically(draw, block.unit());
            }
        }
        let (needed, slot) = (needs[ahead], day as usize % LEAD_DAYS);
        net += pipeline[slot];
        let served = needed.min(net.max(0));
        net -= needed;
        position -= needed;
        let ordered = (level - position).max(0);
        position += ordered;
        pipeline[slot] = ordered;
        sums.needed += needed;
        sums.served += served;
        sums.stock_days += net.max(0);
        sums.backlog_days += (-net).max(0);
    }
    sums
}

fn sums(drivers: &Drivers) -> Sums {
    Sums {
        needed: drivers.needed[0],
        served: drivers.served[0],
        stock_days: drivers.stock_days[0],
        backlog_days: drivers.backlog_days[0],
    }
}

/// The region, without reserve, today and with a central warehouse.
fn region(loop_ns: f64) {
    for (probes, name) in [("endurance.probes=0", "no probes"), ("endurance.probes=1", "one probe, three cuts")] {
        let plans = plans("scenarios/vasterbotten/study.toml", &["study.reserves=[\"none\"]", probes]);
        for (plan, scenario) in [(&plans[0], "today"), (&plans[3], "delmal-2")] {
            let ready = Ready::new(plan);
            let (seconds, _) = fastest(|| ready.simulate(black_box(1), 0).expect("units are conserved"));
            let article_site_days = plan.cells.len() as f64 * f64::from(plan.calendar.total_days());
            let ns = seconds * 1e9 / article_site_days;
            row(&format!("Region Västerbotten, {scenario}, {name}"), ns, loop_ns / ns);
        }
    }
}
