//! Periodic review: base stock, order-up-to, and (s, S).

use super::inputs::{Answers, Inputs, numbers};
use super::single_period::{normal_demand, unit_costs};
use crate::inventory::lost_sales::{CountLaw, least_cost};
use crate::inventory::newsvendor::UnitCosts;
use crate::inventory::poisson_review::PoissonWeighing;
use crate::inventory::{base_stock, periodic_review, power_approximation};
use crate::verify::cases::Fault;

/// The cheapest level, or a given `base_stock_level`, and how it serves. Without `exposure_periods` the order is placed
/// before demand, so that stock stands against the lead time and one period.
pub fn base_stock_normal(inputs: &Inputs) -> Result<Answers, Fault> {
    let demand = normal_demand(inputs)?;
    let lead_time = inputs.optional("lead_time")?;
    let exposure = match (inputs.optional("exposure_periods")?, lead_time) {
        (Some(periods), _) => periods,
        (None, Some(periods)) => periods + 1.0,
        (None, None) => inputs.number("exposure_periods")?,
    };
    check_lead_time(inputs, lead_time, exposure)?;
    let given = inputs.optional("base_stock_level")?;
    let costs = if given.is_none() || inputs.has("holding_cost") || inputs.has("stockout_cost") {
        Some(unit_costs(inputs)?)
    } else {
        None
    };
    let level = match (given, costs) {
        (Some(level), _) => level,
        (None, Some(costs)) => inputs.told(base_stock::cheapest_level(costs, demand, exposure))?,
        (None, None) => inputs.number("base_stock_level")?,
    };
    let found = inputs.told(base_stock::service(demand, exposure, level))?;
    let mut answers = numbers([
        ("base_stock_level", level),
        ("mean_on_hand", found.mean_on_hand),
        ("mean_backorders", found.mean_backorders),
        ("cycle_service", found.cycle_service),
        ("fill_rate", found.fill_rate),
    ]);
    if let Some(UnitCosts { holding_cost, stockout_cost }) = costs {
        let cost = holding_cost * found.mean_on_hand + stockout_cost * found.mean_backorders;
        answers.extend(numbers([("cost", cost), ("cost_per_period", cost)]));
    }
    Ok(answers)
}

/// The exposure is the lead time, or one period more: which, says the order of events.
fn check_lead_time(inputs: &Inputs, lead_time: Option<f64>, exposure: f64) -> Result<(), Fault> {
    match lead_time {
        Some(periods) if exposure != periods && exposure != periods + 1.0 => {
            let message = "expected the lead time (order at the end of a period) or one more (order before its demand)";
            Err(inputs.fault("exposure_periods", message))
        }
        _ => Ok(()),
    }
}

/// Review every R days up to a level.
pub fn periodic_review_rs(inputs: &Inputs) -> Result<Answers, Fault> {
    let lead_times = inputs.list("lead_times")?;
    let shares = match inputs.optional_list("lead_time_probabilities")? {
        Some(shares) => shares,
        None if lead_times.len() == 1 => vec![1.0],
        None => inputs.list("lead_time_probabilities")?,
    };
    if shares.len() != lead_times.len() {
        return Err(inputs.fault("lead_time_probabilities", "there must be one probability for each lead time"));
    }
    let law: Vec<(f64, f64)> = lead_times.into_iter().zip(shares).collect();
    let (review, level) = (inputs.number("review")?, inputs.number("order_up_to")?);
    let found = inputs.told(periodic_review::service(normal_demand(inputs)?, review, level, &law))?;
    Ok(numbers([("fill_rate", found.fill_rate), ("cycle_service", found.cycle_service)]))
}

/// Costs, fixed cost and lead time under Poisson demand; a lead time of 0 unless given.
pub fn poisson_weighing(inputs: &Inputs) -> Result<PoissonWeighing, Fault> {
    Ok(PoissonWeighing {
        costs: unit_costs(inputs)?,
        fixed_cost: inputs.number("fixed_cost")?,
        demand_mean: inputs.number("demand_mean")?,
        lead_time: inputs.number_or("lead_time", 0.0)?,
    })
}

/// A whole number that may be negative.
pub fn position(inputs: &Inputs, key: &str) -> Result<i64, Fault> {
    let value = inputs.number(key)?;
    if libm::floor(value) == value && value.abs() < 1e15 {
        return Ok(value as i64);
    }
    Err(inputs.fault(key, "expected a whole number"))
}

/// The cheapest (s, S), or the cost of a given one.
pub fn ss_poisson(inputs: &Inputs) -> Result<Answers, Fault> {
    let weighing = poisson_weighing(inputs)?;
    let found = if inputs.has("s") || inputs.has("S") {
        weighing.cost_of_point_and_level(position(inputs, "s")?, position(inputs, "S")?)
    } else {
        weighing.cheapest_point_and_level()
    };
    let found = inputs.told(found)?;
    Ok(numbers([("s", found.point as f64), ("S", found.target as f64), ("cost_per_period", found.cost)]))
}

/// (s, S) by formula.
pub fn ss_power_approximation(inputs: &Inputs) -> Result<Answers, Fault> {
    let (costs, fixed, demand) = (unit_costs(inputs)?, inputs.number("fixed_cost")?, normal_demand(inputs)?);
    let lead_time = inputs.number_or("lead_time", 0.0)?;
    let (s, level) = inputs.told(power_approximation::point_and_level(costs, fixed, demand, lead_time))?;
    Ok(numbers([("s", s), ("S", level)]))
}

/// The least cost under lost sales; `demand` is `Poisson` or `geometric`.
pub fn lost_sales_lead_time(inputs: &Inputs) -> Result<Answers, Fault> {
    let mean = inputs.number("demand_mean")?;
    let law = match inputs.word("demand", &["Poisson", "geometric"])? {
        "geometric" => CountLaw::Geometric { mean },
        _ => CountLaw::Poisson { mean },
    };
    let costs =
        UnitCosts { holding_cost: inputs.number("holding_cost")?, stockout_cost: inputs.number("lost_sale_cost")? };
    let cost = inputs.told(least_cost(costs, law, inputs.number("lead_time")?))?;
    Ok(numbers([("optimal_cost_per_period", cost)]))
}
