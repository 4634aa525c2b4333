//! Lot sizes under known demand, and with random yield.

use super::inputs::{Answers, Inputs, numbers, with_list};
use crate::inventory::dynamic_lot_size::{Period, cheapest_plan};
use crate::inventory::lot_size::{Lot, LotCosts};
use crate::inventory::quantity_discount::{Discount, DiscountedLot};
use crate::inventory::random_yield::{Yield, cost_with_yield, economic_lot_with_yield};
use crate::verify::cases::Fault;

fn costs(inputs: &Inputs) -> Result<LotCosts, Fault> {
    Ok(LotCosts {
        fixed_cost: inputs.number("fixed_cost")?,
        holding_cost: inputs.number("holding_cost")?,
        demand_rate: inputs.number("demand_rate")?,
    })
}

fn quantity_and_cost(lot: Lot) -> Answers {
    numbers([("order_quantity", lot.order_quantity), ("cost_per_year", lot.cost_per_year)])
}

/// The economic lot, or the cost of a given `order_quantity`.
pub fn eoq(inputs: &Inputs) -> Result<Answers, Fault> {
    let costs = costs(inputs)?;
    let lot = match inputs.optional("order_quantity")? {
        Some(quantity) => costs.cost_of_lot(quantity),
        None => costs.economic_lot(),
    };
    Ok(quantity_and_cost(inputs.told(lot)?))
}

/// The same with demand that waits; a given lot also needs its `stockout_fraction`.
pub fn eoq_backorders(inputs: &Inputs) -> Result<Answers, Fault> {
    let (costs, stockout_cost) = (costs(inputs)?, inputs.number("stockout_cost")?);
    let lot = if inputs.has("order_quantity") || inputs.has("stockout_fraction") {
        let (quantity, share) = (inputs.number("order_quantity")?, inputs.number("stockout_fraction")?);
        costs.cost_with_backorders(stockout_cost, quantity, share)
    } else {
        costs.economic_lot_with_backorders(stockout_cost)
    };
    let lot = inputs.told(lot)?;
    let mut answers = quantity_and_cost(lot);
    answers.extend(numbers([("stockout_fraction", lot.stockout_fraction)]));
    Ok(answers)
}

/// The economic production lot.
pub fn epq(inputs: &Inputs) -> Result<Answers, Fault> {
    let (costs, rate) = (costs(inputs)?, inputs.number("production_rate")?);
    let lot = match inputs.optional("order_quantity")? {
        Some(quantity) => costs.cost_of_production_lot(rate, quantity),
        None => costs.economic_production_lot(rate),
    };
    Ok(quantity_and_cost(inputs.told(lot)?))
}

/// The economic lot under falling prices; `discount` is `all_units` unless it says `incremental`.
pub fn eoq_discount(inputs: &Inputs) -> Result<Answers, Fault> {
    let word = inputs.word("discount", &["all_units", "incremental"])?;
    let lot = DiscountedLot {
        discount: if word == "incremental" { Discount::Incremental } else { Discount::AllUnits },
        fixed_cost: inputs.number("fixed_cost")?,
        holding_cost_rate: inputs.number("holding_cost_rate")?,
        demand_rate: inputs.number("demand_rate")?,
        breakpoints: inputs.list("breakpoints")?,
        unit_costs: inputs.list("unit_costs")?,
    };
    let (quantity, cost) = match inputs.optional("order_quantity")? {
        Some(quantity) => (quantity, inputs.told(lot.cost(quantity))?),
        None => inputs.told(lot.cheapest())?,
    };
    Ok(numbers([("order_quantity", quantity), ("cost_per_year", cost)]))
}

/// The lot with random yield. `yield_type` is `additive` or `multiplicative`; unless given, a mean above 0 and at most 1
/// is a share, since nobody plans with a surplus of less than one unit.
pub fn eoq_yield(inputs: &Inputs) -> Result<Answers, Fault> {
    let (costs, mean, sd) = (costs(inputs)?, inputs.number("yield_mean")?, inputs.number("yield_sd")?);
    let word = inputs.word("yield_type", &["by its mean", "additive", "multiplicative"])?;
    let share = word == "multiplicative" || word == "by its mean" && mean > 0.0 && mean <= 1.0;
    let yields = if share { Yield::Share { mean, sd } } else { Yield::Additive { mean, sd } };
    let (quantity, cost) = match inputs.optional("order_quantity")? {
        Some(quantity) => (quantity, inputs.told(cost_with_yield(costs, yields, quantity))?),
        None => inputs.told(economic_lot_with_yield(costs, yields))?,
    };
    Ok(numbers([("order_quantity", quantity), ("cost_per_year", cost)]))
}

/// The cheapest plan for known demand; each cost is one number or one per period.
pub fn wagner_whitin(inputs: &Inputs) -> Result<Answers, Fault> {
    let demand = inputs.list("demand")?;
    let n = demand.len();
    let (fixed, holding) = (inputs.for_each("fixed_cost", n, None)?, inputs.for_each("holding_cost", n, None)?);
    let purchase = inputs.for_each("purchase_cost", n, Some(0.0))?;
    let period = |t: usize| Period {
        demand: demand[t],
        fixed_cost: fixed[t],
        holding_cost: holding[t],
        purchase_cost: purchase[t],
    };
    let plan = inputs.told(cheapest_plan(&(0..n).map(period).collect::<Vec<_>>()))?;
    Ok(with_list(numbers([("cost", plan.cost)]), "order_quantities", plan.order_quantities))
}
