//! Planned orders for known demand (Wagner & Whitin 1958): the plan of the closed form, carried out.

use super::Simulation;
use super::figures::cost_per_day;
use super::given::{Given, money_scale};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Nothing is left to chance; two show it.
const REPLICATIONS: u64 = 2;
/// The demand of a period is the profile of a weekday.
const MOST_PERIODS: usize = 7;
const WEEKDAYS: [&str; MOST_PERIODS] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let demand = given.list("demand")?;
    if demand.len() > MOST_PERIODS {
        return Err(given.fault("inputs.demand", "the scenario file has a profile of seven days, a period each"));
    }
    if given.list("purchase_cost").is_ok_and(|costs| costs.iter().any(|cost| *cost != 0.0)) {
        return Err(given.fault("inputs.purchase_cost", "the scenario file has no price of a bought unit"));
    }
    let (fixed, holding) = (same(given, "fixed_cost")?, same(given, "holding_cost")?);
    let scale = money_scale(&[fixed, holding]);
    let plan = given.decisions("order_quantities")?;
    let orders: Vec<String> = plan
        .iter()
        .enumerate()
        .filter(|(_, quantity)| **quantity > 0.0)
        .map(|(day, quantity)| format!("{{ day = {day}, quantity = \"{quantity} units\" }}"))
        .collect();
    let factor = |day: usize| demand.get(day).copied().unwrap_or(0.0);
    let week: Vec<String> =
        WEEKDAYS.iter().enumerate().map(|(day, name)| format!("{name} = {}", factor(day))).collect();
    let days = demand.len() as f64;
    let settings = vec![
        format!("policy.store.orders=[{}]", orders.join(", ")),
        format!("demand.weekday={{ {} }}", week.join(", ")),
        format!("article.item.demand={} units/day", demand.iter().sum::<f64>() / 7.0),
        format!("cost.holding={} SEK/unit/day", holding * scale),
        format!("lane.in.per-order={} SEK/order", fixed * scale),
        format!("scenario.measured={days} days"),
    ];
    let quantities = |figures: &super::Figures| [("cost", Found::mean(figures.of(0), 1.0))].into_map();
    Ok(given.of_one_run(settings, REPLICATIONS, vec![cost_per_day(days / scale)], Box::new(quantities)))
}

/// A cost that is the same in every period.
fn same(given: &Given, key: &str) -> Result<f64, Fault> {
    let costs = given.list(key)?;
    if costs.iter().any(|cost| *cost != costs[0]) {
        return Err(given.fault(&format!("inputs.{key}"), "the scenario file has one cost for all periods"));
    }
    costs.first().copied().ok_or_else(|| given.fault(&format!("inputs.{key}"), "missing; a number was expected"))
}
