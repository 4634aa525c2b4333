//! One panel: its title, axes, curves with their numbers, and beside it what each number is called.

use super::axes::{self, LEVEL_ROW, Plot, TICK};
use super::curves::{Curve, Panel};
use super::labels;
use super::palette::{AXIS, BLACK, WHITE};
use super::scene::{Anchor, Item, Point, Scene, Type, Weight};
use super::survival::fitting;
use super::words::{MOST_BANDS, level, served, upper_first};
use crate::report::number::Numbers;
use crate::report::wording::{Language, Word};
use crate::study::findings::{CurvePoint, Inputs};

const HEADING: Type = Type { size: 15.0, weight: Weight::Bold };
const LABEL: Type = Type { size: 13.0, weight: Weight::Regular };
const NUMBER: Type = Type { size: 11.0, weight: Weight::Bold };
/// Room for the ticks of shares.
const TICK_ROOM: f64 = 48.0;
/// Room for the names of curves.
const LABEL_ROOM: f64 = 372.0;
const LEAST_HEIGHT: f64 = 168.0;
const LABEL_ROW: f64 = 24.0;
const SWATCH: f64 = 30.0;
const RADIUS: f64 = 9.0;
const CURVE: f64 = 2.5;
const BAND: f64 = 0.75;

/// Where a panel stands and what it is about.
pub(super) struct Frame<'a> {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub inputs: &'a Inputs,
    pub language: Language,
}

/// Draws the panel; returns where it ends.
pub(super) fn draw(scene: &mut Scene, frame: &Frame, panel: &Panel, is_last: bool) -> f64 {
    let (left, right) = (frame.left + TICK_ROOM, frame.right - LABEL_ROOM);
    let names = axes::level_names(frame.inputs, frame.language, left, right);
    let rows = names.iter().map(|(_, row, _)| row + 1).max().unwrap_or(0) as f64;
    let heading = fitting(&upper_first(&panel.title), HEADING, frame.right - frame.left);
    scene.text(Point { x: frame.left, y: frame.top + HEADING.size }, &heading, HEADING, Anchor::Start, BLACK);
    let top = frame.top + HEADING.size + 10.0 + rows * LEVEL_ROW;
    let height = LEAST_HEIGHT.max(panel.curves.len() as f64 * LABEL_ROW);
    let plot = Plot { left, right, top, bottom: top + height, cap: frame.inputs.cap_days };
    axes::draw(scene, plot, frame.inputs, &names, frame.language);
    curves(scene, plot, &panel.curves);
    legend(scene, frame, plot, panel);
    let mut end = plot.bottom + 6.0 + TICK.size + 12.0;
    if is_last {
        let at = Point { x: (left + right) / 2.0, y: end + TICK.size - 6.0 };
        scene.text(at, Word::ChartAxis.text(frame.language), TICK, Anchor::Middle, AXIS);
        end += TICK.size + 6.0;
    }
    end
}

/// Whole lines first, dashed ones over them, so that curves that coincide are both seen; numbers last.
fn curves(scene: &mut Scene, plot: Plot, curves: &[Curve]) {
    let line = |curve: &Curve, value: fn(&CurvePoint) -> f64| -> Vec<Point> {
        curve.points.iter().map(|point| plot.at(f64::from(point.day), value(point))).collect()
    };
    let mut order: Vec<&Curve> = curves.iter().collect();
    order.sort_by_key(|curve| curve.pen.dash.is_some());
    if curves.len() <= MOST_BANDS {
        for curve in &order {
            scene.line(line(curve, |point| point.p10), BAND, curve.pen.colour, curve.pen.dash);
            scene.line(line(curve, |point| point.p90), BAND, curve.pen.colour, curve.pen.dash);
        }
    }
    for curve in &order {
        scene.line(line(curve, |point| point.mean), CURVE, curve.pen.colour, curve.pen.dash);
    }
    for (curve, place) in curves.iter().zip(labels::places(plot, curves, 2.0 * RADIUS + 3.0)) {
        if let Some(centre) = place {
            number(scene, curve, centre);
        }
    }
}

fn number(scene: &mut Scene, curve: &Curve, centre: Point) {
    scene.items.push(Item::Tag { centre, radius: RADIUS, fill: WHITE, rim: curve.pen.colour });
    let at = Point { x: centre.x, y: centre.y + NUMBER.size * 0.36 };
    scene.text(at, &curve.number.to_string(), NUMBER, Anchor::Middle, BLACK);
}

/// Number, stroke and name with the value, one row per curve, level with the plot.
fn legend(scene: &mut Scene, frame: &Frame, plot: Plot, panel: &Panel) {
    let left = plot.right + 28.0;
    let height = panel.curves.len() as f64 * LABEL_ROW;
    let top = plot.top + (plot.bottom - plot.top - height) / 2.0;
    for (row, curve) in panel.curves.iter().enumerate() {
        let y = top + (row as f64 + 0.5) * LABEL_ROW;
        number(scene, curve, Point { x: left, y });
        let from = left + RADIUS + 5.0;
        let stroke = vec![Point { x: from, y }, Point { x: from + SWATCH, y }];
        scene.line(stroke, CURVE, curve.pen.colour, curve.pen.dash);
        let text_left = from + SWATCH + 8.0;
        let text = label(frame, panel, curve, frame.right - text_left);
        scene.text(Point { x: text_left, y: y + LABEL.size * 0.36 }, &text, LABEL, Anchor::Start, BLACK);
    }
}

/// "Delmål 2: 94 % dag 30"; a long name is cut, the value never.
fn label(frame: &Frame, panel: &Panel, curve: &Curve, room: f64) -> String {
    let days = Numbers(frame.language).count(level(frame.inputs));
    let share = served(curve, frame.language);
    let twin = curve.same_as.and_then(|place| panel.curves.get(place));
    let write = |name: &str| match twin {
        Some(twin) => {
            let other = twin.number.to_string();
            Word::ChartSame.fill(frame.language, &[("name", name), ("other", &other)])
        }
        None => Word::ChartLabel.fill(frame.language, &[("name", name), ("share", &share), ("level", &days)]),
    };
    let rest = super::canvas::text_width(&write(""), LABEL);
    write(&fitting(&curve.name, LABEL, (room - rest).max(0.0)))
}
