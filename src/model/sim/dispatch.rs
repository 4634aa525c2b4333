//! Phase *dispatch*: requests are allocated from stock and shipped, upstream sites first.

use super::disturbed::{let_through, note_lead_times};
use super::kept_back::allocate_twice;
use super::loading;
use super::observer::Observer;
use super::prepared::Prepared;
use super::reserve;
use super::road::lane_open;
use super::sending::Sending;
use super::state::{Event, Keys, State};
use super::transit::NO_LINE;
use super::under_way::NOT_WAITING;
use crate::engine::calendar::DayPhase;
use crate::time::Minute;
use crate::units::Quanta;

/// Lines of one lane that leave today and arrive together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shipment {
    pub lane: u32,
    pub arrival: Minute,
    pub first: u32,
}

/// Memory that the phase uses again every day.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    shipments: Vec<Shipment>,
    /// Per lane: the shipment that was last added to today.
    open_on_lane: Vec<Option<usize>>,
    shares: Vec<(u32, Quanta)>,
    /// (lane, flow) of the departures of flows that travel apart.
    flows_apart: Vec<(u32, u32)>,
    /// One bit per rank of dispatch; all clear between uses.
    marks: Vec<u64>,
}

impl Desk {
    /// A shipment that is no departure of its lane.
    pub(super) fn beside(&mut self, lane: u32, arrival: Minute) -> &mut Shipment {
        self.shipments.push(Shipment { lane, arrival, first: NO_LINE });
        self.shipments.last_mut().expect("just added")
    }

    /// Notes that a flow that travels apart leaves on a lane today.
    pub(super) fn leaves_apart(&mut self, lane: u32, flow: u32) {
        if !self.flows_apart.contains(&(lane, flow)) {
            self.flows_apart.push((lane, flow));
        }
    }

    /// The shipment of a lane that arrives at an instant: the open one if it does, else a new one.
    // Measured: the compiler does not by itself, and the call costs as much as the work.
    #[inline(always)]
    pub(super) fn shipment(&mut self, lane: u32, arrival: Minute) -> &mut Shipment {
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
pub fn run<O: Observer + ?Sized>(
    prepared: &Prepared,
    keys: &Keys,
    state: &mut State,
    desk: &mut Desk,
    observer: &mut O,
) {
    note_lead_times(prepared, state);
    if !state.approvals.is_empty() {
        super::ordering::approve(state);
    }
    let phase = super::ordering::phase_of_day(prepared, state);
    if !phase.sourcing.is_empty() {
        super::sourcing::fail_over(prepared, phase, state, observer);
    }
    if !state.apart.is_empty() {
        reserve::open_for_buyers(prepared, state, observer);
    }
    if state.pending.is_empty() {
        return;
    }
    observer.dispatch_began(state.clock.day(), state);
    desk.open_on_lane.resize(prepared.plan.lanes.len(), None);
    let mut pending = std::mem::take(&mut state.pending);
    into_dispatch_order(prepared, &mut pending, &mut desk.marks);
    let sending = Sending { prepared, keys };
    if prepared.transport.waits {
        note_waiting(state, &pending);
    }
    if prepared.transport.loading {
        loading::run(&sending, state, desk, &pending, observer);
    } else {
        ship_what_there_is(&sending, state, desk, &pending, observer);
    }
    pending.retain(|&way| {
        let open = state.releasable(way as usize) > 0;
        if !open && prepared.transport.waits {
            state.under_way.since[way as usize] = NOT_WAITING;
        }
        open
    });
    state.pending = pending;
    send_off(prepared, state, desk, observer);
    observer.dispatch_ended(state.clock.day(), state);
}

/// Sorts ways by their ranks, each once. Many are marked in a map of all ranks, which is read in order: that takes no comparisons.
fn into_dispatch_order(prepared: &Prepared, ways: &mut Vec<u32>, marks: &mut Vec<u64>) {
    const FEW: usize = 16;
    if ways.len() <= FEW {
        ways.sort_unstable_by_key(|&way| prepared.dispatch_rank[way as usize]);
        ways.dedup();
        return;
    }
    marks.resize(prepared.way_of_rank.len().div_ceil(64), 0);
    for way in ways.drain(..) {
        let rank = prepared.dispatch_rank[way as usize];
        marks[rank as usize / 64] |= 1 << (rank % 64);
    }
    for (word, ranks) in marks.iter_mut().zip(prepared.way_of_rank.chunks(64)) {
        let mut left = std::mem::take(word);
        while left != 0 {
            ways.push(ranks[left.trailing_zeros() as usize]);
            left &= left - 1;
        }
    }
}

/// Requests that dispatch meets for the first time wait from today on.
fn note_waiting(state: &mut State, pending: &[u32]) {
    let today = state.clock.day().0;
    for &way in pending {
        let since = &mut state.under_way.since[way as usize];
        if *since == NOT_WAITING {
            *since = today;
        }
    }
}

fn ship_what_there_is<O: Observer + ?Sized>(
    sending: &Sending,
    state: &mut State,
    desk: &mut Desk,
    pending: &[u32],
    observer: &mut O,
) {
    let plan = &*sending.prepared.plan;
    for requests in pending.chunk_by(|&a, &b| {
        let (a, b) = (plan.way(a), plan.way(b));
        a.source.is_some() && a.source == b.source
    }) {
        match plan.way(requests[0]).source {
            None => ship_from_supplier(sending, state, desk, requests[0], observer),
            Some(source) => ship_from_cell(sending, state, desk, source, requests, observer),
        }
    }
}

fn ship_from_supplier<O: Observer + ?Sized>(
    sending: &Sending,
    state: &mut State,
    desk: &mut Desk,
    way: u32,
    observer: &mut O,
) {
    let buyer = sending.prepared.plan.way(way);
    let offer_stopped = buyer.offer.is_some_and(|offer| state.offer_stops[offer as usize] > 0);
    if offer_stopped || !lane_open(sending.prepared, state, buyer.lane) {
        return;
    }
    let quantity = let_through(sending.prepared, state, way, state.releasable(way as usize));
    if quantity == 0 {
        return;
    }
    sending.send(state, desk, way, quantity, observer);
}

fn ship_from_cell<O: Observer + ?Sized>(
    sending: &Sending,
    state: &mut State,
    desk: &mut Desk,
    source: u32,
    requests: &[u32],
    observer: &mut O,
) {
    let mut shares = std::mem::take(&mut desk.shares);
    shares.clear();
    shares.extend(requests.iter().filter_map(|&way| {
        let open = lane_open(sending.prepared, state, sending.prepared.plan.way(way).lane);
        let requested = state.releasable(way as usize);
        open.then(|| (way, let_through(sending.prepared, state, way, requested)))
    }));
    shares.retain(|&(_, quantity)| quantity > 0);
    let stock = state.on_hand[source as usize];
    if sending.prepared.kept_back.at(source) == 0 {
        allocate(stock, &mut shares);
    } else {
        allocate_twice(&sending.prepared.kept_back, source, stock, &mut shares);
    }
    for &(way, quantity) in shares.iter().filter(|&&(_, quantity)| quantity > 0) {
        sending.send(state, desk, way, quantity, observer);
    }
    desk.shares = shares;
}

/// Turns requests into shares of the stock: all of them if it suffices, else in proportion, rounded down, and what is
/// left quantum by quantum to those who still lack some, in cell order. The shares sum to min(stock, requests). Nobody may ask for 0.
pub fn allocate(stock: Quanta, requests: &mut [(u32, Quanta)]) {
    let total: Quanta = requests.iter().map(|&(_, quantity)| quantity).sum();
    if total <= stock {
        return;
    }
    let mut left = stock;
    for (_, quantity) in requests.iter_mut() {
        *quantity = proportional(stock, *quantity, total);
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

/// stock × quantity ÷ total, rounded down. Long division is for products that need it.
#[inline]
fn proportional(stock: Quanta, quantity: Quanta, total: Quanta) -> Quanta {
    match stock.checked_mul(quantity) {
        Some(product) => product / total,
        None => {
            let share = i128::from(stock) * i128::from(quantity) / i128::from(total);
            Quanta::try_from(share).expect("a share of the stock is no larger than the stock")
        }
    }
}

/// Puts today's shipments on the road, in the order in which they were begun.
fn send_off<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, desk: &mut Desk, observer: &mut O) {
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
    for (lane, _) in desk.flows_apart.drain(..) {
        observer.departed(today, lane);
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
        // A product beyond 64 bits: 4e18 of 8e18 is half of each.
        let mut large = [(1, 6_000_000_000_000_000_000), (2, 2_000_000_000_000_000_000)];
        allocate(4_000_000_000_000_000_000, &mut large);
        assert_eq!(large, [(1, 3_000_000_000_000_000_000), (2, 1_000_000_000_000_000_000)]);
    }
}
