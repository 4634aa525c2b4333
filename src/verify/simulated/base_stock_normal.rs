//! Base stock under normal demand (Snyder & Shen 2019, 4.3).

use super::Simulation;
use super::figures::{cost_per_day, of_service, ratio};
use super::given::{Given, REVIEW_BEFORE_DEMAND, daily_demand, money_scale};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Days measured in a replication.
const DAYS: u32 = 6000;
const REPLICATIONS: u64 = 400;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (lead_time, exposure) = (given.whole("lead_time")?, given.number("exposure_periods")?);
    let (holding, shortage) = (given.number("holding_cost")?, given.number("stockout_cost")?);
    let scale = money_scale(&[holding, shortage]);
    let mut settings = vec![
        format!("origin.source.lead-time={lead_time} days"),
        format!("policy.store.level={} units", given.decision("base_stock_level")?),
        format!("cost.holding={} SEK/unit/day", holding * scale),
        format!("cost.backorder={} SEK/unit/day", shortage * scale),
        format!("scenario.measured={DAYS} days"),
    ];
    settings.extend(daily_demand(given.number("demand_mean")?, given.number("demand_sd")?));
    // An order before the demand of its day, or after it: the stock at the day's end stands against L + 1 days, or L.
    if exposure == lead_time + 1.0 {
        settings.push(REVIEW_BEFORE_DEMAND.to_owned());
    } else if exposure != lead_time {
        let message = "no order of the day gives it: expected the lead time, or the lead time and one period";
        return Err(given.fault("inputs.exposure_periods", message));
    }
    let [served, needed] = ratio(|service| service.fill_rate);
    let [full, cycles] = ratio(|service| service.cycle_service);
    let (stock, backlog) = (of_service(|service| service.mean_stock), of_service(|service| service.mean_backlog));
    let figures = vec![stock, backlog, cost_per_day(1.0 / scale), served, needed, full, cycles];
    let quantities = |figures: &super::Figures| {
        let mean = |figure| Found::mean(figures.of(figure), 1.0);
        [
            ("mean_on_hand", mean(0)),
            ("mean_backorders", mean(1)),
            ("cost", mean(2)),
            ("cost_per_period", mean(2)),
            ("fill_rate", Found::ratio(figures.of(3), figures.of(4))),
            ("cycle_service", Found::ratio(figures.of(5), figures.of(6))),
        ]
        .into_map()
    };
    Ok(given.of_one_run(settings, REPLICATIONS, figures, Box::new(quantities)))
}
