//! The economic lot when the price falls with the quantity: on all units, or on the units above each breakpoint.

use super::unanswered::{Unanswered, need, not_negative, positive};

/// Which units a lower price is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discount {
    /// For the whole order (Hadley & Whitin 1963, section 2-11).
    AllUnits,
    /// For the units above the breakpoint only.
    Incremental,
}

/// Prices by quantity, and what else counts.
#[derive(Clone, Debug, PartialEq)]
pub struct DiscountedLot {
    /// Which units a lower price is paid for.
    pub discount: Discount,
    /// Per order, money.
    pub fixed_cost: f64,
    /// Share of the value of the stock per year.
    pub holding_cost_rate: f64,
    /// Units per year.
    pub demand_rate: f64,
    /// Quantities from which each price is paid, the first one 0, ascending.
    pub breakpoints: Vec<f64>,
    /// Money per unit from each breakpoint on; never rising.
    pub unit_costs: Vec<f64>,
}

impl DiscountedLot {
    fn check(&self) -> Result<(), Unanswered> {
        not_negative("fixed_cost", self.fixed_cost)?;
        positive("holding_cost_rate", self.holding_cost_rate)?;
        positive("demand_rate", self.demand_rate)?;
        if self.breakpoints.first() != Some(&0.0) {
            return Err(Unanswered::because("breakpoints", "the first breakpoint must be 0"));
        }
        for pair in self.breakpoints.windows(2) {
            need(pair[1].is_finite() && pair[1] > pair[0], "breakpoints", pair[1], "above the breakpoint before it")?;
        }
        if self.unit_costs.len() != self.breakpoints.len() {
            return Err(Unanswered::because("unit_costs", "there must be one unit cost for each breakpoint"));
        }
        for cost in &self.unit_costs {
            positive("unit_costs", *cost)?;
        }
        for pair in self.unit_costs.windows(2) {
            need(pair[1] <= pair[0], "unit_costs", pair[1], "at most the unit cost before it")?;
        }
        Ok(())
    }

    /// The cheapest order quantity and its cost per year: price, ordering and stock. Of equal costs the smaller quantity.
    ///
    /// In each range of prices the cost is convex, so its least is at the lot of the range moved into it.
    ///
    /// # Errors
    /// If a cost, the demand or the ladder of prices is out of range.
    pub fn cheapest(&self) -> Result<(f64, f64), Unanswered> {
        self.check()?;
        let mut best = (f64::NAN, f64::INFINITY);
        for range in 0..self.breakpoints.len() {
            let end = self.breakpoints.get(range + 1).copied().unwrap_or(f64::INFINITY);
            let fixed = self.fixed_cost + self.extra(range);
            let free = 2.0 * fixed * self.demand_rate / (self.holding_cost_rate * self.unit_costs[range]);
            let lot = libm::sqrt(free).clamp(self.breakpoints[range], end);
            // At its end a range gives way to a price that is no higher.
            let cost = if lot == 0.0 && fixed == 0.0 { self.unit_costs[0] * self.demand_rate } else { self.at(lot) };
            if cost < best.1 {
                best = (lot, cost);
            }
        }
        Ok(best)
    }

    /// The cost per year of ordering `order_quantity` at a time.
    ///
    /// # Errors
    /// As [`cheapest`](Self::cheapest), or if the quantity is not above 0.
    pub fn cost(&self, order_quantity: f64) -> Result<f64, Unanswered> {
        self.check()?;
        positive("order_quantity", order_quantity)?;
        Ok(self.at(order_quantity))
    }

    /// Goods, orders and stock of ordering `order_quantity` at a time, money per year each.
    ///
    /// # Errors
    /// As [`cheapest`](Self::cheapest), or if the quantity is not above 0.
    pub fn parts(&self, order_quantity: f64) -> Result<[f64; 3], Unanswered> {
        self.check()?;
        positive("order_quantity", order_quantity)?;
        Ok(self.parts_at(order_quantity))
    }

    fn at(&self, lot: f64) -> f64 {
        let [goods, orders, stock] = self.parts_at(lot);
        goods + orders + stock
    }

    fn parts_at(&self, lot: f64) -> [f64; 3] {
        let range = self.breakpoints.partition_point(|start| *start <= lot) - 1;
        let (price, extra) = (self.unit_costs[range], self.extra(range));
        let goods = (price + extra / lot) * self.demand_rate;
        [goods, self.fixed_cost * self.demand_rate / lot, self.holding_cost_rate * (extra + price * lot) / 2.0]
    }

    /// What an order in this range pays above the price of the range for all its units (Snyder & Shen 2019, section 3.4).
    fn extra(&self, range: usize) -> f64 {
        match self.discount {
            Discount::AllUnits => 0.0,
            Discount::Incremental => {
                (1..=range).map(|i| (self.unit_costs[i - 1] - self.unit_costs[i]) * self.breakpoints[i]).sum()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder(discount: Discount) -> DiscountedLot {
        DiscountedLot {
            discount,
            fixed_cost: 8.0,
            holding_cost_rate: 0.3,
            demand_rate: 1300.0,
            breakpoints: vec![0.0, 400.0, 800.0],
            unit_costs: vec![0.75, 0.72, 0.68],
        }
    }

    #[test]
    fn no_quantity_on_a_fine_grid_is_cheaper() {
        for discount in [Discount::AllUnits, Discount::Incremental] {
            let lot = ladder(discount);
            let (_, least) = lot.cheapest().unwrap();
            for quantity in 1..40_000 {
                assert!(lot.cost(f64::from(quantity) / 10.0).unwrap() >= least - 1e-9);
            }
        }
    }

    #[test]
    fn one_price_is_the_plain_lot() {
        let one = DiscountedLot { breakpoints: vec![0.0], unit_costs: vec![0.75], ..ladder(Discount::AllUnits) };
        let (lot, cost) = one.cheapest().unwrap();
        assert!((lot - 304.046_780_026_436_8).abs() < 1e-9, "EOQ of example 3.1");
        assert!((cost - 975.0 - 68.410_525_505_948_29).abs() < 1e-9);
    }

    #[test]
    fn a_ladder_that_is_none_is_refused() {
        let good = ladder(Discount::AllUnits);
        let late = DiscountedLot { breakpoints: vec![1.0, 400.0, 800.0], ..good.clone() };
        let unsorted = DiscountedLot { breakpoints: vec![0.0, 800.0, 400.0], ..good.clone() };
        let short = DiscountedLot { unit_costs: vec![0.75], ..good.clone() };
        let rising = DiscountedLot { unit_costs: vec![0.75, 0.8, 0.68], ..good };
        let parameters = [late, unsorted, short, rising].map(|wrong| wrong.cheapest().unwrap_err().parameter);
        assert_eq!(parameters, ["breakpoints", "breakpoints", "unit_costs", "unit_costs"]);
    }
}
