//! Demand from files and lists: values with probabilities, and days to be replayed.

use super::amount::QUANTITY;
use super::data_file::{self, DataFile, node, refuse};
use super::diagnosis::{Diagnosis, codes};
use super::model::{Beyond, Id, Replay, ReplaySeries};
use super::reader::Section;
use super::typed::Range;
use std::collections::BTreeMap;

/// Probabilities.
const PROBABILITY: Range = Range { least: 0.0, most: 1.0 };
/// Largest number of days from the first day of a file to its last.
const MOST_DAYS: i64 = 73_000;
/// Words of `beyond`.
const BEYOND: [(&str, Beyond); 3] =
    [("refuse", Beyond::Refuse), ("repeat", Beyond::Repeat), ("nothing", Beyond::Nothing)];

/// Values in units with their probabilities, from `values` and `probabilities` or from `file`.
pub fn values(section: &mut Section<'_, '_>) -> Option<(Vec<f64>, Vec<f64>)> {
    if section.first_of(["file", "values"]) == Some("file") {
        if let Some(place) = section.stated_here("probabilities") {
            let fix = "the file has a column `probability`";
            section.wrong(codes::EXCLUSIVE, "probabilities", "stands beside `file`", place, fix);
        }
        return values_of_file(section);
    }
    for key in ["values", "probabilities"] {
        section.required(key);
    }
    let values = section.list("values")?;
    let probabilities = section.list("probabilities")?;
    let values: Vec<_> = values.into_iter().map(|value| section.amount_of("values", value, QUANTITY)).collect();
    let probabilities: Vec<_> =
        probabilities.into_iter().map(|one| section.number_of("probabilities", one, PROBABILITY)).collect();
    Some((values.into_iter().collect::<Option<_>>()?, probabilities.into_iter().collect::<Option<_>>()?))
}

fn values_of_file(section: &mut Section<'_, '_>) -> Option<(Vec<f64>, Vec<f64>)> {
    let file = data_file::read(section, &["value", "probability"])?;
    let [value, probability] = needed(section, &file, ["value", "probability"])?;
    let (mut values, mut probabilities) = (Vec::new(), Vec::new());
    for row in &file.rows {
        values.push(section.amount_of("value", &node(&row[value]), QUANTITY));
        probabilities.push(section.number_of("probability", &node(&row[probability]), PROBABILITY));
    }
    Some((values.into_iter().collect::<Option<_>>()?, probabilities.into_iter().collect::<Option<_>>()?))
}

fn needed<const N: usize>(section: &mut Section<'_, '_>, file: &DataFile, names: [&str; N]) -> Option<[usize; N]> {
    let found = names.map(|name| file.column(name));
    for (name, column) in names.iter().zip(found) {
        if column.is_none() {
            refuse(section, &format!("the column `{name}` is missing"), file.header, "not among these headers");
        }
    }
    found.iter().all(Option::is_some).then(|| found.map(Option::unwrap_or_default))
}

/// A file of days: columns `article`, `quantity`, one of `date` and `day`, and `site` if each site has its own rows.
pub fn replay(section: &mut Section<'_, '_>) -> Option<Replay> {
    let beyond = section.choice("beyond", &BEYOND).unwrap_or(Beyond::Refuse);
    let file = data_file::read(section, &["article", "site", "date", "day", "quantity"])?;
    let [article, quantity] = needed(section, &file, ["article", "quantity"])?;
    let (dated, day) = match (file.column("date"), file.column("day")) {
        (Some(date), None) => (true, date),
        (None, Some(day)) => (false, day),
        _ => {
            refuse(section, "one of the columns `date` and `day` is needed", file.header, "have one of them");
            return None;
        }
    };
    let site = file.column("site");
    let before = section.ctx.diagnoses.len();
    let mut needs: BTreeMap<(Option<Id>, Id), BTreeMap<i64, f64>> = BTreeMap::new();
    let (mut first, mut last) = (i64::MAX, i64::MIN);
    for row in &file.rows {
        let name = |column: usize| row[column].text.trim();
        let known = section.ctx.knows("article", name(article), row[article].place)
            && site.is_none_or(|site| section.ctx.knows("site", name(site), row[site].place));
        let units = section.amount_of("quantity", &node(&row[quantity]), QUANTITY);
        let on = if dated { date(section, &row[day]) } else { number(section, &row[day]) };
        let (true, Some(units), Some(on)) = (known, units, on) else { continue };
        (first, last) = (first.min(on), last.max(on));
        let series = needs.entry((site.map(|site| name(site).to_owned()), name(article).to_owned())).or_default();
        if series.insert(on, units).is_some() {
            let message = format!("the article `{}` has this day twice", name(article));
            section
                .ctx
                .report(Diagnosis::error(codes::DUPLICATE, &message, row[day].place).label("a day is for one row"));
        }
    }
    if section.ctx.diagnoses.len() == before && last - first >= MOST_DAYS {
        refuse(section, "this file spans more than 200 years", file.header, "mind the years of its dates");
    }
    let series = needs.into_iter().map(|((site, article), needs)| ReplaySeries {
        site,
        article,
        needs: needs.into_iter().collect(),
    });
    let replay = Replay { series: series.collect(), dated, first, last, beyond };
    (section.ctx.diagnoses.len() == before).then_some(replay)
}

/// Days since 1970 of a cell with a date.
fn date(section: &mut Section<'_, '_>, cell: &super::cells::Cell) -> Option<i64> {
    let text = cell.text.trim();
    let date = text.parse::<jiff::civil::Date>().ok().filter(|_| text.len() == 10);
    if date.is_none() {
        section.wrong(codes::KIND, "date", "is not a date", cell.place, "write it as 2026-01-31");
    }
    date.map(days_since_1970)
}

/// The number of a day, counted from the first measured day.
fn number(section: &mut Section<'_, '_>, cell: &super::cells::Cell) -> Option<i64> {
    let day = cell.text.trim().parse::<i64>().ok().filter(|day| day.abs() <= MOST_DAYS);
    if day.is_none() {
        section.wrong(codes::NUMBER, "day", "is no number of a day", cell.place, "0 is the first measured day");
    }
    day
}

/// Days from 1 January 1970 to a date.
pub fn days_since_1970(date: jiff::civil::Date) -> i64 {
    let first = jiff::civil::date(1970, 1, 1);
    first.until(date).expect("dates of four-digit years are at most 4 million days apart").get_days().into()
}
