//! The breaking point: the probability of no breach by the length of the stop, one panel per reserve.

use super::axes::Along;
use super::curves::{Curve, Panel};
use super::key::{self, Who};
use super::page::{MARGIN, TITLE, WIDTH, fitting, page};
use super::panel::{self, Frame};
use super::words::footer;
use super::{Drawn, NamedChart};
use crate::report::cut_own;
use crate::report::headline;
use crate::report::number::Numbers;
use crate::report::table::breaking::reach;
use crate::report::wording::breaking::BreakingWord as Say;
use crate::report::wording::cuts::CutWord;
use crate::report::wording::{Language, Word};
use crate::study::breaking::{BreakingFindings, CellBreaking, Reach};
use crate::study::findings::{CurvePoint, Inputs};

/// Room for a scenario's name in the title.
const NAME_ROOM: f64 = 300.0;
/// From so many days on a few days would have no room beside the longest stop.
const LONG: u32 = 180;
/// Curves closer than this at every length are drawn as one and named together.
const SAME: f64 = 0.005;

/// The chart, unless nothing was probed.
pub fn chart(found: &BreakingFindings, language: Language) -> Option<NamedChart> {
    let question = &found.question;
    let most = question.lengths.last().copied()?;
    // The panels are drawn as those of endurance are: days along, a thin line at what is required, no levels.
    let inputs =
        Inputs { cap_days: most, thresholds: vec![question.probability], levels: Vec::new(), ..found.inputs.clone() };
    let whos = key::scenarios(&inputs, language);
    let panels: Vec<Panel> = inputs.reserves.iter().map(|one| panel(found, &whos, &one.id, language)).collect();
    let panels: Vec<Panel> = panels.into_iter().filter(|panel| !panel.curves.is_empty()).collect();
    let first = panels.first()?;
    let shown = headline::reserve(&inputs).and_then(|id| panels.iter().find(|panel| panel.id == id)).unwrap_or(first);
    let words = Words { found, language, numbers: Numbers(language) };
    let (title, subtitle) = (words.title(&whos, shown), words.subtitle());
    let (reading, source) = (words.reading(&panels), footer(&found.inputs, language));
    let (along, axis) = match most > LONG {
        true => (Along::Logarithm, Say::ChartAxisLog.text(language)),
        false => (Along::Evenly, Say::ChartAxis.text(language)),
    };
    let scene = page(&title, &[&subtitle, &reading], &[&source], |scene, mut top| {
        for (place, panel) in panels.iter().enumerate() {
            let frame = Frame { left: MARGIN, right: WIDTH - MARGIN, top, inputs: &inputs, language, axis, along };
            top = panel::draw(scene, &frame, panel, place + 1 == panels.len());
        }
        top
    });
    let kind = Say::ChartAlt.fill(language, &[("most", &Numbers(language).count(most))]);
    let told = panels.iter().map(|panel| {
        let values: Vec<&str> = panel.curves.iter().filter_map(|curve| curve.told.as_deref()).collect();
        format!("{}: {}.", panel.title, values.join("; "))
    });
    let alt = [format!("{title}."), kind, subtitle].into_iter().chain(told).collect::<Vec<_>>().join(" ");
    let alt = format!("{alt} {}", Word::ChartAltTable.text(language));
    let csv = crate::report::csv::breaking::tidy(found);
    Some(Drawn { name: "breaking-point", title, scene, csv, alt }.finished(language))
}

fn panel(found: &BreakingFindings, whos: &[Who], reserve: &str, language: Language) -> Panel {
    let mut curves: Vec<Curve> = Vec::new();
    for who in whos {
        let Some(cell) = found.cells.iter().find(|cell| cell.scenario == who.id && cell.reserve == reserve) else {
            continue;
        };
        let points = points(cell);
        if points.is_empty() {
            continue;
        }
        let days = reach(Numbers(language), cell.breaking[0]);
        let same_as = curves.iter().position(|other| same(&other.points, &points));
        curves.push(Curve {
            scenario: who.id.clone(),
            reserve: reserve.to_owned(),
            name: who.name.clone(),
            label: who.label.clone(),
            number: who.number,
            pen: who.pen,
            claim: 1000,
            served: None,
            told: Some(Say::ChartLabel.fill(language, &[("days", &days), ("name", &who.label)])),
            points,
            same_as,
        });
    }
    let title = headline::reserve_title(&found.inputs, reserve, language);
    Panel { id: reserve.to_owned(), title: Say::ChartPanel.fill(language, &[("reserve", &title)]), curves, dots: true }
}

/// Mean and interval by length.
fn points(cell: &CellBreaking) -> Vec<CurvePoint> {
    let point = |found: &crate::study::breaking::LengthFindings| {
        let mean = found.no_breach.mean?;
        let (low, high) = (found.no_breach.low.unwrap_or(mean), found.no_breach.high.unwrap_or(mean));
        Some(CurvePoint { day: found.length, mean, p10: low, p90: high })
    };
    cell.lengths.iter().filter_map(point).collect()
}

fn same(one: &[CurvePoint], other: &[CurvePoint]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| (one.mean - other.mean).abs() < SAME)
}

struct Words<'a> {
    found: &'a BreakingFindings,
    language: Language,
    numbers: Numbers,
}

impl Words<'_> {
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

    fn subtitle(&self) -> String {
        let inputs = &self.found.inputs;
        let cut = headline::cut_title(inputs, self.language);
        let mut texts = vec![self.fill(Say::ChartSubtitle, &[("cut", &cut)])];
        texts.extend(cut_own::sentences(inputs, None, self.language));
        texts.join(" ")
    }

    fn reading(&self, panels: &[Panel]) -> String {
        let mut names: Vec<&str> = Vec::new();
        for curve in panels.iter().flat_map(|panel| &panel.curves) {
            if panel::has_band(&self.found.inputs, curve) && !names.contains(&curve.name.as_str()) {
                names.push(&curve.name);
            }
        }
        let names = names.join(&format!(" {} ", Word::And.text(self.language)));
        format!("{} {}", self.fill(Say::ChartReading, &[("names", &names)]), CutWord::CountsEvery.text(self.language))
    }

    /// The reference and the scenario set against it, under one reserve.
    fn title(&self, whos: &[Who], panel: &Panel) -> String {
        let inputs = &self.found.inputs;
        let here: Vec<&Who> =
            whos.iter().filter(|who| panel.curves.iter().any(|curve| curve.scenario == who.id)).collect();
        let Some((first, second)) = key::pair(inputs, &here) else { return String::new() };
        let cell = |who: &Who| self.found.cells.iter().find(|cell| cell.scenario == who.id && cell.reserve == panel.id);
        let two: Vec<&Who> = [Some(first), second].into_iter().flatten().map(|place| here[place]).collect();
        let told: Vec<(String, &CellBreaking)> =
            two.iter().filter_map(|who| Some((fitting(&who.name, TITLE, NAME_ROOM), cell(who)?))).collect();
        let all_break = told.iter().all(|(_, cell)| matches!(cell.breaking[0], Reach::At(_)));
        let length = nearest_to_a_month(&self.found.question.lengths);
        let figure = |cell: &CellBreaking| match all_break {
            true => reach(self.numbers, cell.breaking[0]),
            false => self.chance(cell, length),
        };
        let reserve = headline::reserve_phrase(inputs, &panel.id, self.language);
        let days = self.numbers.count(length);
        let mut places = vec![("reserve", reserve), ("days", days)];
        for ((name, cell), [who, breaks, chance]) in
            told.iter().zip([["first", "d_first", "p_first"], ["second", "d_second", "p_second"]])
        {
            let figure = figure(cell);
            places.extend([(who, name.clone()), (breaks, figure.clone()), (chance, figure)]);
        }
        let word = match (told.len(), all_break) {
            (2, true) => Say::ChartTwo,
            (2, false) => Say::ChartChanceTwo,
            (_, true) => Say::ChartOne,
            (_, false) => Say::ChartChanceOne,
        };
        let places: Vec<(&str, &str)> = places.iter().map(|(place, text)| (*place, text.as_str())).collect();
        self.fill(word, &places)
    }

    /// The probability of no breach in a stop of so many days.
    fn chance(&self, cell: &CellBreaking, length: u32) -> String {
        let found = cell.lengths.iter().find(|found| found.length == length);
        self.numbers.percent(&self.numbers.probability(found.and_then(|found| found.no_breach.mean)))
    }
}

/// The length that the title is about where a line crosses nowhere.
fn nearest_to_a_month(lengths: &[u32]) -> u32 {
    lengths.iter().copied().min_by_key(|length| length.abs_diff(headline::HEADLINE_DAYS)).unwrap_or_default()
}
