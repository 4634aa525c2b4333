//! The report: one HTML file that holds everything, for those who decide. No script, nothing loaded, readable offline.

mod assumptions;
mod caveats;
mod charts;
mod confidence;
mod decision;
mod detail;
pub mod figures;
mod likelihood;
mod markup;
mod method;
mod opening;
mod reproduction;
mod run_phases;
mod runs_out;
mod shortage;
mod slices;
mod values;
mod zero;

use super::chart::{self, NamedChart};
use super::headline;
use super::number::Numbers;
use super::wording::Language;
use super::wording::page::PageWord;
use crate::scenario::model::Title;
use crate::study::findings::Findings;
use markup::esc;

/// What `run.json` tells of a run beside its results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunInfo {
    /// When it finished, ISO 8601; empty if not known.
    pub finished: String,
    /// The command line.
    pub command: Vec<String>,
}

const STYLE: &str = include_str!("page/style.css");

/// The page in a language; ends in a newline.
pub fn page(findings: &Findings, info: &RunInfo, language: Language) -> String {
    page_with(findings, info, language, &chart::charts(findings, language))
}

/// The same with charts that are drawn already, in the page's language.
pub fn page_with(findings: &Findings, info: &RunInfo, language: Language, drawn: &[NamedChart]) -> String {
    let page = Page { findings, info, language, numbers: Numbers(language) };
    let first = [opening::section(&page), decision::section(&page), caveats::section(&page)].concat();
    let rest = [
        charts::section(&page, drawn),
        zero::section(&page),
        detail::section(&page),
        assumptions::section(&page),
        method::section(&page),
        reproduction::section(&page),
    ]
    .concat();
    let title = page.title(&findings.inputs.title);
    format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light\">\n<title>{title}</title>\n<style>\n{STYLE}{choice}</style>\n</head>\n\
         <body>\n<a class=\"skip\" href=\"#content\">{skip}</a>\n<main id=\"content\">\n\
         <div class=\"first\">\n<h1>{title}</h1>\n{first}</div>\n{rest}</main>\n</body>\n</html>\n",
        code = language.code(),
        choice = decision::choice_style(&page),
        skip = page.text(PageWord::Skip),
    )
}

/// What every part of the page needs.
struct Page<'a> {
    findings: &'a Findings,
    info: &'a RunInfo,
    language: Language,
    numbers: Numbers,
}

impl Page<'_> {
    fn text(&self, word: PageWord) -> &'static str {
        word.text(self.language)
    }

    /// A sentence with its places filled by finished markup; the unit of money is known here.
    fn fill(&self, word: PageWord, places: &[(&str, &str)]) -> String {
        let money = ("money", self.numbers.money_unit(self.findings.inputs.money));
        let places: Vec<_> = places.iter().copied().chain([money]).collect();
        word.fill(self.language, &places)
    }

    fn title(&self, title: &Title) -> String {
        esc(self.language.title(title))
    }

    /// A scenario's short title.
    fn scenario(&self, id: &str) -> String {
        esc(&headline::short_title(&self.findings.inputs, id, self.language))
    }

    /// The same with the word for alternative 0, for the heads of columns.
    fn head(&self, id: &str) -> String {
        esc(&headline::numbered_title(&self.findings.inputs, id, self.language))
    }

    fn reserve(&self, id: &str) -> String {
        esc(&headline::reserve_title(&self.findings.inputs, id, self.language))
    }

    /// Per cent of a share that is a choice, not a result.
    fn per_cent(&self, share: f64) -> String {
        let percent = share * 100.0;
        let decimals = if (percent - percent.round()).abs() < 1e-9 { 0 } else { 1 };
        self.numbers.percent(&self.numbers.decimal(percent, decimals))
    }

    /// A level as the region names it: "1 månad (silver)".
    fn level(&self, days: u32) -> String {
        let (level, metal) = self.level_parts(days);
        metal.map_or(level.clone(), |metal| self.fill(PageWord::LevelWith, &[("level", &level), ("metal", metal)]))
    }

    /// A level's name and its metal.
    fn level_parts(&self, days: u32) -> (String, Option<&'static str>) {
        let (level, metal) = match days {
            3 => (PageWord::ThreeDays, PageWord::Bronze),
            7 => (PageWord::OneWeek, PageWord::Bronze),
            30 => (PageWord::OneMonth, PageWord::Silver),
            90 => (PageWord::ThreeMonths, PageWord::Gold),
            _ => return (self.fill(PageWord::OtherLevel, &[("days", &self.numbers.count(days))]), None),
        };
        (self.text(level).to_string(), Some(self.text(metal)))
    }

    /// The place of a cell in `results.json`.
    fn cell_at(&self, scenario: &str, reserve: &str) -> Option<(&crate::study::findings::CellFindings, String)> {
        let mut cells = self.findings.cells.iter().enumerate();
        let found = cells.find(|(_, cell)| cell.scenario == scenario && cell.reserve == reserve);
        found.map(|(place, cell)| (cell, format!("/cells/{place}")))
    }

    /// The comparison of a scenario with the reference under one reserve, and its place.
    fn against_zero(&self, scenario: &str, reserve: &str) -> Option<(&crate::study::findings::Comparison, String)> {
        let found = headline::comparison(self.findings, &self.findings.inputs.compare_to, scenario, reserve)?;
        let place = self.findings.comparisons.iter().position(|other| std::ptr::eq(other, found))?;
        Some((found, format!("/comparisons/{place}")))
    }

    /// A section with its heading.
    fn part(&self, id: &str, heading: PageWord, content: &str) -> String {
        format!("<section id=\"{id}\">\n<h2>{}</h2>\n{content}</section>\n", self.text(heading))
    }
}
