//! How large may a region be?
//!
//! 1. 10,000 articles at 8 sites over 5 years, one replication on one core, disruptions and costs on, endurance off: at most 3 s.
//! 2. Peak memory of the process that does it, reading the files included: under 400 MB (Linux; elsewhere "not run").
//! 3. Work against size: articles, sites, years and replications each four times as many. Work as size to the power 0.95–1.05.
//! 4. Two threads of one process against two processes: at least 0.95 of their speed.
//!
//! Each measurement is a process of its own, so that none leaves memory to the next: the program starts itself with `--measure`.

mod growth;
mod region;

use crate::compiled::compiled;
use crate::fastest::least;
use crate::table::{Bar, Row};
use beredd::plan::Plan;
use beredd::sim::replication::Ready;
use beredd::study::batch;
use region::Size;
use std::ffi::OsStr;
use std::process::{Child, Command, Stdio};

/// The argument with which the program measures one thing and prints it, instead of the table.
pub const MEASURE: &str = "--measure";

/// Seconds that a replication of the full size may take.
const MOST_SECONDS: f64 = 3.0;
/// Megabytes that it may take at its peak.
const MOST_MEGABYTES: f64 = 400.0;
/// Speed of two threads against two processes.
const LEAST_OF_TWO: f64 = 0.95;
/// Times that each process does its replication.
const REPETITIONS: usize = 2;
/// Rounds in which what is compared takes turns, so that a busy minute hits all.
const ROUNDS: usize = 3;
/// Replications of each half of the comparison of threads with processes.
const HALF: u32 = 12;

const FULL: Size = Size { articles: 10_000, sites: 8, days: 5 * 365 };
/// Small enough for many replications.
const SMALL: Size = Size { articles: 1_000, sites: 8, days: 365 };

/// The full size and its memory, growth with size, threads.
pub fn rows() -> Vec<Row> {
    let [full, probed] = in_turn(["simulate", "probed"].map(|work| [work.to_owned(), FULL.to_string()]));
    let mut rows = vec![
        one_replication(&full),
        memory(&full),
        Row::told("the same with a probe under three cuts", probed.seconds, "s"),
    ];
    rows.extend(growth::rows(&read(start(&["growth"])), &read(start(&["growth-of-replications"]))));
    rows.push(threads());
    rows
}

/// Processes with these arguments, one after the other and again: the least time of each.
fn in_turn<const N: usize>(processes: [[String; 2]; N]) -> [Measured; N] {
    let mut least = processes.each_ref().map(|arguments| run(arguments));
    for _ in 1..ROUNDS {
        for (least, arguments) in least.iter_mut().zip(&processes) {
            least.seconds = least.seconds.min(run(arguments).seconds);
        }
    }
    least
}

fn one_replication(full: &Measured) -> Row {
    let rate = full.cells * f64::from(FULL.days) / full.seconds / 1e6;
    let unit = format!("s on one core, {} cells, {rate:.0} million article-site-days/s", full.cells);
    Row::asked(FULL.to_string(), full.seconds, unit, Bar::AtMost(MOST_SECONDS))
}

fn memory(full: &Measured) -> Row {
    let (name, bar) = ("its peak memory", Bar::Below(MOST_MEGABYTES));
    match full.megabytes {
        Some(megabytes) => Row::asked(name, megabytes, "MB", bar),
        None => Row::not_run(name, "this system does not tell", bar),
    }
}

/// Two threads against two processes, in turn.
fn threads() -> Row {
    let (mut together, mut apart) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        together = together.min(run(&["batch", &SMALL.to_string(), &(2 * HALF).to_string(), "2"]).seconds);
        let half = ["batch", &SMALL.to_string(), &HALF.to_string(), "1"];
        let both = [start(&half), start(&half)].map(|child| read(child)[0].seconds);
        apart = apart.min(both[0].max(both[1]));
    }
    Row::asked("two threads", apart / together, "of the speed of two processes", Bar::AtLeast(LEAST_OF_TWO))
}

/// What a process measured.
struct Measured {
    seconds: f64,
    cells: f64,
    megabytes: Option<f64>,
}

impl Measured {
    fn of(seconds: f64, cells: usize) -> Measured {
        Measured { seconds, cells: cells as f64, megabytes: peak_megabytes() }
    }
}

impl std::fmt::Display for Measured {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{} {}", self.seconds, self.cells)?;
        self.megabytes.map_or(Ok(()), |megabytes| write!(f, " {megabytes}"))
    }
}

fn start<S: AsRef<OsStr>>(arguments: &[S]) -> Child {
    let program = std::env::current_exe().expect("a bench knows its program");
    let mut command = Command::new(program);
    command.arg(MEASURE).args(arguments).stdout(Stdio::piped());
    command.spawn().expect("the bench starts itself")
}

/// What a process printed, a line for each thing that it measured.
fn read(child: Child) -> Vec<Measured> {
    let output = child.wait_with_output().expect("the bench's process ends");
    assert!(output.status.success(), "a measurement failed");
    let text = String::from_utf8(output.stdout).expect("numbers are text");
    let measured = |line: &str| {
        let numbers: Vec<f64> = line.split_whitespace().map(|number| number.parse().expect("a number")).collect();
        Measured { seconds: numbers[0], cells: numbers[1], megabytes: numbers.get(2).copied() }
    };
    text.lines().map(measured).collect()
}

fn run<S: AsRef<OsStr>>(arguments: &[S]) -> Measured {
    read(start(arguments)).remove(0)
}

/// Measures what is asked for, and prints a line of seconds, cells and, where it can be told, megabytes for each thing measured.
pub fn measure(arguments: &[String]) {
    let measured = match arguments[0].as_str() {
        "growth" => growth::measure(),
        "growth-of-replications" => growth::measure_replications(),
        work => vec![alone(work, arguments)],
    };
    measured.iter().for_each(|measured| println!("{measured}"));
}

/// One size in a process of its own.
fn alone(work: &str, arguments: &[String]) -> Measured {
    let size: Size = arguments[1].parse().expect("a size");
    let folder = size.write();
    // What was read stays, as in a run of the program: it counts as memory.
    let probes: &[&str] = if work == "probed" { &[] } else { &["endurance.probes=0"] };
    let (_loaded, cells) = compiled(&folder.join("region.toml"), probes);
    let plan = &cells[0].plan;
    let seconds = match work {
        "simulate" | "probed" => {
            let ready = Ready::new(plan);
            least(REPETITIONS, || ready.simulate(1, 0).expect("units are conserved"))
        }
        _ => {
            let (replications, jobs) =
                (arguments[2].parse().expect("a number"), arguments[3].parse().expect("a number"));
            least(1, || batch::run(&cells, replications, 1, Some(jobs), &|| ()).expect("units are conserved"))
        }
    };
    std::fs::remove_dir_all(folder).expect("the bench's folder is removed");
    Measured::of(seconds, plan.cells.len())
}

/// The plan of a size without probes.
fn plan_of(size: Size) -> Plan {
    let folder = size.write();
    let (_loaded, mut cells) = compiled(&folder.join("region.toml"), &["endurance.probes=0"]);
    std::fs::remove_dir_all(folder).expect("the bench's folder is removed");
    cells.remove(0).plan
}

/// The most memory that this process has had, where the system tells.
fn peak_megabytes() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}
