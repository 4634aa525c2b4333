//! Alternative 0: what happens if nothing is decided.

use super::Page;
use super::figures::{Written, pointer};
use crate::report::headline;
use crate::report::json::claim_key;
use crate::report::wording::page::PageWord;

/// The section.
pub(super) fn section(page: &Page) -> String {
    let inputs = &page.findings.inputs;
    let name = format!(
        "<strong>{}</strong>",
        super::esc(&headline::scenario_title(inputs, &inputs.compare_to, page.language))
    );
    let text = told(page, &name).unwrap_or_else(|| page.fill(PageWord::ZeroAlone, &[("name", &name)]));
    page.part("zero", PageWord::ZeroHead, &format!("<p>{text}</p>\n"))
}

fn told(page: &Page, name: &str) -> Option<String> {
    let inputs = &page.findings.inputs;
    // Nothing is decided, so no reserve is added.
    let reserve = headline::least_reserve(inputs)?;
    let (cell, at) = page.cell_at(&inputs.compare_to, &reserve.id)?;
    let cut = cell.endurance.first()?;
    let (claim, readings) = cut.claims.iter().max_by_key(|(claim, _)| *claim)?;
    let place = headline::level(inputs)?;
    let served = readings.share_served.get(place)?;
    let level = inputs.levels[place].to_string();
    let served_at = at.clone() + &pointer(&["endurance", &cut.cut, &claim_key(*claim), "share_served", &level]);
    let required = Written::Against(inputs.thresholds[headline::threshold(inputs)?]);
    let cost_at = at + "/metrics/cost_per_year";
    let places = [
        ("name", name.to_string()),
        ("reserve", page.reserve(&reserve.id).to_lowercase()),
        ("level", page.numbers.count(inputs.levels[place])),
        ("served", page.mean(served, &served_at, required)),
        ("interval", page.interval(served, &served_at, required)),
        ("cost", page.mean(&cell.cost.total, &cost_at, Written::Msek)),
        ("i_cost", page.interval(&cell.cost.total, &cost_at, Written::Msek)),
    ];
    let text = if reserve.days > 0.0 { PageWord::ZeroTextLeast } else { PageWord::ZeroText };
    Some(page.fill(text, &places.each_ref().map(|(name, value)| (*name, value.as_str()))))
}
