//! The part of `results.json` about parts of need: cut → flows, sites, classes, families.

use super::{maybe, number, threshold_key};
use crate::study::findings::{CutFindings, Inputs};
use crate::study::slices::{SliceFindings, Spread};
use serde_json::{Map, Value, json};

/// The parts of every cut that has any.
pub(super) fn slices(cuts: &[CutFindings], inputs: &Inputs) -> Map<String, Value> {
    let with_parts = cuts.iter().filter(|cut| !cut.slices.is_empty());
    with_parts.map(|cut| (cut.cut.clone(), cut.slices.iter().map(|found| slice(found, inputs)).collect())).collect()
}

fn slice(found: &SliceFindings, inputs: &Inputs) -> Value {
    let by_level = |figures: &[Spread]| -> Map<String, Value> {
        inputs.levels.iter().zip(figures).map(|(level, figure)| (level.to_string(), spread(figure).into())).collect()
    };
    let days = inputs.thresholds.iter().zip(&found.days).zip(&found.share_at_cap);
    let days = days.map(|((threshold, figure), at_cap)| {
        let mut days = spread(figure);
        days.insert("share_at_cap".into(), number(*at_cap));
        (threshold_key(*threshold), Value::from(days))
    });
    json!({
        "kind": found.kind.id(),
        "id": found.id,
        "title": { "sv": found.title.sv, "en": found.title.en },
        "groups": found.groups,
        "share_served": by_level(&found.share_served),
        "days": days.collect::<Map<_, _>>(),
        "p_at_least": by_level(&found.p_at_least),
    })
}

fn spread(figure: &Spread) -> Map<String, Value> {
    figure.named().into_iter().map(|(name, value)| (name.to_owned(), maybe(value))).collect()
}
