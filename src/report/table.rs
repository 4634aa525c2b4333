//! What `beredd run` prints: the decision table first, then endurance, service and cost, differences, what the results
//! are not, and a last line that compares.

pub mod breaking;
pub(in crate::report) mod columns;
pub(super) mod cost;
mod decision;
mod differences;
pub mod dry_run;
mod endurance;
pub mod exposure;
mod failing;
pub mod frontier;
mod head;
mod items;
mod last_line;
mod leaf;
mod notes;
mod phases;
pub mod sensitivity;
pub mod size;
mod slices;
mod stock;
pub mod story;
pub mod trace;
pub mod verify;
mod weekly;

pub use failing::failing;
pub use items::{Shown, items};
pub use leaf::leaf;
pub use slices::slices;
pub use stock::stock;

use super::headline;
use super::largest_site;
use super::number::Numbers;
use super::wording::{Language, Word};
use crate::study::findings::{Estimate, Findings, ScenarioInput};
use columns::Table;
pub(in crate::report) use columns::wrap;
pub(in crate::report) use cost::component_name;
pub(in crate::report) use decision::verdict_word;
pub(in crate::report) use notes::origin_word;

/// The findings as text of about `width` columns. No colour, no control characters; ends in a newline.
pub fn human(findings: &Findings, language: Language, width: usize) -> String {
    let page = Page { findings, language, width, numbers: Numbers(language) };
    let mut parts = vec![page.top(), decision::section(&page)];
    parts.extend(endurance::sections(&page));
    parts.push(cost::service(&page));
    parts.push(cost::components(&page));
    parts.push(weekly::section(&page));
    parts.push(phases::section(&page));
    parts.push(differences::section(&page));
    parts.push(notes::section(&page));
    parts.push(last_line::sentence(&page));
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// The decision table alone, with what was run before it and the comparison after it.
pub fn decision(findings: &Findings, language: Language, width: usize) -> String {
    let page = Page { findings, language, width, numbers: Numbers(language) };
    let taken = page.largest_sites();
    let mut parts = vec![page.top(), decision::section(&page), taken, last_line::sentence(&page)];
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// What every part of the page needs.
struct Page<'a> {
    findings: &'a Findings,
    language: Language,
    width: usize,
    numbers: Numbers,
}

/// How much stands in a cell; the most that fits the width is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    /// Every figure with its spread or interval.
    Full,
    /// Spread and interval of the headline figures only.
    Brief,
    /// Figures alone.
    Sparse,
}

impl Page<'_> {
    fn text(&self, word: Word) -> &'static str {
        word.text(self.language)
    }

    fn fill(&self, word: Word, places: &[(&str, &str)]) -> String {
        let money = ("money", self.numbers.money_unit(self.findings.inputs.money));
        let places: Vec<_> = places.iter().copied().chain([money]).collect();
        word.fill(self.language, &places)
    }

    /// Title, what was run, and the condition of everything below.
    fn top(&self) -> String {
        let inputs = &self.findings.inputs;
        let title = super::name::visible(self.language.title(&inputs.title));
        let [run, given] = head::run_of(inputs, &self.replications(), self.language);
        self.paragraphs(&[&title, &run, &given])
    }

    /// Replications behind the figures, and how many were asked for if some are lacking.
    fn replications(&self) -> String {
        let asked = self.findings.inputs.replications;
        let fewest = self
            .findings
            .cells
            .iter()
            .filter_map(|cell| cell.metrics.values().map(|estimate| estimate.n).max())
            .min()
            .unwrap_or(asked);
        let asked_text = self.numbers.replications(asked);
        if fewest == asked {
            return asked_text;
        }
        self.fill(Word::ReplicationsOf, &[("n", &self.numbers.count(fewest)), ("asked", &asked_text)])
    }

    /// A text per scenario, scenarios with the same text told together.
    fn per_scenario(&self, text: impl Fn(&ScenarioInput) -> Option<String>) -> String {
        headline::per_scenario(&self.findings.inputs, self.language, text)
    }

    fn paragraphs(&self, texts: &[&str]) -> String {
        texts.iter().map(|text| wrap(text, self.width, "")).collect()
    }

    /// A section: heading, how to read it, and the fullest table that fits.
    fn section(&self, heading: &str, how: &[&str], table: impl Fn(Detail) -> Table) -> String {
        let details = [Detail::Full, Detail::Brief, Detail::Sparse];
        let fits = |detail: &Detail| table(*detail).width() <= self.width;
        let detail = details.into_iter().find(fits).unwrap_or(Detail::Sparse);
        let narrow = if detail == Detail::Full { "" } else { self.text(Word::Narrow) };
        let how: Vec<&str> = how.iter().copied().chain([narrow]).filter(|text| !text.is_empty()).collect();
        self.paragraphs(&[heading]) + &self.paragraphs(&[&how.join(" ")]) + "\n" + &table(detail).render()
    }

    /// The heading of a scenario's rows, with its reservation.
    fn scenario_heading(&self, id: &str) -> String {
        let inputs = &self.findings.inputs;
        let title = headline::scenario_title(inputs, id, self.language);
        let is_zero = headline::is_zero(inputs, id);
        let title = if is_zero { self.fill(Word::ZeroHeading, &[("title", &title)]) } else { title };
        let scenario = inputs.scenarios.iter().find(|scenario| scenario.id == id);
        match scenario.and_then(|scenario| scenario.remark.as_ref()) {
            Some(remark) => format!("{title} – {}", super::name::visible(self.language.title(remark))),
            None => title,
        }
    }

    /// What every cut of the study that takes the largest site takes, a paragraph each.
    fn largest_sites(&self) -> String {
        let inputs = &self.findings.inputs;
        let told = inputs.cuts.iter().map(|cut| largest_site::sentence(inputs, cut, None, self.language));
        let told: Vec<String> = told.filter(|text| !text.is_empty()).collect();
        self.paragraphs(&told.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn reserve(&self, id: &str) -> String {
        headline::reserve_title(&self.findings.inputs, id, self.language)
    }

    /// An interval of an estimate, each bound written by `write`.
    fn interval(&self, figure: &Estimate, write: impl Fn(Option<f64>) -> String) -> String {
        self.numbers.interval(write(figure.low), write(figure.high))
    }

    /// A threshold or requirement in per cent, without its sign.
    fn per_cent(&self, share: f64) -> String {
        let percent = share * 100.0;
        let decimals = if (percent - percent.round()).abs() < 1e-9 { 0 } else { 1 };
        self.numbers.decimal(percent, decimals)
    }
}
