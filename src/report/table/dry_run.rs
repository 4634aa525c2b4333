//! What `beredd run --dry-run` prints.

use super::columns::{Cell, Table, wrap};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::dry_run::DryRunWord;
use crate::report::wording::{Language, Word};
use crate::scenario::model::Title;

/// A run that is planned.
#[derive(Clone, Debug, PartialEq)]
pub struct DryRun {
    /// Title of the study.
    pub title: Title,
    /// Its cells.
    pub cells: Vec<DryCell>,
    /// Replications of each cell.
    pub replications: u32,
    /// Threads.
    pub jobs: usize,
}

/// One cell of a planned run.
#[derive(Clone, Debug, PartialEq)]
pub struct DryCell {
    /// Title of the scenario.
    pub scenario: Title,
    /// Title of the reserve.
    pub reserve: String,
    /// Articles.
    pub articles: usize,
    /// Sites with stock.
    pub sites: usize,
    /// Articles at sites.
    pub article_sites: usize,
    /// Seconds that one replication took on one thread.
    pub seconds: f64,
}

impl DryRun {
    /// Seconds that the whole run would take if all threads are busy all the time.
    pub fn seconds(&self) -> f64 {
        let of_one_each: f64 = self.cells.iter().map(|cell| cell.seconds).sum();
        of_one_each * f64::from(self.replications) / self.jobs.max(1) as f64
    }
}

/// The plan as text of about `width` columns; ends in a newline.
pub fn human(dry: &DryRun, language: Language, width: usize) -> String {
    let numbers = Numbers(language);
    let count = |number: usize| numbers.count(number as u64);
    let title = visible(language.title(&dry.title));
    let (cells, replications) = (count(dry.cells.len()), numbers.replications(dry.replications));
    let places = [("title", title.as_str()), ("cells", &cells), ("replications", &replications)];
    let heads = [
        Word::ScenarioHead,
        Word::Reserve,
        Word::ArticlesHead,
        Word::SitesHead,
        Word::ArticleSitesHead,
        Word::SecondsHead,
    ];
    let mut table = Table::new(heads.map(|word| word.text(language).to_string()).into());
    for cell in &dry.cells {
        table.row(vec![
            Cell::text(visible(language.title(&cell.scenario))),
            Cell::text(visible(&cell.reserve)),
            Cell::number(count(cell.articles)),
            Cell::number(count(cell.sites)),
            Cell::number(count(cell.article_sites)),
            Cell::number(numbers.decimal(cell.seconds, 3)),
        ]);
    }
    let time = time(dry.seconds(), language);
    let estimate = DryRunWord::Estimate.fill(language, &[("time", &time), ("jobs", &count(dry.jobs))]);
    wrap(&DryRunWord::Title.fill(language, &places), width, "")
        + "\n"
        + &table.render()
        + "\n"
        + &wrap(&estimate, width, "")
}

/// Seconds, minutes or hours, rounded up: an estimate should not promise too much.
fn time(seconds: f64, language: Language) -> String {
    let numbers = Numbers(language);
    let (word, amount, decimals) = match seconds {
        few if few < 120.0 => (DryRunWord::Seconds, few.ceil(), 0),
        some if some < 7200.0 => (DryRunWord::Minutes, (some / 60.0).ceil(), 0),
        many => (DryRunWord::Hours, (many / 360.0).ceil() / 10.0, 1),
    };
    word.fill(language, &[("n", &numbers.decimal(amount, decimals))])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(seconds: f64) -> DryCell {
        let scenario = Title { sv: "Nuläge".into(), en: "Today".into() };
        DryCell { scenario, reserve: "30 days".into(), articles: 200, sites: 6, article_sites: 1200, seconds }
    }

    #[test]
    fn the_time_is_that_of_all_replications_on_all_threads() {
        let title = Title { sv: "Studie".into(), en: "Study".into() };
        let dry = DryRun { title, cells: vec![cell(0.5), cell(1.5)], replications: 300, jobs: 2 };
        // (0.5 + 1.5) × 300 / 2 = 300 s.
        assert_eq!(dry.seconds(), 300.0);
        let text = human(&dry, Language::En, 132);
        assert!(text.starts_with("Study: 2 cells (scenario × reserve), 300 replications of each\n"), "{text}");
        assert!(text.contains("Estimated time: 5 min on 2 threads"), "{text}");
    }

    #[test]
    fn times_are_rounded_up() {
        let written = [0.2, 119.5, 121.0, 7300.0].map(|seconds| time(seconds, Language::En));
        assert_eq!(written, ["1 s", "120 s", "3 min", "2.1 h"]);
    }
}
