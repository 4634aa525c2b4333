//! The newsvendor under normal demand: every day begins with the same level, whatever the day before left.

use super::Simulation;
use super::figures::cost_per_day;
use super::given::{Given, daily_demand, money_scale};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Days measured in a replication.
const DAYS: u32 = 2000;
const REPLICATIONS: u64 = 200;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let mut settings = vec![format!("scenario.measured={DAYS} days")];
    settings.extend(daily_demand(given.number("demand_mean")?, given.number("demand_sd")?));
    of_demand(given, settings, REPLICATIONS)
}

/// The simulation of any law of demand: `settings` give the demand and the days.
pub(super) fn of_demand(given: &Given, mut settings: Vec<String>, replications: u64) -> Result<Simulation, Fault> {
    let (holding, shortage) = (given.number("holding_cost")?, given.number("stockout_cost")?);
    let scale = money_scale(&[holding, shortage]);
    settings.extend([
        format!("policy.store.level={} units", given.decision("base_stock_level")?),
        format!("cost.holding={} SEK/unit/day", holding * scale),
        format!("cost.backorder={} SEK/unit/day", shortage * scale),
    ]);
    let quantities = |figures: &super::Figures| [("cost", Found::mean(figures.of(0), 1.0))].into_map();
    Ok(given.of_one_run(settings, replications, vec![cost_per_day(1.0 / scale)], Box::new(quantities)))
}
