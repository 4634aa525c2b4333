//! The values of a chart as a table for people: names for ids, the language's numbers, and nothing said in every row that
//! can be said once.

use super::Page;
use super::markup::{Table, esc};
use crate::report::headline;
use crate::report::table::component_name;
use crate::report::wording::page::PageWord;
use crate::sim::cost::Component;

/// Most decimals of values that are shown; the file of the run holds them unrounded.
const DECIMALS: usize = 4;
/// From here on no decimals are shown: sums of money.
const LARGE: f64 = 1000.0;
/// Columns that say what a row is about. Where one says the same in every row, the caption says it.
const ABOUT: [&str; 7] = ["cut", "scenario", "reserve", "claim", "threshold", "level", "unit"];
/// Columns whose runs become headings.
const HEADINGS: [&str; 2] = ["cut", "scenario"];
/// Columns of a long list: one value a row, named by the two before it.
const LONG: [&str; 4] = ["metric", "unit", "statistic", "value"];

/// The table of a chart's CSV.
pub(super) fn table(page: &Page, title: &str, csv: &str) -> String {
    let data = Data::read(csv).widened(page);
    let is_constant = |place: usize| {
        ABOUT.contains(&data.heads[place].as_str())
            && data.rows.windows(2).all(|pair| pair[0].get(place) == pair[1].get(place))
    };
    let (said, shown): (Vec<usize>, Vec<usize>) = (0..data.heads.len()).partition(|&place| is_constant(place));
    let (headings, columns): (Vec<usize>, Vec<usize>) =
        shown.into_iter().partition(|&place| HEADINGS.contains(&data.heads[place].as_str()));
    let cell = |row: &[String], place: usize| {
        row.get(place).map_or(String::new(), |cell| esc(&cell_text(page, &data.heads[place], cell)))
    };
    let first = data.rows.first();
    let facts = first.iter().flat_map(|row| {
        said.iter().map(|&place| format!("{}: {}", head_word(page, &data.heads[place]), cell(row, place)))
    });
    let caption = std::iter::once(esc(title)).chain(facts).collect::<Vec<_>>().join("; ");
    let heads = columns.iter().map(|&place| head_word(page, &data.heads[place])).collect();
    let mut table = Table::new(caption, heads);
    let mut about = Vec::new();
    for row in &data.rows {
        let of_row: Vec<String> = headings.iter().map(|&place| cell(row, place)).collect();
        if of_row != about {
            table.group();
            table.raw_row(&format!("<th scope=\"rowgroup\" colspan=\"{}\">{}</th>", columns.len(), of_row.join(" – ")));
            about = of_row;
        }
        let cells: String = columns.iter().map(|&place| format!("<td>{}</td>", cell(row, place))).collect();
        table.raw_row(&cells);
    }
    table.html("values")
}

/// A CSV in memory.
struct Data {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Data {
    /// The table was written a moment ago by this program: every record reads.
    fn read(csv: &str) -> Data {
        let mut reader = csv::ReaderBuilder::new().has_headers(true).flexible(true).from_reader(csv.as_bytes());
        let words = |record: &csv::StringRecord| -> Vec<String> { record.iter().map(str::to_owned).collect() };
        let heads = reader.headers().map(words).unwrap_or_default();
        Data { heads, rows: reader.records().flatten().map(|record| words(&record)).collect() }
    }

    /// A long list with one column per metric and statistic; any other table as it is. Rows about the same follow one
    /// another in part only, so each finds its place by what it is about.
    fn widened(self, page: &Page) -> Data {
        if !self.heads.ends_with(&LONG.map(str::to_owned)) {
            return self;
        }
        let about = self.heads.len() - LONG.len();
        let mut wide = Data { heads: self.heads[..about].to_vec(), rows: Vec::new() };
        let mut places = std::collections::BTreeMap::new();
        for row in self.rows {
            let [metric, unit, statistic, value] = [0, 1, 2, 3].map(|place| row[about + place].as_str());
            let head = series(page, metric, unit, statistic);
            let column = wide.heads.iter().position(|other| *other == head).unwrap_or_else(|| {
                wide.heads.push(head);
                wide.heads.len() - 1
            });
            let at = *places.entry(row[..about].to_vec()).or_insert_with(|| {
                wide.rows.push(row[..about].to_vec());
                wide.rows.len() - 1
            });
            let wider = &mut wide.rows[at];
            wider.resize(wider.len().max(column + 1), String::new());
            wider[column] = value.to_owned();
        }
        wide
    }
}

/// "räckvidd, dagar: P10".
fn series(page: &Page, metric: &str, unit: &str, statistic: &str) -> String {
    format!("{}, {}: {}", name(page, metric), name(page, unit), name(page, statistic))
}

fn head_word(page: &Page, head: &str) -> String {
    esc(&name(page, head))
}

/// The word of a column, a metric, a unit or a statistic.
fn name(page: &Page, id: &str) -> String {
    let word = match id {
        "cut" => PageWord::ColumnCut,
        "scenario" => PageWord::ColumnScenario,
        "reserve" => PageWord::ColumnReserve,
        "claim" => PageWord::ColumnClaim,
        "day" => PageWord::ColumnDay,
        "level" => PageWord::ColumnLevel,
        "threshold" => PageWord::ColumnThreshold,
        "unit" => PageWord::ColumnUnit,
        "metric" => PageWord::MeasureColumn,
        "component" => PageWord::ColumnComponent,
        "family" => PageWord::FamilyColumn,
        "mean" => PageWord::ColumnMean,
        "low" => PageWord::ColumnLow,
        "high" => PageWord::ColumnHigh,
        "share" => PageWord::ColumnShare,
        "days" => PageWord::ColumnDays,
        "SEK/year" => PageWord::ColumnSek,
        "cover" => PageWord::ColumnCover,
        "share_served" => PageWord::ColumnServed,
        "cost_per_year" => PageWord::ColumnCost,
        "endurance_days" => PageWord::ColumnEndurance,
        "total" => PageWord::Total,
        _ => return other_name(page, id),
    };
    page.text(word).to_string()
}

fn other_name(page: &Page, id: &str) -> String {
    if let Some(component) = Component::ALL.into_iter().find(|component| component.id() == id) {
        return component_name(page.language, component);
    }
    if let Some(number) = id.strip_prefix("example_") {
        return page.fill(PageWord::ColumnExample, &[("number", number)]);
    }
    match id {
        "p10" | "p25" | "p50" | "p75" | "p90" => id.to_uppercase(),
        _ => id.to_string(),
    }
}

fn cell_text(page: &Page, head: &str, cell: &str) -> String {
    let inputs = &page.findings.inputs;
    let language = page.language;
    let cut = || inputs.cuts.iter().find(|cut| cut.id == cell).map(|cut| language.title(&cut.title).to_string());
    let family = || {
        let mut families = inputs.scenarios.iter().flat_map(|scenario| &scenario.families);
        families.find(|(id, _)| id == cell).map(|(_, title)| language.title(title).to_string())
    };
    match head {
        "scenario" => headline::numbered_title(inputs, cell, language),
        "reserve" => headline::reserve_title(inputs, cell, language),
        "cut" => cut().unwrap_or_else(|| cell.to_string()),
        "family" => family().unwrap_or_else(|| cell.to_string()),
        "component" => lump_sum(page, cell).unwrap_or_else(|| name(page, cell)),
        "metric" | "unit" => name(page, cell),
        "claim" | "threshold" => cell.parse().map_or_else(|_| cell.to_string(), |share| page.per_cent(share)),
        _ => cell.parse().map_or_else(|_| cell.to_string(), |value: f64| number(page, value)),
    }
}

/// The title of a lump sum, whose id stands after a point.
fn lump_sum(page: &Page, cell: &str) -> Option<String> {
    let id = cell.strip_prefix("lump_sum.")?;
    let mut sums = page.findings.inputs.scenarios.iter().flat_map(|scenario| &scenario.lump_sums);
    let title = sums.find(|(other, _, _)| other == id).map(|(_, title, _)| page.language.title(title))?;
    Some(format!("{}: {title}", page.text(PageWord::LumpSum)))
}

fn number(page: &Page, value: f64) -> String {
    let decimals = if value.abs() >= LARGE { 0 } else { DECIMALS };
    page.numbers.short(value, decimals)
}
