//! Rationing of the plan: which rule holds at which selling cell.

use super::Fault;
use super::matching::BySite;
use super::network::Network;
use crate::plan::Plan;
use crate::plan::article::Article;
use crate::plan::cell::{Cell, Range};
use crate::plan::rationing::{Rationing, RationingPlan};
use crate::plan::site::Site;
use crate::scenario::diagnosis::codes;
use crate::scenario::model::{Id, RationingKind, Scenario};
use std::collections::{BTreeMap, BTreeSet};

/// Builds the side tables. A rule holds at cells that at least two others buy from; elsewhere there is nothing to share.
pub fn build(scenario: &Scenario, network: &Network, faults: &mut Vec<Fault>) -> RationingPlan {
    let tables = (&network.sites[..], &network.articles[..]);
    let holds = holding(scenario, tables, &network.cells, &network.buyer_ranges, faults);
    let used: BTreeSet<&Id> = holds.iter().copied().flatten().collect();
    if used.is_empty() {
        return RationingPlan::default();
    }
    let index: BTreeMap<&Id, u32> = used.iter().copied().zip(0..).collect();
    let rules = used.iter().map(|&id| match &scenario.rationing[id].kind {
        RationingKind::Proportional => Rationing::Proportional,
        RationingKind::FirstCome => Rationing::FirstCome,
        RationingKind::Priority(order) => Rationing::Priority(places(network, order)),
    });
    RationingPlan { rules: rules.collect(), of_cell: holds.iter().map(|rule| rule.map(|id| index[id])).collect() }
}

/// The place of each site in an order; those that it does not name come last, together.
fn places(network: &Network, order: &[Id]) -> Vec<u32> {
    let place = |id: &Id| order.iter().position(|named| named == id).unwrap_or(order.len());
    let place = |id: &Id| u32::try_from(place(id)).expect("sites are counted by a u32");
    network.sites.iter().map(|site| place(&site.id)).collect()
}

fn holding<'s>(
    scenario: &'s Scenario,
    (sites, articles): (&[Site], &[Article]),
    cells: &[Cell],
    buyer_ranges: &[Range],
    faults: &mut Vec<Fault>,
) -> Vec<Option<&'s Id>> {
    if scenario.rationing.is_empty() {
        return Vec::new();
    }
    let rules = BySite::new(&scenario.rationing);
    cells
        .iter()
        .zip(buyer_ranges)
        .map(|(cell, buyers)| {
            let (site, id) = (&sites[cell.site as usize].id, &articles[cell.article as usize].id);
            let shared = buyers.end - buyers.start > 1;
            let rule = rules.winner(scenario, site, id, &scenario.articles[id], faults);
            rule.filter(|_| shared).map(|(rule, _)| rule)
        })
        .collect()
}

/// Rules that decide nothing.
pub fn idle(scenario: &Scenario, plan: &Plan) -> Vec<Fault> {
    // Ties are told when the plan is made.
    let tables = (&plan.sites[..], &plan.articles[..]);
    let holds = holding(scenario, tables, &plan.cells, &plan.buyer_ranges, &mut Vec::new());
    let holds: BTreeSet<&Id> = holds.into_iter().flatten().collect();
    let selects = |id: &Id| {
        let select = &scenario.rationing[id].select;
        scenario.articles.iter().any(|(id, article)| select.matches(id, article, &scenario.suppliers))
    };
    let idle = scenario.rationing.keys().filter(|id| !holds.contains(id) && selects(id));
    let told = |id: &Id| {
        let message = format!(
            "[rationing.{id}] holds nowhere: no two sites buy what it selects there, or other rules have a higher `priority`"
        );
        let help = "mend it, or write `enabled = false` if it is not meant to act here";
        Fault::new(format!("rationing.{id}"), message, help).coded(codes::MATCHES_NOTHING)
    };
    idle.map(told).collect()
}
