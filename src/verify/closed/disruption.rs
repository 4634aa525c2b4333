//! Suppliers that fail, and how long a stock lasts without them.

use super::inputs::{Answers, Inputs, numbers};
use super::single_period::{normal_demand, unit_costs};
use crate::inventory::endurance as days;
use crate::inventory::lot_size::LotCosts;
use crate::inventory::supply_disruption::{DisruptedLot, MarkovSupplier};
use crate::verify::cases::Fault;

/// The lot under exponential up and down times, or the cost of a given `order_quantity`.
pub fn eoq_with_disruptions(inputs: &Inputs) -> Result<Answers, Fault> {
    let lot = DisruptedLot {
        costs: LotCosts {
            fixed_cost: inputs.number("fixed_cost")?,
            holding_cost: inputs.number("holding_cost")?,
            demand_rate: inputs.number("demand_rate")?,
        },
        stockout_cost_per_unit: inputs.number("stockout_cost_per_unit")?,
        disruption_rate: inputs.number("disruption_rate")?,
        recovery_rate: inputs.number("recovery_rate")?,
    };
    let (quantity, cost) = match inputs.optional("order_quantity")? {
        Some(quantity) => (quantity, inputs.told(lot.cost(quantity))?),
        None => inputs.told(lot.cheapest())?,
    };
    Ok(numbers([("order_quantity", quantity), ("cost_per_year", cost)]))
}

fn supplier(inputs: &Inputs) -> Result<MarkovSupplier, Fault> {
    Ok(MarkovSupplier {
        disruption_prob: inputs.number("disruption_prob")?,
        recovery_prob: inputs.number("recovery_prob")?,
    })
}

/// The base-stock level under known demand, or the cost of a given one.
pub fn base_stock_with_disruptions(inputs: &Inputs) -> Result<Answers, Fault> {
    let (supplier, costs, demand) = (supplier(inputs)?, unit_costs(inputs)?, inputs.number("demand")?);
    let level = match inputs.optional("base_stock_level")? {
        Some(level) => level,
        None => inputs.told(supplier.cheapest_level(costs, demand))?,
    };
    let cost = inputs.told(supplier.cost_of_level(costs, demand, level))?;
    Ok(numbers([("base_stock_level", level), ("cost_per_period", cost)]))
}

/// The stationary law of a supplier.
pub fn markov_disruption(inputs: &Inputs) -> Result<Answers, Fault> {
    let supplier = supplier(inputs)?;
    Ok(numbers([
        ("availability", inputs.told(supplier.availability())?),
        ("mean_disruption_length", inputs.told(supplier.mean_length())?),
        ("p_disruption_longer_than_14", inputs.told(supplier.outlasts(14.0))?),
        ("disruptions_per_365", 365.0 * inputs.told(supplier.starts_per_period())?),
    ]))
}

/// The stock at the cut: `stock` in units, or `stock_days` of mean demand; both if they agree.
fn stock(inputs: &Inputs, mean: f64) -> Result<f64, Fault> {
    let (units, days) = (inputs.optional("stock")?, inputs.optional("stock_days")?);
    match (units, days) {
        (Some(units), Some(days)) if (days * mean - units).abs() > 1e-6 * units.abs() => {
            Err(inputs.fault("stock_days", "does not agree with stock; give one of them"))
        }
        (Some(units), _) => Ok(units),
        (None, Some(days)) => Ok(days * mean),
        (None, None) => inputs.number("stock"),
    }
}

/// Days that a stock lasts: the mean, and those reached with 90, 95 and 99 %.
pub fn endurance(inputs: &Inputs) -> Result<Answers, Fault> {
    let daily = normal_demand(inputs)?;
    let stock = stock(inputs, daily.mean)?;
    let with = |probability: f64| inputs.told(days::days_with(probability, stock, daily));
    Ok(numbers([
        ("mean_full_days", inputs.told(days::mean_full_days(stock, daily))?),
        ("days_with_90pct", with(0.90)?),
        ("days_with_95pct", with(0.95)?),
        ("days_with_99pct", with(0.99)?),
    ]))
}

/// The mean by renewal theory.
pub fn endurance_approximation(inputs: &Inputs) -> Result<Answers, Fault> {
    let daily = normal_demand(inputs)?;
    let stock = stock(inputs, daily.mean)?;
    Ok(numbers([("mean_full_days", inputs.told(days::approximate_full_days(stock, daily))?)]))
}
