//! Transport of the plan: rules of lanes, servers, express, opening days.

use super::network::Network;
use super::rules::Levels;
use super::{Fault, express};
use crate::order::Gather;
use crate::plan::site::Site;
use crate::plan::transport::{Capacity, LaneRules, ServerPool, TransportPlan};
use crate::scenario::model::{Lane, Scenario, Servers};
use std::collections::BTreeMap;

/// Millionths in a pallet, and milligrams in a kilogram.
const MILLION: f64 = 1e6;

/// Builds the side tables; those that nothing uses stay empty.
pub fn build(scenario: &Scenario, network: &Network, levels: &Levels, faults: &mut Vec<Fault>) -> TransportPlan {
    let mut plan = TransportPlan::default();
    let mut lanes: Vec<LaneRules> =
        (0..network.lanes.len()).map(|lane| rules(scenario, network, lane, faults)).collect();
    plan.servers = server_pools(network, &mut lanes);
    if lanes.iter().any(|lane| *lane != LaneRules::default()) {
        if lanes.iter().any(|lane| lane.capacity.payload.is_some()) {
            plan.unit_weights = unit_weights(scenario, network, &lanes, faults);
        }
        if lanes.iter().any(|lane| lane.apart) {
            plan.flows = flows(network);
        }
        plan.lanes = lanes;
    }
    let closed = |site: &Site| scenario.sites.get(&site.id).and_then(|site| site.receives);
    if network.sites.iter().any(|site| closed(site).is_some()) {
        plan.receives = network.sites.iter().map(|site| closed(site).unwrap_or([true; 7])).collect();
    }
    express::build(scenario, network, levels, &mut plan, faults);
    plan
}

pub(super) fn described<'s>(
    scenario: &'s Scenario,
    network: &'s Network,
    lane: usize,
) -> Option<(&'s String, &'s Lane)> {
    let id = network.lane_ids[lane].as_ref()?;
    Some((id, &scenario.lanes[id]))
}

fn rules(scenario: &Scenario, network: &Network, lane: usize, faults: &mut Vec<Fault>) -> LaneRules {
    let Some((id, table)) = described(scenario, network, lane) else { return LaneRules::default() };
    let (said, resolution) = (&table.transport, scenario.frame.resolution as f64);
    let mut counted = |amount: Option<f64>, scale: f64, key: &str, what: &str| {
        // The measures keep what is counted far below 2⁶³.
        let count = amount.map(|amount| libm::round(amount * scale) as i64);
        if count == Some(0) {
            let message = format!("`{key}` of lane.{id} rounds to nothing");
            faults.push(Fault::new(format!("lane.{id}.{key}"), message, what));
        }
        count
    };
    let quanta = "raise it, or set a finer `resolution` in [scenario]";
    LaneRules {
        departs: said.departs,
        capacity: Capacity {
            pallets: counted(said.pallets, MILLION, "capacity", "at least a millionth of a pallet"),
            payload: counted(said.payload_kg, MILLION, "payload", "at least a milligram"),
            quantity: counted(said.units, resolution, "capacity", quanta),
        },
        apart: said.apart,
        delivers: said.delivers,
        receipt_per_day: counted(said.receipt_per_day, resolution, "receipt-rate", quanta),
        server: None,
        cut_off: said.cut_off,
    }
}

/// One pool for each supplier, whose lanes share it, and one for each lane inside the network.
fn server_pools(network: &Network, lanes: &mut [LaneRules]) -> Vec<ServerPool> {
    let (mut pools, mut of_supplier): (Vec<ServerPool>, BTreeMap<u32, u32>) = (Vec::new(), BTreeMap::new());
    let mut first = 0;
    for (index, lane) in network.lanes.iter().enumerate() {
        let Some(Servers { count, service }) = &network.servers[index] else { continue };
        let shared = network.sites[lane.from as usize].is_supplier;
        let known = of_supplier.get(&lane.from).copied().filter(|_| shared);
        let pool = known.unwrap_or_else(|| {
            let pool = u32::try_from(pools.len()).expect("lanes are counted by a u32");
            pools.push(ServerPool { first, count: *count, service: service.clone() });
            first += count;
            pool
        });
        of_supplier.insert(lane.from, pool);
        lanes[index].server = Some(pool);
    }
    pools
}

/// Milligrams of a unit. What travels on a lane that counts weight must have one.
fn unit_weights(scenario: &Scenario, network: &Network, lanes: &[LaneRules], faults: &mut Vec<Fault>) -> Vec<i64> {
    let weighed = network.lanes_and_articles().filter(|(lane, _)| lanes[*lane as usize].capacity.payload.is_some());
    for (lane, article) in weighed {
        let id = &network.articles[article as usize].id;
        if scenario.articles[id].weight_kg.is_none() {
            let lane = network.lane_ids[lane as usize].as_deref().unwrap_or_default();
            faults.push(Fault::new(
                format!("article.{id}"),
                format!("article {id} travels on lane.{lane}, which has a `payload`, and has no `weight`"),
                "give the article, its class or [item-default] a weight: \"0.4 kg/unit\"",
            ));
        }
    }
    let milligrams = |id: &String| libm::round(scenario.articles[id].weight_kg.unwrap_or(0.0) * MILLION) as i64;
    network.articles.iter().map(|article| milligrams(&article.id)).collect()
}

/// The number of each article's flow, in the order of their names.
fn flows(network: &Network) -> Vec<u32> {
    let mut numbers: BTreeMap<&str, u32> = network.articles.iter().map(|article| (article.flow.as_str(), 0)).into_map();
    for (number, place) in (0..).zip(numbers.values_mut()) {
        *place = number;
    }
    network.articles.iter().map(|article| numbers[article.flow.as_str()]).collect()
}
