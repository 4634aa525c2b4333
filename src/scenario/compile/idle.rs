//! Rules that hold nowhere: overruled at every site and article, about goods that their sites never see, or lanes that no goods take.

use super::Fault;
use super::matching::{BySite, SiteRule};
use super::network::description;
use crate::order::Gather;
use crate::plan::Plan;
use crate::plan::cell::Cell;
use crate::scenario::diagnosis::codes;
use crate::scenario::model::{Article, Id, Lane, Scenario, Selection};
use std::collections::{BTreeMap, BTreeSet};

/// The rules of a scenario that decide nothing in its plan. A rule that selects no article at all is left to the check.
pub fn idle_rules(scenario: &Scenario, plan: &Plan) -> Vec<Fault> {
    let mut idle = idle_lanes(scenario, plan);
    idle.extend(idle_placements(scenario, plan));
    idle.extend(overruled(scenario, plan, &scenario.sourcing));
    idle.extend(overruled(scenario, plan, &scenario.policies));
    idle.extend(overruled(scenario, plan, &scenario.pools));
    idle.extend(overruled(scenario, plan, &scenario.stocks));
    idle.extend(super::shortage::idle(scenario, &plan.shortage));
    idle.extend(super::rationing::idle(scenario, plan));
    idle.extend(super::express::idle(scenario, plan));
    idle.extend(super::helping::idle(scenario, plan));
    idle.extend(super::suppliers::idle(scenario, plan));
    idle.extend(idle_staff(scenario, plan));
    idle
}

const SWITCH_OFF: &str = "mend it, or write `enabled = false` if it is not meant to act here";

fn told(path: String, why: &str) -> Fault {
    Fault::new(&path, format!("[{path}] {why}"), SWITCH_OFF).coded(codes::MATCHES_NOTHING)
}

/// Site and article of a cell.
fn names<'p>(plan: &'p Plan, cell: &Cell) -> (&'p str, &'p str) {
    (&plan.sites[cell.site as usize].id, &plan.articles[cell.article as usize].id)
}

fn selects_some(scenario: &Scenario, selection: &Selection) -> bool {
    let mut articles = scenario.articles.iter();
    articles.any(|(id, article): (&Id, &Article)| selection.matches(id, article, &scenario.suppliers))
}

/// Rules of one table that win at no cell.
fn overruled<R: SiteRule>(scenario: &Scenario, plan: &Plan, rules: &BTreeMap<Id, R>) -> Vec<Fault> {
    let by_site = BySite::new(rules);
    let mut holding: BTreeSet<&Id> = BTreeSet::new();
    // Who wins where the rule would hold too.
    let mut stronger: BTreeMap<&Id, BTreeSet<&Id>> = BTreeMap::new();
    for (site, article_id) in plan.cells.iter().map(|cell| names(plan, cell)) {
        let article = &scenario.articles[article_id];
        // Ties are told when the plan is made.
        let Some((best, _)) = by_site.winner(scenario, site, article_id, article, &mut Vec::new()) else { continue };
        holding.insert(best);
        let also = by_site.at(site).iter().filter(|(id, _)| *id != best);
        for (id, _) in also.filter(|(_, rule)| rule.selection().matches(article_id, article, &scenario.suppliers)) {
            stronger.entry(id).or_default().insert(best);
        }
    }
    let idle = rules.iter().filter(|(id, rule)| !holding.contains(id) && selects_some(scenario, rule.selection()));
    let fault = |(id, _): (&Id, &R)| {
        let path = format!("{}.{id}", R::TABLE);
        match stronger.get(id) {
            None => told(path, "holds nowhere: its sites hold no article that it selects"),
            Some(winners) => {
                let winners: Vec<String> = winners.iter().map(|winner| format!("[{}.{winner}]", R::TABLE)).collect();
                let why = format!("holds nowhere: {} has a higher `priority` at all its sites", winners.join(" or "));
                told(path, &why)
            }
        }
    };
    idle.map(fault).collect()
}

/// Lanes that join no two sites of the plan, or give way to one that names the source.
fn idle_lanes(scenario: &Scenario, plan: &Plan) -> Vec<Fault> {
    let site = |index: u32| &plan.sites[index as usize];
    let taken = |lane: &crate::plan::lane::Lane| description(scenario, site(lane.from), site(lane.to), &mut Vec::new());
    let taken: BTreeSet<&Id> = plan.lanes.iter().filter_map(taken).map(|(id, _)| id).into_set();
    let idle = scenario.lanes.iter().filter(|(id, _)| !taken.contains(id));
    let why = |lane: &Lane| format!("is idle: no article goes from {} to {} by it", lane.from, lane.to);
    idle.map(|(id, lane)| told(format!("lane.{id}"), &why(lane))).collect()
}

/// Staff at sites that hold nothing.
fn idle_staff(scenario: &Scenario, plan: &Plan) -> Vec<Fault> {
    let holds = |at: &Id| plan.cells.iter().any(|cell| names(plan, cell).0 == at);
    let idle = scenario.staff.iter().filter(|(_, rule)| !rule.at.iter().any(holds));
    idle.map(|(id, _)| told(format!("staff.{id}"), "has nothing to do: its sites hold no article")).collect()
}

/// Places of the reserve whose site holds no critical article that they select.
fn idle_placements(scenario: &Scenario, plan: &Plan) -> Vec<Fault> {
    let held = |at: &str, selection: &Selection| {
        plan.cells.iter().map(|cell| names(plan, cell)).any(|(site, id)| {
            let article = &scenario.articles[id];
            site == at && article.critical && selection.matches(id, article, &scenario.suppliers)
        })
    };
    let idle = scenario
        .reserve_placements
        .iter()
        .filter(|(_, placement)| selects_some(scenario, &placement.select) && !held(&placement.at, &placement.select));
    let why = |at: &str| format!("places no reserve: {at} holds no critical article that it selects");
    idle.map(|(id, placement)| told(format!("reserve-placement.{id}"), &why(&placement.at))).collect()
}
