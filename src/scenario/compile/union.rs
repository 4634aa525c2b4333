//! Networks of several phases on one set of indices: the sites, pools, lanes, offers and cells of all of them.

use super::Fault;
use super::network::Network;
use super::sourcing::add_buyers;
use crate::order::{Gather, InOrder};
use crate::plan::cell::{Cell, Range};
use crate::plan::disruption::Offer;
use crate::plan::lane::{Lane, LeadScore, LeadTimes};
use crate::plan::site::{Pool, Site};
use crate::random::key::StreamName;
use crate::scenario::model::{Id, Scenario};
use std::collections::{BTreeMap, BTreeSet};

/// The policy of a cell that a phase does not have. No file can write it.
pub const CLOSED: &str = "\u{0}closed";

/// A cell by its names: site and article.
type Names = (Id, Id);

/// What all phases share.
struct Frame {
    sites: Vec<Site>,
    /// Per network: where its sites stand among all.
    places: Vec<Vec<u32>>,
    pools: Vec<Pool>,
    lanes: Vec<(u32, u32)>,
    scores: Vec<LeadScore>,
    offers: Vec<Offer>,
    /// Site and article of each cell, and where it stands in each network.
    cells: Vec<(Names, Vec<Option<usize>>)>,
}

/// The networks on common indices, in their order; owners and articles are alike in all of them. Each comes with its closed cells.
pub fn union(
    scenarios: &[&Scenario],
    networks: &[Network],
    faults: &mut Vec<Fault>,
) -> Option<Vec<(Network, Vec<u32>)>> {
    let sites = sites(networks, faults)?;
    let index: BTreeMap<&Id, u32> = sites.iter().map(|site| &site.id).zip(0..).into_map();
    let of_network = |network: &Network| network.sites.iter().map(|site| index[&site.id]).collect();
    let mut frame = Frame {
        places: networks.iter().map(of_network).collect(),
        pools: Vec::new(),
        lanes: Vec::new(),
        scores: Vec::new(),
        offers: Vec::new(),
        cells: Vec::new(),
        sites,
    };
    frame.fill(scenarios, networks);
    Some(networks.iter().enumerate().map(|(phase, _)| frame.of_phase(networks, phase)).collect())
}

fn names(network: &Network, cell: &Cell) -> Names {
    (network.sites[cell.site as usize].id.clone(), network.articles[cell.article as usize].id.clone())
}

/// The sites of all networks, upstream first in each of them.
fn sites(networks: &[Network], faults: &mut Vec<Fault>) -> Option<Vec<Site>> {
    let mut sources: BTreeMap<&Id, BTreeSet<&Id>> = BTreeMap::new();
    for network in networks {
        for site in &network.sites {
            sources.entry(&site.id).or_default();
        }
        let id = |site: u32| &network.sites[site as usize].id;
        for lane in &network.lanes {
            sources.entry(id(lane.to)).or_default().insert(id(lane.from));
        }
    }
    let mut ranks: BTreeMap<&Id, u8> = BTreeMap::new();
    while ranks.len() < sources.len() {
        let rank = |from: &BTreeSet<&Id>| {
            let above: Option<Vec<u8>> = from.iter().map(|site| ranks.get(site).copied()).collect();
            above.map(|above| above.into_iter().max().map_or(0, |deepest| deepest.saturating_add(1)))
        };
        let waiting = sources.iter().filter(|(site, _)| !ranks.contains_key(*site));
        let ready: Vec<(&Id, u8)> = waiting.filter_map(|(site, from)| Some((*site, rank(from)?))).collect();
        if ready.is_empty() {
            let left = sources.keys().filter(|site| !ranks.contains_key(**site));
            let circle: Vec<&str> = left.map(|id| id.as_str()).collect();
            faults.push(Fault::new(
                "phase",
                format!("these sites buy from each other, in one phase or another: {}", circle.join(", ")),
                "goods must flow the same way in all phases",
            ));
            return None;
        }
        ranks.extend(ready);
    }
    let site = |(id, rank): (&Id, u8)| {
        let here = networks.iter().flat_map(|network| &network.sites).find(|site| site.id == *id);
        Site { rank, cells: Range::default(), ..here.expect("a site of some network").clone() }
    };
    let mut sites: Vec<Site> = ranks.into_iter().map(site).collect();
    sites.order_by(|a, b| (a.rank, &a.id).cmp(&(b.rank, &b.id)));
    Some(sites)
}

impl Frame {
    fn fill(&mut self, scenarios: &[&Scenario], networks: &[Network]) {
        let (mut pools, mut lanes, mut offers) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for (network, places) in networks.iter().zip(&self.places) {
            pools.extend(network.pools.iter().map(|pool| (places[pool.site as usize], pool.owner)));
            lanes.extend(network.lanes.iter().map(|lane| (places[lane.from as usize], places[lane.to as usize])));
            offers.extend(network.offers.iter().map(|offer| (places[offer.supplier as usize], offer.article)));
            for score in &network.lead_scores {
                if !self.scores.contains(score) {
                    self.scores.push(*score);
                }
            }
        }
        self.pools = pools.into_iter().map(|(site, owner)| Pool { site, owner }).collect();
        self.lanes = lanes.into_iter().collect();
        self.offers = offers.into_iter().map(|(supplier, article)| Offer { supplier, article }).collect();
        self.add_cells(scenarios, networks);
    }

    /// Cells by site, then by their reviews in the phases, then by article.
    fn add_cells(&mut self, scenarios: &[&Scenario], networks: &[Network]) {
        let mut found: BTreeMap<Names, Vec<Option<usize>>> = BTreeMap::new();
        for (phase, network) in networks.iter().enumerate() {
            for (index, cell) in network.cells.iter().enumerate() {
                let places = found.entry(names(network, cell)).or_insert_with(|| vec![None; networks.len()]);
                places[phase] = Some(index);
            }
        }
        let review = |phase: usize, cell: usize| {
            let policy = &scenarios[phase].policies[&networks[phase].policies[cell]];
            (policy.review_days, policy.review_offset, policy.terms.order_days)
        };
        let site = |places: &[Option<usize>]| {
            let (phase, cell) = places.iter().enumerate().find_map(|(phase, cell)| Some((phase, (*cell)?)))?;
            Some(self.places[phase][networks[phase].cells[cell].site as usize])
        };
        let mut cells: Vec<_> = found.into_iter().collect();
        cells.sort_by_cached_key(|((_, article), places)| {
            let reviews: Vec<_> =
                places.iter().enumerate().map(|(phase, cell)| cell.map(|cell| review(phase, cell))).collect();
            (site(places), reviews, article.clone())
        });
        self.cells = cells;
    }

    /// The network of a phase on the indices of the frame.
    fn of_phase(&self, networks: &[Network], phase: usize) -> (Network, Vec<u32>) {
        let own = &networks[phase];
        let mut network = own.clone();
        network.sites.clone_from(&self.sites);
        for (mine, &place) in own.sites.iter().zip(&self.places[phase]) {
            let site = &mut network.sites[place as usize];
            *site = Site { rank: site.rank, cells: site.cells, ..mine.clone() };
        }
        network.pools.clone_from(&self.pools);
        network.offers.clone_from(&self.offers);
        network.lead_scores.clone_from(&self.scores);
        self.put_lanes(&mut network, networks, phase);
        let closed = self.put_cells(&mut network, networks, phase);
        (network.buyer_ranges, network.buyers) = (Vec::new(), Vec::new());
        add_buyers(&mut network, &closed);
        (network, closed)
    }

    /// The own lanes; those that only other phases have as they are there, without rules.
    fn put_lanes(&self, network: &mut Network, networks: &[Network], phase: usize) {
        (network.lanes, network.lane_ids, network.servers) = (Vec::new(), Vec::new(), Vec::new());
        let pairs = |(network, places): (&Network, &Vec<u32>)| -> BTreeMap<(u32, u32), usize> {
            let pair = |lane: &Lane| (places[lane.from as usize], places[lane.to as usize]);
            network.lanes.iter().enumerate().map(|(index, lane)| (pair(lane), index)).into_map()
        };
        let lanes: Vec<_> = networks.iter().zip(&self.places).map(pairs).collect();
        let find = |of: usize, pair: (u32, u32)| lanes[of].get(&pair).copied();
        for &(from, to) in &self.lanes {
            let mine = find(phase, (from, to));
            let (of, index) = mine.map_or_else(
                || {
                    (0..networks.len())
                        .find_map(|of| Some((of, find(of, (from, to))?)))
                        .expect("a lane of some network")
                },
                |index| (phase, index),
            );
            let lane = &networks[of].lanes[index];
            let lead_times = match lane.lead_times {
                LeadTimes::Correlated { score } => {
                    let stream: StreamName = networks[of].lead_scores[score as usize].stream;
                    let place = self.scores.iter().position(|score| score.stream == stream);
                    let place = place.expect("every score is in the frame");
                    LeadTimes::Correlated { score: u32::try_from(place).expect("scores are counted by a u32") }
                }
                LeadTimes::Independent => LeadTimes::Independent,
            };
            network.lanes.push(Lane { from, to, lead_times, ..lane.clone() });
            network.lane_ids.push(mine.and_then(|index| networks[phase].lane_ids[index].clone()));
            network.servers.push(mine.and_then(|index| networks[phase].servers[index].clone()));
        }
    }

    /// The own cells, and as closed ones those of other phases, the nearest first. Returns the closed ones.
    fn put_cells(&self, network: &mut Network, networks: &[Network], phase: usize) -> Vec<u32> {
        (network.cells, network.policies) = (Vec::new(), Vec::new());
        let place_of: BTreeMap<&Names, u32> = self.cells.iter().map(|(names, _)| names).zip(0..).into_map();
        let lane_of: BTreeMap<(u32, u32), u32> = self.lanes.iter().copied().zip(0..).into_map();
        let pool_of: BTreeMap<(u32, u32), u32> =
            self.pools.iter().map(|pool| (pool.site, pool.owner)).zip(0..).into_map();
        let offer_of: BTreeMap<(u32, u32), u32> =
            self.offers.iter().map(|offer| (offer.supplier, offer.article)).zip(0..).into_map();
        let mut closed = Vec::new();
        for (index, (_, places)) in (0..).zip(&self.cells) {
            let nearest = (0..networks.len()).filter(|&of| places[of].is_some()).min_by_key(|of| of.abs_diff(phase));
            let of = nearest.expect("a cell of some network");
            let (there, old) = (&networks[of], places[of].expect("chosen for it"));
            let cell = &there.cells[old];
            let sites = &self.places[of];
            let (lane, pool) = (&there.lanes[cell.lane as usize], &there.pools[cell.pool as usize]);
            let offer = cell.offer.map(|offer| {
                let offer = there.offers[offer as usize];
                offer_of[&(sites[offer.supplier as usize], offer.article)]
            });
            let source = cell.source.map(|source| place_of[&names(there, &there.cells[source as usize])]);
            network.cells.push(Cell {
                site: sites[cell.site as usize],
                pool: pool_of[&(sites[pool.site as usize], pool.owner)],
                lane: lane_of[&(sites[lane.from as usize], sites[lane.to as usize])],
                source,
                offer,
                ..cell.clone()
            });
            if of == phase {
                network.policies.push(there.policies[old].clone());
            } else {
                network.policies.push(CLOSED.to_owned());
                closed.push(index);
            }
            let range = &mut network.sites[sites[cell.site as usize] as usize].cells;
            if range.end == 0 {
                range.start = index;
            }
            range.end = index + 1;
        }
        closed
    }
}
