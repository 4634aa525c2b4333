//! Results in detail for the headline's reserve: service, cost by component and payer, endurance, what runs out, flows.

use super::Page;
use super::figures::{Written, pointer};
use super::markup::{Table, esc};
use crate::report::headline;
use crate::report::json::{claim_key, threshold_key};
use crate::report::number::ABSENT;
use crate::report::table::component_name;
use crate::report::wording::page::PageWord;
use crate::sim::cost::Component;
use crate::study::findings::{CellFindings, Estimate};

/// The section.
pub(super) fn section(page: &Page) -> String {
    let reserve = headline::reserve(&page.findings.inputs).unwrap_or_default();
    let tables = [
        endurance(page, reserve),
        super::slices::tables(page, reserve),
        service(page, reserve),
        super::run_phases::table(page, reserve),
        super::shortage::table(page, reserve),
        cost(page, reserve),
        super::runs_out::articles(page, reserve),
        super::runs_out::families(page, reserve),
        flows(page),
    ];
    page.part("detail", PageWord::DetailHead, &tables.concat())
}

/// A table with one column per scenario; cells are made from the scenario's cell and its place.
pub(super) fn across<'a>(page: &'a Page, reserve: &str, caption: PageWord, rows: &[Row<'a>]) -> String {
    let scenarios = &page.findings.inputs.scenarios;
    let mut heads = vec![page.text(PageWord::MeasureColumn).to_string()];
    heads.extend(scenarios.iter().map(|scenario| page.head(&scenario.id)));
    let mut table = Table::new(page.fill(caption, &[("reserve", &page.reserve(reserve))]), heads);
    for (name, value) in rows {
        let cell = |id: &str| page.cell_at(id, reserve).map_or(ABSENT.to_string(), |(cell, at)| value(cell, &at));
        table.row(name, &scenarios.iter().map(|scenario| cell(&scenario.id)).collect::<Vec<_>>());
    }
    if table.is_empty() { String::new() } else { table.html("across") }
}

pub(super) type Row<'a> = (String, Box<dyn Fn(&'a CellFindings, &str) -> String + 'a>);

fn service(page: &Page, reserve: &str) -> String {
    let measures = [
        (PageWord::FillRow, "fill_rate"),
        (PageWord::FillByValue, "fill_rate_by_value"),
        (PageWord::Availability, "availability"),
        (PageWord::OrderLines, "order_line_service"),
    ];
    let row = |(word, name): (PageWord, &'static str)| -> Row {
        let value = move |cell: &CellFindings, at: &str| {
            let at = format!("{at}/metrics/{name}");
            cell.metrics.get(name).map_or(ABSENT.to_string(), |figure| page.figure(figure, &at, Written::Share))
        };
        (page.text(word).to_string(), Box::new(value))
    };
    let mut rows: Vec<Row> = measures.map(row).into();
    rows.push((
        page.fill(PageWord::CostRow, &[]),
        Box::new(|cell, at| page.figure(&cell.cost.total, &format!("{at}/metrics/cost_per_year"), Written::Msek)),
    ));
    across(page, reserve, PageWord::ServiceCaption, &rows)
}

fn cost(page: &Page, reserve: &str) -> String {
    let cells = || page.findings.cells.iter().filter(|cell| cell.reserve == reserve);
    let money = move |figure: Option<&Estimate>, at: String| {
        figure.map_or(ABSENT.to_string(), |figure| page.mean(figure, &at, Written::Msek))
    };
    let mut rows: Vec<Row> = Vec::new();
    let is_priced = |part: &Component| cells().any(|cell| cell.cost.components.iter().any(|(other, _)| other == part));
    for part in Component::ALL.into_iter().filter(is_priced) {
        let value = move |cell: &CellFindings, at: &str| {
            let figure = cell.cost.components.iter().find(|(other, _)| *other == part).map(|(_, figure)| figure);
            money(figure, format!("{at}/metrics/cost_per_year/components/{}", part.id()))
        };
        rows.push((esc(&component_name(page.language, part)), Box::new(value)));
    }
    let mut payers: Vec<String> = Vec::new();
    for (payer, _) in cells().flat_map(|cell| &cell.cost.payers) {
        if !payers.contains(payer) {
            payers.push(payer.clone());
        }
    }
    rows.push((
        page.text(PageWord::Total).to_string(),
        Box::new(move |cell, at| money(Some(&cell.cost.total), format!("{at}/metrics/cost_per_year"))),
    ));
    rows.push((
        page.text(PageWord::Cash).to_string(),
        Box::new(move |cell, at| money(Some(&cell.cost.cash), format!("{at}/metrics/cost_per_year/cash"))),
    ));
    rows.push((
        page.text(PageWord::Imputed).to_string(),
        Box::new(move |cell, at| money(Some(&cell.cost.imputed), format!("{at}/metrics/cost_per_year/imputed"))),
    ));
    for payer in payers {
        let title = headline::payer_title(&page.findings.inputs, &payer, page.language);
        let name = page.fill(PageWord::PaidBy, &[("payer", &esc(&title))]);
        let value = move |cell: &CellFindings, at: &str| {
            let figure = cell.cost.payers.iter().find(|(other, _)| *other == payer).map(|(_, figure)| figure);
            money(figure, format!("{at}{}", pointer(&["metrics", "cost_per_year", "payers", &payer])))
        };
        rows.push((name, Box::new(value)));
    }
    let lump_sum = move |cell: &CellFindings, at: &str| {
        let sek = Some(cell.cost.lump_sums).filter(|&sek| sek != 0.0);
        page.value(sek, &format!("{at}/metrics/cost_per_year/lump_sums"), Written::Msek)
    };
    rows.push((page.text(PageWord::LumpSum).to_string(), Box::new(lump_sum)));
    across(page, reserve, PageWord::ComponentCaption, &rows)
}

/// Days per threshold, for every cut and claim.
fn endurance(page: &Page, reserve: &str) -> String {
    let inputs = &page.findings.inputs;
    let mut rows: Vec<Row> = Vec::new();
    for (cut, input) in inputs.cuts.iter().enumerate() {
        let with_cut = page.findings.cells.iter().filter(|cell| cell.reserve == reserve);
        let cuts = with_cut.filter_map(|cell| cell.endurance.get(cut));
        let mut claims: Vec<u16> = cuts.flat_map(|cut| cut.claims.iter().map(|(claim, _)| *claim)).collect();
        claims.sort_unstable();
        claims.dedup();
        for claim in claims {
            for (place, &threshold) in inputs.thresholds.iter().enumerate() {
                let percent = page.per_cent(f64::from(claim) / 1000.0);
                let places = [("cut", page.title(&input.title)), ("claim", percent)];
                let what =
                    page.fill(PageWord::CutWithClaim, &places.each_ref().map(|(name, value)| (*name, value.as_str())));
                let days = page.fill(PageWord::DaysAt, &[("threshold", &page.per_cent(threshold))]);
                let value = move |cell: &CellFindings, at: &str| days_at(page, cell, at, (cut, claim, place));
                rows.push((format!("{what}: {days}"), Box::new(value)));
            }
        }
    }
    across(page, reserve, PageWord::EnduranceCaption, &rows)
}

fn days_at(page: &Page, cell: &CellFindings, at: &str, place: (usize, u16, usize)) -> String {
    let found = days_and_spread(page, cell, at, place);
    found.map_or(ABSENT.to_string(), |(days, spread)| format!("{days} {spread}").trim_end().to_string())
}

/// Median and spread of the days, by the places of cut and threshold, and the claim in thousandths.
pub(super) fn days_and_spread(
    page: &Page,
    cell: &CellFindings,
    at: &str,
    (cut, claim, place): (usize, u16, usize),
) -> Option<(String, String)> {
    let cut = cell.endurance.get(cut)?;
    let (_, readings) = cut.claims.iter().find(|(other, _)| *other == claim)?;
    let days = readings.days.get(place)?;
    let keys = ["endurance", &cut.cut, &claim_key(claim), "days", &threshold_key(days.threshold)];
    let at = at.to_string() + &pointer(&keys);
    let written = Written::Days(page.findings.inputs.cap_days);
    let median = page.value(days.days.quantiles.map(|quantiles| quantiles[2]), &format!("{at}/p50"), written);
    Some((median, page.spread(&days.days, &at, written)))
}

/// The flows of all scenarios, those not assessed with their reason.
fn flows(page: &Page) -> String {
    let words = [
        PageWord::FlowColumn,
        PageWord::NeedColumn,
        PageWord::UnitColumn,
        PageWord::ArticlesColumn,
        PageWord::StatusColumn,
    ];
    let mut rows: Vec<[String; 5]> = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for flow in page.findings.inputs.scenarios.iter().flat_map(|scenario| &scenario.flows) {
        if told.contains(&flow.id.as_str()) {
            continue;
        }
        told.push(&flow.id);
        let status = match &flow.not_assessed {
            Some(why) => page.fill(PageWord::FlowNotAssessed, &[("why", &page.title(why))]),
            None => page.text(PageWord::Assessed).to_string(),
        };
        let articles = page.numbers.count(flow.articles as u64);
        rows.push([page.title(&flow.title), page.title(&flow.need), page.title(&flow.unit), articles, status]);
    }
    // A column that no flow says anything in is left out.
    let said: Vec<usize> = (0..words.len()).filter(|&place| rows.iter().any(|row| !row[place].is_empty())).collect();
    let heads = said.iter().map(|&place| page.text(words[place]).to_string()).collect();
    let mut table = Table::new(page.text(PageWord::FlowCaption).to_string(), heads);
    for row in &rows {
        let cells: Vec<String> = said.iter().skip(1).map(|&place| row[place].clone()).collect();
        table.row(&row[0], &cells);
    }
    if table.is_empty() { String::new() } else { table.html("across") }
}
