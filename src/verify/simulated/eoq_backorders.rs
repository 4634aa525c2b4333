//! The economic order quantity with planned shortage, with steady demand on a fine grid of days.
//!
//! A lot is ordered when the position reaches 0 and comes when the demand of its lead time is the largest shortage wanted: the
//! same sawtooth as that of a lot ordered at a negative point and received at once.

use super::Simulation;
use super::figures::{cost_per_day, ratio};
use super::given::{Given, daily_demand, money_scale};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Simulated days with shortage in a cycle, at least, so that the end of a day says when it began.
const DAYS_SHORT: f64 = 200.0;
/// Simulated days in a cycle, at least and at most.
const DAYS_IN_CYCLE: (f64, f64) = (400.0, 7000.0);
/// Cycles measured in a replication.
const CYCLES: f64 = 5.0;
const REPLICATIONS: u64 = 10;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (fixed, rate) = (given.number("fixed_cost")?, given.number("demand_rate")?);
    let (holding, shortage) = (given.number("holding_cost")?, given.number("stockout_cost")?);
    let (lot, short) = (given.decision("order_quantity")?, given.decision("stockout_fraction")?);
    let days = libm::ceil(DAYS_SHORT / short).clamp(DAYS_IN_CYCLE.0, DAYS_IN_CYCLE.1);
    let (daily, days_in_year) = (lot / days, days * rate / lot);
    let (holding, shortage) = (holding / days_in_year, shortage / days_in_year);
    let scale = money_scale(&[fixed, holding, shortage]);
    let mut settings = vec![
        format!("origin.source.lead-time={} days", libm::round(short * days)),
        format!("policy.lots.lot={lot} units"),
        format!("policy.lots.point={} units", daily / 2.0),
        format!("cost.holding={} SEK/unit/day", holding * scale),
        format!("cost.backorder={} SEK/unit/day", shortage * scale),
        format!("lane.in.per-order={} SEK/order", fixed * scale),
        format!("scenario.warm-up={days} days"),
        format!("scenario.measured={} days", days * CYCLES),
    ];
    settings.extend(daily_demand(daily, 0.0));
    let [served, needed] = ratio(|service| service.fill_rate);
    let quantities = |figures: &super::Figures| {
        let unmet: Vec<f64> = figures.of(1).iter().zip(figures.of(2)).map(|(served, needed)| needed - served).collect();
        [("cost_per_year", Found::mean(figures.of(0), 1.0)), ("stockout_fraction", Found::ratio(&unmet, figures.of(2)))]
            .into_map()
    };
    let figures = vec![cost_per_day(days_in_year / scale), served, needed];
    Ok(given.of_one_run(settings, REPLICATIONS, figures, Box::new(quantities)))
}
