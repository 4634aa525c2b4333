//! Parts of need.

use super::ReadError;
use super::at::At;
use crate::plan::slice::SliceKind;
use crate::report::json::threshold_key;
use crate::scenario::model::Title;
use crate::study::findings::Inputs;
use crate::study::slices::{SliceFindings, Spread};

/// The parts of a cut of a cell; none where the file has none.
pub(super) fn slices(cell: &At, cut: &str, inputs: &Inputs) -> Result<Vec<SliceFindings>, ReadError> {
    match cell.maybe_key("slices").and_then(|slices| slices.maybe_key(cut)) {
        Some(slices) => slices.list(|at| slice(at, inputs)),
        None => Ok(Vec::new()),
    }
}

fn slice(at: &At, inputs: &Inputs) -> Result<SliceFindings, ReadError> {
    let title = at.key("title")?;
    let by_level = |key: &str| at.key(key)?.keyed(&inputs.levels, u32::to_string, spread);
    let threshold = |threshold: &f64| threshold_key(*threshold);
    let days = at.key("days")?;
    Ok(SliceFindings {
        kind: at.key("kind")?.one_of(&SliceKind::ALL, SliceKind::id)?,
        id: at.key("id")?.text()?,
        title: Title { sv: title.key("sv")?.text()?, en: title.key("en")?.text()? },
        groups: at.key("groups")?.count()?,
        share_served: by_level("share_served")?,
        days: days.keyed(&inputs.thresholds, threshold, spread)?,
        share_at_cap: days.keyed(&inputs.thresholds, threshold, |at| at.key("share_at_cap")?.number())?,
        p_at_least: by_level("p_at_least")?,
    })
}

fn spread(at: &At) -> Result<Spread, ReadError> {
    let value = |key: &str| at.key(key)?.maybe_number();
    Ok(Spread { mean: value("mean")?, low: value("low")?, high: value("high")?, p5: value("p5")?, p95: value("p95")? })
}
