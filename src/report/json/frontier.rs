//! The JSON of `beredd frontier` (`docs/reference/frontier-json.md`).

use super::{SCHEMA, estimate, inputs, maybe};
use crate::report::headline;
use crate::study::findings::{CellFindings, Inputs};
use crate::study::frontier::curve::Side;
use crate::study::frontier::{Compared, Crossing, FrontierFindings, Pair, Verdict, resamples};
use serde_json::{Map, Value, json};

/// The findings as text: indented, ending in a newline.
pub fn text(found: &FrontierFindings) -> String {
    let inputs = &found.findings.inputs;
    let points =
        found.findings.cells.iter().zip(&found.efficient).map(|(cell, efficient)| point(inputs, cell, *efficient));
    let value = json!({
        "schema": SCHEMA,
        "inputs": inputs::inputs(inputs),
        "cut": inputs.cuts.first().map(|cut| cut.id.as_str()),
        "threshold": inputs.thresholds.first(),
        "resamples": resamples(),
        "points": points.collect::<Vec<_>>(),
        "pairs": found.pairs.iter().map(|one| pair(inputs, one)).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn point(inputs: &Inputs, cell: &CellFindings, efficient: Option<bool>) -> Value {
    let readings = cell.endurance.first().and_then(headline::full_claim);
    let days = readings.and_then(|readings| readings.days.first());
    let by_level = |figures: Option<&Vec<_>>| -> Value {
        let figures = inputs.levels.iter().zip(figures.into_iter().flatten());
        figures.map(|(level, figure)| (level.to_string(), estimate(figure).into())).collect::<Map<_, _>>().into()
    };
    let reserve = inputs.reserves.iter().find(|reserve| reserve.id == cell.reserve);
    json!({
        "scenario": cell.scenario,
        "reserve": cell.reserve,
        "reserve_days": reserve.map(|reserve| reserve.days),
        "cost_per_year": estimate(&cell.cost.total),
        "endurance_days": days.map(|days| estimate(&days.days)),
        "share_at_cap": days.map(|days| days.share_at_cap),
        "share_served": by_level(readings.map(|readings| &readings.share_served)),
        "p_at_least": by_level(readings.and_then(|readings| readings.p_at_least.first())),
        "efficient": efficient,
    })
}

fn pair(inputs: &Inputs, pair: &Pair) -> Value {
    let [first, second] = pair.scenarios.map(|place| inputs.scenarios[place].id.as_str());
    let id = |side: Side| if side == Side::First { first } else { second };
    let mut object = Map::from_iter([("first".to_owned(), first.into()), ("second".to_owned(), second.into())]);
    let verdict = match &pair.verdict {
        Verdict::NoCost => "no-cost",
        Verdict::UnlikeNeeds => "unlike-needs",
        Verdict::Lacking(components) => {
            object.insert("lacking".into(), components.iter().map(|component| component.id()).collect());
            "lacking"
        }
        Verdict::Compared(compared) => {
            object.extend(side_by_side(compared, &id));
            match compared.cheaper.len() {
                0 => "equal",
                1 => "throughout",
                _ => "cross",
            }
        }
    };
    object.insert("verdict".into(), verdict.into());
    object.into()
}

fn side_by_side<'i>(compared: &Compared, id: &dyn Fn(Side) -> &'i str) -> Map<String, Value> {
    let crossing = |crossing: &Crossing| json!({ "days": estimate(&crossing.days), "cost_per_year": crossing.cost });
    let further = compared.further.map(|(side, days)| json!({ "scenario": id(side), "days": days }));
    let value = json!({
        "from_days": compared.from,
        "to_days": compared.to,
        "difference_least": estimate(&compared.least),
        "difference_most": estimate(&compared.most),
        "cheaper": compared.cheaper.iter().map(|&side| id(side)).collect::<Vec<_>>(),
        "crossings": compared.crossings.iter().map(crossing).collect::<Vec<_>>(),
        "same_in_resamples": maybe(compared.same),
        "further": further,
        "capped": compared.capped,
    });
    value.as_object().cloned().unwrap_or_default()
}
