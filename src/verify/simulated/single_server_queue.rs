//! One server and Poisson arrivals (Pollaczek & Khinchine): a base stock of nothing whose supplier serves one order at a time.
//!
//! Of the law of the service only its first two moments count; a gamma law has any that there are.

use super::Simulation;
use super::figures::{Figure, units};
use super::given::Given;
use crate::verify::cases::Fault;
use crate::verify::found::Found;
use std::collections::BTreeMap;

/// Days measured in a replication; a mean service takes one.
const DAYS: u32 = 30_000;
const REPLICATIONS: u64 = 40;
/// Times of relaxation in the warm-up.
const RELAXATIONS: f64 = 10.0;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (rate, mean) = (given.number("arrival_rate")?, given.number("service_mean")?);
    let second = given.number("service_second_moment")?;
    let load = rate * mean;
    let squared_cv = second / (mean * mean) - 1.0;
    if load.is_nan() || load <= 0.0 || load >= 1.0 || squared_cv.is_nan() || squared_cv < -1e-9 {
        return Err(given.fault("inputs", "expected a load between 0 and 1, and a second moment of at least mean²"));
    }
    let service = if squared_cv < 1e-9 {
        r#""1 day""#.to_owned()
    } else {
        format!(r#"{{ dist = "gamma", mean = "1 day", cv = {} }}"#, libm::sqrt(squared_cv))
    };
    // A queue forgets in 1 ÷ (1 − √load)² services, more the more they vary.
    let slack = 1.0 - libm::sqrt(load);
    let warm_up = libm::ceil(RELAXATIONS * (1.0 + squared_cv) / (slack * slack)).clamp(400.0, 20_000.0);
    let settings = vec![
        format!("article.item.demand={load} units/day"),
        format!(r#"origin.source.lead-time={{ dist = "servers", servers = 1, service = {service} }}"#),
        format!("scenario.warm-up={warm_up} days"),
        format!("scenario.measured={DAYS} days"),
    ];
    let backlog: Figure =
        Box::new(|prepared, outcome| units(&prepared.plan, outcome.drivers.backlog_days.iter().sum()));
    let needed: Figure = Box::new(|prepared, outcome| units(&prepared.plan, outcome.drivers.needed.iter().sum()));
    let quantities = move |figures: &super::Figures| {
        // Time with the server is no waiting: one day each. What is owed is waiting or with the server.
        let waited: Vec<f64> = figures.of(0).iter().zip(figures.of(1)).map(|(owed, came)| owed - came).collect();
        let wait = match Found::ratio(&waited, figures.of(1)) {
            Found::Mean(days) => Found::mean(&days, mean),
            other => other,
        };
        let days = f64::from(DAYS);
        BTreeMap::from([("mean_wait", wait), ("mean_in_queue", Found::mean(&waited, 1.0 / days))])
    };
    Ok(given.of_one_run(settings, REPLICATIONS, vec![backlog, needed], Box::new(quantities)))
}
