//! Staff of sites.

use super::Id;
use crate::units::MilliOre;
use serde::Serialize;

/// `[staff.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StaffRule {
    /// Sites, each with a staff of its own.
    pub at: Vec<Id>,
    /// Hours of work on a day.
    pub hours: f64,
    /// Factors of the weekdays, from Monday.
    pub weekday: [f64; 7],
    /// Minutes that a line takes that comes in.
    pub per_line_received: Option<f64>,
    /// Minutes that a line takes that leaves.
    pub per_line_picked: Option<f64>,
    /// Price of a scheduled hour.
    pub price: Option<MilliOre>,
}
