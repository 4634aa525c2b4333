//! A plane of cost and days: marks with spreads both ways, a line through each scenario's marks, levels across.

use super::axes::Along;
use super::canvas::text_width;
use super::costs;
use super::key::Who;
use super::marks::{Mark, place_labels};
use super::page::{MARGIN, SMALL, WIDTH, lines};
use super::palette::{AXIS, BLACK, FAINT, WHITE};
use super::scale;
use super::scene::{Anchor, Item, Point, Scene};
use super::words::upper_first;
use crate::order::InOrder;
use crate::report::number::Numbers;
use crate::report::wording::charts::ChartWord;
use crate::report::wording::{Language, Word};
use crate::study::findings::Inputs;

const LEFT: f64 = MARGIN + 48.0;
const RIGHT: f64 = WIDTH - MARGIN - 90.0;
const HEIGHT: f64 = 360.0;
const RADIUS: f64 = 4.5;
/// Names of levels stand at least so far apart.
const LEVEL_GAP: f64 = 17.0;
/// Room above the highest mark, as a part of it.
const HEADROOM: f64 = 1.1;

/// One scenario under one reserve.
pub(super) struct Spot {
    /// Place of the scenario.
    pub who: usize,
    /// Days of the reserve.
    pub reserve: f64,
    /// Cost, MSEK per year.
    pub cost: f64,
    /// Days of endurance.
    pub days: f64,
    /// Ends of the bar along the cost, MSEK per year.
    pub across: Option<(f64, f64)>,
    /// Ends of the bar along the days.
    pub along: Option<(f64, f64)>,
    /// Whether the scenario's line goes through it; else the mark is hollow.
    pub on_line: bool,
}

/// Where a line crosses another.
pub(super) struct Cross {
    /// Cost, MSEK per year.
    pub cost: f64,
    /// Days.
    pub days: f64,
    /// Ends of its interval, days.
    pub between: Option<(f64, f64)>,
}

/// The axes of a plane.
#[derive(Clone)]
pub(super) struct Axes {
    /// Ticks of the cost, MSEK per year, and their decimals.
    pub ticks: (Vec<f64>, usize),
    /// Days at the top.
    pub top_day: u32,
    /// What the days are.
    pub days: ChartWord,
    /// How they lie along.
    pub along: Along,
}

/// Where the top is so many times the middle mark's days, most marks would crowd at the foot of an even axis.
const CROWDED: f64 = 4.0;
/// Parts of a line between two marks: an even line is bent where days lie by their logarithm.
const BENDS: u32 = 16;

impl Axes {
    /// Round axes around all marks and their bars; the cap stands at the top only where it is reached.
    pub fn around(spots: &[Spot], cap: u32, days: ChartWord) -> Axes {
        let ends = spots.iter().map(|spot| spot.across.unwrap_or((spot.cost, spot.cost)));
        let range = |(least, most): (f64, f64), (low, high): (f64, f64)| (least.min(low), most.max(high));
        let (least, most) = ends.fold((f64::INFINITY, 0.0), range);
        Axes { ticks: scale::around(least, most), top_day: top_day(spots, cap), days, along: Along::Evenly }
    }

    /// The same with days by their logarithm, if most marks would crowd at the foot else; `days` is what they are called then.
    pub fn spread(self, spots: &[Spot], days: ChartWord) -> Axes {
        let mut own: Vec<f64> = spots.iter().map(|spot| spot.days).collect();
        own.order_by(f64::total_cmp);
        let crowds = own.get(own.len() / 2).is_some_and(|middle| CROWDED * middle < f64::from(self.top_day));
        if crowds { Axes { along: Along::Logarithm, days, ..self } } else { self }
    }
}

fn top_day(spots: &[Spot], cap: u32) -> u32 {
    let ends = spots.iter().map(|spot| spot.along.map_or(spot.days, |(_, high)| high.max(spot.days)));
    let highest = ends.fold(1.0, f64::max);
    if highest >= f64::from(cap) {
        return cap.max(1);
    }
    let (ticks, _) = scale::ticks(highest * HEADROOM);
    let top = libm::ceil(ticks.last().copied().unwrap_or(highest));
    // At most the cap, which is a whole number of days.
    (top.min(f64::from(cap)) as u32).max(1)
}

#[derive(Clone, Copy)]
struct Plot {
    top: f64,
    least: f64,
    most: f64,
    /// Days at the top of the axis.
    days: f64,
    along: Along,
}

impl Plot {
    fn at(self, cost: f64, days: f64) -> Point {
        let part = (cost - self.least) / (self.most - self.least);
        let x = LEFT + part.clamp(0.0, 1.0) * (RIGHT - LEFT);
        let up = self.along.part(days.max(0.0), self.days).clamp(0.0, 1.0);
        Point { x, y: self.top + HEIGHT * (1.0 - up) }
    }

    /// The line through some spots, straight between cost and days.
    fn line(self, spots: &[&Spot]) -> Vec<Point> {
        let bends = if self.along == Along::Evenly { 1 } else { BENDS };
        let between = |pair: &[&Spot]| {
            let (from, to) = (pair[0], pair[1]);
            let way = [to.cost - from.cost, to.days - from.days];
            let [cost, days] = [from.cost, from.days];
            (1..=bends)
                .map(move |part| f64::from(part) / f64::from(bends))
                .map(move |part| self.at(cost + part * way[0], days + part * way[1]))
                .collect::<Vec<_>>()
        };
        let first = spots.first().map(|spot| self.at(spot.cost, spot.days));
        first.into_iter().chain(spots.windows(2).flat_map(between)).collect()
    }
}

/// Draws the plane from `top` down; returns where it ends.
pub(super) fn draw(
    scene: &mut Scene,
    top: f64,
    axes: &Axes,
    (whos, spots, crosses): (&[Who], &[Spot], &[Cross]),
    (inputs, language): (&Inputs, Language),
) -> f64 {
    let (ticks, decimals) = (&axes.ticks.0, axes.ticks.1);
    let plot =
        Plot { top, least: ticks[0], most: ticks[ticks.len() - 1], days: f64::from(axes.top_day), along: axes.along };
    axes_of(scene, plot, inputs, (ticks, decimals, axes.days), language);
    let unlabelled = marks(scene, plot, whos, (spots, crosses), language);
    let mut bottom = top + HEIGHT + 34.0 + SMALL.size;
    if !unlabelled.is_empty() {
        let text = ChartWord::Unlabelled.fill(language, &[("marks", &unlabelled)]);
        for line in lines(&text, SMALL, WIDTH - 2.0 * MARGIN) {
            bottom += 16.0;
            scene.text(Point { x: MARGIN, y: bottom }, &line, SMALL, Anchor::Start, AXIS);
        }
    }
    bottom
}

fn axes_of(
    scene: &mut Scene,
    plot: Plot,
    inputs: &Inputs,
    (ticks, decimals, days): (&[f64], usize, ChartWord),
    language: Language,
) {
    let numbers = Numbers(language);
    let cap = inputs.cap_days;
    // Whole days, at most the cap.
    let top_day = plot.days as u32;
    for day in plot.along.ticks(top_day).into_iter().filter(|&day| day != top_day).chain([top_day]) {
        let at = plot.at(plot.least, f64::from(day));
        let crowds_cap = day != top_day && at.y - plot.top < LEVEL_GAP;
        if crowds_cap {
            continue;
        }
        let text = if day == cap { numbers.days(Some(f64::from(cap)), cap) } else { numbers.count(day) };
        let colour = if day == 0 { AXIS } else { FAINT };
        scene.line(vec![at, Point { x: RIGHT, ..at }], if day == 0 { 1.5 } else { 0.75 }, colour, None);
        let text_at = Point { x: at.x - 8.0, y: at.y + SMALL.size * 0.36 };
        scene.text(text_at, &text, SMALL, Anchor::End, AXIS);
    }
    levels(scene, plot, inputs, language);
    let foot = plot.top + HEIGHT;
    for &tick in ticks {
        let x = plot.at(tick, 0.0).x;
        scene.line(vec![Point { x, y: foot }, Point { x, y: foot + 4.0 }], 1.0, AXIS, None);
        let at = Point { x, y: foot + 6.0 + SMALL.size };
        scene.text(at, &numbers.decimal(tick, decimals), SMALL, Anchor::Middle, AXIS);
    }
    let at = Point { x: (LEFT + RIGHT) / 2.0, y: foot + 24.0 + SMALL.size };
    let word = if plot.least > 0.0 { ChartWord::CostAxisFrom } else { ChartWord::CostAxis };
    let least = numbers.decimal(plot.least, decimals);
    let title = word.fill(language, &[costs::money(inputs, language), ("least", &least)]);
    scene.text(at, &title, SMALL, Anchor::Middle, AXIS);
    let days = upper_first(days.text(language));
    scene.text(Point { x: MARGIN, y: plot.top - 14.0 }, &days, SMALL, Anchor::Start, AXIS);
}

/// Levels as dotted lines, their names at the right, pushed up where they would overlap.
fn levels(scene: &mut Scene, plot: Plot, inputs: &Inputs, language: Language) {
    let mut ceiling = f64::INFINITY;
    for &level in inputs.levels.iter().filter(|&&level| f64::from(level) <= plot.days) {
        let at = plot.at(plot.least, f64::from(level));
        scene.line(vec![at, Point { x: RIGHT, ..at }], 1.0, AXIS, Some((2, 3)));
        let word = match level {
            3 | 7 => ChartWord::Bronze,
            30 => ChartWord::Silver,
            90 => ChartWord::Gold,
            _ => {
                ceiling = name(scene, &Word::ChartLevel.fill(language, &[("days", &level.to_string())]), at.y, ceiling);
                continue;
            }
        };
        ceiling = name(scene, &word.fill(language, &[("days", &level.to_string())]), at.y, ceiling);
    }
}

fn name(scene: &mut Scene, text: &str, y: f64, ceiling: f64) -> f64 {
    let placed = y.min(ceiling - LEVEL_GAP);
    scene.text(Point { x: RIGHT + 8.0, y: placed + SMALL.size * 0.36 }, text, SMALL, Anchor::Start, BLACK);
    placed
}

/// Lines, bars, marks and their labels; returns the labels that found no room.
fn marks(
    scene: &mut Scene,
    plot: Plot,
    whos: &[Who],
    (spots, crosses): (&[Spot], &[Cross]),
    language: Language,
) -> String {
    let mut lines = drawn_lines(scene, plot, whos, spots);
    let marks: Vec<Mark> = spots
        .iter()
        .map(|spot| Mark { at: plot.at(spot.cost, spot.days), group: spot.who, text: reserve_days(spot, language) })
        .collect();
    for (spot, mark) in spots.iter().zip(&marks) {
        let colour = whos[spot.who].pen.colour;
        let (fill, rim) = if spot.on_line { (colour, WHITE) } else { (WHITE, colour) };
        scene.items.push(Item::Tag { centre: mark.at, radius: RADIUS, fill, rim });
    }
    crosses.iter().for_each(|cross| lines.extend(drawn_cross(scene, plot, cross)));
    let bounds = (Point { x: LEFT + 2.0, y: plot.top + 2.0 }, Point { x: RIGHT - 2.0, y: plot.top + HEIGHT - 4.0 });
    let text = |groups: &[usize], reserves: &str| {
        let numbers: Vec<String> = groups.iter().map(|&group| whos[group].number.to_string()).collect();
        ChartWord::MarkLabel.fill(language, &[("number", &numbers.join(", ")), ("reserves", reserves)])
    };
    let (placed, lost) = place_labels(&marks, &lines, bounds, &text);
    for label in &placed {
        scene.line(vec![label.mark, label.near], 0.75, AXIS, None);
    }
    for label in &placed {
        let right = label.left + text_width(&label.text, SMALL);
        let (upper, lower) = (label.baseline - SMALL.size, label.baseline + 3.0);
        scene.rectangle(Point { x: label.left - 1.0, y: upper }, Point { x: right + 1.0, y: lower }, WHITE);
        let at = Point { x: label.left, y: label.baseline };
        scene.text(at, &label.text, SMALL, Anchor::Start, BLACK);
    }
    lost.join("; ")
}

/// Draws each scenario's line and the bars of its marks; returns what was drawn, from end to end.
fn drawn_lines(scene: &mut Scene, plot: Plot, whos: &[Who], spots: &[Spot]) -> Vec<(Point, Point)> {
    let mut drawn = Vec::new();
    for (place, who) in whos.iter().enumerate() {
        let of_line: Vec<&Spot> = spots.iter().filter(|spot| spot.who == place && spot.on_line).collect();
        let line = plot.line(&of_line);
        drawn.extend(line.windows(2).map(|pair| (pair[0], pair[1])));
        scene.line(line, 1.5, who.pen.colour, who.pen.dash);
    }
    for spot in spots {
        let (colour, middle) = (whos[spot.who].pen.colour, plot.at(spot.cost, spot.days));
        let across = spot.across.map(|(low, high)| [low, high].map(|cost| Point { y: middle.y, ..plot.at(cost, 0.0) }));
        let along = spot.along.map(|(low, high)| [low, high].map(|days| Point { x: middle.x, ..plot.at(0.0, days) }));
        for [from, to] in across.into_iter().chain(along) {
            drawn.push((from, to));
            scene.line(vec![from, to], 1.25, colour, None);
        }
    }
    drawn
}

/// A ring where two lines cross, with the interval of its days; returns what was drawn, from end to end.
fn drawn_cross(scene: &mut Scene, plot: Plot, cross: &Cross) -> Vec<(Point, Point)> {
    const ROUND: u32 = 24;
    let centre = plot.at(cross.cost, cross.days);
    if let Some((low, high)) = cross.between {
        let ends = [low, high].map(|days| Point { x: centre.x, ..plot.at(cross.cost, days) });
        scene.line(ends.to_vec(), 1.25, BLACK, Some((3, 2)));
    }
    let on_ring = |part: u32| {
        let angle = f64::from(part) / f64::from(ROUND) * std::f64::consts::TAU;
        Point { x: centre.x + 2.0 * RADIUS * libm::cos(angle), y: centre.y + 2.0 * RADIUS * libm::sin(angle) }
    };
    let ring: Vec<Point> = (0..=ROUND).map(on_ring).collect();
    let drawn = ring.windows(2).map(|pair| (pair[0], pair[1])).collect();
    scene.line(ring, 2.0, BLACK, None);
    drawn
}

fn reserve_days(spot: &Spot, language: Language) -> String {
    let decimals = usize::from(spot.reserve.fract() != 0.0);
    Numbers(language).decimal(spot.reserve, decimals)
}
