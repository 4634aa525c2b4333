//! What this is not: three caveats, the largest risk outside the model, and how far the input can be trusted.

use super::Page;
use super::confidence;
use super::decision;
use super::markup::{esc, list};
use crate::report::table::component_name;
use crate::report::wording::page::PageWord;
use crate::sim::cost::Component;

/// The box on the first page.
pub(super) fn section(page: &Page) -> String {
    let mut items = vec![page.text(PageWord::NotForecast).to_string(), page.text(PageWord::NotOfficial).to_string()];
    items.push(costs(page));
    let flows = not_assessed(page);
    if !flows.is_empty() {
        items.push(page.fill(PageWord::NotAssessed, &[("what", &flows)]));
    }
    let risk = page.findings.inputs.largest_unmodelled_risk.as_ref();
    let risk = risk.map_or_else(|| page.text(PageWord::RiskNotSaid).to_string(), |risk| page.title(risk));
    let risk = format!("<p><strong>{}</strong> {risk}</p>\n", page.text(PageWord::RiskHead));
    format!(
        "<section id=\"not\" class=\"box\">\n<h2>{}</h2>\n{}{risk}{}</section>\n",
        page.text(PageWord::NotHead),
        list(&items),
        confidence::sentence(page)
    )
}

/// What the costs leave out: always, in this study, and between those who pay.
fn costs(page: &Page) -> String {
    let left_out = left_out(page);
    let what = page.fill(PageWord::NotWholeLacks, &[("what", &left_out)]);
    let what = if left_out.is_empty() { "" } else { &what };
    let fees = if decision::payers(page).is_empty() { "" } else { page.text(PageWord::NotWholeFees) };
    page.fill(PageWord::NotWhole, &[("what", what), ("fees", fees)])
}

/// Cost components that some scenario has no price for, in the order of tables.
fn left_out(page: &Page) -> String {
    let scenarios = || page.findings.inputs.scenarios.iter();
    let is_left_out = |component: &Component| scenarios().any(|scenario| scenario.not_included.contains(component));
    let names = Component::ALL.into_iter().filter(is_left_out);
    names.map(|component| esc(&component_name(page.language, component))).collect::<Vec<_>>().join(", ")
}

/// Flows that are not assessed, once each, with the reason.
fn not_assessed(page: &Page) -> String {
    let mut told: Vec<String> = Vec::new();
    for flow in page.findings.inputs.scenarios.iter().flat_map(|scenario| &scenario.flows) {
        let Some(why) = &flow.not_assessed else { continue };
        let text = format!("{} ({})", page.title(&flow.title), page.title(why));
        if !told.contains(&text) {
            told.push(text);
        }
    }
    told.join(", ")
}
