//! How fast is it? One table of everything that is measured: `cargo bench`, or `cargo bench -- PART ...` for some parts.
//!
//! A bar that is missed is a row that says so, and the program ends with 1 after everything has run. A wrong result (a checksum, a
//! sum) stops it at once: then times mean nothing. Times are the least of several repetitions, since the machine's noise only ever
//! adds, and what is compared takes turns in the same run. Read the ratios, not the seconds.

mod article_days;
mod compiled;
mod desk;
mod engine;
mod fastest;
mod full_size;
mod probes;
mod table;

use std::process::ExitCode;
use table::{Row, table};

/// A part: its name, and what measures it.
type Part = (&'static str, fn() -> Vec<Row>);

/// All parts, in the order in which they run.
const PARTS: [Part; 5] = [
    ("article_days", article_days::rows),
    ("probes", probes::rows),
    ("full_size", full_size::rows),
    ("desk", desk::rows),
    ("engine", engine::rows),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some((full_size::MEASURE, what)) = arguments.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        full_size::measure(what);
        return ExitCode::SUCCESS;
    }
    // `cargo bench` itself adds `--bench`.
    let named: Vec<&str> = arguments.iter().map(String::as_str).filter(|&argument| argument != "--bench").collect();
    let unknown: Vec<&str> = named.iter().copied().filter(|name| PARTS.iter().all(|(part, _)| part != name)).collect();
    if !unknown.is_empty() {
        eprintln!("unknown: {}; parts are {}", unknown.join(", "), PARTS.map(|(name, _)| name).join(", "));
        return ExitCode::from(2);
    }
    let mut measured = Vec::new();
    for (name, rows) in PARTS.into_iter().filter(|(part, _)| named.is_empty() || named.contains(part)) {
        eprintln!("{name} ...");
        measured.push((name, rows()));
    }
    print!("{}", table(&measured));
    let missed = measured.iter().flat_map(|(_, rows)| rows).filter(|row| row.is_missed()).count();
    if missed == 0 {
        return ExitCode::SUCCESS;
    }
    println!("{missed} missed");
    ExitCode::FAILURE
}
