//! Cost by component: one stacked bar per scenario, parts in the same order, totals with intervals, lump sums apart.

use super::Drawn;
use super::canvas::text_width;
use super::costs;
use super::key::{self, Who};
use super::page::{HEADING, MARGIN, SMALL, TITLE, WIDTH, fitting, page};
use super::palette::{AXIS, BLACK, Colour, FAINT, PARTS, WHITE};
use super::scale;
use super::scene::{Anchor, Point, Scene, Type, Weight};
use super::words::footer;
use crate::report::csv::{Rows, number_cell, text_cell};
use crate::report::headline;
use crate::report::number::Numbers;
use crate::report::table::cost::component_name;
use crate::report::wording::charts::ChartWord;
use crate::report::wording::{Language, Word};
use crate::sim::cost::Component;
use crate::study::findings::{CellFindings, Findings};

const BAR: f64 = 32.0;
const GAP: f64 = 2.0;
const TOTAL_ROOM: f64 = 230.0;
const TOTAL: Type = Type { size: 16.0, weight: Weight::Bold };
const VALUE: Type = Type { size: 14.0, weight: Weight::Bold };
const KEY_ROW: f64 = 22.0;
const NAME_ROOM: f64 = 400.0;

/// One scenario's cost.
struct Bar<'a> {
    who: &'a Who,
    cell: &'a CellFindings,
    total: f64,
    apart: Option<String>,
}

/// The axis of money.
struct Axis {
    /// From zero up, MSEK per year.
    ticks: Vec<f64>,
    decimals: usize,
    title: String,
}

impl Axis {
    fn end(&self) -> f64 {
        self.ticks.last().copied().unwrap_or(1.0)
    }
}

/// The chart, unless no scenario has a cost.
pub(super) fn chart(findings: &Findings, language: Language, reserve: &str) -> Option<Drawn> {
    let inputs = &findings.inputs;
    let whos = key::scenarios(inputs, language);
    let bar = |(who, scenario)| -> Option<Bar> {
        let who: &Who = who;
        let cell = headline::cell(findings, &who.id, reserve)?;
        let total = cell.cost.total.mean.filter(|total| total.is_finite() && *total >= 0.0)?;
        Some(Bar { who, cell, total, apart: costs::lump_sums(scenario, inputs, language) })
    };
    let bars: Vec<Bar> = whos.iter().zip(&inputs.scenarios).filter_map(bar).collect();
    let title = title(findings, language, &bars)?;
    let numbers = Numbers(language);
    let most = bars.iter().map(|bar| bar.total).fold(0.0, f64::max) / 1e6;
    let (ticks, decimals) = scale::ticks(most);
    let money = costs::money(inputs, language);
    let axis = Axis { ticks, decimals, title: ChartWord::CostAxis.fill(language, &[money]) };
    let reserve_title = headline::reserve_title(inputs, reserve, language);
    let subtitle = ChartWord::BreakdownSubtitle.fill(language, &[("reserve", &reserve_title), money]);
    let priced = priced(&bars);
    let lacking = costs::not_included(inputs, language, &|component| priced.contains(&component));
    let source = footer(inputs, language);
    let scene = page(&title, &[&subtitle], &[&lacking, &source], |scene, top| {
        let top = parts_key(scene, top, &priced, language);
        draw_bars(scene, top, &bars, &priced, &axis, language)
    });
    let most = numbers.decimal(axis.end(), axis.decimals);
    let kind = ChartWord::BreakdownAlt.fill(language, &[("most", &most), money]);
    let alt = alt(language, &[&format!("{title}."), &kind, &subtitle], &bars, &lacking, money);
    Some(Drawn { name: "cost-breakdown", title, scene, csv: csv(&bars, findings), alt })
}

/// Components that some scenario has a price for, in their order.
fn priced(bars: &[Bar]) -> Vec<Component> {
    let has = |component: &Component| {
        bars.iter().flat_map(|bar| &bar.cell.cost.components).any(|(priced, _)| priced == component)
    };
    Component::ALL.into_iter().filter(has).collect()
}

fn colour(component: Component) -> Colour {
    let place = Component::ALL.iter().position(|other| *other == component).unwrap_or(0);
    PARTS[place % PARTS.len()]
}

fn title(findings: &Findings, language: Language, bars: &[Bar]) -> Option<String> {
    let numbers = Numbers(language);
    let whos: Vec<&Who> = bars.iter().map(|bar| bar.who).collect();
    let (first, second) = key::pair(&findings.inputs, &whos)?;
    let mostly = |bar: &Bar| {
        let parts = bar.cell.cost.components.iter().filter_map(|(component, figure)| Some((*component, figure.mean?)));
        let Some((component, mean)) = parts.max_by(|one, other| one.1.total_cmp(&other.1)) else {
            return String::new();
        };
        let share = numbers.percent(&numbers.decimal(mean / bar.total.max(f64::MIN_POSITIVE) * 100.0, 0));
        ChartWord::MostlyOf.fill(language, &[("component", &component_name(language, component)), ("share", &share)])
    };
    let name = |bar: &Bar| fitting(&bar.who.name, TITLE, NAME_ROOM);
    let cost = |bar: &Bar| numbers.msek(Some(bar.total));
    let one = &bars[first];
    let places = [("first", name(one)), ("c_first", cost(one)), ("m_first", mostly(one))];
    let mut places: Vec<(&str, String)> = places.into();
    let word = match second.map(|second| &bars[second]) {
        Some(other) => {
            places.extend([("second", name(other)), ("c_second", cost(other)), ("m_second", mostly(other))]);
            ChartWord::BreakdownTwo
        }
        None => ChartWord::BreakdownOne,
    };
    let filled = places.iter().map(|(place, value)| (*place, value.as_str()));
    let filled: Vec<(&str, &str)> = filled.chain([costs::money(&findings.inputs, language)]).collect();
    Some(word.fill(language, &filled))
}

/// A square and a name per component, in as many rows as are needed.
fn parts_key(scene: &mut Scene, top: f64, priced: &[Component], language: Language) -> f64 {
    let (mut left, mut middle) = (MARGIN, top + KEY_ROW / 2.0);
    for &component in priced {
        let name = component_name(language, component);
        let width = 18.0 + text_width(&name, SMALL) + 22.0;
        if left > MARGIN && left + width > WIDTH - MARGIN {
            (left, middle) = (MARGIN, middle + KEY_ROW);
        }
        let corner = Point { x: left, y: middle - 6.0 };
        scene.rectangle(corner, Point { x: left + 12.0, y: middle + 6.0 }, colour(component));
        scene.text(Point { x: left + 18.0, y: middle + SMALL.size * 0.36 }, &name, SMALL, Anchor::Start, BLACK);
        left += width;
    }
    middle + KEY_ROW
}

fn draw_bars(scene: &mut Scene, top: f64, bars: &[Bar], priced: &[Component], axis: &Axis, language: Language) -> f64 {
    let per_msek = (WIDTH - 2.0 * MARGIN - TOTAL_ROOM) / axis.end();
    let bottom = bars.iter().map(height).sum::<f64>() + top;
    for &tick in &axis.ticks {
        let x = MARGIN + tick * per_msek;
        scene.line(vec![Point { x, y: top }, Point { x, y: bottom + 4.0 }], 0.75, FAINT, None);
        let text = Numbers(language).decimal(tick, axis.decimals);
        let at = Point { x, y: bottom + 8.0 + SMALL.size };
        scene.text(at, &text, SMALL, if tick == 0.0 { Anchor::Start } else { Anchor::Middle }, AXIS);
    }
    let mut y = top;
    for bar in bars {
        draw_bar(scene, y, bar, priced, per_msek, language);
        y += height(bar);
    }
    let at = Point { x: MARGIN + axis.end() * per_msek / 2.0, y: bottom + 26.0 + SMALL.size };
    scene.text(at, &axis.title, SMALL, Anchor::Middle, AXIS);
    bottom + 30.0 + SMALL.size
}

fn height(bar: &Bar) -> f64 {
    HEADING.size + 8.0 + BAR + 16.0 + if bar.apart.is_some() { 20.0 } else { 0.0 }
}

fn draw_bar(scene: &mut Scene, top: f64, bar: &Bar, priced: &[Component], per_msek: f64, language: Language) {
    let numbers = Numbers(language);
    let name = fitting(&bar.who.label, HEADING, WIDTH - 2.0 * MARGIN);
    on_white(scene, Point { x: MARGIN, y: top + HEADING.size }, &name, HEADING);
    let (upper, mut left) = (top + HEADING.size + 8.0, MARGIN);
    for &component in priced {
        let part = bar.cell.cost.components.iter().find(|(other, _)| *other == component);
        let Some(mean) = part.and_then(|(_, figure)| figure.mean).filter(|mean| *mean > 0.0) else { continue };
        let right = left + mean / 1e6 * per_msek;
        let seen = (right - GAP).max(left + 0.5);
        scene.rectangle(Point { x: left, y: upper }, Point { x: seen, y: upper + BAR }, colour(component));
        let value = numbers.msek(Some(mean));
        if text_width(&value, VALUE) + 8.0 <= seen - left {
            let at = Point { x: (left + seen) / 2.0, y: upper + BAR / 2.0 + VALUE.size * 0.36 };
            scene.text(at, &value, VALUE, Anchor::Middle, WHITE);
        }
        left = right;
    }
    let places =
        [("total", numbers.msek(Some(bar.total))), ("interval", costs::interval(&bar.cell.cost.total, numbers))];
    let filled = places.each_ref().map(|(place, value)| (*place, value.as_str()));
    let total =
        fitting(ChartWord::BreakdownTotal.fill(language, &filled).trim_end(), TOTAL, WIDTH - MARGIN - left - 8.0);
    on_white(scene, Point { x: left + 8.0, y: upper + BAR / 2.0 + TOTAL.size * 0.36 }, &total, TOTAL);
    if let Some(sums) = &bar.apart {
        let text = ChartWord::BreakdownApart.fill(language, &[("sums", sums)]);
        let text = fitting(&text, SMALL, WIDTH - 2.0 * MARGIN);
        on_white(scene, Point { x: MARGIN, y: upper + BAR + 4.0 + SMALL.size }, &text, SMALL);
    }
}

/// A text on a white patch, so that no line of the axis runs through it.
fn on_white(scene: &mut Scene, at: Point, text: &str, font: Type) {
    let (left, right) = (at.x - 2.0, at.x + text_width(text, font) + 2.0);
    scene.rectangle(Point { x: left, y: at.y - font.size }, Point { x: right, y: at.y + 3.0 }, WHITE);
    scene.text(at, text, font, Anchor::Start, BLACK);
}

fn alt(language: Language, first: &[&str], bars: &[Bar], lacking: &str, money: (&str, &str)) -> String {
    let numbers = Numbers(language);
    let values = bars.iter().map(|bar| {
        let cost = numbers.msek(Some(bar.total));
        ChartWord::ScenarioCost.fill(language, &[("name", &bar.who.label), ("cost", &cost), money])
    });
    let values = values.collect::<Vec<_>>().join("; ") + ".";
    let last = [values.as_str(), lacking, Word::ChartAltTable.text(language)];
    first.iter().copied().chain(last).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn csv(bars: &[Bar], findings: &Findings) -> String {
    let mut rows = Rows::with_header(&["scenario", "reserve", "component", "unit", "mean", "low", "high"]);
    for bar in bars {
        let place = [text_cell(&bar.who.id), text_cell(&bar.cell.reserve)];
        let total = [("total", &bar.cell.cost.total)];
        let parts = bar.cell.cost.components.iter().map(|(component, figure)| (component.id(), figure));
        for (name, figure) in parts.chain(total) {
            let numbers = [figure.mean, figure.low, figure.high].map(number_cell);
            rows.push(&[&place[..], &[name.to_string(), "SEK/year".to_string()], &numbers[..]].concat());
        }
        let scenario = findings.inputs.scenarios.iter().find(|scenario| scenario.id == bar.who.id);
        for (id, _, sek) in scenario.into_iter().flat_map(|scenario| &scenario.lump_sums) {
            let numbers = [number_cell(Some(*sek)), String::new(), String::new()];
            let name = [text_cell(&format!("lump_sum.{id}")), "SEK/year".to_string()];
            rows.push(&[&place[..], &name[..], &numbers[..]].concat());
        }
    }
    rows.text()
}
