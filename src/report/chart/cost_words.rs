//! The texts of the chart of cost against endurance, with their numbers.

use super::cost_endurance::{Dot, spread};
use super::costs;
use super::key::{self, Who};
use super::page::{TITLE, fitting};
use super::scatter::Axes;
use super::words::level;
use crate::report::headline;
use crate::report::largest_site;
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::Language;
use crate::report::wording::charts::ChartWord;
use crate::study::findings::{CellFindings, Inputs};

/// Room for a scenario's name in the title.
const NAME_ROOM: f64 = 300.0;

/// What the key says of a scenario.
pub(super) fn entry(who: &Who, dot: Option<&Dot>, inputs: &Inputs, language: Language) -> String {
    let numbers = Numbers(language);
    let Some(dot) = dot else { return ChartWord::NoPoint.fill(language, &[("name", &who.label)]) };
    let (cost, days) = (numbers.msek(Some(dot.cost * 1e6)), numbers.days(Some(dot.endurance), inputs.cap_days));
    let places = [("name", who.label.as_str()), ("cost", &cost), ("days", &days), costs::money(inputs, language)];
    ChartWord::ScenarioPoint.fill(language, &places)
}

/// What kind of chart it is, with the ends of its axes, for those who do not see it.
pub(super) fn kind(inputs: &Inputs, language: Language, axes: &Axes) -> String {
    let (numbers, (ticks, decimals)) = (Numbers(language), (&axes.ticks.0, axes.ticks.1));
    let [least, most] = [ticks[0], ticks[ticks.len() - 1]].map(|end| numbers.decimal(end, decimals));
    let cap = numbers.count(axes.top_day);
    let places = [("least", least.as_str()), ("most", &most), ("cap", &cap), costs::money(inputs, language)];
    ChartWord::CostEnduranceAlt.fill(language, &places)
}

/// The claim: cost, and the chance of the level, which is the measure of the report's headline.
pub(super) fn title(inputs: &Inputs, language: Language, dots: &[(&Who, &Dot)]) -> Option<String> {
    let numbers = Numbers(language);
    let (first, second) = pair(inputs, dots)?;
    let level = numbers.count(level(inputs));
    let told = |(who, dot): &(&Who, &Dot)| -> Option<[String; 3]> {
        let chance = numbers.percent(&numbers.probability(headline::chance(inputs, dot.cell)?.mean));
        Some([fitting(&who.name, TITLE, NAME_ROOM), numbers.msek(Some(dot.cost * 1e6)), chance])
    };
    let [first, c_first, p_first] = told(first)?;
    let mut places = vec![("first", first), ("c_first", c_first), ("p_first", p_first), ("level", level)];
    let word = match second.and_then(told) {
        Some([second, c_second, p_second]) => {
            places.extend([("second", second), ("c_second", c_second), ("p_second", p_second)]);
            ChartWord::CostEnduranceTwo
        }
        None => ChartWord::CostEnduranceOne,
    };
    let filled = places.iter().map(|(place, value)| (*place, value.as_str()));
    let filled: Vec<(&str, &str)> = filled.chain([costs::money(inputs, language)]).collect();
    Some(word.fill(language, &filled))
}

/// What is shown; which store the cut takes, where it takes one; and what the medians say otherwise.
pub(super) fn subtitle(inputs: &Inputs, language: Language, reserve: &str, dots: &[(&Who, &Dot)]) -> String {
    let numbers = Numbers(language);
    let threshold = headline::threshold(inputs).map_or(1.0, |place| inputs.thresholds[place]);
    let percent = numbers.percent(&numbers.decimal(threshold * 100.0, 0));
    let Some(cut) = inputs.cuts.first() else { return String::new() };
    let cut_title = visible(language.title(&cut.title));
    let reserve_title = headline::reserve_phrase(inputs, reserve, language);
    let places = [
        ("threshold", percent.as_str()),
        ("cut", &cut_title),
        ("reserve", &reserve_title),
        costs::money(inputs, language),
    ];
    let what = ChartWord::CostEnduranceSubtitle.fill(language, &places);
    let taken = largest_site::sentence(inputs, cut, None, language);
    let parts = [what, taken, torn(inputs, language, dots).unwrap_or_default()];
    parts.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// The other order that the medians give, which the marks show, where they give one.
fn torn(inputs: &Inputs, language: Language, dots: &[(&Who, &Dot)]) -> Option<String> {
    let numbers = Numbers(language);
    let (first, second) = pair(inputs, dots)?;
    let order = headline::torn(inputs, first.1.cell, second?.1.cell)?;
    let told = |cell: &CellFindings| -> Option<[String; 3]> {
        let (who, dot) = dots.iter().find(|(_, dot)| std::ptr::eq(dot.cell, cell))?;
        let days = |days: f64| numbers.days(Some(days), inputs.cap_days);
        let spread = spread(headline::days(inputs, cell)?);
        let spread = spread.map_or(String::new(), |(low, high)| numbers.interval(days(low), days(high)));
        Some([who.name.clone(), days(dot.endurance), spread])
    };
    let ([high, d_high, s_high], [low, d_low, s_low]) = (told(order[0])?, told(order[1])?);
    let places =
        [("high", high), ("d_high", d_high), ("s_high", s_high), ("low", low), ("d_low", d_low), ("s_low", s_low)];
    Some(ChartWord::CostEnduranceTorn.fill(language, &places.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

type Told<'d> = &'d (&'d Who, &'d Dot<'d>);

/// The reference and the scenario set against it, as far as they have a mark.
fn pair<'d>(inputs: &Inputs, dots: &'d [(&'d Who, &'d Dot<'d>)]) -> Option<(Told<'d>, Option<Told<'d>>)> {
    let whos: Vec<&Who> = dots.iter().map(|(who, _)| *who).collect();
    let (first, second) = key::pair(inputs, &whos)?;
    Some((&dots[first], second.map(|second| &dots[second])))
}
