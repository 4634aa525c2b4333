//! Safety stock by service level, under both definitions.

use super::lines::{Line, Plane};
use crate::desk::service::{Compared, ServiceFindings};
use crate::report::chart::page::page;
use crate::report::chart::palette::PARTS;
use crate::report::chart::{Drawn, NamedChart};
use crate::report::desk::{amount, percent};
use crate::report::wording::desk::service::ServiceWord as Say;
use crate::report::wording::{Language, Word};

/// The level that the title is about.
const TOLD: f64 = 0.98;

/// The chart.
pub fn chart(found: &ServiceFindings, language: Language) -> Option<NamedChart> {
    let told = found.levels.iter().find(|row| row.level == TOLD)?;
    let amount = |value: f64| amount(value, language);
    let (level, cycle, fill) =
        (percent(TOLD, language), amount(told.cycle.safety_stock), amount(told.fill.safety_stock));
    let title = Say::ChartTitle.fill(language, &[("level", &level), ("cycle", &cycle), ("fill", &fill)]);
    let question = &found.question;
    let (demand, lead) = (amount(question.demand_day), amount(question.lead_time));
    let places = [("demand", demand.as_str()), ("lead", &lead), ("lot", &amount(found.lot?))]
        .map(|(name, text)| (name, text.to_owned()));
    let places = places.each_ref().map(|(name, text)| (*name, text.as_str()));
    let subtitle = Say::ChartSubtitle.fill(language, &places);
    let line = |word: Say, part: usize, dash, of: fn(&Compared) -> f64| Line {
        name: word.text(language).to_owned(),
        colour: PARTS[part],
        dash,
        points: found.levels.iter().map(|row| (row.level * 100.0, of(row))).collect(),
    };
    let plane = Plane {
        lines: vec![
            line(Say::ChartCycle, 0, None, |row| row.cycle.safety_stock),
            line(Say::ChartFill, 1, Some((7, 4)), |row| row.fill.safety_stock),
        ],
        marks: Vec::new(),
        along: Say::ChartX.text(language),
        up: Say::ChartY.text(language),
        language,
    };
    let source = Say::ChartSource.fill(language, &[("version", env!("CARGO_PKG_VERSION"))]);
    let scene = page(&title, &[&subtitle], &[&source], |scene, top| plane.draw(scene, top));
    let alt =
        [&format!("{title}."), Say::ChartAlt.text(language), &subtitle, Word::ChartAltTable.text(language)].join(" ");
    let csv = crate::report::csv::desk::service::tidy(found);
    Some(Drawn { name: "service", title, scene, csv, alt }.finished(language))
}
