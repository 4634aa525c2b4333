//! Where days and shares lie in a panel, and its axes: round ticks, faint thresholds, named levels.

use super::canvas::text_width;
use super::palette::{AXIS, BLACK, FAINT, WHITE};
use super::scene::{Anchor, Point, Scene, Type, Weight};
use crate::report::number::Numbers;
use crate::report::wording::{Language, Word};
use crate::study::findings::Inputs;

/// Font of ticks and levels.
pub(super) const TICK: Type = Type { size: 14.0, weight: Weight::Regular };
/// Height of one row of names of levels.
pub(super) const LEVEL_ROW: f64 = 18.0;
const FEWEST_TICKS: u32 = 3;
/// Ticks where days lie by their logarithm.
const LOG_TICKS: [u32; 9] = [0, 1, 3, 7, 30, 90, 365, 1095, 3650];
const ROUND_STEPS: [u32; 14] = [1, 2, 5, 10, 15, 20, 30, 60, 90, 180, 365, 730, 1460, 3650];

impl Along {
    /// Where a day lies, as a part of the way to the last.
    pub fn part(self, day: f64, last: f64) -> f64 {
        match self {
            Along::Evenly => day / last,
            Along::Logarithm => libm::log1p(day) / libm::log1p(last),
        }
    }

    /// Days that are marked on the way to the last.
    pub fn ticks(self, last: u32) -> Vec<u32> {
        match self {
            Along::Evenly => ticks(last),
            Along::Logarithm => LOG_TICKS.into_iter().filter(|&day| day <= last).collect(),
        }
    }
}

/// The rectangle of a plot and its scales: days from 0 to the last level, shares from 0 to 1.
#[derive(Clone, Copy)]
pub(super) struct Plot {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    /// The last day.
    pub last: u32,
    /// How days lie along.
    pub along: Along,
}

/// How days lie along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Along {
    /// All days are equally wide.
    Evenly,
    /// By the logarithm of the day plus one: where a few days stand beside years.
    Logarithm,
}

impl Plot {
    /// The place of a share on a day.
    pub fn at(self, day: f64, share: f64) -> Point {
        Point { x: self.x(day), y: self.bottom - share.clamp(0.0, 1.0) * (self.bottom - self.top) }
    }

    fn x(self, day: f64) -> f64 {
        self.left + self.along.part(day, f64::from(self.last.max(1))) * (self.right - self.left)
    }
}

/// A level's name above the plot: (day, row from below, text).
pub(super) type LevelName = (u32, usize, String);

/// The names of levels, in as many rows as keep them apart.
pub(super) fn level_names(inputs: &Inputs, language: Language, left: f64, right: f64) -> Vec<LevelName> {
    let scale = (right - left) / f64::from(inputs.curve_days().max(1));
    let mut ends: Vec<f64> = Vec::new();
    let mut names = Vec::new();
    for &level in &inputs.levels {
        let text = Word::ChartLevel.fill(language, &[("days", &Numbers(language).count(level))]);
        let (middle, half) = (f64::from(level) * scale, text_width(&text, TICK) / 2.0 + 4.0);
        let row = ends.iter().position(|&end| middle - half >= end).unwrap_or(ends.len());
        if row == ends.len() {
            ends.push(0.0);
        }
        ends[row] = middle + half;
        names.push((level, row, text));
    }
    names
}

/// Axes, thresholds and levels, to be drawn before the curves.
pub(super) fn draw(scene: &mut Scene, plot: Plot, inputs: &Inputs, names: &[LevelName], language: Language) {
    let across = |share: f64| vec![plot.at(0.0, share), plot.at(f64::from(plot.last), share)];
    for &threshold in &inputs.thresholds {
        scene.line(across(threshold), 0.75, FAINT, None);
    }
    let numbers = Numbers(language);
    for share in [0.0, 0.5, 1.0] {
        scene.line(across(share), if share == 0.0 { 1.5 } else { 0.75 }, if share == 0.0 { AXIS } else { FAINT }, None);
        let at = Point { x: plot.left - 8.0, y: plot.at(0.0, share).y + TICK.size * 0.36 };
        scene.text(at, &numbers.percent(&numbers.decimal(share * 100.0, 0)), TICK, Anchor::End, AXIS);
    }
    levels(scene, plot, names);
    for day in plot.along.ticks(plot.last) {
        let foot = Point { x: plot.x(f64::from(day)), y: plot.bottom };
        scene.line(vec![foot, Point { y: foot.y + 4.0, ..foot }], 1.0, AXIS, None);
        let at = Point { x: foot.x, y: foot.y + 6.0 + TICK.size };
        scene.text(at, &numbers.count(day), TICK, Anchor::Middle, AXIS);
    }
}

/// Lines first, then names on white patches, so that no line runs through a name.
fn levels(scene: &mut Scene, plot: Plot, names: &[LevelName]) {
    let name_at = |level: u32, row: usize| {
        let y = plot.top - 7.0 - row as f64 * LEVEL_ROW;
        Point { x: plot.x(f64::from(level)), y }
    };
    for (level, row, _) in names {
        let top = name_at(*level, *row);
        let line = vec![Point { y: top.y + 3.0, ..top }, Point { y: plot.bottom, ..top }];
        scene.line(line, 1.0, AXIS, Some((2, 3)));
    }
    for (level, row, text) in names {
        let at = name_at(*level, *row);
        let (half, y) = (text_width(text, TICK) / 2.0 + 2.0, at.y - TICK.size * 0.36);
        let patch = vec![Point { x: at.x - half, y }, Point { x: at.x + half, y }];
        scene.line(patch, TICK.size + 1.0, WHITE, None);
        scene.text(at, text, TICK, Anchor::Middle, BLACK);
    }
}

/// At most seven round days from 0 to the cap.
pub(super) fn ticks(cap: u32) -> Vec<u32> {
    let fits = |step: &&u32| cap / **step <= 6;
    let step = ROUND_STEPS.iter().find(fits).copied().unwrap_or_else(|| (cap / FEWEST_TICKS).max(1));
    (0..=cap / step).map(|number| number * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_few_and_round() {
        assert_eq!(ticks(120), [0, 20, 40, 60, 80, 100, 120]);
        assert_eq!(ticks(90), [0, 15, 30, 45, 60, 75, 90]);
        assert_eq!(ticks(365), [0, 60, 120, 180, 240, 300, 360]);
        assert_eq!(ticks(5), [0, 1, 2, 3, 4, 5]);
        assert_eq!(ticks(0), [0]);
    }
}
