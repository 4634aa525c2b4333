//! Classes by consumption crossed with classes by the value of stock (I29): which articles bind money that their use does not ask for.

use super::abc::{Net, nets};
use super::consumption::UseRow;
use crate::inventory::abc::{Class, Limits, Ranked, rank};

/// An article in its cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossed {
    /// The article.
    pub net: Net,
    /// SEK in stock.
    pub stock_value: f64,
    /// Class by consumption.
    pub by_use: Class,
    /// Class by the value of stock.
    pub by_stock: Class,
    /// Cumulative share of consumption.
    pub cumulative_use: Option<f64>,
    /// Cumulative share of the value of stock.
    pub cumulative_stock: Option<f64>,
}

/// Sums of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CellSum {
    /// Articles.
    pub articles: usize,
    /// SEK consumed.
    pub consumed: f64,
    /// SEK in stock.
    pub stock: f64,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The articles, by cell: those with much stock for little use first, within a cell by the value of stock.
    pub articles: Vec<Crossed>,
    /// What shares of consumption are shares of, SEK.
    pub total_use: f64,
    /// What shares of stock are shares of, SEK.
    pub total_stock: f64,
    /// Rows whose use is counted at the site that refills them; their stock counts.
    pub internal_rows: usize,
}

impl Found {
    /// Sums of a cell.
    pub fn sum(&self, by_use: Class, by_stock: Class) -> CellSum {
        let of_cell = self.articles.iter().filter(|one| (one.by_use, one.by_stock) == (by_use, by_stock));
        of_cell.fold(CellSum::default(), |sum, one| CellSum {
            articles: sum.articles + 1,
            consumed: sum.consumed + one.net.value.max(0.0),
            stock: sum.stock + one.stock_value,
        })
    }
}

/// Which total is too small, and the sum of the list, SEK.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TooSmall {
    /// Of consumption.
    Use(f64),
    /// Of stock.
    Stock(f64),
}

/// Crosses the classes; totals are those of a whole of which the list is a part.
///
/// # Errors
/// A total below the sum of the list.
pub fn cross(
    rows: &[UseRow],
    limits: Limits,
    total_use: Option<f64>,
    total_stock: Option<f64>,
) -> Result<Found, TooSmall> {
    let used = |row: &UseRow| if row.is_internal { UseRow { value: 0.0, ..row.clone() } } else { row.clone() };
    let rows: Vec<UseRow> = rows.iter().map(used).collect();
    let nets = nets(rows.iter());
    let by_use: Vec<f64> = nets.iter().map(|net| net.value).collect();
    let by_stock: Vec<f64> = nets.iter().map(|net| net.stock_value.unwrap_or(0.0)).collect();
    let use_ranking = rank(&by_use, total_use, limits).map_err(TooSmall::Use)?;
    let stock_ranking = rank(&by_stock, total_stock, limits).map_err(TooSmall::Stock)?;
    let places = |ranked: &[Ranked]| {
        let mut places = vec![None; nets.len()];
        ranked.iter().for_each(|place| places[place.item] = Some(*place));
        places
    };
    let (use_places, stock_places) = (places(&use_ranking.places), places(&stock_ranking.places));
    let joined = nets.into_iter().zip(use_places).zip(stock_places);
    let mut articles: Vec<Crossed> = joined
        .filter_map(|((net, by_use), by_stock)| {
            let (by_use, by_stock) = by_use.zip(by_stock)?;
            Some(Crossed {
                stock_value: net.stock_value.unwrap_or(0.0),
                net,
                by_use: by_use.class,
                by_stock: by_stock.class,
                cumulative_use: by_use.cumulative,
                cumulative_stock: by_stock.cumulative,
            })
        })
        .collect();
    let idle = |one: &Crossed| one.by_use as i32 - one.by_stock as i32;
    articles.sort_by(|one, other| {
        let cells = idle(other).cmp(&idle(one)).then(one.by_stock.cmp(&other.by_stock));
        cells.then(other.stock_value.total_cmp(&one.stock_value))
    });
    let internal_rows = rows.iter().filter(|row| row.is_internal).count();
    Ok(Found { articles, total_use: use_ranking.total, total_stock: stock_ranking.total, internal_rows })
}
