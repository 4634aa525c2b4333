//! What the chart shows: for each cut, one curve per scenario.

use super::palette::{Pen, pens};
use crate::order::InOrder;
use crate::report::headline;
use crate::report::name::visible;
use crate::report::wording::Language;
use crate::study::findings::{CurvePoint, Findings};

/// Curves closer than this on every day are drawn as one and named together.
const SAME: f64 = 0.005;

/// A line that comes this near to another in share covers it.
const COVERED: f64 = 0.014;

/// One cut.
pub(super) struct Panel {
    /// Cut id.
    pub id: String,
    /// Cut title.
    pub title: String,
    /// One per scenario that has readings.
    pub curves: Vec<Curve>,
    /// Whether points are marked: they are simulated one by one.
    pub dots: bool,
}

/// One scenario's survival curve.
pub(super) struct Curve {
    /// Scenario id.
    pub scenario: String,
    /// Reserve id.
    pub reserve: String,
    /// Short title, for sentences.
    pub name: String,
    /// The same with the word for the reference.
    pub label: String,
    /// Number on the curve: the scenario's place in the study, the same in all panels.
    pub number: usize,
    /// Colour and dash.
    pub pen: Pen,
    /// Claim in thousandths.
    pub claim: u16,
    /// Day 1 to the cap.
    pub points: Vec<CurvePoint>,
    /// S at the headline's level.
    pub served: Option<f64>,
    /// What its entry says instead of S at the headline's level.
    pub told: Option<String>,
    /// Place of an earlier curve that this one cannot be told from.
    pub same_as: Option<usize>,
}

/// One panel per cut, for one reserve and the full claim.
pub(super) fn panels(findings: &Findings, language: Language, reserve: &str) -> Vec<Panel> {
    let inputs = &findings.inputs;
    let ids: Vec<&str> = inputs.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let pens = pens(&ids, &inputs.compare_to);
    let panels = inputs.cuts.iter().map(|cut| {
        let mut curves: Vec<Curve> = Vec::new();
        for (place, id) in ids.iter().enumerate() {
            let found = headline::cell(findings, id, reserve).and_then(|cell| headline::cut(cell, &cut.id));
            let Some((claim, readings)) = found.and_then(|cut| cut.claims.iter().max_by_key(|(claim, _)| *claim))
            else {
                continue;
            };
            let served = headline::level(inputs).and_then(|level| readings.share_served.get(level)?.mean);
            let same_as = curves.iter().position(|other| is_same(&other.points, &readings.curve));
            curves.push(Curve {
                scenario: id.to_string(),
                reserve: reserve.to_string(),
                name: headline::short_title(inputs, id, language),
                label: headline::numbered_title(inputs, id, language),
                number: place + 1,
                pen: pens[place],
                claim: *claim,
                points: readings.curve.iter().copied().filter(is_finite).collect(),
                served,
                told: None,
                same_as,
            });
        }
        Panel { id: cut.id.clone(), title: visible(language.title(&cut.title)), curves, dots: false }
    });
    panels.collect()
}

/// The order of drawing, as places: whole lines first, dashed ones over them.
pub(super) fn drawn_order(curves: &[Curve]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..curves.len()).collect();
    order.order_by_key(|&place| curves[place].pen.dash.is_some());
    order
}

/// For every point of a curve, over how many of the curves drawn before it it lies, so that it would hide them.
pub(super) fn over(curve: &Curve, before: &[&Curve]) -> Vec<usize> {
    let hides = |point: &CurvePoint, other: &&&Curve| {
        let near = other.points.iter().find(|other| other.day == point.day);
        near.is_some_and(|other| (other.mean - point.mean).abs() < COVERED)
    };
    curve.points.iter().map(|point| before.iter().filter(|other| hides(point, other)).count()).collect()
}

/// Whether some whole line lies over another.
pub(super) fn some_coincide(curves: &[Curve]) -> bool {
    let order: Vec<&Curve> = drawn_order(curves).into_iter().map(|place| &curves[place]).collect();
    let is_over = |place: usize| {
        order[place].pen.dash.is_none() && over(order[place], &order[..place]).iter().any(|&count| count > 0)
    };
    (0..order.len()).any(is_over)
}

fn is_same(one: &[CurvePoint], other: &[CurvePoint]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| (one.mean - other.mean).abs() < SAME)
}

fn is_finite(point: &CurvePoint) -> bool {
    point.mean.is_finite() && point.p10.is_finite() && point.p90.is_finite()
}
