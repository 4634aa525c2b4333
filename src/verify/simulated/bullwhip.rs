//! How much more orders vary than demand when a level follows a forecast (Chen, Drezner, Ryan & Simchi-Levi 2000).

use super::Simulation;
use super::figures::Figure;
use super::given::Given;
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

const REPLICATIONS: u64 = 40;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    if given.optional("correlation").is_some_and(|correlation| correlation != 0.0) {
        return Err(given.fault("inputs.correlation", "the scenario file has independent demand only"));
    }
    let cover = given.whole("lead_time")?;
    if cover < 1.0 {
        return Err(given.fault("inputs.lead_time", "is below 1; the review of the scenario file takes a day of it"));
    }
    let forecast = match given.text("forecast") {
        Some("moving_average") => {
            format!("{{ method = \"moving-average\", days = \"{} days\" }}", given.whole("periods")?)
        }
        _ => format!("{{ method = \"exponential-smoothing\", alpha = {} }}", given.number("alpha")?),
    };
    let settings = vec![
        format!("origin.source.lead-time={} days", cover - 1.0),
        format!("policy.store.forecast={forecast}"),
        // Moves no order; only keeps enough on hand to send back.
        format!("policy.store.safety={{ units = \"{} units\" }}", 1000.0 * (cover + 1.0)),
    ];
    let figures: Vec<Figure> =
        vec![Box::new(|seen| seen.watch.ordered.variance()), Box::new(|seen| seen.watch.needed.variance())];
    let quantities =
        |figures: &super::Figures| [("variance_ratio", Found::ratio(figures.of(0), figures.of(1)))].into_map();
    Ok(given.of_one_run(settings, REPLICATIONS, figures, Box::new(quantities)))
}
