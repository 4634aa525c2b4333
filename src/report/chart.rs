//! The chart of survival curves: what share of critical need is served, day by day after each cut.

mod axes;
mod canvas;
mod curves;
mod image;
mod labels;
pub mod palette;
mod panel;
mod scene;
mod survival;
mod words;

use super::csv::{Rows, number_cell, text_cell};
use super::headline;
use super::json::claim_key;
use super::wording::Language;
use crate::study::findings::Findings;
use curves::Panel;

/// A chart in the forms in which it is handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Vector image, with its alternative text inside.
    pub svg: String,
    /// Bitmap at twice the size.
    pub png: Vec<u8>,
    /// What is drawn, as a table, unrounded.
    pub csv: String,
    /// Alternative text.
    pub alt: String,
}

/// Draws the curves of all scenarios for one reserve (by default the one nearest 30 days), one panel per cut.
pub fn survival_chart(findings: &Findings, language: Language, reserve: Option<&str>) -> Chart {
    let reserve = reserve.or_else(|| headline::reserve(&findings.inputs)).unwrap_or_default();
    let panels = curves::panels(findings, language, reserve);
    let words = words::Words::new(findings, language, reserve, &panels);
    let scene = survival::scene(&findings.inputs, &words, &panels);
    Chart {
        svg: canvas::svg(&scene, &words.title, &words.alt),
        png: image::png(&scene),
        csv: csv(&panels),
        alt: words.alt,
    }
}

fn csv(panels: &[Panel]) -> String {
    let mut rows = Rows::with_header(&["cut", "scenario", "reserve", "claim", "day", "unit", "mean", "p10", "p90"]);
    for (panel, curve) in panels.iter().flat_map(|panel| panel.curves.iter().map(move |curve| (panel, curve))) {
        let place =
            [text_cell(&panel.id), text_cell(&curve.scenario), text_cell(&curve.reserve), claim_key(curve.claim)];
        for point in &curve.points {
            let numbers = [point.mean, point.p10, point.p90].map(|value| number_cell(Some(value)));
            let day = [point.day.to_string(), "share".to_string()];
            rows.push(&[&place[..], &day[..], &numbers[..]].concat());
        }
    }
    rows.text()
}
