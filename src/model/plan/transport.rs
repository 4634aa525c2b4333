//! Transport beyond a lead time: schedules, capacity, whole deliveries, servers, express, opening days.
//!
//! Side tables: each is empty where the scenario has nothing of its kind, so a plan without them pays nothing.

use crate::random::key::StreamName;
use crate::random::laws::LeadTimeLaw;
use crate::units::{MilliOre, Quanta};
use serde::{Deserialize, Serialize};

/// Everything that lanes and sites say about transport besides lead times.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TransportPlan {
    /// Rules of lanes, parallel to [`super::Plan::lanes`]; empty where no lane has any.
    pub lanes: Vec<LaneRules>,
    /// Weight of a unit per article, milligrams; empty where no lane counts weight.
    pub unit_weights: Vec<i64>,
    /// Number of the flow of each article; empty where every lane consolidates.
    pub flows: Vec<u32>,
    /// Where orders queue before they travel.
    pub servers: Vec<ServerPool>,
    /// Express services.
    pub express: Vec<Express>,
    /// The express service of each way ([`super::sourcing`]), first ways first; ways beyond its end have none.
    pub express_of_cell: Vec<Option<CellExpress>>,
    /// The same where the rules act too that only cuts call on; empty where there are none.
    pub express_on_call: Vec<Option<CellExpress>>,
    /// Weekdays on which goods come in, per site, Monday first; empty where every site is open every day.
    pub receives: Vec<[bool; 7]>,
}

/// What a lane says besides its lead time and its prices.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LaneRules {
    /// Days on which something leaves.
    pub departs: Departures,
    /// What a departure holds.
    pub capacity: Capacity,
    /// Each flow of goods has a departure, a cost and a capacity of its own.
    pub apart: bool,
    /// What may be left behind.
    pub delivers: Delivery,
    /// Most that comes in of a cell's goods on one day.
    pub receipt_per_day: Option<Quanta>,
    /// Where orders queue before they travel: index into [`TransportPlan::servers`].
    pub server: Option<u32>,

    /// Minute of the day from which an order is too late to leave on its day.
    pub cut_off: Option<u32>,
}

/// Days on which something leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Departures {
    /// Every day.
    #[default]
    Daily,
    /// On these weekdays, Monday first.
    Weekdays([bool; 7]),
    /// On days whose number (from the first measured day) leaves a remainder.
    Every {
        /// Days between departures, at least 1.
        days: u32,
        /// The remainder.
        offset: u32,
    },
}

/// What one departure holds; absent is without limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// Millionths of a pallet.
    pub pallets: Option<i64>,
    /// Milligrams.
    pub payload: Option<i64>,
    /// Quanta of all articles together.
    pub quantity: Option<Quanta>,
}

impl Capacity {
    /// Whether there is any limit.
    pub fn is_limited(&self) -> bool {
        *self != Capacity::default()
    }
}

/// What may be left behind when not everything can leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Delivery {
    /// Any part of a line.
    #[default]
    Partial,
    /// Whole lines only.
    CompleteLines,
    /// All open lines of the lane, or nothing.
    CompleteOrders,
}

impl TransportPlan {
    /// The express service that a way can ever have: with it go its draws.
    pub fn service_ever(&self, way: u32) -> Option<CellExpress> {
        let of = |table: &[Option<CellExpress>]| table.get(way as usize).copied().flatten();
        of(&self.express_of_cell).or_else(|| of(&self.express_on_call))
    }
}

/// Servers that take one order line at a time, first come first served.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ServerPool {
    /// First place of its servers among all servers.
    pub first: u32,
    /// How many there are, at least 1.
    pub count: u32,
    /// Law of the time that a line takes.
    pub service: LeadTimeLaw,
}

/// An express rule on one lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Express {
    /// Id of the rule.
    pub id: String,
    /// The lane beside which it runs.
    pub lane: u32,
    /// Law of the time from dispatch to arrival.
    pub law: LeadTimeLaw,
    /// Price of an order, at most one per lane and day; absent = not included.
    pub per_order: Option<MilliOre>,
    /// Price of an order line; absent = not included.
    pub per_line: Option<MilliOre>,
    /// Who pays; index into [`super::Plan::owners`].
    pub payer: u32,
}

/// What a cell does when it is short.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CellExpress {
    /// Index into [`TransportPlan::express`].
    pub service: u32,
    /// The cell is short when it holds less than this, or when somebody waits there.
    pub below: Quanta,
    /// Draws the lead times; the occurrence is the day's number.
    pub stream: StreamName,
}
