//! Who is who in a chart: each scenario's number, colour and name, the same in all charts.

use super::canvas::text_width;
use super::page::{MARGIN, WIDTH, fitting};
use super::palette::{BLACK, Pen, WHITE, pens};
use super::scene::{Anchor, Item, Point, Scene, Type, Weight};
use crate::report::headline;
use crate::report::wording::Language;
use crate::study::findings::Inputs;

const LABEL: Type = Type { size: 15.0, weight: Weight::Regular };
const NUMBER: Type = Type { size: 11.0, weight: Weight::Bold };
/// Radius of a number's circle.
pub(super) const RADIUS: f64 = 9.0;
const ROW: f64 = 26.0;
/// From this many entries on they stand in two columns, where they fit.
const TWO_COLUMNS: usize = 4;
const SWATCH: f64 = 30.0;
/// White between two columns.
const COLUMN_GAP: f64 = 24.0;

/// A scenario as charts show it.
pub(super) struct Who {
    /// Id.
    pub id: String,
    /// Short title, for sentences.
    pub name: String,
    /// The same with the word for the reference, for keys, headings and lists.
    pub label: String,
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
        label: headline::numbered_title(inputs, id, language),
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

/// Every scenario with its text, from `top` down, in two columns where there are many and they fit; returns where it ends.
pub(super) fn draw(scene: &mut Scene, top: f64, entries: &[(&Who, String)]) -> f64 {
    draw_with(scene, top, entries, SWATCH)
}

/// The same for a chart that has marks but no lines: numbers in circles alone.
pub(super) fn draw_marks(scene: &mut Scene, top: f64, entries: &[(&Who, String)]) -> f64 {
    draw_with(scene, top, entries, 0.0)
}

fn draw_with(scene: &mut Scene, top: f64, entries: &[(&Who, String)], swatch: f64) -> f64 {
    let before_text = 2.0 * RADIUS + swatch + 13.0;
    let fits = |width: f64| entries.iter().all(|(_, text)| text_width(text, LABEL) <= width - before_text - COLUMN_GAP);
    let whole = WIDTH - 2.0 * MARGIN;
    let columns = if entries.len() >= TWO_COLUMNS && fits(whole / 2.0) { 2 } else { 1 };
    let (rows, width) = (entries.len().div_ceil(columns), whole / columns as f64);
    for (place, (who, text)) in entries.iter().enumerate() {
        let left = MARGIN + (place / rows) as f64 * width;
        let middle = top + ROW * ((place % rows) as f64 + 0.5);
        tag(scene, who.number, who.pen, Point { x: left + RADIUS, y: middle });
        if swatch > 0.0 {
            let from = left + 2.0 * RADIUS + 5.0;
            let stroke = vec![Point { x: from, y: middle }, Point { x: from + swatch, y: middle }];
            scene.line(stroke, 2.5, who.pen.colour, who.pen.dash);
        }
        let at = Point { x: left + before_text, y: middle + LABEL.size * 0.36 };
        scene.text(at, &fitting(text, LABEL, width - before_text), LABEL, Anchor::Start, BLACK);
    }
    top + ROW * rows as f64 + 8.0
}
