//! The charts of a report, each a claim with its numbers. A chart that the findings cannot carry is left out.

mod axes;
mod breakdown;
pub mod breaking;
mod canvas;
mod cost_endurance;
mod cost_words;
mod costs;
mod curves;
pub mod desk;
pub mod exposure;
mod families;
pub mod frontier;
mod image;
mod key;
mod labels;
mod marks;
mod page;
pub mod palette;
mod panel;
pub mod pareto;
mod scale;
mod scatter;
mod scene;
mod slim;
mod stop;
pub mod suppliers;
mod survival;
mod words;

use super::csv::{Rows, number_cell, text_cell};
use super::headline;
use super::json::claim_key;
use super::wording::Language;
use crate::study::findings::Findings;
use curves::Panel;
use rayon::prelude::*;
use scene::Scene;

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

/// A chart with the name of its files and the claim that it makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedChart {
    /// Stem of the files' names.
    pub name: &'static str,
    /// The claim, as it stands in the image.
    pub title: String,
    /// The chart.
    pub chart: Chart,
}

/// The names of all charts that there are.
pub const NAMES: [&str; 5] = ["cost-endurance", "survival", "stop", "families-at-zero", "cost-breakdown"];

/// Every chart that the findings can carry, in the order in which a report shows them.
pub fn charts(findings: &Findings, language: Language) -> Vec<NamedChart> {
    let reserve = headline::reserve(&findings.inputs).unwrap_or_default();
    let drawn = [
        cost_endurance::chart(findings, language, reserve),
        survival_of(findings, language, reserve),
        stop::chart(findings, language, reserve),
        families::chart(findings, language, reserve),
        breakdown::chart(findings, language, reserve),
    ];
    // Pixels take the longest by far.
    drawn.into_par_iter().flatten().map(|drawn| drawn.finished(language)).collect()
}

/// What a chart is made of before it is put into its forms.
struct Drawn {
    name: &'static str,
    title: String,
    scene: Scene,
    csv: String,
    alt: String,
}

impl Drawn {
    /// All forms of the chart. Names within the image begin with the chart's own, so that several can stand on one page.
    fn finished(self, language: Language) -> NamedChart {
        let id = format!("{}-{}", self.name, language.code());
        let svg = canvas::svg(&self.scene, &id, &self.title, &self.alt);
        let chart = Chart { svg, png: image::png(&self.scene), csv: self.csv, alt: self.alt };
        NamedChart { name: self.name, title: self.title, chart }
    }
}

/// The survival curves, unless there is none.
fn survival_of(findings: &Findings, language: Language, reserve: &str) -> Option<Drawn> {
    let panels = curves::panels(findings, language, reserve);
    let has_curves = panels.iter().any(|panel| !panel.curves.is_empty());
    has_curves.then(|| draw_survival(findings, language, reserve, &panels))
}

/// Draws the curves of all scenarios for one reserve (by default the one nearest 30 days), one panel per cut.
pub fn survival_chart(findings: &Findings, language: Language, reserve: Option<&str>) -> Chart {
    let reserve = reserve.or_else(|| headline::reserve(&findings.inputs)).unwrap_or_default();
    let panels = curves::panels(findings, language, reserve);
    draw_survival(findings, language, reserve, &panels).finished(language).chart
}

fn draw_survival(findings: &Findings, language: Language, reserve: &str, panels: &[Panel]) -> Drawn {
    let words = words::Words::new(findings, language, reserve, panels);
    let scene = survival::scene(&findings.inputs, &words, panels);
    Drawn { name: "survival", title: words.title, scene, csv: csv(panels), alt: words.alt }
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
