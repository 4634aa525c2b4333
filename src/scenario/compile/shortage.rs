//! Need groups of the plan, and the reactions of its demand entries.

use super::Fault;
use super::matching::BySite;
use super::network::Network;
use crate::order::{Gather, InOrder};
use crate::plan::demand::Demand;
use crate::plan::endurance::NeedGroup;
use crate::plan::shortage::{DemandReaction, Reaction, ReactionKind, ShortagePlan, WHOLE};
use crate::random::key::StreamName;
use crate::scenario::diagnosis::codes;
use crate::scenario::model::{Article, Id, Scenario};
use std::collections::{BTreeMap, BTreeSet};

/// Builds the side tables; those that nothing uses stay empty.
pub fn build(scenario: &Scenario, network: &Network, demands: &[Demand], faults: &mut Vec<Fault>) -> ShortagePlan {
    let groups = substitutes(scenario, network, demands);
    let factors: Vec<i64> = scenario.articles.values().map(|article| article.need_factor).collect();
    let need_factors = if factors.iter().all(|&factor| factor == WHOLE) { Vec::new() } else { factors };
    let (reactions, of_demand) = reactions(scenario, network, demands, faults);
    let plan = ShortagePlan { need_factors, groups, reactions, of_demand };
    substitutes_without_group(&plan, faults);
    plan
}

fn article<'s>(scenario: &'s Scenario, network: &Network, demand: &Demand) -> &'s Article {
    let cell = &network.cells[demand.cell as usize];
    &scenario.articles[&network.articles[cell.article as usize].id]
}

/// The demand entries of each site whose articles are of one need group, two at least.
fn substitutes(scenario: &Scenario, network: &Network, demands: &[Demand]) -> Vec<Vec<u32>> {
    let mut groups: BTreeMap<(u32, &str), Vec<u32>> = BTreeMap::new();
    for (index, demand) in (0..).zip(demands) {
        let group = article(scenario, network, demand).need_group.as_str();
        if !group.is_empty() {
            groups.entry((network.cells[demand.cell as usize].site, group)).or_default().push(index);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// What endurance counts: the critical demand entries with a use, those of one need group at one site together.
pub fn need_groups(scenario: &Scenario, network: &Network, demands: &[Demand]) -> Vec<NeedGroup> {
    let mut groups: BTreeMap<(&str, bool, &str), Vec<u32>> = BTreeMap::new();
    let used = (0..).zip(demands).filter(|(_, demand)| demand.lines_per_quantum > 0.0);
    for (index, demand) in used.filter(|(_, demand)| article(scenario, network, demand).critical) {
        let cell = &network.cells[demand.cell as usize];
        let (site, id) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        let group = article(scenario, network, demand).need_group.as_str();
        let key = if group.is_empty() { (site.as_str(), false, id.as_str()) } else { (site.as_str(), true, group) };
        groups.entry(key).or_default().push(index);
    }
    let named = |((site, _, group), demands)| NeedGroup { name: format!("{site} / {group}"), demands };
    let mut groups: Vec<NeedGroup> = groups.into_iter().map(named).collect();
    groups.order_by(|a, b| a.name.cmp(&b.name));
    groups
}

/// The rules that hold at some demand entry, by id, and the reaction of each entry.
fn reactions(
    scenario: &Scenario,
    network: &Network,
    demands: &[Demand],
    faults: &mut Vec<Fault>,
) -> (Vec<Reaction>, Vec<Option<DemandReaction>>) {
    if scenario.reactions.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let rules = BySite::new(&scenario.reactions);
    let holds: Vec<Option<&Id>> = demands
        .iter()
        .map(|demand| {
            let cell = &network.cells[demand.cell as usize];
            let (site, id) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
            rules.winner(scenario, site, id, &scenario.articles[id], faults).map(|(rule, _)| rule)
        })
        .collect();
    let used: BTreeSet<&Id> = holds.iter().copied().flatten().into_set();
    let index: BTreeMap<&Id, u32> = used.iter().copied().zip(0..).into_map();
    let of_demand = demands.iter().zip(&holds).map(|(demand, rule)| {
        let cell = &network.cells[demand.cell as usize];
        let (site, id) = (&network.sites[cell.site as usize].id, &network.articles[cell.article as usize].id);
        let stream = StreamName::new(&["reaction", site, id]);
        rule.map(|rule| DemandReaction { reaction: index[rule], stream })
    });
    let of_demand = if used.is_empty() { Vec::new() } else { of_demand.collect() };
    let plain = |id: &&Id| {
        let rule = &scenario.reactions[*id];
        let (shares, costs) = (rule.shares, rule.costs);
        let (emergency_days, come_back_days) = (rule.emergency_days, rule.come_back_days);
        Reaction { id: (*id).clone(), shares, emergency_days, come_back_days, costs }
    };
    (used.iter().map(plain).collect(), of_demand)
}

/// A share of substitutes that no need group could serve would change nothing.
fn substitutes_without_group(plan: &ShortagePlan, faults: &mut Vec<Fault>) {
    let in_groups: BTreeSet<u32> = plan.groups.iter().flatten().copied().into_set();
    for (place, reaction) in (0..).zip(&plan.reactions) {
        let here = (0..).zip(&plan.of_demand).filter(|(_, on)| on.is_some_and(|on| on.reaction == place));
        let acts = here.map(|(demand, _)| demand).any(|demand: u32| in_groups.contains(&demand));
        if reaction.shares[ReactionKind::Substitute.place()] > 0 && !acts {
            faults.push(Fault::new(
                format!("reaction.{}.substitute", reaction.id),
                format!(
                    "reaction.{} substitutes, but no article that it is about shares a need group there",
                    reaction.id
                ),
                "give articles that stand in for each other the same `need-group`, or take the share away",
            ));
        }
    }
}

/// Rules and groups that decide nothing.
pub fn idle(scenario: &Scenario, plan: &ShortagePlan) -> Vec<Fault> {
    let holding: BTreeSet<&Id> = plan.reactions.iter().map(|reaction| &reaction.id).into_set();
    let told =
        |path: String, message: String, help: &str| Fault::new(path, message, help).coded(codes::MATCHES_NOTHING);
    let selects = |id: &Id| {
        let select = &scenario.reactions[id].select;
        scenario.articles.iter().any(|(id, article)| select.matches(id, article, &scenario.suppliers))
    };
    let idle = scenario.reactions.keys().filter(|id| !holding.contains(id) && selects(id));
    let mut faults: Vec<Fault> = idle
        .map(|id| {
            let message = format!(
                "[reaction.{id}] holds nowhere: no demand at its sites, or other rules have a higher `priority`"
            );
            told(
                format!("reaction.{id}"),
                message,
                "mend it, or write `enabled = false` if it is not meant to act here",
            )
        })
        .collect();
    let mut members: BTreeMap<&str, Vec<&Id>> = BTreeMap::new();
    for (id, article) in scenario.articles.iter().filter(|(_, article)| !article.need_group.is_empty()) {
        members.entry(&article.need_group).or_default().push(id);
    }
    for (group, ids) in members.into_iter().filter(|(_, ids)| ids.len() == 1) {
        let message = format!("the need group `{group}` has one article, {}: nothing can stand in for it", ids[0]);
        faults.push(told(
            format!("article.{}", ids[0]),
            message,
            "give the articles that replace it the same `need-group`",
        ));
    }
    faults
}
