//! Order Q whenever the position falls to r, under normal lead-time demand and a cost per unit and year short.
//!
//! The position is uniform on (r, r + Q), so the cost rate is (K λ + ∫ G(y) dy) / Q over it, with G(y) = h E(y − D)⁺ +
//! p E(D − y)⁺. At the best pair G(r) = G(r + Q) = the cost itself (Zheng 1992).

use super::loss::NormalDemand;
use super::newsvendor::{PeriodDemand, UnitCosts};
use super::unanswered::{Unanswered, finite, not_negative, positive};
use crate::stats::root::{bracket, crossing};

/// What a reorder point and quantity are weighed by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighing {
    /// Per unit and year in stock and per unit and year short, money.
    pub costs: UnitCosts,
    /// Per order, money.
    pub fixed_cost: f64,
    /// Demand of a year, units.
    pub yearly: NormalDemand,
    /// Lead time, years.
    pub lead_time: f64,
}

/// A reorder point and quantity, and what they cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointAndQuantity {
    /// Units.
    pub reorder_point: f64,
    /// Units.
    pub order_quantity: f64,
    /// Money per year.
    pub cost_per_year: f64,
}

impl Weighing {
    fn check(&self) -> Result<(), Unanswered> {
        self.costs.check()?;
        not_negative("fixed_cost", self.fixed_cost)?;
        positive("demand_mean", self.yearly.mean)?;
        not_negative("demand_sd", self.yearly.sd)?;
        not_negative("lead_time", self.lead_time)
    }

    fn demand(&self) -> NormalDemand {
        self.yearly.over(self.lead_time)
    }

    /// G(y): the cost rate at position y.
    fn rate(&self, y: f64) -> f64 {
        self.costs.holding_cost * self.demand().left_over(y) + self.costs.stockout_cost * self.demand().short(y)
    }

    /// ∫ G from `low` to `high`. Each part is a difference of the integral that is small near there.
    fn area(&self, low: f64, high: f64) -> f64 {
        let demand = self.demand();
        let left = demand.left_over_integral(high) - demand.left_over_integral(low);
        let short = demand.short_integral(low) - demand.short_integral(high);
        self.costs.holding_cost * left + self.costs.stockout_cost * short
    }

    /// The position with the least cost rate, and that rate.
    fn lowest(&self) -> Result<(f64, f64), Unanswered> {
        self.costs.cheapest(&PeriodDemand::Normal(self.demand()))
    }

    /// A distance over which G changes noticeably, units.
    fn scale(&self) -> f64 {
        let lot = libm::sqrt(2.0 * self.fixed_cost * self.yearly.mean / self.costs.holding_cost);
        self.demand().sd.max(lot)
    }

    /// The positions around the lowest at which G is `cost`.
    fn level_set(&self, lowest: f64, cost: f64) -> Option<(f64, f64)> {
        let side = |sign: f64| {
            let above = |distance: f64| self.rate(lowest + sign * distance) - cost;
            let far = bracket(0.0, self.scale(), above)?;
            Some(lowest + sign * crossing(0.0, far, above))
        };
        Some((side(-1.0)?, side(1.0)?))
    }

    /// The cheapest reorder point and quantity, exactly.
    ///
    /// The area between the level c and the curve G grows with c; at the optimum it is K λ.
    ///
    /// # Errors
    /// If a cost or the demand is out of range.
    pub fn cheapest(&self) -> Result<PointAndQuantity, Unanswered> {
        self.check()?;
        let (lowest, least) = self.lowest()?;
        let yearly_fixed = self.fixed_cost * self.yearly.mean;
        if yearly_fixed == 0.0 {
            return Ok(PointAndQuantity { reorder_point: lowest, order_quantity: 0.0, cost_per_year: least });
        }
        let endless = Unanswered::because("stockout_cost", "costs too far apart to find a reorder point");
        let gap = |cost: f64| match self.level_set(lowest, cost) {
            Some((low, high)) => cost * (high - low) - self.area(low, high) - yearly_fixed,
            None => f64::INFINITY,
        };
        let step = least.max(self.costs.holding_cost * self.scale());
        let far = bracket(least, step, gap).ok_or(endless)?;
        let cost = crossing(least, far, gap);
        let (low, high) = self.level_set(lowest, cost).ok_or(endless)?;
        self.at(low, high - low)
    }

    /// The cost of a reorder point and quantity.
    ///
    /// # Errors
    /// If a cost, the demand, the point or the quantity is out of range.
    pub fn at(&self, reorder_point: f64, order_quantity: f64) -> Result<PointAndQuantity, Unanswered> {
        self.check()?;
        finite("reorder_point", reorder_point)?;
        positive("order_quantity", order_quantity)?;
        let area = self.area(reorder_point, reorder_point + order_quantity);
        let cost_per_year = (self.fixed_cost * self.yearly.mean + area) / order_quantity;
        Ok(PointAndQuantity { reorder_point, order_quantity, cost_per_year })
    }

    /// The lot of the steady model with backorders, √(2 K λ (h + p) / (h p)), and the r with G(r) = G(r + Q) for it: at most 12.5 %
    /// dearer than the best (Zheng 1992; Snyder & Shen 2019, section 5.4). The cost is the exact one of this pair.
    ///
    /// # Errors
    /// If a cost or the demand is out of range, or orders are free.
    pub fn by_steady_lot(&self) -> Result<PointAndQuantity, Unanswered> {
        self.check()?;
        positive("fixed_cost", self.fixed_cost)?;
        let (h, p) = (self.costs.holding_cost, self.costs.stockout_cost);
        let lot = libm::sqrt(2.0 * self.fixed_cost * self.yearly.mean * (h + p) / (h * p));
        let (lowest, _) = self.lowest()?;
        let point = crossing(lowest - lot, lowest, |r| self.rate(r + lot) - self.rate(r));
        self.at(point, lot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHING: Weighing = Weighing {
        costs: UnitCosts { holding_cost: 0.225, stockout_cost: 7.5 },
        fixed_cost: 8.0,
        yearly: NormalDemand { mean: 1300.0, sd: 150.0 },
        lead_time: 1.0 / 12.0,
    };

    #[test]
    fn no_other_pair_is_cheaper() {
        let best = WEIGHING.cheapest().unwrap();
        for (r, q) in [(-5.0, 0.0), (5.0, 0.0), (0.0, -20.0), (0.0, 20.0), (-3.0, 10.0), (3.0, -10.0)] {
            let other = WEIGHING.at(best.reorder_point + r, best.order_quantity + q).unwrap();
            assert!(other.cost_per_year > best.cost_per_year, "{r} {q}");
        }
    }

    #[test]
    fn without_chance_it_is_the_lot_with_backorders() {
        // Example 3.8 of Snyder & Shen: Q = 310.81, 4.3 % waiting, 66.92 a year; the lead time moves the point only.
        let steady = Weighing {
            costs: UnitCosts { holding_cost: 0.225, stockout_cost: 5.0 },
            yearly: NormalDemand { mean: 1300.0, sd: 0.0 },
            ..WEIGHING
        };
        let found = steady.cheapest().unwrap();
        assert!((found.order_quantity - 310.812_555_158_964_64).abs() < 1e-6);
        assert!((found.cost_per_year - 66.921_363_550_973_25).abs() < 1e-9);
        assert!((found.reorder_point - 1300.0 / 12.0 + 0.043_062_200_956_94 * 310.812_555).abs() < 1e-5);
    }

    #[test]
    fn free_orders_are_a_base_stock() {
        let free = Weighing { fixed_cost: 0.0, ..WEIGHING }.cheapest().unwrap();
        let level = WEIGHING.lowest().unwrap();
        assert_eq!((free.reorder_point, free.order_quantity, free.cost_per_year), (level.0, 0.0, level.1));
    }
}
