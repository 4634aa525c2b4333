//! Reserves kept for critical use: where they stand, and whether `for` names somebody and not everybody.

use super::Fault;
use super::network::Network;
use super::reserve::placement;
use super::rules::Levels;
use super::union::CLOSED;
use crate::order::Gather;
use crate::plan::demand::Demand;
use crate::plan::reserve::KeptBack;
use crate::scenario::model::{Id, PolicyKind, ReserveKind, Scenario};
use std::collections::{BTreeMap, BTreeSet};

/// Who draws on the reserves of a placement.
#[derive(Default)]
struct Drawers<'s> {
    /// The sites that its cells serve, the own one included.
    sites: BTreeSet<u32>,
    /// Some of its cells serve wards of the site itself.
    own_use: bool,
    named: &'s [Id],
    at: &'s str,
}

/// Builds the reserves kept back, in the order of their cells.
pub fn build(
    scenario: &Scenario,
    network: &Network,
    levels: &Levels,
    demands: &[Demand],
    faults: &mut Vec<Fault>,
) -> Vec<KeptBack> {
    let mut kept_back = Vec::new();
    let mut drawers: BTreeMap<&Id, Drawers> = BTreeMap::new();
    for (index, cell) in (0_u32..).zip(&network.cells) {
        let (site, article) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        let policy = &network.policies[index as usize];
        let holds = policy != CLOSED && scenario.policies[policy].kind != PolicyKind::PassThrough;
        // Two placements that differ have been told when the levels were worked out.
        let about = (site.as_str(), article.as_str(), &scenario.articles[article]);
        let found = holds.then(|| placement(scenario, about, &mut Vec::new())).flatten();
        let Some((id, ReserveKind::Critical(named))) = found.map(|(id, placement)| (id, &placement.kind)) else {
            continue;
        };
        let here = drawers.entry(id).or_insert_with(|| Drawers { named, at: site, ..Drawers::default() });
        let buyers = &network.buyers[network.buyer_ranges[index as usize].indices()];
        here.sites.extend(buyers.iter().map(|&way| buying_site(network, way as usize)));
        if demands.iter().any(|demand| demand.cell == index) {
            here.sites.insert(cell.site);
            here.own_use = true;
        }
        let quantity = levels.reserve[index as usize];
        if quantity > 0 {
            let sites = (0..).zip(&network.sites).filter(|(_, site)| named.contains(&site.id));
            kept_back.push(KeptBack { cell: index, quantity, named: sites.map(|(site, _)| site).collect() });
        }
    }
    for (id, drawers) in drawers {
        check(network, id, &drawers, faults);
    }
    kept_back
}

fn buying_site(network: &Network, way: usize) -> u32 {
    let cell = match way.checked_sub(network.cells.len()) {
        None => way,
        Some(further) => network.further_ways[further].cell as usize,
    };
    network.cells[cell].site
}

fn check(network: &Network, id: &str, drawers: &Drawers, faults: &mut Vec<Fault>) {
    let path = format!("reserve-placement.{id}.for");
    let served: BTreeSet<&Id> = drawers.sites.iter().map(|&site| &network.sites[site as usize].id).into_set();
    for site in drawers.named.iter().filter(|site| !served.contains(site)) {
        faults.push(Fault::new(
            &path,
            format!("{site} buys and uses nothing of this reserve at {}", drawers.at),
            "name sites that buy there, or the site itself if it has use of its own",
        ));
    }
    if drawers.own_use && drawers.named.iter().all(|site| site != drawers.at) {
        faults.push(Fault::new(
            &path,
            format!("{} has use of its own, and is not named", drawers.at),
            "name it too: its wards take from its stock what they need",
        ));
    }
    if served.iter().all(|site| drawers.named.contains(site)) {
        faults.push(Fault::new(
            path,
            format!("all who draw on the stock of {} are named, so it is kept from nobody", drawers.at),
            "name only those whose use is critical, or write kind = \"free\"",
        ));
    }
}
