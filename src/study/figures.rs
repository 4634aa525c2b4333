//! Figures of the run over replications: one pass over the rows for each.

use super::findings::Estimate;
use super::row::RunRow;
use super::rows::{Rows, SpareError};
use crate::sim::measures::Ratio;

/// Takes figures from the rows of a cell.
pub(super) struct Figures<'r> {
    pub rows: &'r Rows,
}

impl Figures<'_> {
    /// The mean of a figure.
    pub fn mean(&self, unit: &'static str, of: impl Fn(&RunRow) -> f64) -> Result<Estimate, SpareError> {
        let values = self.rows.of_runs(of).collect::<Result<Vec<f64>, _>>()?;
        Ok(Estimate::of_mean(&values, unit))
    }

    /// The same of a figure that only some scenarios have; absent if a replication has none.
    pub fn mean_if_any(
        &self,
        unit: &'static str,
        of: impl Fn(&RunRow) -> Option<f64>,
    ) -> Result<Option<Estimate>, SpareError> {
        let values = self.rows.of_runs(of).collect::<Result<Option<Vec<f64>>, _>>()?;
        Ok(values.map(|values| Estimate::of_mean(&values, unit)))
    }

    /// The mean over the replications that have a figure.
    pub fn mean_of_those(
        &self,
        unit: &'static str,
        of: impl Fn(&RunRow) -> Option<f64>,
    ) -> Result<Estimate, SpareError> {
        let values = self.rows.of_runs(of).filter_map(Result::transpose).collect::<Result<Vec<f64>, _>>()?;
        Ok(Estimate::of_mean(&values, unit))
    }

    /// A ratio of sums.
    pub fn ratio(&self, of: impl Fn(&RunRow) -> Ratio) -> Result<Estimate, SpareError> {
        let both = self.rows.of_runs(|row| parts(of(row)));
        let (parts, wholes) = both.collect::<Result<(Vec<f64>, Vec<f64>), _>>()?;
        Ok(Estimate::of_ratio(parts, wholes))
    }

    /// The same of a figure that only some scenarios have; absent if a replication has none.
    pub fn ratio_if_any(&self, of: impl Fn(&RunRow) -> Option<Ratio>) -> Result<Option<Estimate>, SpareError> {
        let both = self.rows.of_runs(|row| of(row).map(parts));
        let both = both.collect::<Result<Option<(Vec<f64>, Vec<f64>)>, _>>()?;
        Ok(both.map(|(parts, wholes)| Estimate::of_ratio(parts, wholes)))
    }
}

/// Part and whole.
fn parts(ratio: Ratio) -> (f64, f64) {
    (ratio.part, ratio.whole)
}

/// The mean of what there is; absent where there is nothing.
pub(super) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0_u32);
    for value in values {
        (sum, count) = (sum + value, count + 1);
    }
    (count > 0).then(|| sum / f64::from(count))
}
