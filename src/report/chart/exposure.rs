//! Risk exposure: one row per node, what its failure costs with its interval; the worst first.

use super::axes;
use super::page::{MARGIN, SMALL, TITLE, WIDTH, fitting, page};
use super::palette::{AXIS, BLACK, Colour, FAINT, WHITE};
use super::scale;
use super::scene::{Anchor, Item, Point, Scene, Type, Weight};
use super::words::footer;
use super::{Drawn, NamedChart};
use crate::report::headline;
use crate::report::number::Numbers;
use crate::report::table::exposure::{amount, name};
use crate::report::wording::exposure::ExposureWord as Say;
use crate::report::wording::{Language, Word};
use crate::study::exposure::findings::{ExposureFindings, NodeFindings};

/// Nodes shown, at most; the table has them all.
const MOST_NODES: usize = 15;
const LABEL: Type = Type { size: 15.0, weight: Weight::Regular };
const LABEL_ROOM: f64 = 530.0;
const LEFT: f64 = MARGIN + LABEL_ROOM;
const RIGHT: f64 = WIDTH - MARGIN - 24.0;
const ROW: f64 = 28.0;
const RADIUS: f64 = 5.5;
const MARK: Colour = (0xD5, 0x5E, 0x00);
/// Room for names in the title.
const NAME_ROOM: f64 = 480.0;

/// The chart, unless no failure costs anything.
pub fn chart(found: &ExposureFindings, language: Language) -> Option<NamedChart> {
    let inputs = &found.inputs;
    let costly: Vec<&NodeFindings> = found.nodes.iter().filter(|one| one.costs()).collect();
    let shown = &costly[..costly.len().min(MOST_NODES)];
    let worst = shown.first()?;
    let numbers = Numbers(language);
    let title = title(found, worst, language);
    let reserve = inputs.reserves.first();
    let reserve = reserve.map_or_else(String::new, |one| headline::reserve_title(inputs, &one.id, language));
    let threshold = numbers.asked(found.question.threshold);
    let (few, all) = (numbers.count(shown.len() as u64), numbers.count(found.nodes.len() as u64));
    let subtitle = Say::ChartSubtitle.fill(language, &[("reserve", &reserve)]);
    let reading = Say::ChartReading.fill(language, &[("threshold", &threshold), ("shown", &few), ("all", &all)]);
    let most = shown.iter().filter_map(|one| one.lost.high.or(one.lost.mean)).fold(0.0, f64::max);
    let (ticks, decimals) = scale::ticks(most);
    let end = ticks[ticks.len() - 1];
    let source = footer(inputs, language);
    let scene = page(&title, &[&subtitle, &reading], &[&source], |scene, top| {
        let bottom = top + ROW * shown.len() as f64;
        for &tick in &ticks {
            let at = x(tick, end);
            let (width, colour) = if tick == 0.0 { (1.5, AXIS) } else { (0.75, FAINT) };
            scene.line(vec![Point { x: at, y: top }, Point { x: at, y: bottom }], width, colour, None);
            let text = numbers.decimal(tick, decimals);
            scene.text(Point { x: at, y: bottom + 6.0 + SMALL.size }, &text, SMALL, Anchor::Middle, AXIS);
        }
        for (row, one) in shown.iter().enumerate() {
            draw(scene, top + ROW * (row as f64 + 0.5), one, (end, language));
        }
        let at = Point { x: (LEFT + RIGHT) / 2.0, y: bottom + 24.0 + SMALL.size };
        scene.text(at, Say::ChartAxis.text(language), axes::TICK, Anchor::Middle, AXIS);
        bottom + 30.0 + SMALL.size
    });
    let kind = Say::ChartAlt.fill(language, &[("most", &numbers.decimal(end, decimals))]);
    let rows = shown.iter().take(3).map(|one| {
        let breached = numbers.percent(&numbers.probability(one.breached.mean));
        let (name, lost) = (name(&one.node, language), amount(numbers, one.lost.mean));
        Say::ChartRow.fill(language, &[("name", &name), ("lost", &lost), ("breached", &breached)])
    });
    let told = format!("{}.", rows.collect::<Vec<_>>().join("; "));
    let parts = [format!("{title}."), kind, subtitle, told, Word::ChartAltTable.text(language).to_owned()];
    let csv = crate::report::csv::exposure::tidy(found);
    Some(Drawn { name: "exposure", title, scene, csv, alt: parts.join(" ") }.finished(language))
}

fn title(found: &ExposureFindings, worst: &NodeFindings, language: Language) -> String {
    let single = found.nodes.iter().filter(|one| one.is_single_point()).count();
    let word = match single {
        0 if !found.nodes.iter().any(NodeFindings::is_judged) => Say::ChartNotJudged,
        0 => Say::ChartNone,
        1 => Say::ChartOne,
        _ => Say::ChartSingle,
    };
    let scenario = headline::short_title(&found.inputs, &found.question.scenario, language);
    let places = [
        ("scenario", fitting(&scenario, TITLE, NAME_ROOM)),
        ("name", fitting(&name(&worst.node, language), TITLE, NAME_ROOM)),
        ("count", Numbers(language).count(single as u64)),
    ];
    word.fill(language, &places.each_ref().map(|(place, text)| (*place, text.as_str())))
}

fn x(lost: f64, end: f64) -> f64 {
    LEFT + (lost / end).clamp(0.0, 1.0) * (RIGHT - LEFT)
}

fn draw(scene: &mut Scene, middle: f64, one: &NodeFindings, (end, language): (f64, Language)) {
    let label = fitting(&name(&one.node, language), LABEL, LABEL_ROOM - 16.0);
    let at = Point { x: LEFT - 12.0, y: middle + LABEL.size * 0.36 };
    scene.text(at, &label, LABEL, Anchor::End, BLACK);
    if let Some((low, high)) = one.lost.low.zip(one.lost.high) {
        let ends = [low, high].map(|lost| Point { x: x(lost, end), y: middle });
        scene.line(ends.to_vec(), 1.5, MARK, None);
    }
    let centre = Point { x: x(one.lost.mean.unwrap_or(0.0), end), y: middle };
    let fill = if one.is_single_point() { MARK } else { WHITE };
    scene.items.push(Item::Tag { centre, radius: RADIUS, fill, rim: MARK });
}
