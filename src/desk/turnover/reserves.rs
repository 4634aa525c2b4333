//! What a reserve allows: a stock that never falls below L days turns over at most 365 / L times a year, and what keeps shorter than
//! it waits cannot stand in it.

use super::Question;
use crate::desk::stock_rows::StockRow;
use crate::inventory::slow_stock::{days_of_use, most_turns, rotates};
use crate::order::InOrder;
use serde::Serialize;

/// One reserve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reserve {
    /// Days of use.
    pub days: f64,
    /// Turns a year that it leaves at most.
    pub most_turns: Option<f64>,
    /// Whether the whole list turns over more often than that now.
    pub turns_faster: Option<bool>,
    /// Articles that count, over all sites.
    pub articles: usize,
    /// Of which hold so many days now that are not expired, all sites together.
    pub holding: usize,
    /// SEK that the reserve itself binds.
    pub value_sek: f64,
    /// Articles that keep too short a time for it.
    pub cannot_rotate: usize,
}

/// An article whose shelf life limits a reserve.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tight {
    /// Article number.
    pub article: String,
    /// Name.
    pub name: String,
    /// Days at receipt.
    pub shelf_life_days: f64,
    /// Days of use that an order brings.
    pub lot_days: f64,
    /// Longest reserve that still rotates, days: shorter than the shelf life with an order on top.
    pub most_reserve_days: f64,
    /// Days of use in stock now that are not expired, all sites together.
    pub days_in_stock: Option<f64>,
    /// Whether even the stock of now is older than it keeps when it is used.
    pub too_much_now: bool,
}

/// An article over all sites.
struct Sum<'r> {
    row: &'r StockRow,
    stock: f64,
    daily: f64,
}

/// Articles that count for reserves and are used, in the order of the list.
fn sums<'r>(rows: &'r [StockRow], question: &Question) -> Vec<Sum<'r>> {
    let mut sums: std::collections::BTreeMap<&str, Sum<'r>> = std::collections::BTreeMap::new();
    for row in rows.iter().filter(|row| row.critical || !question.knows_critical) {
        let sum = sums.entry(&row.article).or_insert(Sum { row, stock: 0.0, daily: 0.0 });
        if sum.row.is_internal && !row.is_internal {
            sum.row = row;
        }
        sum.stock += row.good(question.today);
        sum.daily += if row.is_internal { 0.0 } else { row.daily_use() };
    }
    sums.into_values().filter(|sum| sum.daily > 0.0).collect()
}

impl Sum<'_> {
    fn lot_days(&self) -> f64 {
        self.row.order_quantity.and_then(|lot| days_of_use(lot, self.daily)).unwrap_or(0.0)
    }

    /// Whether goods that wait for a reserve and an order on top are still good.
    fn carries(&self, days: f64) -> bool {
        self.row.shelf_life.is_none_or(|life| rotates(days + self.lot_days(), life))
    }
}

pub(super) fn reserves(rows: &[StockRow], question: &Question, turns: Option<f64>) -> Vec<Reserve> {
    let sums = sums(rows, question);
    let reserve = |&days: &f64| {
        let most = most_turns(days);
        let holds = |sum: &&Sum<'_>| days_of_use(sum.stock, sum.daily).is_some_and(|held| held >= days);
        Reserve {
            days,
            most_turns: most,
            turns_faster: turns.zip(most).map(|(turns, most)| turns > most),
            articles: sums.len(),
            holding: sums.iter().filter(holds).count(),
            value_sek: sums.iter().map(|sum| sum.daily * days * sum.row.price).sum(),
            cannot_rotate: sums.iter().filter(|sum| !sum.carries(days)).count(),
        }
    };
    question.reserves.iter().map(reserve).collect()
}

/// The articles that cannot carry the longest reserve, or whose stock of now is too old already, the tightest first.
pub(super) fn tight(rows: &[StockRow], question: &Question) -> Vec<Tight> {
    let longest = question.reserves.iter().copied().fold(0.0, f64::max);
    let mut found: Vec<Tight> = Vec::new();
    for sum in sums(rows, question) {
        let Some(shelf_life_days) = sum.row.shelf_life else { continue };
        let days_in_stock = days_of_use(sum.stock, sum.daily);
        let too_much_now = days_in_stock.is_some_and(|days| !rotates(days, shelf_life_days));
        if sum.carries(longest) && !too_much_now {
            continue;
        }
        found.push(Tight {
            article: sum.row.article.clone(),
            name: sum.row.name.clone(),
            shelf_life_days,
            lot_days: sum.lot_days(),
            most_reserve_days: (shelf_life_days - sum.lot_days()).max(0.0),
            days_in_stock,
            too_much_now,
        });
    }
    found.order_by(|one, other| one.most_reserve_days.total_cmp(&other.most_reserve_days));
    found
}
