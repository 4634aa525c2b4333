//! The newsvendor under Poisson demand.

use super::Simulation;
use super::given::Given;
use super::newsvendor_normal::of_demand;
use crate::verify::cases::Fault;

const REPLICATIONS: u64 = 400;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let demand = format!("article.item.demand={} units/day", given.number("demand_mean")?);
    of_demand(given, vec![demand, "scenario.measured=1000 days".to_owned()], REPLICATIONS)
}
