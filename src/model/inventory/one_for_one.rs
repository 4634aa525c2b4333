//! A base stock S that orders each unit as it is taken, under Poisson demand and any law of independent lead times.

use super::newsvendor::poisson_mean;
use super::unanswered::{Unanswered, need, not_negative, whole};
use crate::stats::poisson;

/// How the stock serves when demand waits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waiting {
    /// Share of demand served at once.
    pub fill_rate: f64,
    /// Mean units on order.
    pub mean_outstanding: f64,
    /// Mean units waiting.
    pub mean_backorders: f64,
    /// Mean units in stock.
    pub mean_on_hand: f64,
}

/// How the stock serves when demand is lost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Losing {
    /// Share of demand lost.
    pub lost_fraction: f64,
    /// Mean units in stock.
    pub mean_on_hand: f64,
}

fn load(demand_rate: f64, mean_lead_time: f64) -> Result<f64, Unanswered> {
    not_negative("demand_rate", demand_rate)?;
    not_negative("mean_lead_time", mean_lead_time)?;
    poisson_mean("mean_lead_time", demand_rate * mean_lead_time)?;
    Ok(demand_rate * mean_lead_time)
}

/// With backorders: units on order are Poisson with mean λ E(L), and an arrival sees that law (Palm 1938; Feeney & Sherbrooke 1966).
///
/// # Errors
/// If a rate, a time or the level is out of range.
pub fn with_backorders(demand_rate: f64, mean_lead_time: f64, level: f64) -> Result<Waiting, Unanswered> {
    let load = load(demand_rate, mean_lead_time)?;
    let stock = whole("base_stock_level", level)?;
    Ok(Waiting {
        fill_rate: if stock == 0 { 0.0 } else { poisson::at_most(load, stock - 1) },
        mean_outstanding: load,
        mean_backorders: poisson::excess(load, level),
        mean_on_hand: poisson::shortfall(load, level),
    })
}

/// With lost sales: Erlang's loss formula with S servers (Karush 1957), by B(k) = a B(k − 1) / (k + a B(k − 1)).
///
/// # Errors
/// If a rate, a time or the level is out of range.
pub fn with_lost_sales(demand_rate: f64, mean_lead_time: f64, level: f64) -> Result<Losing, Unanswered> {
    let load = load(demand_rate, mean_lead_time)?;
    let stock = whole("base_stock_level", level)?;
    need(level <= 1e8, "base_stock_level", level, "at most 10^8, since each unit is a step")?;
    let mut lost = 1.0;
    for k in 1..=stock {
        lost = load * lost / (k as f64 + load * lost);
        // From here on every further unit only makes it smaller.
        if lost == 0.0 {
            break;
        }
    }
    Ok(Losing { lost_fraction: lost, mean_on_hand: level - load * (1.0 - lost) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_unit_by_hand() {
        // Load 2: P(no order out) = exp(−2); lost 2/3 of the time.
        let waiting = with_backorders(1.0, 2.0, 1.0).unwrap();
        assert!((waiting.fill_rate - libm::exp(-2.0)).abs() < 1e-15);
        assert!((waiting.mean_backorders - 1.0 - libm::exp(-2.0)).abs() < 1e-14);
        let losing = with_lost_sales(1.0, 2.0, 1.0).unwrap();
        assert!((losing.lost_fraction - 2.0 / 3.0).abs() < 1e-15);
        assert!((losing.mean_on_hand - 1.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn no_stock_serves_nobody() {
        assert_eq!(with_backorders(2.0, 4.0, 0.0).unwrap().fill_rate, 0.0);
        assert_eq!(with_lost_sales(2.0, 4.0, 0.0).unwrap().lost_fraction, 1.0);
        assert_eq!(with_backorders(2.0, 4.0, 1.5).unwrap_err().parameter, "base_stock_level");
    }
}
