//! One panel: its title, axes, curves with their numbers, and beside it what each number is called.

use super::axes::{self, Along, LEVEL_ROW, Plot, TICK};
use super::curves::{Curve, Panel, drawn_order, over};
use super::key::{RADIUS, tag};
use super::labels;
use super::page::{HEADING, SMALL, fitting, lines};
use super::palette::{AXIS, BLACK, WHITE, tint};
use super::scene::{Anchor, Item, Point, Scene, Type, Weight};
use super::words::{level, served, taken, upper_first};
use crate::report::headline;
use crate::report::number::Numbers;
use crate::report::wording::{Language, Word};
use crate::study::findings::{CurvePoint, Inputs};

const LABEL: Type = Type { size: 15.0, weight: Weight::Regular };
/// Room for the ticks of shares.
const TICK_ROOM: f64 = 48.0;
/// Room for the names of curves.
const LABEL_ROOM: f64 = 400.0;
const LEAST_HEIGHT: f64 = 168.0;
const LABEL_ROW: f64 = 26.0;
/// Room for the highest tick, which stands half above the plot, where no names of levels make it.
const HALF_A_TICK: f64 = 10.0;
const SMALL_ROW: f64 = 18.0;
const LABEL_LINE: f64 = 18.0;
const MOST_LINES: usize = 2;
const SWATCH: f64 = 30.0;
const CURVE: f64 = 2.5;
/// White beside the dashes of a curve, so that they stand out from a curve below.
const CASING: f64 = 3.0;
/// Dashes of a line over another; the other shows between them.
const SHARED: u32 = 12;
/// How much of a band's colour covers what is below.
const BAND: f64 = 0.16;
/// Radius of a dot.
const DOT: f64 = 3.5;
const BAND_EDGE: f64 = 0.75;
const BAND_EDGE_SHARE: f64 = 0.5;

/// Where a panel stands and what it is about.
pub(super) struct Frame<'a> {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub inputs: &'a Inputs,
    pub language: Language,
    /// What lies along.
    pub axis: &'a str,
    /// How days lie along.
    pub along: Along,
}

/// Draws the panel; returns where it ends.
pub(super) fn draw(scene: &mut Scene, frame: &Frame, panel: &Panel, is_last: bool) -> f64 {
    let (left, right) = (frame.left + TICK_ROOM, frame.right - LABEL_ROOM);
    let names = axes::level_names(frame.inputs, frame.language, left, right);
    let rows = names.iter().map(|(_, row, _)| row + 1).max().unwrap_or(0) as f64;
    let heading = fitting(&upper_first(&panel.title), HEADING, frame.right - frame.left);
    scene.text(Point { x: frame.left, y: frame.top + HEADING.size }, &heading, HEADING, Anchor::Start, BLACK);
    let mut top = frame.top + HEADING.size + 10.0;
    for line in lines(&taken(frame.inputs, panel, frame.language), SMALL, frame.right - frame.left) {
        if !line.is_empty() {
            top += SMALL_ROW;
            scene.text(Point { x: frame.left, y: top - 4.0 }, &line, SMALL, Anchor::Start, AXIS);
        }
    }
    let top = top + if rows > 0.0 { rows * LEVEL_ROW } else { HALF_A_TICK };
    let labels = panel.curves.len() as f64 * (LABEL_ROW + LABEL_LINE);
    let height = LEAST_HEIGHT.max(labels);
    let plot = Plot { left, right, top, bottom: top + height, last: frame.inputs.curve_days(), along: frame.along };
    axes::draw(scene, plot, frame.inputs, &names, frame.language);
    curves(scene, plot, frame.inputs, panel);
    legend(scene, frame, plot, panel);
    let mut end = plot.bottom + 6.0 + TICK.size + 12.0;
    if is_last {
        let at = Point { x: (left + right) / 2.0, y: end + TICK.size - 6.0 };
        scene.text(at, frame.axis, TICK, Anchor::Middle, AXIS);
        end += TICK.size + 6.0;
    }
    end
}

/// Bands below, then lines; where a line would hide others, it is drawn in dashes between which they show; numbers last.
fn curves(scene: &mut Scene, plot: Plot, inputs: &Inputs, panel: &Panel) {
    let curves = &panel.curves;
    for curve in curves.iter().filter(|curve| has_band(inputs, curve)) {
        band(scene, plot, curve);
    }
    let order: Vec<&Curve> = drawn_order(curves).into_iter().map(|place| &curves[place]).collect();
    for (place, curve) in order.iter().enumerate() {
        let points: Vec<Point> = curve.points.iter().map(|point| plot.at(f64::from(point.day), point.mean)).collect();
        if curve.pen.dash.is_some() {
            scene.line(points.clone(), CURVE + CASING, WHITE, curve.pen.dash);
            scene.line(points, CURVE, curve.pen.colour, curve.pen.dash);
            continue;
        }
        let over = over(curve, &order[..place]);
        let mut from = 0;
        for run in over.chunk_by(|one, other| one == other) {
            // A run ends where the next begins, so that no gap is left.
            let end = (from + run.len()).min(points.len() - 1);
            let hidden = run[0] as u32;
            let dash = (hidden > 0).then_some((SHARED, SHARED * hidden));
            scene.line(points[from..=end].to_vec(), CURVE, curve.pen.colour, dash);
            from += run.len();
        }
    }
    if panel.dots {
        dots(scene, plot, curves);
    }
    for (curve, place) in curves.iter().zip(labels::places(plot, curves, 2.0 * RADIUS + 3.0)) {
        if let Some(centre) = place {
            tag(scene, curve.number, curve.pen, centre);
        }
    }
}

/// A dot at every point.
fn dots(scene: &mut Scene, plot: Plot, curves: &[Curve]) {
    for (curve, point) in curves.iter().flat_map(|curve| curve.points.iter().map(move |point| (curve, point))) {
        let centre = plot.at(f64::from(point.day), point.mean);
        scene.items.push(Item::Tag { centre, radius: DOT, fill: curve.pen.colour, rim: WHITE });
    }
}

/// Bands of all scenarios would hide each other: the two that the headline compares have one.
pub(super) fn has_band(inputs: &Inputs, curve: &Curve) -> bool {
    curve.scenario == inputs.compare_to || Some(curve.scenario.as_str()) == headline::alternative(inputs)
}

/// P10 to P90, through which other bands show.
fn band(scene: &mut Scene, plot: Plot, curve: &Curve) {
    let line = |value: fn(&CurvePoint) -> f64| -> Vec<Point> {
        curve.points.iter().map(|point| plot.at(f64::from(point.day), value(point))).collect()
    };
    let (low, high) = (line(|point| point.p10), line(|point| point.p90));
    let points = low.iter().chain(high.iter().rev()).copied().collect();
    scene.items.push(Item::Veil { points, fill: curve.pen.colour, share: BAND });
    for edge in [low, high] {
        scene.line(edge, BAND_EDGE, tint(curve.pen.colour, BAND_EDGE_SHARE), None);
    }
}

/// Number, stroke, value and name, one entry per curve, level with the plot.
fn legend(scene: &mut Scene, frame: &Frame, plot: Plot, panel: &Panel) {
    let left = plot.right + 28.0;
    let stroke_left = left + RADIUS + 5.0;
    let text_left = stroke_left + SWATCH + 8.0;
    let labels = panel.curves.iter().map(|curve| label(frame, panel, curve, frame.right - text_left));
    let labels: Vec<Vec<String>> = labels.collect();
    let mut y = plot.top + (plot.bottom - plot.top - label_heights(&labels)) / 2.0;
    for (curve, lines) in panel.curves.iter().zip(&labels) {
        let middle = y + LABEL_ROW / 2.0;
        tag(scene, curve.number, curve.pen, Point { x: left, y: middle });
        let stroke = vec![Point { x: stroke_left, y: middle }, Point { x: stroke_left + SWATCH, y: middle }];
        scene.line(stroke, CURVE, curve.pen.colour, curve.pen.dash);
        for (row, line) in lines.iter().enumerate() {
            let at = Point { x: text_left, y: middle + LABEL.size * 0.36 + row as f64 * LABEL_LINE };
            scene.text(at, line, LABEL, Anchor::Start, BLACK);
        }
        y += label_height(lines);
    }
}

fn label_height(lines: &[String]) -> f64 {
    LABEL_ROW + lines.len().saturating_sub(1) as f64 * LABEL_LINE
}

fn label_heights(labels: &[Vec<String>]) -> f64 {
    labels.iter().map(|lines| label_height(lines)).sum()
}

/// "94 % dag 30: Delmål 2" on at most two lines; a long name is cut, the value never.
fn label(frame: &Frame, panel: &Panel, curve: &Curve, room: f64) -> Vec<String> {
    let days = Numbers(frame.language).count(level(frame.inputs));
    let share = served(frame.inputs, curve, frame.language);
    let twin = curve.same_as.and_then(|place| panel.curves.get(place));
    let whole = match twin {
        Some(twin) => {
            let other = twin.number.to_string();
            Word::ChartSame.fill(frame.language, &[("name", &curve.label), ("other", &other)])
        }
        None if curve.told.is_some() => curve.told.clone().unwrap_or_default(),
        None => {
            let places = [("name", curve.label.as_str()), ("share", &share), ("level", &days)];
            Word::ChartLabel.fill(frame.language, &places)
        }
    };
    let mut lines = lines(&whole, LABEL, room);
    if lines.len() > MOST_LINES {
        let rest = lines.split_off(MOST_LINES - 1).join(" ");
        lines.push(fitting(&rest, LABEL, room));
    }
    lines
}
