//! Several stages: in a row, in a tree, and one warehouse with its wards.

use super::inputs::{Answers, Inputs, numbers, with_list};
use super::single_period::normal_demand;
use crate::inventory::guaranteed_service::{Promises, PromisingStage, cheapest_promises};
use crate::inventory::serial_system::{SerialStage, best_levels};
use crate::inventory::two_echelon::OneWarehouse;
use crate::order::Gather;
use crate::verify::cases::Fault;
use std::collections::BTreeSet;

const ECHELON: &str = "echelon_holding_costs_from_customer";
const LOCAL: &str = "local_holding_costs_from_customer";

/// A serial system by echelon or local holding costs; both if they agree.
pub fn serial_normal(inputs: &Inputs) -> Result<Answers, Fault> {
    let lead_times = inputs.list("lead_times_from_customer")?;
    let (echelon, local) = (inputs.optional_list(ECHELON)?, inputs.optional_list(LOCAL)?);
    let by_local = local.map(|local| {
        let above = local.iter().skip(1).chain(&[0.0]);
        local.iter().zip(above).map(|(here, above)| here - above).collect::<Vec<f64>>()
    });
    let costs = match (echelon, by_local) {
        (Some(echelon), Some(other)) if !alike(&echelon, &other) => {
            return Err(inputs.fault(LOCAL, "does not agree with the echelon costs, its differences; give one of them"));
        }
        (Some(costs), _) | (None, Some(costs)) => costs,
        (None, None) => inputs.list(ECHELON)?,
    };
    if costs.len() != lead_times.len() {
        return Err(inputs.fault("lead_times_from_customer", "there must be one lead time for each holding cost"));
    }
    let stage = |(cost, time): (&f64, &f64)| SerialStage { echelon_holding_cost: *cost, lead_time: *time };
    let stages: Vec<SerialStage> = costs.iter().zip(&lead_times).map(stage).collect();
    let found = inputs.told(best_levels(&stages, inputs.number("stockout_cost")?, normal_demand(inputs)?))?;
    let cost = numbers([("cost_per_period", found.cost_per_period)]);
    Ok(with_list(cost, "echelon_base_stock_from_customer", found.echelon_base_stock))
}

fn alike(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-9 * a.abs().max(1.0))
}

/// Guaranteed service in a row (`holding_costs_from_supplier`) or a tree (`edges`).
pub fn guaranteed_service(inputs: &Inputs) -> Result<Answers, Fault> {
    let (key, found) = if inputs.has("edges") {
        ("service_times", tree(inputs)?)
    } else {
        ("service_times_from_supplier", row(inputs)?)
    };
    Ok(with_list(numbers([("cost", found.cost)]), key, found.service_times))
}

fn row(inputs: &Inputs) -> Result<Promises, Fault> {
    let holding = inputs.list("holding_costs_from_supplier")?;
    let n = holding.len();
    let mut stages = stages(inputs, &holding)?;
    if let [first, ..] = &mut stages[..] {
        first.inbound_time = inputs.optional("inbound_time")?;
    }
    if let [.., last] = &mut stages[..] {
        last.outbound_time = inputs.optional("outbound_time")?;
        last.demand_sd = inputs.number("demand_sd")?;
    }
    let edges: Vec<(usize, usize)> = (1..n).map(|index| (index - 1, index)).collect();
    inputs.told(cheapest_promises(&stages, &edges, inputs.number("z")?))
}

fn stages(inputs: &Inputs, holding: &[f64]) -> Result<Vec<PromisingStage>, Fault> {
    let times = inputs.for_each("processing_times", holding.len(), None)?;
    let stage = |(holding_cost, processing_time): (&f64, f64)| PromisingStage {
        holding_cost: *holding_cost,
        processing_time,
        ..PromisingStage::default()
    };
    Ok(holding.iter().zip(times).map(stage).collect())
}

/// A tree: stages have numbers, lists go by ascending number, and keys such as `demand_sd_2_4` name the stages they hold for.
fn tree(inputs: &Inputs) -> Result<Promises, Fault> {
    let edges = inputs.pairs("edges")?;
    let holding = inputs.list("holding_costs")?;
    let named: BTreeSet<i64> = edges.iter().flat_map(|(from, to)| [*from, *to]).into_set();
    let numbers: Vec<i64> =
        if edges.is_empty() { (1..=holding.len() as i64).collect() } else { named.into_iter().collect() };
    if numbers.len() != holding.len() {
        let message = format!("expected one for each of the {} stages of the edges", numbers.len());
        return Err(inputs.fault("holding_costs", &message));
    }
    let place = |number: &i64| numbers.binary_search(number).expect("every number of an edge is in the list");
    let mut stages = stages(inputs, &holding)?;
    for_stages(inputs, &["inbound_time_", "inbound_"], &numbers, |index, time| {
        stages[index].inbound_time = Some(time)
    })?;
    for_stages(inputs, &["outbound_time_", "outbound_"], &numbers, |index, time| {
        stages[index].outbound_time = Some(time)
    })?;
    for_stages(inputs, &["demand_sd_"], &numbers, |index, sd| stages[index].demand_sd = sd)?;
    let edges: Vec<(usize, usize)> = edges.iter().map(|(from, to)| (place(from), place(to))).collect();
    inputs.told(cheapest_promises(&stages, &edges, inputs.number("z")?))
}

/// Sets what the keys that begin so give, at the stages whose numbers follow.
fn for_stages(inputs: &Inputs, starts: &[&str], numbers: &[i64], mut set: impl FnMut(usize, f64)) -> Result<(), Fault> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for start in starts {
        for (key, rest) in inputs.beginning(start) {
            if !seen.insert(key.to_owned()) {
                continue;
            }
            let value = inputs.number(key)?;
            for part in rest.split('_') {
                let index = part.parse().ok().and_then(|number: i64| numbers.binary_search(&number).ok());
                let index = index.ok_or_else(|| inputs.fault(key, &format!("`{part}` is no stage of the edges")))?;
                set(index, value);
            }
        }
    }
    Ok(())
}

/// One warehouse and equal wards.
pub fn owmr_poisson(inputs: &Inputs) -> Result<Answers, Fault> {
    let network = OneWarehouse {
        warehouse_base_stock: inputs.number("warehouse_base_stock")?,
        ward_base_stock: inputs.number("ward_base_stock")?,
        ward_demand_rate: inputs.number("ward_demand_rate")?,
        wards: inputs.number("wards")?,
        warehouse_lead_time: inputs.number("warehouse_lead_time")?,
        ward_lead_time: inputs.number("ward_lead_time")?,
    };
    let found = inputs.told(network.service())?;
    Ok(numbers([
        ("warehouse_mean_backorders", found.warehouse_mean_backorders),
        ("ward_fill_rate", found.ward_fill_rate),
        ("ward_mean_backorders", found.ward_mean_backorders),
        ("ward_mean_on_hand", found.ward_mean_on_hand),
    ]))
}
