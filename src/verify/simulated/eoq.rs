//! The economic order quantity (Harris 1913), with steady demand on a fine grid of days.
//!
//! A simulated day is 1/400 of the theory's cycle. Stock is counted at the end of each day, so it is half a day's demand
//! below the mean of the sawtooth: 1/400 of the holding cost, 1/800 of the whole.

use super::Simulation;
use super::figures::cost_per_day;
use super::given::{Given, daily_demand, money_scale};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Simulated days in a cycle.
const DAYS_IN_CYCLE: f64 = 400.0;
/// Cycles measured in a replication.
const CYCLES: f64 = 10.0;
/// Nothing is left to chance but the rounding of demand to whole quanta.
const REPLICATIONS: u64 = 20;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (fixed, holding, rate) =
        (given.number("fixed_cost")?, given.number("holding_cost")?, given.number("demand_rate")?);
    let lot = given.decision("order_quantity")?;
    let (daily, days_in_year) = (lot / DAYS_IN_CYCLE, DAYS_IN_CYCLE * rate / lot);
    let holding_per_day = holding / days_in_year;
    let scale = money_scale(&[fixed, holding_per_day]);
    let mut settings = vec![
        format!("policy.lots.lot={lot} units"),
        // Ordered on the day that begins with less than it needs.
        format!("policy.lots.point={} units", daily / 2.0),
        format!("cost.holding={} SEK/unit/day", holding_per_day * scale),
        format!("lane.in.per-order={} SEK/order", fixed * scale),
        format!("scenario.measured={} days", DAYS_IN_CYCLE * CYCLES),
    ];
    settings.extend(daily_demand(daily, 0.0));
    let quantities = |figures: &super::Figures| [("cost_per_year", Found::mean(figures.of(0), 1.0))].into_map();
    let figures = vec![cost_per_day(days_in_year / scale)];
    Ok(given.of_one_run(settings, REPLICATIONS, figures, Box::new(quantities)))
}
