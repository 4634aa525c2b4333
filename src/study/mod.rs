//! Studies: which cells to run (scenario × reserve), running them in parallel, and what the replications say together.

pub mod batch;
pub mod breach;
pub mod breaking;
pub mod collect;
pub mod comparison;
pub mod design;
pub mod exposure;
pub mod failing;
mod figures;
pub mod findings;
pub mod frontier;
mod groups;
mod help;
pub mod idle;
pub mod inputs;
pub mod narrow;
pub mod phases;
pub mod row;
pub mod rows;
pub mod sensitivity;
pub mod sizing;
pub mod slices;
pub mod stop;
pub mod story;
pub mod tally;
pub mod trace;

use batch::{CellRuns, Failure};
use design::StudyCell;
use findings::{Findings, Inputs};
use rayon::prelude::*;
use rows::SpareError;

/// Puts the runs of all cells together, on the threads of the pool that it is called in.
///
/// # Errors
/// Rows that were put away cannot be read back.
pub fn findings(
    study: &crate::scenario::model::Study,
    inputs: Inputs,
    cells: &[StudyCell],
    runs: &[CellRuns],
) -> Result<Findings, SpareError> {
    let found = cells.par_iter().zip(runs).map(|(cell, runs)| collect::cell_findings(study, cell, runs));
    let found = found.collect::<Vec<_>>().into_iter().collect::<Result<Vec<_>, _>>()?;
    let mut inputs = inputs;
    for (place, scenario) in inputs.scenarios.iter_mut().enumerate() {
        scenario.groups = groups::told(place, cells, &found);
    }
    Ok(Findings { inputs, cells: found, comparisons: comparison::comparisons(study, cells, runs)? })
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "replication {} of cell {} failed: {}", self.replication, self.cell, self.violation)
    }
}
