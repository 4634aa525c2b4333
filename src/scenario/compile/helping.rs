//! Neighbours and whole orders of the plan: which rule holds at which demand entry.

use super::Fault;
use super::matching::{BySite, SiteRule};
use super::network::Network;
use super::rules::quanta;
use super::union::CLOSED;
use crate::order::Gather;
use crate::plan::Plan;
use crate::plan::cell::Cell;
use crate::plan::demand::Demand;
use crate::plan::neighbour::{Giver, Neighbour, NeighbourPlan, Taker};
use crate::plan::reserve::KeptBack;
use crate::plan::shortage::{ReactionKind, ShortagePlan};
use crate::plan::whole_order::WholeOrder;
use crate::scenario::diagnosis::codes;
use crate::scenario::model::{Id, NeighbourRule, Scenario, Selection};
use std::collections::{BTreeMap, BTreeSet};

/// Site and article of a cell.
fn names<'n>(network: &'n Network, cell: &Cell) -> (&'n Id, &'n Id) {
    (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id)
}

/// The rule that holds at each demand entry.
fn holding<'s, R: SiteRule>(
    scenario: &'s Scenario,
    network: &Network,
    demands: &[Demand],
    rules: &'s BTreeMap<Id, R>,
    faults: &mut Vec<Fault>,
) -> Vec<Option<&'s Id>> {
    let by_site = BySite::new(rules);
    let holds = demands.iter().map(|demand| {
        let (site, id) = names(network, &network.cells[demand.cell as usize]);
        by_site.winner(scenario, site, id, &scenario.articles[id], faults).map(|(rule, _)| rule)
    });
    holds.collect()
}

/// Builds substitutes and reactions, neighbours, and whole orders; what nothing uses stays empty.
pub fn build(
    scenario: &Scenario,
    network: &Network,
    demands: &[Demand],
    kept_back: &[KeptBack],
    faults: &mut Vec<Fault>,
) -> (ShortagePlan, NeighbourPlan, Vec<WholeOrder>) {
    let shortage = super::shortage::build(scenario, network, demands, faults);
    let mut neighbours = neighbours(scenario, network, demands, &shortage, faults);
    keep_back(network, demands, kept_back, &mut neighbours);
    (shortage, neighbours, whole_orders(scenario, network, demands, faults))
}

/// Builds the tables of neighbours; the cells of the network have their mean use.
fn neighbours(
    scenario: &Scenario,
    network: &Network,
    demands: &[Demand],
    shortage: &ShortagePlan,
    faults: &mut Vec<Fault>,
) -> NeighbourPlan {
    let cells = &network.cells;
    let mut takers: Vec<(&Id, u32, Vec<Giver>)> = Vec::new();
    if !scenario.neighbours.is_empty() {
        let mut of_article: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (cell, _) in (0..).zip(&network.policies).filter(|(_, policy)| *policy != CLOSED) {
            of_article.entry(cells[cell as usize].article).or_default().push(cell);
        }
        let holds = holding(scenario, network, demands, &scenario.neighbours, faults);
        for (number, (demand, rule)) in (0..).zip(demands.iter().zip(holds)) {
            let reaction = shortage.of_demand.get(number as usize).copied().flatten();
            let asked = reaction
                .is_none_or(|on| shortage.reactions[on.reaction as usize].shares[ReactionKind::Neighbour.place()] > 0);
            let Some(id) = rule.filter(|_| asked) else { continue };
            let article = cells[demand.cell as usize].article;
            let same = of_article.get(&article).map_or(&[][..], Vec::as_slice);
            let givers = givers(network, &scenario.neighbours[id], demand.cell, same);
            if !givers.is_empty() {
                takers.push((id, number, givers));
            }
        }
    }
    let used: BTreeSet<&Id> = takers.iter().map(|(id, ..)| *id).into_set();
    let index: BTreeMap<&Id, u32> = used.iter().copied().zip(0..).into_map();
    let plain = |id: &&Id| {
        let rule = &scenario.neighbours[*id];
        Neighbour { id: (*id).clone(), days: rule.days, per_line: rule.price, in_stop: rule.in_stop }
    };
    let taker = |(id, demand, givers)| Taker { demand, rule: index[id], givers };
    let plan =
        NeighbourPlan { rules: used.iter().map(plain).collect(), takers: takers.into_iter().map(taker).collect() };
    shares_without_neighbours(shortage, &plan, faults);
    plan
}

/// Who can give to a cell, among the cells of its article.
fn givers(network: &Network, rule: &NeighbourRule, taker: u32, same: &[u32]) -> Vec<Giver> {
    let cells = &network.cells;
    let from = if rule.from.is_empty() { &rule.at } else { &rule.from };
    let own = cells[taker as usize].site;
    let gives = |cell: &&u32| {
        let site = cells[**cell as usize].site;
        site != own && from.contains(&network.sites[site as usize].id)
    };
    let giver = |&cell: &u32| Giver { cell, keep: quanta(rule.keep_days * cells[cell as usize].mean_daily) };
    same.iter().filter(gives).map(giver).collect()
}

/// A giver keeps a reserve for critical use from neighbours that the reserve does not name.
fn keep_back(network: &Network, demands: &[Demand], kept_back: &[KeptBack], plan: &mut NeighbourPlan) {
    for taker in &mut plan.takers {
        let site = network.cells[demands[taker.demand as usize].cell as usize].site;
        for giver in &mut taker.givers {
            let Ok(place) = kept_back.binary_search_by_key(&giver.cell, |kept| kept.cell) else { continue };
            if kept_back[place].named.binary_search(&site).is_err() {
                giver.keep = giver.keep.max(kept_back[place].quantity);
            }
        }
    }
}

/// A share that no neighbour could serve would change nothing.
fn shares_without_neighbours(shortage: &ShortagePlan, plan: &NeighbourPlan, faults: &mut Vec<Fault>) {
    for (place, reaction) in (0..).zip(&shortage.reactions) {
        let here = (0..).zip(&shortage.of_demand).filter(|(_, on)| on.is_some_and(|on| on.reaction == place));
        let acts = here.map(|(demand, _)| demand).any(|demand: u32| plan.of(demand).is_some());
        if reaction.shares[ReactionKind::Neighbour.place()] > 0 && !acts {
            let id = &reaction.id;
            faults.push(Fault::new(
                format!("reaction.{id}.neighbour"),
                format!("reaction.{id} asks neighbours, but none helps where it holds"),
                "add a [neighbour.…] rule for these sites and articles, or take the share away",
            ));
        }
    }
}

/// The whole orders: the demand entries of each site where one rule holds.
fn whole_orders(
    scenario: &Scenario,
    network: &Network,
    demands: &[Demand],
    faults: &mut Vec<Fault>,
) -> Vec<WholeOrder> {
    if scenario.whole_orders.is_empty() {
        return Vec::new();
    }
    let mut orders: BTreeMap<(u32, &Id), Vec<u32>> = BTreeMap::new();
    let holds = holding(scenario, network, demands, &scenario.whole_orders, faults);
    for (number, (demand, rule)) in (0..).zip(demands.iter().zip(holds)) {
        if let Some(id) = rule {
            orders.entry((network.cells[demand.cell as usize].site, id)).or_default().push(number);
        }
    }
    orders.into_iter().map(|((_, id), demands)| WholeOrder { id: id.clone(), demands }).collect()
}

/// Rules that decide nothing.
pub fn idle(scenario: &Scenario, plan: &Plan) -> Vec<Fault> {
    let selects = |select: &Selection| {
        scenario.articles.iter().any(|(id, article)| select.matches(id, article, &scenario.suppliers))
    };
    let told = |path: String, why: &str| {
        let help = "mend it, or write `enabled = false` if it is not meant to act here";
        Fault::new(&path, format!("[{path}] holds nowhere: {why}"), help).coded(codes::MATCHES_NOTHING)
    };
    let helping: BTreeSet<&Id> = plan.neighbours.rules.iter().map(|rule| &rule.id).into_set();
    let idle = scenario.neighbours.iter().filter(|(id, rule)| !helping.contains(id) && selects(&rule.select));
    let why = "no demand at its sites, nobody gives what they need, a reaction rule without a share of `neighbour` holds there, or other rules have a higher `priority`";
    let mut faults: Vec<Fault> = idle.map(|(id, _)| told(format!("neighbour.{id}"), why)).collect();
    let ordering: BTreeSet<&Id> = plan.whole_orders.iter().map(|order| &order.id).into_set();
    let idle = scenario.whole_orders.iter().filter(|(id, rule)| !ordering.contains(id) && selects(&rule.select));
    let why = "no demand at its sites, or other rules have a higher `priority`";
    faults.extend(idle.map(|(id, _)| told(format!("whole-order.{id}"), why)));
    faults
}
