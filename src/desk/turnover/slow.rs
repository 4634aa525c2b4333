//! What does not rotate: expired, about to expire unused, dead, slow, too much; each row for its gravest reason, so that no money is
//! counted twice.

use super::Question;
use crate::desk::days::between;
use crate::desk::stock_rows::StockRow;
use crate::inventory::slow_stock::{above_days, days_of_use, left_at_expiry};
use crate::order::InOrder;
use serde::Serialize;

/// Why a stock does not rotate, gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Its last day has passed.
    Expired,
    /// Nothing was issued for the days of a dead article.
    Dead,
    /// Use leaves some of it on its last day.
    Expires,
    /// The list has stock but no use, and does not tell of an issue.
    Unused,
    /// Nothing was issued for the days of a slow article.
    Slow,
    /// More than the most days of use.
    TooMuch,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Reason; 6] =
        [Reason::Expired, Reason::Dead, Reason::Expires, Reason::Unused, Reason::Slow, Reason::TooMuch];

    /// Whether it is proposed to be written off; else to be looked at, moved or returned.
    pub fn is_write_off(self) -> bool {
        matches!(self, Reason::Expired | Reason::Dead | Reason::Expires)
    }
}

/// A stock that does not rotate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Slow {
    /// Why.
    pub reason: Reason,
    /// Whether it is proposed to be written off.
    pub write_off: bool,
    /// Article number.
    pub article: String,
    /// Name.
    pub name: String,
    /// Site.
    pub site: String,
    /// Units meant; where the list knows only the earliest last day, at most so many.
    pub units: f64,
    /// Their value, SEK.
    pub value_sek: f64,
    /// Days since the last issue.
    pub days_since_issue: Option<i64>,
    /// Days to the last day; below 0 after it.
    pub days_to_expiry: Option<i64>,
    /// Days of use in stock.
    pub days_in_stock: Option<f64>,
    /// Whether care cannot do without: it may be a reserve.
    pub critical: bool,
}

/// By reason, then by value.
pub(super) fn slow(rows: &[StockRow], question: &Question) -> Vec<Slow> {
    let mut found: Vec<Slow> = rows.iter().filter_map(|row| judge(row, question)).collect();
    found.order_by(|one, other| one.reason.cmp(&other.reason).then(other.value_sek.total_cmp(&one.value_sek)));
    found
}

fn judge(row: &StockRow, question: &Question) -> Option<Slow> {
    let daily = row.daily_use();
    let days_since_issue = row.last_issue.map(|day| between(day, question.today));
    let days_to_expiry = row.expires.map(|day| between(question.today, day));
    let idle = |most: f64| days_since_issue.is_some_and(|days| days as f64 >= most);
    let left =
        days_to_expiry.filter(|_| daily > 0.0).map_or(0.0, |days| left_at_expiry(row.on_hand, daily, days as f64));
    let above = if daily > 0.0 { above_days(row.on_hand, daily, question.most_days) } else { 0.0 };
    let (reason, units) = match () {
        () if row.on_hand <= 0.0 => return None,
        () if days_to_expiry.is_some_and(|days| days < 0) => (Reason::Expired, row.on_hand),
        () if idle(question.dead_days) => (Reason::Dead, row.on_hand),
        () if left > 0.0 => (Reason::Expires, left),
        () if daily == 0.0 && row.last_issue.is_none() => (Reason::Unused, row.on_hand),
        () if idle(question.slow_days) => (Reason::Slow, row.on_hand),
        () if daily == 0.0 => (Reason::Unused, row.on_hand),
        () if above > 0.0 => (Reason::TooMuch, above),
        () => return None,
    };
    Some(Slow {
        reason,
        write_off: reason.is_write_off(),
        article: row.article.clone(),
        name: row.name.clone(),
        site: row.site.clone(),
        units,
        value_sek: units * row.price,
        days_since_issue,
        days_to_expiry,
        days_in_stock: days_of_use(row.on_hand, daily),
        critical: row.critical,
    })
}
