//! Room for stock at the end of a day: what stands beyond it (docs/model.md, *Room for stock*).

use super::state::State;
use crate::inventory::room::millionths;
use crate::plan::Plan;
use serde::{Deserialize, Serialize};

/// What is counted of the room of one site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overflow {
    /// Stock beyond the room at the end of each day, summed (millionths of a pallet × days).
    pub pallet_days: i64,
    /// Days that ended with more than the room.
    pub days: i64,
}

/// Counts a day, for each site with a limit.
pub fn count(plan: &Plan, state: &State, counts: &mut [Overflow]) {
    for (space, count) in plan.space.iter().zip(counts) {
        let stands: i64 = plan.sites[space.site as usize].cells.indices().map(|cell| stands(plan, state, cell)).sum();
        let over = (stands - space.room).max(0);
        count.pallet_days += over;
        count.days += i64::from(over > 0);
    }
}

/// Millionths of a pallet that the stock of a cell takes, rounded up.
fn stands(plan: &Plan, state: &State, cell: usize) -> i64 {
    let article = &plan.articles[plan.cells[cell].article as usize];
    let under = i128::from(plan.resolution) * i128::from(article.units_per_pallet);
    millionths(state.on_hand[cell], under)
}
