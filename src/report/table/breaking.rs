//! What `beredd breaking-point` prints.

use super::columns::{Cell, Table, wrap};
use super::decision::verdict_word;
use super::head;
use crate::report::cut_own;
use crate::report::headline;
use crate::report::number::{ABSENT, Numbers};
use crate::report::wording::breaking::BreakingWord as Say;
use crate::report::wording::cuts::CutWord;
use crate::report::wording::{Language, Word};
use crate::study::breaking::{BreakingFindings, CellBreaking, LengthFindings, Reach};

/// The findings as text of about `width` columns; ends in a newline.
pub fn human(found: &BreakingFindings, language: Language, width: usize) -> String {
    let page = Page { found, language, numbers: Numbers(language) };
    let chances = page.table(&|page, found| page.chance(found), true);
    let served = page.table(&|page, found| page.served(found), false);
    let heading = |word: Say| wrap(word.text(language), width, "");
    let parts = [
        page.head(width),
        heading(Say::ChanceTitle) + "\n" + &chances.render(),
        heading(Say::ServedTitle) + "\n" + &served.render(),
        heading(Say::StoodTitle) + &page.stood(width),
    ];
    parts.join("\n")
}

/// The days at which a stop is no longer stood.
pub fn reach(numbers: Numbers, reach: Reach) -> String {
    let bound = |word: Say, days: u32| word.fill(numbers.0, &[("days", &numbers.count(days))]);
    match reach {
        Reach::Below(days) => bound(Say::Below, days),
        Reach::Beyond(days) => bound(Say::Beyond, days),
        Reach::At(days) => numbers.figures(days, 2),
    }
}

struct Page<'a> {
    found: &'a BreakingFindings,
    language: Language,
    numbers: Numbers,
}

impl Page<'_> {
    fn fill(&self, word: Say, places: &[(&str, &str)]) -> String {
        let question = &self.found.question;
        let common = [
            ("threshold", self.numbers.asked(question.reading.threshold)),
            ("probability", self.numbers.asked(question.probability)),
            ("follow", self.numbers.count(question.follow)),
        ];
        let common = common.each_ref().map(|(name, text)| (*name, text.as_str()));
        word.fill(self.language, &[places, &common].concat())
    }

    fn head(&self, width: usize) -> String {
        let inputs = &self.found.inputs;
        let cut = headline::cut_title(inputs, self.language);
        let title = self.fill(Say::Title, &[("cut", &cut)]);
        let [run, given] = head::run(inputs, self.language);
        let how = format!("{} {}", self.fill(Say::How, &[]), CutWord::CountsEvery.text(self.language));
        let texts = [title, run, given, how].into_iter().chain(cut_own::sentences(inputs, None, self.language));
        texts.map(|text| wrap(&text, width, "")).collect()
    }

    fn table(&self, of: &dyn Fn(&Page, &LengthFindings) -> Cell, with_breaking: bool) -> Table {
        let lengths = self.found.question.lengths.iter();
        let lengths = lengths.map(|&days| self.fill(Say::Length, &[("days", &self.numbers.count(days))]));
        let mut heads: Vec<String> =
            [Word::Reserve.text(self.language).to_owned()].into_iter().chain(lengths).collect();
        if with_breaking {
            heads.extend([Say::Breaking, Say::Calm].map(|word| word.text(self.language).to_owned()));
        }
        let mut table = Table::new(heads);
        let mut above = None;
        for cell in &self.found.cells {
            if above != Some(&cell.scenario) {
                table.group(headline::scenario_title(&self.found.inputs, &cell.scenario, self.language));
                above = Some(&cell.scenario);
            }
            let reserve = headline::reserve_title(&self.found.inputs, &cell.reserve, self.language);
            let mut row = vec![Cell::text(reserve)];
            row.extend(cell.lengths.iter().map(|found| of(self, found)));
            if with_breaking {
                row.extend([self.breaking(cell), self.calm(cell)]);
            }
            table.row(row);
        }
        table
    }

    /// The probability with the sign of its verdict, and its interval.
    fn chance(&self, found: &LengthFindings) -> Cell {
        let figure = &found.no_breach;
        let write = |share: Option<f64>| self.numbers.probability(share);
        let word = verdict_word(found.verdict).text(self.language);
        let sign = word.split(' ').next().unwrap_or_default();
        Cell::number_with(write(figure.mean), &[&self.numbers.interval(write(figure.low), write(figure.high)), sign])
    }

    /// The probability of no breach where nothing stops, over the days of the longest stop.
    fn calm(&self, cell: &CellBreaking) -> Cell {
        let write = |share: Option<f64>| self.numbers.probability(share);
        let Some(LengthFindings { calm, .. }) = cell.lengths.last() else { return Cell::number(ABSENT) };
        Cell::number_with(write(calm.mean), &[&self.numbers.interval(write(calm.low), write(calm.high))])
    }

    fn served(&self, found: &LengthFindings) -> Cell {
        let write = |share: Option<f64>| self.numbers.share(share);
        let (mean, lowest) = (write(found.served.mean), write(found.lowest.mean));
        Cell::number(self.fill(Say::Both, &[("mean", &mean), ("lowest", &lowest)]))
    }

    fn breaking(&self, cell: &CellBreaking) -> Cell {
        let [at, low, high] = cell.breaking.map(|one| reach(self.numbers, one));
        Cell::number_with(at, &[&self.numbers.interval(low, high)])
    }

    fn stood(&self, width: usize) -> String {
        let mut text = wrap(&self.fill(Say::StoodHow, &[]), width, "");
        let mut not_stood = Vec::new();
        for cell in &self.found.cells {
            let scenario = headline::short_title(&self.found.inputs, &cell.scenario, self.language);
            let reserve = headline::reserve_title(&self.found.inputs, &cell.reserve, self.language);
            let places = [("scenario", scenario.as_str()), ("reserve", &reserve)];
            let Some(days) = cell.longest else {
                not_stood.push(self.fill(Say::OneCell, &places));
                continue;
            };
            let days = self.numbers.count(days);
            text += &wrap(&self.fill(Say::Stood, &[&places[..], &[("days", &days)]].concat()), width, "  ");
        }
        if !not_stood.is_empty() {
            let shortest = self.numbers.count(self.found.question.lengths.first().copied().unwrap_or_default());
            let places = [("days", shortest.as_str()), ("cells", &not_stood.join("; "))];
            text += &wrap(&self.fill(Say::NotStood, &places), width, "  ");
        }
        text
    }
}
