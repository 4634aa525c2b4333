//! The frontier: mean cost against mean endurance, a line through the reserves that are worth having, and rings where the cheaper of
//! two alternatives changes.

use super::costs;
use super::key::{self, Who};
use super::page::{TITLE, fitting, page};
use super::scatter::{self, Axes, Cross, Spot};
use super::words::footer;
use super::{Drawn, NamedChart, cost_words};
use crate::order::InOrder;
use crate::report::cut_own;
use crate::report::headline;
use crate::report::number::Numbers;
use crate::report::pairs;
use crate::report::wording::charts::ChartWord;
use crate::report::wording::frontier::FrontierWord as Say;
use crate::report::wording::{Language, Word};
use crate::study::findings::{Estimate, Inputs};
use crate::study::frontier::curve::Side;
use crate::study::frontier::{Compared, FrontierFindings, Verdict};

/// Room for a scenario's name in the title.
const NAME_ROOM: f64 = 300.0;
/// A claim is made if so large a share of the resamples bears it.
const SHOWN: f64 = 0.95;
const SEK_PER_MSEK: f64 = 1e6;

/// The chart, unless no scenario has both a cost and an endurance.
pub fn chart(found: &FrontierFindings, language: Language) -> Option<NamedChart> {
    let inputs = &found.findings.inputs;
    let whos = key::scenarios(inputs, language);
    let spots = spots(found, &whos);
    if spots.is_empty() {
        return None;
    }
    let axes =
        Axes::around(&spots, inputs.cap_days, ChartWord::MeanDaysAxis).spread(&spots, ChartWord::MeanDaysAxisLog);
    let title = title(found, &whos, language);
    let subtitle = subtitle(inputs, language);
    let entries: Vec<(&Who, String)> = whos.iter().map(|who| (who, entry(who, &spots, inputs, language))).collect();
    let is_priced = |component| {
        let components = found.findings.cells.iter().flat_map(|cell| &cell.cost.components);
        components.into_iter().any(|(priced, _)| *priced == component)
    };
    let lacking = costs::not_included(inputs, language, &is_priced);
    let (source, crosses) = (footer(inputs, language), crosses(found));
    let scene = page(&title, &[&subtitle, Say::ChartReading.text(language)], &[&lacking, &source], |scene, top| {
        let top = key::draw(scene, top, &entries) + 26.0;
        scatter::draw(scene, top, &axes, (&whos, &spots, &crosses), (inputs, language))
    });
    let values = entries.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("; ");
    let kind = cost_words::kind(inputs, language, &axes);
    let told =
        found.pairs.iter().flat_map(|pair| pairs::sentences(inputs, pair, language)).collect::<Vec<_>>().join(" ");
    let (claim, values) = (format!("{title}."), format!("{values}."));
    let parts = [&claim, &kind, &subtitle, &values, &told, &lacking, Word::ChartAltTable.text(language)];
    let alt = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let csv = crate::report::csv::frontier::tidy(found);
    Some(Drawn { name: "frontier", title, scene, csv, alt }.finished(language))
}

fn between(figure: &Estimate, unit: f64) -> Option<(f64, f64)> {
    figure.low.zip(figure.high).map(|(low, high)| (low / unit, high / unit))
}

/// All marks, scenarios in order, reserves ascending by their days within.
fn spots(found: &FrontierFindings, whos: &[Who]) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    for (cell, efficient) in found.findings.cells.iter().zip(&found.efficient) {
        let who = whos.iter().position(|who| who.id == cell.scenario);
        let reserve = found.findings.inputs.reserves.iter().find(|reserve| reserve.id == cell.reserve);
        let days = cell.endurance.first().and_then(headline::full_claim).and_then(|readings| readings.days.first());
        if let (Some(who), Some(reserve), Some(days), Some(cost)) = (who, reserve, days, cell.cost.total.mean)
            && let Some(mean) = days.days.mean
        {
            spots.push(Spot {
                who,
                reserve: reserve.days,
                cost: cost / SEK_PER_MSEK,
                days: mean,
                across: between(&cell.cost.total, SEK_PER_MSEK),
                along: between(&days.days, 1.0),
                on_line: *efficient == Some(true),
            });
        }
    }
    // The line follows the days, which are those that a reserve brings, not those that it is called by.
    spots.order_by(|one, other| one.who.cmp(&other.who).then(one.days.total_cmp(&other.days)));
    spots
}

fn compared(found: &FrontierFindings) -> impl Iterator<Item = ([usize; 2], &Compared)> {
    found.pairs.iter().filter_map(|pair| match &pair.verdict {
        Verdict::Compared(compared) => Some((pair.scenarios, &**compared)),
        _ => None,
    })
}

/// Whether the resamples bear what is said of a pair: most of them, and enough replications behind them.
fn is_shown(inputs: &Inputs, compared: &Compared) -> bool {
    // A single replication is not resampled: nothing is said of chance then.
    compared.same.is_none_or(|same| inputs.replications >= pairs::FEWEST && same >= SHOWN)
}

/// Crossings that most resamples have.
fn crosses(found: &FrontierFindings) -> Vec<Cross> {
    let shown = compared(found).filter(|(_, compared)| is_shown(&found.findings.inputs, compared));
    let crossings = shown.flat_map(|(_, compared)| &compared.crossings);
    let cross = |crossing: &crate::study::frontier::Crossing| {
        let days = crossing.days.mean?;
        Some(Cross { cost: crossing.cost / SEK_PER_MSEK, days, between: between(&crossing.days, 1.0) })
    };
    crossings.filter_map(cross).collect()
}

/// What the reference and the scenario set against it make of each other.
fn title(found: &FrontierFindings, whos: &[Who], language: Language) -> String {
    let inputs = &found.findings.inputs;
    let count = Numbers(language).count(inputs.scenarios.len() as u64);
    let plain = || Say::ChartPlain.fill(language, &[("count", &count)]);
    let Some((first, Some(second))) = key::pair(inputs, &whos.iter().collect::<Vec<_>>()) else { return plain() };
    let ours = |scenarios: [usize; 2]| scenarios == [first, second] || scenarios == [second, first];
    let claimed = compared(found)
        .find(|(scenarios, compared)| ours(*scenarios) && is_shown(inputs, compared) && compared.cheaper.len() < 3);
    let Some((scenarios, compared)) = claimed else { return plain() };
    let name = |side: Side| fitting(&whos[scenarios[usize::from(side == Side::Second)]].name, TITLE, NAME_ROOM);
    let days = |days: f64| pairs::days(Numbers(language), Some(days), inputs.cap_days, false);
    match (compared.cheaper.as_slice(), compared.crossings.first().and_then(|crossing| crossing.days.mean)) {
        ([below, above], Some(at)) => {
            let places =
                [("first", name(*below)), ("second", name(*above)), ("days", days(at)), ("above", name(*above))];
            Say::ChartCross.fill(language, &places.each_ref().map(|(place, text)| (*place, text.as_str())))
        }
        ([cheaper], _) => {
            let dearer = if *cheaper == Side::First { Side::Second } else { Side::First };
            let (from, to) = (days(compared.from), days(compared.to));
            let places = [("cheaper", name(*cheaper)), ("dearer", name(dearer)), ("from", from), ("to", to)];
            Say::ChartThroughout.fill(language, &places.each_ref().map(|(place, text)| (*place, text.as_str())))
        }
        _ => plain(),
    }
}

fn subtitle(inputs: &Inputs, language: Language) -> String {
    let numbers = Numbers(language);
    let threshold = numbers.asked(inputs.thresholds.first().copied().unwrap_or_default());
    let cut = headline::cut_title(inputs, language);
    let places = [("threshold", threshold.as_str()), ("cut", &cut), costs::money(inputs, language)];
    let mut texts = vec![Say::ChartSubtitle.fill(language, &places)];
    texts.extend(cut_own::sentences(inputs, None, language));
    texts.join(" ")
}

/// What the key says of a scenario.
fn entry(who: &Who, spots: &[Spot], inputs: &Inputs, language: Language) -> String {
    let numbers = Numbers(language);
    let own: Vec<&Spot> = spots.iter().filter(|spot| spot.who + 1 == who.number).collect();
    let ends = |of: &dyn Fn(&Spot) -> f64| {
        let range = |(least, most): (f64, f64), value: f64| (least.min(value), most.max(value));
        own.iter().map(|spot| of(spot)).fold((f64::INFINITY, f64::NEG_INFINITY), range)
    };
    if own.is_empty() {
        return ChartWord::NoPoint.fill(language, &[("name", &who.label)]);
    }
    let ((from, to), (least, most)) = (ends(&|spot| spot.days), ends(&|spot| spot.cost));
    let days = |days: f64| pairs::days(numbers, Some(days), inputs.cap_days, false);
    let money = |msek: f64| numbers.msek(Some(msek * SEK_PER_MSEK));
    let places = [("from", days(from)), ("to", days(to)), ("least", money(least)), ("most", money(most))];
    let places = places.each_ref().map(|(place, text)| (*place, text.as_str()));
    let common = [("name", who.label.as_str()), costs::money(inputs, language)];
    Say::ChartEntry.fill(language, &[&places[..], &common[..]].concat())
}
