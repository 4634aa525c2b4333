//! The state of a replication: flat arrays over cells, sites, lanes and offers, the clock, and what is under way.

use super::batches::Batches;
use super::continuous::Line;
use super::disturbed::Disturbed;
use super::forecast::Seen;
use super::neighbour::Given;
use super::prepared::Prepared;
use super::reserve::Stands;
use super::shortage::Returning;
use super::sourcing::Sourced;
use super::staff::Staff;
use super::timeline::Timeline;
use super::transit::Transit;
use super::under_way::UnderWay;
use crate::engine::clockwork::Clockwork;
use crate::plan::disruption::Target;
use crate::random::key::{ReplicationKey, StreamKey};
use crate::time::{Day, Minute};
use crate::units::Quanta;

/// An irregular event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A shipment arrives.
    Arrival {
        /// The lane it came on.
        lane: u32,
        /// First line in the store of lines under way.
        first: u32,
    },
}

/// An order that waits to be approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Approval {
    /// First day whose dispatch may allocate it.
    pub ready: Day,
    /// The way by which a cell ordered.
    pub way: u32,
    /// What it ordered.
    pub quantity: Quanta,
}

/// Everything that changes during a replication. There is no generator state, so a copy repeats the original's draws.
#[derive(Clone, Debug)]
pub struct State {
    /// The clock and the waiting events.
    pub clock: Clockwork<Event>,
    /// Stock on hand per cell.
    pub on_hand: Vec<Quanta>,
    /// Ordered and not yet shipped, per buying cell.
    pub requested: Vec<Quanta>,
    /// Shipped and not yet arrived, per buying cell.
    pub in_transit: Vec<Quanta>,
    /// Owed to wards, per cell.
    pub backlog: Vec<Quanta>,
    /// Requested from the cell by the cells that buy from it.
    pub owed: Vec<Quanta>,
    /// Ways with open requests, in no particular order.
    pub pending: Vec<u32>,
    /// Number of reasons why a site is stopped.
    pub site_stops: Vec<u16>,
    /// Number of reasons why a lane is stopped.
    pub lane_stops: Vec<u16>,
    /// Number of reasons why an offer is stopped.
    pub offer_stops: Vec<u16>,
    /// Lead-time scores, parallel to the plan's.
    pub scores: Vec<f64>,
    /// Per lane with correlated lead times: this week's lead time in minutes.
    pub lead_minutes: Vec<i64>,
    /// Per lane: the latest arrival that a departure on any day of the weeks before would have had.
    pub promised: Vec<Minute>,
    /// Lines under way.
    pub transit: Transit,
    /// Come from outside, per article: shipped by suppliers since the start, and reserves that stand apart.
    pub supplied: Vec<Quanta>,
    /// Taken by wards since the start, per article.
    pub consumed: Vec<Quanta>,
    /// Locked by suppliers or frozen behind a cut, per article (copies only).
    pub withheld: Vec<Quanta>,
    /// Copies only: stock that suppliers lock, (cell, quantity), in the order in which it was locked.
    pub locked: Vec<(u32, Quanta)>,
    /// In a copy: need that is not met lapses.
    pub lapses: bool,
    /// In a copy: supplier-owned pools are locked.
    pub locks_supplier_stock: bool,
    /// What transport remembers beside goods.
    pub under_way: UnderWay,
    /// Need that comes back; lapses in every copy of a probe.
    pub returning: Vec<Returning>,

    // Ordering on terms; empty where the plan has none.
    /// Of what is requested: not yet approved, or in line, per way.
    pub awaiting: Vec<Quanta>,
    /// Orders that wait to be approved, in the order in which they were written.
    pub approvals: Vec<Approval>,
    /// What each forecast has seen.
    pub seen: Vec<Seen>,
    /// Per list of planned orders: how many of them are written.
    pub list_next: Vec<u32>,
    /// Where the disruptions stand.
    pub disturbed: Disturbed,
    /// What is requested by each way, and what was; empty where every cell has one way.
    pub sourced: Sourced,

    /// Batches of articles with a shelf life.
    pub batches: Batches,
    /// The phase of the run, counted from 0.
    pub phase: usize,
    /// Requests of cells with continuous review.
    pub line: Line,
    /// Reserves that stand apart, parallel to the plan's.
    pub apart: Vec<Stands>,
    /// In a copy: the cut in force, as an index of the plan's.
    pub cut_in_force: Option<u32>,
    /// What neighbours have sent and has not arrived, in the order in which it left.
    pub given: Vec<Given>,

    /// Work of the day, and what waits at docks.
    pub staff: Staff,
}

impl State {
    /// The state before day 0: opening stock, nothing ordered, nothing disrupted yet.
    pub fn new(prepared: &Prepared) -> State {
        let plan = &*prepared.plan;
        let cells = plan.cells.len();
        State {
            clock: Clockwork::new(plan.calendar.day_order, Day(0)),
            on_hand: plan.cells.iter().map(|cell| cell.initial).collect(),
            requested: vec![0; cells],
            in_transit: vec![0; cells],
            backlog: vec![0; cells],
            owed: vec![0; cells],
            pending: Vec::new(),
            site_stops: vec![0; plan.sites.len()],
            lane_stops: vec![0; plan.lanes.len()],
            offer_stops: vec![0; plan.offers.len()],
            scores: vec![0.0; plan.lead_scores.len()],
            lead_minutes: vec![0; plan.lanes.len()],
            promised: vec![Minute(0); plan.lanes.len()],
            transit: Transit::default(),
            supplied: Stands::opening(plan),
            consumed: vec![0; plan.articles.len()],
            withheld: vec![0; plan.articles.len()],
            locked: Vec::new(),
            lapses: false,
            locks_supplier_stock: false,
            under_way: UnderWay::new(prepared),
            returning: Vec::new(),
            awaiting: if prepared.approves { vec![0; plan.ways()] } else { Vec::new() },
            approvals: Vec::new(),
            seen: Seen::nothing(plan),
            list_next: vec![0; plan.order_lists.len()],

            disturbed: Disturbed::new(prepared),
            sourced: Sourced::new(plan),

            batches: Batches::new(plan),
            phase: 0,
            line: Line::new(prepared),
            apart: Stands::whole(plan),
            cut_in_force: None,
            given: Vec::new(),

            staff: Staff::new(plan),
        }
    }

    /// Inventory position of a cell: on hand + on order − backorders (Snyder & Shen 2019, ch. 4).
    // Measured: the compiler does not by itself, and the call costs as much as the work.
    #[inline(always)]
    pub fn position(&self, cell: usize) -> Quanta {
        self.on_hand[cell] + self.requested[cell] + self.in_transit[cell] - self.backlog[cell] - self.owed[cell]
    }

    /// What dispatch may allocate by a way: requested and approved.
    #[inline]
    pub fn releasable(&self, way: usize) -> Quanta {
        self.asked(way) - self.awaiting.get(way).copied().unwrap_or(0)
    }

    /// Ordered by a way and not yet shipped.
    #[inline]
    pub fn asked(&self, way: usize) -> Quanta {
        if self.sourced.asked.is_empty() { self.requested[way] } else { self.sourced.asked[way] }
    }

    /// Whether a site serves and ships.
    #[inline]
    pub fn site_open(&self, site: u32) -> bool {
        self.site_stops[site as usize] == 0
    }

    /// Adds a reason to stop something.
    pub fn stop(&mut self, target: Target) {
        *self.stops_of(target) += 1;
    }

    /// Takes a reason to stop something away.
    pub fn resume(&mut self, target: Target) {
        *self.stops_of(target) -= 1;
    }

    /// How many reasons there are why something is stopped.
    pub fn stops(&self, target: Target) -> u16 {
        match target {
            Target::Offer(index) => self.offer_stops[index as usize],
            Target::Site(index) => self.site_stops[index as usize],
            Target::Lane(index) => self.lane_stops[index as usize],
        }
    }

    fn stops_of(&mut self, target: Target) -> &mut u16 {
        match target {
            Target::Offer(index) => &mut self.offer_stops[index as usize],
            Target::Site(index) => &mut self.site_stops[index as usize],
            Target::Lane(index) => &mut self.lane_stops[index as usize],
        }
    }

    /// The columns with one entry per cell.
    pub fn cell_columns(&self) -> [&Vec<Quanta>; 5] {
        [&self.on_hand, &self.requested, &self.in_transit, &self.backlog, &self.owed]
    }

    /// The columns with one entry per cell, in the same order.
    pub fn cell_columns_mut(&mut self) -> [&mut Vec<Quanta>; 5] {
        [&mut self.on_hand, &mut self.requested, &mut self.in_transit, &mut self.backlog, &mut self.owed]
    }

    /// Becomes a copy of another state of the same plan, reusing its own memory.
    pub fn copy_from(&mut self, other: &State) {
        self.clock.copy_from(&other.clock);
        for (mine, theirs) in self.cell_columns_mut().into_iter().zip(other.cell_columns()) {
            mine.clone_from(theirs);
        }
        self.pending.clone_from(&other.pending);
        self.transit.copy_from(&other.transit);
        self.under_way.copy_from(&other.under_way);
        self.returning.clone_from(&other.returning);
        self.awaiting.clone_from(&other.awaiting);
        self.approvals.clone_from(&other.approvals);
        self.sourced.copy_from(&other.sourced);
        self.seen.clone_from(&other.seen);
        self.batches.copy_from(&other.batches);
        self.line.copy_from(&other.line);
        self.apart.clone_from(&other.apart);
        self.given.clone_from(&other.given);
        self.copy_shared(other);
    }

    /// Copies what does not belong to cells.
    pub fn copy_shared(&mut self, other: &State) {
        self.site_stops.clone_from(&other.site_stops);
        self.lane_stops.clone_from(&other.lane_stops);
        self.offer_stops.clone_from(&other.offer_stops);
        self.scores.clone_from(&other.scores);
        self.lead_minutes.clone_from(&other.lead_minutes);
        self.promised.clone_from(&other.promised);
        self.supplied.clone_from(&other.supplied);
        self.consumed.clone_from(&other.consumed);
        self.withheld.clone_from(&other.withheld);
        self.locked.clone_from(&other.locked);
        self.list_next.clone_from(&other.list_next);
        self.disturbed.copy_from(&other.disturbed);
        self.staff.copy_from(&other.staff);
        self.phase = other.phase;
        (self.lapses, self.locks_supplier_stock) = (other.lapses, other.locks_supplier_stock);
        self.cut_in_force = other.cut_in_force;
    }
}

/// The keys of a replication's streams, mixed once.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Key of each demand entry.
    pub demand: Vec<StreamKey>,
    /// Key of each way's independent lead times.
    pub lead: Vec<StreamKey>,
    /// Key of each lead-time score.
    pub score: Vec<StreamKey>,
    /// Key of the probes' days.
    pub probe: StreamKey,
    /// Key of each way's express; empty where there is none.
    pub express: Vec<StreamKey>,
    /// Key of each demand entry's reaction; empty where there is none.
    pub reaction: Vec<StreamKey>,
    /// Key of each forecast's weekly error.
    pub forecast: Vec<StreamKey>,

    /// What the disruptions of the replication do.
    pub timeline: Timeline,
    /// Key of each process.
    pub process: Vec<StreamKey>,
    /// Key of the age of each reserve that stands apart.
    pub age: Vec<StreamKey>,
}

impl Keys {
    /// The keys of replication `number` under `seed`.
    pub fn new(prepared: &Prepared, seed: u64, number: u64) -> Keys {
        let keys = Keys::without_timeline(prepared, seed, number);
        let timeline = Timeline::new(&prepared.plan, &keys.process);
        Keys { timeline, ..keys }
    }

    /// The keys alone, for a phase of a run whose disruptions are known.
    pub fn without_timeline(prepared: &Prepared, seed: u64, number: u64) -> Keys {
        let (plan, key) = (&*prepared.plan, ReplicationKey::new(seed, number));
        Keys {
            demand: plan.demands.iter().map(|demand| key.stream(demand.stream)).collect(),
            lead: lead_keys(plan, key),
            score: plan.lead_scores.iter().map(|score| key.stream(score.stream)).collect(),
            probe: key.stream(plan.endurance.probe_stream),
            express: express_keys(plan, key),
            reaction: reaction_keys(plan, key),
            forecast: plan.forecasts.iter().map(|forecast| key.stream(forecast.stream)).collect(),

            timeline: Timeline::default(),
            process: plan.disruptions.iter().map(|process| key.stream(process.stream)).collect(),
            age: plan.apart.iter().map(|apart| key.stream(apart.age)).collect(),
        }
    }
}

fn lead_keys(plan: &crate::plan::Plan, key: ReplicationKey) -> Vec<StreamKey> {
    let further = plan.further_ways.iter().map(|way| way.lead_stream);
    plan.cells.iter().map(|cell| cell.lead_stream).chain(further).map(|stream| key.stream(stream)).collect()
}

/// A way without express has a key too, which nothing draws from.
fn express_keys(plan: &crate::plan::Plan, key: ReplicationKey) -> Vec<StreamKey> {
    let transport = &plan.transport;
    let ways = transport.express_of_cell.len().max(transport.express_on_call.len());
    let ways = 0..u32::try_from(ways).expect("ways are counted by a u32");
    let stream = |way| transport.service_ever(way).map_or_else(|| plan.way(way).lead_stream, |service| service.stream);
    ways.map(|way| key.stream(stream(way))).collect()
}

/// An entry without a reaction has a key too, which nothing draws from.
fn reaction_keys(plan: &crate::plan::Plan, key: ReplicationKey) -> Vec<StreamKey> {
    let demands = plan.demands.iter().zip(&plan.shortage.of_demand);
    demands.map(|(demand, reaction)| key.stream(reaction.map_or(demand.stream, |reaction| reaction.stream))).collect()
}
