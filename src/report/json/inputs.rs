//! The part of `results.json` that says what was run.

use super::number;
use crate::order::Gather;
use crate::scenario::model::{Origins, Title};
use crate::study::findings::{CutInput, FlowInput, Inputs, ScenarioInput};
use serde_json::{Map, Value, json};

/// All of the inputs.
pub(super) fn inputs(inputs: &Inputs) -> Value {
    let reserves = inputs.reserves.iter();
    let cuts = inputs.cuts.iter();
    json!({
        "title": title(&inputs.title),
        "version": inputs.version,
        "seed": inputs.seed,
        "money": inputs.money.id(),
        "replications": inputs.replications,
        "measured_days": inputs.measured_days,
        "compare_to": inputs.compare_to,
        "largest_unmodelled_risk": inputs.largest_unmodelled_risk.as_ref().map(title),
        "scenarios": inputs.scenarios.iter().map(scenario).collect::<Vec<_>>(),
        "reserves": reserves
            .map(|reserve| json!({ "id": reserve.id, "title": title(&reserve.title), "days": number(reserve.days) }))
            .collect::<Vec<_>>(),
        "cuts": cuts
            .map(cut)
            .collect::<Vec<_>>(),
        "thresholds": inputs.thresholds.iter().map(|&threshold| number(threshold)).collect::<Vec<_>>(),
        "levels": inputs.levels,
        "cap_days": inputs.cap_days,
        "required_probability": number(inputs.required_probability),
        "required_article_share": number(inputs.required_article_share),
        "files": inputs.files.iter().map(|(path, hash)| (path.clone(), hash.clone().into())).collect::<Map<_, _>>(),
        "settings": inputs.settings,
        "remarks": inputs.remarks,
    })
}

/// A cut; what it does not say has no key.
fn cut(cut: &CutInput) -> Value {
    let mut value = Map::new();
    value.insert("id".into(), cut.id.clone().into());
    value.insert("title".into(), title(&cut.title));
    value.insert("takes_largest_site".into(), cut.takes_largest_site.into());
    let own = &cut.own;
    if let Some(stop) = own.stop {
        value.insert("length_days".into(), stop.length_days.into());
        value.insert("follow_days".into(), stop.follow_days.into());
    }
    if !own.with.is_empty() {
        value.insert("with".into(), own.with.iter().map(title).collect());
    }
    if let Some(rule) = &own.rationing {
        value.insert("rationing".into(), rule.clone().into());
    }
    if let Some(express) = own.express {
        value.insert("express".into(), express.into());
    }
    value.into()
}

fn scenario(scenario: &ScenarioInput) -> Value {
    let (articles, sites, cells) = scenario.size;
    let largest = scenario.largest_site.iter().map(|(reserve, site)| (reserve.clone(), title(site)));
    let lump_sums = scenario.lump_sums.iter();
    json!({
        "id": scenario.id,
        "title": title(&scenario.title),
        "remark": scenario.remark.as_ref().map(title),
        "day_order": scenario.day_order,
        "warm_up_days": scenario.warm_up_days,
        "size": { "articles": articles, "sites": sites, "cells": cells },
        "largest_site": largest.collect::<Map<_, _>>(),
        "not_included": scenario.not_included.iter().map(|component| component.id()).collect::<Vec<_>>(),
        "lump_sums": lump_sums
            .map(|(id, name, sek)| json!({ "id": id, "title": title(name), "per_year": number(*sek) }))
            .collect::<Vec<_>>(),
        "flows": scenario.flows.iter().map(flow).collect::<Vec<_>>(),
        "families": scenario.families.iter().map(|(id, name)| (id.clone(), title(name))).collect::<Map<_, _>>(),
        "groups": scenario.groups.iter().map(|(id, name)| (id.clone(), title(name))).collect::<Map<_, _>>(),
        "owners": scenario.owners.iter().map(|(id, name)| (id.clone(), title(name))).collect::<Map<_, _>>(),
        "price_year": scenario.price_year,
        "critical_decided_by": scenario.critical_decided_by.iter().cloned().into_map(),
        "truncation": {
            "entries": scenario.truncation.entries,
            "shrunk": scenario.truncation.shrunk,
            "median_ratio": scenario.truncation.median_ratio.map(number),
        },
        "origins": origins(&scenario.origins),
    })
}

fn flow(flow: &FlowInput) -> Value {
    json!({
        "id": flow.id,
        "title": title(&flow.title),
        "need": title(&flow.need),
        "unit": title(&flow.unit),
        "articles": flow.articles,
        "not_assessed": flow.not_assessed.as_ref().map(title),
    })
}

fn origins(origins: &Origins) -> Map<String, Value> {
    let entries = origins.entries.iter();
    entries
        .map(|(path, origin)| {
            let entry = json!({
                "value": origin.value,
                "kind": origin.kind,
                "source": origin.source,
                "range": origin.range,
            });
            (path.clone(), entry)
        })
        .collect()
}

fn title(title: &Title) -> Value {
    json!({ "sv": title.sv, "en": title.en })
}
