//! (s, S) with a cost of ordering under Poisson demand (Zheng & Federgruen 1991).

use super::Simulation;
use super::figures::cost_per_day;
use super::given::{Given, money_scale};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

const REPLICATIONS: u64 = 100;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (holding, shortage) = (given.number("holding_cost")?, given.number("stockout_cost")?);
    let fixed = given.number("fixed_cost")?;
    let scale = money_scale(&[holding, shortage, fixed]);
    let lead_time = if given.optional("lead_time").is_some() { given.whole("lead_time")? } else { 0.0 };
    let settings = vec![
        format!("policy.store.point={} units", given.decision("s")?),
        format!("policy.store.level={} units", given.decision("S")?),
        format!("article.item.demand={} units/day", given.number("demand_mean")?),
        format!("origin.source.lead-time={lead_time} days"),
        format!("cost.holding={} SEK/unit/day", holding * scale),
        format!("cost.backorder={} SEK/unit/day", shortage * scale),
        format!("lane.in.per-order={} SEK/order", fixed * scale),
    ];
    let quantities = |figures: &super::Figures| [("cost_per_period", Found::mean(figures.of(0), 1.0))].into_map();
    Ok(given.of_one_run(settings, REPLICATIONS, vec![cost_per_day(1.0 / scale)], Box::new(quantities)))
}
