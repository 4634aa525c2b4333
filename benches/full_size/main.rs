//! How large may a region be? `cargo bench --bench full_size`. One table; what misses its bar is told, and the bench fails at the end.
//!
//! 1. 10,000 articles at 8 sites over 5 years, one replication on one core, disruptions and costs on, endurance off: at most 3 s.
//! 2. Peak memory of the process that does it, reading the files included: under 400 MB (Linux; elsewhere "not run").
//! 3. Work against size: articles, sites, years and replications each four times as many. Work as size to the power 0.95–1.05.
//! 4. Two threads of one process against two processes: at least 0.95 of their speed.
//!
//! Each measurement is a process of its own, so that none leaves memory to the next. Times are the least of several: noise only adds.

mod region;

use beredd::plan::Plan;
use beredd::scenario::study::load;
use beredd::sim::replication::Ready;
use beredd::study::batch;
use beredd::study::design::cells;
use region::Size;
use std::hint::black_box;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// Seconds that a replication of the full size may take.
const MOST_SECONDS: f64 = 3.0;
/// Megabytes that it may take at its peak.
const MOST_MEGABYTES: f64 = 400.0;
/// Powers of size that count as linear.
const LINEAR: std::ops::RangeInclusive<f64> = 0.95..=1.05;
/// Speed of two threads against two processes.
const LEAST_OF_TWO: f64 = 0.95;
/// Times that each replication is done.
const REPETITIONS: usize = 3;
/// Replications of each half of the comparison of threads with processes.
const HALF: u32 = 12;
/// How many times as large the larger of two sizes is.
const TIMES: f64 = 4.0;

const FULL: Size = Size { articles: 10_000, sites: 8, days: 5 * 365 };
/// Small enough for many replications.
const SMALL: Size = Size { articles: 1_000, sites: 8, days: 365 };

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--measure") {
        return measure(&arguments[place + 1..]);
    }
    let mut missed = Vec::new();
    let full = run(&["simulate", &FULL.to_string()]);
    let cell_days = full.cells * f64::from(FULL.days);
    println!(
        "{FULL}: {:.0} cells, {:.2} s, {:.0} million article-site-days/s on one core",
        full.cells,
        full.seconds,
        cell_days / full.seconds / 1e6
    );
    judge(&mut missed, "one replication of the full size, s", full.seconds, full.seconds <= MOST_SECONDS);
    match full.megabytes {
        Some(megabytes) => judge(&mut missed, "its peak memory, MB", megabytes, megabytes < MOST_MEGABYTES),
        None => println!("its peak memory: not run, this system does not tell"),
    }
    let by = [
        ("articles", Size { articles: FULL.articles / 4, ..FULL }),
        ("sites", Size { sites: FULL.sites / 4, ..FULL }),
        ("years", Size { days: FULL.days / 4, ..FULL }),
    ];
    for (name, smaller) in by {
        let less = run(&["simulate", &smaller.to_string()]);
        // Sites count as cells: the central warehouse is one, whatever the number of stores.
        let times = if name == "sites" { full.cells / less.cells } else { TIMES };
        power(&mut missed, name, full.seconds / less.seconds, times);
    }
    let (few, many) = (run(&["batch", &SMALL.to_string(), "4", "1"]), run(&["batch", &SMALL.to_string(), "16", "1"]));
    power(&mut missed, "replications", many.seconds / few.seconds, TIMES);
    threads(&mut missed);
    assert!(missed.is_empty(), "missed: {}", missed.join("; "));
}

fn judge(missed: &mut Vec<String>, name: &str, value: f64, reached: bool) {
    println!("{name:<52} {value:>8.2}  {}", if reached { "reached" } else { "MISSED" });
    if !reached {
        missed.push(name.to_owned());
    }
}

fn power(missed: &mut Vec<String>, name: &str, work: f64, times: f64) {
    let power = libm::log(work) / libm::log(times);
    judge(missed, &format!("power of {name}"), power, LINEAR.contains(&power));
}

/// Two threads against two processes, in turn.
fn threads(missed: &mut Vec<String>) {
    let (mut together, mut apart) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..REPETITIONS {
        together = together.min(run(&["batch", &SMALL.to_string(), &(2 * HALF).to_string(), "2"]).seconds);
        let half = ["batch", &SMALL.to_string(), &HALF.to_string(), "1"];
        let both = [start(&half), start(&half)].map(|child| read(child).seconds);
        apart = apart.min(both[0].max(both[1]));
    }
    judge(missed, "two threads, of the speed of two processes", apart / together, apart / together >= LEAST_OF_TWO);
}

/// What a process measured.
struct Measured {
    seconds: f64,
    cells: f64,
    megabytes: Option<f64>,
}

fn start(arguments: &[&str]) -> Child {
    let program = std::env::current_exe().expect("a bench knows its program");
    let mut command = Command::new(program);
    command.arg("--measure").args(arguments).stdout(Stdio::piped());
    command.spawn().expect("the bench starts itself")
}

fn read(child: Child) -> Measured {
    let output = child.wait_with_output().expect("the bench's process ends");
    assert!(output.status.success(), "a measurement failed");
    let text = String::from_utf8(output.stdout).expect("numbers are text");
    let numbers: Vec<f64> = text.split_whitespace().map(|number| number.parse().expect("a number")).collect();
    Measured { seconds: numbers[0], cells: numbers[1], megabytes: numbers.get(2).copied() }
}

fn run(arguments: &[&str]) -> Measured {
    read(start(arguments))
}

/// One measurement, printed as seconds, cells and, where it can be told, megabytes.
fn measure(arguments: &[String]) {
    let size: Size = arguments[1].parse().expect("a size");
    let folder = size.write();
    let loaded = load(&folder.join("region.toml"), &[]).unwrap_or_else(|problems| panic!("{:?}", problems.diagnoses));
    let cells = cells(&loaded.study).expect("the region compiles");
    let plan: &Plan = &cells[0].plan;
    let mut seconds = f64::INFINITY;
    match arguments[0].as_str() {
        "simulate" => {
            let ready = Ready::new(plan);
            for _ in 0..REPETITIONS {
                seconds = seconds.min(timed(|| drop(black_box(ready.simulate(1, 0).expect("units are conserved")))));
            }
        }
        _ => {
            let (replications, jobs) =
                (arguments[2].parse().expect("a number"), arguments[3].parse().expect("a number"));
            let work = || {
                drop(black_box(batch::run(&cells, replications, 1, Some(jobs), &|| ()).expect("units are conserved")))
            };
            seconds = timed(work);
        }
    }
    std::fs::remove_dir_all(folder).expect("the bench's folder is removed");
    println!(
        "{seconds} {} {}",
        plan.cells.len(),
        peak_megabytes().map_or_else(String::new, |megabytes| megabytes.to_string())
    );
}

fn timed(work: impl FnOnce()) -> f64 {
    let begun = Instant::now();
    work();
    begun.elapsed().as_secs_f64()
}

/// The most memory that this process has had, where the system tells.
fn peak_megabytes() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}
