//! Running a simulated case: its file with its settings, through scenario, plan and replications, until the answers are sharp.

use super::found::Found;
use super::simulated::files::{CARRIED, FOLDER};
use super::simulated::watch::Watch;
use super::simulated::{Figures, Run, Seen, Simulation};
use crate::plan::Plan;
use crate::scenario::study::load_carried;
use crate::sim::prepared::Prepared;
use crate::sim::replication::Outcome;
use crate::study::{batch, design};
use std::collections::BTreeMap;
use std::path::Path;

/// The luck of a run.
#[derive(Clone, Copy, Debug)]
pub struct Luck {
    /// Seed of runs that share their draws.
    pub seed: u64,
    /// Threads; one per core if not said. Results do not depend on it.
    pub jobs: Option<usize>,
}

/// Level of confidence of the intervals that are told.
pub const TOLD_LEVEL: f64 = 0.95;
/// Level of confidence of the interval that a verdict grants.
pub const VERDICT_LEVEL: f64 = 0.999_99;
/// Half-widths that are small enough, as a share of the tolerance.
const SHARP: f64 = 0.5;
/// Replications at most, as a multiple of those of the first round.
const MOST_ROUNDS: u64 = 16;

/// Why a case could not be simulated. Its inputs cannot be followed, or the program is at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The scenario refuses what the case asks for: messages of its diagnoses.
    Refused(Vec<String>),
    /// A replication failed.
    Broken(String),
}

/// What a simulated case gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    /// Quantities by key.
    pub found: BTreeMap<&'static str, Found>,
    /// Replications behind each.
    pub replications: u64,
}

/// Runs a simulation, in rounds, until every quantity's interval is well within the relative `tolerance`, or replications
/// sixteen times those of the first round are done.
///
/// # Errors
/// What the scenario refuses, or a fault of the program.
pub fn run(simulation: &Simulation, tolerance: f64, luck: Luck) -> Result<Simulated, Failure> {
    let plans = simulation.runs.iter().map(|run| plan(simulation.file, run)).collect::<Result<Vec<Plan>, _>>()?;
    let mut figures = Figures { values: vec![vec![Vec::new(); simulation.figures.len()]; plans.len()] };
    let (mut done, mut wanted) = (0, simulation.replications);
    loop {
        for ((plan, run), values) in plans.iter().zip(&simulation.runs).zip(&mut figures.values) {
            take(simulation, plan, (done..wanted, luck), run, values)?;
        }
        done = wanted;
        let found = (simulation.quantities)(&figures);
        let sharp = |found: &Found| match found {
            Found::Mean(_) => found.is_sharp(TOLD_LEVEL, SHARP * tolerance),
            Found::Days { .. } => found.is_sharp(VERDICT_LEVEL, 0.0),
        };
        if found.values().all(sharp) || done >= MOST_ROUNDS * simulation.replications {
            return Ok(Simulated { found, replications: done });
        }
        wanted = 2 * done;
    }
}

/// Adds the figures of a range of replications to the values of a run.
fn take(
    simulation: &Simulation,
    plan: &Plan,
    (numbers, luck): (std::ops::Range<u64>, Luck),
    run: &Run,
    values: &mut [Vec<f64>],
) -> Result<(), Failure> {
    let read = |prepared: &Prepared, outcome: &Outcome, watch: &Watch| {
        let seen = Seen { prepared, outcome, watch };
        simulation.figures.iter().map(|figure| figure(&seen)).collect::<Vec<f64>>()
    };
    let seed = luck.seed.wrapping_add(run.luck);
    let rows = batch::readings(plan, numbers, seed, luck.jobs, &Watch::new, &read)
        .map_err(|failure| Failure::Broken(failure.to_string()))?;
    for row in rows {
        values.iter_mut().zip(row).for_each(|(values, value)| values.push(value));
    }
    Ok(())
}

/// The plan of a run: the ordinary way of a scenario file with settings.
///
/// # Errors
/// What the scenario refuses.
pub fn plan(file: &str, run: &Run) -> Result<Plan, Failure> {
    let path = format!("{FOLDER}{file}");
    let loaded = load_carried(CARRIED, Path::new(&path), &run.settings).map_err(|problems| {
        Failure::Refused(problems.diagnoses.iter().map(|problem| problem.message.clone()).collect())
    })?;
    let cells = design::cells(&loaded.study).map_err(|failed| {
        let faults = failed.into_iter().flat_map(|scenario| scenario.faults);
        Failure::Refused(faults.map(|fault| fault.message).collect())
    })?;
    let cell = cells.into_iter().next();
    cell.map(|cell| cell.plan).ok_or_else(|| Failure::Refused(vec!["the scenario has no cell".to_owned()]))
}
