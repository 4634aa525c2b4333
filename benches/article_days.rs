//! How fast is the real path? One table of ratios, all from one run: `cargo bench`.
//!
//! 1. A hand-written loop for one base-stock article, with the same draws as the simulator. It must take at most 8 ns per
//!    article-day, else it is no yardstick and the bench fails.
//! 2. The same article through scenario → plan → replication. Its sums must equal those of the loop, exactly.
//!    And both equal what `beredd run` writes of the same file and seed.
//! 3. Region Västerbotten, with and without probes of endurance: article-site-days per second.
//!
//! An article-site-day is one cell (article at a site) on one day of a replication; the days of a probe's copies are not counted,
//! so endurance shows as a lower rate. Times are the least of several repetitions: the machine's noise only ever adds.

use beredd::plan::Plan;
use beredd::random::key::ReplicationKey;
use beredd::scenario::study::load;
use beredd::sim::drivers::Drivers;
use beredd::sim::replication::Ready;
use beredd::study::design::cells;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Rounds in which loop and real path take turns. Whoever shares the processor core slows both by half for a second or
/// two, so the rounds are spread over several seconds.
const ROUNDS: usize = 40;
/// Repetitions of the loop in a round (a third of a millisecond each); the real path has a tenth of them.
const REPETITIONS: usize = 200;
/// Repetitions of a replication of the region.
const REPETITIONS_OF_THE_REGION: usize = 15;
/// Slowest hand-written loop that is still a yardstick, ns per article-day.
const SLOWEST_LOOP: f64 = 8.0;
/// Lead time of `scenarios/theory/base_stock.toml`, days.
const LEAD_DAYS: usize = 4;
/// Days that the hand-written loop draws at once: whole pairs, whole lead times.
const STRETCH: usize = 128;

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
    let ready = Ready::new(&plan);
    let mut by_hand = Fastest::of(|| hand_written(black_box(&plan), 1, 0));
    let mut path = Fastest::of(|| ready.simulate(black_box(1), 0).expect("units are conserved"));
    for _ in 0..ROUNDS {
        by_hand.again(REPETITIONS);
        path.again(REPETITIONS / 10);
    }
    assert_eq!(sums(&path.last.drivers), by_hand.last, "the loop and the simulator see the same article");
    let (loop_ns, path_ns) = (by_hand.seconds * 1e9 / days, path.seconds * 1e9 / days);
    println!("{:<58} {:>9} {:>16} {:>7}", "", "ns each", "article-site-d/s", "ratio");
    row("hand-written loop, one base-stock article, same draws", loop_ns, 1.0);
    row("the same article through the real path", path_ns, loop_ns / path_ns);
    same_as_the_command(&plan);
    region(loop_ns);
    assert!(
        loop_ns <= SLOWEST_LOOP,
        "the hand-written loop takes {loop_ns:.1} ns per article-day, over {SLOWEST_LOOP}"
    );
}

fn row(name: &str, ns: f64, ratio: f64) {
    println!("{name:<58} {ns:>9.1} {:>16.0} {ratio:>7.3}", 1e9 / ns);
}

/// Some work, the least seconds that it took, and what it gave last.
struct Fastest<W, T> {
    work: W,
    seconds: f64,
    last: T,
}

impl<W: FnMut() -> T, T> Fastest<W, T> {
    fn of(mut work: W) -> Fastest<W, T> {
        let last = work();
        Fastest { work, seconds: f64::INFINITY, last }
    }

    fn again(&mut self, repetitions: usize) {
        for _ in 0..repetitions {
            let begun = Instant::now();
            self.last = (self.work)();
            self.seconds = self.seconds.min(begun.elapsed().as_secs_f64());
        }
    }
}

fn plans(file: &str, settings: &[&str]) -> Vec<Plan> {
    let settings: Vec<String> = settings.iter().map(|&setting| setting.to_owned()).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let loaded = load(&path, &settings).unwrap_or_else(|problems| panic!("{:?}", problems.diagnoses));
    cells(&loaded.study).expect("the shipped study compiles").into_iter().map(|cell| cell.plan).collect()
}

/// The article, and a hundred years of days in whole units from the first day on.
const FILE: &str = "scenarios/theory/base_stock.toml";
const SETTINGS: [&str; 3] =
    ["scenario.measured=\"36500 days\"", "scenario.resolution=\"1 unit\"", "scenario.warm-up=\"0 days\""];

fn one_article() -> Plan {
    plans(FILE, &SETTINGS).remove(0)
}

/// The loop's sums over two replications against the means that `beredd run` writes of the same file and seed.
fn same_as_the_command(plan: &Plan) {
    const REPLICATIONS: u64 = 2;
    let folder = std::env::temp_dir().join(format!("beredd-article-days-{}", std::process::id()));
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_beredd"));
    command.arg("run").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE)).args(["--quiet", "--seed", "1"]);
    command.args(["--replications", &REPLICATIONS.to_string()]).arg("--output").arg(&folder);
    command.args(SETTINGS.iter().flat_map(|setting| ["--set", setting]));
    let output = command.output().expect("beredd runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let table = std::fs::read_to_string(folder.join("results.csv")).expect("the run wrote its long table");
    std::fs::remove_dir_all(&folder).expect("the bench's folder is removed");
    let mean_of = |metric: &str, unit: &str| -> f64 {
        let wanted = format!(",{metric},{unit},mean,");
        let value = table.lines().find_map(|line| line.split_once(&wanted)).map(|(_, value)| value);
        value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("the long table has no mean of {metric}"))
    };
    let runs: Vec<Sums> = (0..REPLICATIONS).map(|number| hand_written(plan, 1, number)).collect();
    let sum = |of: fn(&Sums) -> i64| runs.iter().map(of).sum::<i64>() as f64;
    let days = f64::from(plan.calendar.measured_days) * REPLICATIONS as f64;
    let pairs = [
        ("mean stock", sum(|run| run.stock_days) / days, mean_of("mean_stock", "units")),
        ("mean backlog", sum(|run| run.backlog_days) / days, mean_of("mean_backlog", "units")),
        ("fill rate", sum(|run| run.served) / sum(|run| run.needed), mean_of("fill_rate", "share")),
    ];
    for (name, by_hand, by_command) in pairs {
        // Sums of whole numbers, but divided in another order.
        assert!((by_hand - by_command).abs() < 1e-9, "{name}: {by_hand} by hand, {by_command} by the command");
    }
    println!(
        "mean stock {:.6}, fill rate {:.8}: the loop, the real path and `beredd run` say the same",
        pairs[0].1, pairs[2].1
    );
}

/// The positive part, without a branch: whether stock is left is hard to foresee.
#[inline(always)]
fn positive(quantity: i64) -> i64 {
    quantity & !(quantity >> 63)
}

/// Base stock by hand: receive, serve the backlog, demand, order what was needed, count.
fn hand_written(plan: &Plan, seed: u64, number: u64) -> Sums {
    let demand = &plan.demands[0];
    let key = ReplicationKey::new(seed, number).stream(demand.stream);
    let (location, deviation) = (demand.location, demand.deviation);
    let mut pipeline = [0_i64; LEAD_DAYS];
    let level = match plan.phases[0].rules[0] {
        beredd::plan::policy::Rule::OrderUpTo { level } => level,
        other => panic!("a base-stock article, not {other:?}"),
    };
    // Net stock is stock − backlog: one number carries both from day to day.
    let (mut net, mut position) = (plan.cells[0].initial, plan.cells[0].initial);
    let mut sums = Sums { needed: 0, served: 0, stock_days: 0, backlog_days: 0 };
    let days = usize::try_from(plan.calendar.measured_days).expect("days are counted by a usize");
    // Draws do not depend on the stock, so a stretch of days is drawn at once and the processor overlaps them.
    let mut needs = [[0_i64; 2]; STRETCH / 2];
    for begun in (0..days).step_by(STRETCH) {
        for (pair, needs) in (begun as i64 / 2..).zip(&mut needs) {
            *needs = key.pair_of_dates(pair).map(|date| date.share.round(location + deviation * date.score));
        }
        let stretch = &needs.as_flattened()[..STRETCH.min(days - begun)];
        for lead_time in stretch.chunks(LEAD_DAYS) {
            for (&needed, arriving) in lead_time.iter().zip(&mut pipeline) {
                net += *arriving;
                let served = needed.min(positive(net));
                net -= needed;
                position -= needed;
                let ordered = positive(level - position);
                position += ordered;
                *arriving = ordered;
                sums.needed += needed;
                sums.served += served;
                sums.stock_days += positive(net);
                sums.backlog_days += positive(-net);
            }
        }
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
            let mut work = Fastest::of(|| ready.simulate(black_box(1), 0).expect("units are conserved"));
            work.again(REPETITIONS_OF_THE_REGION);
            let article_site_days = plan.cells.len() as f64 * f64::from(plan.calendar.total_days());
            let ns = work.seconds * 1e9 / article_site_days;
            row(&format!("Region Västerbotten, {scenario}, {name}"), ns, loop_ns / ns);
        }
    }
}
