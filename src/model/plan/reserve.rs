//! Reserves that not everybody may touch: those that stand apart until an alarm, and those kept for critical use.

use crate::random::key::StreamName;
use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// A reserve that stands apart. A cell has one at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    /// The cell whose stock it is opened for.
    pub cell: u32,
    /// What it holds when it is whole, positive.
    pub quantity: Quanta,
    /// What opens it.
    pub alarm: Alarm,
    /// Days from its opening to a whole new one.
    pub refill_days: u32,
    /// It takes the freshest goods in exchange whenever goods join the stock; else it expires as a whole.
    pub rotates: bool,
    /// Draws how old it is when the run starts.
    pub age: StreamName,
}

/// What opens a reserve.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// The cut of a probe.
    pub cut: bool,
    /// Stock on hand that does not cover what is asked for.
    pub stock_out: bool,
    /// Any of these processes, while it is down. Ascending.
    pub processes: Vec<u32>,
}

/// A reserve within the stock of a cell that only some buyers may touch. A cell has one at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptBack {
    /// The cell that holds it.
    pub cell: u32,
    /// How much of the stock it is, positive.
    pub quantity: Quanta,
    /// The sites whose use is critical: what they buy from the cell may take all of it. Ascending.
    pub named: Vec<u32>,
}
