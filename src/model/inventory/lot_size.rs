//! Economic lots under steady demand: the economic order quantity, with backorders, and with a finite production rate.
//!
//! Demand is known and steady, lead times are constant, and the year may be any unit of time that all rates share.

use super::unanswered::{Unanswered, need, not_negative, positive};

/// What an order and a unit in stock cost under steady demand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LotCosts {
    /// Per order, money.
    pub fixed_cost: f64,
    /// Per unit and year in stock, money.
    pub holding_cost: f64,
    /// Units per year.
    pub demand_rate: f64,
}

/// A lot and what it costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lot {
    /// Units per order.
    pub order_quantity: f64,
    /// Share of demand that waits.
    pub stockout_fraction: f64,
    /// Money per year for orders, stock and waiting; the price of the goods is not in it.
    pub cost_per_year: f64,
}

impl LotCosts {
    fn check(&self) -> Result<(), Unanswered> {
        not_negative("fixed_cost", self.fixed_cost)?;
        positive("holding_cost", self.holding_cost)?;
        positive("demand_rate", self.demand_rate)
    }

    /// √(2 K D / h) (Harris 1913); ordering costs K D / Q and stock h Q / 2 a year.
    ///
    /// # Errors
    /// If a cost or the demand is out of range.
    pub fn economic_lot(&self) -> Result<Lot, Unanswered> {
        self.check()?;
        self.cost_of_lot(libm::sqrt(2.0 * self.fixed_cost * self.demand_rate / self.holding_cost))
    }

    /// The cost of ordering `order_quantity` at a time.
    ///
    /// # Errors
    /// If a cost, the demand or the quantity is out of range.
    pub fn cost_of_lot(&self, order_quantity: f64) -> Result<Lot, Unanswered> {
        self.check()?;
        let ordering = self.ordering(order_quantity)?;
        let cost_per_year = ordering + self.holding_cost * order_quantity / 2.0;
        Ok(Lot { order_quantity, stockout_fraction: 0.0, cost_per_year })
    }

    /// K D / Q; a lot of 0 is only free if orders are.
    fn ordering(&self, order_quantity: f64) -> Result<f64, Unanswered> {
        if self.fixed_cost == 0.0 && order_quantity == 0.0 {
            return Ok(0.0);
        }
        positive("order_quantity", order_quantity)?;
        Ok(self.fixed_cost * self.demand_rate / order_quantity)
    }

    /// The cheaper of the whole packs just below and just above a lot (I18); the cost is convex, so no other number is better.
    ///
    /// # Errors
    /// If a cost, the demand, the lot or the pack is out of range.
    pub fn lot_in_packs(&self, lot: f64, pack: f64) -> Result<Lot, Unanswered> {
        positive("pack", pack)?;
        not_negative("lot", lot)?;
        let fewer = self.cost_of_lot(libm::floor(lot / pack).max(1.0) * pack)?;
        let more = self.cost_of_lot(libm::ceil(lot / pack).max(1.0) * pack)?;
        Ok(if fewer.cost_per_year <= more.cost_per_year { fewer } else { more })
    }

    /// √(2 K D (h + p) / (h p)) with the share x = h / (h + p) of demand waiting at p per unit and year (Snyder & Shen
    /// 2019, section 3.5).
    ///
    /// # Errors
    /// If a cost or the demand is out of range.
    pub fn economic_lot_with_backorders(&self, stockout_cost: f64) -> Result<Lot, Unanswered> {
        self.check()?;
        positive("stockout_cost", stockout_cost)?;
        let (h, p) = (self.holding_cost, stockout_cost);
        let lot = libm::sqrt(2.0 * self.fixed_cost * self.demand_rate * (h + p) / (h * p));
        self.cost_with_backorders(stockout_cost, lot, h / (h + p))
    }

    /// The cost of a lot of which the share `stockout_fraction` waits: K D / Q + h Q (1 − x)² / 2 + p Q x² / 2.
    ///
    /// # Errors
    /// If a cost, the demand, the quantity or the share is out of range.
    pub fn cost_with_backorders(&self, stockout_cost: f64, lot: f64, share: f64) -> Result<Lot, Unanswered> {
        self.check()?;
        positive("stockout_cost", stockout_cost)?;
        need((0.0..=1.0).contains(&share), "stockout_fraction", share, "between 0 and 1")?;
        let (stocked, waiting) = (1.0 - share, share);
        let per_unit = self.holding_cost * stocked * stocked + stockout_cost * waiting * waiting;
        let cost_per_year = self.ordering(lot)? + per_unit * lot / 2.0;
        Ok(Lot { order_quantity: lot, stockout_fraction: share, cost_per_year })
    }

    /// √(2 K D / (h (1 − D / P))): the lot comes at `production_rate` units a year (Taft 1918).
    ///
    /// # Errors
    /// If a cost or the demand is out of range, or production is not faster than demand.
    pub fn economic_production_lot(&self, production_rate: f64) -> Result<Lot, Unanswered> {
        self.slowed_by_production(production_rate)?.economic_lot()
    }

    /// The cost of a production lot.
    ///
    /// # Errors
    /// As [`economic_production_lot`](Self::economic_production_lot), or if the quantity is out of range.
    pub fn cost_of_production_lot(&self, production_rate: f64, lot: f64) -> Result<Lot, Unanswered> {
        self.slowed_by_production(production_rate)?.cost_of_lot(lot)
    }

    /// Stock builds up at P − D only, so holding counts with the share 1 − D / P.
    fn slowed_by_production(&self, production_rate: f64) -> Result<LotCosts, Unanswered> {
        self.check()?;
        let faster = production_rate.is_finite() && production_rate > self.demand_rate;
        need(faster, "production_rate", production_rate, "above the demand rate")?;
        Ok(LotCosts { holding_cost: self.holding_cost * (1.0 - self.demand_rate / production_rate), ..*self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COSTS: LotCosts = LotCosts { fixed_cost: 8.0, holding_cost: 0.225, demand_rate: 1300.0 };

    #[test]
    fn no_other_lot_is_cheaper() {
        let best = COSTS.economic_lot().unwrap();
        let waiting = COSTS.economic_lot_with_backorders(5.0).unwrap();
        let made = COSTS.economic_production_lot(2000.0).unwrap();
        for factor in [0.5, 0.9, 0.99, 1.01, 1.1, 2.0] {
            assert!(COSTS.cost_of_lot(factor * best.order_quantity).unwrap().cost_per_year > best.cost_per_year);
            let (lot, share) = (waiting.order_quantity, waiting.stockout_fraction);
            let other = COSTS.cost_with_backorders(5.0, factor * lot, share).unwrap();
            assert!(other.cost_per_year > waiting.cost_per_year);
            let other = COSTS.cost_with_backorders(5.0, lot, factor * share).unwrap();
            assert!(other.cost_per_year > waiting.cost_per_year);
            let other = COSTS.cost_of_production_lot(2000.0, factor * made.order_quantity).unwrap();
            assert!(other.cost_per_year > made.cost_per_year);
        }
    }

    #[test]
    fn packs_by_hand() {
        // K = 50, h = 1, D = 400: EOQ 200. Packs of 150: 150 costs 133.33 + 75, 300 costs 66.67 + 150.
        let costs = LotCosts { fixed_cost: 50.0, holding_cost: 1.0, demand_rate: 400.0 };
        assert_eq!(costs.lot_in_packs(200.0, 150.0).unwrap().order_quantity, 150.0);
        assert_eq!(costs.lot_in_packs(200.0, 500.0).unwrap().order_quantity, 500.0);
        assert_eq!(costs.lot_in_packs(200.0, 100.0).unwrap().order_quantity, 200.0);
        assert_eq!(costs.lot_in_packs(200.0, 0.0).unwrap_err().parameter, "pack");
    }

    #[test]
    fn free_orders_are_made_one_by_one() {
        let free = LotCosts { fixed_cost: 0.0, ..COSTS };
        let lot = free.economic_lot().unwrap();
        assert_eq!((lot.order_quantity, lot.cost_per_year), (0.0, 0.0));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        assert_eq!(LotCosts { holding_cost: 0.0, ..COSTS }.economic_lot().unwrap_err().parameter, "holding_cost");
        assert_eq!(LotCosts { fixed_cost: f64::NAN, ..COSTS }.economic_lot().unwrap_err().parameter, "fixed_cost");
        assert_eq!(COSTS.economic_production_lot(1300.0).unwrap_err().parameter, "production_rate");
        assert_eq!(COSTS.cost_of_lot(0.0).unwrap_err().parameter, "order_quantity");
    }
}
