//! Base stock under known demand, with a supplier that fails and recovers (Güllü, Önol & Erkip 1997).

use super::Simulation;
use super::figures::cost_per_day;
use super::given::{Given, daily_demand, money_scale};
use super::markov_disruption::process;
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

const REPLICATIONS: u64 = 200;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (holding, shortage) = (given.number("holding_cost")?, given.number("stockout_cost")?);
    let scale = money_scale(&[holding, shortage]);
    let mut settings = vec![
        format!("policy.store.level={} units", given.decision("base_stock_level")?),
        format!("cost.holding={} SEK/unit/day", holding * scale),
        format!("cost.backorder={} SEK/unit/day", shortage * scale),
    ];
    settings.extend(daily_demand(given.number("demand")?, 0.0));
    settings.extend(process(given)?);
    let quantities = |figures: &super::Figures| [("cost_per_period", Found::mean(figures.of(0), 1.0))].into_map();
    Ok(given.of_one_run(settings, REPLICATIONS, vec![cost_per_day(1.0 / scale)], Box::new(quantities)))
}
