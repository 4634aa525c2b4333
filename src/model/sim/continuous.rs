//! Continuous review: cells that order whenever their position falls, and the line of their requests, first come first
//! served (docs/model.md, *Customers and continuous review*).

use super::disturbed::{is_calm, let_through, note_price};
use super::kept_back::within_reach;
use super::observer::Observer;
use super::ordering::{self, number_of_phase, request};
use super::prepared::Prepared;
use super::receive::store;
use super::reserve;
use super::road::{arrival_at_minute, lane_open};
use super::sending::issue;
use super::sourcing;
use super::state::{Event, Keys, State};
use super::terms::Review;
use super::transit::NO_LINE;
use crate::engine::calendar::DayPhase;
use crate::inventory::reorder::order_quantity;
use crate::time::{Day, MINUTES_PER_DAY, Minute};
use crate::units::Quanta;

/// A request that waits in line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The way that was ordered by.
    pub way: u32,
    /// What has not left yet.
    pub quantity: Quanta,
    /// First day on which it may leave.
    pub from: Day,
}

/// The line of requests. It is kept for all selling cells together; each looks for its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    waiting: Vec<Waiting>,
    /// Per way: lines that have left by it at minutes of this day; empty where no cell is reviewed continuously.
    left_today: Vec<u32>,
}

impl Line {
    /// Nobody waits.
    pub fn new(prepared: &Prepared) -> Line {
        let ways = if prepared.minutes.reviews { prepared.plan.ways() } else { 0 };
        Line { waiting: Vec::new(), left_today: vec![0; ways] }
    }

    /// Becomes a copy, reusing its own memory.
    pub fn copy_from(&mut self, other: &Line) {
        self.waiting.clone_from(&other.waiting);
        self.left_today.clone_from(&other.left_today);
    }

    /// Becomes the part of a line, at the start of a day, that belongs to some ways; `places` gives their new numbers, `u32::MAX`
    /// to those left out.
    pub fn take(&mut self, other: &Line, places: &[u32], ways: usize) {
        self.waiting.clear();
        let placed = other.waiting.iter().map(|one| Waiting { way: places[one.way as usize], ..*one });
        self.waiting.extend(placed.filter(|one| one.way != u32::MAX));
        self.left_today.clear();
        self.left_today.resize(if other.left_today.is_empty() { 0 } else { ways }, 0);
    }

    /// A day is over.
    pub fn end_day(&mut self) {
        self.left_today.fill(0);
    }

    /// All that waits to come by a way.
    fn of(&self, way: u32) -> Quanta {
        self.waiting.iter().filter(|one| one.way == way).map(|one| one.quantity).sum()
    }
}

/// Places in order: to pass goods on from, (rank, cell), where rank 0 stands for what is bought from a supplier by the way of the
/// number; or to climb, (rank from below, cell).
#[derive(Clone, Debug, Default)]
pub struct Places(Vec<(u8, u32)>);

impl Places {
    fn add(&mut self, place: (u8, u32)) {
        if let Err(at) = self.0.binary_search(&place) {
            self.0.insert(at, place);
        }
    }

    fn first(&mut self) -> Option<(u8, u32)> {
        (!self.0.is_empty()).then(|| self.0.remove(0))
    }
}

/// What happens at one minute.
pub struct Moment<'m, O: ?Sized> {
    /// The plan with its tables.
    pub prepared: &'m Prepared<'m>,
    /// The keys of the draws.
    pub keys: &'m Keys,
    /// The minute.
    pub now: Minute,
    /// Places that are not passed on from yet.
    pub places: &'m mut Places,
    /// Cells whose position has fallen and that are not looked at yet.
    pub climb: &'m mut Places,
    /// Who watches.
    pub observer: &'m mut O,
}

impl<O: Observer + ?Sized> Moment<'_, O> {
    /// Reviews every cell with continuous review, downstream sites first, and passes goods on from everywhere.
    pub fn settle(&mut self, state: &mut State) {
        let phase = number_of_phase(self.prepared, state);
        for &cell in &self.prepared.minutes.continuous[phase].downstream_first {
            self.review(state, cell);
        }
        for place in 0..state.line.waiting.len() {
            let place = self.place_of(state.line.waiting[place].way);
            self.places.add(place);
        }
        self.pass_on(state);
    }

    /// The position of a cell has fallen: it and all above it that are reviewed continuously are reviewed, and what was ordered
    /// is passed on.
    pub fn position_fell(&mut self, state: &mut State, cell: u32) {
        let phase = number_of_phase(self.prepared, state);
        let continuous = &self.prepared.minutes.continuous[phase];
        self.climb_to(cell);
        while let Some((_, cell)) = self.climb.first() {
            if continuous.holds[cell as usize] {
                self.review(state, cell);
            }
            let plan = &*self.prepared.plan;
            let further = plan.further_ways.iter().filter(|way| way.cell == cell).filter_map(|way| way.source);
            for source in plan.cells[cell as usize].source.into_iter().chain(further) {
                self.climb_to(source);
            }
        }
        self.pass_on(state);
    }

    fn climb_to(&mut self, cell: u32) {
        let site = self.prepared.plan.cells[cell as usize].site;
        self.climb.add((u8::MAX - self.prepared.plan.sites[site as usize].rank, cell));
    }

    /// Goods have joined the stock of a cell: it may pass some on.
    pub fn stock_rose(&mut self, cell: u32) {
        let site = self.prepared.plan.cells[cell as usize].site;
        self.places.add((self.prepared.plan.sites[site as usize].rank, cell));
    }

    /// Where the requests of a way are served.
    fn place_of(&self, way: u32) -> (u8, u32) {
        let plan = &*self.prepared.plan;
        match plan.way(way).source {
            None => (0, way),
            Some(source) => (plan.sites[plan.cells[source as usize].site as usize].rank, source),
        }
    }

    /// Writes orders for a cell as long as its rule asks for something.
    fn review(&mut self, state: &mut State, cell: u32) {
        let (plan, index) = (&*self.prepared.plan, cell as usize);
        if !state.site_open(plan.cells[index].site) {
            return;
        }
        let phase = &plan.phases[number_of_phase(self.prepared, state)];
        let rules = Review::new(self.prepared, self.keys, phase);
        let terms = rules.terms(index);
        loop {
            let wanted = rules.wanted(index, &terms, terms.tolerance, state, self.observer);
            let quantity = order_quantity(wanted, terms.minimum_order, phase.packs[index]);
            if quantity <= 0 {
                return;
            }
            let way = sourcing::way_of_order(phase, state, cell, quantity);
            self.order(state, way, quantity);
        }
    }

    fn order(&mut self, state: &mut State, way: u32, quantity: Quanta) {
        request(self.prepared, state, way, quantity);
        state.awaiting[way as usize] += quantity;
        let minute = self.now.0 - state.clock.day().start().0;
        let late = ordering::is_late(&self.prepared.plan, way, minute);
        let from = state.clock.day().plus(u32::from(late));
        state.line.waiting.push(Waiting { way, quantity, from });
        let place = self.place_of(way);
        self.places.add(place);
        self.observer.ordered_alone(state.clock.day(), way, quantity);
    }

    /// Serves the requests at the places noted, and at those that goods reach at once, upstream first.
    pub fn pass_on(&mut self, state: &mut State) {
        while let Some((rank, place)) = self.places.first() {
            if rank > 0 && !state.apart.is_empty() {
                let wanted = self.wanted_of(state, place);
                reserve::open_for(self.prepared, state, place, wanted, self.observer);
            }
            let mut at = 0;
            while at < state.line.waiting.len() {
                let Waiting { way, quantity, from } = state.line.waiting[at];
                let source = self.prepared.plan.way(way).source;
                let here = if rank == 0 { way == place && source.is_none() } else { source == Some(place) };
                let leaves = if here && from <= state.clock.day() { self.can_leave(state, way, quantity) } else { 0 };
                if leaves > 0 {
                    state.line.waiting[at].quantity -= leaves;
                    self.send(state, way, leaves);
                }
                if leaves == quantity {
                    state.line.waiting.remove(at);
                } else {
                    at += 1;
                }
            }
        }
    }

    /// What of a request can leave now.
    fn can_leave(&self, state: &State, way: u32, quantity: Quanta) -> Quanta {
        let buyer = self.prepared.plan.way(way);
        let stopped = buyer.offer.is_some_and(|offer| state.offer_stops[offer as usize] > 0);
        if stopped || !lane_open(self.prepared, state, buyer.lane) {
            return 0;
        }
        let stock = buyer.source.map_or(Quanta::MAX, |source| within_reach(self.prepared, state, source, way));
        let most = if is_calm(state) {
            quantity
        } else {
            let_through(self.prepared, state, way, state.line.of(way)).min(quantity)
        };
        most.min(stock)
    }

    /// What of the line could leave a cell now if it had it.
    fn wanted_of(&self, state: &State, cell: u32) -> Quanta {
        let plan = &*self.prepared.plan;
        let open = |way: u32| lane_open(self.prepared, state, plan.way(way).lane);
        let buyers = plan.buyers[plan.buyer_ranges[cell as usize].indices()].iter().filter(|&&way| open(way));
        buyers.map(|&way| let_through(self.prepared, state, way, state.line.of(way))).sum()
    }

    fn send(&mut self, state: &mut State, way: u32, quantity: Quanta) {
        let (plan, today) = (&*self.prepared.plan, state.clock.day());
        let (lane, cell) = (plan.way(way).lane, plan.buyer(way));
        issue(self.prepared, state, way, quantity);
        note_price(self.prepared, state, way, quantity, self.observer);
        state.awaiting[way as usize] -= quantity;
        let left = state.line.left_today[way as usize];
        state.line.left_today[way as usize] += 1;
        let block = self.keys.lead[way as usize].occurrence(occurrence(plan.calendar.number(today), left));
        let arrival = arrival_at_minute(self.prepared, state, way, self.now, block);
        self.observer.departed(today, lane);
        if arrival == self.now {
            self.observer.dispatched(today, way, quantity, today);
            store(self.prepared, state, way, quantity, self.observer);
            self.stock_rose(cell);
            return;
        }
        self.observer.dispatched(today, way, quantity, day_within(arrival));
        state.in_transit[cell as usize] += quantity;
        let first = state.transit.prepend(way, quantity, NO_LINE);
        if state.batches.is_used() {
            state.batches.load(first, quantity);
        }
        let rank = plan.sites[plan.lanes[lane as usize].to as usize].rank;
        state.clock.schedule_at(arrival, DayPhase::Receive, rank, lane, Event::Arrival { lane, first });
    }
}

/// The day within which a minute lies.
fn day_within(minute: Minute) -> Day {
    Day(u32::try_from(minute.0 / MINUTES_PER_DAY).expect("an instant of a run lies within its days"))
}

/// The occurrence of the draws of the k-th line that leaves by a way at a minute of the day with this number: apart from
/// those of days, which are numbers near 0.
fn occurrence(number: i64, k: u32) -> u64 {
    const LINES_A_DAY: i64 = 1 << 20;
    const MIDDLE: i64 = 1 << 40;
    (1 << 63) + ((number + MIDDLE) * LINES_A_DAY + i64::from(k)).cast_unsigned()
}
