//! Who is who in a chart: each scenario's number, colour and name, the same in all charts.

use super::page::{MARGIN, WIDTH, fitting};
use super::palette::{BLACK, Pen, WHITE, pens};
use super::scene::{Anchor, Item, Point, Scene, Type, Weight};
use crate::report::headline;
use crate::report::wording::Language;
use crate::study::findings::Inputs;

const LABEL: Type = Type { size: 13.0, weight: Weight::Regular };
const NUMBER: Type = Type { size: 11.0, weight: Weight::Bold };
/// Radius of a number's circle.
pub(super) const RADIUS: f64 = 9.0;
const ROW: f64 = 24.0;
const SWATCH: f64 = 30.0;

/// A scenario as charts show it.
pub(super) struct Who {
    /// Id.
    pub id: String,
    /// Short title.
    pub name: String,
    /// Place in the study, from 1.
    pub number: usize,
    /// Colour and dash.
    pub pen: Pen,
}

/// All scenarios of the study.
pub(super) fn scenarios(inputs: &Inputs, language: Language) -> Vec<Who> {
    let ids: Vec<&str> = inputs.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let pens = pens(&ids, &inputs.compare_to);
    let who = |(place, (id, pen)): (usize, (&&str, Pen))| Who {
        id: id.to_string(),
        name: headline::short_title(inputs, id, language),
        number: place + 1,
        pen,
    };
    ids.iter().zip(pens).enumerate().map(who).collect()
}

/// The reference and the scenario set against it, as places in the list; the first alone where there is no other.
pub(super) fn pair(inputs: &Inputs, scenarios: &[&Who]) -> Option<(usize, Option<usize>)> {
    let place = |id: &str| scenarios.iter().position(|who| who.id == id);
    let first = place(&inputs.compare_to).unwrap_or(0);
    let second = headline::alternative(inputs).and_then(place).filter(|&second| second != first);
    (!scenarios.is_empty()).then_some((first, second))
}

/// A number in a circle.
pub(super) fn tag(scene: &mut Scene, number: usize, pen: Pen, centre: Point) {
    scene.items.push(Item::Tag { centre, radius: RADIUS, fill: WHITE, rim: pen.colour });
    let at = Point { x: centre.x, y: centre.y + NUMBER.size * 0.36 };
    scene.text(at, &number.to_string(), NUMBER, Anchor::Middle, BLACK);
}

/// One row per scenario with its text, from `top` down; returns where it ends.
pub(super) fn draw(scene: &mut Scene, top: f64, entries: &[(&Who, String)]) -> f64 {
    let mut middle = top + ROW / 2.0;
    let (left, room) = (MARGIN + 2.0 * RADIUS + SWATCH + 13.0, WIDTH - 2.0 * MARGIN - 2.0 * RADIUS - SWATCH - 13.0);
    for (who, text) in entries {
        tag(scene, who.number, who.pen, Point { x: MARGIN + RADIUS, y: middle });
        let from = MARGIN + 2.0 * RADIUS + 5.0;
        let stroke = vec![Point { x: from, y: middle }, Point { x: from + SWATCH, y: middle }];
        scene.line(stroke, 2.5, who.pen.colour, who.pen.dash);
        let at = Point { x: left, y: middle + LABEL.size * 0.36 };
        scene.text(at, &fitting(text, LABEL, room), LABEL, Anchor::Start, BLACK);
        middle += ROW;
    }
    middle - ROW / 2.0 + 8.0
}
