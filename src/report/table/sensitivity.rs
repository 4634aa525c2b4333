//! What `beredd sensitivity` prints: for each measure the assumptions that swing the difference most.

use super::columns::{Cell, Table, wrap};
use super::head;
use crate::order::Gather;
use crate::report::headline;
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::{Language, Word};
use crate::scenario::sensitivity::End;
use crate::study::findings::Estimate;
use crate::study::sensitivity::{Measure, MeasureFindings, Order, SensitivityFindings, Swing};
use std::collections::BTreeSet;

/// Assumptions shown per measure.
const SHOWN: usize = 8;
const PERCENTAGE_POINTS: f64 = 100.0;

/// The findings as text of about `width` columns; ends in a newline.
pub fn human(findings: &SensitivityFindings, language: Language, width: usize) -> String {
    let page = Page { findings, language, numbers: Numbers(language) };
    let tables = (1u32..).zip(&findings.measures).map(|(number, found)| page.measure(number, found, width));
    let mut parts = vec![wrap(&page.title(), width, "") + &page.how(width)];
    parts.extend(tables);
    parts.push(page.ranges(width));
    parts.join("\n")
}

struct Page<'a> {
    findings: &'a SensitivityFindings,
    language: Language,
    numbers: Numbers,
}

impl Page<'_> {
    fn title(&self) -> String {
        let (inputs, question) = (&self.findings.inputs, &self.findings.question);
        let title = |id: &str| headline::short_title(inputs, id, self.language);
        let cut = inputs.cuts.iter().find(|cut| cut.id == question.cut);
        let cut = cut.map_or_else(String::new, |cut| visible(self.language.title(&cut.title)));
        let places = [
            ("first", title(&question.first)),
            ("second", title(&question.second)),
            ("reserve", headline::reserve_title(inputs, &question.reserve, self.language)),
            ("cut", cut),
        ];
        self.fill(Word::SensitivityTitle, &places)
    }

    fn how(&self, width: usize) -> String {
        let [run, given] = head::run(&self.findings.inputs, self.language).map(|text| wrap(&text, width, ""));
        run + &given + &wrap(Word::SensitivityHow.text(self.language), width, "")
    }

    fn fill(&self, word: Word, places: &[(&str, String)]) -> String {
        let money = ("money", self.numbers.money_unit(self.findings.inputs.money));
        let places = places.iter().map(|(name, text)| (*name, text.as_str()));
        let places: Vec<(&str, &str)> = places.chain([money]).collect();
        word.fill(self.language, &places)
    }

    fn measure(&self, number: u32, found: &MeasureFindings, width: usize) -> String {
        let (inputs, at) = (&self.findings.inputs, self.findings.at);
        let threshold = inputs.thresholds.get(at.threshold).copied().unwrap_or_default();
        let places = [
            ("number", number.to_string()),
            ("level", self.numbers.count(at.level_days)),
            ("threshold", self.numbers.decimal(threshold * 100.0, 0)),
            ("base", self.figure(found.measure, &found.base)),
        ];
        let word = match found.measure {
            Measure::ShareServed => Word::SensitivityServed,
            Measure::Probability => Word::SensitivityProbability,
            Measure::Cost if found.base.mean.is_none() => Word::SensitivityNoCost,
            Measure::Cost => Word::SensitivityCost,
        };
        let heading = wrap(&self.fill(word, &places), width, "");
        if found.base.mean.is_none() { heading } else { heading + "\n" + &self.table(found).render() }
    }

    fn table(&self, found: &MeasureFindings) -> Table {
        let heads = [Word::AssumptionHead, Word::LowHead, Word::HighHead, Word::SwingHead, Word::OrderHead];
        let mut table = Table::new(heads.map(|word| word.text(self.language).to_string()).into());
        for swing in found.swings.iter().take(SHOWN) {
            table.row(self.row(found.measure, swing));
        }
        table
    }

    fn row(&self, measure: Measure, swing: &Swing) -> Vec<Cell> {
        let order = match swing.order {
            Order::Keeps => Word::OrderKeeps,
            Order::MayFlip => Word::OrderMayFlip,
            Order::Flips => Word::OrderFlips,
        };
        let [low, high] = &swing.ends;
        vec![
            Cell::text(self.name(swing.assumption)),
            Cell::number_with(self.signed(measure, low.difference.mean), &[&self.interval(measure, &low.difference)]),
            Cell::number_with(self.signed(measure, high.difference.mean), &[&self.interval(measure, &high.difference)]),
            Cell::number(self.written(measure, swing.swing)),
            Cell::text(order.text(self.language)),
        ]
    }

    fn name(&self, assumption: usize) -> String {
        visible(self.language.title(&self.findings.assumptions[assumption].title))
    }

    fn figure(&self, measure: Measure, figure: &Estimate) -> String {
        let mean = self.signed(measure, figure.mean);
        format!("{mean} {}", self.interval(measure, figure))
    }

    fn interval(&self, measure: Measure, figure: &Estimate) -> String {
        self.numbers.interval(self.written(measure, figure.low), self.written(measure, figure.high))
    }

    fn signed(&self, measure: Measure, value: Option<f64>) -> String {
        self.numbers.signed(self.written(measure, value))
    }

    fn written(&self, measure: Measure, value: Option<f64>) -> String {
        match (measure, value) {
            (_, None) => crate::report::number::ABSENT.to_string(),
            (Measure::Cost, Some(_)) => self.numbers.msek(value),
            (_, Some(share)) => self.numbers.decimal(share * PERCENTAGE_POINTS, 1),
        }
    }

    /// The ranges of the assumptions that stand in a table, and how many do.
    fn ranges(&self, width: usize) -> String {
        let shown: BTreeSet<usize> = self
            .findings
            .measures
            .iter()
            .filter(|found| found.base.mean.is_some())
            .flat_map(|found| found.swings.iter().take(SHOWN).map(|swing| swing.assumption))
            .into_set();
        let count = |number: usize| self.numbers.count(number as u64);
        let places = [("shown", count(shown.len())), ("all", count(self.findings.assumptions.len()))];
        let mut text = wrap(&self.fill(Word::SensitivityAll, &places), width, "");
        text += &wrap(Word::SensitivityRanges.text(self.language), width, "");
        for index in shown {
            let one = &self.findings.assumptions[index];
            let [low, high] = End::BOTH.map(|end| visible(&one.written(end)));
            text += &wrap(&format!("{}: {low} – {high}", self.name(index)), width, "    ");
        }
        text
    }
}
