//! The groups that fail first.

use super::ReadError;
use super::at::At;
use crate::scenario::model::Title;
use crate::study::failing::{FailingFindings, FailingGroup, Supply, WhyKind};
use crate::study::findings::Inputs;

/// Those of a cut of a cell; none where the file has none.
pub(super) fn failing(cell: &At, cut: &str, inputs: &Inputs) -> Result<FailingFindings, ReadError> {
    match cell.maybe_key("failing").and_then(|failing| failing.maybe_key(cut)) {
        Some(at) => Ok(FailingFindings {
            supply: supply(&at.key("supply")?)?,
            groups: at.key("groups")?.list(|at| group(at, inputs))?,
        }),
        None => Ok(FailingFindings::default()),
    }
}

fn group(at: &At, inputs: &Inputs) -> Result<FailingGroup, ReadError> {
    let reason = at.key("reason")?.unless_null(|at| {
        let site =
            at.key("site")?.unless_null(|at| Ok(Title { sv: at.key("sv")?.text()?, en: at.key("en")?.text()? }))?;
        Ok((at.key("why")?.one_of(&WhyKind::ALL, WhyKind::id)?, site, at.key("share")?.number()?))
    })?;
    Ok(FailingGroup {
        name: at.key("name")?.text()?,
        median_day: at.key("median_day")?.unless_null(At::count)?,
        short_by: at.key("short_by")?.keyed(&inputs.levels, u32::to_string, At::number)?,
        reason,
        supply: supply(&at.key("supply")?)?,
    })
}

fn supply(at: &At) -> Result<Supply, ReadError> {
    let both = |key: &str| at.key(key)?.numbers(["mean", "p5"]);
    Ok(Supply { static_days: both("static_days")?, simulated_days: both("simulated_days")? })
}
