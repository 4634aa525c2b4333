//! A stock list as the rules need it.

use super::weigh::RuleKind;
use crate::desk::stock_rows::is_expired;
use crate::sheet::{Fault, Listing, Problem, Row};
use crate::time::DAYS_PER_YEAR;
use jiff::civil::Date;
use serde::Serialize;

/// An article at a site. Quantities are units; what the list does not say is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StockRow {
    /// Row of the file.
    pub line: u32,
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub site: String,
    /// Who delivers it.
    pub supplier: String,
    /// The own site that refills it; empty: the supplier.
    pub from: String,
    /// Its rule.
    pub rule: Option<RuleKind>,
    /// SEK per unit.
    pub price: Option<f64>,
    /// In stock.
    pub on_hand: f64,
    /// Ordered and not received.
    pub on_order: f64,
    /// Promised or owed to others.
    pub reserved: f64,
    /// Units per calendar day.
    pub daily_use: Option<f64>,
    /// Calendar days that an order is to last.
    pub coverage: Option<f64>,
    /// Calendar days from order to receipt.
    pub lead_time: Option<f64>,
    /// Calendar days between reviews.
    pub review: Option<f64>,
    /// Not to go below.
    pub minimum: Option<f64>,
    /// At which it is ordered.
    pub reorder_point: Option<f64>,
    /// Not to exceed.
    pub maximum: Option<f64>,
    /// Per order.
    pub order_quantity: Option<f64>,
    /// Above the reorder point, and still low.
    pub tolerance: f64,
    /// Least per order.
    pub minimum_order: f64,
    /// Units per pack.
    pub pack: Option<f64>,
    /// Units per case.
    pub case: Option<f64>,
    /// Units per pallet.
    pub pallet: Option<f64>,
    /// SEK per order.
    pub order_cost: Option<f64>,
    /// Share of value per year.
    pub holding_rate: Option<f64>,
    /// Units on hand whose last day has passed; they are not in `on_hand`.
    pub expired: f64,
    /// Why no rule of stock is for it.
    pub apart: Option<Apart>,
}

/// Why an article is not ordered by a rule of stock (I23, I25).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Apart {
    /// It is ordered for a ward and passes through.
    Transit,
    /// It may not be ordered any more.
    Withdrawn,
}

impl Apart {
    fn of(row: Row<'_>) -> Option<Apart> {
        match (row.flag("withdrawn"), row.flag("transit")) {
            (true, _) => Some(Apart::Withdrawn),
            (false, true) => Some(Apart::Transit),
            (false, false) => None,
        }
    }
}

/// The rows of a list on a day, or what is wrong with them.
///
/// # Errors
/// Articles that stand twice at a site, and rules that there are not.
pub fn rows(listing: &Listing, today: Date) -> Result<Vec<StockRow>, Vec<Problem>> {
    let mut problems = listing.duplicates(&["article", "site"]);
    let mut rows = Vec::with_capacity(listing.len());
    for row in listing.rows() {
        let text = |key| row.text(key).unwrap_or_default().to_owned();
        let rule = row.text("rule").map(|word| (word, RuleKind::named(word)));
        if let Some((word, None)) = rule {
            problems.push(listing.problem(row, "rule", no_such_rule(word)));
        }
        let daily_use = row
            .number("daily-use")
            .or_else(|| row.number("yearly-use").map(|use_| use_ / DAYS_PER_YEAR))
            .map(|d| d.max(0.0));
        let on_hand = row.number("on-hand").unwrap_or_default();
        let expired = if is_expired(row.date("expires"), on_hand, today) { on_hand } else { 0.0 };
        rows.push(StockRow {
            line: row.line(),
            article: text("article"),
            name: text("name"),
            site: text("site"),
            supplier: text("supplier"),
            from: text("from"),
            rule: rule.and_then(|(_, kind)| kind),
            price: row.number("price"),
            on_hand: on_hand - expired,
            on_order: row.number("on-order").unwrap_or_default(),
            reserved: row.number("reserved").unwrap_or_default(),
            daily_use,
            coverage: row.number("coverage"),
            lead_time: row.number("lead-time"),
            review: row.number("review"),
            minimum: row.number("minimum"),
            reorder_point: row.number("reorder-point"),
            maximum: row.number("maximum"),
            order_quantity: row.number("order-quantity"),
            tolerance: row.number("tolerance").unwrap_or_default(),
            minimum_order: row.number("minimum-order").unwrap_or_default(),
            pack: row.number("pack"),
            case: row.number("case"),
            pallet: row.number("pallet"),
            order_cost: row.number("order-cost"),
            holding_rate: row.number("holding-rate"),
            expired,
            apart: Apart::of(row),
        });
    }
    if problems.is_empty() { Ok(rows) } else { Err(problems) }
}

fn no_such_rule(word: &str) -> Fault {
    Fault::Other {
        sv: format!("ingen regel heter {word}: skriv behov, kvantitet eller nivå"),
        en: format!("no rule is called {word}: write need, quantity or level"),
    }
}
