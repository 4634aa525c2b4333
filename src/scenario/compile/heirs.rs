//! Who gets what stands in the cells that a phase of a run does not have.

use super::Fault;
use super::phases::PhaseBase;
use super::rules::quanta;
use crate::plan::Plan;
use crate::plan::phase::Closed;
use crate::scenario::model::Id;
use std::collections::BTreeMap;

/// Thousandths in a quantum: the grain of the weights of heirs.
const THOUSANDTHS: f64 = 1000.0;

/// Who gets what stands in the cells that a phase does not have.
pub fn inherit(plans: &mut [Plan], bases: &[PhaseBase], faults: &mut Vec<Fault>) {
    let mut stock_to: BTreeMap<&Id, &Id> = BTreeMap::new();
    for phase in 0..plans.len() {
        if let Some((id, rule)) = &bases[phase].rule {
            for (site, heir) in &rule.stock_to {
                check_heir(bases, phase, id, (site, heir), faults);
                stock_to.insert(site, heir);
            }
        }
        let heirs = |&cell: &u32| Closed { cell, heirs: heirs(plans, bases, &stock_to, phase, cell) };
        let closed = bases[phase].closed.iter().map(heirs).collect();
        plans[phase].phasing.closed = closed;
    }
}

fn heirs(
    plans: &[Plan],
    bases: &[PhaseBase],
    stock_to: &BTreeMap<&Id, &Id>,
    phase: usize,
    cell: u32,
) -> Vec<(u32, i64)> {
    let plan = &plans[phase];
    let own = &plan.cells[cell as usize];
    let there = |&index: &u32| {
        let other = &plan.cells[index as usize];
        other.article == own.article
            && stock_to.get(&plan.sites[own.site as usize].id) == Some(&&plan.sites[other.site as usize].id)
    };
    let all = 0..u32::try_from(plan.cells.len()).expect("cells are counted by a u32");
    if let Some(heir) = stock_to.get(&plan.sites[own.site as usize].id).and_then(|_| all.clone().find(there)) {
        return vec![(heir, 1)];
    }
    // The last phase that had the cell; where none had, nothing ever stood there.
    let Some(before) = (0..phase).rev().find(|&before| bases[before].closed.binary_search(&cell).is_err()) else {
        return Vec::new();
    };
    let plan = &plans[before];
    if plan.owners[plan.pools[plan.cells[cell as usize].pool as usize].owner as usize].is_supplier {
        return Vec::new();
    }
    let buyers = &plan.buyers[plan.buyer_ranges[cell as usize].indices()];
    let weight = |&buyer: &u32| (buyer, quanta(plan.cells[buyer as usize].mean_daily * THOUSANDTHS));
    let weights: Vec<(u32, i64)> = buyers.iter().map(weight).collect();
    let none = weights.iter().all(|&(_, weight)| weight == 0);
    weights.into_iter().map(|(buyer, weight)| (buyer, if none { 1 } else { weight })).collect()
}

fn check_heir(bases: &[PhaseBase], phase: usize, id: &Id, (site, heir): (&Id, &Id), faults: &mut Vec<Fault>) {
    let open_at = |phase: usize, wanted: &Id| {
        let base = &bases[phase];
        let cells = (0..).zip(&base.network.cells);
        let mut here = cells.filter(|(_, cell)| base.network.sites[cell.site as usize].id == *wanted);
        here.any(|(index, _)| base.closed.binary_search(&index).is_err())
    };
    let path = format!("phase.{id}.stock-to");
    if open_at(phase, site) || !(0..phase).any(|before| open_at(before, site)) {
        let message = format!("`{site}` does not close in the phase `{id}`, so its stock goes nowhere");
        faults.push(Fault::new(&path, message, "name a site that an earlier phase has and this one has not"));
    }
    if !open_at(phase, heir) {
        let message = format!("the phase `{id}` has no stock at `{heir}`");
        faults.push(Fault::new(path, message, "name a site that the phase has"));
    }
}
