//! A plane with a few lines over round axes, each named at its end, and marked places along.

use crate::order::InOrder;
use crate::report::chart::page::{MARGIN, SMALL, WIDTH};
use crate::report::chart::palette::{AXIS, BLACK, Colour, FAINT};
use crate::report::chart::scale;
use crate::report::chart::scene::{Anchor, Point, Scene};
use crate::report::number::Numbers;
use crate::report::wording::Language;

const LEFT: f64 = MARGIN + 70.0;
const RIGHT: f64 = WIDTH - MARGIN - 190.0;
const HEIGHT: f64 = 380.0;
const LINE: f64 = 2.5;
/// Names at the ends stand at least so far apart.
const NAME_GAP: f64 = 18.0;
/// Room for the names of marked places.
const MARK_ROW: f64 = 18.0;

/// One line.
pub(super) struct Line {
    /// Its name.
    pub name: String,
    /// Colour.
    pub colour: Colour,
    /// Lengths of dash and gap.
    pub dash: Option<(u32, u32)>,
    /// Places, ascending along.
    pub points: Vec<(f64, f64)>,
}

/// The plane.
pub(super) struct Plane<'a> {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Marked places along, with their names.
    pub marks: Vec<(f64, String)>,
    /// What lies along.
    pub along: &'a str,
    /// What goes up.
    pub up: &'a str,
    /// The language of the numbers.
    pub language: Language,
}

struct Axes {
    along: (Vec<f64>, usize),
    up: (Vec<f64>, usize),
    top: f64,
}

fn part(ticks: &[f64], value: f64) -> f64 {
    let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
    ((value - first) / (last - first)).clamp(0.0, 1.0)
}

impl Axes {
    fn at(&self, along: f64, up: f64) -> Point {
        let x = LEFT + part(&self.along.0, along) * (RIGHT - LEFT);
        Point { x, y: self.top + HEIGHT * (1.0 - part(&self.up.0, up)) }
    }
}

impl Plane<'_> {
    fn ends(&self, of: fn(&(f64, f64)) -> f64) -> (f64, f64) {
        let all = self.lines.iter().flat_map(|line| line.points.iter().map(of));
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
    }

    /// Draws the plane from `top` down; returns where it ends.
    pub(super) fn draw(&self, scene: &mut Scene, top: f64) -> f64 {
        let top = top + 20.0 + if self.marks.is_empty() { 0.0 } else { MARK_ROW };
        let (least, most) = self.ends(|point| point.0);
        let (low, high) = self.ends(|point| point.1);
        // Stock may be below zero; then the axis begins there.
        let up = if low < 0.0 { scale::around(low.min(-1e-9), high.max(1e-9)) } else { scale::ticks(high) };
        let axes = Axes { along: scale::around(least, most), up: below_zero(up, low), top };
        self.axes(scene, &axes);
        for (place, name) in &self.marks {
            let foot = axes.at(*place, axes.up.0[0]);
            scene.line(vec![Point { y: top - 4.0, ..foot }, foot], 1.0, AXIS, Some((4, 3)));
            scene.text(Point { x: foot.x, y: top - 8.0 }, name, SMALL, Anchor::Middle, BLACK);
        }
        for line in &self.lines {
            let points = line.points.iter().map(|&(along, up)| axes.at(along, up)).collect();
            scene.line(points, LINE, line.colour, line.dash);
        }
        self.names(scene, &axes);
        top + HEIGHT + 34.0 + SMALL.size
    }

    fn axes(&self, scene: &mut Scene, axes: &Axes) {
        let numbers = Numbers(self.language);
        let first = axes.along.0[0];
        for &tick in &axes.up.0 {
            let at = axes.at(first, tick);
            let is_zero = tick == 0.0;
            let (width, colour) = if is_zero { (1.5, AXIS) } else { (0.75, FAINT) };
            scene.line(vec![at, Point { x: RIGHT, ..at }], width, colour, None);
            let text = Point { x: at.x - 8.0, y: at.y + SMALL.size * 0.36 };
            scene.text(text, &numbers.decimal(tick, axes.up.1), SMALL, Anchor::End, AXIS);
        }
        let foot = axes.top + HEIGHT;
        for &tick in &axes.along.0 {
            let x = axes.at(tick, axes.up.0[0]).x;
            scene.line(vec![Point { x, y: foot }, Point { x, y: foot + 4.0 }], 1.0, AXIS, None);
            let at = Point { x, y: foot + 6.0 + SMALL.size };
            scene.text(at, &numbers.decimal(tick, axes.along.1), SMALL, Anchor::Middle, AXIS);
        }
        let at = Point { x: (LEFT + RIGHT) / 2.0, y: foot + 24.0 + SMALL.size };
        scene.text(at, self.along, SMALL, Anchor::Middle, AXIS);
        let marks = if self.marks.is_empty() { 0.0 } else { MARK_ROW };
        scene.text(Point { x: MARGIN, y: axes.top - 12.0 - marks }, self.up, SMALL, Anchor::Start, AXIS);
    }

    /// Names at the right ends, pushed apart from below.
    fn names(&self, scene: &mut Scene, axes: &Axes) {
        let end = |line: &Line| line.points.last().map(|&(along, up)| axes.at(along, up));
        let mut ends: Vec<(Point, &Line)> = self.lines.iter().filter_map(|line| Some((end(line)?, line))).collect();
        ends.order_by(|one, other| other.0.y.total_cmp(&one.0.y));
        let mut ceiling = f64::INFINITY;
        for (end, line) in ends {
            ceiling = end.y.min(ceiling - NAME_GAP);
            let at = Point { x: end.x + 10.0, y: ceiling + SMALL.size * 0.36 };
            scene.text(at, &line.name, SMALL, Anchor::Start, line.colour);
        }
    }
}

/// Ticks that reach below the lowest value.
fn below_zero((mut ticks, decimals): (Vec<f64>, usize), low: f64) -> (Vec<f64>, usize) {
    let step = if ticks.len() > 1 { ticks[1] - ticks[0] } else { 1.0 };
    while low < 0.0 && ticks[0] > low {
        ticks.insert(0, ticks[0] - step);
    }
    (ticks, decimals)
}

#[cfg(test)]
mod tests {
    use super::below_zero;

    #[test]
    fn ticks_reach_below_zero() {
        assert_eq!(below_zero((vec![0.0, 10.0, 20.0], 0), -12.0).0, [-20.0, -10.0, 0.0, 10.0, 20.0]);
        assert_eq!(below_zero((vec![0.0, 10.0], 0), 3.0).0, [0.0, 10.0]);
    }
}
