//! Causes of more stock (I24) held against what a list can tell.

use crate::desk::stock_rows::StockRow;
use crate::inventory::slow_stock::{above_days, days_of_use};
use serde::Serialize;

/// Days of use above which an order is large.
const LARGE_LOT_DAYS: f64 = 90.0;
/// Days above which reviews are seldom, and a full pallet brings more than is needed soon.
const SELDOM_DAYS: f64 = 30.0;

/// A cause, as the course names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// More articles than are used.
    Range,
    /// Forecasts that were too high.
    Forecast,
    /// Orders made large for discounts, or because lots are.
    Lots,
    /// Fewer deliveries, so that lorries are full.
    Deliveries,
    /// Changes of accounting.
    Accounting,
}

/// What the list tells of a cause.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CauseFound {
    /// The cause.
    pub cause: Cause,
    /// Column that would tell and is not filled; `None` if the list tells.
    pub lacks: Option<&'static str>,
    /// Rows that show it.
    pub rows: usize,
    /// SEK of stock that it explains; a row may show several causes.
    pub value_sek: f64,
}

/// The checklist, in the order of the source.
pub(super) fn causes(rows: &[StockRow]) -> Vec<CauseFound> {
    let any = |has: fn(&StockRow) -> bool| rows.iter().any(has);
    let found = |cause: Cause, lacks: Option<&'static str>, excess: fn(&StockRow) -> f64| {
        let shown = || rows.iter().map(|row| excess(row) * row.price).filter(|value| *value > 0.0);
        CauseFound { cause, lacks, rows: shown().count(), value_sek: shown().sum() }
    };
    let without = |has: bool, key: &'static str| (!has).then_some(key);
    vec![
        found(Cause::Range, None, |row| if row.yearly_use <= 0.0 { row.on_hand } else { 0.0 }),
        found(Cause::Forecast, without(any(|row| row.maximum.is_some()), "maximum"), |row| {
            row.maximum.map_or(0.0, |maximum| (row.on_hand - maximum).max(0.0))
        }),
        found(Cause::Lots, without(any(|row| row.order_quantity.is_some()), "order-quantity"), |row| {
            // Half an order is in stock on average.
            row.order_quantity
                .filter(|_| row.daily_use() > 0.0)
                .map_or(0.0, |lot| above_days(lot, row.daily_use(), LARGE_LOT_DAYS) / 2.0)
        }),
        found(Cause::Deliveries, without(any(|row| row.review.is_some() || row.pallet.is_some()), "review"), seldom),
        CauseFound { cause: Cause::Accounting, lacks: Some(""), rows: 0, value_sek: 0.0 },
    ]
}

/// Half of what orders bring beyond a month, where reviews are seldom or orders are whole pallets.
fn seldom(row: &StockRow) -> f64 {
    let daily = row.daily_use();
    let seldom = row.review.filter(|days| *days > SELDOM_DAYS).map_or(0.0, |days| daily * (days - SELDOM_DAYS));
    let whole = row.order_quantity.zip(row.pallet).filter(|(lot, pallet)| lot >= pallet && lot % pallet == 0.0);
    let long = |lot: f64| days_of_use(lot, daily).is_some_and(|days| days > SELDOM_DAYS);
    let full = whole.filter(|(lot, _)| long(*lot)).map_or(0.0, |(lot, _)| above_days(lot, daily, SELDOM_DAYS));
    seldom.max(full) / 2.0
}
