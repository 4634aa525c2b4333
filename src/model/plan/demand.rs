//! Demand at the wards.

use crate::random::key::StreamName;
use serde::{Deserialize, Serialize};

/// Daily demand of one article at one demand point, in quanta; normal, unless [`super::demand_law`] gives it another law.
///
/// On weekday w the draw is `factor[w] · season · (location + deviation · z)`, then rounded stochastically.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Demand {
    /// The cell that serves it.
    pub cell: u32,
    /// Location of the normal law before truncation, per day; the mean, under another law.
    pub location: f64,
    /// Standard deviation of the normal law before truncation, per day; 0 under another law.
    pub deviation: f64,
    /// What a negative draw means.
    pub negative: Negative,
    /// Weekday factors.
    pub profile: WeekProfile,
    /// Stream (demand point, article); the occurrence is the day's number.
    pub stream: StreamName,
    /// Order lines per quantum of demand: the weight that turns units into line equivalents in the fill rate.
    pub lines_per_quantum: f64,
}

/// Factors for Monday to Sunday with mean one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeekProfile(pub [f64; 7]);

/// What becomes of negative draws of a normal law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Negative {
    /// Set to zero; the location is moved so that the mean is kept (the standard deviation shrinks).
    Truncate,
    /// Kept: goods come back. For theory.
    Allow,
}

/// What happens to demand that stock does not cover at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unmet {
    /// It waits and is served first when goods arrive.
    Backorder,
    /// It is lost.
    Lost,
}
