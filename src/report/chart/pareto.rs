//! A Pareto chart: cumulative value against the cumulative number of articles, with the classes' borders.

use super::axes;
use super::canvas::text_width;
use super::page::{MARGIN, SMALL, WIDTH, page};
use super::palette::{AXIS, BLACK, Colour, FAINT, WHITE};
use super::scene::{Anchor, Item, Point, Scene};
use super::{Drawn, NamedChart};
use crate::desk::abc::{Group, Question};
use crate::inventory::abc::Class;
use crate::report::csv::{Rows, number_cell};
use crate::report::desk::abc::headline;
use crate::report::name::visible;
use crate::report::number::Numbers;
use crate::report::wording::desk::abc::AbcWord as Say;
use crate::report::wording::{Language, Word};
use jiff::civil::Date;

const LEFT: f64 = MARGIN + 56.0;
const RIGHT: f64 = WIDTH - MARGIN - 24.0;
const HEIGHT: f64 = 400.0;
const CURVE: Colour = (0x00, 0x72, 0xB2);
/// Points drawn, about: more cannot be told apart.
const MOST_POINTS: usize = 600;
/// Room between the names of borders, pixels.
const NAME_ROW: f64 = 20.0;

/// The chart of the whole list; `None` if nothing was consumed.
pub fn chart(whole: &Group, question: &Question, file: &str, today: Date, language: Language) -> Option<NamedChart> {
    let points = points(whole);
    let end = points.last().filter(|_| whole.total > 0.0)?.1;
    let said = headline(whole, Class::A, language);
    let title = Say::ChartTitle.fill(language, &said.each_ref().map(|(name, text)| (*name, text.as_str())));
    let reading = Say::ChartReading.text(language);
    let source = Say::ChartFrom.fill(language, &[("file", &visible(file)), ("day", &today.to_string())]);
    let scene =
        page(&title, &[reading], &[&source], |scene, top| draw(scene, top, whole, (&points, question), language));
    let kind = Say::ChartAlt.fill(language, &[("end", &percent(end, language))]);
    let borders: Vec<String> = borders(whole).map(|border| name(&border, whole, language)).collect();
    let told = borders.join("; ") + ".";
    let alt = [title.clone() + ".", kind, told, Word::ChartAltTable.text(language).to_owned()].join(" ");
    let mut rows = Rows::with_header(&["share_of_articles", "share_of_value"]);
    points.iter().for_each(|&(x, y)| rows.push(&[number_cell(Some(x)), number_cell(Some(y))]));
    Some(Drawn { name: "pareto", title, scene, csv: rows.text(), alt }.finished(language))
}

/// The curve: shares of articles and of value, from nothing on; every border, and others as they can be told apart.
fn points(whole: &Group) -> Vec<(f64, f64)> {
    let step = whole.articles.len().div_ceil(MOST_POINTS).max(1);
    let is_border = |at: usize| whole.articles.get(at + 1).is_none_or(|next| next.class != whole.articles[at].class);
    let kept = (0..whole.articles.len()).filter(|at| at % step == 0 || is_border(*at));
    let points = kept.filter_map(|at| {
        let one = &whole.articles[at];
        one.cumulative.map(|value| (one.cumulative_count, value))
    });
    [(0.0, 0.0)].into_iter().chain(points).collect()
}

/// The last article of each class that has one: class, share of articles, share of value.
fn borders(whole: &Group) -> impl Iterator<Item = (Class, f64, f64)> {
    Class::ALL.into_iter().filter_map(|class| {
        let last = whole.articles.iter().rev().find(|one| one.class == class)?;
        last.cumulative.map(|value| (class, last.cumulative_count, value))
    })
}

fn percent(share: f64, language: Language) -> String {
    crate::report::desk::told::percent(share, language)
}

fn name(border: &(Class, f64, f64), whole: &Group, language: Language) -> String {
    let n = Numbers(language).count(whole.sum(border.0).articles as u64);
    let places = [("class", border.0.letter()), ("n", n.as_str()), ("share", &percent(border.2, language))];
    Say::ChartBorder.fill(language, &places)
}

fn draw(
    scene: &mut Scene,
    top: f64,
    whole: &Group,
    (points, question): (&[(f64, f64)], &Question),
    language: Language,
) -> f64 {
    let top = top + NAME_ROW;
    let at = |x: f64, y: f64| Point { x: LEFT + x * (RIGHT - LEFT), y: top + HEIGHT * (1.0 - y.clamp(0.0, 1.0)) };
    let numbers = Numbers(language);
    scene.text(Point { x: MARGIN, y: top - 12.0 }, Say::ChartY.text(language), SMALL, Anchor::Start, AXIS);
    for tick in (0..=5).map(|tick| f64::from(tick) / 5.0) {
        let (width, colour) = if tick == 0.0 { (1.5, AXIS) } else { (0.75, FAINT) };
        scene.line(vec![at(0.0, tick), at(1.0, tick)], width, colour, None);
        let text = numbers.percent(&numbers.decimal(tick * 100.0, 0));
        let beside = Point { x: LEFT - 8.0, y: at(0.0, tick).y + SMALL.size * 0.36 };
        scene.text(beside, &text, SMALL, Anchor::End, AXIS);
        let below = Point { y: top + HEIGHT + 6.0 + SMALL.size, ..at(tick, 0.0) };
        scene.text(below, &text, SMALL, Anchor::Middle, AXIS);
    }
    for class in [Class::A, Class::B] {
        let limit = question.limits.percent(class) / 100.0;
        scene.line(vec![at(0.0, limit), at(1.0, limit)], 1.0, AXIS, Some((2, 3)));
    }
    scene.line(points.iter().map(|&(x, y)| at(x, y)).collect(), 2.5, CURVE, None);
    for (row, border) in borders(whole).enumerate() {
        let mark = at(border.1, border.2);
        scene.line(vec![mark, at(border.1, 0.0)], 1.0, AXIS, Some((2, 3)));
        scene.items.push(Item::Tag { centre: mark, radius: 4.5, fill: CURVE, rim: WHITE });
        // Names stand below the curve, each on a row of its own, to the left of its border where there is room.
        let y = top + HEIGHT * 0.45 + row as f64 * 3.0 * NAME_ROW;
        let name = name(&border, whole, language);
        let fits = text_width(&name, SMALL) + 16.0 < mark.x - LEFT;
        let (x, anchor) = if fits { (mark.x - 8.0, Anchor::End) } else { (mark.x + 8.0, Anchor::Start) };
        scene.text(Point { x, y }, &name, SMALL, anchor, BLACK);
    }
    let foot = Point { x: (LEFT + RIGHT) / 2.0, y: top + HEIGHT + 26.0 + SMALL.size };
    scene.text(foot, Say::ChartX.text(language), axes::TICK, Anchor::Middle, AXIS);
    top + HEIGHT + 32.0 + SMALL.size
}
