//! Flows and product families: their words, and which flows are assessed.

use super::assemble::each;
use super::context::Context;
use super::diagnosis::{Diagnosis, codes};
use super::model::{Article, Family, Flow, Id, Scenario, Title};
use super::reader::Section;
use std::collections::BTreeMap;

/// Reads `[flow.*]`; a flow that only articles name has its id as title.
pub fn flows(ctx: &mut Context<'_>, articles: &BTreeMap<Id, Article>) -> BTreeMap<Id, Flow> {
    let mut flows = each(ctx, "flow", flow);
    for id in articles.values().map(|article| &article.flow).filter(|id| !id.is_empty()) {
        flows.entry(id.clone()).or_insert_with(|| Flow { title: plain(id), ..Flow::default() });
    }
    flows
}

/// Reads `[family.*]`; a family that only articles name has its id as title.
pub fn families(ctx: &mut Context<'_>, articles: &BTreeMap<Id, Article>) -> BTreeMap<Id, Family> {
    let mut families = each(ctx, "family", |section, id| Some(Family { title: section.title_or(id) }));
    for id in articles.values().map(|article| &article.family).filter(|id| !id.is_empty()) {
        families.entry(id.clone()).or_insert_with(|| Family { title: plain(id) });
    }
    families
}

fn plain(id: &str) -> Title {
    Title { sv: id.to_owned(), en: id.to_owned() }
}

fn flow(section: &mut Section<'_, '_>, id: &str) -> Option<Flow> {
    let title = section.title_or(id);
    let need = section.title("need").unwrap_or_default();
    let unit = section.title("unit").unwrap_or_default();
    let assessed = section.truth("assessed").unwrap_or(true);
    let said = section.entry("reason").map(|entry| entry.key);
    let reason = section.title("reason").filter(|reason| !reason.sv.trim().is_empty());
    let not_assessed = match (assessed, said, reason) {
        (true, None, _) => None,
        (true, Some(place), _) => {
            section.wrong(
                codes::EXCLUSIVE,
                "reason",
                "is given for a flow that is assessed",
                place,
                "write assessed = false too",
            );
            None
        }
        (false, _, Some(reason)) => Some(reason),
        (false, _, None) => {
            section.missing("reason", "a flow that is not assessed says why, and tables print it");
            None
        }
    };
    Some(Flow { title, need, unit, not_assessed })
}

/// Takes the articles of flows that are not assessed out of a checked scenario, and says so.
pub fn leave_out(ctx: &mut Context<'_>, scenario: &mut Scenario) {
    let all = scenario.articles.len();
    for (id, flow) in &scenario.flows {
        let Some(reason) = &flow.not_assessed else { continue };
        let before = scenario.articles.len();
        scenario.articles.retain(|_, article| article.flow != *id);
        let left_out = before - scenario.articles.len();
        let place = ctx.table("flow").and_then(|flows| flows.get(id)).map(|entry| entry.key).unwrap_or_default();
        ctx.report(if left_out == 0 {
            let message = format!("the flow `{id}` is not assessed, and no article has it");
            Diagnosis::finding(codes::MATCHES_NOTHING, &message, place)
        } else {
            let message = format!("the flow `{id}` is not assessed: {left_out} of {all} articles are left out");
            Diagnosis::finding(codes::NOT_ASSESSED, &message, place).help(&format!("reason: {}", reason.en))
        });
    }
    if all > 0 && scenario.articles.is_empty() {
        let place = ctx.root.get("flow").map(|entry| entry.key).unwrap_or_default();
        let message = format!("no flow of the scenario `{}` is assessed, so no article is left", scenario.id);
        ctx.report(Diagnosis::error(codes::NOT_ASSESSED, &message, place).help("assess at least one flow"));
    }
}
