//! How stock turns over: rotation index and days for articles, sites, classes, flows and the whole (I31, N3); what does not rotate
//! (I27); what a reserve allows (V20); and which causes of more stock the list shows (I24).

mod causes;
mod reserves;
mod slow;

pub use causes::{Cause, CauseFound};
pub use reserves::{Reserve, Tight};
pub use slow::{Reason, Slow};

use super::stock_rows::StockRow;
use crate::inventory::abc::{Class, Limits, rank};
use crate::inventory::rotation::{days_in_stock, rotation_index};
use crate::order::Gather;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Day that counts as today.
    pub today: Date,
    /// Days without an issue from which an article is slow.
    pub slow_days: f64,
    /// Days without an issue from which it is dead.
    pub dead_days: f64,
    /// Days of use above which a stock is too much.
    pub most_days: f64,
    /// Reserves, days of use.
    pub reserves: Vec<f64>,
    /// Whether the list says what is critical; else reserves are of all articles.
    pub knows_critical: bool,
    /// Where classes end.
    pub limits: Limits,
}

/// How a part of the list turns over.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Turn {
    /// What the part is.
    pub part: Part,
    /// Rows of the list: articles at sites.
    pub rows: usize,
    /// SEK issued in a year.
    pub issued_sek: f64,
    /// SEK of mean stock.
    pub stock_sek: f64,
    /// Times a year; `None` without stock.
    pub rotation_index: Option<f64>,
    /// Days that goods stand in stock on average; `None` without use.
    pub days: Option<f64>,
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// All of it.
    Whole,
    /// A site, by name.
    Site(String),
    /// A class by value consumed.
    Class(Class),
    /// A flow, by name.
    Flow(String),
}

/// An article at a site.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleTurn {
    /// Article number.
    pub article: String,
    /// Name.
    pub name: String,
    /// Site.
    pub site: String,
    /// Its class by value consumed in the whole list.
    pub class: Class,
    /// SEK issued in a year.
    pub issued_sek: f64,
    /// SEK of mean stock.
    pub stock_sek: f64,
    /// Times a year; `None` without stock.
    pub rotation_index: Option<f64>,
    /// Days that goods stand in stock on average; `None` without use.
    pub days: Option<f64>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Found {
    /// The whole first, then sites, classes and flows.
    pub turns: Vec<Turn>,
    /// Articles at sites, the slowest money first: most SEK of stock without use, then by days.
    pub articles: Vec<ArticleTurn>,
    /// What does not rotate, by reason and value.
    pub slow: Vec<Slow>,
    /// What reserves allow.
    pub reserves: Vec<Reserve>,
    /// Articles whose shelf life limits a reserve, the tightest first.
    pub tight: Vec<Tight>,
    /// Causes of more stock.
    pub causes: Vec<CauseFound>,
    /// Rows whose use is counted at the site that refills them.
    pub internal_rows: usize,
    /// Rows with stock whose last day has passed: no reserve.
    pub expired_rows: usize,
    /// Whether mean stock is that of the list, else what is there now.
    pub mean_is_given: bool,
}

/// Reckons.
pub fn turnover(rows: &[StockRow], question: &Question) -> Found {
    let classes = classes(rows, question.limits);
    let class = |row: &StockRow| classes.get(row.article.as_str()).copied().unwrap_or(Class::C);
    let mut articles: Vec<ArticleTurn> = rows.iter().map(|row| article(row, class(row))).collect();
    articles.sort_by(|one, other| {
        let days = |one: &ArticleTurn| if one.stock_sek > 0.0 { one.days.unwrap_or(f64::INFINITY) } else { 0.0 };
        days(other).total_cmp(&days(one)).then(other.stock_sek.total_cmp(&one.stock_sek))
    });
    let whole = turn(Part::Whole, rows);
    Found {
        reserves: reserves::reserves(rows, question, whole.rotation_index),
        tight: reserves::tight(rows, question),
        turns: turns(rows, whole, class),
        articles,
        slow: slow::slow(rows, question),
        causes: causes::causes(rows),
        internal_rows: rows.iter().filter(|row| row.is_internal).count(),
        expired_rows: rows.iter().filter(|row| row.is_expired(question.today)).count(),
        mean_is_given: rows.iter().any(|row| row.mean_stock.is_some()),
    }
}

/// The class of each article by the value that leaves the house.
fn classes(rows: &[StockRow], limits: Limits) -> BTreeMap<&str, Class> {
    let mut values: BTreeMap<&str, f64> = BTreeMap::new();
    for row in rows {
        *values.entry(&row.article).or_default() += if row.is_internal { 0.0 } else { row.yearly_use * row.price };
    }
    let sums: Vec<f64> = values.values().copied().collect();
    // Without a given total no sum is above it.
    let places = rank(&sums, None, limits).map(|ranking| ranking.places).unwrap_or_default();
    let mut classes = vec![Class::C; sums.len()];
    places.iter().for_each(|place| classes[place.item] = place.class);
    values.into_keys().zip(classes).into_map()
}

fn turns(rows: &[StockRow], whole: Turn, class: impl Fn(&StockRow) -> Class) -> Vec<Turn> {
    let mut parts: BTreeMap<Part, Vec<StockRow>> = BTreeMap::new();
    for row in rows {
        // A site is judged by all that leaves it, even to another site of the list.
        parts.entry(Part::Site(row.site.clone())).or_default().push(StockRow { is_internal: false, ..row.clone() });
        parts.entry(Part::Class(class(row))).or_default().push(row.clone());
        if !row.flow.is_empty() {
            parts.entry(Part::Flow(row.flow.clone())).or_default().push(row.clone());
        }
    }
    [whole].into_iter().chain(parts.into_iter().map(|(part, rows)| turn(part, &rows))).collect()
}

fn turn(part: Part, rows: &[StockRow]) -> Turn {
    let issued_sek: f64 = rows.iter().filter(|row| !row.is_internal).map(|row| row.yearly_use * row.price).sum();
    let stock_sek: f64 = rows.iter().map(|row| row.mean() * row.price).sum();
    let rotation_index = rotation_index(issued_sek, stock_sek);
    let days = rotation_index.and_then(days_in_stock);
    Turn { part, rows: rows.len(), issued_sek, stock_sek, rotation_index, days }
}

fn article(row: &StockRow, class: Class) -> ArticleTurn {
    let (issued_sek, stock_sek) = (row.yearly_use * row.price, row.mean() * row.price);
    // By units, so that an article without a price turns over too.
    let rotation_index = rotation_index(row.yearly_use, row.mean());
    ArticleTurn {
        article: row.article.clone(),
        name: row.name.clone(),
        site: row.site.clone(),
        class,
        issued_sek,
        stock_sek,
        rotation_index,
        days: rotation_index.and_then(days_in_stock),
    }
}
