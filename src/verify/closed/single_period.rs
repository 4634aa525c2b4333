//! One period: loss functions, the newsvendor, and pooling.

use super::inputs::{Answers, Inputs, numbers};
use crate::inventory::loss::{NormalDemand, unit_loss};
use crate::inventory::newsvendor::{PeriodDemand, UnitCosts};
use crate::inventory::risk_pooling::pooling;
use crate::order::InOrder;
use crate::verify::cases::Fault;

/// `holding_cost` and `stockout_cost`.
pub fn unit_costs(inputs: &Inputs) -> Result<UnitCosts, Fault> {
    Ok(UnitCosts { holding_cost: inputs.number("holding_cost")?, stockout_cost: inputs.number("stockout_cost")? })
}

/// `demand_mean` and `demand_sd`.
pub fn normal_demand(inputs: &Inputs) -> Result<NormalDemand, Fault> {
    Ok(NormalDemand { mean: inputs.number("demand_mean")?, sd: inputs.number("demand_sd")? })
}

/// The unit normal loss at `z`; or E(D − x)⁺ for Poisson demand of a `mean`, normal if there is an `sd` too.
pub fn loss_function(inputs: &Inputs) -> Result<Answers, Fault> {
    let loss = if let Some(z) = inputs.optional("z")? {
        unit_loss(z)
    } else {
        let (mean, x) = (inputs.number("mean")?, inputs.number("x")?);
        let demand = match inputs.optional("sd")? {
            Some(sd) => PeriodDemand::Normal(NormalDemand { mean, sd }),
            None => PeriodDemand::Poisson { mean },
        };
        inputs.told(UnitCosts { holding_cost: 0.0, stockout_cost: 1.0 }.cost(&demand, x))?
    };
    Ok(numbers([("loss", loss)]))
}

/// The cheapest level and its cost, or the cost of a given `base_stock_level`.
fn newsvendor(inputs: &Inputs, demand: &PeriodDemand) -> Result<Answers, Fault> {
    let costs = unit_costs(inputs)?;
    let (level, cost) = match inputs.optional("base_stock_level")? {
        Some(level) => (level, inputs.told(costs.cost(demand, level))?),
        None => inputs.told(costs.cheapest(demand))?,
    };
    Ok(numbers([("base_stock_level", level), ("cost", cost)]))
}

/// Normal demand.
pub fn newsvendor_normal(inputs: &Inputs) -> Result<Answers, Fault> {
    newsvendor(inputs, &PeriodDemand::Normal(normal_demand(inputs)?))
}

/// Poisson demand.
pub fn newsvendor_poisson(inputs: &Inputs) -> Result<Answers, Fault> {
    newsvendor(inputs, &PeriodDemand::Poisson { mean: inputs.number("demand_mean")? })
}

/// Lognormal demand.
pub fn newsvendor_lognormal(inputs: &Inputs) -> Result<Answers, Fault> {
    newsvendor(inputs, &PeriodDemand::Lognormal { mu: inputs.number("mu")?, sigma: inputs.number("sigma")? })
}

/// Demand of finitely many values, the keys of `demand_pmf`.
pub fn newsvendor_discrete(inputs: &Inputs) -> Result<Answers, Fault> {
    let key = "demand_pmf";
    let mut values = Vec::new();
    for (name, share) in inputs.object(key)? {
        let value = name.trim().parse::<f64>().ok().filter(|value| value.is_finite());
        let value = value.ok_or_else(|| inputs.fault(key, &format!("the value `{name}` is no number")))?;
        let share = share.as_f64().ok_or_else(|| inputs.fault(key, &format!("the share of `{name}` is no number")))?;
        values.push((value, share));
    }
    values.order_by(|a, b| a.0.total_cmp(&b.0));
    newsvendor(inputs, &PeriodDemand::Discrete(values))
}

/// Several places apart and together.
pub fn risk_pooling(inputs: &Inputs) -> Result<Answers, Fault> {
    let (costs, demand) = (unit_costs(inputs)?, normal_demand(inputs)?);
    let found = pooling(costs, demand, inputs.number("locations")?, inputs.number_or("correlation", 0.0)?);
    let found = inputs.told(found)?;
    Ok(numbers([
        ("cost_separate", found.cost_separate),
        ("cost_pooled", found.cost_pooled),
        ("ratio", found.cost_separate / found.cost_pooled),
    ]))
}
