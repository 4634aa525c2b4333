//! (r, Q) with Poisson customers at their minutes (Hadley & Whitin 1963): a lot of Q whenever the position falls to r.

use super::Simulation;
use super::figures::cost_per_day;
use super::given::{Given, money_scale};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Days that a lead time takes.
const LEAD_DAYS: f64 = 3.0;
/// Days measured in a replication.
const DAYS: u32 = 20_000;
const REPLICATIONS: u64 = 10;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (rate, lead_time) = (given.number("demand_mean")?, given.number("lead_time")?);
    let (fixed, holding, shortage) =
        (given.number("fixed_cost")?, given.number("holding_cost")?, given.number("stockout_cost")?);
    let (point, lot) = (given.decision("reorder_point")?, given.decision("order_quantity")?);
    if point.fract() != 0.0 || lot.fract() != 0.0 {
        return Err(given.fault("inputs", "Poisson customers take whole units; expected a whole point and lot"));
    }
    // Without a lead time a customer comes per day.
    let days_in_year = if lead_time > 0.0 { LEAD_DAYS / lead_time } else { rate };
    let (holding, shortage) = (holding / days_in_year, shortage / days_in_year);
    let scale = money_scale(&[fixed, holding, shortage]);
    let settings = vec![
        format!("origin.source.lead-time={} days", lead_time * days_in_year),
        format!("policy.lots.point={point} units"),
        format!("policy.lots.lot={lot} units"),
        format!("cost.holding={} SEK/unit/day", holding * scale),
        format!("cost.backorder={} SEK/unit/day", shortage * scale),
        format!("lane.in.per-order={} SEK/order", fixed * scale),
        format!("article.item.demand={} units/day", rate / days_in_year),
        format!("scenario.measured={DAYS} days"),
    ];
    let quantities = |figures: &super::Figures| [("cost_per_year", Found::mean(figures.of(0), 1.0))].into_map();
    let figures = vec![cost_per_day(days_in_year / scale)];
    Ok(given.of_one_run(settings, REPLICATIONS, figures, Box::new(quantities)))
}
