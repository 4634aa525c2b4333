//! Help from neighbours: a site that is short takes the same article from other sites' stock (docs/model.md, *Neighbours*).

use super::batches::{self, Batch, Expiry, pick_up};
use super::observer::Observer;
use super::prepared::Prepared;
use super::receive::serve_backlog;
use super::road::open_day;
use super::shortage::Short;
use super::state::State;
use crate::order::InOrder;
use crate::plan::neighbour::{Giver, Neighbour};
use crate::time::Day;
use crate::units::Quanta;

/// Goods that a neighbour has sent. They are on no lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The day on which they join the stock.
    pub day: Day,
    /// The cell that they go to.
    pub cell: u32,
    /// How much.
    pub quantity: Quanta,
    /// Their batches; empty where the article has none.
    pub load: Vec<Batch>,
}

/// Asks the neighbours for what is missing, the best supplied first. Returns what they do not cover.
pub fn ask<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, short: Short, observer: &mut O) -> Quanta {
    let plan = &*prepared.plan;
    let Some(taker) = plan.neighbours.of(short.demand) else { return short.quantity };
    let (rule, cell) = (&plan.neighbours.rules[taker.rule as usize], plan.demands[short.demand as usize].cell);
    let rests = state.lapses && !(rule.in_stop && rule.days == 0);
    if rests || short.blocked || short.quantity == 0 || !state.site_open(plan.cells[cell as usize].site) {
        return short.quantity;
    }
    let mut left = short.quantity;
    for giver in best_supplied_first(prepared, state, &taker.givers) {
        let quantity = left.min(state.on_hand[giver.cell as usize] - giver.keep);
        let arrival = give(prepared, state, rule, (giver.cell, cell), quantity);
        left -= quantity;
        observer.helped(state.clock.day(), short.demand, giver.cell, quantity, arrival);
        if left == 0 {
            break;
        }
    }
    left
}

/// The givers that can spare something, by days of supply from the most.
fn best_supplied_first(prepared: &Prepared, state: &State, givers: &[Giver]) -> Vec<Giver> {
    let cells = &prepared.plan.cells;
    let days = |giver: &Giver| {
        let (stock, daily) = (state.on_hand[giver.cell as usize], cells[giver.cell as usize].mean_daily);
        if daily > 0.0 { stock as f64 / daily } else { f64::INFINITY }
    };
    let spares = |giver: &&Giver| {
        state.on_hand[giver.cell as usize] > giver.keep && state.site_open(cells[giver.cell as usize].site)
    };
    let mut able: Vec<(f64, Giver)> = givers.iter().filter(spares).map(|giver| (days(giver), *giver)).collect();
    able.order_by(|one, other| other.0.total_cmp(&one.0));
    able.into_iter().map(|(_, giver)| giver).collect()
}

/// Takes goods from the giver: they serve the need at once, or are under way while it waits. Returns when they arrive then.
fn give(
    prepared: &Prepared,
    state: &mut State,
    rule: &Neighbour,
    (from, to): (u32, u32),
    quantity: Quanta,
) -> Option<Day> {
    let at = &prepared.plan.cells[to as usize];
    if rule.days == 0 {
        state.on_hand[from as usize] -= quantity;
        state.consumed[at.article as usize] += quantity;
        return None;
    }
    let mut load = Vec::new();
    if state.batches.is_used() {
        pick_up(prepared, state, from, quantity);
        load = state.batches.out_of_hand(quantity);
    }
    state.on_hand[from as usize] -= quantity;
    state.backlog[to as usize] += quantity;
    state.in_transit[to as usize] += quantity;
    let day = open_day(prepared, at.site, state.clock.day().plus(rule.days));
    state.given.push(Given { day, cell: to, quantity, load });
    Some(day)
}

/// What neighbours have sent for today joins the stock, and the backlog is served from it.
pub fn arrive<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, observer: &mut O) {
    if state.given.is_empty() {
        return;
    }
    let today = state.clock.day();
    let (due, later) = std::mem::take(&mut state.given).into_iter().partition(|given| given.day <= today);
    state.given = later;
    for Given { cell, quantity, load, .. } in due {
        let index = cell as usize;
        state.in_transit[index] -= quantity;
        observer.help_came(today, cell, quantity, state.on_hand[index]);
        let mut keeps = quantity;
        if state.batches.is_used() {
            state.batches.into_hand(load);
            keeps = batches::join(prepared, state, (cell, quantity), Expiry::OnArrival, observer);
        }
        state.on_hand[index] += keeps;
        serve_backlog(prepared, state, cell, observer);
    }
}
