//! How often a supplier is up that fails and recovers from one day to the next with fixed probabilities.

use super::Simulation;
use super::figures::{Figure, ratio};
use super::given::Given;
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

const REPLICATIONS: u64 = 100;
/// Days of a stop that count as long.
const LONG: u32 = 14;

/// Settings of the only process of a file.
pub(super) fn process(given: &Given) -> Result<[String; 2], Fault> {
    let mean = |key: &str| match given.number(key)? {
        probability if probability > 0.0 => Ok(1.0 / probability),
        _ => Err(given.fault(&format!("inputs.{key}"), "is 0; a stop of the scenario file begins and ends some day")),
    };
    Ok([
        format!("disruption.down.up.mean={} days", mean("disruption_prob")?),
        format!("disruption.down.duration.mean={} days", mean("recovery_prob")?),
    ])
}

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let mut settings = vec!["scenario.measured=36500 days".to_owned()];
    settings.extend(process(given)?);
    let [served, needed] = ratio(|service| service.fill_rate);
    let of_stops =
        |read: fn(&[u32]) -> f64| -> Figure { Box::new(move |seen| read(&seen.watch.downtime.processes[0].durations)) };
    let figures = vec![
        served,
        needed,
        of_stops(|durations| durations.iter().map(|&days| f64::from(days)).sum()),
        of_stops(|durations| durations.iter().filter(|&&days| days > LONG).count() as f64),
        of_stops(|durations| durations.len() as f64),
        Box::new(|seen| {
            let downtime = &seen.watch.downtime;
            f64::from(downtime.processes[0].begins) / f64::from(downtime.days)
        }),
    ];
    let quantities = |figures: &super::Figures| {
        [
            ("availability", Found::ratio(figures.of(0), figures.of(1))),
            ("mean_disruption_length", Found::ratio(figures.of(2), figures.of(4))),
            ("p_disruption_longer_than_14", Found::ratio(figures.of(3), figures.of(4))),
            ("disruptions_per_365", Found::mean(figures.of(5), 365.0)),
        ]
        .into_map()
    };
    Ok(given.of_one_run(settings, REPLICATIONS, figures, Box::new(quantities)))
}
