//! The network: which cells exist, where each buys, and in which order sites stand.

use super::Fault;
use super::matching::BySite;
use super::sourcing::{Buys, add_buyers, add_further_ways, check, links};
use crate::order::{Gather, InOrder};
use crate::plan;
use crate::plan::cell::{Cell, Range};
use crate::plan::disruption::Offer;
use crate::plan::lane::{Lane, LeadScore, LeadTimes};
use crate::plan::site::{Owner, Pool, Site};
use crate::plan::sourcing::{Sourcing, Way};
use crate::random::key::StreamName;
use crate::scenario::model::{Id, Scenario, Servers};
use crate::scenario::read_sourcing::{ALL_OWN_SUPPLIERS, OWN_SUPPLIER};
use crate::units::MilliOre;
use std::collections::{BTreeMap, BTreeSet};

/// The word for "all suppliers" in a lane.
const ALL_SUPPLIERS: &str = "suppliers";

/// The network of a plan, before levels and demand. Cells stand in their final order, with `initial`, `mean_daily` and `reserve` still 0.
#[derive(Clone)]
pub struct Network {
    pub articles: Vec<plan::article::Article>,
    pub sites: Vec<Site>,
    pub pools: Vec<Pool>,
    pub owners: Vec<Owner>,
    pub lanes: Vec<Lane>,
    /// Scenario id of each lane, for disruptions and cuts; `None` for lanes that only an origin describes.
    pub lane_ids: Vec<Option<Id>>,
    /// Where orders queue before they travel on each lane.
    pub servers: Vec<Option<Servers>>,
    pub lead_scores: Vec<LeadScore>,
    pub offers: Vec<Offer>,
    pub cells: Vec<Cell>,
    /// The policy rule of each cell.
    pub policies: Vec<Id>,
    pub buyer_ranges: Vec<Range>,
    pub buyers: Vec<u32>,
    pub further_ways: Vec<Way>,
    pub sourcing: Vec<Sourcing>,
}

/// (site, article) → where it buys.
pub type Links = BTreeMap<(Id, Id), Buys>;

/// Builds the network from the demand points upstream.
pub fn build(scenario: &Scenario, faults: &mut Vec<Fault>) -> Network {
    let stands_for_suppliers =
        |id: &&Id| scenario.suppliers.contains_key(*id) || [OWN_SUPPLIER, ALL_OWN_SUPPLIERS].contains(&id.as_str());
    for id in scenario.sites.keys().filter(stands_for_suppliers) {
        let message = format!("`{id}` is a site and also stands for a supplier");
        faults.push(Fault::new(format!("site.{id}"), message, "give the site another id"));
    }
    let links = if faults.is_empty() { links(scenario, faults) } else { Links::new() };
    let sites = sites(scenario, &links, faults);
    let owners = owners(scenario);
    let articles = articles(scenario);
    let mut network = Network {
        articles,
        sites,
        pools: Vec::new(),
        owners,
        lanes: Vec::new(),
        lane_ids: Vec::new(),
        servers: Vec::new(),
        lead_scores: Vec::new(),
        offers: Vec::new(),
        cells: Vec::new(),
        policies: Vec::new(),
        buyer_ranges: Vec::new(),
        buyers: Vec::new(),
        further_ways: Vec::new(),
        sourcing: Vec::new(),
    };
    if faults.is_empty() {
        add_lanes(scenario, &links, &mut network, faults);
        add_cells(scenario, &links, &mut network, faults);
        add_buyers(&mut network, &[]);
        check(scenario, &network, faults);
    }
    network
}

/// The sites that the links use, sorted upstream first, then by id.
fn sites(scenario: &Scenario, links: &Links, faults: &mut Vec<Fault>) -> Vec<Site> {
    let mut sources: BTreeMap<&Id, BTreeSet<&Id>> = BTreeMap::new();
    for ((site, _), buys) in links {
        for from in buys.sources() {
            sources.entry(site).or_default().insert(from);
            sources.entry(from).or_default();
        }
    }
    let mut rank: BTreeMap<&Id, u8> = BTreeMap::new();
    while rank.len() < sources.len() {
        let ready: Vec<(&Id, u8)> = sources
            .iter()
            .filter(|(site, _)| !rank.contains_key(*site))
            .filter_map(|(site, from)| {
                let ranks: Option<Vec<u8>> = from.iter().map(|source| rank.get(source).copied()).collect();
                ranks.map(|ranks| (*site, ranks.into_iter().max().map_or(0, |deepest| deepest.saturating_add(1))))
            })
            .collect();
        if ready.is_empty() {
            let circle: Vec<&str> =
                sources.keys().filter(|site| !rank.contains_key(**site)).map(|id| id.as_str()).collect();
            faults.push(Fault::new(
                "sourcing",
                format!("these sites buy from each other in a circle: {}", circle.join(", ")),
                "order the sites so that each buys only from sites nearer the suppliers",
            ));
            return Vec::new();
        }
        rank.extend(ready);
    }
    if rank.values().any(|&rank| rank == u8::MAX) {
        faults.push(Fault::new(
            "sourcing",
            "goods pass more than 254 sites on their way",
            "shorten the chain of sites",
        ));
    }
    let mut sites: Vec<Site> = rank.into_iter().map(|(id, rank)| site(scenario, id, rank)).collect();
    sites.order_by(|a, b| (a.rank, &a.id).cmp(&(b.rank, &b.id)));
    sites
}

fn site(scenario: &Scenario, id: &Id, rank: u8) -> Site {
    let (title, is_supplier, in_region, regional_stock) = match scenario.sites.get(id) {
        Some(site) => (site.title.clone(), false, site.in_region, site.regional_stock),
        None => {
            let supplier = &scenario.suppliers[id];
            (supplier.title.clone(), true, supplier.in_region, false)
        }
    };
    Site {
        id: id.clone(),
        name_sv: title.sv,
        name_en: title.en,
        is_supplier,
        in_region,
        regional_stock,
        rank,
        cells: Range::default(),
    }
}

fn articles(scenario: &Scenario) -> Vec<plan::article::Article> {
    let article = |(id, article): (&Id, &crate::scenario::model::Article)| plan::article::Article {
        id: id.clone(),
        name_sv: article.name.sv.clone(),
        name_en: article.name.en.clone(),
        family: article.family.clone(),
        flow: article.flow.clone(),
        critical: article.critical,
        price: article.price,
        units_per_pallet: article.pallet,
    };
    scenario.articles.iter().map(article).collect()
}

/// The index of each site by its id.
struct Places<'s>(BTreeMap<&'s str, u32>);

impl<'s> Places<'s> {
    fn of(sites: &'s [Site]) -> Self {
        Places(sites.iter().map(|site| site.id.as_str()).zip(0..).into_map())
    }

    fn index(&self, id: &str) -> u32 {
        *self.0.get(id).expect("every linked site is in the list")
    }
}

/// The table that describes a lane: one that names the source, else one for all suppliers. Two of a kind are a fault.
pub fn description<'s>(
    scenario: &'s Scenario,
    source: &Site,
    target: &Site,
    faults: &mut Vec<Fault>,
) -> Option<(&'s Id, &'s crate::scenario::model::Lane)> {
    let all = if source.is_supplier { ALL_SUPPLIERS } else { source.id.as_str() };
    let here = || scenario.lanes.iter().filter(|(_, lane)| lane.to == target.id);
    let from = if here().any(|(_, lane)| lane.from == source.id) { source.id.as_str() } else { all };
    let mut tables = here().filter(|(_, lane)| lane.from == from);
    let first = tables.next();
    if let (Some((id, _)), Some((other, _))) = (first, tables.next()) {
        faults.push(Fault::new(
            format!("lane.{other}"),
            format!("lane.{id} and lane.{other} both go from {from} to {}", target.id),
            "keep one of them",
        ));
    }
    first
}

/// One lane for every pair of sites that a link joins, sorted by (from, to).
fn add_lanes(scenario: &Scenario, links: &Links, network: &mut Network, faults: &mut Vec<Fault>) {
    let places = Places::of(&network.sites);
    let pairs = links.iter().flat_map(|((site, _), buys)| buys.sources().map(move |from| (from, site)));
    let pairs: BTreeSet<(u32, u32)> = pairs.map(|(from, site)| (places.index(from), places.index(site))).into_set();
    let mut scores: BTreeMap<StreamName, u32> = BTreeMap::new();
    for (from, to) in pairs {
        let (source, target) = (&network.sites[from as usize], &network.sites[to as usize]);
        let described = description(scenario, source, target, faults);
        let (law, stream) = if source.is_supplier {
            let origin = &scenario.suppliers[&source.id].origin;
            let law = scenario.origins[origin].lead_time.clone();
            (Some(law), StreamName::new(&["lead time", &source.id, origin]))
        } else {
            let law = described.and_then(|(_, lane)| lane.lead_time.clone());
            (law, StreamName::new(&["lead time", &source.id, &target.id]))
        };
        let Some(law) = law else {
            faults.push(Fault::new(
                "lane",
                format!("there is no lane from {} to {}", source.id, target.id),
                format!("add [lane.{}-{}] with from, to and lead-time", source.id, target.id),
            ));
            continue;
        };
        let lead_times = if scenario.frame.correlated_lead_times {
            let next = u32::try_from(scores.len()).expect("lanes are counted by a u32");
            LeadTimes::Correlated { score: *scores.entry(stream).or_insert(next) }
        } else {
            LeadTimes::Independent
        };
        let price = |of: fn(&crate::scenario::model::Lane) -> Option<MilliOre>| {
            described.and_then(|(_, lane)| of(lane)).unwrap_or_default()
        };
        let buyer = scenario.sites.get(&target.id).map(|site| &site.owner);
        let payer = described.map(|(_, lane)| &lane.payer).or(buyer);
        network.lanes.push(Lane {
            from,
            to,
            law,
            lead_times,
            per_departure: price(|lane| lane.per_departure),
            per_pallet: price(|lane| lane.per_pallet),
            per_order: price(|lane| lane.per_order),
            payer: owner_index(network, payer.expect("a buying site has an owner")),
        });
        let servers = match scenario.suppliers.get(&network.sites[from as usize].id) {
            Some(supplier) => scenario.origins[&supplier.origin].servers.clone(),
            None => described.and_then(|(_, lane)| lane.transport.servers.clone()),
        };
        network.servers.push(servers);
        network.lane_ids.push(described.map(|(id, _)| id.clone()));
    }
    let mut streams: Vec<(u32, StreamName)> = scores.into_iter().map(|(stream, index)| (index, stream)).collect();
    streams.order_by(Ord::cmp);
    network.lead_scores = streams.into_iter().map(|(_, stream)| LeadScore { stream }).collect();
}

/// The owners, and who bears what joint owners pay.
fn owners(scenario: &Scenario) -> Vec<Owner> {
    let place =
        |id: &String| scenario.owners.keys().position(|owner| owner == id).expect("the check knows every owner");
    let index = |id: &String| u32::try_from(place(id)).expect("owners are counted by a u32");
    let owner = |(id, owner): (&String, &crate::scenario::model::Owner)| Owner {
        id: id.clone(),
        is_supplier: owner.is_supplier,
        shares: owner.shares.iter().map(|(party, share)| (index(party), *share)).collect(),
    };
    scenario.owners.iter().map(owner).collect()
}

/// Index of an owner; the check has made sure that it exists.
pub fn owner_index(network: &Network, id: &str) -> u32 {
    let place = network.owners.iter().position(|owner| owner.id == id).expect("the check knows every owner");
    u32::try_from(place).expect("owners are counted by a u32")
}

struct Draft {
    site: u32,
    review: (u32, u32, Option<[bool; 7]>),
    article: u32,
    pool: u32,
    policy: Id,
}

/// Cells sorted by site, review group, article; none if a lane or a policy is missing.
fn add_cells(scenario: &Scenario, links: &Links, network: &mut Network, faults: &mut Vec<Fault>) {
    let article_index: BTreeMap<&Id, u32> = scenario.articles.keys().zip(0..).into_map();
    let mut pools: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let mut drafts = Vec::with_capacity(links.len());
    let (policies, owners) = (BySite::new(&scenario.policies), BySite::new(&scenario.pools));
    let places = Places::of(&network.sites);
    for (site_id, article_id) in links.keys() {
        let article = &scenario.articles[article_id];
        let Some((policy, rule)) = policies.winner(scenario, site_id, article_id, article, faults) else {
            faults.push(Fault::new(
                format!("article.{article_id}"),
                format!("no policy holds for article {article_id} at site {site_id}"),
                format!("add a [policy.…] with at = [\"{site_id}\"] that selects the article"),
            ));
            continue;
        };
        let pool_rule = owners.winner(scenario, site_id, article_id, article, faults);
        let owner = pool_rule.map_or(&scenario.sites[site_id].owner, |(_, rule)| &rule.owner);
        let (site, owner) = (places.index(site_id), owner_index(network, owner));
        let next = u32::try_from(pools.len()).expect("pools are counted by a u32");
        let pool = *pools.entry((site, owner)).or_insert(next);
        let review = (rule.review_days, rule.review_offset, rule.terms.order_days);
        drafts.push(Draft { site, review, article: article_index[article_id], pool, policy: policy.clone() });
    }
    let mut by_index: Vec<(u32, Pool)> =
        pools.into_iter().map(|((site, owner), index)| (index, Pool { site, owner })).collect();
    by_index.order_by_key(|&(index, _)| index);
    network.pools = by_index.into_iter().map(|(_, pool)| pool).collect();
    drafts.order_by_key(|draft| (draft.site, draft.review, draft.article));
    if faults.is_empty() {
        place_cells(scenario, links, network, drafts);
    }
}

fn place_cells(scenario: &Scenario, links: &Links, network: &mut Network, drafts: Vec<Draft>) {
    let places: BTreeMap<(u32, u32), u32> =
        drafts.iter().zip(0..).map(|(draft, index)| ((draft.site, draft.article), index)).into_map();
    let lanes: BTreeMap<(u32, u32), u32> =
        network.lanes.iter().zip(0..).map(|(lane, index)| ((lane.from, lane.to), index)).into_map();
    let mut offers: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let sites = network.sites.clone();
    let index_of = Places::of(&sites);
    for (index, draft) in (0..).zip(drafts) {
        let (site, article) = (&network.sites[draft.site as usize], &network.articles[draft.article as usize]);
        let from = index_of.index(&links[&(site.id.clone(), article.id.clone())].agreed[0].0);
        let direct = network.sites[from as usize].is_supplier;
        let next = u32::try_from(offers.len()).expect("offers are counted by a u32");
        network.cells.push(Cell {
            site: draft.site,
            pool: draft.pool,
            article: draft.article,
            lane: lanes[&(from, draft.site)],
            source: (!direct).then(|| places[&(from, draft.article)]),
            offer: direct.then(|| *offers.entry((from, draft.article)).or_insert(next)),
            initial: 0,
            mean_daily: 0.0,
            reserve: 0,
            lead_stream: StreamName::new(&["order", &site.id, &scenario.articles[&article.id].supplier, &article.id]),
        });
        network.policies.push(draft.policy);
        let cells = &mut network.sites[draft.site as usize].cells;
        if cells.end == 0 {
            cells.start = index;
        }
        cells.end = index + 1;
    }
    add_further_ways(links, network, |cell, source, network| {
        let buyer = &network.cells[cell as usize];
        let (from, site) = (index_of.index(source), &network.sites[buyer.site as usize].id);
        let direct = network.sites[from as usize].is_supplier;
        let next = u32::try_from(offers.len()).expect("offers are counted by a u32");
        Way {
            cell,
            lane: lanes[&(from, buyer.site)],
            source: (!direct).then(|| places[&(from, buyer.article)]),
            offer: direct.then(|| *offers.entry((from, buyer.article)).or_insert(next)),
            lead_stream: StreamName::new(&["order from", site, source, &network.articles[buyer.article as usize].id]),
        }
    });
    let mut by_index: Vec<(u32, Offer)> =
        offers.into_iter().map(|((supplier, article), index)| (index, Offer { supplier, article })).collect();
    by_index.order_by_key(|&(index, _)| index);
    network.offers = by_index.into_iter().map(|(_, offer)| offer).collect();
}
