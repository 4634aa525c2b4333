//! (r, Q) under normal demand (Hadley & Whitin 1963; Zheng 1992): lots of Q whenever the position is at or below r.
//!
//! The theory takes it that the position is uniform between r and r + Q, as under demand that never falls. Steps so short that
//! normal demand often falls would break that, so a simulated day is as long a part of the lead time as keeps demand
//! 2.5 standard deviations above 0, and whole lots lift the position above r: after a review it is uniform exactly.

use super::Simulation;
use super::figures::cost_per_day;
use super::given::{Given, daily_demand, money_scale};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Days measured in a replication.
const DAYS: u32 = 8000;
const REPLICATIONS: u64 = 200;
/// Standard deviations of a day's demand between its mean and 0, at least, where the lead time is long enough.
const LEAST_RATIO: f64 = 2.5;
/// Simulated days in the lead time, at most.
const MOST_DAYS: f64 = 60.0;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (mean, sd, lead_time) = (given.number("demand_mean")?, given.number("demand_sd")?, given.number("lead_time")?);
    let (fixed, holding, shortage) =
        (given.number("fixed_cost")?, given.number("holding_cost")?, given.number("stockout_cost")?);
    let (point, lot) = (given.decision("reorder_point")?, given.decision("order_quantity")?);
    let ratio = mean / sd / LEAST_RATIO;
    let days = libm::floor(lead_time * ratio * ratio).clamp(1.0, MOST_DAYS);
    // Without a lead time the cycle is the measure.
    let days_in_year = if lead_time > 0.0 { days / lead_time } else { MOST_DAYS * mean / lot };
    let (holding, shortage) = (holding / days_in_year, shortage / days_in_year);
    let scale = money_scale(&[fixed, holding, shortage]);
    let lead_days = if lead_time > 0.0 { days } else { 0.0 };
    let mut settings = vec![
        format!("origin.source.lead-time={lead_days} days"),
        format!("policy.lots.point={point} units"),
        format!("policy.lots.lot={lot} units"),
        format!("cost.holding={} SEK/unit/day", holding * scale),
        format!("cost.backorder={} SEK/unit/day", shortage * scale),
        format!("lane.in.per-order={} SEK/order", fixed * scale),
        format!("scenario.measured={DAYS} days"),
    ];
    settings.extend(daily_demand(mean / days_in_year, sd / libm::sqrt(days_in_year)));
    let quantities = |figures: &super::Figures| [("cost_per_year", Found::mean(figures.of(0), 1.0))].into_map();
    let figures = vec![cost_per_day(days_in_year / scale)];
    Ok(given.of_one_run(settings, REPLICATIONS, figures, Box::new(quantities)))
}
