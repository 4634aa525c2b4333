//! Cuts: readings per claim, and the stops that end.

use super::ReadError;
use super::at::At;
use super::cells::{estimate, verdict};
use super::failing::failing;
use super::slices::slices;
use crate::report::json::threshold_key;
use crate::study::breach::BreachFindings;
use crate::study::findings::{CurvePoint, CutFindings, DaysFindings, Inputs, PathPoint, Readings, StopFindings};

/// Every cut of a cell.
pub(super) fn cuts(cell: &At, inputs: &Inputs) -> Result<Vec<CutFindings>, ReadError> {
    let stops = cell.key("stops")?;
    let cuts = cell.key("endurance")?.entries(|cut, at| {
        let claims = at.entries(|key, at| Ok((claim(key, at)?, readings(at, inputs)?)))?;
        let stop = stops.maybe_key(cut).map(|at| stop(&at)).transpose()?;
        let slices = slices(cell, cut, inputs)?;
        let failing = failing(cell, cut, inputs)?;
        Ok(CutFindings { cut: cut.to_owned(), claims, stop, slices, failing })
    })?;
    stops.entries(|cut, at| match cuts.iter().any(|found| found.cut == cut) {
        true => Ok(()),
        false => Err(at.wrong("is the stop of a cut that the cell does not have")),
    })?;
    Ok(cuts)
}

/// A claim in thousandths from its key: `0`, `0.5`, `1`.
fn claim(key: &str, at: &At) -> Result<u16, ReadError> {
    let share: Option<f64> = key.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    let share = share.ok_or_else(|| at.wrong("is no claim from 0 to 1"))?;
    // At most 1000, so nothing is lost.
    Ok((share * 1000.0).round() as u16)
}

fn readings(at: &At, inputs: &Inputs) -> Result<Readings, ReadError> {
    let level = |level: &u32| level.to_string();
    let threshold = |threshold: &f64| threshold_key(*threshold);
    let estimates = |at: &At| at.keyed(&inputs.levels, level, estimate);
    let by_threshold = |key: &str| at.key(key)?.keyed(&inputs.thresholds, threshold, estimates);
    let named = |at: &At, name: &str| at.list(|at| Ok((at.key(name)?.text()?, at.key("share")?.number()?)));
    Ok(Readings {
        days: at.key("days")?.entries(days)?,
        share_served: estimates(&at.key("share_served")?)?,
        groups_full: estimates(&at.key("groups_full")?)?,
        groups_at_zero: estimates(&at.key("groups_at_zero")?)?,
        most_often_at_zero: at.key("most_often_at_zero")?.keyed(&inputs.levels, level, |at| named(at, "name"))?,
        families_at_zero: at.key("families_at_zero")?.keyed(&inputs.levels, level, |at| named(at, "family"))?,
        groups_out_before: estimate(&at.key("groups_out_before")?)?,
        p_at_least: by_threshold("p_at_least")?,
        p_calm: by_threshold("p_calm")?,
        p_major_event: by_threshold("p_major_event")?,
        verdicts: at
            .key("simulated_verdict")?
            .keyed(&inputs.thresholds, threshold, |at| at.keyed(&inputs.levels, level, verdict))?,
        curve: at.key("curve")?.list(curve_point)?,
    })
}

fn days(key: &str, at: &At) -> Result<DaysFindings, ReadError> {
    let threshold = key.parse().map_err(|_| at.wrong("is no threshold"))?;
    Ok(DaysFindings { threshold, days: estimate(at)?, share_at_cap: at.key("share_at_cap")?.number()? })
}

fn curve_point(at: &At) -> Result<CurvePoint, ReadError> {
    let [mean, p10, p90] = at.numbers(["mean", "p10", "p90"])?;
    Ok(CurvePoint { day: at.key("day")?.count()?, mean, p10, p90 })
}

fn stop(at: &At) -> Result<StopFindings, ReadError> {
    let [breach_below, recovered_at] = at.numbers(["breach_below", "recovered_at"])?;
    Ok(StopFindings {
        length_days: at.key("length_days")?.count()?,
        breach_below,
        recovered_at,
        path: at.key("path")?.list(path_point)?,
        examples: at.key("examples")?.list(|cover| cover.list(At::number))?,
        breached: estimate(&at.key("breached")?)?,
        breach: BreachFindings {
            day: estimate(&at.key("breach_day")?)?,
            recovery_days: estimate(&at.key("recovery_days")?)?,
            not_recovered: estimate(&at.key("not_recovered")?)?,
        },
        refill_days: estimate(&at.key("refill_days")?)?,
        not_refilled: estimate(&at.key("not_refilled")?)?,
    })
}

fn path_point(at: &At) -> Result<PathPoint, ReadError> {
    Ok(PathPoint {
        day: at.key("day")?.count()?,
        cover: at.key("cover")?.numbers(["p10", "p25", "p50", "p75", "p90"])?,
        served: at.key("served")?.numbers(["mean", "p10"])?,
    })
}
