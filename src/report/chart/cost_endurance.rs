//! Cost against endurance: one mark per scenario and reserve with its spread both ways, a line through a scenario's reserves.

use super::Drawn;
use super::axes;
use super::canvas::text_width;
use super::cost_words;
use super::costs;
use super::key::{self, Who};
use super::marks::{Mark, place_labels};
use super::page::{MARGIN, SMALL, WIDTH, page};
use super::palette::{AXIS, BLACK, FAINT, WHITE};
use super::scale;
use super::scene::{Anchor, Item, Point, Scene};
use super::words::{footer, upper_first};
use crate::report::csv::{Rows, number_cell, text_cell};
use crate::report::headline;
use crate::report::number::Numbers;
use crate::report::wording::charts::ChartWord;
use crate::report::wording::{Language, Word};
use crate::sim::cost::Component;
use crate::study::findings::{CellFindings, DaysFindings, Estimate, Findings, Inputs};

const LEFT: f64 = MARGIN + 48.0;
const RIGHT: f64 = WIDTH - MARGIN - 90.0;
const HEIGHT: f64 = 360.0;
const RADIUS: f64 = 4.5;
/// Names of levels stand at least so far apart.
const LEVEL_GAP: f64 = 17.0;
/// Places of P10 and P90 in an estimate's quantiles.
const SPREAD: (usize, usize) = (1, 3);
const MEDIAN: usize = 2;

/// One scenario under one reserve.
pub(super) struct Dot<'a> {
    /// Place of the scenario.
    who: usize,
    /// Days of the reserve.
    reserve: f64,
    /// What it is made of.
    pub cell: &'a CellFindings,
    days: &'a DaysFindings,
    /// Mean cost, MSEK per year.
    pub cost: f64,
    /// Median days.
    pub endurance: f64,
}

#[derive(Clone, Copy)]
struct Plot {
    top: f64,
    least: f64,
    most: f64,
    /// Days at the top of the axis.
    days: f64,
}

impl Plot {
    fn at(self, cost: f64, days: f64) -> Point {
        let part = (cost - self.least) / (self.most - self.least);
        let x = LEFT + part.clamp(0.0, 1.0) * (RIGHT - LEFT);
        Point { x, y: self.top + HEIGHT * (1.0 - (days / self.days).clamp(0.0, 1.0)) }
    }
}

/// The chart, unless no scenario has both a cost and an endurance.
pub(super) fn chart(findings: &Findings, language: Language, reserve: &str) -> Option<Drawn> {
    let inputs = &findings.inputs;
    let (cut, threshold) = (inputs.cuts.first()?, headline::threshold(inputs)?);
    let whos = key::scenarios(inputs, language);
    let dots = dots(findings, &whos, &cut.id, threshold);
    let headline_dot = |who: usize| dots.iter().find(|dot| dot.who == who && dot.cell.reserve == reserve);
    let told = |(place, who)| (who, cost_words::entry(who, headline_dot(place), inputs, language));
    let entries: Vec<(&Who, String)> = whos.iter().enumerate().map(told).collect();
    let with_dot: Vec<(&Who, &Dot)> =
        whos.iter().filter_map(|who| Some((who, headline_dot(who.number - 1)?))).collect();
    let title = cost_words::title(inputs, language, &with_dot)?;
    let subtitle = cost_words::subtitle(inputs, language, reserve, &with_dot);
    let reading = ChartWord::CostEnduranceReading.text(language);
    let ends = dots.iter().map(|dot| spread(&dot.cell.cost.total).unwrap_or((dot.cost * 1e6, dot.cost * 1e6)));
    let range = |(least, most): (f64, f64), (low, high): (f64, f64)| (least.min(low / 1e6), most.max(high / 1e6));
    let (least, most) = ends.fold((f64::INFINITY, 0.0), range);
    let (ticks, decimals) = scale::around(least, most);
    let is_priced = |component: Component| {
        dots.iter().flat_map(|dot| &dot.cell.cost.components).any(|(priced, _)| *priced == component)
    };
    let top_day = top_day(&dots, inputs.cap_days);
    let lacking = costs::not_included(inputs, language, &is_priced);
    let source = footer(inputs, language);
    let mut unlabelled = String::new();
    let scene = page(&title, &[&subtitle, reading], &[&lacking, &source], |scene, top| {
        let top = key::draw(scene, top, &entries) + 26.0;
        let plot = Plot { top, least: ticks[0], most: ticks[ticks.len() - 1], days: f64::from(top_day) };
        axes_of(scene, plot, inputs, (&ticks, decimals), language);
        unlabelled = marks(scene, plot, &whos, &dots, language);
        let mut bottom = top + HEIGHT + 34.0 + SMALL.size;
        if !unlabelled.is_empty() {
            let text = ChartWord::Unlabelled.fill(language, &[("marks", &unlabelled)]);
            for line in super::page::lines(&text, SMALL, WIDTH - 2.0 * MARGIN) {
                bottom += 16.0;
                scene.text(Point { x: MARGIN, y: bottom }, &line, SMALL, Anchor::Start, AXIS);
            }
        }
        bottom
    });
    let values = entries.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("; ");
    let parts = [
        &format!("{title}."),
        &cost_words::kind(inputs, language, (&ticks, decimals), top_day),
        &subtitle,
        &format!("{values}."),
        &lacking,
        Word::ChartAltTable.text(language),
    ];
    let alt = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Some(Drawn { name: "cost-endurance", title, scene, csv: csv(&whos, &dots, &cut.id), alt })
}

/// Room above the highest mark, as a part of it.
const HEADROOM: f64 = 1.1;

/// The day at the top of the axis: a round one above all marks and their spreads, the cap only where it is reached.
fn top_day(dots: &[Dot], cap: u32) -> u32 {
    let ends = dots.iter().map(|dot| spread(&dot.days.days).map_or(dot.endurance, |(_, high)| high.max(dot.endurance)));
    let highest = ends.fold(1.0, f64::max);
    if highest >= f64::from(cap) {
        return cap.max(1);
    }
    let (ticks, _) = scale::ticks(highest * HEADROOM);
    let top = libm::ceil(ticks.last().copied().unwrap_or(highest));
    // At most the cap, which is a whole number of days.
    (top.min(f64::from(cap)) as u32).max(1)
}

/// All marks, scenarios in order, reserves ascending within.
fn dots<'a>(findings: &'a Findings, whos: &[Who], cut: &str, threshold: usize) -> Vec<Dot<'a>> {
    let mut dots: Vec<Dot> = Vec::new();
    for cell in &findings.cells {
        let who = whos.iter().position(|who| who.id == cell.scenario);
        let reserve = findings.inputs.reserves.iter().find(|reserve| reserve.id == cell.reserve);
        let readings = headline::cut(cell, cut).and_then(headline::full_claim);
        let days = readings.and_then(|readings| readings.days.get(threshold));
        let cost = cell.cost.total.mean.filter(|cost| cost.is_finite() && *cost >= 0.0);
        if let (Some(who), Some(reserve), Some(days), Some(cost)) = (who, reserve, days, cost)
            && let Some(endurance) = median(&days.days)
        {
            dots.push(Dot { who, reserve: reserve.days, cell, days, cost: cost / 1e6, endurance });
        }
    }
    dots.sort_by(|one, other| one.who.cmp(&other.who).then(one.reserve.total_cmp(&other.reserve)));
    dots
}

fn median(days: &Estimate) -> Option<f64> {
    days.quantiles.map(|quantiles| quantiles[MEDIAN]).or(days.mean).filter(|days| days.is_finite())
}

/// P10 and P90.
pub(super) fn spread(figure: &Estimate) -> Option<(f64, f64)> {
    let spread = figure.quantiles.map(|quantiles| (quantiles[SPREAD.0], quantiles[SPREAD.1]));
    spread.filter(|(low, high)| low.is_finite() && high.is_finite())
}

fn axes_of(scene: &mut Scene, plot: Plot, inputs: &Inputs, ticks: (&[f64], usize), language: Language) {
    let numbers = Numbers(language);
    let cap = inputs.cap_days;
    // Whole days, at most the cap.
    let top_day = plot.days as u32;
    for day in axes::ticks(top_day).into_iter().filter(|&day| day != top_day).chain([top_day]) {
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
    for &tick in ticks.0 {
        let x = plot.at(tick, 0.0).x;
        scene.line(vec![Point { x, y: foot }, Point { x, y: foot + 4.0 }], 1.0, AXIS, None);
        let at = Point { x, y: foot + 6.0 + SMALL.size };
        scene.text(at, &numbers.decimal(tick, ticks.1), SMALL, Anchor::Middle, AXIS);
    }
    let at = Point { x: (LEFT + RIGHT) / 2.0, y: foot + 24.0 + SMALL.size };
    let word = if plot.least > 0.0 { ChartWord::CostAxisFrom } else { ChartWord::CostAxis };
    let least = numbers.decimal(plot.least, ticks.1);
    let title = word.fill(language, &[costs::money(inputs, language), ("least", &least)]);
    scene.text(at, &title, SMALL, Anchor::Middle, AXIS);
    let days = upper_first(ChartWord::DaysAxis.text(language));
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

/// Lines, spreads, marks and their labels; returns the labels that found no room.
fn marks(scene: &mut Scene, plot: Plot, whos: &[Who], dots: &[Dot], language: Language) -> String {
    let lines = lines(scene, plot, whos, dots);
    let marks: Vec<Mark> = dots
        .iter()
        .map(|dot| Mark { at: plot.at(dot.cost, dot.endurance), group: dot.who, text: reserve_days(dot, language) })
        .collect();
    for (dot, mark) in dots.iter().zip(&marks) {
        let fill = whos[dot.who].pen.colour;
        scene.items.push(Item::Tag { centre: mark.at, radius: RADIUS, fill, rim: WHITE });
    }
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

/// Draws each scenario's line and the spreads of its marks; returns what was drawn, from end to end.
fn lines(scene: &mut Scene, plot: Plot, whos: &[Who], dots: &[Dot]) -> Vec<(Point, Point)> {
    let mut drawn = Vec::new();
    for (place, who) in whos.iter().enumerate() {
        let line: Vec<Point> =
            dots.iter().filter(|dot| dot.who == place).map(|dot| plot.at(dot.cost, dot.endurance)).collect();
        drawn.extend(line.windows(2).map(|pair| (pair[0], pair[1])));
        scene.line(line, 1.5, who.pen.colour, who.pen.dash);
    }
    for dot in dots {
        let (colour, middle) = (whos[dot.who].pen.colour, plot.at(dot.cost, dot.endurance));
        let across = spread(&dot.cell.cost.total)
            .map(|(low, high)| [low, high].map(|sek| Point { y: middle.y, ..plot.at(sek / 1e6, 0.0) }));
        let along = spread(&dot.days.days)
            .map(|(low, high)| [low, high].map(|days| Point { x: middle.x, ..plot.at(0.0, days) }));
        for [from, to] in across.into_iter().chain(along) {
            drawn.push((from, to));
            scene.line(vec![from, to], 1.25, colour, None);
        }
    }
    drawn
}

fn reserve_days(dot: &Dot, language: Language) -> String {
    let decimals = usize::from(dot.reserve.fract() != 0.0);
    Numbers(language).decimal(dot.reserve, decimals)
}

fn csv(whos: &[Who], dots: &[Dot], cut: &str) -> String {
    let header = ["cut", "scenario", "reserve", "threshold", "metric", "unit", "mean", "p10", "p50", "p90"];
    let mut rows = Rows::with_header(&header);
    for dot in dots {
        let place = [cut, &whos[dot.who].id, &dot.cell.reserve].map(text_cell);
        let threshold = crate::report::json::threshold_key(dot.days.threshold);
        for (metric, figure) in [("cost_per_year", &dot.cell.cost.total), ("endurance_days", &dot.days.days)] {
            let quantile = |place: usize| number_cell(figure.quantiles.map(|quantiles| quantiles[place]));
            let measure = [threshold.clone(), metric.to_string(), figure.unit.to_string(), number_cell(figure.mean)];
            let quantiles = [quantile(SPREAD.0), quantile(MEDIAN), quantile(SPREAD.1)];
            rows.push(&[&place[..], &measure[..], &quantiles[..]].concat());
        }
    }
    rows.text()
}
