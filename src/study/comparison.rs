//! Paired differences between cells of a study under common random numbers.

use super::batch::CellRuns;
use super::design::StudyCell;
use super::figures::mean;
use super::findings::{Comparison, Difference, Estimate};
use super::row::{ReadingRow, RunRow};
use super::rows::{Rows, SpareError};
use crate::scenario::model::Study;
use crate::sim::cost::{Component, without_price};
use crate::sim::measures::Ratio;
use crate::stats::estimate::USUAL_LEVEL;
use crate::stats::paired;
use crate::stats::ratio::linearised;
use std::collections::BTreeMap;

/// Every scenario against the reference at each reserve, and each reserve against the one before it in each scenario.
///
/// # Errors
/// Rows that were put away cannot be read back.
pub fn comparisons(study: &Study, cells: &[StudyCell], runs: &[CellRuns]) -> Result<Vec<Comparison>, SpareError> {
    let find = |scenario: usize, reserve: usize| {
        cells.iter().position(|cell| (cell.scenario, cell.reserve) == (scenario, reserve))
    };
    let reference = study.scenarios.iter().position(|scenario| scenario.id == study.compare_to);
    let mut pairs = Vec::new();
    for scenario in 0..study.scenarios.len() {
        for reserve in 0..study.reserves.len() {
            let with_reference = reference.filter(|&other| other != scenario);
            pairs.extend(with_reference.and_then(|other| Some((find(other, reserve)?, find(scenario, reserve)?))));
        }
        for reserve in 1..study.reserves.len() {
            pairs.extend(find(scenario, reserve - 1).zip(find(scenario, reserve)));
        }
    }
    pairs.into_iter().map(|(first, second)| compare(study, cells, runs, first, second)).collect()
}

/// One value per replication, if all have one.
pub(super) type Values = Result<Option<Vec<f64>>, SpareError>;

fn compare(
    study: &Study,
    cells: &[StudyCell],
    runs: &[CellRuns],
    first: usize,
    second: usize,
) -> Result<Comparison, SpareError> {
    let lacking = lacking(&cells[first], &cells[second]);
    let mut differences = BTreeMap::new();
    let mut add = |name: &'static str, unit: &'static str, of: &dyn Fn(&Rows) -> Values| {
        let (a, b) = (of(&runs[first].rows)?, of(&runs[second].rows)?);
        if let Some(difference) = a.zip(b).and_then(|(a, b)| difference(&a, &b, unit)) {
            differences.insert(name, difference);
        }
        Ok(())
    };
    add("fill_rate", "share", &|rows| shares(rows, |row| row.service.fill_rate))?;
    add("availability", "share", &|rows| shares(rows, |row| row.service.availability))?;
    add("days", "days", &days)?;
    // The cost of a pool (V35) is that of more need than the region's: no ranking by cost is drawn across it either.
    if comparable(study, &cells[first], &cells[second]) {
        add("cost_per_year", "SEK/year", &cost)?;
    }
    let name = |cell: &StudyCell| (study.scenarios[cell.scenario].id.clone(), study.reserves[cell.reserve].clone());
    Ok(Comparison { first: name(&cells[first]), second: name(&cells[second]), differences, lacking })
}

/// The need served in a cell, as a multiple of the region's own, in millionths.
fn need(study: &Study, cell: &StudyCell) -> i64 {
    let sites = study.scenarios[cell.scenario].sites.values();
    libm::round(sites.map(crate::scenario::model::Site::demand).sum::<f64>() * 1e6) as i64
}

/// Whether the cost of two cells may be ranked: not across components that only one has a price for, nor across unlike needs.
pub(super) fn comparable(study: &Study, first: &StudyCell, second: &StudyCell) -> bool {
    lacking(first, second).is_empty() && like_needs(study, first, second)
}

/// Whether two cells serve the same multiple of the region's own need.
pub(super) fn like_needs(study: &Study, first: &StudyCell, second: &StudyCell) -> bool {
    need(study, first) == need(study, second)
}

/// Components that only one of two cells has a price for: no ranking by cost is drawn across them.
pub(super) fn lacking(first: &StudyCell, second: &StudyCell) -> Vec<Component> {
    let (a, b) = (without_price(&first.plan), without_price(&second.plan));
    Component::ALL.into_iter().filter(|component| a.contains(component) != b.contains(component)).collect()
}

/// One value per replication whose mean is the ratio of sums that the tables tell.
fn shares(rows: &Rows, of: fn(&RunRow) -> Ratio) -> Values {
    let both = rows.of_runs(|row| (of(row).part, of(row).whole));
    let (parts, wholes): (Vec<f64>, Vec<f64>) = both.collect::<Result<_, _>>()?;
    Ok(linearised(&parts, &wholes))
}

/// Bottom-up cost per year, if anything has a price.
pub(super) fn cost(rows: &Rows) -> Values {
    rows.of_runs(|row| (!row.costs.is_empty()).then(|| row.total_cost().sek())).collect()
}

/// Days of endurance: the first cut, the middle threshold, the full claim; the mean over the probes of a replication.
pub(super) fn days(rows: &Rows) -> Values {
    of_first_cut(rows, &|readings| {
        mean(
            readings.iter().filter_map(|reading| reading.days.get(reading.days.len() / 2).map(|&days| f64::from(days))),
        )
    })
}

/// One value per replication from the probes of the first cut at its full claim; none without a cut.
pub(super) fn of_first_cut(rows: &Rows, of: &dyn Fn(&[ReadingRow]) -> Option<f64>) -> Values {
    let full_claim = rows.claims().next().and_then(|claims| claims.checked_sub(1));
    full_claim.map_or(Ok(None), |claim| rows.of_readings(0, claim, of).collect())
}

/// `second − first`, replication by replication.
fn difference(first: &[f64], second: &[f64], unit: &'static str) -> Option<Difference> {
    let found = paired::difference(second, first, USUAL_LEVEL)?;
    let differences: Vec<f64> = second.iter().zip(first).map(|(b, a)| b - a).collect();
    Some(Difference {
        paired: Estimate::from_interval(Some(found.paired), &differences, unit),
        unpaired: (found.unpaired.low, found.unpaired.high),
    })
}
