//! How fast is the real path, beside a loop written by hand?
//!
//! 1. A hand-written loop for one base-stock article, with the same draws as the simulator. It must take at most 8 ns per
//!    article-day, else it is no yardstick.
//! 2. The same article through scenario → plan → replication: at least a third of the loop's speed. Its sums must equal those of the
//!    loop, exactly. And both equal what `beredd run` writes of the same file and seed.
//! 3. Region Västerbotten on one core and on two, with and without probes of endurance.
//!
//! An article-site-day is one cell (article at a site) on one day of a replication; the days of a probe's copies are not counted,
//! so endurance shows as a lower rate.

mod region;

use crate::compiled::{compiled, shipped};
use crate::fastest::{Fastest, ROUNDS};
use crate::table::{Bar, Row};
use beredd::plan::Plan;
use beredd::sim::replication::Ready;
use beredd_yardsticks::by_hand::{Sums, hand_written};
use std::hint::black_box;

/// Repetitions of the loop in a round (a third of a millisecond each); the real path has a tenth of them.
const REPETITIONS: usize = 200;
/// Slowest hand-written loop that is still a yardstick, ns per article-day.
const SLOWEST_LOOP: f64 = 8.0;
/// Least speed of the real path, as a share of the loop's.
const LEAST_RATIO: f64 = 1.0 / 3.0;

/// One article, then the region.
pub fn rows() -> Vec<Row> {
    let plan = one_article();
    let days = f64::from(plan.calendar.total_days());
    let ready = Ready::new(&plan);
    let mut by_hand = Fastest::of(|| hand_written(black_box(&plan), 1, 0));
    let mut path = Fastest::of(|| ready.simulate(black_box(1), 0).expect("units are conserved"));
    for _ in 0..ROUNDS {
        by_hand.again(REPETITIONS);
        path.again(REPETITIONS / 10);
    }
    assert_eq!(Sums::of(&path.last.drivers), by_hand.last, "the loop and the simulator see the same article");
    let (loop_ns, path_ns) = (by_hand.seconds * 1e9 / days, path.seconds * 1e9 / days);
    let speed = |ns: f64| format!("ns a day, {:.0} article-days/s", 1e9 / ns);
    let of_the_loop = format!("of the loop, {path_ns:.1} {}", speed(path_ns));
    let one_article = [
        Row::asked("hand-written loop, one base-stock article", loop_ns, speed(loop_ns), Bar::AtMost(SLOWEST_LOOP)),
        Row::asked(THROUGH_THE_PATH, loop_ns / path_ns, of_the_loop, Bar::AtLeast(LEAST_RATIO)),
        same_as_the_command(&plan),
    ];
    one_article.into_iter().chain(region::rows(loop_ns)).collect()
}

/// `benches/peers/run.sh` reads the row of this name.
const THROUGH_THE_PATH: &str = "the same article through the real path";

/// The article, and a hundred years of days in whole units from the first day on.
const FILE: &str = "scenarios/theory/base_stock.toml";
const SETTINGS: [&str; 3] =
    ["scenario.measured=\"36500 days\"", "scenario.resolution=\"1 unit\"", "scenario.warm-up=\"0 days\""];

fn one_article() -> Plan {
    compiled(&shipped(FILE), &SETTINGS).1.remove(0).plan
}

/// The loop's sums over two replications against the means that `beredd run` writes of the same file and seed.
fn same_as_the_command(plan: &Plan) -> Row {
    const REPLICATIONS: u64 = 2;
    let folder = std::env::temp_dir().join(format!("beredd-article-days-{}", std::process::id()));
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_beredd"));
    command.arg("run").arg(shipped(FILE)).args(["--quiet", "--seed", "1"]);
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
    let unit = format!("units of mean stock, fill rate {:.8}", pairs[2].1);
    Row::told("the loop, the real path and `beredd run` say the same", pairs[0].1, unit)
}
