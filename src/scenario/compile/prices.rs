//! Prices of the plan.

use super::Fault;
use super::network::{Network, owner_index};
use crate::plan::cost::{LumpSum, Prices, SitePrices};
use crate::scenario::model::Scenario;
use crate::units::Ore;

/// Gathers the prices, parallel to the network's owners and sites.
pub fn build(scenario: &Scenario, network: &Network, faults: &mut Vec<Fault>) -> Prices {
    let cost = &scenario.cost;
    let priced = cost.staff_hour.is_some()
        || cost.holding_per_unit_day.is_some()
        || cost.backorder_per_unit_day.is_some()
        || cost.lost_per_unit.is_some()
        || scenario.reactions.values().any(|rule| rule.costs.iter().any(Option::is_some))
        || scenario.neighbours.values().any(|rule| rule.price.is_some());
    if priced && !scenario.owners.contains_key(&cost.care_payer) {
        faults.push(Fault::new(
            "cost.care-payer",
            "nobody pays for chasing and shortages",
            "set `care-payer` to an owner",
        ));
        return empty(network);
    }
    let site_prices = |site: &crate::plan::site::Site| match scenario.sites.get(&site.id) {
        None => SitePrices::default(),
        Some(rules) => SitePrices {
            payer: owner_index(network, &rules.payer),
            pallet_year: rules.pallet_year,
            handling_pallet: rules.handling_pallet,
            pick_line: rules.pick_line,
            write_off: rules.write_off,
        },
    };
    Prices {
        capital: scenario.owners.values().map(|owner| owner.capital_rate).collect(),
        sites: network.sites.iter().map(site_prices).collect(),
        holding_per_unit_day: cost.holding_per_unit_day,
        backorder_per_unit_day: cost.backorder_per_unit_day,
        lost_per_unit: cost.lost_per_unit,
        staff_hour: cost.staff_hour,
        chasing_millihours: cost.chasing_hours.map(|hours| libm::round(hours * 1000.0) as i64),
        care_payer: if priced { owner_index(network, &cost.care_payer) } else { 0 },
        lump_sums: scenario
            .lump_sums
            .iter()
            .map(|(id, sum)| LumpSum {
                id: id.clone(),
                name_sv: sum.title.sv.clone(),
                name_en: sum.title.en.clone(),
                per_year: Ore(sum.per_year.0 / 1000),
            })
            .collect(),
    }
}

fn empty(network: &Network) -> Prices {
    Prices {
        capital: vec![None; network.owners.len()],
        sites: vec![SitePrices::default(); network.sites.len()],
        holding_per_unit_day: None,
        backorder_per_unit_day: None,
        lost_per_unit: None,
        staff_hour: None,
        chasing_millihours: None,
        care_payer: 0,
        lump_sums: Vec::new(),
    }
}
