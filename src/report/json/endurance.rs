//! The part of `results.json` about endurance: cut → claim → readings.

use super::breach::{joined, with_breach};
use super::{claim_key, estimate, number, threshold_key};
use crate::study::breach::Counted;
use crate::study::findings::{CutFindings, DaysFindings, Estimate, Inputs, PathPoint, Readings, StopFindings};
use serde_json::{Map, Value, json};

/// All cuts of a cell, in the study's order.
pub(super) fn cuts(cuts: &[CutFindings], inputs: &Inputs) -> Map<String, Value> {
    cuts.iter()
        .map(|cut| {
            let claims = cut.claims.iter();
            let claims: Map<_, _> = claims.map(|(claim, found)| (claim_key(*claim), readings(found, inputs))).collect();
            (cut.cut.clone(), claims.into())
        })
        .collect()
}

/// The stops that end, for the cuts that have one.
pub(super) fn stops(cuts: &[CutFindings]) -> Map<String, Value> {
    cuts.iter().filter_map(|cut| Some((cut.cut.clone(), stop(cut.stop.as_ref()?)))).collect()
}

fn readings(found: &Readings, inputs: &Inputs) -> Value {
    let by_level = |figures: &[Estimate]| per_level(inputs, figures, |figure| estimate(figure).into());
    let by_threshold = |figures: &[Vec<Estimate>]| per_threshold(inputs, figures, |levels| by_level(levels));
    json!({
        "days": found.days.iter().map(|days| (threshold_key(days.threshold), days_of(days))).collect::<Map<_, _>>(),
        "share_served": by_level(&found.share_served),
        "groups_full": by_level(&found.groups_full),
        "groups_at_zero": by_level(&found.groups_at_zero),
        "most_often_at_zero": per_level(inputs, &found.most_often_at_zero, |groups| {
            groups.iter().map(|(name, share)| json!({ "name": name, "share": number(*share) })).collect()
        }),
        "families_at_zero": per_level(inputs, &found.families_at_zero, |families| {
            families.iter().map(|(family, share)| json!({ "family": family, "share": number(*share) })).collect()
        }),
        "groups_out_before": estimate(&found.groups_out_before),
        "p_at_least": by_threshold(&found.p_at_least),
        "p_calm": by_threshold(&found.p_calm),
        "p_major_event": by_threshold(&found.p_major_event),
        "simulated_verdict": per_threshold(inputs, &found.verdicts, |levels| {
            per_level(inputs, levels, |verdict| verdict.id().into())
        }),
        "curve": found.curve.iter().map(|point| json!({
            "day": point.day,
            "mean": number(point.mean),
            "p10": number(point.p10),
            "p90": number(point.p90),
        })).collect::<Vec<_>>(),
    })
}

/// Stock and service through a cut that ends.
fn stop(found: &StopFindings) -> Value {
    let examples = found.examples.iter();
    let head = json!({
        "length_days": found.length_days,
        "breach_below": number(found.breach_below),
        "recovered_at": number(found.recovered_at),
        "breaches_counted": Counted::Every.id(),
        "breached": estimate(&found.breached),
    });
    let tail = json!({
        "refill_days": estimate(&found.refill_days),
        "not_refilled": estimate(&found.not_refilled),
        "path": found.path.iter().map(path_point).collect::<Vec<_>>(),
        "examples": examples.map(|cover| cover.iter().map(|&days| number(days)).collect::<Vec<_>>()).collect::<Vec<_>>(),
    });
    joined(with_breach(head, &found.breach), tail)
}

fn path_point(point: &PathPoint) -> Value {
    let [p10, p25, p50, p75, p90] = point.cover.map(number);
    json!({
        "day": point.day,
        "cover": { "p10": p10, "p25": p25, "p50": p50, "p75": p75, "p90": p90 },
        "served": { "mean": number(point.served[0]), "p10": number(point.served[1]) },
    })
}

fn days_of(days: &DaysFindings) -> Value {
    let mut object = estimate(&days.days);
    object.insert("share_at_cap".into(), number(days.share_at_cap));
    object.into()
}

fn per_level<T>(inputs: &Inputs, found: &[T], value: impl Fn(&T) -> Value) -> Value {
    let levels = inputs.levels.iter().zip(found);
    levels.map(|(level, found)| (level.to_string(), value(found))).collect::<Map<_, _>>().into()
}

fn per_threshold<T>(inputs: &Inputs, found: &[T], value: impl Fn(&T) -> Value) -> Value {
    let thresholds = inputs.thresholds.iter().zip(found);
    thresholds.map(|(threshold, found)| (threshold_key(*threshold), value(found))).collect::<Map<_, _>>().into()
}
