//! Periodic review with a level (Silver, Pyke & Peterson 1998).

use super::Simulation;
use super::figures::ratio;
use super::given::{Given, REVIEW_BEFORE_DEMAND, daily_demand};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Days measured in a replication, about; a whole number of cycles is.
const DAYS: f64 = 8400.0;
const REPLICATIONS: u64 = 400;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let review = given.whole("review")?;
    let lead_times = given.wholes("lead_times")?;
    let probabilities = given.list("lead_time_probabilities")?;
    let days: Vec<String> = lead_times.iter().map(|days| format!("\"{days} days\"")).collect();
    let law = format!("days = [{}], probabilities = {probabilities:?}", days.join(", "));
    let longest = lead_times.iter().copied().fold(0.0, f64::max);
    let cycles = libm::round(DAYS / review).max(1.0);
    let warm_up = libm::ceil((longest + review) / review + 1.0) * review;
    let mut settings = vec![
        // The cycle formula sets R + L days against the level: the review comes before the demand of its day.
        REVIEW_BEFORE_DEMAND.to_owned(),
        format!("origin.source.lead-time={{ dist = \"discrete\", {law} }}"),
        format!("policy.store.review={review} days"),
        format!("policy.store.level={} units", given.number("order_up_to")?),
        format!("scenario.warm-up={warm_up} days"),
        format!("scenario.measured={} days", cycles * review),
    ];
    settings.extend(daily_demand(given.number("demand_mean")?, given.number("demand_sd")?));
    let [served, needed] = ratio(|service| service.fill_rate);
    let [full, cycles] = ratio(|service| service.cycle_service);
    let quantities = |figures: &super::Figures| {
        [
            ("fill_rate", Found::ratio(figures.of(0), figures.of(1))),
            ("cycle_service", Found::ratio(figures.of(2), figures.of(3))),
        ]
        .into_map()
    };
    Ok(given.of_one_run(settings, REPLICATIONS, vec![served, needed, full, cycles], Box::new(quantities)))
}
