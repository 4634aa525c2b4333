//! The part of `results.json` about the groups that fail first.

use super::{maybe, number};
use crate::study::failing::{FailingGroup, Supply};
use crate::study::findings::{CutFindings, Inputs};
use serde_json::{Map, Value, json};

/// Every cut with a group that falls short.
pub(super) fn failing(cuts: &[CutFindings], inputs: &Inputs) -> Map<String, Value> {
    let told = cuts.iter().filter(|cut| !cut.failing.groups.is_empty());
    told.map(|cut| {
        let groups: Vec<Value> = cut.failing.groups.iter().map(|found| group(found, inputs)).collect();
        (cut.cut.clone(), json!({ "supply": supply(&cut.failing.supply), "groups": groups }))
    })
    .collect()
}

fn group(found: &FailingGroup, inputs: &Inputs) -> Value {
    let levels = inputs.levels.iter().zip(&found.short_by);
    let reason = found.reason.as_ref().map(|(kind, site, share)| {
        let site = site.as_ref().map(|title| json!({ "sv": title.sv, "en": title.en }));
        json!({ "why": kind.id(), "site": site, "share": number(*share) })
    });
    json!({
        "name": found.name,
        "median_day": found.median_day,
        "short_by": levels.map(|(level, &share)| (level.to_string(), number(share))).collect::<Map<_, _>>(),
        "reason": reason,
        "supply": supply(&found.supply),
    })
}

fn supply(found: &Supply) -> Value {
    let both = |[mean, p5]: [f64; 2]| json!({ "mean": number(mean), "p5": number(p5) });
    json!({
        "static_days": both(found.static_days),
        "simulated_days": both(found.simulated_days),
        "ratio": maybe(found.ratio()),
    })
}
