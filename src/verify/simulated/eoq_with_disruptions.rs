//! The economic lot when the supplier is up and down for exponential times (Berk & Arreola-Risa 1994), on a fine grid of days.
//!
//! A simulated day is 1/600 of the theory's cycle. Stock is counted at the end of a day, after an order has come in, so it is half a
//! day's demand above the mean of the sawtooth: 1/600 of the holding cost.

use super::Simulation;
use super::figures::cost_per_day;
use super::given::{Given, daily_demand, money_scale};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Simulated days in a cycle without stops.
const DAYS_IN_CYCLE: f64 = 600.0;
const REPLICATIONS: u64 = 200;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (fixed, holding) = (given.number("fixed_cost")?, given.number("holding_cost")?);
    let (rate, shortage) = (given.number("demand_rate")?, given.number("stockout_cost_per_unit")?);
    let lot = given.decision("order_quantity")?;
    let (daily, days_in_year) = (lot / DAYS_IN_CYCLE, DAYS_IN_CYCLE * rate / lot);
    let scale = money_scale(&[fixed, holding / days_in_year, shortage]);
    let mean = |key: &str| match given.number(key)? {
        rate if rate > 0.0 => Ok(days_in_year / rate),
        _ => Err(given.fault(&format!("inputs.{key}"), "is 0; a stop of the scenario file begins and ends some day")),
    };
    let mut settings = vec![
        format!("policy.store.lot={lot} units"),
        // Ordered at the end of the day that leaves nothing.
        format!("policy.store.point={} units", daily / 2.0),
        format!("lane.in.per-order={} SEK/order", fixed * scale),
        format!("cost.holding={} SEK/unit/day", holding / days_in_year * scale),
        format!("cost.lost={} SEK/unit", shortage * scale),
        format!("disruption.down.up.mean={} days", mean("disruption_rate")?),
        format!("disruption.down.duration.mean={} days", mean("recovery_rate")?),
    ];
    settings.extend(daily_demand(daily, 0.0));
    let quantities = |figures: &super::Figures| [("cost_per_year", Found::mean(figures.of(0), 1.0))].into_map();
    Ok(given.of_one_run(settings, REPLICATIONS, vec![cost_per_day(days_in_year / scale)], Box::new(quantities)))
}
