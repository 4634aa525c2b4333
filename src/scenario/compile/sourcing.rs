//! Where each cell buys: sources with agreed shares, sources that take over, and the ways that lead from them.

use super::Fault;
use super::matching::BySite;
use super::network::{Links, Network};
use crate::plan::cell::{Cell, Range};
use crate::plan::sourcing::{Sourcing, Way};
use crate::scenario::model::{Article, Id, Scenario, SourcingRule};
use crate::scenario::read_sourcing::{ALL_OWN_SUPPLIERS, OWN_SUPPLIER};
use std::collections::BTreeMap;

/// Where one article is bought at one site. Every source is named once.
#[derive(Clone, Debug)]
pub struct Buys {
    /// Where orders go, with the agreed shares in millionths.
    pub agreed: Vec<(Id, i64)>,
    /// Who takes over.
    pub fail_over: Vec<Id>,
    /// Days that a request waits before it moves on.
    pub after_days: u32,
}

impl Buys {
    /// All sources, the first way's first.
    pub fn sources(&self) -> impl Iterator<Item = &Id> {
        self.agreed.iter().map(|(source, _)| source).chain(&self.fail_over)
    }

    /// What a rule says about an article: a source that comes again under another word counts once.
    fn of(rule: &SourcingRule, article: &Article) -> Buys {
        let named = |id: &Id| match id.as_str() {
            OWN_SUPPLIER => vec![article.supplier.clone()],
            ALL_OWN_SUPPLIERS => {
                std::iter::once(&article.supplier).chain(&article.further_suppliers).cloned().collect()
            }
            _ => vec![id.clone()],
        };
        let mut agreed: Vec<(Id, i64)> = Vec::new();
        for (id, share) in rule.sources.iter().flat_map(|(id, share)| divided(named(id), *share)) {
            match agreed.iter_mut().find(|(known, _)| *known == id) {
                Some((_, sum)) => *sum += share,
                None => agreed.push((id, share)),
            }
        }
        let mut fail_over: Vec<Id> = Vec::new();
        for id in rule.fail_over.iter().flat_map(named) {
            if !fail_over.contains(&id) && agreed.iter().all(|(known, _)| *known != id) {
                fail_over.push(id);
            }
        }
        Buys { agreed, fail_over, after_days: rule.fail_over_days }
    }
}

/// A share in millionths divided equally among sources; what is left over goes to the first.
fn divided(sources: Vec<Id>, share: i64) -> impl Iterator<Item = (Id, i64)> {
    let count = i64::try_from(sources.len()).expect("sources are few");
    let (each, left) = (share / count, share % count);
    sources.into_iter().enumerate().map(move |(place, id)| (id, if place == 0 { each + left } else { each }))
}

/// Follows each demand upstream to its suppliers.
pub fn links(scenario: &Scenario, faults: &mut Vec<Fault>) -> Links {
    let mut following = Following { scenario, rules: BySite::new(&scenario.sourcing), links: Links::new(), faults };
    for (site, _) in scenario.sites.iter().filter(|(_, site)| site.demand() > 0.0) {
        for article in scenario.articles.keys() {
            following.follow(&mut vec![site.clone()], article);
        }
    }
    following.links
}

struct Following<'s, 'f> {
    scenario: &'s Scenario,
    rules: BySite<'s, SourcingRule>,
    links: Links,
    faults: &'f mut Vec<Fault>,
}

impl Following<'_, '_> {
    /// Links the last site of a path to its sources, and these to theirs.
    fn follow(&mut self, path: &mut Vec<Id>, article_id: &Id) {
        let at = path.last().expect("a path begins somewhere").clone();
        if self.links.contains_key(&(at.clone(), article_id.clone())) {
            return;
        }
        let article = &self.scenario.articles[article_id];
        let Some((rule_id, rule)) = self.rules.winner(self.scenario, &at, article_id, article, self.faults) else {
            self.faults.push(Fault::new(
                format!("article.{article_id}"),
                format!("article {article_id} has no source at site {at}"),
                format!("add a [sourcing.…] rule with at = [\"{at}\"] that selects the article"),
            ));
            return;
        };
        let buys = Buys::of(rule, article);
        let sources: Vec<Id> = buys.sources().cloned().collect();
        self.links.insert((at, article_id.clone()), buys);
        for from in sources.into_iter().filter(|from| !self.scenario.suppliers.contains_key(from)) {
            let circle = path.contains(&from);
            path.push(from);
            if circle {
                self.faults.push(Fault::new(
                    format!("sourcing.{rule_id}"),
                    format!("sourcing of article {article_id} runs in a circle: {}", path.join(" → ")),
                    "let one of these sites buy from a supplier",
                ));
            } else {
                self.follow(path, article_id);
            }
            path.pop();
        }
    }
}

/// Adds the further ways of the cells, and how cells use them. `way` makes one from (cell, name of the source).
pub fn add_further_ways(links: &Links, network: &mut Network, mut way: impl FnMut(u32, &Id, &Network) -> Way) {
    let first_further = network.cells.len();
    for cell in 0..u32::try_from(first_further).expect("cells are counted by a u32") {
        let Cell { site, article, .. } = network.cells[cell as usize];
        let names = (network.sites[site as usize].id.clone(), network.articles[article as usize].id.clone());
        let buys = &links[&names];
        let mut ways = vec![cell];
        for source in buys.sources().skip(1) {
            let number = first_further + network.further_ways.len();
            ways.push(u32::try_from(number).expect("ways are counted by a u32"));
            let further = way(cell, source, network);
            network.further_ways.push(further);
        }
        if ways.len() > 1 {
            let (agreed, fail_over) = ways.split_at(buys.agreed.len());
            network.sourcing.push(Sourcing {
                cell,
                agreed: agreed.iter().zip(&buys.agreed).map(|(&way, &(_, share))| (way, share)).collect(),
                fail_over: fail_over.to_vec(),
                after_days: buys.after_days,
            });
        }
    }
}

/// Notes at each cell the ways by which others buy from it. Closed cells, of a run with phases, buy nothing.
pub fn add_buyers(network: &mut Network, closed: &[u32]) {
    let sources = network.cells.iter().map(|cell| cell.source).chain(network.further_ways.iter().map(|way| way.source));
    let open = sources.zip(0..).filter(|(_, way)| closed.binary_search(way).is_err());
    let mut buyers: Vec<(u32, u32)> = open.filter_map(|(source, way)| source.map(|source| (source, way))).collect();
    buyers.sort_unstable();
    network.buyer_ranges = vec![Range::default(); network.cells.len()];
    for (place, &(source, _)) in (0..).zip(&buyers) {
        let range = &mut network.buyer_ranges[source as usize];
        if range.end == 0 {
            range.start = place;
        }
        range.end = place + 1;
    }
    network.buyers = buyers.into_iter().map(|(_, buyer)| buyer).collect();
}

impl Network {
    /// Lane and source of each way of a cell, the first first, with the agreed share of its orders (0 for one that only
    /// takes over).
    pub fn ways_of(&self, cell: usize) -> Vec<(u32, Option<u32>, f64)> {
        let first = &self.cells[cell];
        let number = u32::try_from(cell).expect("cells are counted by a u32");
        let Ok(place) = self.sourcing.binary_search_by_key(&number, |rule| rule.cell) else {
            return vec![(first.lane, first.source, 1.0)];
        };
        let rule = &self.sourcing[place];
        let agreed = rule.agreed.iter().map(|&(way, share)| (way, share as f64 / 1e6));
        agreed
            .chain(rule.fail_over.iter().map(|&way| (way, 0.0)))
            .map(|(way, share)| match self.cells.get(way as usize) {
                Some(cell) => (cell.lane, cell.source, share),
                None => {
                    let further = &self.further_ways[way as usize - self.cells.len()];
                    (further.lane, further.source, share)
                }
            })
            .collect()
    }

    /// The agreed way of a cell on which goods are planned to take longest, the first of equals: its lane.
    pub fn planned_lane(&self, cell: usize) -> usize {
        let days = |lane: u32| {
            let service = self.servers[lane as usize].as_ref().map_or(0.0, |servers| servers.service.mean());
            self.lanes[lane as usize].law.mean() + service
        };
        let mut longest = self.cells[cell].lane;
        if !self.sourcing.is_empty() {
            for (lane, ..) in self.ways_of(cell).into_iter().filter(|(_, _, share)| *share > 0.0) {
                if days(lane) > days(longest) {
                    longest = lane;
                }
            }
        }
        longest as usize
    }

    /// Lane and article of every way.
    pub fn lanes_and_articles(&self) -> impl Iterator<Item = (u32, u32)> {
        let further = self.further_ways.iter().map(|way| (way.lane, self.cells[way.cell as usize].article));
        self.cells.iter().map(|cell| (cell.lane, cell.article)).chain(further)
    }
}

/// Rules that have no meaning where a cell has several sources.
pub fn check(scenario: &Scenario, network: &Network, faults: &mut Vec<Fault>) {
    let mut articles: BTreeMap<u32, &Id> = BTreeMap::new();
    for rule in &network.sourcing {
        let cell = &network.cells[rule.cell as usize];
        articles.insert(cell.article, &network.sites[cell.site as usize].id);
        let policy = &network.policies[rule.cell as usize];
        if scenario.policies[policy].terms.returns {
            faults.push(Fault::new(
                format!("policy.{policy}.returns"),
                format!("goods cannot go back where there are several sources, as at {}", articles[&cell.article]),
                "leave `returns` out, or name one source",
            ));
        }
    }
    for (cell, policy) in network.cells.iter().zip(&network.policies) {
        let echelon = scenario.policies[policy].terms.basis == crate::plan::terms::Basis::Echelon;
        if let Some(site) = articles.get(&cell.article).filter(|_| echelon) {
            faults.push(Fault::new(
                format!("policy.{policy}.basis"),
                format!(
                    "article {} has several sources at {site}: what stands below a site is not told apart then",
                    network.articles[cell.article as usize].id
                ),
                "use another basis, or name one source",
            ));
        }
    }
}
