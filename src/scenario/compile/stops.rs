//! What a probe stops: cuts, as targets of the plan.

use super::Fault;
use super::network::Network;
use super::rules::Levels;
use crate::plan::cut::Cut;
use crate::plan::disruption::Target;
use crate::scenario::model::{Id, Scenario, Stopped};

/// The site with the highest value of opening (target) stock; ties go to the first in the plan's order.
pub fn largest_site(network: &Network, levels: &Levels) -> Option<u32> {
    let value = |index: usize| {
        let price = network.articles[network.cells[index].article as usize].price.0;
        i128::from(levels.initial[index] + levels.apart[index]) * i128::from(price)
    };
    (0_u32..)
        .zip(&network.sites)
        .filter(|(_, site)| !site.is_supplier)
        .map(|(index, site)| (site.cells.indices().map(value).sum::<i128>(), std::cmp::Reverse(index)))
        .max()
        .map(|(_, std::cmp::Reverse(index))| index)
}

/// The named cuts, in the order asked for.
pub fn cuts(
    scenario: &Scenario,
    network: &Network,
    named: &[Id],
    largest: Option<u32>,
    faults: &mut Vec<Fault>,
) -> Vec<Cut> {
    let supplier_owned =
        network.cells.iter().any(|cell| network.owners[network.pools[cell.pool as usize].owner as usize].is_supplier);
    named
        .iter()
        .filter_map(|id| {
            let Some(rule) = scenario.cuts.get(id) else {
                let known: Vec<&str> = scenario.cuts.keys().map(String::as_str).collect();
                let help = format!("known cuts: {}", known.join(", "));
                faults.push(Fault::new("study.cuts", format!("there is no cut `{id}`"), help));
                return None;
            };
            let (mut stops, mut freezes) = (Vec::new(), Vec::new());
            for stopped in &rule.stops {
                stop(network, stopped, largest, &mut stops, &mut freezes);
            }
            stops.sort();
            stops.dedup();
            freezes.sort_unstable();
            freezes.dedup();
            let locks = rule.locks_supplier_stock && supplier_owned;
            Some(Cut {
                id: id.clone(),
                name_sv: rule.title.sv.clone(),
                name_en: rule.title.en.clone(),
                stops,
                freezes,
                locks_supplier_stock: locks,
                claims: if locks { scenario.endurance.claims.clone() } else { vec![1000] },
            })
        })
        .collect()
}

/// Adds what one word of a cut stops. A site that the plan does not use stops nothing and costs nothing.
fn stop(network: &Network, stopped: &Stopped, largest: Option<u32>, stops: &mut Vec<Target>, freezes: &mut Vec<u32>) {
    let mut stop_sites = |wanted: &dyn Fn(u32, &crate::plan::site::Site) -> bool| {
        let chosen = (0..).zip(&network.sites).filter(|(index, site)| wanted(*index, site));
        stops.extend(chosen.map(|(index, _)| Target::Site(index)));
    };
    match stopped {
        Stopped::OutsideRegion => {
            stop_sites(&|_, site| !site.in_region);
            let outside = |lane: &crate::plan::lane::Lane| !network.sites[lane.from as usize].in_region;
            freezes.extend((0..).zip(&network.lanes).filter(|(_, lane)| outside(lane)).map(|(index, _)| index));
        }
        Stopped::Suppliers => stop_sites(&|_, site| site.is_supplier),
        Stopped::LargestSite => stop_sites(&|index, _| Some(index) == largest),
        Stopped::Site(id) | Stopped::Supplier(id) => stop_sites(&|_, site| site.id == *id),
        Stopped::Lane(id) => {
            for (index, _) in (0..).zip(&network.lane_ids).filter(|(_, lane)| lane.as_ref() == Some(id)) {
                stops.push(Target::Lane(index));
                freezes.push(index);
            }
        }
    }
}
