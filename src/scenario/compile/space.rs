//! Room for stock of the plan's sites.

use super::Fault;
use super::network::Network;
use crate::inventory::room::pallets_in;
use crate::plan::space::{PALLET, SiteSpace};
use crate::scenario::model::{Id, Scenario, Site};

/// One entry for each site with a limit.
pub fn build(scenario: &Scenario, network: &Network, faults: &mut Vec<Fault>) -> Vec<SiteSpace> {
    for (id, site) in &scenario.sites {
        check(id, site, faults);
    }
    let space = |(index, site): (u32, &crate::plan::site::Site)| {
        let rules = scenario.sites.get(&site.id)?;
        let by_area = rules.area_m2.zip(rules.m2_per_pallet).map(|(area, pallet)| pallets_in(area, pallet));
        let pallets = [rules.pallet_positions, by_area].into_iter().flatten().reduce(f64::min)?;
        let room = libm::floor(pallets * PALLET as f64) as i64;
        Some(SiteSpace { site: index, room, overflow_price: rules.overflow_price })
    };
    (0..).zip(&network.sites).filter_map(space).collect()
}

/// Keys that say nothing without each other.
fn check(id: &Id, site: &Site, faults: &mut Vec<Fault>) {
    let mut refuse = |key: &str, message: &str, help: &str| {
        faults.push(Fault::new(format!("site.{id}.{key}"), format!("{message} at {id}"), help));
    };
    match (site.area_m2, site.m2_per_pallet) {
        (Some(_), None) => {
            refuse("area", "an area gives no room without the floor of a pallet", "give `m2-per-pallet`");
        }
        (None, Some(_)) => refuse("m2-per-pallet", "the floor of a pallet says nothing without an area", "give `area`"),
        _ => {}
    }
    if site.overflow_price.is_some() && !site.room() {
        refuse("overflow-price", "nothing can overflow without a limit", "give `pallet-positions` or `area`");
    }
}
