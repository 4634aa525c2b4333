//! What `beredd stock shortage-cost` hands over: tables, JSON; the long table and the chart stand with the others of their kind.

mod apart;
mod doubts;
mod first;
mod moved;

use super::figures::Figures;
use crate::desk::shortage_cost::ShortageCostFindings;
use crate::report::name::visible;
use crate::report::table::columns::wrap;
use crate::report::wording::Language;
use crate::report::wording::desk::shortage_cost::ShortageCostWord as Say;
use crate::scenario::model::Title;

pub use moved::name as moved_name;

/// The findings as JSON.
pub fn json(found: &ShortageCostFindings) -> String {
    super::json("shortage-cost", found)
}

/// The findings as text of about `width` columns; ends in a newline.
pub fn human(found: &ShortageCostFindings, language: Language, width: usize) -> String {
    let page = Page { found, language, figures: Figures(language), width };
    let parts = [
        page.head(),
        page.steps(),
        page.leaving(),
        page.kinds(),
        page.stock(),
        page.causes(),
        page.margins(),
        page.articles(),
        page.sensitivity(),
        page.differences(),
        page.tests(),
        page.doubts(),
        page.notes(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

pub(super) struct Page<'a> {
    found: &'a ShortageCostFindings,
    language: Language,
    figures: Figures,
    width: usize,
}

impl Page<'_> {
    fn fill(&self, word: Say, places: &[(&str, &str)]) -> String {
        word.fill(self.language, places)
    }

    fn text(&self, word: Say) -> String {
        word.text(self.language).to_owned()
    }

    fn title(&self, title: &Title) -> String {
        visible(self.language.title(title))
    }

    fn wrapped(&self, texts: &[String]) -> String {
        texts.iter().filter(|text| !text.is_empty()).map(|text| wrap(text, self.width, "")).collect()
    }

    /// A heading, how to read what follows, and a table.
    fn section(&self, texts: &[String], table: &str) -> String {
        format!("{}\n{table}", self.wrapped(texts))
    }

    fn amount(&self, value: f64) -> String {
        self.figures.amount(value)
    }

    fn percent(&self, share: f64) -> String {
        self.figures.percent(share)
    }
}
