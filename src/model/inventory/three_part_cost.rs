//! Orders, stock and shortages: the cost per year of a lot and a reorder point when a unit short costs k (T9–T11).
//!
//! TC = O D ÷ Q + H (Q ÷ 2 + r − E D_L) + k n(r) D ÷ Q, with n(r) = E(D_L − r)⁺ (Hadley & Whitin 1963, section 4-2). The cheapest
//! pair is [`super::hadley_whitin::point_and_quantity`].

use super::loss::NormalDemand;
use super::lot_size::LotCosts;
use super::unanswered::{Unanswered, finite, not_negative, positive};

/// What a lot and a reorder point cost per year, part by part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// Orders, money per year.
    pub ordering: f64,
    /// Stock of the cycle, H Q ÷ 2, money per year.
    pub cycle_stock: f64,
    /// Safety stock, H (r − E D_L), money per year; below 0 where the point is below the mean.
    pub safety_stock: f64,
    /// Shortages, money per year; `None` where their cost is not known.
    pub shortage: Option<f64>,
}

impl Parts {
    /// What is known of the total, money per year.
    pub fn total(&self) -> f64 {
        self.ordering + self.cycle_stock + self.safety_stock + self.shortage.unwrap_or(0.0)
    }
}

/// The parts for a lot and a point; `shortage_cost` is money per unit short.
///
/// # Errors
/// If a cost, the demand, the lot or the point is out of range.
pub fn parts(
    costs: LotCosts,
    shortage_cost: Option<f64>,
    over_lead_time: NormalDemand,
    (lot, point): (f64, f64),
) -> Result<Parts, Unanswered> {
    positive("order_quantity", lot)?;
    finite("reorder_point", point)?;
    not_negative("shortage_cost", shortage_cost.unwrap_or(0.0))?;
    let plain = costs.cost_of_lot(lot)?;
    let orders = costs.demand_rate / lot;
    let cycle_stock = costs.holding_cost * lot / 2.0;
    Ok(Parts {
        ordering: plain.cost_per_year - cycle_stock,
        cycle_stock,
        safety_stock: costs.holding_cost * (point - over_lead_time.mean),
        shortage: shortage_cost.map(|cost| cost * over_lead_time.short(point) * orders),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::hadley_whitin::point_and_quantity;

    const COSTS: LotCosts = LotCosts { fixed_cost: 50.0, holding_cost: 2.0, demand_rate: 200.0 };
    const DEMAND: NormalDemand = NormalDemand { mean: 100.0, sd: 25.0 };

    #[test]
    fn by_hand() {
        // Q = 100, r = 125 (z = 1): orders 2 · 50 = 100; cycle stock 2 · 50 = 100; safety stock 2 · 25 = 50;
        // n = 25 · 0.08331547 = 2.08288675 short twice a year at 25 each = 104.1443.
        let found = parts(COSTS, Some(25.0), DEMAND, (100.0, 125.0)).unwrap();
        assert!((found.ordering - 100.0).abs() < 1e-12 && found.cycle_stock == 100.0 && found.safety_stock == 50.0);
        assert!((found.shortage.unwrap() - 104.144_338).abs() < 1e-5, "{found:?}");
        assert!((found.total() - 354.144_338).abs() < 1e-5);
        assert_eq!(parts(COSTS, None, DEMAND, (100.0, 125.0)).unwrap().total(), 250.0);
    }

    #[test]
    fn the_cheapest_pair_is_the_cheapest_by_its_parts() {
        let best = point_and_quantity(COSTS, 25.0, DEMAND).unwrap();
        let cost = |lot, point| parts(COSTS, Some(25.0), DEMAND, (lot, point)).unwrap().total();
        let least = cost(best.order_quantity, best.reorder_point);
        assert!((least - best.cost_per_year).abs() < 1e-9);
        for (lot, point) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0), (3.0, -2.0)] {
            assert!(cost(best.order_quantity + lot, best.reorder_point + point) > least);
        }
    }
}
