//! Base stock with a supplier that ships at most its capacity a day, under exponential demand (Tayur 1993).
//!
//! The level of the file is one quantum, so what is missing from it is the backlog, and a day without shortfall ends with stock.

use super::Simulation;
use super::figures::{of_service, ratio};
use super::given::{Given, daily_demand};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

const REPLICATIONS: u64 = 200;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    if given.text("demand").is_some_and(|law| law != "exponential") {
        return Err(given.fault("inputs.demand", "the scenario file is run with exponential demand only"));
    }
    let mean = given.number("demand_mean")?;
    let mut settings = vec![format!("lane.in.capacity={} units", given.number("capacity_per_period")?)];
    // A gamma law, that of the file, whose deviation is its mean is exponential.
    settings.extend(daily_demand(mean, mean));
    let [in_stock, days] = ratio(|service| service.ready_rate);
    let figures = vec![of_service(|service| service.mean_backlog), in_stock, days];
    let quantities = |figures: &super::Figures| {
        [
            ("mean_shortfall", Found::mean(figures.of(0), 1.0)),
            ("p_no_shortfall", Found::ratio(figures.of(1), figures.of(2))),
        ]
        .into_map()
    };
    Ok(given.of_one_run(settings, REPLICATIONS, figures, Box::new(quantities)))
}
