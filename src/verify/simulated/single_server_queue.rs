//! One server and Poisson arrivals (Pollaczek & Khinchine): a base stock of nothing whose supplier serves one order at a time.
//!
//! Of the law of the service only its first two moments count. Where they are neither those of the exponential law nor those of
//! a fixed time, a law of two values has them.

use super::Simulation;
use super::figures::{Figure, units};
use super::given::Given;
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Days that a mean service takes.
const SERVICE_DAYS: f64 = 0.125;
/// Days measured in a replication.
const DAYS: u32 = 10_000;
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
    // A queue forgets in 1 ÷ (1 − √load)² services, more the more they vary.
    let slack = 1.0 - libm::sqrt(load);
    let warm_up = libm::ceil(RELAXATIONS * (1.0 + squared_cv) / (slack * slack) * SERVICE_DAYS).clamp(400.0, 20_000.0);
    let settings = vec![
        format!("article.item.demand={} units/day", load / SERVICE_DAYS),
        format!(r#"origin.source.lead-time={{ dist = "servers", servers = 1, service = {} }}"#, service(squared_cv)),
        format!("scenario.warm-up={warm_up} days"),
        format!("scenario.measured={DAYS} days"),
    ];
    let backlog: Figure = Box::new(|seen| units(&seen.prepared.plan, seen.outcome.drivers.backlog_days.iter().sum()));
    let needed: Figure = Box::new(|seen| units(&seen.prepared.plan, seen.outcome.drivers.needed.iter().sum()));
    let quantities = move |figures: &super::Figures| {
        // Time with the server is no waiting. What is owed is waiting or with the server.
        let pairs = figures.of(0).iter().zip(figures.of(1));
        let waited: Vec<f64> = pairs.map(|(owed, came)| owed - came * SERVICE_DAYS).collect();
        let wait = match Found::ratio(&waited, figures.of(1)) {
            Found::Mean(days) => Found::mean(&days, mean / SERVICE_DAYS),
            other => other,
        };
        let days = f64::from(DAYS);
        [("mean_wait", wait), ("mean_in_queue", Found::mean(&waited, 1.0 / days))].into_map()
    };
    Ok(given.of_one_run(settings, REPLICATIONS, vec![backlog, needed], Box::new(quantities)))
}

/// A law in [`SERVICE_DAYS`] with a squared coefficient of variation c².
fn service(squared_cv: f64) -> String {
    let law = |first: (f64, f64), second: (f64, f64)| {
        let days = |times: f64| times * SERVICE_DAYS;
        let ((one, p), (other, q)) = (first, second);
        format!(
            r#"{{ dist = "discrete", days = ["{} days", "{} days"], probabilities = [{p}, {q}] }}"#,
            days(one),
            days(other)
        )
    };
    let cv = libm::sqrt(squared_cv.max(0.0));
    if (squared_cv - 1.0).abs() < 1e-9 {
        format!(r#"{{ dist = "exponential", mean = "{SERVICE_DAYS} days" }}"#)
    } else if squared_cv < 1e-9 {
        format!(r#""{SERVICE_DAYS} days""#)
    } else if cv < 1.0 {
        law((1.0 - cv, 0.5), (1.0 + cv, 0.5))
    } else {
        // Nothing, or now and then 1 + c².
        let p = 1.0 / (1.0 + squared_cv);
        law((0.0, 1.0 - p), (1.0 + squared_cv, p))
    }
}
