//! `beredd run --dry-run`: the size of a run and how long it would take. The clock is read here and reaches no result.

use super::console::{result, talk};
use super::loading::Ready;
use super::{CANNOT_WRITE, DONE, OUR_FAULT};
use crate::plan::Plan;
use crate::report::table::dry_run::{DryCell, DryRun, human};
use crate::report::wording::{Language, commands as say};
use crate::sim::replication;
use crate::study::design::StudyCell;
use crate::study::row::Row;
use std::time::Instant;

/// Seconds below which a replication is timed once more.
const SHORT: f64 = 1.0;

/// Times one replication of every cell, one after the other, and prints what the whole run would take.
pub fn dry_run(ready: &Ready, jobs: Option<usize>, language: Language, width: usize) -> u8 {
    let study = &ready.loaded.study;
    let timed = |cell: &StudyCell| -> Result<DryCell, String> {
        let mut seconds = seconds_of(&cell.plan, study.seed)?;
        if seconds < SHORT {
            // The first run also met cold memory, which would be counted as the work of probes.
            seconds = seconds_of(&cell.plan, study.seed)?;
        }
        let probed = !cell.plan.cuts.is_empty();
        let without_probes = if probed { seconds_without_probes(&cell.plan, study.seed)? } else { seconds };
        Ok(DryCell {
            scenario: study.scenarios[cell.scenario].frame.title.clone(),
            reserve: study.reserves[cell.reserve].clone(),
            articles: cell.plan.articles.len(),
            sites: cell.plan.sites.iter().filter(|site| !site.is_supplier).count(),
            article_sites: cell.plan.cells.len(),
            seconds,
            without_probes,
        })
    };
    let cells = match ready.cells.iter().map(timed).collect::<Result<Vec<_>, _>>() {
        Ok(cells) => cells,
        Err(violation) => {
            talk(&say::HAS_FAULT.fill(language, &[("failure", &violation.to_string())]));
            return OUR_FAULT;
        }
    };
    let jobs = threads(jobs);
    let reserve_title = |id: &str| study.scenarios[0].reserves.get(id).map(|reserve| reserve.title.clone());
    let cells = cells
        .into_iter()
        .map(|cell| (reserve_title(&cell.reserve), cell))
        .map(|(title, cell)| DryCell {
            reserve: title.map_or(cell.reserve, |title| language.title(&title).into()),
            ..cell
        })
        .collect();
    let dry = DryRun { title: study.title.clone(), cells, replications: study.replications, jobs };
    if result(&human(&dry, language, width)) { DONE } else { CANNOT_WRITE }
}

/// Threads that a run has: as many as asked for, else one per core.
pub(super) fn threads(asked: Option<usize>) -> usize {
    asked.or_else(|| std::thread::available_parallelism().ok().map(std::num::NonZero::get)).unwrap_or(1)
}

/// Seconds that one replication of a plan takes without its probes.
///
/// # Errors
/// A fault of the program, in words.
pub(super) fn seconds_without_probes(plan: &Plan, seed: u64) -> Result<f64, String> {
    seconds_of(&Plan { cuts: Vec::new(), ..plan.clone() }, seed)
}

/// Seconds that one replication of a plan takes, with what is worked out before it.
///
/// # Errors
/// A fault of the program, in words.
pub(super) fn seconds_of(plan: &Plan, seed: u64) -> Result<f64, String> {
    let begun = Instant::now();
    let one = replication::Ready::new(plan);
    let outcome = one.simulate(seed, 0).map_err(|violation| violation.to_string())?;
    // The row belongs to the work of a replication; nobody reads this one.
    drop(Row::of(&one.course, &outcome));
    Ok(begun.elapsed().as_secs_f64())
}
