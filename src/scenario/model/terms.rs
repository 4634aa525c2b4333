//! What a policy may say beyond its kind and levels.

use crate::plan::terms::{Basis, Method};
use crate::units::MilliOre;
use serde::Serialize;

/// A quantity in units or in days of mean use.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Stretch {
    /// Units.
    Units(f64),
    /// Days of mean use.
    Days(f64),
}

/// How far above the reorder point stock counts as low (I19).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Tolerance {
    /// Units.
    Units(f64),
    /// A share of the reorder point.
    Share(f64),
}

/// What orders are rounded up to whole ones of (I18).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Round {
    /// Single quanta.
    Nothing,
    /// Packs.
    #[default]
    Pack,
    /// Cases.
    Case,
    /// Pallets.
    Pallet,
}

/// How large the safety stock is, where it is not given in days by `safety-stock`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Safety {
    /// Days of mean use.
    Days(f64),
    /// Units.
    Units(f64),
    /// Share of the mean use over the lead time (N6).
    ShareOfLeadTimeDemand(f64),
    /// Probability of no shortage in a cycle (type 1).
    CycleService(f64),
    /// Share of use served at once (type 2).
    FillRate(f64),
    /// Cost of a unit short; the service that pays (T11).
    ShortageCost(MilliOre),
}

/// A forecast that levels in days follow.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ForecastRule {
    /// How mean use is estimated.
    pub method: Method,
    /// Relative error that stays.
    pub bias: f64,
    /// Relative error that is new each week.
    pub noise: f64,
}

/// Terms of a policy's orders.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TermRules {
    /// What the rule looks at.
    pub basis: Basis,
    /// How far above the point stock counts as low.
    pub tolerance: Option<Tolerance>,
    /// Least order, units.
    pub minimum_order: f64,
    /// What orders are rounded to.
    pub round: Round,
    /// Days until an order is approved.
    pub approval_days: u32,
    /// Joint orders per supplier: how far above its reorder point an article joins an order.
    pub can_order: Option<Stretch>,
    /// Whether stock above the level is sent back.
    pub returns: bool,
    /// Weekdays of review, from Monday; `None` = every `review_days`.
    pub order_days: Option<[bool; 7]>,
    /// Safety stock other than `safety-stock`.
    pub safety: Option<Safety>,
    /// Forecast; `None` = the true mean.
    pub forecast: Option<ForecastRule>,
    /// Planned orders (day counted from the first measured day, units), ascending by day.
    pub orders: Vec<(u32, f64)>,

    /// Minute of the day at which a review writes its orders; `None` = the first.
    pub written_at: Option<u32>,
}
