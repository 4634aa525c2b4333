//! Stock through a disruption: cover day by day under a cut that ends, one panel per scenario, breach and recovery marked.

use super::Drawn;
use super::axes;
use super::canvas::text_width;
use super::key::{self, Who};
use super::page::{HEADING, MARGIN, SMALL, TITLE, WIDTH, fitting, lines, page};
use super::palette::{AXIS, BLACK, FAINT, SHADE, WHITE, tint};
use super::scale;
use super::scene::{Anchor, Item, Point, Scene};
use super::words::{footer, upper_first};
use crate::report::csv::{Rows, number_cell, text_cell};
use crate::report::cut_own;
use crate::report::headline;
use crate::report::name::visible;
use crate::report::number::{ABSENT, Numbers};
use crate::report::wording::charts::ChartWord;
use crate::report::wording::cuts::CutWord;
use crate::report::wording::{Language, Word};
use crate::study::findings::{Estimate, Findings, Inputs, PathPoint, StopFindings};

const TICK_ROOM: f64 = 48.0;
const LABEL_ROOM: f64 = 330.0;
const HEIGHT: f64 = 150.0;
/// A row of words above a panel: the window, the breach, the recovery.
const ROW: f64 = 18.0;
const ROWS: f64 = 3.0;
const NAME_ROOM: f64 = 300.0;
/// Places of the quantiles in a point's cover: 10, 25, 50, 75, 90 %.
const BANDS: [(usize, usize, f64); 2] = [(0, 4, 0.2), (1, 3, 0.4)];
const MEDIAN: usize = 2;
/// Black dots, which no scenario's pen is like.
const EXAMPLE: (u32, u32) = (2, 3);

/// One scenario.
struct Panel<'a> {
    who: &'a Who,
    stop: &'a StopFindings,
}

/// The plot of a panel and its scales.
#[derive(Clone, Copy)]
struct Plot {
    top: f64,
    follow: f64,
    most: f64,
}

impl Plot {
    const LEFT: f64 = MARGIN + TICK_ROOM;
    const RIGHT: f64 = WIDTH - MARGIN - LABEL_ROOM;

    fn at(self, day: f64, cover: f64) -> Point {
        let y = self.top + HEIGHT * (1.0 - (cover / self.most).clamp(0.0, 1.0));
        Point { x: Plot::LEFT + day / self.follow * (Plot::RIGHT - Plot::LEFT), y }
    }
}

/// The chart, unless no scenario was put through a stop.
pub(super) fn chart(findings: &Findings, language: Language, reserve: &str) -> Option<Drawn> {
    let inputs = &findings.inputs;
    let cut = inputs.cuts.first()?;
    let whos = key::scenarios(inputs, language);
    let panel = |who| -> Option<Panel> {
        let who: &Who = who;
        let found = headline::cell(findings, &who.id, reserve).and_then(|cell| headline::cut(cell, &cut.id))?;
        let stop = found.stop.as_ref().filter(|stop| !stop.path.is_empty())?;
        Some(Panel { who, stop })
    };
    let panels: Vec<Panel> = whos.iter().filter_map(panel).collect();
    let stop = panels.first()?.stop;
    let cut_title = upper_first(&visible(language.title(&cut.title)));
    let title = title(inputs, language, &panels, &cut_title)?;
    let numbers = Numbers(language);
    let reserve_title = headline::reserve_title(inputs, reserve, language);
    let subtitle = ChartWord::StopSubtitle.fill(language, &[("reserve", &reserve_title)]);
    let own = cut_own::sentences(inputs, Some(reserve), language);
    let subtitle = std::iter::once(subtitle).chain(own).collect::<Vec<_>>().join(" ");
    let percent = |share: f64| numbers.percent(&numbers.decimal(share * 100.0, 0));
    let places = [("below", percent(stop.breach_below)), ("at_least", percent(stop.recovered_at))];
    let reading =
        ChartWord::StopReading.fill(language, &places.each_ref().map(|(name, value)| (*name, value.as_str())));
    let reading = format!("{reading} {}", CutWord::CountsEvery.text(language));
    let (follow, (ticks, _)) = (stop.path.len() as f64, scale::ticks(highest(&panels)));
    let source = footer(inputs, language);
    let scene = page(&title, &[&subtitle, &reading], &[&source], |scene, mut top| {
        for (place, panel) in panels.iter().enumerate() {
            top = draw(scene, top, panel, (follow, &ticks), language, place + 1 == panels.len());
        }
        top
    });
    let most = numbers.decimal(ticks[ticks.len() - 1], 0);
    let alt = alt(language, &title, &subtitle, &panels, &most);
    Some(Drawn { name: "stop", title, scene, csv: csv(&panels, &cut.id, reserve), alt })
}

fn highest(panels: &[Panel]) -> f64 {
    let points = panels.iter().flat_map(|panel| &panel.stop.path).map(|point| point.cover[4]);
    let examples = panels.iter().flat_map(|panel| panel.stop.examples.iter().flatten().copied());
    points.chain(examples).filter(|days| days.is_finite()).fold(1.0, f64::max)
}

fn probability(figure: &Estimate, numbers: Numbers) -> String {
    match figure.mean {
        Some(share) => numbers.percent(&numbers.probability(Some(share))),
        None => ABSENT.to_string(),
    }
}

fn title(inputs: &Inputs, language: Language, panels: &[Panel], cut: &str) -> Option<String> {
    let numbers = Numbers(language);
    let whos: Vec<&Who> = panels.iter().map(|panel| panel.who).collect();
    let (first, second) = key::pair(inputs, &whos)?;
    let days = numbers.count(panels[first].stop.length_days);
    let name = |place: usize| fitting(&panels[place].who.name, TITLE, NAME_ROOM);
    let share = |place: usize| probability(&panels[place].stop.breached, numbers);
    let word = if second.is_some() { ChartWord::StopTwo } else { ChartWord::StopOne };
    let other = second.unwrap_or(first);
    let (first_name, second_name, p_first, p_second) = (name(first), name(other), share(first), share(other));
    let places = [
        ("cut", cut),
        ("days", &days),
        ("first", &first_name),
        ("p_first", &p_first),
        ("second", &second_name),
        ("p_second", &p_second),
    ];
    Some(word.fill(language, &places))
}

/// Draws a panel; returns where it ends.
fn draw(scene: &mut Scene, top: f64, panel: &Panel, scales: (f64, &[f64]), language: Language, last: bool) -> f64 {
    let (follow, ticks) = scales;
    let heading = fitting(&panel.who.label, HEADING, WIDTH - 2.0 * MARGIN);
    scene.text(Point { x: MARGIN, y: top + HEADING.size }, &heading, HEADING, Anchor::Start, BLACK);
    let plot = Plot { top: top + HEADING.size + 8.0 + ROWS * ROW, follow, most: ticks[ticks.len() - 1] };
    let length = f64::from(panel.stop.length_days).min(follow);
    scene.rectangle(plot.at(0.0, plot.most), plot.at(length, 0.0), SHADE);
    axes_of(scene, plot, ticks, language, last);
    curves(scene, plot, panel);
    let window = Numbers(language).count(panel.stop.length_days);
    let window = ChartWord::StopWindow.fill(language, &[("days", &window)]);
    scene.text(at_row(plot, 0.0, 2.0), &window, SMALL, Anchor::Start, AXIS);
    marks(scene, plot, panel, language);
    beside(scene, plot, panel, language);
    plot.top + HEIGHT + if last { 52.0 } else { 34.0 }
}

/// The place of a word above the plot; row 0 stands lowest, and no line of a mark reaches the highest.
fn at_row(plot: Plot, day: f64, row: f64) -> Point {
    Point { y: plot.top - 5.0 - row * ROW, ..plot.at(day, 0.0) }
}

fn axes_of(scene: &mut Scene, plot: Plot, ticks: &[f64], language: Language, last: bool) {
    let numbers = Numbers(language);
    for &tick in ticks {
        let (from, colour) = (plot.at(0.0, tick), if tick == 0.0 { AXIS } else { FAINT });
        scene.line(vec![from, plot.at(plot.follow, tick)], if tick == 0.0 { 1.5 } else { 0.75 }, colour, None);
        let at = Point { x: from.x - 8.0, y: from.y + SMALL.size * 0.36 };
        let decimals = usize::from(plot.most < 3.0);
        scene.text(at, &numbers.decimal(tick, decimals), SMALL, Anchor::End, AXIS);
    }
    for day in axes::ticks(plot.follow as u32) {
        let foot = plot.at(f64::from(day), 0.0);
        scene.line(vec![foot, Point { y: foot.y + 4.0, ..foot }], 1.0, AXIS, None);
        let at = Point { x: foot.x, y: foot.y + 6.0 + SMALL.size };
        scene.text(at, &numbers.count(day), SMALL, Anchor::Middle, AXIS);
    }
    if last {
        let at = Point { y: plot.top + HEIGHT + 24.0 + SMALL.size, ..plot.at(plot.follow / 2.0, 0.0) };
        scene.text(at, ChartWord::StopAxis.text(language), SMALL, Anchor::Middle, AXIS);
    }
}

/// Bands with edges of the full colour, examples over them, the median on top.
fn curves(scene: &mut Scene, plot: Plot, panel: &Panel) {
    let colour = panel.who.pen.colour;
    let path = &panel.stop.path;
    let line = |place: usize| -> Vec<Point> {
        let point = |point: &PathPoint| plot.at(f64::from(point.day), point.cover[place]);
        path.iter().filter(|point| point.cover.iter().all(|days| days.is_finite())).map(point).collect()
    };
    for (low, high, share) in BANDS {
        let points = line(low).into_iter().chain(line(high).into_iter().rev()).collect();
        scene.items.push(Item::Area { points, fill: tint(colour, share) });
        scene.line(line(low), 0.75, colour, None);
        scene.line(line(high), 0.75, colour, None);
    }
    for example in &panel.stop.examples {
        let days = (1..).zip(example).map(|(day, &cover)| plot.at(f64::from(day), cover)).collect();
        scene.line(days, 1.0, BLACK, Some(EXAMPLE));
    }
    scene.line(line(MEDIAN), 2.5, colour, None);
}

/// Mean days of breach and of recovery, where some probe had one; no recovery where most of those in breach never came back.
fn marked_days(stop: &StopFindings) -> (Option<f64>, Option<f64>) {
    let breach = stop.breach.day.mean;
    let most_came_back = stop.breach.not_recovered.mean.is_none_or(|share| share < 0.5);
    let recovery = stop.breach.recovery_days.mean.filter(|_| most_came_back);
    (breach, breach.zip(recovery).map(|(breach, after)| breach + after))
}

/// The share of those in breach that came back, where that is not all.
fn came_back(stop: &StopFindings, numbers: Numbers) -> Option<String> {
    let lost = stop.breach.not_recovered.mean.filter(|share| *share > 0.0)?;
    Some(numbers.percent(&numbers.probability(Some(1.0 - lost))))
}

fn marks(scene: &mut Scene, plot: Plot, panel: &Panel, language: Language) {
    let (breach, back) = marked_days(panel.stop);
    let share = came_back(panel.stop, Numbers(language));
    let word = if share.is_some() { ChartWord::StopBackSome } else { ChartWord::StopBack };
    let marks = [(breach, ChartWord::StopBreach, 0.0), (back, word, 1.0)];
    let shown = marks.into_iter().filter_map(|(day, word, row)| {
        let day = day.filter(|day| day.is_finite() && *day <= plot.follow)?;
        Some((day, word, at_row(plot, day, row)))
    });
    let shown: Vec<(f64, ChartWord, Point)> = shown.collect();
    for (day, _, at) in &shown {
        scene.line(vec![Point { y: at.y + 3.0, ..*at }, plot.at(*day, 0.0)], 1.25, BLACK, Some((4, 3)));
    }
    // Words on white, so that the other mark's line does not run through them.
    for (day, word, at) in shown {
        let day = Numbers(language).decimal(day, 0);
        let text = word.fill(language, &[("day", &day), ("share", share.as_deref().unwrap_or_default())]);
        let width = text_width(&text, SMALL);
        let left = if at.x > (Plot::LEFT + Plot::RIGHT) / 2.0 { at.x - width } else { at.x };
        let corner = Point { x: left - 1.0, y: at.y - SMALL.size };
        scene.rectangle(corner, Point { x: left + width + 1.0, y: at.y + 2.0 }, WHITE);
        scene.text(Point { x: left, ..at }, &text, SMALL, Anchor::Start, BLACK);
    }
}

/// Breach and recovery in words, beside the plot.
fn beside(scene: &mut Scene, plot: Plot, panel: &Panel, language: Language) {
    let (numbers, stop) = (Numbers(language), panel.stop);
    let day = |value: Option<f64>| value.map_or(ABSENT.to_string(), |value| numbers.decimal(value, 0));
    let spread = |figure: &Estimate| match figure.quantiles {
        Some([_, p10, _, p90, _]) => numbers.interval(day(Some(p10)), day(Some(p90))),
        None => String::new(),
    };
    let mut texts = vec![ChartWord::StopBreachLine.fill(language, &[("share", &probability(&stop.breached, numbers))])];
    if let Some(mean) = stop.breach.day.mean {
        let places = [("day", day(Some(mean))), ("spread", spread(&stop.breach.day))];
        texts.push(ChartWord::StopBreachDay.fill(language, &places.each_ref().map(|(p, v)| (*p, v.as_str()))));
    }
    if let Some(mean) = stop.breach.recovery_days.mean {
        let places = [("days", day(Some(mean))), ("spread", spread(&stop.breach.recovery_days))];
        texts.push(ChartWord::StopBackLine.fill(language, &places.each_ref().map(|(p, v)| (*p, v.as_str()))));
    }
    if stop.breach.not_recovered.mean.is_some_and(|share| share > 0.0) {
        let follow = numbers.count(stop.path.len() as u64);
        let share = probability(&stop.breach.not_recovered, numbers);
        texts.push(ChartWord::StopNotBack.fill(language, &[("follow", &follow), ("share", &share)]));
    }
    if let Some(mean) = stop.refill_days.mean.filter(|_| stop.not_refilled.mean.is_some_and(|share| share < 0.5)) {
        let places = [("days", day(Some(mean))), ("spread", spread(&stop.refill_days))];
        texts.push(ChartWord::StopFullLine.fill(language, &places.each_ref().map(|(p, v)| (*p, v.as_str()))));
    }
    let mut y = plot.top + SMALL.size;
    for line in texts.iter().flat_map(|text| lines(text.trim_end(), SMALL, LABEL_ROOM - 24.0)) {
        scene.text(Point { x: Plot::RIGHT + 24.0, y }, &line, SMALL, Anchor::Start, BLACK);
        y += 20.0;
    }
}

fn alt(language: Language, title: &str, subtitle: &str, panels: &[Panel], most: &str) -> String {
    let numbers = Numbers(language);
    let follow = numbers.count(panels[0].stop.path.len() as u64);
    let kind = ChartWord::StopAlt.fill(language, &[("follow", &follow), ("most", most)]);
    let mut sentences = vec![format!("{title}."), kind, subtitle.to_string()];
    for panel in panels {
        let lowest = panel.stop.path.iter().map(|point| point.cover[MEDIAN]).fold(f64::INFINITY, f64::min);
        let (lowest, share) = (numbers.decimal(lowest, 0), probability(&panel.stop.breached, numbers));
        let places = [("name", panel.who.label.as_str()), ("lowest", &lowest), ("share", &share)];
        sentences.push(ChartWord::StopAltScenario.fill(language, &places));
    }
    sentences.push(Word::ChartAltTable.text(language).to_string());
    sentences.join(" ")
}

fn csv(panels: &[Panel], cut: &str, reserve: &str) -> String {
    let mut rows = Rows::with_header(&["cut", "scenario", "reserve", "day", "metric", "unit", "statistic", "value"]);
    for panel in panels {
        let place = [cut, &panel.who.id, reserve].map(text_cell);
        let mut push = |day: u32, metric: &str, unit: &str, statistic: &str, value: f64| {
            let measure = [day.to_string(), metric.into(), unit.into(), statistic.into(), number_cell(Some(value))];
            rows.push(&[&place[..], &measure[..]].concat());
        };
        for point in &panel.stop.path {
            for (name, value) in ["p10", "p25", "p50", "p75", "p90"].into_iter().zip(point.cover) {
                push(point.day, "cover", "days", name, value);
            }
            push(point.day, "share_served", "share", "mean", point.served[0]);
            push(point.day, "share_served", "share", "p10", point.served[1]);
        }
        for (number, example) in (1..).zip(&panel.stop.examples) {
            for (day, &value) in (1..).zip(example) {
                push(day, "cover", "days", &format!("example_{number}"), value);
            }
        }
    }
    rows.text()
}
