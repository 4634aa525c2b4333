//! Two levels on the same draws and on independent ones: what common random numbers do to the variance of a difference.
//!
//! One replication is one day and so one draw of demand; what is short at the end of it is lost.

use super::figures::unmet_per_day;
use super::given::{Given, daily_demand};
use super::{Run, Simulation};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::{Found, squares};

const REPLICATIONS: u64 = 100_000;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let demand = daily_demand(given.number("demand_mean")?, given.number("demand_sd")?);
    let run = |level: f64, luck: u64| {
        let mut settings = vec![format!("policy.store.level={level} units")];
        settings.extend(demand.clone());
        Run { settings, luck }
    };
    let (first, second) = (given.number("level_1")?, given.number("level_2")?);
    let quantities = |figures: &super::Figures| {
        let less = |run: usize| {
            let pairs = figures.in_run(0, 0).iter().zip(figures.in_run(run, 0));
            squares(&pairs.map(|(one, other)| one - other).collect::<Vec<f64>>())
        };
        let (common, independent) = (less(1), less(2));
        [
            ("reduction_factor", Found::ratio(&independent, &common)),
            ("var_common", Found::Mean(common)),
            ("var_independent", Found::Mean(independent)),
        ]
        .into_map()
    };
    Ok(Simulation {
        file: given.file,
        runs: vec![run(first, 0), run(second, 0), run(second, 1)],
        figures: vec![unmet_per_day()],
        replications: REPLICATIONS,
        quantities: Box::new(quantities),
    })
}
