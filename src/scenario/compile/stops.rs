//! What a probe stops: cuts, as targets of the plan.

use super::Fault;
use super::disruptions::disruption_of;
use super::network::Network;
use super::rationing::InCuts;
use super::rules::Levels;
use crate::order::InOrder;
use crate::plan::Plan;
use crate::plan::cut::{Cut, CutExpress};
use crate::plan::disruption::{Process, Source, Target};
use crate::scenario::model::{Id, Scenario, Stopped};
use std::collections::BTreeMap;

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
    (named, processes, in_cuts): (&[Id], &[Process], &InCuts),
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
                stop(scenario, network, (stopped, largest), &mut stops, &mut freezes);
            }
            stops.order_by(Ord::cmp);
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
                stop: rule.stop,
                with: begin_with(&rule.with, processes),
                rationing: in_cuts.get(id).cloned(),
                express: match rule.express {
                    None => CutExpress::AsEver,
                    Some(true) => CutExpress::OnCall,
                    Some(false) => CutExpress::Nothing,
                },
            })
        })
        .collect()
}

/// The processes of some disruptions that begin with a cut.
fn begin_with(named: &[Id], processes: &[Process]) -> Vec<u32> {
    let begins =
        |process: &Process| process.source == Source::WithCut && named.iter().any(|id| id == disruption_of(process));
    (0..).zip(processes).filter(|(_, process)| begins(process)).map(|(index, _)| index).collect()
}

/// Gives the cuts of a plan, which know processes by place, the places that these get.
pub fn renumber(plan: &mut Plan, places: &BTreeMap<&String, u32>) {
    let Plan { cuts, disruptions, .. } = plan;
    for with in cuts.iter_mut().map(|cut| &mut cut.with) {
        with.iter_mut().for_each(|process| *process = places[&disruptions[*process as usize].name]);
        with.sort_unstable();
    }
}

/// Adds what one word of a cut stops. A site that the plan does not use stops nothing and costs nothing.
fn stop(
    scenario: &Scenario,
    network: &Network,
    (stopped, largest): (&Stopped, Option<u32>),
    stops: &mut Vec<Target>,
    freezes: &mut Vec<u32>,
) {
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
        Stopped::Origin(origin) => {
            let comes_from = |id: &str| scenario.suppliers.get(id).is_some_and(|supplier| supplier.origin == *origin);
            stop_sites(&|_, site| site.is_supplier && comes_from(&site.id));
        }
        Stopped::Owner(owner) => {
            stop_sites(&|_, site| scenario.sites.get(&site.id).is_some_and(|site| site.owner == *owner));
        }
        Stopped::Role(role) => {
            stop_sites(&|_, site| scenario.sites.get(&site.id).is_some_and(|site| site.role == *role));
        }
        Stopped::Transport => {
            let lanes = 0..u32::try_from(network.lanes.len()).expect("lanes are counted by a u32");
            stops.extend(lanes.clone().map(Target::Lane));
            freezes.extend(lanes);
        }
        Stopped::Lane(id) => {
            for (index, _) in (0..).zip(&network.lane_ids).filter(|(_, lane)| lane.as_ref() == Some(id)) {
                stops.push(Target::Lane(index));
                freezes.push(index);
            }
        }
    }
}
