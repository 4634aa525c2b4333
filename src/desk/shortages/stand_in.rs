//! What stands in for an article: others of its need group in stock at its site, or those of a list, in days of the same need.

use super::rows::{Pair, StockRow};
use crate::order::InOrder;
use serde::Serialize;

/// A substitute in stock.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StandIn {
    /// Article number.
    pub article: String,
    /// Its name.
    pub name: String,
    /// Units of it that are free.
    pub free: f64,
    /// Days that it carries its own use and that of the lacking article.
    pub days: f64,
}

/// Substitutes of a row at its site, those that last longest first. `pairs` are what replaces it by list or by notice.
pub(super) fn stand_ins(row: &StockRow, at_site: &[&StockRow], pairs: &[Pair]) -> Vec<StandIn> {
    let lacking = row.daily_use.unwrap_or_default();
    let mut found: Vec<StandIn> = Vec::new();
    for other in at_site.iter().filter(|other| other.article != row.article && other.free > 0.0) {
        let listed = pairs.iter().find(|pair| pair.substitute == other.article).map(|pair| pair.factor);
        let grouped = !row.need_group.is_empty() && row.need_group == other.need_group;
        // Units of the substitute for one unit of the article.
        let Some(factor) = listed.or_else(|| grouped.then(|| row.need_factor / other.need_factor)) else { continue };
        let carried = other.daily_use.unwrap_or_default() + lacking * factor;
        if carried > 0.0 {
            let (article, name) = (other.article.clone(), other.name.clone());
            found.push(StandIn { article, name, free: other.free, days: other.free / carried });
        }
    }
    found.order_by(|one, other| other.days.total_cmp(&one.days).then_with(|| one.article.cmp(&other.article)));
    found
}
