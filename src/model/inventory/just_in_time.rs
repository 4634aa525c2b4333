//! Small frequent orders against the economic lot (T20; Fazel 1997): just in time is the economic lot of a small order cost.

use super::lot_size::LotCosts;
use super::unanswered::{Unanswered, positive};

/// The order cost for which `lot` is the economic lot: Q² H ÷ (2 D).
///
/// # Errors
/// If the lot, the holding cost or the demand is not above 0.
///
/// ```
/// # use beredd_model::inventory::{just_in_time::order_cost_of_lot, lot_size::LotCosts};
/// let costs = LotCosts { fixed_cost: 100.0, holding_cost: 2.0, demand_rate: 1000.0 };
/// assert_eq!(order_cost_of_lot(costs, 20.0).unwrap(), 0.4); // 400 · 2 ÷ 2000
/// ```
pub fn order_cost_of_lot(costs: LotCosts, lot: f64) -> Result<f64, Unanswered> {
    positive("lot", lot)?;
    costs.cost_of_lot(lot)?;
    Ok(lot * lot * costs.holding_cost / (2.0 * costs.demand_rate))
}

/// The cost of a small delivery at which lots of `lot` cost as much per year as the economic lot at its own order cost:
/// (TC* − H q ÷ 2) q ÷ D. `None` where the stock of the lot alone costs more.
///
/// # Errors
/// If the lot or a cost is out of range.
///
/// ```
/// # use beredd_model::inventory::{just_in_time::break_even_order_cost, lot_size::LotCosts};
/// let costs = LotCosts { fixed_cost: 100.0, holding_cost: 2.0, demand_rate: 1000.0 };
/// // EOQ √(2 · 100 · 1000 ÷ 2) = 316.23, TC* = 632.46; (632.46 − 20) · 20 ÷ 1000 = 12.249.
/// assert!((break_even_order_cost(costs, 20.0).unwrap().unwrap() - 12.249_110_640_673_518).abs() < 1e-12);
/// assert_eq!(break_even_order_cost(costs, 700.0).unwrap(), None);
/// ```
pub fn break_even_order_cost(costs: LotCosts, lot: f64) -> Result<Option<f64>, Unanswered> {
    positive("lot", lot)?;
    let best = costs.economic_lot()?;
    let room = best.cost_per_year - costs.holding_cost * lot / 2.0;
    Ok((room > 0.0).then_some(room * lot / costs.demand_rate))
}
