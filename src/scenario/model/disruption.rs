//! Disruptions: what they hit, when they begin, what they do.

use super::{Id, Selection, Title};
use crate::random::laws::DurationLaw;
use serde::Serialize;

/// `[disruption.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Disruption {
    /// Name.
    pub title: Title,
    /// Whether it is a major event in the split of endurance.
    pub major: bool,
    /// What it hits.
    pub target: DisruptionTarget,
    /// One process hits all at once; else each thing hit has its own process.
    pub together: bool,
    /// When it begins.
    pub begins: Begins,
    /// How long it lasts.
    pub duration: DurationLaw,
    /// What it does.
    pub effects: DisruptionEffects,
    /// Days from its begin until the region knows of it.
    pub information_delay: u32,
}

/// What a disruption hits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum DisruptionTarget {
    /// Each article of the selection at its supplier.
    Offers(Selection),
    /// Each supplier (all, or those named).
    Suppliers(Vec<Id>),
    /// Each site with one of these roles; the stream is named by the role.
    Roles(Vec<String>),
    /// Each of these lanes.
    Lanes(Vec<Id>),
    /// Each of these sites.
    Sites(Vec<Id>),
    /// Each of these origins: all its suppliers at once.
    Origins(Vec<Id>),
    /// Everything outside the region at once.
    OutsideRegion,
    /// The needs of these articles at these sites (all, if none is named), at once.
    Demand(Selection, Vec<Id>),
}

/// When a disruption begins.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Begins {
    /// Starts per calendar year and process, at random.
    Rate(f64),
    /// After up-times by law.
    Up(DurationLaw),
    /// At the start of these days, with a probability.
    On(Vec<When>, f64),
    /// Some time after another one begins, with a probability.
    After {
        /// The other one.
        id: Id,
        /// Time from begin to begin.
        delay: DurationLaw,
        /// The probability that it follows.
        probability: f64,
    },
    /// Only in copies of cuts that name it.
    InCuts,
}

/// A day on which something is sure to be tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum When {
    /// A date, ISO 8601.
    Date(String),
    /// A number of days from the first measured day.
    Day(u32),
}

/// What a disruption does while it lasts.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DisruptionEffects {
    /// What it hits stops.
    pub stops: bool,
    /// (days from its begin, share of what is asked for that can leave).
    pub capacity: Vec<(f64, f64)>,
    /// (days from its begin, factor on lead times).
    pub lead_factor: Vec<(f64, f64)>,
    /// Days added to lead times.
    pub lead_added: f64,
    /// (days from its begin, factor on needs).
    pub demand_factor: Vec<(f64, f64)>,
    /// Share of the stock lost when it begins.
    pub lost: f64,
    /// Share of the stock locked from begin to end.
    pub locked: f64,
    /// The articles of which stock is lost or locked.
    pub stock_of: Selection,

    /// (days from its begin, factor on prices).
    pub price_factor: Vec<(f64, f64)>,
    /// (days from its begin, factor on the work of staff).
    pub staff_factor: Vec<(f64, f64)>,
}
