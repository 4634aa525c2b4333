//! What moves the shortage cost: a bar per figure, from its cost at one end to that at the other.

use crate::desk::shortage_cost::ShortageCostFindings;
use crate::report::chart::page::{MARGIN, SMALL, WIDTH, fitting, page};
use crate::report::chart::palette::{AXIS, BLACK, FAINT, PARTS};
use crate::report::chart::scale;
use crate::report::chart::scene::{Anchor, Point, Scene};
use crate::report::chart::{Drawn, NamedChart};
use crate::report::desk::{amount, shortage_cost::moved_name};
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::desk::shortage_cost::ShortageCostWord as Say;
use crate::report::wording::{Language, Word};

const LEFT: f64 = MARGIN + 380.0;
const RIGHT: f64 = WIDTH - MARGIN - 60.0;
const ROW: f64 = 34.0;
const BAR: f64 = 18.0;

/// The chart, unless nothing moves the cost.
pub fn chart(found: &ShortageCostFindings, language: Language) -> Option<NamedChart> {
    let most = moved_name(&found.sensitivity.first()?.what, language);
    let week = amount(found.shortage_week, language);
    let title = Say::ChartTitle.fill(language, &[("week", &week), ("most", &most)]);
    let case = visible(language.title(&found.case.title));
    let subtitle = Say::ChartSubtitle.fill(language, &[("title", &case)]);
    let source = Say::ChartSource.fill(language, &[("version", env!("CARGO_PKG_VERSION"))]);
    let scene = page(&title, &[&subtitle], &[&source], |scene, top| draw(scene, top, found, language));
    let rows = found.sensitivity.iter().map(|one| {
        let [from, to] = [one.cost_from, one.cost_to].map(|cost| amount(cost, language));
        format!(
            "{}: {}",
            moved_name(&one.what, language),
            Say::ChartRange.fill(language, &[("from", &from), ("to", &to)])
        )
    });
    let rows = rows.collect::<Vec<_>>().join("; ");
    let alt =
        [&format!("{title}."), Say::ChartAlt.text(language), &format!("{rows}."), Word::ChartAltTable.text(language)]
            .join(" ");
    let csv = crate::report::csv::desk::shortage_cost::tidy(found);
    Some(Drawn { name: "shortage-cost", title, scene, csv, alt }.finished(language))
}

fn draw(scene: &mut Scene, top: f64, found: &ShortageCostFindings, language: Language) -> f64 {
    let numbers = Numbers(language);
    let costs = found.sensitivity.iter().flat_map(|one| [one.cost_from, one.cost_to]);
    let (ticks, decimals) = scale::ticks(costs.fold(found.shortage_week, f64::max));
    let most = ticks[ticks.len() - 1];
    let x = |cost: f64| LEFT + (cost / most).clamp(0.0, 1.0) * (RIGHT - LEFT);
    let top = top + 26.0;
    let foot = top + ROW * found.sensitivity.len() as f64;
    for &tick in &ticks {
        let at = Point { x: x(tick), y: foot };
        scene.line(vec![Point { y: top, ..at }, at], 0.75, FAINT, None);
        let text = Point { y: foot + 6.0 + SMALL.size, ..at };
        scene.text(text, &numbers.decimal(tick, decimals), SMALL, Anchor::Middle, AXIS);
    }
    for (place, one) in found.sensitivity.iter().enumerate() {
        let middle = top + ROW * (place as f64 + 0.5);
        let (low, high) = (one.cost_from.min(one.cost_to), one.cost_from.max(one.cost_to));
        // A bar of no length is still seen.
        let (from, to) = (x(low), x(high).max(x(low) + 1.5));
        scene.rectangle(Point { x: from, y: middle - BAR / 2.0 }, Point { x: to, y: middle + BAR / 2.0 }, PARTS[2]);
        let name = fitting(&moved_name(&one.what, language), SMALL, LEFT - MARGIN - 12.0);
        let at = Point { x: LEFT - 12.0, y: middle + SMALL.size * 0.36 };
        scene.text(at, &name, SMALL, Anchor::End, BLACK);
    }
    let now = x(found.shortage_week);
    scene.line(vec![Point { x: now, y: top - 6.0 }, Point { x: now, y: foot }], 1.5, BLACK, Some((4, 3)));
    let week = Say::ChartNow.fill(language, &[("week", &amount(found.shortage_week, language))]);
    scene.text(Point { x: now, y: top - 10.0 }, &week, SMALL, Anchor::Middle, BLACK);
    let axis = Point { x: (LEFT + RIGHT) / 2.0, y: foot + 26.0 + SMALL.size };
    scene.text(axis, Say::ChartX.text(language), SMALL, Anchor::Middle, AXIS);
    foot + 34.0 + SMALL.size
}
