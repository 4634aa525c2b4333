//! A supplier that fails and recovers: its chances, and the lot and level that fit it (Snyder & Shen 2019, chapter 9).

use super::lot_size::LotCosts;
use super::newsvendor::UnitCosts;
use super::unanswered::{Unanswered, need, not_negative, positive};
use libm::{exp, expm1, log, pow};

/// A supplier that fails with one probability per period while it is up, and recovers with another while it is down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkovSupplier {
    /// α, per period up.
    pub disruption_prob: f64,
    /// β, per period down.
    pub recovery_prob: f64,
}

impl MarkovSupplier {
    fn check(&self) -> Result<(), Unanswered> {
        let chance = |p: f64| (0.0..=1.0).contains(&p);
        need(chance(self.disruption_prob), "disruption_prob", self.disruption_prob, "a probability")?;
        let recovers = chance(self.recovery_prob) && self.recovery_prob > 0.0;
        need(recovers, "recovery_prob", self.recovery_prob, "a probability above 0")
    }

    /// β / (α + β), the share of periods up.
    ///
    /// # Errors
    /// If a probability is out of range.
    pub fn availability(&self) -> Result<f64, Unanswered> {
        self.check()?;
        Ok(self.recovery_prob / (self.disruption_prob + self.recovery_prob))
    }

    /// 1 / β periods.
    ///
    /// # Errors
    /// If a probability is out of range.
    pub fn mean_length(&self) -> Result<f64, Unanswered> {
        self.check()?;
        Ok(1.0 / self.recovery_prob)
    }

    /// (1 − β)ⁿ, the chance that a disruption outlasts n periods.
    ///
    /// # Errors
    /// If a probability is out of range.
    pub fn outlasts(&self, periods: f64) -> Result<f64, Unanswered> {
        self.check()?;
        Ok(pow(1.0 - self.recovery_prob, periods))
    }

    /// α × availability: disruptions that begin per period.
    ///
    /// # Errors
    /// If a probability is out of range.
    pub fn starts_per_period(&self) -> Result<f64, Unanswered> {
        Ok(self.disruption_prob * self.availability()?)
    }

    /// P(down for more than n periods already), n = 0, 1, …: (1 − availability) (1 − β)ⁿ.
    fn down_longer_than(&self, periods: f64) -> f64 {
        let down = self.disruption_prob / (self.disruption_prob + self.recovery_prob);
        down * pow(1.0 - self.recovery_prob, periods)
    }

    /// The cheapest base-stock level for known demand per period, zero lead time and backorders (Güllü, Önol & Erkip 1997): enough for the
    /// n periods down, and the next one, with P(down longer than n) ≤ h / (h + p).
    ///
    /// # Errors
    /// If a cost, the demand or a probability is out of range.
    pub fn cheapest_level(&self, costs: UnitCosts, demand: f64) -> Result<f64, Unanswered> {
        self.check()?;
        costs.check()?;
        positive("demand", demand)?;
        let enough = |n: f64| self.down_longer_than(n) <= costs.critical_rest() * (1.0 + 1e-12);
        let (mut low, mut high) = (-1.0, 0.0);
        while !enough(high) {
            need(high < 1e15, "recovery_prob", self.recovery_prob, "large enough for a disruption to end")?;
            (low, high) = (high, 2.0 * high + 1.0);
        }
        while high - low > 1.0 {
            let middle = libm::floor((low + high) / 2.0);
            if enough(middle) { high = middle } else { low = middle }
        }
        Ok(demand * (high + 1.0))
    }

    /// The mean cost per period of a level S, h E(S − (n + 1) d)⁺ + p E((n + 1) d − S)⁺, n the periods down so far.
    ///
    /// # Errors
    /// If a cost, the demand, the level or a probability is out of range.
    pub fn cost_of_level(&self, costs: UnitCosts, demand: f64, level: f64) -> Result<f64, Unanswered> {
        self.check()?;
        not_negative("holding_cost", costs.holding_cost)?;
        not_negative("stockout_cost", costs.stockout_cost)?;
        positive("demand", demand)?;
        need(level.is_finite(), "base_stock_level", level, "a finite number")?;
        // E n = Σ P(N > n); E(n + 1 − x)⁺ = Σ from m of it, less the part of the first step that lies below x.
        let x = level / demand;
        let mean = 1.0 + self.down_longer_than(0.0) / self.recovery_prob;
        let short = if x < 1.0 {
            mean - x
        } else {
            let first = libm::floor(x);
            let rest = self.down_longer_than(first - 1.0);
            rest * (first - x) + rest / self.recovery_prob
        };
        let left_over = x - mean + short;
        Ok(demand * (costs.holding_cost * left_over + costs.stockout_cost * short))
    }
}

/// The economic lot when the supplier's up and down times are exponential, orders are placed at zero stock, and what comes while
/// it is down is lost at a cost per unit (Berk & Arreola-Risa 1994).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DisruptedLot {
    /// Costs and demand.
    pub costs: LotCosts,
    /// Per unit lost, money.
    pub stockout_cost_per_unit: f64,
    /// Disruptions per year up.
    pub disruption_rate: f64,
    /// Recoveries per year down.
    pub recovery_rate: f64,
}

impl DisruptedLot {
    fn check(&self) -> Result<(), Unanswered> {
        self.costs.economic_lot()?;
        not_negative("stockout_cost_per_unit", self.stockout_cost_per_unit)?;
        not_negative("disruption_rate", self.disruption_rate)?;
        positive("recovery_rate", self.recovery_rate)
    }

    /// Cost per cycle over its length: (K + h Q² / 2D + p D ψ / μ) / (Q / D + ψ / μ), with the chance of finding the supplier down
    /// ψ = λ / (λ + μ) (1 − exp(−(λ + μ) Q / D)).
    ///
    /// # Errors
    /// If a cost, a rate or the quantity is out of range.
    pub fn cost(&self, order_quantity: f64) -> Result<f64, Unanswered> {
        self.check()?;
        positive("order_quantity", order_quantity)?;
        Ok(self.at(order_quantity))
    }

    fn at(&self, lot: f64) -> f64 {
        let LotCosts { fixed_cost, holding_cost, demand_rate } = self.costs;
        let both = self.disruption_rate + self.recovery_rate;
        let years = lot / demand_rate;
        let down = self.disruption_rate / both * -expm1(-both * years) / self.recovery_rate;
        let cycle = fixed_cost + holding_cost * lot * years / 2.0 + self.stockout_cost_per_unit * demand_rate * down;
        cycle / (years + down)
    }

    /// The cheapest lot and its cost: the best of a fine logarithmic grid, refined by golden section.
    ///
    /// # Errors
    /// If a cost or a rate is out of range, or orders and lost sales cost so little that the smallest lot is best.
    pub fn cheapest(&self) -> Result<(f64, f64), Unanswered> {
        self.check()?;
        let (plain, demand) = (self.costs.economic_lot()?.order_quantity, self.costs.demand_rate);
        // The grid reaches a factor 10^8 to either side of the plain lot, or of the need of one up and down time.
        let centre = plain.max(demand / (self.disruption_rate + self.recovery_rate));
        let place = |k: i32| centre * exp(f64::from(k) * 0.05);
        let best = (-400..=400).map(|k| (k, self.at(place(k)))).min_by(|a, b| a.1.total_cmp(&b.1));
        let (k, _) = best.expect("the grid has places");
        if k.abs() == 400 {
            return Err(Unanswered::because(
                "fixed_cost",
                "no lot is best within a factor 10^8: orders cost too little",
            ));
        }
        let lot = self.golden_section(log(place(k - 1)), log(place(k + 1)));
        Ok((lot, self.at(lot)))
    }

    fn golden_section(&self, mut low: f64, mut high: f64) -> f64 {
        const SHARE: f64 = 0.618_033_988_749_894_9;
        for _ in 0..60 {
            let (left, right) = (high - SHARE * (high - low), low + SHARE * (high - low));
            if self.at(exp(left)) <= self.at(exp(right)) { high = right } else { low = left }
        }
        exp((low + high) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUPPLIER: MarkovSupplier = MarkovSupplier { disruption_prob: 0.04, recovery_prob: 0.25 };
    const COSTS: UnitCosts = UnitCosts { holding_cost: 0.25, stockout_cost: 3.0 };

    #[test]
    fn cost_of_a_level_is_the_sum_over_the_states() {
        for level in [-100.0, 0.0, 1999.0, 2000.0, 5500.0, 12_000.0] {
            let (mut sum, mut chance) = (0.0, SUPPLIER.availability().unwrap());
            for n in 0..400 {
                let need = 2000.0 * f64::from(n + 1);
                sum += chance * (0.25 * (level - need).max(0.0) + 3.0 * (need - level).max(0.0));
                chance *= if n == 0 { 0.04 } else { 0.75 };
            }
            let found = SUPPLIER.cost_of_level(COSTS, 2000.0, level).unwrap();
            assert!((found / sum - 1.0).abs() < 1e-12, "{level}: {found} {sum}");
        }
    }

    #[test]
    fn no_other_level_is_cheaper() {
        let level = SUPPLIER.cheapest_level(COSTS, 2000.0).unwrap();
        let least = SUPPLIER.cost_of_level(COSTS, 2000.0, level).unwrap();
        for k in 0..200 {
            assert!(SUPPLIER.cost_of_level(COSTS, 2000.0, 100.0 * f64::from(k)).unwrap() >= least - 1e-9);
        }
        let never = MarkovSupplier { disruption_prob: 0.0, recovery_prob: 1.0 };
        assert_eq!(never.cheapest_level(COSTS, 2000.0).unwrap(), 2000.0);
    }

    #[test]
    fn a_supplier_that_never_fails_leaves_the_plain_lot() {
        let costs = LotCosts { fixed_cost: 8.0, holding_cost: 0.225, demand_rate: 1300.0 };
        let lot = DisruptedLot { costs, stockout_cost_per_unit: 5.0, disruption_rate: 0.0, recovery_rate: 14.0 };
        let (quantity, cost) = lot.cheapest().unwrap();
        let plain = costs.economic_lot().unwrap();
        assert!((quantity / plain.order_quantity - 1.0).abs() < 1e-6);
        assert!((cost / plain.cost_per_year - 1.0).abs() < 1e-12);
    }
}
