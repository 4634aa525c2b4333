//! What `beredd frontier` prints.

use super::columns::{Cell, Table, wrap};
use super::head;
use crate::report::cut_own;
use crate::report::headline;
use crate::report::number::{ABSENT, Numbers};
use crate::report::pairs;
use crate::report::wording::frontier::FrontierWord as Say;
use crate::report::wording::{Language, Word};
use crate::study::findings::{CellFindings, DaysFindings, Estimate};
use crate::study::frontier::{FrontierFindings, resamples};

/// The findings as text of about `width` columns; ends in a newline.
pub fn human(found: &FrontierFindings, language: Language, width: usize) -> String {
    let page = Page { found, language, numbers: Numbers(language) };
    let mut parts = vec![page.head(width), page.table().render()];
    if page.is_capped() {
        let cap = page.numbers.count(found.findings.inputs.cap_days);
        parts.push(wrap(&page.fill(Say::AtCap, &[("cap", &cap)]), width, ""));
    }
    if !found.pairs.is_empty() {
        parts.push(page.meetings(width));
    }
    parts.join("\n")
}

struct Page<'a> {
    found: &'a FrontierFindings,
    language: Language,
    numbers: Numbers,
}

impl Page<'_> {
    fn fill(&self, word: Say, places: &[(&str, &str)]) -> String {
        word.fill(self.language, places)
    }

    fn head(&self, width: usize) -> String {
        let inputs = &self.found.findings.inputs;
        let cut = headline::cut_title(inputs, self.language);
        let threshold = self.numbers.asked(inputs.thresholds.first().copied().unwrap_or_default());
        let title = self.fill(Say::Title, &[("cut", &cut), ("threshold", &threshold)]);
        let [run, given] = head::run(inputs, self.language);
        let texts = [title, run, given, Say::How.text(self.language).to_owned()].into_iter();
        let texts = texts.chain(cut_own::sentences(inputs, None, self.language));
        texts.map(|text| wrap(&text, width, "")).collect()
    }

    fn table(&self) -> Table {
        let inputs = &self.found.findings.inputs;
        let money = self.numbers.money_unit(inputs.money);
        let level = headline::level(inputs).map_or(0, |place| inputs.levels[place]);
        let day = [("days", self.numbers.count(level))];
        let day = day.each_ref().map(|(name, text)| (*name, text.as_str()));
        let mut table = Table::new(vec![
            Word::Reserve.text(self.language).to_owned(),
            Word::CostHead.fill(self.language, &[("money", money)]),
            Say::Days.text(self.language).to_owned(),
            self.fill(Say::Served, &day),
            self.fill(Say::Chance, &day),
            Say::Efficient.text(self.language).to_owned(),
        ]);
        let mut above = None;
        for (cell, efficient) in self.found.findings.cells.iter().zip(&self.found.efficient) {
            if above != Some(&cell.scenario) {
                table.group(headline::scenario_title(inputs, &cell.scenario, self.language));
                above = Some(&cell.scenario);
            }
            table.row(self.row(cell, *efficient));
        }
        table
    }

    fn row(&self, cell: &CellFindings, efficient: Option<bool>) -> Vec<Cell> {
        let inputs = &self.found.findings.inputs;
        let readings = cell.endurance.first().and_then(headline::full_claim);
        let level = headline::level(inputs);
        let served = level.zip(readings).and_then(|(level, readings)| readings.share_served.get(level));
        let chance = level.zip(readings).and_then(|(level, readings)| readings.p_at_least.first()?.get(level));
        let figure = |figure: Option<&Estimate>, write: &dyn Fn(Option<f64>) -> String| {
            let Some(figure) = figure else { return Cell::number(ABSENT) };
            Cell::number_with(write(figure.mean), &[&self.numbers.interval(write(figure.low), write(figure.high))])
        };
        let days = readings.and_then(|readings| readings.days.first());
        vec![
            Cell::text(headline::reserve_title(inputs, &cell.reserve, self.language)),
            figure(Some(&cell.cost.total), &|sek| self.numbers.msek(sek)),
            days.map_or_else(|| Cell::number(ABSENT), |days| self.days(days)),
            figure(served, &|share| self.numbers.share(share)),
            figure(chance, &|share| self.numbers.probability(share)),
            Cell::text(if efficient == Some(true) { "●" } else { "" }),
        ]
    }

    fn days(&self, found: &DaysFindings) -> Cell {
        let cap = self.found.findings.inputs.cap_days;
        let days = |value: Option<f64>| pairs::days(self.numbers, value, cap, found.share_at_cap > 0.0);
        let plain = |value: Option<f64>| pairs::days(self.numbers, value, cap, false);
        let interval = self.numbers.interval(plain(found.days.low), plain(found.days.high));
        Cell::number_with(days(found.days.mean), &[&interval])
    }

    fn is_capped(&self) -> bool {
        let cells = self.found.findings.cells.iter().flat_map(|cell| &cell.endurance);
        let readings = cells.filter_map(headline::full_claim);
        readings.flat_map(|readings| &readings.days).any(|days| days.share_at_cap > 0.0)
    }

    fn meetings(&self, width: usize) -> String {
        let count = self.numbers.count(resamples());
        let mut text = wrap(Say::MeetTitle.text(self.language), width, "");
        text += &wrap(&self.fill(Say::MeetHow, &[("resamples", &count)]), width, "");
        for pair in &self.found.pairs {
            let sentences = pairs::sentences(&self.found.findings.inputs, pair, self.language);
            text += &wrap(&sentences.join(" "), width, "  ");
        }
        text
    }
}
