//! Charts as figures: the drawing, its words for those who do not see it, and its values folded away.

use super::Page;
use super::markup::{Table, esc, folded};
use crate::report::chart::{self, Chart};
use crate::report::wording::page::PageWord;

/// The chart that stands on the first page, where it is drawn.
const FIRST: &str = "cost-endurance";
/// Rows of values that are shown; the whole table is a file of the run.
const DECIMALS: usize = 4;

/// All charts of the findings, drawn once.
pub(super) struct Charts {
    drawn: Vec<(String, String, Chart)>,
}

impl Charts {
    /// Draws them.
    pub fn new(page: &Page) -> Charts {
        let chart = chart::survival_chart(page.findings, page.language, None);
        Charts { drawn: vec![("survival".to_string(), title(&chart), chart)] }
    }

    /// The figure for the first page, if that chart is drawn.
    pub fn first(&self, page: &Page) -> String {
        self.drawn.iter().filter(|(name, ..)| name == FIRST).map(|(name, title, chart)| figure(page, name, title, chart)).collect()
    }

    /// All other figures.
    pub fn rest(&self, page: &Page) -> String {
        let others = self.drawn.iter().filter(|(name, ..)| name != FIRST);
        let figures: String = others.map(|(name, title, chart)| figure(page, name, title, chart)).collect();
        if figures.is_empty() { figures } else { page.part("charts", PageWord::ChartsHead, &figures) }
    }
}

/// The claim of a chart that has no title apart: the first sentence of its alternative text.
fn title(chart: &Chart) -> String {
    chart.alt.split_once(". ").map_or(chart.alt.as_str(), |(first, _)| first).to_string()
}

fn figure(page: &Page, name: &str, title: &str, chart: &Chart) -> String {
    let read = page.fill(PageWord::PageChartRead, &[("alt", &esc(&chart.alt))]);
    let values = format!("<p>{read}</p>\n{}", values(page, title, &chart.csv));
    format!(
        "<figure id=\"chart-{name}\">\n<h3>{}</h3>\n<div class=\"scroll drawing\" tabindex=\"0\">{}</div>\n<figcaption>{}</figcaption>\n</figure>\n",
        esc(title),
        embedded(&chart.svg, name),
        folded("values", page.text(PageWord::ShowTable), &values),
        name = esc(name)
    )
}

/// A drawing as part of the page: no namespace is needed there, and its ids must not meet those of another.
pub(super) fn embedded(svg: &str, name: &str) -> String {
    let drawing = svg.find("<svg").map_or("", |start| &svg[start..]);
    drawing
        .replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1)
        .replace(" id=\"", &format!(" id=\"{name}-"))
        .replace("url(#", &format!("url(#{name}-"))
        .replace("href=\"#", &format!("href=\"#{name}-"))
        .replace("aria-labelledby=\"", &format!("aria-labelledby=\"{name}-"))
        .replace("aria-describedby=\"", &format!("aria-describedby=\"{name}-"))
}

/// The values that are drawn, as a table for people: names for ids, the language's numbers.
fn values(page: &Page, title: &str, csv: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).flexible(true).from_reader(csv.as_bytes());
    let heads: Vec<String> = reader.headers().map(|heads| heads.iter().map(str::to_owned).collect()).unwrap_or_default();
    let shown = heads.iter().map(|head| head_word(page, head)).collect();
    let mut table = Table::new(esc(title), shown);
    // The table was written a moment ago by this program: every record reads.
    for record in reader.records().flatten() {
        let cells = record.iter().zip(&heads).map(|(cell, head)| format!("<td>{}</td>", esc(&cell_text(page, head, cell))));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_two_drawings_do_not_meet() {
        let svg = "<?xml?><svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"><path id=\"a\"/><use href=\"#a\" clip-path=\"url(#a)\"/></svg>";
        let expected = "<svg role=\"img\"><path id=\"x-a\"/><use href=\"#x-a\" clip-path=\"url(#x-a)\"/></svg>";
        assert_eq!(embedded(svg, "x"), expected);
    }
}
