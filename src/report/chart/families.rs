//! Share of need groups at zero, by product family: one row per family, one numbered dot per scenario.

use super::Drawn;
use super::key::{self, RADIUS, Who};
use super::page::{MARGIN, SMALL, TITLE, WIDTH, fitting, page};
use super::palette::{AXIS, BLACK, FAINT};
use super::scene::{Anchor, Point, Scene, Type, Weight};
use super::words::{footer, level, upper_first};
use crate::order::InOrder;
use crate::report::csv::{Rows, number_cell, text_cell};
use crate::report::headline;
use crate::report::largest_site;
use crate::report::name::visible;
use crate::report::number::{ABSENT, Numbers};
use crate::report::wording::charts::ChartWord;
use crate::report::wording::{Language, Word};
use crate::study::findings::{Findings, Inputs};

/// Families shown, at most; the table has them all.
const MOST_FAMILIES: usize = 15;
const LABEL: Type = Type { size: 15.0, weight: Weight::Regular };
const LABEL_ROOM: f64 = 330.0;
const LEFT: f64 = MARGIN + LABEL_ROOM;
const RIGHT: f64 = WIDTH - MARGIN - 24.0;
/// Height of a row of dots.
const ROW: f64 = 2.0 * RADIUS + 3.0;
const NAME_ROOM: f64 = 300.0;
/// The family that the claim is about may take most of a line.
const FAMILY_ROOM: f64 = 900.0;

/// One family: per scenario its share, where the scenario has the family.
struct Family {
    id: String,
    title: String,
    shares: Vec<Option<f64>>,
}

impl Family {
    fn worst(&self) -> f64 {
        self.shares.iter().flatten().copied().fold(0.0, f64::max)
    }
}

/// The chart, unless no family was counted.
pub(super) fn chart(findings: &Findings, language: Language, reserve: &str) -> Option<Drawn> {
    let inputs = &findings.inputs;
    let cut = inputs.cuts.first()?;
    let whos = key::scenarios(inputs, language);
    let families = families(findings, language, reserve, &cut.id, &whos);
    let counted: Vec<usize> =
        (0..whos.len()).filter(|&who| families.iter().any(|family| family.shares[who].is_some())).collect();
    if counted.is_empty() {
        return None;
    }
    let numbers = Numbers(language);
    let days = numbers.count(level(inputs));
    let cut_title = upper_first(&visible(language.title(&cut.title)));
    let title = title(inputs, language, &whos, &families, (&cut_title, &days));
    let reserve_title = headline::reserve_title(inputs, reserve, language);
    let subtitle = ChartWord::FamiliesSubtitle.fill(language, &[("level", &days), ("reserve", &reserve_title)]);
    let subtitle = format!("{subtitle} {}", largest_site::sentence(inputs, cut, Some(reserve), language));
    let subtitle = subtitle.trim_end();
    let shown = &families[..families.len().min(MOST_FAMILIES)];
    let reading = if shown.len() < families.len() {
        let (few, all) = (numbers.count(shown.len() as u64), numbers.count(families.len() as u64));
        ChartWord::FamiliesShown.fill(language, &[("shown", &few), ("all", &all)])
    } else {
        String::new()
    };
    let entries: Vec<(&Who, String)> = counted.iter().map(|&who| (&whos[who], whos[who].label.clone())).collect();
    let source = footer(inputs, language);
    let scene = page(&title, &[subtitle], &[&reading, &source], |scene, top| {
        let top = key::draw_marks(scene, top, &entries);
        rows(scene, top, &whos, shown, language)
    });
    let alt = alt(language, &title, subtitle, &whos, shown);
    Some(Drawn { name: "families-at-zero", title, scene, csv: csv(&whos, &families, &cut.id, reserve, inputs), alt })
}

/// All families, the worst in any scenario first, ties by title.
fn families(findings: &Findings, language: Language, reserve: &str, cut: &str, whos: &[Who]) -> Vec<Family> {
    let inputs = &findings.inputs;
    let mut families: Vec<Family> = Vec::new();
    let Some(level) = headline::level(inputs) else { return families };
    for (place, who) in whos.iter().enumerate() {
        let found = headline::cell(findings, &who.id, reserve).and_then(|cell| headline::cut(cell, cut));
        let counted = found.and_then(headline::full_claim).and_then(|readings| readings.families_at_zero.get(level));
        for (id, share) in counted.into_iter().flatten().filter(|(_, share)| share.is_finite()) {
            let known = families.iter().position(|family| family.id == *id);
            let at = known.unwrap_or_else(|| {
                let shares = vec![None; whos.len()];
                families.push(Family { id: id.clone(), title: family_title(inputs, id, language), shares });
                families.len() - 1
            });
            families[at].shares[place] = Some(*share);
        }
    }
    families.order_by(|one, other| other.worst().total_cmp(&one.worst()).then_with(|| one.title.cmp(&other.title)));
    families
}

fn family_title(inputs: &Inputs, id: &str, language: Language) -> String {
    let titles = inputs.scenarios.iter().flat_map(|scenario| &scenario.families);
    let title = titles.into_iter().find(|(family, _)| family == id).map_or(id, |(_, title)| language.title(title));
    match (title, id) {
        ("", "") => ChartWord::FamilyUnnamed.text(language).to_string(),
        ("", id) => visible(id),
        (title, _) => visible(title),
    }
}

fn percent(share: Option<f64>, numbers: Numbers) -> String {
    match share {
        Some(share) => numbers.percent(&numbers.share_against(Some(share), 1.0)),
        None => ABSENT.to_string(),
    }
}

fn title(inputs: &Inputs, language: Language, whos: &[Who], families: &[Family], about: (&str, &str)) -> String {
    let (cut, level) = about;
    let numbers = Numbers(language);
    let worst = families.first().filter(|family| family.worst() > 0.0);
    let (Some(worst), Some((reference, alternative))) = (worst, key::pair(inputs, &whos.iter().collect::<Vec<_>>()))
    else {
        return ChartWord::FamiliesNone.fill(language, &[("cut", cut), ("level", level)]);
    };
    // The most stricken scenario first, and beside it one of the headline's pair.
    let stricken = |who: &usize| worst.shares[*who] == Some(worst.worst());
    let first = (0..whos.len()).find(stricken).unwrap_or(reference);
    let second = [alternative, Some(reference)].into_iter().flatten().find(|who| *who != first);
    let name = |who: usize| fitting(&whos[who].name, TITLE, NAME_ROOM);
    let share = |who: usize| percent(worst.shares[who], numbers);
    let other = second.unwrap_or(first);
    let word = if second.is_some() { ChartWord::FamiliesTwo } else { ChartWord::FamiliesOne };
    let family = fitting(&worst.title, TITLE, FAMILY_ROOM);
    let (first_name, second_name, s_first, s_second) = (name(first), name(other), share(first), share(other));
    let places = [
        ("cut", cut),
        ("level", level),
        ("family", &family),
        ("first", &first_name),
        ("s_first", &s_first),
        ("second", &second_name),
        ("s_second", &s_second),
    ];
    word.fill(language, &places)
}

/// The share at the right end of the axis: the least round one that no dot passes.
fn right_end(families: &[Family]) -> f64 {
    let most = families.iter().flat_map(|family| family.shares.iter().flatten()).copied().fold(0.0, f64::max);
    [0.2, 0.4, 1.0].into_iter().find(|&end| most <= end).unwrap_or(1.0)
}

fn x(share: f64, end: f64) -> f64 {
    LEFT + (share / end).clamp(0.0, 1.0) * (RIGHT - LEFT)
}

/// Dots of one family in as few rows as keep them apart: (scenario, share, row).
fn dodged(family: &Family, end: f64) -> Vec<(usize, f64, usize)> {
    let shares = family.shares.iter().enumerate();
    let mut dots: Vec<(usize, f64)> = shares.filter_map(|(who, share)| Some((who, (*share)?))).collect();
    dots.order_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
    let mut ends: Vec<f64> = Vec::new();
    let place = |(who, share): (usize, f64)| {
        let row = ends.iter().position(|&reached| x(share, end) >= reached).unwrap_or(ends.len());
        if row == ends.len() {
            ends.push(0.0);
        }
        ends[row] = x(share, end) + ROW;
        (who, share, row)
    };
    dots.into_iter().map(place).collect()
}

fn rows(scene: &mut Scene, top: f64, whos: &[Who], families: &[Family], language: Language) -> f64 {
    let numbers = Numbers(language);
    let end = right_end(families);
    let dots: Vec<Vec<(usize, f64, usize)>> = families.iter().map(|family| dodged(family, end)).collect();
    let heights: Vec<f64> =
        dots.iter().map(|dots| dots.iter().map(|(_, _, row)| row + 1).max().unwrap_or(1) as f64 * ROW + 10.0).collect();
    let bottom = top + heights.iter().sum::<f64>();
    for share in [0.0, 0.25, 0.5, 0.75, 1.0].map(|part| part * end) {
        let at = x(share, end);
        let (width, colour) = if share == 0.0 { (1.5, AXIS) } else { (0.75, FAINT) };
        scene.line(vec![Point { x: at, y: top }, Point { x: at, y: bottom }], width, colour, None);
        let text = numbers.percent(&numbers.decimal(share * 100.0, 0));
        scene.text(Point { x: at, y: bottom + 6.0 + SMALL.size }, &text, SMALL, Anchor::Middle, AXIS);
    }
    let mut upper = top;
    for ((family, dots), height) in families.iter().zip(&dots).zip(&heights) {
        let middle = upper + height / 2.0;
        let name = fitting(&family.title, LABEL, LABEL_ROOM - RADIUS - 12.0);
        let at = Point { x: LEFT - RADIUS - 8.0, y: middle + LABEL.size * 0.36 };
        scene.text(at, &name, LABEL, Anchor::End, BLACK);
        scene.line(vec![Point { x: LEFT, y: upper }, Point { x: RIGHT, y: upper }], 0.75, FAINT, None);
        for &(who, share, row) in dots {
            key::tag(
                scene,
                whos[who].number,
                whos[who].pen,
                Point { x: x(share, end), y: upper + 5.0 + (row as f64 + 0.5) * ROW },
            );
        }
        upper += height;
    }
    bottom + 18.0 + SMALL.size
}

fn alt(language: Language, title: &str, subtitle: &str, whos: &[Who], shown: &[Family]) -> String {
    let numbers = Numbers(language);
    let end = numbers.percent(&numbers.decimal(right_end(shown) * 100.0, 0));
    let kind = ChartWord::FamiliesAlt.fill(language, &[("end", &end)]);
    let mut sentences = vec![format!("{title}."), kind, subtitle.into()];
    for family in shown.iter().take(3) {
        let values = whos.iter().zip(&family.shares).filter(|(_, share)| share.is_some());
        let values: Vec<String> =
            values.map(|(who, share)| format!("{} {}", percent(*share, numbers), who.label)).collect();
        let places = [("family", family.title.as_str()), ("values", &values.join(", "))];
        sentences.push(ChartWord::FamilyShares.fill(language, &places));
    }
    sentences.push(Word::ChartAltTable.text(language).to_string());
    sentences.join(" ")
}

fn csv(whos: &[Who], families: &[Family], cut: &str, reserve: &str, inputs: &Inputs) -> String {
    let mut rows = Rows::with_header(&["cut", "scenario", "reserve", "level", "family", "unit", "share"]);
    for family in families {
        for (who, share) in whos.iter().zip(&family.shares).filter(|(_, share)| share.is_some()) {
            let place = [cut, &who.id, reserve].map(text_cell);
            let rest = [level(inputs).to_string(), text_cell(&family.id), "share".into(), number_cell(*share)];
            rows.push(&[&place[..], &rest[..]].concat());
        }
    }
    rows.text()
}
