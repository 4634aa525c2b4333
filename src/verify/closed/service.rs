//! One-for-one stocks, queues, capacity and shelf life.

use super::inputs::{Answers, Inputs, numbers};
use crate::inventory::{one_for_one, perishable as batches, waiting_line};
use crate::verify::cases::Fault;

fn stock(inputs: &Inputs) -> Result<(f64, f64, f64), Fault> {
    Ok((inputs.number("demand_rate")?, inputs.number("mean_lead_time")?, inputs.number("base_stock_level")?))
}

/// One for one, demand waits.
pub fn palm_mg_infinity(inputs: &Inputs) -> Result<Answers, Fault> {
    let (rate, lead_time, level) = stock(inputs)?;
    let found = inputs.told(one_for_one::with_backorders(rate, lead_time, level))?;
    Ok(numbers([
        ("fill_rate", found.fill_rate),
        ("mean_outstanding", found.mean_outstanding),
        ("mean_backorders", found.mean_backorders),
        ("mean_on_hand", found.mean_on_hand),
    ]))
}

/// One for one, demand is lost.
pub fn erlang_b_lost_sales(inputs: &Inputs) -> Result<Answers, Fault> {
    let (rate, lead_time, level) = stock(inputs)?;
    let found = inputs.told(one_for_one::with_lost_sales(rate, lead_time, level))?;
    Ok(numbers([
        ("lost_fraction", found.lost_fraction),
        ("fill_rate", 1.0 - found.lost_fraction),
        ("mean_on_hand", found.mean_on_hand),
    ]))
}

/// Poisson arrivals at one server.
pub fn single_server_queue(inputs: &Inputs) -> Result<Answers, Fault> {
    let (rate, mean) = (inputs.number("arrival_rate")?, inputs.number("service_mean")?);
    let found = inputs.told(waiting_line::single_server(rate, mean, inputs.number("service_second_moment")?))?;
    Ok(numbers([("mean_wait", found.mean_wait), ("mean_in_queue", found.mean_in_queue)]))
}

/// An order capacity under exponential demand.
pub fn capacitated_base_stock(inputs: &Inputs) -> Result<Answers, Fault> {
    inputs.word("demand", &["exponential"])?;
    let (mean, capacity) = (inputs.number("demand_mean")?, inputs.number("capacity_per_period")?);
    let found = inputs.told(waiting_line::capacity_shortfall(mean, capacity))?;
    Ok(numbers([("mean_shortfall", found.mean_shortfall), ("p_no_shortfall", found.p_no_shortfall)]))
}

/// Batches that expire.
pub fn perishable(inputs: &Inputs) -> Result<Answers, Fault> {
    let (quantity, rate) = (inputs.number("order_quantity")?, inputs.number("demand_rate")?);
    let found = inputs.told(batches::batch_cycle(quantity, rate, inputs.number("shelf_life_days")?))?;
    Ok(numbers([
        ("mean_cycle_days", found.mean_cycle_days),
        ("expired_per_cycle", found.expired_per_cycle),
        ("expired_fraction", found.expired_fraction),
        ("expired_per_day", found.expired_per_day),
    ]))
}
