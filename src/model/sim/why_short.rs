//! Why a need is short at this moment: how far up nothing stands, or what keeps it from coming (docs/model.md, *The story of a
//! probe*).

use super::ordering::phase_of_day;
use super::prepared::Prepared;
use super::road::road_open;
use super::sourcing;
use super::state::State;
use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// Why a need is not served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// Its own site is stopped.
    SiteStopped,
    /// Goods are on their way to it.
    OnItsWay {
        /// How much.
        quantity: Quanta,
    },
    /// Goods stand at a place from which nothing can come.
    BehindStop {
        /// The site where they stand.
        site: u32,
        /// How much.
        quantity: Quanta,
    },
    /// A supplier owns what stands at a place and keeps it.
    Locked {
        /// The site where it stands.
        site: u32,
        /// How much.
        quantity: Quanta,
    },
    /// There is nothing up to a place from which nothing can come.
    CutOff {
        /// The site that is stopped, or whose road is.
        site: u32,
    },
    /// Goods stand at a place from which they can come: they are too few for today, or have not been ordered.
    Waits {
        /// The site where they stand.
        site: u32,
        /// How much.
        quantity: Quanta,
    },
    /// There is nothing up to a supplier who delivers.
    Ordered {
        /// The supplier.
        site: u32,
    },
}

/// Why the entry is short, as the state stands now. Of several ways the first that is open counts, else the first.
pub fn why(prepared: &Prepared, state: &State, demand: u32) -> Why {
    let plan = &*prepared.plan;
    let mut cell = plan.demands[demand as usize].cell;
    if !state.site_open(plan.cells[cell as usize].site) {
        return Why::SiteStopped;
    }
    loop {
        if let Some(quantity) = locked_at(state, cell) {
            return Why::Locked { site: plan.cells[cell as usize].site, quantity };
        }
        if state.in_transit[cell as usize] > 0 {
            return Why::OnItsWay { quantity: state.in_transit[cell as usize] };
        }
        let way = plan.way(way_to(prepared, state, cell));
        let site = plan.lanes[way.lane as usize].from;
        let open = is_open(prepared, state, way.lane, way.offer);
        let stock = way.source.map_or(0, |source| state.on_hand[source as usize]);
        match (way.source, open) {
            (_, true) if stock > 0 => return Why::Waits { site, quantity: stock },
            (_, false) if stock > 0 => return Why::BehindStop { site, quantity: stock },
            (Some(source), false) if locked_at(state, source).is_some() => cell = source,
            (_, false) => return Why::CutOff { site },
            (None, true) => return Why::Ordered { site },
            (Some(source), true) => cell = source,
        }
    }
}

fn is_open(prepared: &Prepared, state: &State, lane: u32, offer: Option<u32>) -> bool {
    road_open(prepared, state, lane) && offer.is_none_or(|offer| state.offer_stops[offer as usize] == 0)
}

/// The first way of a cell that is open, else its first.
fn way_to(prepared: &Prepared, state: &State, cell: u32) -> u32 {
    let Some(rule) = sourcing::rule(phase_of_day(prepared, state), cell) else { return cell };
    let mut ways = rule.agreed.iter().map(|(way, _)| *way).chain(rule.fail_over.iter().copied());
    let open = |&way: &u32| {
        let way = prepared.plan.way(way);
        is_open(prepared, state, way.lane, way.offer)
    };
    ways.find(open).unwrap_or(cell)
}

/// What a cut keeps of the stock of a cell.
fn locked_at(state: &State, cell: u32) -> Option<Quanta> {
    let quantity: Quanta = state.locked.iter().filter(|(at, _)| *at == cell).map(|(_, quantity)| quantity).sum();
    (quantity > 0).then_some(quantity)
}
