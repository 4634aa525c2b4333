//! Suppliers against the contract: a dot and its interval for each, the worst on top.

use super::axes;
use super::page::{MARGIN, SMALL, WIDTH, fitting, page};
use super::palette::{AXIS, BLACK, Colour, FAINT, WHITE};
use super::scale;
use super::scene::{Anchor, Item, Point, Scene, Type, Weight};
use super::{Drawn, NamedChart};
use crate::desk::suppliers::{Card, Figure, Question, Scorecard, Verdict};
use crate::report::csv::{Rows, number_cell, text_cell};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::desk::suppliers::SupplierWord as Say;
use crate::report::wording::{Language, Word};

/// Suppliers shown, at most; the tables have them all.
const MOST: usize = 25;
const LABEL: Type = Type { size: 15.0, weight: Weight::Regular };
const LABEL_ROOM: f64 = 360.0;
const LEFT: f64 = MARGIN + LABEL_ROOM;
const RIGHT: f64 = WIDTH - MARGIN - 24.0;
const ROW: f64 = 32.0;
const RADIUS: f64 = 6.0;
const MARK: Colour = (0x00, 0x72, 0xB2);

/// The chart, unless nothing is due.
pub fn chart(found: &Scorecard, question: &Question, file: &str, language: Language) -> Option<NamedChart> {
    let judged: Vec<(&Card, Figure)> =
        found.suppliers.iter().filter_map(|card| Some((card, card.fulfilled.on_time?))).collect();
    let shown = judged.get(..judged.len().min(MOST)).unwrap_or_default();
    shown.first()?;
    let numbers = Numbers(language);
    let is_reached = |figure: &Figure| figure.verdict(question.contract) == Verdict::Reached;
    let reached = judged.iter().filter(|(_, figure)| is_reached(figure)).count();
    let contract = numbers.percent(&numbers.short(question.contract * 100.0, 1));
    let word = if reached == 0 { Say::ChartTitleNone } else { Say::ChartTitleSome };
    let (reached, all) = (numbers.count(reached as u64), numbers.count(judged.len() as u64));
    let title = word.fill(language, &[("reached", &reached), ("all", &all), ("contract", &contract)]);
    let subtitle = Say::ChartSubtitle.fill(language, &[("today", &question.today.to_string())]);
    let source = Say::ChartSource.fill(language, &[("file", &visible(file)), ("version", env!("CARGO_PKG_VERSION"))]);
    let least = shown.iter().map(|(_, figure)| figure.low.unwrap_or(figure.share)).fold(question.contract, f64::min);
    let (ticks, decimals) = scale::around(least * 100.0, 100.0);
    let ends = (ticks[0], ticks[ticks.len() - 1].min(100.0));
    let reading = Say::ChartReading.text(language);
    let scene = page(&title, &[&subtitle, reading], &[&source], |scene, top| {
        let bottom = top + ROW * shown.len() as f64;
        for &tick in ticks.iter().filter(|tick| **tick <= 100.0) {
            let at = x(tick, ends);
            scene.line(vec![Point { x: at, y: top }, Point { x: at, y: bottom }], 0.75, FAINT, None);
            let text = numbers.decimal(tick, decimals);
            scene.text(Point { x: at, y: bottom + 6.0 + SMALL.size }, &text, SMALL, Anchor::Middle, AXIS);
        }
        let at = x(question.contract * 100.0, ends);
        scene.line(vec![Point { x: at, y: top }, Point { x: at, y: bottom }], 1.5, AXIS, Some((6, 4)));
        for (row, (card, figure)) in shown.iter().enumerate() {
            let fill = if is_reached(figure) { MARK } else { WHITE };
            draw(scene, top + ROW * (row as f64 + 0.5), (card, figure), (ends, fill, numbers));
        }
        let at = Point { x: (LEFT + RIGHT) / 2.0, y: bottom + 24.0 + SMALL.size };
        scene.text(at, Say::ChartAxis.text(language), axes::TICK, Anchor::Middle, AXIS);
        bottom + 30.0 + SMALL.size
    });
    let rows = shown.iter().map(|(card, figure)| {
        let share = numbers.percent(&numbers.share(Some(figure.share)));
        let due = numbers.count(card.fulfilled.due);
        Say::ChartRow.fill(language, &[("name", &visible(&card.name)), ("share", &share), ("n", &due)])
    });
    let told = format!("{}.", rows.collect::<Vec<_>>().join("; "));
    let kind = Say::ChartAlt.text(language).to_owned();
    let parts = [format!("{title}."), kind, subtitle, told, Word::ChartAltTable.text(language).to_owned()];
    Some(Drawn { name: "suppliers", title, scene, csv: csv(found), alt: parts.join(" ") }.finished(language))
}

fn x(percent: f64, (from, to): (f64, f64)) -> f64 {
    LEFT + ((percent - from) / (to - from)).clamp(0.0, 1.0) * (RIGHT - LEFT)
}

type Look = ((f64, f64), Colour, Numbers);

fn draw(scene: &mut Scene, middle: f64, (card, figure): (&Card, &Figure), (ends, fill, numbers): Look) {
    let due = numbers.count(card.fulfilled.due);
    let label = Say::ChartLabel.fill(numbers.0, &[("name", &visible(&card.name)), ("n", &due)]);
    let label = fitting(&label, LABEL, LABEL_ROOM - 16.0);
    let at = Point { x: LEFT - 12.0, y: middle + LABEL.size * 0.36 };
    scene.text(at, &label, LABEL, Anchor::End, BLACK);
    if let Some((low, high)) = figure.low.zip(figure.high) {
        let line = [low, high].map(|share| Point { x: x(share * 100.0, ends), y: middle });
        scene.line(line.to_vec(), 1.5, MARK, None);
    }
    let centre = Point { x: x(figure.share * 100.0, ends), y: middle };
    scene.items.push(Item::Tag { centre, radius: RADIUS, fill, rim: MARK });
}

fn csv(found: &Scorecard) -> String {
    let mut rows = Rows::with_header(&["supplier", "lines_due", "figure", "share", "low", "high"]);
    for card in &found.suppliers {
        let of = &card.fulfilled;
        for (name, figure) in
            [("in_full_on_time", of.on_time), ("full_at_first", of.first), ("quantity_on_time", of.quantity)]
        {
            let Some(figure) = figure else { continue };
            let ends = [Some(figure.share), figure.low, figure.high].map(number_cell);
            rows.push(&[&[text_cell(&card.name), of.due.to_string(), name.to_owned()][..], &ends[..]].concat());
        }
    }
    rows.text()
}
