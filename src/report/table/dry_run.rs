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
    /// Of them without probes of endurance.
    pub without_probes: f64,
}

impl DryRun {
    /// Seconds that the whole run would take if all threads are busy all the time.
    pub fn seconds(&self) -> f64 {
        let of_one_each: f64 = self.cells.iter().map(|cell| cell.seconds).sum();
        of_one_each * f64::from(self.replications) / self.jobs.max(1) as f64
    }

    /// Share of the work that goes to probes of endurance, 0 to 1.
    pub fn share_of_probes(&self) -> f64 {
        let sum = |of: fn(&DryCell) -> f64| self.cells.iter().map(of).sum::<f64>();
        let (all, without) = (sum(|cell| cell.seconds), sum(|cell| cell.without_probes));
        if all > 0.0 { (1.0 - without / all).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// The plan as text of about `width` columns; ends in a newline.
pub fn human(dry: &DryRun, language: Language, width: usize) -> String {
    let numbers = Numbers(language);
    let count = |number: usize| numbers.count(number as u64);
    let title = visible(language.title(&dry.title));
    let (cells, replications) = (count(dry.cells.len()), numbers.replications(dry.replications));
    let places = [("title", title.as_str()), ("cells", &cells), ("replications", &replications)];
    let heading = DryRunWord::Title.fill(language, &places);
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
    let probes = numbers.decimal(dry.share_of_probes() * 100.0, 0);
    let places = [("time", time.as_str()), ("jobs", &count(dry.jobs)), ("probes", &probes)];
    let estimate = DryRunWord::Estimate.fill(language, &places);
    wrap(&heading, width, "") + "\n" + &table.render() + "\n" + &wrap(&estimate, width, "")
}

/// Seconds, minutes or hours, rounded up: an estimate should not promise too much.
pub(super) fn time(seconds: f64, language: Language) -> String {
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
        let (articles, sites, article_sites) = (200, 6, 1200);
        let without_probes = seconds * 0.75;
        DryCell { scenario, reserve: "30 days".into(), articles, sites, article_sites, seconds, without_probes }
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
        // (0.5 + 1.5) of which 0.75 · (0.5 + 1.5) without probes.
        assert_eq!(dry.share_of_probes(), 0.25);
        assert!(text.contains("about 25% of"), "{text}");
    }

    #[test]
    fn times_are_rounded_up() {
        let written = [0.2, 119.5, 121.0, 7300.0].map(|seconds| time(seconds, Language::En));
        assert_eq!(written, ["1 s", "120 s", "3 min", "2.1 h"]);
    }
}
