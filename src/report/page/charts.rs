//! Charts as figures: the drawing, its words for those who do not see it, and its values folded away.

use super::Page;
use super::markup::{esc, folded};
use super::values;
use crate::report::chart::NamedChart;
use crate::report::wording::page::PageWord;

/// All figures. They follow what the results are not, which must be read before them.
pub(super) fn section(page: &Page, charts: &[NamedChart]) -> String {
    let figures: String = charts.iter().map(|chart| figure(page, chart)).collect();
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
