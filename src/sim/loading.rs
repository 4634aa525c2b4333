//! Dispatch where vehicles are limited, deliveries are whole, stock is rationed or short cells have express (docs/model.md, *Transport*).

use super::dispatch::{Desk, allocate};
use super::disturbed::let_through;
use super::observer::Observer;
use super::road::{lane_open, road_open};
use super::sending::Sending;
use super::state::State;
use super::under_way::NOT_WAITING;
use super::vehicle::Vehicle;
use crate::plan::rationing::Rationing;
use crate::plan::transport::{Delivery, LaneRules};
use crate::units::Quanta;

/// A request that stock was given to.
#[derive(Clone, Copy, Debug)]
struct Given {
    cell: u32,
    quantity: Quanta,
}

/// Runs the four steps for each origin, upstream first. `pending` is in dispatch order.
pub fn run<O: Observer>(sending: &Sending, state: &mut State, desk: &mut Desk, pending: &[u32], observer: &mut O) {
    let today = state.clock.day().0;
    for &cell in pending {
        let since = &mut state.under_way.since[cell as usize];
        if *since == NOT_WAITING {
            *since = today;
        }
    }
    let plan = &*sending.prepared.plan;
    let origin = |cell: u32| plan.lanes[plan.cells[cell as usize].lane as usize].from;
    for requests in pending.chunk_by(|&a, &b| origin(a) == origin(b)) {
        send_short_cells(sending, state, desk, requests, observer);
        send_complete_orders(sending, state, desk, requests, observer);
        let mut given = share(sending, state, requests);
        given.sort_by_key(|given| plan.cells[given.cell as usize].lane);
        for lane in given.chunk_by_mut(|a, b| lane_of(sending, a.cell) == lane_of(sending, b.cell)) {
            load(sending, state, desk, lane, observer);
        }
    }
    for &cell in pending {
        if state.releasable(cell as usize) == 0 {
            state.under_way.since[cell as usize] = NOT_WAITING;
        }
    }
}

fn lane_of(sending: &Sending, cell: u32) -> u32 {
    sending.prepared.plan.cells[cell as usize].lane
}

fn rules<'s>(sending: &'s Sending, lane: u32) -> Option<&'s LaneRules> {
    sending.prepared.plan.transport.lanes.get(lane as usize)
}

fn delivery(sending: &Sending, cell: u32) -> Delivery {
    rules(sending, lane_of(sending, cell)).map_or(Delivery::Partial, |rules| rules.delivers)
}

/// What can be given to a request at once.
fn available(sending: &Sending, state: &State, cell: u32) -> Quanta {
    let buyer = &sending.prepared.plan.cells[cell as usize];
    let requested = at_most(sending, state, cell);
    match (buyer.source, buyer.offer) {
        (Some(source), _) => state.on_hand[source as usize].min(requested),
        (None, Some(offer)) if state.offer_stops[offer as usize] > 0 => 0,
        (None, _) => requested,
    }
}

/// What of a request can leave today.
fn at_most(sending: &Sending, state: &State, cell: u32) -> Quanta {
    let_through(sending.prepared, state, cell, state.releasable(cell as usize))
}

fn send_short_cells<O: Observer>(
    sending: &Sending,
    state: &mut State,
    desk: &mut Desk,
    requests: &[u32],
    observer: &mut O,
) {
    let services = &sending.prepared.plan.transport.express_of_cell;
    if services.is_empty() {
        return;
    }
    let is_short = |&&cell: &&u32| {
        let (index, lane) = (cell as usize, lane_of(sending, cell));
        let holds = state.on_hand[index] - state.backlog[index];
        services[index].is_some_and(|service| holds < service.below) && road_open(sending.prepared, state, lane)
    };
    let mut short: Vec<u32> = requests.iter().filter(is_short).copied().collect();
    short.sort_by_key(|&cell| (state.under_way.since[cell as usize], cell));
    for cell in short {
        let quantity = available(sending, state, cell);
        if quantity > 0 {
            sending.send_express(state, desk, cell, quantity, observer);
        }
    }
}

fn send_complete_orders<O: Observer>(
    sending: &Sending,
    state: &mut State,
    desk: &mut Desk,
    requests: &[u32],
    observer: &mut O,
) {
    let complete = |&&cell: &&u32| {
        state.releasable(cell as usize) > 0
            && delivery(sending, cell) == Delivery::CompleteOrders
            && lane_open(sending.prepared, state, lane_of(sending, cell))
    };
    let mut cells: Vec<u32> = requests.iter().filter(complete).copied().collect();
    cells.sort_by_key(|&cell| lane_of(sending, cell));
    let since = |cell: &u32| state.under_way.since[*cell as usize];
    let mut orders: Vec<&[u32]> = cells.chunk_by(|&a, &b| lane_of(sending, a) == lane_of(sending, b)).collect();
    orders.sort_by_key(|order| order.iter().map(since).min());
    for order in orders {
        let whole = |&cell: &u32| available(sending, state, cell) == state.releasable(cell as usize);
        if order.iter().all(whole) {
            let all = |&cell: &u32| Given { cell, quantity: state.releasable(cell as usize) };
            let mut given: Vec<Given> = order.iter().map(all).collect();
            load(sending, state, desk, &mut given, observer);
        }
    }
}

/// What each remaining request on an open lane is given.
fn share(sending: &Sending, state: &State, requests: &[u32]) -> Vec<Given> {
    let cells = &sending.prepared.plan.cells;
    let mut given = Vec::with_capacity(requests.len());
    let same_source = |&a: &u32, &b: &u32| cells[a as usize].source == cells[b as usize].source;
    for requests in requests.chunk_by(same_source) {
        let asks = |&&cell: &&u32| {
            state.releasable(cell as usize) > 0
                && delivery(sending, cell) != Delivery::CompleteOrders
                && lane_open(sending.prepared, state, lane_of(sending, cell))
        };
        let mut askers: Vec<u32> = requests.iter().filter(asks).copied().collect();
        let Some(source) = cells[requests[0] as usize].source else {
            let all = |&cell: &u32| Given { cell, quantity: available(sending, state, cell) };
            given.extend(askers.iter().map(all));
            continue;
        };
        let stock = state.on_hand[source as usize];
        let turn = |&cell: &u32| turn(sending, state, source, cell);
        if askers.iter().any(|&cell| delivery(sending, cell) == Delivery::CompleteLines) {
            askers.sort_by_key(|cell| (turn(cell), state.under_way.since[*cell as usize], *cell));
            given.extend(in_turn(sending, state, stock, &askers));
        } else {
            askers.sort_by_key(turn);
            given.extend(in_proportion(sending, state, stock, &askers, turn));
        }
    }
    given.retain(|given| given.quantity > 0);
    given
}

/// The turn of a buyer at a source: the lowest first, equals together.
fn turn(sending: &Sending, state: &State, source: u32, cell: u32) -> u32 {
    let plan = &*sending.prepared.plan;
    match plan.rationing.rule(source) {
        None | Some(Rationing::Proportional) => 0,
        Some(Rationing::FirstCome) => state.under_way.since[cell as usize],
        Some(Rationing::Priority(places)) => places[plan.cells[cell as usize].site as usize],
    }
}

/// Turn after turn, those of one turn in proportion.
fn in_proportion(
    sending: &Sending,
    state: &State,
    mut stock: Quanta,
    askers: &[u32],
    turn: impl Fn(&u32) -> u32,
) -> Vec<Given> {
    let mut given = Vec::with_capacity(askers.len());
    for equals in askers.chunk_by(|one, other| turn(one) == turn(other)) {
        let mut shares: Vec<(u32, Quanta)> = equals.iter().map(|&cell| (cell, at_most(sending, state, cell))).collect();
        shares.retain(|&(_, quantity)| quantity > 0);
        allocate(stock, &mut shares);
        for (cell, quantity) in shares {
            stock -= quantity;
            given.push(Given { cell, quantity });
        }
    }
    given
}

/// One after another: a complete line gets all or nothing.
fn in_turn(sending: &Sending, state: &State, mut stock: Quanta, askers: &[u32]) -> Vec<Given> {
    let mut given = Vec::with_capacity(askers.len());
    for &cell in askers {
        let requested = state.releasable(cell as usize);
        let whole = delivery(sending, cell) == Delivery::CompleteLines;
        let most = at_most(sending, state, cell).min(stock);
        let quantity = if whole && requested > most { 0 } else { most };
        stock -= quantity;
        given.push(Given { cell, quantity });
    }
    given
}

/// Loads what the requests of one lane were given, those that wait longest first.
fn load<O: Observer>(sending: &Sending, state: &mut State, desk: &mut Desk, given: &mut [Given], observer: &mut O) {
    let plan = &*sending.prepared.plan;
    let lane = lane_of(sending, given[0].cell);
    let (capacity, apart, whole) = rules(sending, lane).map_or_else(Default::default, |rules| {
        (rules.capacity, rules.apart, rules.delivers == Delivery::CompleteLines)
    });
    given.sort_by_key(|given| {
        let cell = given.cell as usize;
        (state.under_way.since[cell], plan.cells[cell].source, cell)
    });
    let mut vehicles: Vec<(u32, Vehicle)> = Vec::new();
    for &Given { cell, quantity } in given.iter() {
        let article = plan.cells[cell as usize].article;
        let flow = if apart { plan.transport.flows[article as usize] } else { 0 };
        let place = vehicles.iter().position(|(own, _)| *own == flow).unwrap_or_else(|| {
            vehicles.push((flow, Vehicle::of(capacity)));
            vehicles.len() - 1
        });
        let vehicle = &mut vehicles[place].1;
        let fits = vehicle.most(plan, article, quantity);
        if fits > 0 && (fits == quantity || !whole || vehicle.empty) {
            vehicle.load(plan, article, fits);
            sending.send(state, desk, cell, fits, observer);
        }
    }
}
