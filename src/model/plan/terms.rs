//! Terms of ordering beyond a rule and its levels: side tables, empty where no cell uses them.

use crate::random::key::StreamName;
use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// What a rule compares with its levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// Inventory position: on hand + on order − backlog − owed to cells that buy here.
    #[default]
    Position,
    /// Stock on hand and on order; what others wait for is not taken off.
    Available,
    /// Stock on hand alone (*giacenza*, I17).
    OnHand,
    /// The inventory positions of the cell and of all cells below it: what stands, is ordered or under way there, less the
    /// wards' backlog.
    Echelon,
}

/// Terms of one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// What the rule looks at.
    pub basis: Basis,
    /// How far above the reorder point stock counts as low already (I19).
    pub tolerance: Quanta,
    /// An order is never smaller (before it is rounded up to whole packs).
    pub minimum_order: Quanta,
    /// Days from the review that writes an order to the first dispatch that may allocate it (I20).
    pub approval_days: u32,
    /// Joint orders (I16): once another joint cell on the same lane has ordered in this review, stock up to so much above
    /// the reorder point counts as low too.
    pub joint: Option<Quanta>,
    /// Stock above the level is sent back. For theory.
    pub returns: bool,
    /// The level follows the cell's forecast.
    pub follows: Option<Follows>,

    /// Minute of the day at which a review on days writes its orders.
    pub written_at: u32,
}

/// How a level follows a forecast: `round(forecast · days + constant)`, but at least `least`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Follows {
    /// Days of forecast use.
    pub days: f64,
    /// What does not depend on the forecast, in quanta.
    pub constant: f64,
    /// The level never falls below, in quanta.
    pub least: Quanta,
}

/// What a cell expects of the days to come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// The cell.
    pub cell: u32,
    /// How the mean use per day is estimated.
    pub method: Method,
    /// Relative error that never goes away (V9): 0.1 plans with a tenth too much.
    pub bias: f64,
    /// Relative error that is new each week (V9): σ of a lognormal factor with mean one.
    pub noise: f64,
    /// Stream (site, article) of the weekly error; the occurrence is the number of the week.
    pub stream: StreamName,
}

/// How mean use is estimated.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Method {
    /// The true mean is known.
    Given,
    /// Mean of the latest days; days before the run had the true mean.
    MovingAverage {
        /// Days, at least 1.
        days: u32,
    },
    /// F ← α · use + (1 − α) · F each day, from the true mean.
    Smoothing {
        /// Weight of the newest day, above 0 and at most 1.
        alpha: f64,
    },
}

/// An order planned for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedOrder {
    /// Number of the day, counted from the first measured day.
    pub day: i64,
    /// Quantity, positive.
    pub quantity: Quanta,
}
