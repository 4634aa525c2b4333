//! A stock list as the tools on turnover and on room need it: what stands where, what it is worth, how fast it goes, how long it keeps.

use super::consumption::{LARGEST_VALUE, is_internal, lacking, places, yearly_use};
use crate::sheet::{Fault, Listing, Problem};
use crate::time::DAYS_PER_YEAR;
use jiff::civil::Date;

/// An article at a site. Quantities are units; what the list does not say is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StockRow {
    /// Article number.
    pub article: String,
    /// Name.
    pub name: String,
    /// Site.
    pub site: String,
    /// Flow.
    pub flow: String,
    /// In stock now.
    pub on_hand: f64,
    /// In stock on average, if the list says so.
    pub mean_stock: Option<f64>,
    /// Used in a year; below 0 if more was returned.
    pub yearly_use: f64,
    /// SEK per unit.
    pub price: f64,
    /// Whether care cannot do without.
    pub critical: bool,
    /// Not to be exceeded.
    pub maximum: Option<f64>,
    /// Per order.
    pub order_quantity: Option<f64>,
    /// Calendar days between reviews.
    pub review: Option<f64>,
    /// Units per pallet.
    pub pallet: Option<f64>,
    /// Litres per unit.
    pub volume: Option<f64>,
    /// How it is kept, as the list writes it.
    pub temperature: String,
    /// Days at receipt.
    pub shelf_life: Option<f64>,
    /// Earliest last day of what is in stock.
    pub expires: Option<Date>,
    /// Day of the last issue.
    pub last_issue: Option<Date>,
    /// Issue lines per year.
    pub lines: Option<f64>,
    /// Whether its use is seen once more at the own site that refills it.
    pub is_internal: bool,
}

impl StockRow {
    /// Units per calendar day, at least 0.
    pub fn daily_use(&self) -> f64 {
        self.yearly_use.max(0.0) / DAYS_PER_YEAR
    }

    /// Whether the last day of its earliest goods has passed. The list knows no more of them than that day: all count as expired.
    pub fn is_expired(&self, today: Date) -> bool {
        is_expired(self.expires, self.on_hand, today)
    }

    /// In stock now and fit for use.
    pub fn good(&self, today: Date) -> f64 {
        if self.is_expired(today) { 0.0 } else { self.on_hand }
    }

    /// Mean stock: as the list says, else what is there now.
    pub fn mean(&self) -> f64 {
        self.mean_stock.unwrap_or(self.on_hand)
    }
}

/// Whether there is stock whose last day has passed; on that day it is still good.
pub fn is_expired(expires: Option<Date>, on_hand: f64, today: Date) -> bool {
    on_hand > 0.0 && expires.is_some_and(|day| day < today)
}

/// The rows of a stock list that was read with `on-hand`.
///
/// # Errors
/// A list without use; rows without use, twice, or with a value too large.
pub fn read(listing: &Listing) -> Result<Vec<StockRow>, Vec<Problem>> {
    if !listing.has("yearly-use") {
        lacking(listing, &["daily-use"])?;
    }
    let (mut rows, mut found) = (Vec::with_capacity(listing.len()), listing.duplicates(&["article", "site"]));
    let kept = places(listing);
    for row in listing.rows() {
        let Some(yearly_use) = yearly_use(row) else {
            let key = if listing.has("yearly-use") { "yearly-use" } else { "daily-use" };
            found.push(listing.problem(row, key, Fault::Missing));
            continue;
        };
        let text = |key: &str| row.text(key).unwrap_or("").to_owned();
        let (on_hand, price) = (row.number("on-hand").unwrap_or(0.0), row.number("price").unwrap_or(0.0));
        let mean_stock = row.number("mean-stock");
        if [on_hand, yearly_use, mean_stock.unwrap_or(0.0)].iter().any(|units| units.abs() * price > LARGEST_VALUE) {
            found.push(listing.problem(row, "price", Fault::Huge));
        }
        rows.push(StockRow {
            article: text("article"),
            name: text("name"),
            site: text("site"),
            flow: text("flow"),
            on_hand,
            mean_stock,
            yearly_use,
            price,
            critical: row.flag("critical"),
            maximum: row.number("maximum"),
            order_quantity: row.number("order-quantity"),
            review: row.number("review"),
            pallet: row.number("pallet"),
            volume: row.number("volume"),
            temperature: text("temperature"),
            shelf_life: row.number("shelf-life"),
            expires: row.date("expires"),
            last_issue: row.date("last-issue"),
            lines: row.number("lines"),
            is_internal: is_internal(row, &kept),
        });
    }
    if found.is_empty() { Ok(rows) } else { Err(found) }
}
