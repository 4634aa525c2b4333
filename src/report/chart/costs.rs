//! What charts say about costs in words: components left out, lump sums, sums of money with their intervals.

use crate::report::headline;
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::table::cost::component_name;
use crate::report::wording::{Language, Word};
use crate::sim::cost::Component;
use crate::study::findings::{Estimate, Inputs, ScenarioInput};

/// The place of a text that takes what millions of kronor are called.
pub(super) fn money(inputs: &Inputs, language: Language) -> (&'static str, &'static str) {
    ("money", Numbers(language).money_unit(inputs.money))
}

/// "Costs not included – …", scenarios that lack the same told together; empty where nothing is lacking.
pub(super) fn not_included(inputs: &Inputs, language: Language, is_priced: &dyn Fn(Component) -> bool) -> String {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for scenario in &inputs.scenarios {
        let lacking = scenario.not_included.iter().copied().filter(|&component| is_priced(component));
        let names: Vec<String> = lacking.map(|component| component_name(language, component)).collect();
        if names.is_empty() {
            continue;
        }
        let (names, title) = (names.join(", "), headline::short_title(inputs, &scenario.id, language));
        match told.iter_mut().find(|(other, _)| *other == names) {
            Some((_, titles)) => titles.push(title),
            None => told.push((names, vec![title])),
        }
    }
    if told.is_empty() {
        return String::new();
    }
    let entries: Vec<String> = told.iter().map(|(names, titles)| format!("{}: {names}", titles.join(", "))).collect();
    Word::NotIncluded.fill(language, &[("what", &entries.join("; "))])
}

/// A scenario's lump sums, if it has some: "by the pre-study 15.4 MSEK/year".
pub(super) fn lump_sums(scenario: &ScenarioInput, inputs: &Inputs, language: Language) -> Option<String> {
    let (numbers, per_year) = (Numbers(language), Word::PerYear.fill(language, &[money(inputs, language)]));
    let sums = scenario.lump_sums.iter();
    let sums: Vec<String> = sums
        .map(|(_, title, sek)| format!("{} {} {per_year}", visible(language.title(title)), numbers.msek(Some(*sek))))
        .collect();
    (!sums.is_empty()).then(|| sums.join(", "))
}

/// An interval or spread of money in brackets.
pub(super) fn interval(figure: &Estimate, numbers: Numbers) -> String {
    numbers.interval(numbers.msek(figure.low), numbers.msek(figure.high))
}
