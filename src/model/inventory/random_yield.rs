//! The economic lot when what arrives differs at random from what was ordered (Snyder & Shen 2019, section 9.3).

use super::lot_size::LotCosts;
use super::unanswered::{Unanswered, finite, not_negative, positive};

/// How the arriving quantity depends on the ordered one, Q.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Yield {
    /// Q + Y units, with the mean and standard deviation of Y in units.
    Additive {
        /// Mean, units; negative when units are lost.
        mean: f64,
        /// Standard deviation, units.
        sd: f64,
    },
    /// Q Z units, with the mean and standard deviation of the share Z.
    Share {
        /// Mean share.
        mean: f64,
        /// Standard deviation of the share.
        sd: f64,
    },
}

/// The order quantity with the least expected cost per year, and that cost.
///
/// Additive: Q = √(2 K D / h + σ²) − μ. Share: Q = √(2 K D / (h (μ² + σ²))).
///
/// # Errors
/// If a cost, the demand or the yield is out of range, or the best additive order is not above 0.
pub fn economic_lot_with_yield(costs: LotCosts, yields: Yield) -> Result<(f64, f64), Unanswered> {
    let plain = costs.economic_lot()?;
    let quantity = match yields {
        Yield::Additive { mean, sd } => {
            check(mean, sd)?;
            libm::hypot(plain.order_quantity, sd) - mean
        }
        Yield::Share { mean, sd } => {
            check(mean, sd)?;
            positive("yield_mean", mean)?;
            plain.order_quantity / libm::hypot(mean, sd)
        }
    };
    Ok((quantity, cost_with_yield(costs, yields, quantity)?))
}

/// The expected cost per year of ordering `order_quantity` at a time: by renewal reward, (K + h E(arriving²) / 2D) per
/// cycle of E(arriving) / D years.
///
/// # Errors
/// As [`economic_lot_with_yield`], or if nothing arrives on average.
pub fn cost_with_yield(costs: LotCosts, yields: Yield, order_quantity: f64) -> Result<f64, Unanswered> {
    costs.economic_lot()?;
    positive("order_quantity", order_quantity)?;
    let (mean, sd) = match yields {
        Yield::Additive { mean, sd } => (order_quantity + mean, sd),
        Yield::Share { mean, sd } => (order_quantity * mean, order_quantity * sd),
    };
    check(mean, sd)?;
    if mean <= 0.0 {
        return Err(Unanswered::because("yield_mean", "on average something must arrive of an order"));
    }
    let stock = costs.holding_cost * (mean * mean + sd * sd) / 2.0;
    Ok((costs.fixed_cost * costs.demand_rate + stock) / mean)
}

fn check(mean: f64, sd: f64) -> Result<(), Unanswered> {
    finite("yield_mean", mean)?;
    not_negative("yield_sd", sd)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COSTS: LotCosts = LotCosts { fixed_cost: 18_500.0, holding_cost: 0.06, demand_rate: 75_000.0 };

    #[test]
    fn a_yield_without_chance_is_the_plain_lot() {
        let plain = COSTS.economic_lot().unwrap();
        let (quantity, cost) = economic_lot_with_yield(COSTS, Yield::Additive { mean: -10.0, sd: 0.0 }).unwrap();
        assert!((quantity - plain.order_quantity - 10.0).abs() < 1e-9);
        assert!((cost / plain.cost_per_year - 1.0).abs() < 1e-12);
        let (quantity, cost) = economic_lot_with_yield(COSTS, Yield::Share { mean: 0.5, sd: 0.0 }).unwrap();
        assert!((quantity / plain.order_quantity - 2.0).abs() < 1e-12);
        assert!((cost / plain.cost_per_year - 1.0).abs() < 1e-12);
    }

    #[test]
    fn no_other_lot_is_cheaper() {
        for yields in [Yield::Additive { mean: -15_000.0, sd: 9000.0 }, Yield::Share { mean: 0.8, sd: 0.2 }] {
            let (quantity, cost) = economic_lot_with_yield(COSTS, yields).unwrap();
            for factor in [0.5, 0.99, 1.01, 2.0] {
                assert!(cost_with_yield(COSTS, yields, factor * quantity).unwrap() > cost);
            }
        }
    }
}
