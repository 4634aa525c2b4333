//! Classes of the rows by the yearly value of their use (I5–I7), to warn where class A is ordered for long (I8).

use super::rows::StockRow;
use crate::inventory::abc::{Limits, rank};
use crate::order::Gather;
use crate::time::DAYS_PER_YEAR;
use std::collections::BTreeMap;

/// The class of every row, in their order; none where price or use is not known. Use at a site that another site of the list
/// refills is part of that one's, so only rows that buy count, where there are any of the article.
pub fn classes(rows: &[StockRow]) -> Vec<Option<char>> {
    let value = |row: &StockRow| Some(row.daily_use? * DAYS_PER_YEAR * row.price?);
    let mut bought: BTreeMap<&str, f64> = BTreeMap::new();
    let mut refilled: BTreeMap<&str, f64> = BTreeMap::new();
    for row in rows {
        if let Some(value) = value(row) {
            let sums = if row.from.is_empty() { &mut bought } else { &mut refilled };
            *sums.entry(&row.article).or_default() += value;
        }
    }
    for (article, value) in refilled {
        bought.entry(article).or_insert(value);
    }
    let values: Vec<f64> = bought.values().copied().collect();
    let Ok(ranking) = rank(&values, None, Limits::default()) else { return vec![None; rows.len()] };
    let articles: Vec<&str> = bought.into_keys().collect();
    let of_place = |place: &crate::inventory::abc::Ranked| {
        let letter = place.class.letter().chars().next()?;
        Some((*articles.get(place.item)?, letter))
    };
    let classes: BTreeMap<&str, char> = ranking.places.iter().filter_map(of_place).into_map();
    rows.iter().map(|row| classes.get(row.article.as_str()).copied()).collect()
}
