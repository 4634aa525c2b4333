//! One-for-one stocks with customers at their minutes: Palm's theorem (M/G/∞) and Erlang's loss formula (Karush 1957).

use super::Simulation;
use super::figures::{Figure, of_service, ratio};
use super::given::Given;
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Days that a mean lead time takes: a few snapshots fall into it, and a minute is little of it.
const LEAD_DAYS: f64 = 3.0;
/// Days measured in a replication.
const DAYS: u32 = 20_000;
const REPLICATIONS: u64 = 40;

/// Demand waits.
pub(super) fn palm(given: &Given) -> Result<Simulation, Fault> {
    let [served, needed] = ratio(|service| service.fill_rate);
    let figures = vec![
        served,
        needed,
        of_service(|service| service.mean_stock),
        of_service(|service| service.mean_backlog),
        of_service(|service| service.mean_on_order),
    ];
    let quantities = |figures: &super::Figures| {
        let mean = |figure| Found::mean(figures.of(figure), 1.0);
        [
            ("fill_rate", Found::ratio(figures.of(0), figures.of(1))),
            ("mean_on_hand", mean(2)),
            ("mean_backorders", mean(3)),
            ("mean_outstanding", mean(4)),
        ]
        .into_map()
    };
    Ok(given.of_one_run(settings(given)?, REPLICATIONS, figures, Box::new(quantities)))
}

/// Demand is lost.
pub(super) fn erlang(given: &Given) -> Result<Simulation, Fault> {
    let [served, needed] = ratio(|service| service.fill_rate);
    let lost: Figure = Box::new(|seen| {
        let drivers = &seen.outcome.drivers;
        drivers.needed.iter().zip(&drivers.served).map(|(needed, served)| needed - served).sum::<i64>() as f64
    });
    let all: Figure = Box::new(|seen| seen.outcome.drivers.needed.iter().sum::<i64>() as f64);
    let figures = vec![served, needed, lost, all, of_service(|service| service.mean_stock)];
    let quantities = |figures: &super::Figures| {
        [
            ("fill_rate", Found::ratio(figures.of(0), figures.of(1))),
            ("lost_fraction", Found::ratio(figures.of(2), figures.of(3))),
            ("mean_on_hand", Found::mean(figures.of(4), 1.0)),
        ]
        .into_map()
    };
    Ok(given.of_one_run(settings(given)?, REPLICATIONS, figures, Box::new(quantities)))
}

/// The law of the lead time is free; a uniform one lets orders cross.
fn settings(given: &Given) -> Result<Vec<String>, Fault> {
    let (rate, lead_time) = (given.number("demand_rate")?, given.number("mean_lead_time")?);
    let level = given.number("base_stock_level")?;
    if lead_time.is_nan() || lead_time <= 0.0 || level.fract() != 0.0 {
        return Err(given.fault("inputs", "expected a lead time above 0 and a level in whole units"));
    }
    Ok(vec![
        format!("article.item.demand={} units/day", rate * lead_time / LEAD_DAYS),
        format!(
            r#"origin.source.lead-time={{ dist = "uniform", least = "0 days", most = "{} days" }}"#,
            2.0 * LEAD_DAYS
        ),
        format!("policy.store.level={level} units"),
        format!("scenario.measured={DAYS} days"),
    ])
}
