//! Proposals of one supplier joined into one order (I16); of one refilling site, into one request.

use super::proposals::Line;
use super::rows::StockRow;
use crate::order::{Gather, InOrder};
use serde::Serialize;
use std::collections::BTreeMap;

/// An order to a supplier, or a request to an own site.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Joined {
    /// Whether it goes to an own site.
    pub internal: bool,
    /// Who delivers it.
    pub to: String,
    /// Where it goes.
    pub site: String,
    /// Order lines.
    pub lines: usize,
    /// SEK of the lines with a price.
    pub value: f64,
    /// Lines without a price.
    pub unpriced: usize,
    /// Pallets of the lines that know their pallet.
    pub pallets: f64,
    /// Lines that do not.
    pub unpalleted: usize,
    /// SEK saved by one order instead of one for each line, where the list knows the cost of an order.
    pub saved: Option<f64>,
}

/// The orders, the largest value first.
pub fn joined(lines: &[Line], rows: &[StockRow]) -> Vec<Joined> {
    let costs: BTreeMap<u32, f64> = rows.iter().filter_map(|row| Some((row.line, row.order_cost?))).into_map();
    let mut orders: BTreeMap<(bool, &str, &str), (Joined, Vec<f64>)> = BTreeMap::new();
    for line in lines {
        let internal = !line.from.is_empty();
        let to = if internal { &line.from } else { &line.supplier };
        let (order, saved) = orders.entry((internal, to, &line.site)).or_insert_with(|| {
            let (to, site) = (to.clone(), line.site.clone());
            let none = Joined {
                internal,
                to,
                site,
                lines: 0,
                value: 0.0,
                unpriced: 0,
                pallets: 0.0,
                unpalleted: 0,
                saved: None,
            };
            (none, Vec::new())
        });
        order.lines += 1;
        order.value += line.value.unwrap_or_default();
        order.unpriced += usize::from(line.value.is_none());
        order.pallets += line.pallets.unwrap_or_default();
        order.unpalleted += usize::from(line.pallets.is_none());
        saved.extend(costs.get(&line.line));
    }
    let whole = |(mut order, costs): (Joined, Vec<f64>)| {
        // One order is paid, at the dearest of its lines' costs.
        let dearest = costs.iter().copied().fold(0.0, f64::max);
        order.saved = (costs.len() == order.lines).then(|| costs.iter().sum::<f64>() - dearest);
        order
    };
    let mut orders: Vec<Joined> = orders.into_values().map(whole).collect();
    orders.order_by(|one, other| other.value.total_cmp(&one.value));
    orders
}
