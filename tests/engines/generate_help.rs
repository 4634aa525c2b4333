//! Neighbours and whole orders for generated plans. The draws are the generator's own, so that the rest of a plan does not
//! depend on them.

use crate::generate::index;
use crate::splitmix::SplitMix;
use beredd::plan::Plan;
use beredd::plan::neighbour::{Giver, Neighbour, Taker};
use beredd::plan::shortage::ReactionKind;
use beredd::plan::whole_order::WholeOrder;
use beredd::units::Quanta;

/// Gives half of the plans of days neighbours, and two in five whole orders; few of those with minutes, since their entries
/// cannot have customers then.
pub fn add(plan: &mut Plan, number: u64) {
    let random = &mut SplitMix::new(number ^ 0x6865_6c70_6572_7321);
    let at_minutes = number >= crate::generate_minutes::FIRST;
    if at_minutes && random.chance(0.85) {
        return;
    }
    if random.chance(0.5) {
        neighbours(plan, random, if at_minutes { 0.7 } else { 0.1 });
    }
    if !at_minutes && random.chance(0.4) {
        orders(plan, random);
    }
}

/// Demand entries go without neighbours with a probability.
fn neighbours(plan: &mut Plan, random: &mut SplitMix, without: f64) {
    let rules = random.one_of(1, 2);
    let rule = |number: usize| {
        let days = *random.pick(&[0, 0, 1, 2, 5, 7]);
        Neighbour { id: format!("neighbour-{number}"), days, per_line: None, in_stop: days == 0 && random.chance(0.8) }
    };
    plan.neighbours.rules = (0..rules).map(rule).collect();
    for demand in 0..plan.demands.len() {
        if random.chance(without) {
            continue;
        }
        let own = &plan.cells[plan.demands[demand].cell as usize];
        let others = (0..).zip(&plan.cells).filter(|(_, cell)| cell.article == own.article && cell.site != own.site);
        let others: Vec<u32> = others.map(|(number, _)| number).collect();
        let keeps = *random.pick(&[0.0, 0.0, 0.5, 2.0]);
        let mut givers: Vec<Giver> = Vec::new();
        for cell in others {
            if random.chance(0.85) {
                let keep = (keeps * plan.cells[cell as usize].mean_daily) as Quanta;
                givers.push(Giver { cell, keep });
            }
        }
        if !givers.is_empty() {
            plan.neighbours.takers.push(Taker { demand: index(demand), rule: index(random.below(rules)), givers });
        }
    }
    // Reactions that ask neighbours take the share from the kind that has most.
    for reaction in &mut plan.shortage.reactions {
        let most = reaction.shares.iter().copied().max().unwrap_or(0);
        if let Some(place) = reaction.shares.iter().position(|share| *share == most).filter(|_| random.chance(0.8)) {
            let moved = most * 2 / 3;
            reaction.shares[place] -= moved;
            reaction.shares[ReactionKind::Neighbour.place()] += moved;
        }
    }
}

/// Neighbouring demand entries of a site, one to four together.
fn orders(plan: &mut Plan, random: &mut SplitMix) {
    let mut orders: Vec<(u32, Vec<u32>)> = Vec::new();
    for (number, demand) in (0..).zip(&plan.demands) {
        let site = plan.cells[demand.cell as usize].site;
        match orders.last_mut() {
            Some((at, order)) if *at == site && random.chance(0.9) => order.push(number),
            _ => orders.push((site, vec![number])),
        }
    }
    orders.retain(|(_, order)| order.len() > 1 || random.chance(0.2));
    let order =
        |(number, (_, demands)): (usize, (u32, Vec<u32>))| WholeOrder { id: format!("order-{number}"), demands };
    plan.whole_orders = orders.into_iter().enumerate().map(order).collect();
}
