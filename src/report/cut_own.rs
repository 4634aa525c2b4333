//! What only one cut says: how long it lasts as a stop, what begins with it, how stock is shared, whether express acts.

use super::largest_site;
use super::name::visible;
use super::number::Numbers;
use super::wording::Language;
use super::wording::cuts::CutWord;
use crate::scenario::read_events::NO_RATIONING;
use crate::study::findings::{CutInput, Inputs};

/// All that is said of the first cut beside its title: its own words, and which store it takes, with one reserve or with each.
pub fn sentences(inputs: &Inputs, reserve: Option<&str>, language: Language) -> Vec<String> {
    let Some(cut) = inputs.cuts.first() else { return Vec::new() };
    let told = [sentence(cut, language), largest_site::sentence(inputs, cut, reserve, language)];
    told.into_iter().filter(|text| !text.is_empty()).collect()
}

/// What it says in words; empty for a cut that says nothing of its own.
pub fn sentence(cut: &CutInput, language: Language) -> String {
    let (own, numbers) = (&cut.own, Numbers(language));
    let mut sentences = Vec::new();
    if let Some(stop) = own.stop.filter(|stop| stop.length_days > 0) {
        let (days, follow) = (numbers.count(stop.length_days), numbers.count(stop.follow_days));
        sentences.push(CutWord::Length.fill(language, &[("days", &days), ("follow", &follow)]));
    }
    if !own.with.is_empty() {
        let names: Vec<String> = own.with.iter().map(|title| visible(language.title(title))).collect();
        sentences.push(CutWord::With.fill(language, &[("names", &names.join(", "))]));
    }
    match own.rationing.as_deref() {
        None => {}
        Some(NO_RATIONING) => sentences.push(CutWord::SharedByNone.text(language).to_owned()),
        Some(rule) => sentences.push(CutWord::SharedBy.fill(language, &[("rule", &visible(rule))])),
    }
    let express = own.express.map(|acts| if acts { CutWord::Express } else { CutWord::NoExpress });
    sentences.extend(express.map(|word| word.text(language).to_owned()));
    sentences.join(" ")
}
