//! What the results are not, and what they rest on.

use super::Page;
use super::columns::wrap;
use super::cost::component_name;
use crate::order::Gather;
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Word;
use crate::study::findings::ScenarioInput;
use std::collections::{BTreeMap, BTreeSet};

/// The footnotes, one dash each.
pub(super) fn section(page: &Page) -> String {
    let inputs = &page.findings.inputs;
    let mut notes = vec![page.text(Word::NotForecast).to_string(), page.text(Word::NotMsb).to_string()];
    notes.push(page.text(Word::ArticleLevel).to_string());
    if inputs.scenarios.iter().any(|scenario| !scenario.lump_sums.is_empty()) {
        let sums = page.per_scenario(|scenario| lump_sums(page, scenario));
        notes.push(page.fill(Word::NotLumpSum, &[("sums", &format!("{sums}."))]));
    }
    notes.extend(not_assessed(page));
    let about = [
        (Word::NotIncluded, page.per_scenario(|scenario| not_included(page, scenario))),
        (Word::DayOrder, page.per_scenario(|scenario| Some(day_order(page, scenario)))),
        (Word::OriginsOfInput, page.per_scenario(|scenario| origins(page.numbers, scenario))),
    ];
    let told = about.iter().filter(|(_, what)| !what.is_empty());
    notes.extend(told.map(|(word, what)| page.fill(*word, &[("what", what)])));
    notes.extend(inputs.remarks.iter().map(|remark| page.fill(Word::RemarkLine, &[("what", &visible(remark))])));
    let lines = notes.iter().map(|note| wrap(&format!("– {note}"), page.width, "  "));
    page.paragraphs(&[page.text(Word::NotTitle)]) + &lines.collect::<String>()
}

/// A note per flow that is not assessed.
fn not_assessed(page: &Page) -> Vec<String> {
    let of = |scenario: &ScenarioInput, id: &str| {
        let flow = scenario.flows.iter().find(|flow| flow.id == id)?;
        let (title, reason) = (page.language.title(&flow.title), page.language.title(flow.not_assessed.as_ref()?));
        Some(format!("{}, {}", visible(title), visible(reason)))
    };
    let flows = page.findings.inputs.scenarios.iter().flat_map(|scenario| &scenario.flows);
    let ids: BTreeSet<&str> = flows.filter(|flow| flow.not_assessed.is_some()).map(|flow| flow.id.as_str()).into_set();
    let note = |id| page.fill(Word::NotAssessed, &[("what", &page.per_scenario(|scenario| of(scenario, id)))]);
    ids.into_iter().map(note).collect()
}

fn lump_sums(page: &Page, scenario: &ScenarioInput) -> Option<String> {
    let sums = scenario.lump_sums.iter().map(|(_, title, sek)| {
        let amount = page.numbers.msek(Some(*sek));
        format!("{} {amount} {}", visible(page.language.title(title)), page.fill(Word::PerYear, &[]))
    });
    (!scenario.lump_sums.is_empty()).then(|| sums.collect::<Vec<_>>().join(", "))
}

fn not_included(page: &Page, scenario: &ScenarioInput) -> Option<String> {
    if scenario.not_included.is_empty() {
        return Some(page.text(Word::NothingLeftOut).to_string());
    }
    let names = scenario.not_included.iter().map(|&component| component_name(page.language, component));
    Some(names.collect::<Vec<_>>().join(", "))
}

fn day_order(page: &Page, scenario: &ScenarioInput) -> String {
    let name = |phase: &&str| phase_word(phase).map_or_else(|| visible(phase), |word| page.text(word).to_string());
    scenario.day_order.iter().map(name).collect::<Vec<_>>().join(" → ")
}

fn phase_word(phase: &str) -> Option<Word> {
    match phase {
        "state" => Some(Word::PhaseState),
        "receive" => Some(Word::PhaseReceive),
        "demand" => Some(Word::PhaseDemand),
        "review" => Some(Word::PhaseReview),
        "dispatch" => Some(Word::PhaseDispatch),
        _ => None,
    }
}

fn origins(numbers: Numbers, scenario: &ScenarioInput) -> Option<String> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for origin in scenario.origins.entries.values() {
        *counts.entry(origin.kind.as_str()).or_default() += 1;
    }
    let name = |kind: &str| origin_word(kind).map_or_else(|| visible(kind), |word| word.text(numbers.0).to_string());
    let entries = counts.iter().map(|(kind, count)| format!("{} {}", numbers.count(*count), name(kind)));
    (!counts.is_empty()).then(|| entries.collect::<Vec<_>>().join(", "))
}

/// The words for a kind of origin.
pub(in crate::report) fn origin_word(kind: &str) -> Option<Word> {
    match kind {
        "seed" => Some(Word::OriginSeed),
        "sourced" => Some(Word::OriginSourced),
        "derived" => Some(Word::OriginDerived),
        "assumption" => Some(Word::OriginAssumption),
        "fitted" => Some(Word::OriginFitted),
        "tool" => Some(Word::OriginTool),
        _ => None,
    }
}
