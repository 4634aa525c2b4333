//! What can stop: disruption processes and cuts, as targets of the plan.

use super::Fault;
use super::network::Network;
use super::rules::Levels;
use crate::plan::cut::Cut;
use crate::plan::disruption::{Process, Target};
use crate::random::key::StreamName;
use crate::scenario::model::{Disruption, DisruptionTarget, Id, Scenario, Stopped};
use crate::time::DAYS_PER_YEAR;

/// Every process, sorted by name.
pub fn disruptions(scenario: &Scenario, network: &Network, faults: &mut Vec<Fault>) -> Vec<Process> {
    let mut processes: Vec<Process> = scenario
        .disruptions
        .iter()
        .flat_map(|(id, disruption)| processes_of(scenario, network, id, disruption, faults))
        .collect();
    processes.sort_by(|a, b| a.name.cmp(&b.name));
    processes
}

fn processes_of(
    scenario: &Scenario,
    network: &Network,
    id: &str,
    disruption: &Disruption,
    faults: &mut Vec<Fault>,
) -> Vec<Process> {
    let process = |parts: &[&str], targets: Vec<Target>| {
        let mut name = vec!["disruption", id];
        name.extend(parts);
        Process {
            name: name[1..].join(" / "),
            major: disruption.major,
            mean_up_days: DAYS_PER_YEAR / disruption.rate_per_year - disruption.duration.mean(),
            down: disruption.duration.clone(),
            stream: StreamName::new(&name),
            targets,
        }
    };
    match &disruption.target {
        DisruptionTarget::Offers(selection) => (0..)
            .zip(&network.offers)
            .filter_map(|(index, offer)| {
                let article = &network.articles[offer.article as usize].id;
                let chosen = selection.matches(article, &scenario.articles[article], &scenario.suppliers);
                let supplier = &network.sites[offer.supplier as usize].id;
                chosen.then(|| process(&[article, supplier], vec![Target::Offer(index)]))
            })
            .collect(),
        DisruptionTarget::Suppliers(named) => (0..)
            .zip(&network.sites)
            .filter(|(_, site)| site.is_supplier && named.contains(&site.id))
            .map(|(index, site)| process(&[&site.id], vec![Target::Site(index)]))
            .collect(),
        DisruptionTarget::Roles(roles) => {
            roles.iter().filter_map(|role| by_role(scenario, network, id, role, &process, faults)).collect()
        }
        DisruptionTarget::Lanes(lanes) => (0..)
            .zip(&network.lane_ids)
            .filter_map(|(index, lane)| Some((index, lane.as_ref()?)))
            .filter(|(_, lane)| lanes.contains(lane))
            .map(|(index, lane): (u32, &Id)| {
                let from = &network.sites[network.lanes[index as usize].from as usize].id;
                process(&[lane, from], vec![Target::Lane(index)])
            })
            .collect(),
    }
}

/// The one site with a role; its luck is drawn by the role's name.
fn by_role(
    scenario: &Scenario,
    network: &Network,
    id: &str,
    role: &str,
    process: &dyn Fn(&[&str], Vec<Target>) -> Process,
    faults: &mut Vec<Fault>,
) -> Option<Process> {
    let with_role: Vec<u32> = (0..)
        .zip(&network.sites)
        .filter(|(_, site)| scenario.sites.get(&site.id).is_some_and(|site| site.role == role))
        .map(|(index, _)| index)
        .collect();
    if with_role.len() > 1 {
        faults.push(Fault::new(
            format!("disruption.{id}"),
            format!("{} sites share the role `{role}`, so they would fail together", with_role.len()),
            "give each site its own `role`, and name them all in `roles`",
        ));
    }
    with_role.first().map(|&site| process(&[role], vec![Target::Site(site)]))
}

/// The site with the highest value of opening (target) stock; ties go to the first in the plan's order.
pub fn largest_site(network: &Network, levels: &Levels) -> Option<u32> {
    let value = |index: usize| {
        let price = network.articles[network.cells[index].article as usize].price.0;
        i128::from(levels.initial[index]) * i128::from(price)
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
