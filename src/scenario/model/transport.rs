//! What a scenario says about transport beside lead times and prices.

use super::{Id, Selection};
use crate::plan::transport::{Delivery, Departures};
use crate::random::laws::LeadTimeLaw;
use crate::units::MilliOre;
use serde::Serialize;

/// What a `[lane.ID]` says about its departures.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LaneTransport {
    /// Days of departure.
    pub departs: Departures,
    /// Pallets that a departure holds.
    pub pallets: Option<f64>,
    /// Units that a departure holds.
    pub units: Option<f64>,
    /// Kilograms that a departure carries.
    pub payload_kg: Option<f64>,
    /// `consolidate = false`: each flow has a departure of its own.
    pub apart: bool,
    /// What may be left behind.
    pub delivers: Delivery,
    /// Units of an article that come in on one day at most.
    pub receipt_per_day: Option<f64>,
    /// Where orders queue before they travel.
    pub servers: Option<Servers>,

    /// Minute of the day from which an order is too late to leave on its day.
    pub cut_off: Option<u32>,
}

/// Servers that take one order line at a time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Servers {
    /// How many.
    pub count: u32,
    /// Law of the time that a line takes.
    pub service: LeadTimeLaw,
}

/// `[express.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExpressRule {
    /// Buying sites.
    pub at: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// The rule with the highest priority wins; two that tie on one cell are an error.
    pub priority: i64,
    /// Days of mean use below which a cell is short; 0 = only when somebody waits.
    pub below_days: f64,
    /// Law of the lead time.
    pub lead_time: LeadTimeLaw,
    /// Price of an order.
    pub per_order: Option<MilliOre>,
    /// Price of a line.
    pub per_line: Option<MilliOre>,
    /// Acts only where a cut calls on express.
    pub only_in_cuts: bool,
}
