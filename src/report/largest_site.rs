//! The cut that takes the largest site: which store that is. It may be another one in each alternative and with each
//! reserve, so a figure of this cut is told together with its store, and with a warning where stores differ.

use super::headline;
use super::name::visible;
use super::wording::Language;
use super::wording::cuts::CutWord;
use crate::study::findings::{CutInput, Inputs, ScenarioInput};

/// The store that a cut takes from a scenario with a reserve, fit to be shown; none for cuts that take no such store.
pub fn store(cut: &CutInput, scenario: &ScenarioInput, reserve: &str, language: Language) -> Option<String> {
    let found = scenario.largest_site.iter().find(|(other, _)| other == reserve).filter(|_| cut.takes_largest_site)?;
    Some(visible(language.title(&found.1)))
}

/// Which store the cut takes from whom, with one reserve or with each, and the warning; empty for other cuts.
pub fn sentence(inputs: &Inputs, cut: &CutInput, reserve: Option<&str>, language: Language) -> String {
    let what = headline::per_scenario(inputs, language, |scenario| match reserve {
        Some(reserve) => store(cut, scenario, reserve, language),
        None => stores(inputs, cut, scenario, language),
    });
    if what.is_empty() {
        return String::new();
    }
    let title = visible(language.title(&cut.title));
    let told = CutWord::LargestSite.fill(language, &[("cut", &title), ("what", &what)]);
    format!("{told} {}", warning(inputs, cut, reserve, language)).trim_end().to_string()
}

/// What to keep in mind where the store is not the same one; empty where it is.
pub fn warning(inputs: &Inputs, cut: &CutInput, reserve: Option<&str>, language: Language) -> String {
    if !cut.takes_largest_site {
        return String::new();
    }
    let chosen = |other: &str| reserve.is_none_or(|reserve| reserve == other);
    let is_split = inputs.reserves.iter().filter(|other| chosen(&other.id)).any(|other| {
        let stores = inputs.scenarios.iter().filter_map(|scenario| store(cut, scenario, &other.id, language));
        !all_alike(stores)
    });
    let moves = inputs.scenarios.iter().any(|scenario| {
        let stores = inputs.reserves.iter().filter_map(|reserve| store(cut, scenario, &reserve.id, language));
        !all_alike(stores)
    });
    let split = is_split.then_some(CutWord::LargestSiteDiffers).into_iter();
    let words = split.chain(moves.then_some(CutWord::LargestSiteMoves));
    words.map(|word| word.text(language)).collect::<Vec<_>>().join(" ")
}

fn all_alike(stores: impl Iterator<Item = String>) -> bool {
    let stores: Vec<String> = stores.collect();
    stores.windows(2).all(|pair| pair[0] == pair[1])
}

/// A scenario's store, once if all reserves agree, else each with its reserves.
fn stores(inputs: &Inputs, cut: &CutInput, scenario: &ScenarioInput, language: Language) -> Option<String> {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for reserve in &inputs.reserves {
        let Some(store) = store(cut, scenario, &reserve.id, language) else { continue };
        let title = headline::reserve_title(inputs, &reserve.id, language);
        match told.iter_mut().find(|(other, _)| *other == store) {
            Some((_, titles)) => titles.push(title),
            None => told.push((store, vec![title])),
        }
    }
    if told.len() < 2 {
        return told.pop().map(|(store, _)| store);
    }
    let entries = told.into_iter().map(|(store, titles)| format!("{store} ({})", titles.join(", ")));
    Some(entries.collect::<Vec<_>>().join(", "))
}
