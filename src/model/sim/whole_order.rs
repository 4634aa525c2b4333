//! Whole orders: the needs of one day at one site that are served together or not at all (docs/model.md, *Whole orders*).

use super::observer::Observer;
use super::prepared::Prepared;
use super::receive::serve_backlog;
use super::state::State;
use crate::units::Quanta;

/// Stands for a line that nothing holds back.
pub const FREE: u32 = u32::MAX;

/// Decides which orders are served. Notes for each demand entry the first missing line of its order, or [`FREE`]. The backlog
/// of their entries is served first, line by line.
pub fn decide<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    needs: &[Quanta],
    held: &mut Vec<u32>,
    observer: &mut O,
) {
    let plan = &*prepared.plan;
    held.clear();
    held.resize(plan.demands.len(), FREE);
    for order in &plan.whole_orders {
        let (mut missing, mut lines) = (FREE, 0_u32);
        for &demand in &order.demands {
            serve_backlog(prepared, state, plan.demands[demand as usize].cell, observer);
            let need = needs[demand as usize];
            lines += u32::from(need > 0);
            if missing == FREE && need > 0 && in_reach(prepared, state, demand) < need {
                missing = demand;
            }
        }
        let whole = missing == FREE;
        for &demand in order.demands.iter().filter(|_| !whole) {
            if needs[demand as usize] > 0 {
                held[demand as usize] = missing;
            }
        }
        if lines > 0 {
            observer.order_decided(state.clock.day(), &order.demands, whole);
        }
    }
}

/// Stock that an entry can be served from.
pub fn in_reach(prepared: &Prepared, state: &State, demand: u32) -> Quanta {
    let cell = prepared.plan.demands[demand as usize].cell as usize;
    if state.site_open(prepared.plan.cells[cell].site) { state.on_hand[cell] } else { 0 }
}
