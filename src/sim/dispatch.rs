//! Phase *dispatch*: requests are allocated from stock and shipped, upstream sites first.

use super::lead_time::whole_minutes;
use super::observer::Observer;
use super::prepared::Prepared;
use super::receive::store;
use super::state::{Event, Keys, State};
use super::transit::NO_LINE;
use crate::engine::calendar::DayPhase;
use crate::plan::lane::LeadTimes;
use crate::random::laws::LeadTimeLaw;
use crate::random::normal::standard_normal;
use crate::time::Minute;
use crate::units::Quanta;

/// Lines of one lane that leave today and arrive together.
#[derive(Clone, Copy, Debug)]
struct Shipment {
    lane: u32,
    arrival: Minute,
    first: u32,
}

/// Memory that the phase uses again every day.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    shipments: Vec<Shipment>,
    /// Per lane: the shipment that was last added to today.
    open_on_lane: Vec<Option<usize>>,
    shares: Vec<(u32, Quanta)>,
}

impl Desk {
    /// The shipment of a lane that arrives at an instant: the open one if it does, else a new one.
    fn shipment(&mut self, lane: u32, arrival: Minute) -> &mut Shipment {
        let open = &mut self.open_on_lane[lane as usize];
        let index = match *open {
            Some(index) if self.shipments[index].arrival == arrival => index,
            _ => {
                self.shipments.push(Shipment { lane, arrival, first: NO_LINE });
                *open.insert(self.shipments.len() - 1)
            }
        };
        &mut self.shipments[index]
    }
}

/// Runs the phase.
pub fn run<O: Observer>(prepared: &Prepared, keys: &Keys, state: &mut State, desk: &mut Desk, observer: &mut O) {
    if !state.approvals.is_empty() {
        super::ordering::approve(state);
    }
    if state.pending.is_empty() {
        return;
    }
    desk.open_on_lane.resize(prepared.plan.lanes.len(), None);
    let mut pending = std::mem::take(&mut state.pending);
    pending.sort_unstable_by_key(|&cell| prepared.dispatch_rank[cell as usize]);
    let cells = &prepared.plan.cells;
    for requests in pending.chunk_by(|&a, &b| {
        let (a, b) = (&cells[a as usize], &cells[b as usize]);
        a.source.is_some() && a.source == b.source
    }) {
        match cells[requests[0] as usize].source {
            None => ship_from_supplier(prepared, keys, state, desk, requests[0], observer),
            Some(source) => ship_from_cell(prepared, keys, state, desk, source, requests, observer),
        }
    }
    pending.retain(|&cell| state.releasable(cell as usize) > 0);
    state.pending = pending;
    send_off(prepared, state, desk, observer);
}

fn ship_from_supplier<O: Observer>(
    prepared: &Prepared,
    keys: &Keys,
    state: &mut State,
    desk: &mut Desk,
    cell: u32,
    observer: &mut O,
) {
    let buyer = &prepared.plan.cells[cell as usize];
    let offer_stopped = buyer.offer.is_some_and(|offer| state.offer_stops[offer as usize] > 0);
    if offer_stopped || !lane_open(prepared, state, buyer.lane) {
        return;
    }
    let quantity = state.releasable(cell as usize);
    state.supplied[buyer.article as usize] += quantity;
    ship(prepared, keys, state, desk, cell, quantity, observer);
}

/// Whether goods can leave on a lane: its origin and the lane itself are open.
fn lane_open(prepared: &Prepared, state: &State, lane: u32) -> bool {
    state.lane_stops[lane as usize] == 0 && state.site_open(prepared.plan.lanes[lane as usize].from)
}

fn ship_from_cell<O: Observer>(
    prepared: &Prepared,
    keys: &Keys,
    state: &mut State,
    desk: &mut Desk,
    source: u32,
    requests: &[u32],
    observer: &mut O,
) {
    let mut shares = std::mem::take(&mut desk.shares);
    shares.clear();
    shares.extend(requests.iter().filter_map(|&cell| {
        let open = lane_open(prepared, state, prepared.plan.cells[cell as usize].lane);
        open.then(|| (cell, state.releasable(cell as usize)))
    }));
    allocate(state.on_hand[source as usize], &mut shares);
    for &(cell, quantity) in shares.iter().filter(|&&(_, quantity)| quantity > 0) {
        state.on_hand[source as usize] -= quantity;
        state.owed[source as usize] -= quantity;
        ship(prepared, keys, state, desk, cell, quantity, observer);
    }
    desk.shares = shares;
}

/// Turns requests into shares of the stock: all of them if it suffices, else in proportion, rounded down, and what is
/// left quantum by quantum to those who still lack some, in cell order. The shares sum to min(stock, requests).
pub fn allocate(stock: Quanta, requests: &mut [(u32, Quanta)]) {
    let total: Quanta = requests.iter().map(|&(_, quantity)| quantity).sum();
    if total <= stock {
        return;
    }
    let mut left = stock;
    for (_, quantity) in requests.iter_mut() {
        let share = i128::from(stock) * i128::from(*quantity) / i128::from(total);
        *quantity = Quanta::try_from(share).expect("a share of the stock is no larger than the stock");
        left -= *quantity;
    }
    // Rounding down loses less than one quantum per requester, and whoever was rounded down still lacks some.
    for (_, quantity) in requests.iter_mut() {
        if left == 0 {
            break;
        }
        *quantity += 1;
        left -= 1;
    }
}

fn ship<O: Observer>(
    prepared: &Prepared,
    keys: &Keys,
    state: &mut State,
    desk: &mut Desk,
    cell: u32,
    quantity: Quanta,
    observer: &mut O,
) {
    let lane = prepared.plan.cells[cell as usize].lane;
    let today = state.clock.day();
    state.requested[cell as usize] -= quantity;
    let arrival = arrival(prepared, keys, state, cell);
    let shipment = desk.shipment(lane, arrival);
    if arrival == today.start() {
        observer.dispatched(today, cell, quantity, today);
        store(prepared, state, cell, quantity, observer);
        return;
    }
    observer.dispatched(today, cell, quantity, state.clock.day_of(arrival, DayPhase::Receive));
    state.in_transit[cell as usize] += quantity;
    shipment.first = state.transit.prepend(cell, quantity, shipment.first);
}

/// When goods that leave now for a cell arrive. With correlated lead times nothing overtakes: the arrival is not earlier
/// than that of a departure on any earlier day would have been, whether there was one or not, so that what one article
/// does on a lane moves no other.
fn arrival(prepared: &Prepared, keys: &Keys, state: &State, cell: u32) -> Minute {
    let plan = &*prepared.plan;
    let lane_index = plan.cells[cell as usize].lane as usize;
    let (lane, today) = (&plan.lanes[lane_index], state.clock.day().start());
    let days = match (lane.lead_times, &lane.law) {
        (LeadTimes::Correlated { .. }, _) => {
            return Minute(today.0 + state.lead_minutes[lane_index]).max(state.promised[lane_index]);
        }
        (LeadTimes::Independent, LeadTimeLaw::Fixed { days }) => *days,
        (LeadTimes::Independent, law) => {
            let number = plan.calendar.number(state.clock.day()).cast_unsigned();
            law.at_score(standard_normal(&mut keys.lead[cell as usize].occurrence(number)))
        }
    };
    Minute(today.0 + whole_minutes(days))
}

/// Puts today's shipments on the road, in the order in which they were begun.
fn send_off<O: Observer>(prepared: &Prepared, state: &mut State, desk: &mut Desk, observer: &mut O) {
    let plan = &*prepared.plan;
    let today = state.clock.day();
    for Shipment { lane, arrival, first } in desk.shipments.drain(..) {
        if desk.open_on_lane[lane as usize].take().is_some() {
            observer.departed(today, lane);
        }
        if first != NO_LINE {
            let rank = plan.sites[plan.lanes[lane as usize].to as usize].rank;
            state.clock.schedule(arrival, DayPhase::Receive, rank, lane, Event::Arrival { lane, first });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enough_stock_gives_everyone_the_request() {
        let mut requests = [(1, 5), (2, 7)];
        allocate(12, &mut requests);
        assert_eq!(requests, [(1, 5), (2, 7)]);
    }

    #[test]
    fn short_stock_is_shared_in_proportion_and_used_up() {
        let mut requests = [(1, 10), (2, 10), (3, 10)];
        allocate(11, &mut requests);
        assert_eq!(requests, [(1, 4), (2, 4), (3, 3)]);
        let mut unequal = [(1, 1), (2, 98)];
        allocate(50, &mut unequal);
        assert_eq!(unequal, [(1, 1), (2, 49)]);
        let mut none = [(1, 4)];
        allocate(0, &mut none);
        assert_eq!(none, [(1, 0)]);
    }
}
