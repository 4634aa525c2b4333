//! Dispatch where vehicles or staff are limited, deliveries are whole, stock is rationed or short cells have express (docs/model.md, *Transport*).

use super::dispatch::{Desk, allocate};
use super::disturbed::let_through;
use super::kept_back::within_reach;
use super::observer::Observer;
use super::road::{lane_open, road_open};
use super::sending::Sending;
use super::staff;
use super::state::State;
use super::vehicle::Vehicle;
use crate::order::InOrder;
use crate::plan::rationing::Rationing;
use crate::plan::transport::{Delivery, LaneRules};
use crate::units::Quanta;

/// A request that takes part in the sharing of a stock.
#[derive(Clone, Copy, Debug)]
struct Ask {
    way: u32,
    /// What is open of it.
    open: Quanta,
    /// What of that can leave today.
    most: Quanta,
}

/// A request that stock was given to.
#[derive(Clone, Copy, Debug)]
struct Given {
    way: u32,
    quantity: Quanta,
}

/// Runs the four steps for each origin, upstream first. `pending` is in dispatch order.
pub fn run<O: Observer + ?Sized>(
    sending: &Sending,
    state: &mut State,
    desk: &mut Desk,
    pending: &[u32],
    observer: &mut O,
) {
    let plan = &*sending.prepared.plan;
    let origin = |way: u32| plan.lanes[plan.way(way).lane as usize].from;
    for requests in pending.chunk_by(|&a, &b| origin(a) == origin(b)) {
        send_short_cells(sending, state, desk, requests, observer);
        send_complete_orders(sending, state, desk, requests, observer);
        let mut given = share(sending, state, requests);
        for lane in given.chunk_by_mut(|a, b| lane_of(sending, a.way) == lane_of(sending, b.way)) {
            load(sending, state, desk, lane, observer);
        }
    }
}

fn lane_of(sending: &Sending, way: u32) -> u32 {
    sending.prepared.plan.way(way).lane
}

fn rules<'s>(sending: &'s Sending, lane: u32) -> Option<&'s LaneRules> {
    sending.prepared.plan.transport.lanes.get(lane as usize)
}

fn delivery(sending: &Sending, way: u32) -> Delivery {
    rules(sending, lane_of(sending, way)).map_or(Delivery::Partial, |rules| rules.delivers)
}

/// What can be given to a request at once.
fn available(sending: &Sending, state: &State, way: u32) -> Quanta {
    let buyer = sending.prepared.plan.way(way);
    let requested = at_most(sending, state, way);
    match (buyer.source, buyer.offer) {
        (Some(source), _) => within_reach(sending.prepared, state, source, way).min(requested),
        (None, Some(offer)) if state.offer_stops[offer as usize] > 0 => 0,
        (None, _) => requested,
    }
}

/// What of a request can leave today.
fn at_most(sending: &Sending, state: &State, way: u32) -> Quanta {
    let_through(sending.prepared, state, way, state.releasable(way as usize))
}

fn send_short_cells<O: Observer + ?Sized>(
    sending: &Sending,
    state: &mut State,
    desk: &mut Desk,
    requests: &[u32],
    observer: &mut O,
) {
    for way in short_cells(sending, state, requests) {
        let quantity = available(sending, state, way);
        let origin = sending.prepared.plan.lanes[lane_of(sending, way) as usize].from;
        if quantity > 0 && staff::picks(sending.prepared, state, origin) {
            sending.send_express(state, desk, way, quantity, observer);
        }
    }
}

/// The requests of cells so short that an express service takes them, those that wait longest first.
fn short_cells(sending: &Sending, state: &State, requests: &[u32]) -> Vec<u32> {
    let services = sending.prepared.plan.services(state.cut_in_force);
    if services.is_empty() {
        return Vec::new();
    }
    let is_short = |&&way: &&u32| {
        let (cell, lane) = (sending.prepared.plan.buyer(way) as usize, lane_of(sending, way));
        let holds = state.on_hand[cell] - state.backlog[cell];
        services.get(way as usize).copied().flatten().is_some_and(|service| holds < service.below)
            && road_open(sending.prepared, state, lane)
    };
    let mut short: Vec<u32> = requests.iter().filter(is_short).copied().collect();
    short.sort_unstable_by_key(|&way| (state.under_way.since[way as usize], way));
    short
}

fn send_complete_orders<O: Observer + ?Sized>(
    sending: &Sending,
    state: &mut State,
    desk: &mut Desk,
    requests: &[u32],
    observer: &mut O,
) {
    for order in complete_orders(sending, state, requests) {
        let whole = |&way: &u32| available(sending, state, way) == state.releasable(way as usize);
        if order.iter().all(whole) {
            let all = |&way: &u32| Given { way, quantity: state.releasable(way as usize) };
            let mut given: Vec<Given> = order.iter().map(all).collect();
            load(sending, state, desk, &mut given, observer);
        }
    }
}

/// The requests of each lane that carries nothing but complete orders, the lane whose requests wait longest first.
fn complete_orders(sending: &Sending, state: &State, requests: &[u32]) -> Vec<Vec<u32>> {
    let complete = |&&way: &&u32| {
        state.releasable(way as usize) > 0
            && delivery(sending, way) == Delivery::CompleteOrders
            && lane_open(sending.prepared, state, lane_of(sending, way))
    };
    let mut ways: Vec<u32> = requests.iter().filter(complete).copied().collect();
    ways.order_by_key(|&way| lane_of(sending, way));
    let since = |way: &u32| state.under_way.since[*way as usize];
    let orders = ways.chunk_by(|&a, &b| lane_of(sending, a) == lane_of(sending, b));
    let mut orders: Vec<Vec<u32>> = orders.map(<[u32]>::to_vec).collect();
    orders.order_by_key(|order| order.iter().map(since).min());
    orders
}

/// What each remaining request on an open lane is given, lane by lane.
fn share(sending: &Sending, state: &State, requests: &[u32]) -> Vec<Given> {
    let plan = &*sending.prepared.plan;
    let mut given = Vec::with_capacity(requests.len());
    let same_source = |&a: &u32, &b: &u32| plan.way(a).source == plan.way(b).source;
    for requests in requests.chunk_by(same_source) {
        let asks = |&&way: &&u32| {
            state.releasable(way as usize) > 0
                && delivery(sending, way) != Delivery::CompleteOrders
                && lane_open(sending.prepared, state, lane_of(sending, way))
        };
        let askers = requests.iter().filter(asks);
        let Some(source) = plan.way(requests[0]).source else {
            let all = |&way: &u32| Given { way, quantity: available(sending, state, way) };
            given.extend(askers.map(all));
            continue;
        };
        let ask = |&way: &u32| {
            let open = state.releasable(way as usize);
            Ask { way, open, most: let_through(sending.prepared, state, way, open) }
        };
        given.extend(share_stock(sending, state, source, askers.map(ask).collect()));
    }
    given.retain(|given| given.quantity > 0);
    given.sort_by_key(|given| plan.way(given.way).lane);
    given
}

/// What the askers are given of the stock of a cell; of a reserve kept for critical use only those who may touch it.
fn share_stock(sending: &Sending, state: &State, source: u32, asks: Vec<Ask>) -> Vec<Given> {
    let (stock, kept_back) = (state.on_hand[source as usize], &sending.prepared.kept_back);
    let reserve = kept_back.at(source);
    if reserve == 0 {
        return share_out(sending, state, source, stock, asks);
    }
    let mut given = share_out(sending, state, source, (stock - reserve).max(0), asks.clone());
    let left = stock - given.iter().map(|given| given.quantity).sum::<Quanta>();
    let lacks = |ask: Ask| {
        let has = given.iter().find(|given| given.way == ask.way).map_or(0, |given| given.quantity);
        Ask { open: ask.open - has, most: ask.most - has, ..ask }
    };
    let again = asks.into_iter().map(lacks).filter(|ask| ask.most > 0 && kept_back.opens_to(ask.way));
    let more = share_out(sending, state, source, left, again.collect());
    for Given { way, quantity } in more {
        match given.iter_mut().find(|given| given.way == way) {
            Some(given) => given.quantity += quantity,
            None => given.push(Given { way, quantity }),
        }
    }
    given
}

/// Shares so much of the stock of a cell.
fn share_out(sending: &Sending, state: &State, source: u32, stock: Quanta, mut asks: Vec<Ask>) -> Vec<Given> {
    let turn = |ask: &Ask| turn(sending, state, source, ask.way);
    if asks.iter().any(|ask| delivery(sending, ask.way) == Delivery::CompleteLines) {
        asks.sort_by_key(|ask| (turn(ask), state.under_way.since[ask.way as usize], ask.way));
        in_turn(sending, stock, &asks)
    } else {
        asks.sort_by_key(turn);
        in_proportion(stock, &asks, turn)
    }
}

/// The turn of a buyer at a source: the lowest first, equals together.
fn turn(sending: &Sending, state: &State, source: u32, way: u32) -> u32 {
    let plan = &*sending.prepared.plan;
    match plan.rationing_rule(source, state.cut_in_force) {
        None | Some(Rationing::Proportional) => 0,
        Some(Rationing::FirstCome) => state.under_way.since[way as usize],
        Some(Rationing::Priority(places)) => places[plan.cells[plan.buyer(way) as usize].site as usize],
    }
}

/// Turn after turn, those of one turn in proportion.
fn in_proportion(mut stock: Quanta, asks: &[Ask], turn: impl Fn(&Ask) -> u32) -> Vec<Given> {
    let mut given = Vec::with_capacity(asks.len());
    for equals in asks.chunk_by(|one, other| turn(one) == turn(other)) {
        let mut shares: Vec<(u32, Quanta)> = equals.iter().map(|ask| (ask.way, ask.most)).collect();
        shares.retain(|&(_, quantity)| quantity > 0);
        allocate(stock, &mut shares);
        for (way, quantity) in shares {
            stock -= quantity;
            given.push(Given { way, quantity });
        }
    }
    given
}

/// One after another: a complete line gets all or nothing.
fn in_turn(sending: &Sending, mut stock: Quanta, asks: &[Ask]) -> Vec<Given> {
    let mut given = Vec::with_capacity(asks.len());
    for &Ask { way, open, most } in asks {
        let whole = delivery(sending, way) == Delivery::CompleteLines;
        let most = most.min(stock);
        let quantity = if whole && open > most { 0 } else { most };
        stock -= quantity;
        given.push(Given { way, quantity });
    }
    given
}

fn those_that_wait_longest_first(sending: &Sending, state: &State, given: &mut [Given]) {
    let source = |way: u32| sending.prepared.plan.way(way).source;
    given.sort_unstable_by_key(|given| (state.under_way.since[given.way as usize], source(given.way), given.way));
}

/// Loads what the requests of one lane were given, those that wait longest first.
fn load<O: Observer + ?Sized>(
    sending: &Sending,
    state: &mut State,
    desk: &mut Desk,
    given: &mut [Given],
    observer: &mut O,
) {
    let plan = &*sending.prepared.plan;
    let lane = lane_of(sending, given[0].way);
    let (capacity, apart, whole) = rules(sending, lane).map_or_else(Default::default, |rules| {
        (rules.capacity, rules.apart, rules.delivers == Delivery::CompleteLines)
    });
    those_that_wait_longest_first(sending, state, given);
    let mut vehicles: Vec<(u32, Vehicle)> = Vec::new();
    let origin = plan.lanes[lane as usize].from;
    for &Given { way, quantity } in given.iter() {
        let article = plan.cells[plan.buyer(way) as usize].article;
        let flow = if apart { plan.transport.flows[article as usize] } else { 0 };
        let place = vehicles.iter().position(|(own, _)| *own == flow).unwrap_or_else(|| {
            vehicles.push((flow, Vehicle::of(capacity)));
            vehicles.len() - 1
        });
        let vehicle = &mut vehicles[place].1;
        let fits = vehicle.most(plan, article, quantity);
        let loads = fits > 0 && (fits == quantity || !whole || vehicle.empty);
        if loads && staff::picks(sending.prepared, state, origin) {
            vehicle.load(plan, article, fits);
            sending.send(state, desk, way, fits, observer);
        }
    }
}
