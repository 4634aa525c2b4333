//! The best ordering under lost sales and a lead time, by value iteration over all that is under way (Zipkin 2008).
//!
//! Each period: what was ordered L periods ago arrives, an order is placed, demand comes, what is left costs h and what is lost costs p.
//! The state is the stock on hand and the L − 1 orders still under way.

use super::newsvendor::UnitCosts;
use super::unanswered::{Unanswered, need, positive, whole};
use crate::stats::poisson;

/// The law of a period's demand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CountLaw {
    /// Poisson with this mean.
    Poisson {
        /// Units.
        mean: f64,
    },
    /// P(D = n) = (1 − q) qⁿ with this mean, q / (1 − q).
    Geometric {
        /// Units.
        mean: f64,
    },
}

/// The most pairs of a state and a demand in one round; a longer lead time or a larger mean needs more.
const LARGEST: f64 = 3e7;

/// The least long-run mean cost per period. `stockout_cost` is per unit lost.
///
/// # Errors
/// If a cost, the demand or the lead time is out of range, or there are more states than fit.
pub fn least_cost(costs: UnitCosts, law: CountLaw, lead_time: f64) -> Result<f64, Unanswered> {
    costs.check()?;
    let periods = whole("lead_time", lead_time)? as usize;
    let (CountLaw::Poisson { mean } | CountLaw::Geometric { mean }) = law;
    positive("demand_mean", mean)?;
    let ratio = costs.stockout_cost / costs.holding_cost;
    need(ratio <= 1e6, "lost_sale_cost", costs.stockout_cost, "at most a million times the holding cost")?;
    need(mean * (lead_time + 1.0) < 1e4, "demand_mean", mean, TOO_LARGE)?;
    // No position above the newsvendor level of L + 1 periods pays (Morton 1969); one period's level is the first guess at an order.
    let position = law.upper_quantile(periods + 1, costs.critical_rest());
    let mut order = law.upper_quantile(1, costs.critical_rest()).min(position);
    let chances: Vec<f64> = (0..=position).map(|n| law.chance(n)).collect();
    if periods == 0 {
        return Ok(period_cost(costs, mean, &chances, position));
    }
    loop {
        let states = libm::pow((order + 1) as f64, (periods - 1) as f64) * (position + 1) as f64;
        need(states * (position + 1) as f64 <= LARGEST, "lead_time", lead_time, TOO_LARGE)?;
        let mut pipeline = Pipeline::new(costs, mean, &chances, (periods, position, order));
        let cost = pipeline.iterate()?;
        if !pipeline.at_order_cap || order == position {
            return Ok(cost);
        }
        order = (order * 2).max(1).min(position);
    }
}

const TOO_LARGE: &str = "short enough, and demand small enough, for at most 3 x 10^7 pairs of a state and a demand";

impl CountLaw {
    fn chance(self, n: usize) -> f64 {
        match self {
            CountLaw::Poisson { mean } => poisson::probability(mean, n as u64),
            CountLaw::Geometric { mean } => libm::pow(mean / (1.0 + mean), n as f64) / (1.0 + mean),
        }
    }

    /// The smallest n that the demand of so many periods exceeds with at most this probability.
    fn upper_quantile(self, periods: usize, beyond: f64) -> usize {
        match self {
            CountLaw::Poisson { mean } => poisson::upper_quantile(mean * periods as f64, beyond) as usize,
            CountLaw::Geometric { mean } => {
                // A sum of geometric numbers is negative binomial.
                let (share, k) = (mean / (1.0 + mean), periods as f64);
                let (mut chance, mut below, mut n) = (libm::pow(1.0 - share, k), 0.0, 0);
                loop {
                    below += chance;
                    if 1.0 - below <= beyond {
                        return n;
                    }
                    n += 1;
                    chance *= share * (k + n as f64 - 1.0) / n as f64;
                }
            }
        }
    }
}

/// h E(x − D)⁺ + p E(D − x)⁺.
fn period_cost(costs: UnitCosts, mean: f64, chances: &[f64], stock: usize) -> f64 {
    let left: f64 = (0..stock).map(|n| (stock - n) as f64 * chances[n]).sum();
    costs.holding_cost * left + costs.stockout_cost * (mean - stock as f64 + left)
}

/// All states and their relative values. A state's index has the stock as its highest digit and the newest order as its lowest.
struct Pipeline<'a> {
    chances: &'a [f64],
    /// P(D ≥ n).
    at_least: Vec<f64>,
    costs: Vec<f64>,
    /// Lead time, highest position, largest order.
    periods: usize,
    position: usize,
    order: usize,
    values: Vec<f64>,
    /// Whether a best order was the largest allowed.
    at_order_cap: bool,
}

impl<'a> Pipeline<'a> {
    fn new(costs: UnitCosts, mean: f64, chances: &'a [f64], (periods, position, order): (usize, usize, usize)) -> Self {
        let mut at_least = vec![1.0; chances.len()];
        (1..chances.len()).for_each(|n| at_least[n] = (at_least[n - 1] - chances[n - 1]).max(0.0));
        let costs = (0..=position).map(|stock| period_cost(costs, mean, chances, stock)).collect();
        let values = vec![0.0; (position + 1) * (order + 1).pow(periods as u32 - 1)];
        Pipeline { chances, at_least, costs, periods, position, order, values, at_order_cap: false }
    }

    /// Iterates until the bounds on the mean cost meet (Odoni 1969), to a relative 1e-7.
    fn iterate(&mut self) -> Result<f64, Unanswered> {
        let mut next = vec![0.0; self.values.len()];
        for _ in 0..100_000 {
            let (low, high) = self.sweep(&mut next);
            std::mem::swap(&mut self.values, &mut next);
            if high - low <= 1e-7 * high {
                return Ok(0.5 * (low + high));
            }
            let base = self.values[0];
            self.values.iter_mut().for_each(|value| *value -= base);
        }
        Err(Unanswered::because("demand_mean", "so small that the mean cost is not found in 100,000 rounds"))
    }

    /// One round over all states; the least and the largest change.
    fn sweep(&mut self, next: &mut [f64]) -> (f64, f64) {
        let stride = self.values.len() / (self.position + 1);
        let digits = self.order + 1;
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        self.at_order_cap = false;
        let mut guess = 0;
        for stock in 0..=self.position {
            for orders in 0..stride {
                let under_way = digit_sum(orders, digits);
                if stock + under_way > self.position {
                    continue;
                }
                let most = self.order.min(self.position - stock - under_way);
                let (order, value) = self.best_order(stock, orders, stride, most, guess);
                guess = order;
                self.at_order_cap |= order == self.order;
                let index = stock * stride + orders;
                let total = self.costs[stock] + value;
                let change = total - self.values[index];
                (low, high) = (low.min(change), high.max(change));
                next[index] = total;
            }
        }
        (low, high)
    }

    /// The best order and the value it leads to. Values are convex in the order (Zipkin 2008), so the search walks downhill from
    /// the neighbour's order.
    fn best_order(&self, stock: usize, orders: usize, stride: usize, most: usize, guess: usize) -> (usize, f64) {
        let mut order = guess.min(most);
        let mut value = self.after(stock, orders, stride, order);
        let start = order;
        while order > 0 {
            let less = self.after(stock, orders, stride, order - 1);
            if less >= value {
                break;
            }
            (order, value) = (order - 1, less);
        }
        while order >= start && order < most {
            let more = self.after(stock, orders, stride, order + 1);
            if more >= value {
                break;
            }
            (order, value) = (order + 1, more);
        }
        (order, value)
    }

    /// E of the next state's value after ordering.
    fn after(&self, stock: usize, orders: usize, stride: usize, order: usize) -> f64 {
        let digits = self.order + 1;
        // The oldest order arrives; with a lead time of one period that is the new one.
        let (arriving, rest) = if self.periods == 1 {
            (order, 0)
        } else {
            let oldest = stride / digits;
            (orders / oldest, orders % oldest * digits + order)
        };
        let at = |left: usize| self.values[(left + arriving) * stride + rest];
        let sold_out = self.at_least[stock] * at(0);
        let partly = (1..=stock).map(|left| self.chances[stock - left] * at(left));
        sold_out + partly.sum::<f64>()
    }
}

/// The sum of the digits of a number.
fn digit_sum(mut number: usize, base: usize) -> usize {
    let mut sum = 0;
    while number > 0 {
        sum += number % base;
        number /= base;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    const COSTS: UnitCosts = UnitCosts { holding_cost: 1.0, stockout_cost: 4.0 };

    /// Least cost at a lead time of 1 by plain value iteration: every order up to `most`, no walk, no bound from theory.
    fn plainly(law: CountLaw, most: usize) -> f64 {
        let chances: Vec<f64> = (0..300).map(|n| law.chance(n)).collect();
        let over =
            |part: &dyn Fn(usize) -> f64| -> f64 { (0..).zip(&chances).map(|(n, chance)| chance * part(n)).sum() };
        let mut values = vec![0.0; most + 1];
        for _ in 0..5000 {
            let one = |stock: usize| {
                let now = over(&|n| stock.saturating_sub(n) as f64 + 4.0 * n.saturating_sub(stock) as f64);
                let later = |order: usize| over(&|n| values[stock.saturating_sub(n) + order]);
                now + (0..=most - stock).map(later).fold(f64::INFINITY, f64::min)
            };
            let next: Vec<f64> = (0..=most).map(one).collect();
            let changes: Vec<f64> = next.iter().zip(&values).map(|(next, value)| next - value).collect();
            let (low, high) =
                (changes.iter().copied().fold(f64::INFINITY, f64::min), changes.iter().copied().fold(0.0, f64::max));
            if high - low < 1e-9 {
                return low;
            }
            values = next.iter().map(|value| value - next[0]).collect();
        }
        panic!("plain value iteration did not settle");
    }

    #[test]
    fn bounds_and_walks_lose_nothing() {
        for law in [CountLaw::Poisson { mean: 2.0 }, CountLaw::Geometric { mean: 1.5 }, CountLaw::Poisson { mean: 0.3 }]
        {
            let (found, expected) = (least_cost(COSTS, law, 1.0).unwrap(), plainly(law, 24));
            assert!((found / expected - 1.0).abs() < 1e-5, "{law:?}: {found} {expected}");
        }
    }

    #[test]
    fn without_lead_time_it_is_the_newsvendor() {
        let found = least_cost(COSTS, CountLaw::Poisson { mean: 5.0 }, 0.0).unwrap();
        let costs = crate::inventory::newsvendor::PeriodDemand::Poisson { mean: 5.0 };
        assert!((found / COSTS.cheapest(&costs).unwrap().1 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn too_many_states_are_refused() {
        let wrong = least_cost(COSTS, CountLaw::Poisson { mean: 50.0 }, 8.0).unwrap_err();
        assert_eq!(wrong.parameter, "lead_time");
    }
}
