//! Charts as figures: the drawing, its words for those who do not see it, and its values folded away.

use super::Page;
use super::decision;
use super::markup::{esc, folded};
use super::values;
use crate::report::chart::NamedChart;
use crate::report::wording::page::PageWord;

/// The chart that stands on the first page, where it is drawn.
const FIRST: &str = "cost-endurance";

/// The figure for the first page, if that chart is drawn and the decision table leaves room for it.
pub(super) fn first(page: &Page, charts: &[NamedChart]) -> String {
    charts.iter().filter(|chart| stands_first(page, chart)).map(|chart| figure(page, chart)).collect()
}

fn stands_first(page: &Page, chart: &NamedChart) -> bool {
    chart.name == FIRST && !decision::is_tall(page)
}

/// All other figures.
pub(super) fn rest(page: &Page, charts: &[NamedChart]) -> String {
    let others = charts.iter().filter(|chart| !stands_first(page, chart));
    let figures: String = others.map(|chart| figure(page, chart)).collect();
    if figures.is_empty() { figures } else { page.part("charts", PageWord::ChartsHead, &figures) }
}

fn figure(page: &Page, NamedChart { name, title, chart }: &NamedChart) -> String {
    let read = page.fill(PageWord::PageChartRead, &[("alt", &esc(&chart.alt))]);
    let values = format!("<p>{read}</p>\n{}", values::table(page, title, &chart.csv));
    format!(
        "<figure id=\"chart-{name}\">\n<h3>{}</h3>\n<div class=\"scroll drawing\" tabindex=\"0\">{}</div>\n<figcaption>{}</figcaption>\n</figure>\n",
        esc(title),
        embedded(&chart.svg),
        folded("values", page.text(PageWord::ShowTable), &values),
        name = esc(name)
    )
}

/// A drawing as part of the page, where it needs no namespace; its ids begin with the chart's name.
fn embedded(svg: &str) -> String {
    let drawing = svg.find("<svg").map_or("", |start| &svg[start..]);
    drawing.replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1)
}
