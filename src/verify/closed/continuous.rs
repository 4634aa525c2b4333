//! Continuous review: a reorder point and a quantity.

use super::inputs::{Answers, Inputs, numbers};
use super::periodic::{poisson_weighing, position};
use super::single_period::{normal_demand, unit_costs};
use crate::inventory::continuous_review::{PointAndQuantity, Weighing};
use crate::inventory::loss::NormalDemand;
use crate::inventory::lot_size::LotCosts;
use crate::inventory::{hadley_whitin, lead_time_demand};
use crate::verify::cases::Fault;

fn weighing(inputs: &Inputs) -> Result<Weighing, Fault> {
    Ok(Weighing {
        costs: unit_costs(inputs)?,
        fixed_cost: inputs.number("fixed_cost")?,
        yearly: normal_demand(inputs)?,
        lead_time: inputs.number("lead_time")?,
    })
}

fn given_pair(inputs: &Inputs) -> bool {
    inputs.has("reorder_point") || inputs.has("order_quantity")
}

fn pair_and(cost_key: &str, found: PointAndQuantity) -> Answers {
    numbers([
        ("reorder_point", found.reorder_point),
        ("order_quantity", found.order_quantity),
        (cost_key, found.cost_per_year),
    ])
}

/// The exact pair under normal demand, or the cost of a given one.
pub fn rq_normal(inputs: &Inputs) -> Result<Answers, Fault> {
    let weighing = weighing(inputs)?;
    let found = if given_pair(inputs) {
        weighing.at(inputs.number("reorder_point")?, inputs.number("order_quantity")?)
    } else {
        weighing.cheapest()
    };
    Ok(pair_and("cost_per_year", inputs.told(found)?))
}

/// The pair by the lot of the steady model.
pub fn rq_approximation(inputs: &Inputs) -> Result<Answers, Fault> {
    let found = inputs.told(weighing(inputs)?.by_steady_lot())?;
    Ok(pair_and("exact_cost_there", found))
}

/// The classical approximation, a cost per unit short.
pub fn rq_hadley_whitin(inputs: &Inputs) -> Result<Answers, Fault> {
    let yearly = normal_demand(inputs)?;
    let costs = LotCosts {
        fixed_cost: inputs.number("fixed_cost")?,
        holding_cost: inputs.number("holding_cost")?,
        demand_rate: yearly.mean,
    };
    let (short, lead_time) = (inputs.number("stockout_cost_per_unit")?, inputs.number("lead_time")?);
    if lead_time.is_nan() || lead_time <= 0.0 {
        return Err(inputs.fault("lead_time", "must be above 0: without it no demand is uncertain"));
    }
    let found = hadley_whitin::point_and_quantity(costs, short, yearly.over(lead_time));
    Ok(pair_and("cost_per_year", inputs.told(found)?))
}

/// The reorder point for a share of cycles (`type1`) or of demand (`type2`).
pub fn rq_service(inputs: &Inputs) -> Result<Answers, Fault> {
    let demand = NormalDemand { mean: inputs.number("ltd_mean")?, sd: inputs.number("ltd_sd")? };
    let lot = inputs.optional("order_quantity")?;
    let point = match (inputs.optional("type1")?, inputs.optional("type2")?) {
        (Some(_), Some(_)) => return Err(inputs.fault("type2", "give type1 or type2, not both")),
        (Some(share), None) => hadley_whitin::point_for_cycle_service(demand, share),
        (None, Some(share)) => {
            let lot = lot.map_or_else(|| inputs.number("order_quantity"), Ok)?;
            hadley_whitin::point_for_fill_rate(demand, lot, share)
        }
        (None, None) => return Err(inputs.fault("type1", "missing; give type1 or type2, a share below 1")),
    };
    Ok(numbers([("reorder_point", inputs.told(point)?)]))
}

/// The exact pair under Poisson demand, or the cost of a given one.
pub fn rq_poisson(inputs: &Inputs) -> Result<Answers, Fault> {
    let weighing = poisson_weighing(inputs)?;
    let found = if given_pair(inputs) {
        let (point, quantity) = (position(inputs, "reorder_point")?, position(inputs, "order_quantity")?);
        weighing.cost_of_point_and_quantity(point, quantity)
    } else {
        weighing.cheapest_point_and_quantity()
    };
    let found = inputs.told(found)?;
    Ok(numbers([
        ("reorder_point", found.point as f64),
        ("order_quantity", found.target as f64),
        ("cost_per_year", found.cost),
    ]))
}

/// Demand of a random lead time.
pub fn lead_time_demand(inputs: &Inputs) -> Result<Answers, Fault> {
    let (mean, sd) = (inputs.number("lead_time_mean")?, inputs.number("lead_time_sd")?);
    let demand = inputs.told(lead_time_demand::over_lead_time(normal_demand(inputs)?, mean, sd))?;
    let stock = inputs.told(lead_time_demand::safety_stock(demand, 0.95))?;
    Ok(numbers([("ltd_mean", demand.mean), ("ltd_sd", demand.sd), ("safety_stock_95", stock)]))
}
