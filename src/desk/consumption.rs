//! What was consumed, of a list of consumption or of a stock list: one row for each line, its value, and what else is known of it.

use crate::inventory::steadiness::Vital;
use crate::order::Gather;
use crate::sheet::{Fault, Listing, Problem, Row};
use crate::time::DAYS_PER_YEAR;
use std::collections::BTreeSet;

/// Largest value of a row, SEK; sums of a million of them are still exact.
pub const LARGEST_VALUE: f64 = 1e15;

/// A row of what was consumed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UseRow {
    /// Article number.
    pub article: String,
    /// Name; empty if unknown.
    pub name: String,
    /// Who consumes; empty if unknown.
    pub cost_centre: String,
    /// Where it is kept; empty if unknown.
    pub site: String,
    /// Period; empty if the list has none.
    pub period: String,
    /// Units; below 0 for returns.
    pub quantity: Option<f64>,
    /// SEK; below 0 for returns.
    pub value: f64,
    /// SEK in stock.
    pub stock_value: Option<f64>,
    /// Units in stock now.
    pub on_hand: Option<f64>,
    /// SEK per unit.
    pub price: Option<f64>,
    /// Days that an order is to last.
    pub coverage: Option<f64>,
    /// How much care needs it.
    pub vital: Option<Vital>,
    /// Whether the use is seen once more at the own site that refills this one.
    pub is_internal: bool,
}

/// The rows of a list of consumption.
///
/// # Errors
/// Rows without value, with a value too large, or with an unknown VED class; a list without value.
pub fn of_use(listing: &Listing) -> Result<Vec<UseRow>, Vec<Problem>> {
    if !listing.has("value") {
        lacking(listing, &["quantity", "price"])?;
    }
    rows(listing, |row, found| {
        let product = row.number("quantity").zip(row.number("price")).map(|(quantity, price)| quantity * price);
        let Some(value) = row.number("value").or(product) else {
            let empty = ["value", "price", "quantity"];
            let key = empty.into_iter().find(|key| listing.has(key) && row.number(key).is_none()).unwrap_or("value");
            found.push(listing.problem(row, key, Fault::Missing));
            return None;
        };
        Some(UseRow {
            quantity: row.number("quantity"),
            value,
            stock_value: row.number("stock-value"),
            price: row.number("price"),
            ..UseRow::default()
        })
    })
}

/// The rows of a stock list: the use of a year.
///
/// # Errors
/// Rows without use, with a value too large, with an unknown VED class, or twice; a list without use.
pub fn of_stock(listing: &Listing) -> Result<Vec<UseRow>, Vec<Problem>> {
    if !listing.has("yearly-use") {
        lacking(listing, &["daily-use"])?;
    }
    let twice = listing.duplicates(&["article", "site"]);
    if !twice.is_empty() {
        return Err(twice);
    }
    let kept: BTreeSet<(&str, &str)> = places(listing);
    rows(listing, |row, found| {
        let Some(quantity) = yearly_use(row) else {
            let key = if listing.has("yearly-use") { "yearly-use" } else { "daily-use" };
            found.push(listing.problem(row, key, Fault::Missing));
            return None;
        };
        let (price, on_hand) = (row.number("price"), row.number("on-hand"));
        Some(UseRow {
            quantity: Some(quantity),
            value: quantity * price.unwrap_or(0.0),
            stock_value: on_hand.zip(price).map(|(units, price)| units * price),
            on_hand,
            price,
            coverage: row.number("coverage"),
            is_internal: is_internal(row, &kept),
            ..UseRow::default()
        })
    })
}

/// Units a year of a row of a stock list: as it says, or 365 times the daily use.
pub fn yearly_use(row: Row<'_>) -> Option<f64> {
    row.number("yearly-use").or_else(|| row.number("daily-use").map(|daily| daily * DAYS_PER_YEAR))
}

/// The articles of a stock list with their sites.
pub fn places(listing: &Listing) -> BTreeSet<(&str, &str)> {
    listing.rows().map(|row| (row.text("article").unwrap_or(""), row.text("site").unwrap_or(""))).into_set()
}

/// Whether a row is refilled by an own site that the list has too: what it uses has left that site before.
pub fn is_internal(row: Row<'_>, kept: &BTreeSet<(&str, &str)>) -> bool {
    let from = row.text("from").filter(|from| Some(*from) != row.text("site"));
    from.is_some_and(|from| kept.contains(&(row.text("article").unwrap_or(""), from)))
}

/// Refuses a list that has not these columns.
pub fn lacking(listing: &Listing, keys: &[&str]) -> Result<(), Vec<Problem>> {
    let missing: Vec<String> = keys.iter().filter(|key| !listing.has(key)).map(|&key| key.to_owned()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let fault = Fault::NoHeader(missing);
    Err(vec![Problem { row: None, column: None, column_number: None, cell: String::new(), fault }])
}

/// Rows with what both kinds of list have.
fn rows<'l>(
    listing: &'l Listing,
    read: impl Fn(Row<'l>, &mut Vec<Problem>) -> Option<UseRow>,
) -> Result<Vec<UseRow>, Vec<Problem>> {
    let (mut rows, mut found) = (Vec::with_capacity(listing.len()), Vec::new());
    for row in listing.rows() {
        let vital = row.text("ved").map(Vital::read);
        if vital == Some(None) {
            let [sv, en] = ["varken V, E eller D", "neither V, E nor D"].map(str::to_owned);
            found.push(listing.problem(row, "ved", Fault::Other { sv, en }));
        }
        let Some(read) = read(row, &mut found) else { continue };
        if read.value.abs() > LARGEST_VALUE {
            let key = if row.number("value").is_some() { "value" } else { "price" };
            found.push(listing.problem(row, key, Fault::Huge));
        }
        let text = |key: &str| row.text(key).unwrap_or("").to_owned();
        rows.push(UseRow {
            article: text("article"),
            name: text("name"),
            cost_centre: text("cost-centre"),
            site: text("site"),
            period: text("period"),
            vital: vital.flatten(),
            ..read
        });
    }
    if found.is_empty() { Ok(rows) } else { Err(found) }
}
