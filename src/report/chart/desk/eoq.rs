//! The cost of orders, of stock and of both by lot (T3).

use super::lines::{Line, Plane};
use crate::desk::eoq::{EoqFindings, Kind, OnCurve};
use crate::report::chart::page::page;
use crate::report::chart::palette::PARTS;
use crate::report::chart::{Drawn, NamedChart};
use crate::report::desk::amount;
use crate::report::wording::desk::eoq::EoqWord as Say;
use crate::report::wording::{Language, Word};

/// The chart.
pub fn chart(found: &EoqFindings, language: Language) -> Option<NamedChart> {
    let best = found.lots.first()?;
    let amount = |value: f64| amount(value, language);
    let (lot, total) = (amount(best.quantity), amount(best.total));
    let title = Say::ChartTitle.fill(language, &[("lot", &lot), ("total", &total)]);
    let question = &found.question;
    let (demand, order) = (amount(question.demand), amount(question.order_cost));
    let holding = amount(question.holding.per_unit);
    let places = [("demand", demand.as_str()), ("order", &order), ("holding", &holding)];
    let subtitle = Say::ChartSubtitle.fill(language, &places);
    let line = |word: Say, part: usize, dash, of: fn(&OnCurve) -> f64| Line {
        name: word.text(language).to_owned(),
        colour: PARTS[part],
        dash,
        points: found.curve.iter().map(|point| (point.quantity, of(point))).collect(),
    };
    let last = found.curve.last().map_or(0.0, |point| point.quantity);
    let today = found.lots.iter().find(|row| row.kind == Kind::Today && row.quantity <= last);
    let mark = |word: Say, quantity: f64| (quantity, word.fill(language, &[("lot", &amount(quantity))]));
    let marks = std::iter::once(mark(Say::ChartEoq, best.quantity));
    let plane = Plane {
        lines: vec![
            line(Say::ChartTotal, 0, None, |point| point.total),
            line(Say::ChartHolding, 1, None, |point| point.holding),
            line(Say::ChartOrdering, 2, Some((7, 4)), |point| point.ordering),
        ],
        marks: marks.chain(today.map(|row| mark(Say::ChartLot, row.quantity))).collect(),
        along: Say::ChartX.text(language),
        up: Say::ChartY.text(language),
        language,
    };
    let source = Say::ChartSource.fill(language, &[("version", env!("CARGO_PKG_VERSION"))]);
    let scene = page(&title, &[&subtitle], &[&source], |scene, top| plane.draw(scene, top));
    let alt =
        [&format!("{title}."), Say::ChartAlt.text(language), &subtitle, Word::ChartAltTable.text(language)].join(" ");
    let csv = crate::report::csv::desk::eoq::tidy(found);
    Some(Drawn { name: "eoq", title, scene, csv, alt }.finished(language))
}
