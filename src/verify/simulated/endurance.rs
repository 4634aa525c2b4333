//! Days until the first unmet unit of a stock that nothing fills up.

use super::Simulation;
use super::figures::Figure;
use super::given::{Given, daily_demand};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Paths of the first round.
const PATHS: u64 = 50_000;
/// Standard deviations of the total demand beyond which nothing lasts.
const FAR: f64 = 8.0;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (stock, mean, sd) = (given.number("stock")?, given.number("demand_mean")?, given.number("demand_sd")?);
    // The cap must not be felt.
    let cap = libm::ceil(stock / mean + FAR * sd / mean * libm::sqrt(stock / mean)) + 2.0;
    let mut settings = vec![
        format!("stock.store.on-hand={stock} units"),
        format!("endurance.cap={cap} days"),
        "endurance.levels=[\"1 day\"]".to_owned(),
        "endurance.thresholds=[0.95]".to_owned(),
    ];
    settings.extend(daily_demand(mean, sd));
    let days: Figure = Box::new(|seen| {
        let reading = seen.outcome.probes.first().and_then(|probe| probe.readings.first()?.last());
        reading.map_or(f64::NAN, |reading| f64::from(reading.days[0]))
    });
    let quantities = move |figures: &super::Figures| {
        let days = figures.of(0);
        let longest = days.iter().copied().fold(0.0, f64::max) as u32;
        // Paths by their days, then the paths that lasted at least so long.
        let mut lasted = vec![0; longest as usize + 1];
        days.iter().for_each(|&days| lasted[days as usize] += 1);
        for day in (0..longest as usize).rev() {
            lasted[day] += lasted[day + 1];
        }
        lasted.remove(0);
        let with = |p| Found::Days { p, lasted: lasted.clone(), paths: days.len() as u64 };
        [
            ("mean_full_days", Found::mean(days, 1.0)),
            ("days_with_90pct", with(0.90)),
            ("days_with_95pct", with(0.95)),
            ("days_with_99pct", with(0.99)),
        ]
        .into_map()
    };
    Ok(given.of_one_run(settings, PATHS, vec![days], Box::new(quantities)))
}
