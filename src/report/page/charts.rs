//! Charts as figures: the drawing, its words for those who do not see it, and its values folded away.

use super::Page;
use super::markup::{Table, esc, folded};
use crate::report::chart::NamedChart;
use crate::report::wording::page::PageWord;

/// The chart that stands on the first page, where it is drawn.
const FIRST: &str = "cost-endurance";
/// Most decimals of values that are shown; the file of the run holds them unrounded.
const DECIMALS: usize = 4;

/// The figure for the first page, if that chart is drawn.
pub(super) fn first(page: &Page, charts: &[NamedChart]) -> String {
    charts.iter().filter(|chart| chart.name == FIRST).map(|chart| figure(page, chart)).collect()
}

/// All other figures.
pub(super) fn rest(page: &Page, charts: &[NamedChart]) -> String {
    let figures: String = charts.iter().filter(|chart| chart.name != FIRST).map(|chart| figure(page, chart)).collect();
    if figures.is_empty() { figures } else { page.part("charts", PageWord::ChartsHead, &figures) }
}

fn figure(page: &Page, NamedChart { name, title, chart }: &NamedChart) -> String {
    let read = page.fill(PageWord::PageChartRead, &[("alt", &esc(&chart.alt))]);
    let values = format!("<p>{read}</p>\n{}", values(page, title, &chart.csv));
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

/// The values that are drawn, as a table for people: names for ids, the language's numbers.
fn values(page: &Page, title: &str, csv: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).flexible(true).from_reader(csv.as_bytes());
    let heads: Vec<String> =
        reader.headers().map(|heads| heads.iter().map(str::to_owned).collect()).unwrap_or_default();
    let shown = heads.iter().map(|head| head_word(page, head)).collect();
    let mut table = Table::new(esc(title), shown);
    // The table was written a moment ago by this program: every record reads.
    for record in reader.records().flatten() {
        let cells =
            record.iter().zip(&heads).map(|(cell, head)| format!("<td>{}</td>", esc(&cell_text(page, head, cell))));
        table.raw_row(&cells.collect::<String>());
    }
    table.html("values")
}

fn head_word(page: &Page, head: &str) -> String {
    let word = match head {
        "cut" => PageWord::ColumnCut,
        "scenario" => PageWord::ColumnScenario,
        "reserve" => PageWord::ColumnReserve,
        "claim" => PageWord::ColumnClaim,
        "day" => PageWord::ColumnDay,
        "unit" => PageWord::ColumnUnit,
        "mean" => PageWord::ColumnMean,
        _ => return esc(head),
    };
    page.text(word).to_string()
}

fn cell_text(page: &Page, head: &str, cell: &str) -> String {
    let inputs = &page.findings.inputs;
    let language = page.language;
    let cut = || inputs.cuts.iter().find(|cut| cut.id == cell).map(|cut| language.title(&cut.title).to_string());
    match head {
        "scenario" => crate::report::headline::short_title(inputs, cell, language),
        "reserve" => crate::report::headline::reserve_title(inputs, cell, language),
        "cut" => cut().unwrap_or_else(|| cell.to_string()),
        "unit" if cell == "share" => page.text(PageWord::ColumnShare).to_string(),
        _ => cell.parse().map_or_else(|_| cell.to_string(), |value: f64| page.numbers.short(value, DECIMALS)),
    }
}
