//! The last line: the comparison in one sentence, with its uncertainty.

use super::Page;
use super::cost::component_name;
use super::decision::probability;
use crate::report::headline::{self, CostDifference};
use crate::report::name::visible;
use crate::report::wording::Word;
use crate::study::findings::{CellFindings, Comparison, Estimate};

/// The sentence, on one line; empty where there is nothing to say.
pub(super) fn sentence(page: &Page) -> String {
    let sentence = compared(page).or_else(|| alone(page));
    sentence.map(|sentence| sentence + "\n").unwrap_or_default()
}

fn compared(page: &Page) -> Option<String> {
    let inputs = &page.findings.inputs;
    let reserve = headline::reserve(inputs)?;
    let (first, second) = (inputs.compare_to.as_str(), headline::alternative(inputs)?);
    let cells = [headline::cell(page.findings, first, reserve)?, headline::cell(page.findings, second, reserve)?];
    let (p_first, i_first) = chance(page, cells[0])?;
    let (p_second, i_second) = chance(page, cells[1])?;
    let comparison = headline::comparison(page.findings, first, second, reserve);
    let title = |id: &str| headline::short_title(inputs, id, page.language);
    let places = [
        ("reserve", headline::reserve_phrase(&page.findings.inputs, reserve, page.language)),
        ("cut", cut_title(page)?),
        ("claim", claim(page)),
        ("threshold", page.per_cent(inputs.thresholds[headline::threshold(inputs)?])),
        ("level", page.numbers.count(inputs.levels[headline::level(inputs)?])),
        ("first", title(first)),
        ("second", title(second)),
        ("p_first", p_first),
        ("i_first", i_first),
        ("p_second", p_second),
        ("i_second", i_second),
        ("cost", cost(page, comparison, &title(second))),
        ("payers", payers(page, cells)),
        ("zero", without_reserve(page, first, reserve, &title(first)).unwrap_or_default()),
    ];
    Some(page.fill(Word::LastTwo, &places.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

/// Who pays in both scenarios, where more than one does: a cheaper whole may be dearer for one of them.
fn payers(page: &Page, [first, second]: [&CellFindings; 2]) -> String {
    let payers = headline::payers(first, second);
    if payers.len() < 2 {
        return String::new();
    }
    let split = payers.into_iter().map(|(id, figures)| {
        let [first, second] = figures.map(|figure| page.numbers.msek(figure.and_then(|figure| figure.mean)));
        let payer = headline::payer_title(&page.findings.inputs, id, page.language);
        format!("{payer} {first} → {second}")
    });
    page.fill(Word::LastPayers, &[("split", &split.collect::<Vec<_>>().join(", "))])
}

/// What the first scenario does without an added reserve, where the sentence is about another one.
fn without_reserve(page: &Page, first: &str, reserve: &str, title: &str) -> Option<String> {
    let inputs = &page.findings.inputs;
    let least = headline::least_reserve(inputs).filter(|least| least.id != reserve)?;
    let (p_zero, _) = chance(page, headline::cell(page.findings, first, &least.id)?)?;
    let word = if least.days > 0.0 { Word::LastLeast } else { Word::LastZero };
    let least = page.reserve(&least.id).to_lowercase();
    Some(page.fill(word, &[("first", title), ("least", &least), ("p_zero", &p_zero)]))
}

fn alone(page: &Page) -> Option<String> {
    let inputs = &page.findings.inputs;
    let reserve = headline::reserve(inputs)?;
    let cell = headline::cell(page.findings, &inputs.compare_to, reserve)?;
    let (p_first, i_first) = chance(page, cell)?;
    let money = |sek: Option<f64>| page.numbers.msek(sek);
    let places = [
        ("reserve", headline::reserve_phrase(&page.findings.inputs, reserve, page.language)),
        ("cut", cut_title(page)?),
        ("claim", claim(page)),
        ("threshold", page.per_cent(inputs.thresholds[headline::threshold(inputs)?])),
        ("level", page.numbers.count(inputs.levels[headline::level(inputs)?])),
        ("first", headline::short_title(inputs, &cell.scenario, page.language)),
        ("p_first", p_first),
        ("i_first", i_first),
        ("cost", money(cell.cost.total.mean)),
        ("i_cost", page.interval(&cell.cost.total, money)),
    ];
    Some(page.fill(Word::LastOne, &places.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

fn cut_title(page: &Page) -> Option<String> {
    let title = visible(page.language.title(&page.findings.inputs.cuts.first()?.title));
    Some(title)
}

/// The claim that the sentence is about, where the claim matters at all.
fn claim(page: &Page) -> String {
    let claims = |cell: &CellFindings| cell.endurance.first().map_or(0, |cut| cut.claims.len());
    let matters = page.findings.cells.iter().any(|cell| claims(cell) > 1);
    if matters { page.text(Word::FullClaim).to_string() } else { String::new() }
}

/// The probability of the headline's level at the first cut, and its interval.
fn chance(page: &Page, cell: &CellFindings) -> Option<(String, String)> {
    let inputs = &page.findings.inputs;
    let readings = headline::full_claim(cell.endurance.first()?)?;
    let (figure, _) = probability(readings, headline::threshold(inputs)?, headline::level(inputs)?)?;
    let write = |share| page.numbers.probability(share);
    Some((page.numbers.percent(&write(figure.mean)), page.interval(figure, write)))
}

fn cost(page: &Page, comparison: Option<&Comparison>, second: &str) -> String {
    let unknown = || page.text(Word::CostsUnknown).to_string();
    let Some(comparison) = comparison else { return unknown() };
    let written = |figure: &Estimate, sign: f64| {
        let money = |sek: Option<f64>| page.numbers.msek(sek.map(|sek| sign * sek));
        let (low, high) = if sign < 0.0 { (figure.high, figure.low) } else { (figure.low, figure.high) };
        (money(figure.mean), page.numbers.interval(money(low), money(high)))
    };
    let (word, (cost, interval)) = match headline::cost_difference(comparison) {
        CostDifference::Unknown => return unknown(),
        CostDifference::NotCompared(lacking) => {
            let names = lacking.iter().map(|&component| component_name(page.language, component));
            return page.fill(Word::CostsNotCompared, &[("components", &names.collect::<Vec<_>>().join(", "))]);
        }
        CostDifference::More(figure) => (Word::CostsMore, written(figure, 1.0)),
        CostDifference::Less(figure) => (Word::CostsLess, written(figure, -1.0)),
        CostDifference::Equal(figure) => {
            let (cost, interval) = written(figure, 1.0);
            (Word::CostsEqual, (page.numbers.signed(cost), interval))
        }
    };
    page.fill(word, &[("second", second), ("cost", &cost), ("interval", &interval)])
}
