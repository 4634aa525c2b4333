//! The batch: replications in parallel, collected in the order of their numbers. The only place that
//! makes threads (`threads`): findings and files are worked out on those of the command.

use super::design::StudyCell;
use super::failing::FailingTally;
use super::row::Row;
use super::rows::{Rows, Spare, SpareError};
use super::stop::StopTally;
use super::tally::ReadingTally;
use crate::plan::Plan;
use crate::sim::conservation::Violation;
use crate::sim::observer::Observer;
use crate::sim::prepared::Prepared;
use crate::sim::replication::{Outcome, Ready};
use rayon::prelude::*;

/// Replications simulated before their outcomes are put together. It bounds memory and cannot change a result: rows come
/// in order and everything else is a sum of integers.
const BLOCK: u64 = 64;

/// What the replications of one cell of the study left behind.
#[derive(Clone, Debug)]
pub struct CellRuns {
    /// One row per replication, in order.
    pub rows: Rows,
    /// For each cut, for each claim.
    pub tallies: Vec<Vec<ReadingTally>>,
    /// For each cut the one that ends, if it is tried.
    pub stops: Vec<Option<StopTally>>,
    /// For each cut: when and why groups fail.
    pub failing: Vec<FailingTally>,
}

/// A replication that failed; always a fault of the program.
#[derive(Debug)]
pub struct Failure {
    /// Cell of the study.
    pub cell: usize,
    /// Number of the replication.
    pub replication: u64,
    /// What happened.
    pub violation: Violation,
}

/// How replications go through their days; it changes no result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// Article by article where nothing joins them, past days on which nothing happens.
    #[default]
    Skipping,
    /// Every cell on every day.
    EveryDay,
}

/// Why a run of a study came to nothing.
#[derive(Debug)]
pub enum Halt {
    /// A fault of the program.
    Failure(Failure),
    /// The rows of the replications could not be kept.
    Spare(SpareError),
}

impl From<Failure> for Halt {
    fn from(failure: Failure) -> Halt {
        Halt::Failure(failure)
    }
}

impl From<SpareError> for Halt {
    fn from(error: SpareError) -> Halt {
        Halt::Spare(error)
    }
}

impl std::fmt::Display for Halt {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Halt::Failure(failure) => failure.fmt(f),
            Halt::Spare(error) => error.fmt(f),
        }
    }
}

/// So many threads, or one per core.
///
/// # Panics
/// If the operating system refuses to start threads.
pub fn threads(jobs: Option<usize>) -> rayon::ThreadPool {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).build();
    pool.expect("the operating system starts threads")
}

/// Runs `replications` of every cell on `jobs` threads (`None` = one per core). `done` is called after each replication.
///
/// # Errors
/// The failing replication with the lowest cell and number, or rows that could not be put away.
///
/// # Panics
/// If the operating system refuses to start threads.
pub fn run(
    cells: &[StudyCell],
    replications: u32,
    seed: u64,
    jobs: Option<usize>,
    done: &(dyn Fn() + Sync),
) -> Result<Vec<CellRuns>, Halt> {
    run_with(&Spare::default(), Pace::default(), cells, replications, seed, jobs, done)
}

/// The same where it is said how much of the rows stays in memory and where the rest goes, and how days are gone through. Neither changes a
/// result.
///
/// # Errors
/// As for [`run`].
///
/// # Panics
/// If the operating system refuses to start threads.
pub fn run_with(
    spare: &Spare,
    pace: Pace,
    cells: &[StudyCell],
    replications: u32,
    seed: u64,
    jobs: Option<usize>,
    done: &(dyn Fn() + Sync),
) -> Result<Vec<CellRuns>, Halt> {
    let pool = threads(jobs);
    let run_one = |(index, cell): (usize, &StudyCell)| {
        let failed = |(replication, violation)| Failure { cell: index, replication, violation }.into();
        let rows = Rows::new(cell.plan.cuts.iter().map(|cut| cut.claims.len()), spare);
        pool.install(|| run_cell(cell, (rows, pace), (u64::from(replications), seed), done, &failed))
    };
    cells.iter().enumerate().map(run_one).collect()
}

/// What `of` reads off every replication of one plan whose number lies in `numbers`, in order, with an observer of its own for
/// each.
///
/// # Errors
/// The failing replication with the lowest number.
///
/// # Panics
/// If the operating system refuses to start threads.
pub fn readings<O: Observer, T: Send>(
    plan: &Plan,
    numbers: std::ops::Range<u64>,
    seed: u64,
    jobs: Option<usize>,
    observer: &(dyn Fn(&Prepared) -> O + Sync),
    of: &(dyn Fn(&Prepared, &Outcome, &O) -> T + Sync),
) -> Result<Vec<T>, Failure> {
    readings_of(&Ready::new(plan), numbers, seed, jobs, observer, of)
}

/// The same of a plan that is ready.
///
/// # Errors
/// The failing replication with the lowest number.
///
/// # Panics
/// If the operating system refuses to start threads.
pub fn readings_of<O: Observer, T: Send>(
    ready: &Ready,
    numbers: std::ops::Range<u64>,
    seed: u64,
    jobs: Option<usize>,
    observer: &(dyn Fn(&Prepared) -> O + Sync),
    of: &(dyn Fn(&Prepared, &Outcome, &O) -> T + Sync),
) -> Result<Vec<T>, Failure> {
    let pool = threads(jobs);
    let one = |number: u64| {
        let mut observed = observer(ready.first());
        let outcome = ready.observe(seed, number, &mut observed);
        outcome.map(|(outcome, _)| of(ready.first(), &outcome, &observed)).map_err(|violation| (number, violation))
    };
    let all: Vec<Result<T, (u64, Violation)>> = pool.install(|| numbers.into_par_iter().map(one).collect());
    let failed = |(replication, violation)| Failure { cell: 0, replication, violation };
    all.into_iter().collect::<Result<Vec<T>, _>>().map_err(failed)
}

fn run_cell(
    cell: &StudyCell,
    (rows, pace): (Rows, Pace),
    (replications, seed): (u64, u64),
    done: &(dyn Fn() + Sync),
    failed: &(dyn Fn((u64, Violation)) -> Halt + Sync),
) -> Result<CellRuns, Halt> {
    let ready = Ready::new(&cell.plan);
    let ready = if pace == Pace::EveryDay { ready.day_by_day() } else { ready };
    let new_tallies = |cut: &crate::plan::cut::Cut| vec![ReadingTally::new(&cell.plan); cut.claims.len()];
    let mut runs = CellRuns {
        rows,
        tallies: cell.plan.cuts.iter().map(new_tallies).collect(),
        stops: new_stops(cell, replications),
        failing: vec![FailingTally::default(); cell.plan.cuts.len()],
    };
    for first in (0..replications).step_by(usize::try_from(BLOCK).expect("a block is small")) {
        let block = first..(first + BLOCK).min(replications);
        let outcomes: Vec<Result<(Outcome, Row), Violation>> = block
            .clone()
            .into_par_iter()
            .map(|number| {
                let outcome = ready.simulate(seed, number)?;
                let row = Row::of(&ready.course, &outcome);
                done();
                Ok((outcome, row))
            })
            .collect();
        for (number, outcome) in block.zip(outcomes) {
            let (outcome, row) = outcome.map_err(|violation| failed((number, violation)))?;
            runs.add(number, &outcome);
            runs.rows.push(row)?;
        }
    }
    runs.rows.finish()?;
    Ok(runs)
}

fn new_stops(cell: &StudyCell, replications: u64) -> Vec<Option<StopTally>> {
    let endings = cell.plan.cuts.iter().map(|cut| cell.plan.endurance.stop_of(cut));
    endings.map(|ending| ending.map(|stop| StopTally::new(stop, replications))).collect()
}

impl CellRuns {
    /// Tallies an outcome.
    fn add(&mut self, number: u64, outcome: &Outcome) {
        for probe in &outcome.probes {
            for (tallies, readings) in self.tallies.iter_mut().zip(&probe.readings) {
                tallies.iter_mut().zip(readings).for_each(|(tally, reading)| tally.add(reading));
            }
            for (tally, readings) in self.failing.iter_mut().zip(&probe.readings) {
                readings.iter().filter_map(|reading| reading.failing.as_ref()).for_each(|failing| tally.add(failing));
            }
            for (tally, reading) in self.stops.iter_mut().zip(&probe.stops) {
                if let (Some(tally), Some(reading)) = (tally, reading) {
                    tally.add(number, reading);
                }
            }
        }
    }
}
