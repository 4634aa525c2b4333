//! Poisson demand under review: continuous (r, Q) and periodic (s, S), both exact.
//!
//! G(y) = h E(y − D)⁺ + p E(D − y)⁺ is the cost rate at inventory position y, D the demand until it takes effect.

use super::newsvendor::UnitCosts;
use super::unanswered::{Unanswered, need, not_negative, positive};
use crate::stats::poisson;

/// What positions are weighed by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PoissonWeighing {
    /// Per unit in stock and per unit waiting, per unit of time, money.
    pub costs: UnitCosts,
    /// Per order, money.
    pub fixed_cost: f64,
    /// Mean demand per unit of time, units.
    pub demand_mean: f64,
    /// Lead time in the same unit; whole periods under periodic review.
    pub lead_time: f64,
}

/// A policy of two whole numbers and its cost per unit of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Policy {
    /// Order when the position is at or below this, units.
    pub point: i64,
    /// Units: the order quantity Q of (r, Q), the level S of (s, S).
    pub target: i64,
    /// Money per unit of time.
    pub cost: f64,
}

/// The largest lot that is searched.
const WIDEST: i64 = 1_000_000;

/// The widest gap s … S that is searched; the work grows with its square.
const WIDEST_GAP: i64 = 3_000;

/// The largest mean of a period under periodic review: its law is held as a table.
const LARGEST_PERIOD: f64 = 10_000.0;

/// The largest mean demand that a position stands against: each G sums about ten square roots of it.
const LARGEST_EXPOSURE: f64 = 1e7;

/// The most terms summed in a search, about ten square roots of the mean for each position.
const MOST_TERMS: f64 = 3e8;

impl PoissonWeighing {
    pub(super) fn check(&self) -> Result<(), Unanswered> {
        self.costs.check()?;
        not_negative("fixed_cost", self.fixed_cost)?;
        positive("demand_mean", self.demand_mean)?;
        not_negative("lead_time", self.lead_time)?;
        let (mean, few) =
            (self.demand_mean * (self.lead_time + 1.0), "at most 10^7 units over the lead time and one period");
        need(mean <= LARGEST_EXPOSURE, "demand_mean", mean, few)
    }

    /// G(y) against the demand of so many units of time.
    pub(super) fn rate(&self, position: i64, exposure: f64) -> f64 {
        let (mean, y) = (self.demand_mean * exposure, position as f64);
        self.costs.holding_cost * poisson::shortfall(mean, y) + self.costs.stockout_cost * poisson::excess(mean, y)
    }

    /// The position with the least G.
    pub(super) fn lowest(&self, exposure: f64) -> i64 {
        poisson::upper_quantile(self.demand_mean * exposure, self.costs.critical_rest()) as i64
    }

    /// The cheapest (r, Q): positions join the lot from the cheapest on, each next one at either end, while they cost less than the
    /// average so far (Federgruen & Zheng 1992).
    ///
    /// # Errors
    /// If a cost or the demand is out of range, or the best lot is too large to search for.
    pub fn cheapest_point_and_quantity(&self) -> Result<Policy, Unanswered> {
        self.check()?;
        let exposure = self.lead_time;
        let lowest = self.lowest(exposure);
        let (mut below, mut above) = (lowest - 1, lowest + 1);
        let (mut rate_below, mut rate_above) = (self.rate(below, exposure), self.rate(above, exposure));
        let mut sum = self.fixed_cost * self.demand_mean + self.rate(lowest, exposure);
        loop {
            let quantity = above - below - 1;
            let cost = sum / quantity as f64;
            if rate_below.min(rate_above) >= cost {
                return Ok(Policy { point: below, target: quantity, cost });
            }
            let terms = 10.0 * libm::sqrt(self.demand_mean * exposure + 1.0) * quantity as f64;
            if quantity == WIDEST || terms > MOST_TERMS {
                return Err(too_wide());
            }
            if rate_below <= rate_above {
                sum += rate_below;
                below -= 1;
                rate_below = self.rate(below, exposure);
            } else {
                sum += rate_above;
                above += 1;
                rate_above = self.rate(above, exposure);
            }
        }
    }

    /// The cost of a given (r, Q).
    ///
    /// # Errors
    /// If a cost, the demand or the quantity is out of range.
    pub fn cost_of_point_and_quantity(&self, point: i64, quantity: i64) -> Result<Policy, Unanswered> {
        self.check()?;
        need(
            (1..=WIDEST).contains(&quantity),
            "order_quantity",
            quantity as f64,
            "a whole number from 1 to a million",
        )?;
        let rates = (1..=quantity).map(|k| self.rate(point + k, self.lead_time));
        let cost = (self.fixed_cost * self.demand_mean + rates.sum::<f64>()) / quantity as f64;
        Ok(Policy { point, target: quantity, cost })
    }
}

fn too_wide() -> Unanswered {
    Unanswered::because("fixed_cost", "so large against the holding cost that the best lot is too large to search for")
}

/// The renewal cost of (s, S) under periodic review, and the search for the cheapest.
///
/// Order up to S when the position at the start of a period is s or below; demand of L + 1 periods meets each
/// position. With m(j) the mean number of periods at S − j, c(s, S) = (K + Σ m(j) G(S − j)) / Σ m(j), j < S − s.
struct Periodic<'a> {
    weighing: &'a PoissonWeighing,
    exposure: f64,
    /// P(D = j) of one period.
    chances: Vec<f64>,
    /// m(j), as many as were needed.
    visits: Vec<f64>,
    /// G(y) by position.
    rates: std::collections::BTreeMap<i64, f64>,
}

impl PoissonWeighing {
    /// The cheapest (s, S) under periodic review (Zheng & Federgruen 1991).
    ///
    /// # Errors
    /// If a cost or the demand is out of range, the lead time is no whole number, or S − s is above 3,000.
    pub fn cheapest_point_and_level(&self) -> Result<Policy, Unanswered> {
        let mut periodic = self.periodic()?;
        let lowest = self.lowest(periodic.exposure);
        let (mut best_level, mut point) = (lowest, lowest - 1);
        let mut best = periodic.cost(point, best_level)?;
        while best > periodic.rate(point) {
            point -= 1;
            best = periodic.cost(point, best_level)?;
        }
        let mut level = lowest + 1;
        while periodic.rate(level) <= best {
            let cost = periodic.cost(point, level)?;
            if cost < best {
                (best_level, best) = (level, cost);
                while point + 1 < best_level && best <= periodic.rate(point + 1) {
                    point += 1;
                    best = periodic.cost(point, best_level)?;
                }
            }
            level += 1;
        }
        Ok(Policy { point, target: best_level, cost: best })
    }

    /// The cost of a given (s, S).
    ///
    /// # Errors
    /// If a cost or the demand is out of range, the lead time is no whole number, or S is not above s.
    pub fn cost_of_point_and_level(&self, point: i64, level: i64) -> Result<Policy, Unanswered> {
        let mut periodic = self.periodic()?;
        need(level > point, "S", level as f64, "above s")?;
        Ok(Policy { point, target: level, cost: periodic.cost(point, level)? })
    }

    fn periodic(&self) -> Result<Periodic<'_>, Unanswered> {
        self.check()?;
        let whole = libm::floor(self.lead_time) == self.lead_time;
        need(whole, "lead_time", self.lead_time, "a whole number of periods")?;
        need(self.demand_mean <= LARGEST_PERIOD, "demand_mean", self.demand_mean, "at most 10,000 a period")?;
        // Chances below the last digit of the sum do not count.
        let last = poisson::upper_quantile(self.demand_mean, 1e-17);
        let chances = (0..=last).map(|n| poisson::probability(self.demand_mean, n)).collect();
        let (visits, rates) = (Vec::new(), std::collections::BTreeMap::new());
        Ok(Periodic { weighing: self, exposure: self.lead_time + 1.0, chances, visits, rates })
    }
}

impl Periodic<'_> {
    fn rate(&mut self, position: i64) -> f64 {
        *self.rates.entry(position).or_insert_with(|| self.weighing.rate(position, self.exposure))
    }

    /// m(j) = (Σ from 1 to j of P(D = i) m(j − i), + 1 at j = 0) / (1 − P(D = 0)).
    fn visits(&mut self, j: usize) -> f64 {
        while self.visits.len() <= j {
            let next = self.visits.len();
            let furthest = next.min(self.chances.len() - 1);
            let reached: f64 = (1..=furthest).map(|i| self.chances[i] * self.visits[next - i]).sum();
            let first = f64::from(u8::from(next == 0));
            self.visits.push((first + reached) / -libm::expm1(-self.weighing.demand_mean));
        }
        self.visits[j]
    }

    fn cost(&mut self, point: i64, level: i64) -> Result<f64, Unanswered> {
        let gap = level - point;
        if gap > WIDEST_GAP {
            return Err(too_wide());
        }
        let (mut total, mut periods) = (self.weighing.fixed_cost, 0.0);
        for j in 0..gap {
            let visits = self.visits(j as usize);
            total += visits * self.rate(level - j);
            periods += visits;
        }
        Ok(total / periods)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHING: PoissonWeighing = PoissonWeighing {
        costs: UnitCosts { holding_cost: 1.0, stockout_cost: 4.0 },
        fixed_cost: 5.0,
        demand_mean: 6.0,
        lead_time: 0.0,
    };

    #[test]
    fn no_other_pair_is_cheaper() {
        for (fixed_cost, lead_time) in [(5.0, 0.0), (64.0, 0.0), (20.0, 3.0), (0.0, 1.0)] {
            let weighing = PoissonWeighing { fixed_cost, lead_time, ..WEIGHING };
            let lots = weighing.cheapest_point_and_quantity().unwrap();
            let levels = weighing.cheapest_point_and_level().unwrap();
            for point in -15..60 {
                for gap in 1..60 {
                    let lot = weighing.cost_of_point_and_quantity(point, gap).unwrap();
                    assert!(lot.cost >= lots.cost - 1e-9, "{lot:?} {lots:?}");
                    let level = weighing.cost_of_point_and_level(point, point + gap).unwrap();
                    assert!(level.cost >= levels.cost - 1e-9, "{level:?} {levels:?}");
                }
            }
        }
    }

    #[test]
    fn free_orders_are_a_base_stock() {
        let free = PoissonWeighing { fixed_cost: 0.0, ..WEIGHING };
        let policy = free.cheapest_point_and_level().unwrap();
        let level = poisson::upper_quantile(6.0, 0.2) as i64;
        assert_eq!((policy.point, policy.target), (level - 1, level));
        assert!((policy.cost - free.rate(level, 1.0)).abs() < 1e-12);
        assert_eq!(free.cheapest_point_and_quantity().unwrap().target, 1);
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let half = PoissonWeighing { lead_time: 0.5, ..WEIGHING };
        assert_eq!(half.cheapest_point_and_level().unwrap_err().parameter, "lead_time");
        assert_eq!(WEIGHING.cost_of_point_and_level(4, 4).unwrap_err().parameter, "S");
        let never = PoissonWeighing { demand_mean: 0.0, ..WEIGHING };
        assert_eq!(never.cheapest_point_and_quantity().unwrap_err().parameter, "demand_mean");
    }
}
