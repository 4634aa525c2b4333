//! The headline: one sentence with numbers, how likely that is in words, and what it is about.

use super::figures::{Written, pointer};
use super::markup::esc;
use super::{Page, detail, likelihood};
use crate::report::headline::{self, CostDifference};
use crate::report::json::{claim_key, threshold_key};
use crate::report::largest_site;
use crate::report::number::ABSENT;
use crate::report::table::component_name;
use crate::report::wording::page::PageWord;
use crate::study::findings::{CellFindings, Estimate};

/// The headline.
pub(super) fn section(page: &Page) -> String {
    let lines = two(page).or_else(|| one(page));
    let [sentence, likely, about] =
        lines.unwrap_or_else(|| [page.text(PageWord::HeadlineNone).to_string(), String::new(), String::new()]);
    format!("<p class=\"headline\">{sentence}</p>\n<p>{likely}</p>\n<p class=\"note\">{about}</p>\n")
}

/// The reference and the alternative set against it.
fn two(page: &Page) -> Option<[String; 3]> {
    let inputs = &page.findings.inputs;
    let (first, second) = (inputs.compare_to.as_str(), headline::alternative(inputs)?);
    let reserve = headline::reserve(inputs)?;
    let (one, one_at) = chance(page, first, reserve)?;
    let (other, other_at) = chance(page, second, reserve)?;
    let names = [page.scenario(first), page.scenario(second)];
    let cost = cost(page, second, reserve, &names[1]);
    let level = page.level(inputs.levels[headline::level(inputs)?]);
    let probability = |figure: &Estimate, at: &str| page.mean(figure, at, Written::Probability);
    let interval = |figure: &Estimate, at: &str| page.interval(figure, at, Written::Probability);
    let places = [
        ("first", names[0].clone()),
        ("second", names[1].clone()),
        ("level", level),
        ("p_first", probability(one, &one_at)),
        ("p_second", probability(other, &other_at)),
        ("i_first", interval(one, &one_at)),
        ("i_second", interval(other, &other_at)),
        ("w_first", page.text(likelihood::word(one.mean?)).to_string()),
        ("w_second", page.text(likelihood::word(other.mean?)).to_string()),
        ("cost", cost + &payers(page, first, second, reserve)),
    ];
    let places = places.each_ref().map(|(name, value)| (*name, value.as_str()));
    let torn = torn(page, first, second, reserve);
    Some([
        page.fill(PageWord::HeadlineTwo, &places),
        page.fill(PageWord::HeadlineLikely, &places) + &torn.map(|torn| format!(" {torn}")).unwrap_or_default(),
        without_reserve(page, first, reserve).unwrap_or_default() + &about(page, reserve)?,
    ])
}

/// The other order that the median gives, where it gives one.
fn torn(page: &Page, first: &str, second: &str, reserve: &str) -> Option<String> {
    let inputs = &page.findings.inputs;
    let cells = [page.cell_at(first, reserve)?, page.cell_at(second, reserve)?];
    let order = headline::torn(inputs, cells[0].0, cells[1].0)?;
    let claim = order[0].endurance.first()?.claims.iter().map(|(claim, _)| *claim).max()?;
    let threshold = headline::threshold(inputs)?;
    let told = |cell: &CellFindings| -> Option<[String; 3]> {
        let (cell, at) = page.cell_at(&cell.scenario, reserve)?;
        let (days, spread) = detail::days_and_spread(page, cell, &at, (0, claim, threshold))?;
        Some([page.scenario(&cell.scenario), days, spread])
    };
    let ([high, d_high, s_high], [low, d_low, s_low]) = (told(order[0])?, told(order[1])?);
    let places =
        [("high", high), ("d_high", d_high), ("s_high", s_high), ("low", low), ("d_low", d_low), ("s_low", s_low)];
    Some(page.fill(PageWord::HeadlineTorn, &places.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

/// Who pays in both alternatives, where more than one does: a cheaper whole may be dearer for one of them.
fn payers(page: &Page, first: &str, second: &str, reserve: &str) -> String {
    let (Some((one, one_at)), Some((other, other_at))) = (page.cell_at(first, reserve), page.cell_at(second, reserve))
    else {
        return String::new();
    };
    let payers = headline::payers(one, other);
    if payers.len() < 2 {
        return String::new();
    }
    let told = payers.into_iter().map(|(id, figures)| {
        let money = |figure: Option<&Estimate>, at: &str| {
            let at = format!("{at}{}", pointer(&["metrics", "cost_per_year", "payers", id]));
            figure.map_or(ABSENT.to_string(), |figure| page.mean(figure, &at, Written::Msek))
        };
        let payer = esc(&headline::payer_title(&page.findings.inputs, id, page.language));
        let places =
            [("payer", payer), ("first", money(figures[0], &one_at)), ("second", money(figures[1], &other_at))];
        page.fill(PageWord::PayerShare, &places.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    page.fill(PageWord::PayerSplit, &[("split", &told.collect::<Vec<_>>().join(", "))])
}

/// What the reference does without an added reserve, where the headline is about another one.
fn without_reserve(page: &Page, first: &str, reserve: &str) -> Option<String> {
    let least = headline::least_reserve(&page.findings.inputs).filter(|least| least.id != reserve)?;
    let (figure, at) = chance(page, first, &least.id)?;
    let places = [
        ("first", page.scenario(first)),
        ("least", page.reserve(&least.id).to_lowercase()),
        ("p_zero", page.mean(figure, &at, Written::Probability)),
        ("i_zero", page.interval(figure, &at, Written::Probability)),
    ];
    let word = if least.days > 0.0 { PageWord::HeadlineLeast } else { PageWord::HeadlineZero };
    Some(page.fill(word, &places.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

/// A study of one scenario.
fn one(page: &Page) -> Option<[String; 3]> {
    let inputs = &page.findings.inputs;
    let reserve = headline::reserve(inputs)?;
    let (figure, at) = chance(page, &inputs.compare_to, reserve)?;
    let (cell, cell_at) = page.cell_at(&inputs.compare_to, reserve)?;
    let cost_at = format!("{cell_at}/metrics/cost_per_year");
    let places = [
        ("first", page.scenario(&inputs.compare_to)),
        ("level", page.level(inputs.levels[headline::level(inputs)?])),
        ("p_first", page.mean(figure, &at, Written::Probability)),
        ("i_first", page.interval(figure, &at, Written::Probability)),
        ("w_first", page.text(likelihood::word(figure.mean?)).to_string()),
        ("cost", page.mean(&cell.cost.total, &cost_at, Written::Msek)),
        ("i_cost", page.interval(&cell.cost.total, &cost_at, Written::Msek)),
    ];
    let places = places.each_ref().map(|(name, value)| (*name, value.as_str()));
    Some([
        page.fill(PageWord::HeadlineOne, &places),
        page.fill(PageWord::HeadlineLikelyOne, &places),
        about(page, reserve)?,
    ])
}

/// P(endurance ≥ the headline's level) at the first cut with the full claim, and its place.
fn chance<'a>(page: &'a Page, scenario: &str, reserve: &str) -> Option<(&'a Estimate, String)> {
    let inputs = &page.findings.inputs;
    let (cell, at) = page.cell_at(scenario, reserve)?;
    let cut = cell.endurance.first()?;
    let (claim, readings) = cut.claims.iter().max_by_key(|(claim, _)| *claim)?;
    let (threshold, level) = (headline::threshold(inputs)?, headline::level(inputs)?);
    let figure = readings.p_at_least.get(threshold)?.get(level)?;
    let keys = pointer(&[
        "endurance",
        &cut.cut,
        &claim_key(*claim),
        "p_at_least",
        &threshold_key(inputs.thresholds[threshold]),
        &inputs.levels[level].to_string(),
    ]);
    Some((figure, at + &keys))
}

fn about(page: &Page, reserve: &str) -> Option<String> {
    let inputs = &page.findings.inputs;
    let has_claims = page.findings.cells.iter().any(|cell| cell.endurance.iter().any(|cut| cut.claims.len() > 1));
    let claim = if has_claims { page.text(PageWord::HeadlineClaim) } else { "" };
    let places = [
        ("reserve", page.reserve(reserve)),
        ("cut", page.title(&inputs.cuts.first()?.title)),
        ("threshold", page.per_cent(inputs.thresholds[headline::threshold(inputs)?])),
        ("days", page.numbers.count(inputs.levels[headline::level(inputs)?])),
        ("claim", claim.to_string()),
    ];
    let what = page.fill(PageWord::HeadlineWhat, &places.each_ref().map(|(name, value)| (*name, value.as_str())));
    let taken = largest_site::sentence(inputs, inputs.cuts.first()?, Some(reserve), page.language);
    Some(format!("{what} {}", esc(&taken)).trim_end().to_string())
}

/// The difference in cost, as a sentence.
fn cost(page: &Page, second: &str, reserve: &str, name: &str) -> String {
    let Some((comparison, at)) = page.against_zero(second, reserve) else {
        return page.text(PageWord::CostUnknown).to_string();
    };
    let at = format!("{at}/metrics/cost_per_year");
    let told = |word: PageWord, figure: &Estimate, written: Written| {
        let (cost, interval) = (page.mean(figure, &at, written), page.interval(figure, &at, written));
        page.fill(word, &[("second", name), ("cost", &cost), ("interval", &interval)])
    };
    match headline::cost_difference(comparison) {
        CostDifference::Unknown => page.text(PageWord::CostUnknown).to_string(),
        CostDifference::NotCompared(lacking) => {
            let names: Vec<String> = lacking.iter().map(|&part| esc(&component_name(page.language, part))).collect();
            page.fill(PageWord::CostNotCompared, &[("components", &names.join(", "))])
        }
        CostDifference::More(figure) => told(PageWord::CostMore, figure, Written::Msek),
        CostDifference::Less(figure) => told(PageWord::CostLess, figure, Written::MinusMsek),
        CostDifference::Equal(figure) => told(PageWord::CostEqual, figure, Written::SignedMsek),
    }
}
