//! A batch that expires all at once, under Poisson demand; the next batch comes the moment it is sold out or expired (Weiss 1980).

use super::newsvendor::poisson_mean;
use super::unanswered::{Unanswered, need, positive, whole};
use crate::stats::poisson;

/// A cycle of one batch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BatchCycle {
    /// Mean days from one batch to the next.
    pub mean_cycle_days: f64,
    /// Mean units expired per batch.
    pub expired_per_cycle: f64,
    /// Share of what was ordered that expires.
    pub expired_fraction: f64,
    /// Mean units expired per day.
    pub expired_per_day: f64,
}

/// By renewal reward: the cycle is the least of the time to sell Q and the shelf life m; (Q − N(m))⁺ expire, and the rest is sold at
/// rate λ, so the mean cycle is (Q − expired) / λ.
///
/// # Errors
/// If the quantity, the rate or the shelf life is out of range.
pub fn batch_cycle(order_quantity: f64, demand_rate: f64, shelf_life: f64) -> Result<BatchCycle, Unanswered> {
    need(whole("order_quantity", order_quantity)? >= 1, "order_quantity", order_quantity, "at least 1")?;
    positive("demand_rate", demand_rate)?;
    positive("shelf_life_days", shelf_life)?;
    let mean = demand_rate * shelf_life;
    poisson_mean("demand_rate", mean)?;
    let expired_per_cycle = poisson::shortfall(mean, order_quantity);
    // E min(Q, N): by whichever side does not cancel.
    let sold = if mean < order_quantity {
        mean - poisson::excess(mean, order_quantity)
    } else {
        order_quantity - expired_per_cycle
    };
    let mean_cycle_days = sold / demand_rate;
    Ok(BatchCycle {
        mean_cycle_days,
        expired_per_cycle,
        expired_fraction: expired_per_cycle / order_quantity,
        expired_per_day: expired_per_cycle / mean_cycle_days,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_unit_by_hand() {
        // Sold within the day with probability 1 − exp(−½): mean cycle that over ½.
        let found = batch_cycle(1.0, 0.5, 1.0).unwrap();
        assert!((found.mean_cycle_days + 2.0 * libm::expm1(-0.5)).abs() < 1e-15);
        assert!((found.expired_fraction - libm::exp(-0.5)).abs() < 1e-15);
    }

    #[test]
    fn what_lasts_long_is_sold() {
        let found = batch_cycle(30.0, 1.0, 500.0).unwrap();
        assert!(found.expired_per_cycle < 1e-100 && (found.mean_cycle_days - 30.0).abs() < 1e-12);
    }
}
