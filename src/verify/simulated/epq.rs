//! The economic production quantity: a lot comes in at a steady rate while it is used, on a fine grid of days.
//!
//! A simulated day is 1/1000 of the theory's cycle; counting stock at the ends of days is off by no more than that.

use super::Simulation;
use super::figures::cost_per_day;
use super::given::{Given, daily_demand, money_scale};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Simulated days in a cycle.
const DAYS_IN_CYCLE: f64 = 1000.0;
/// Cycles measured in a replication, from the middle of one, so that each has its order.
const CYCLES: f64 = 10.0;
const REPLICATIONS: u64 = 10;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (fixed, holding) = (given.number("fixed_cost")?, given.number("holding_cost")?);
    let (rate, production) = (given.number("demand_rate")?, given.number("production_rate")?);
    let lot = given.decision("order_quantity")?;
    let days_in_unit = DAYS_IN_CYCLE * rate / lot;
    let holding = holding / days_in_unit;
    let scale = money_scale(&[fixed, holding]);
    let mut settings = vec![
        format!("policy.store.lot={lot} units"),
        format!("lane.in.receipt-rate={} units/day", production / days_in_unit),
        format!("lane.in.per-order={} SEK/order", fixed * scale),
        format!("cost.holding={} SEK/unit/day", holding * scale),
        format!("scenario.warm-up={} days", 1.5 * DAYS_IN_CYCLE),
        format!("scenario.measured={} days", CYCLES * DAYS_IN_CYCLE),
    ];
    settings.extend(daily_demand(lot / DAYS_IN_CYCLE, 0.0));
    let quantities = |figures: &super::Figures| [("cost_per_year", Found::mean(figures.of(0), 1.0))].into_map();
    let figures = vec![cost_per_day(days_in_unit / scale)];
    Ok(given.of_one_run(settings, REPLICATIONS, figures, Box::new(quantities)))
}
