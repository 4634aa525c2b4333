//! Disruptions: processes that begin and end, what they stop, and what else they do while they last.

use crate::random::key::StreamName;
use crate::random::laws::DurationLaw;
use crate::units::PerMillion;
use serde::{Deserialize, Serialize};

/// An article as one supplier sells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The supplier's site.
    pub supplier: u32,
    /// The article.
    pub article: u32,
}

/// Something that can be stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Target {
    /// The supplier does not ship this article.
    Offer(u32),
    /// The site ships nothing, serves nothing, reviews nothing: its stock is out of reach. Goods still arrive.
    Site(u32),
    /// Nothing is dispatched on the lane.
    Lane(u32),
}

/// Something that begins and ends, independent of the state of the supply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Process {
    /// Name for reports, `disruption id / what it hits`.
    pub name: String,
    /// Major events split the readings of endurance (calm / major event ongoing at the probe).
    pub major: bool,
    /// When it begins.
    pub source: Source,
    /// Law of the time from begin to end.
    pub down: DurationLaw,
    /// Stream of its draws; [`Source`] tells the occurrence.
    pub stream: StreamName,
    /// What stops while it lasts.
    pub targets: Vec<Target>,
    /// What else it does while it lasts.
    pub effects: Effects,
    /// Days from its begin until the region knows of it and decides by it.
    pub information_delay: u32,
}

/// When a process begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Source {
    /// Up for a time by law, down, up again; started from the stationary law. The occurrence is the number of the cycle.
    Renewal {
        /// Law of the up-time, counted from recovery.
        up: DurationLaw,
    },
    /// Once, at the start of a day, or never. The occurrence is the day's number.
    Once {
        /// Number of the day, from the first measured day.
        day: i64,
        /// The probability that it happens.
        probability: f64,
    },
    /// Some time after each begin of another process, or not. The occurrence is that of the other's begin.
    After {
        /// Index of the other process.
        process: u32,
        /// Law of the time from the other's begin to this one's.
        delay: DurationLaw,
        /// The probability that the begin of the other brings this one.
        probability: f64,
    },
    /// At the start of each copy whose cut names it ([`super::cut::Cut::with`]), and never in the run. The occurrence is the
    /// number of the probe.
    WithCut,
}

/// What a process does beside stopping things. Everything is empty where it does nothing more.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Effects {
    /// Share of what is asked for that can leave.
    pub capacity: Ramp,
    /// What the capacity is about. Ascending.
    pub limited: Vec<Target>,
    /// Factor on lead times, at least 1.
    pub lead_factor: Ramp,
    /// Days added to lead times, after the factor.
    pub lead_added: f64,
    /// Lanes whose lead times are changed. Ascending.
    pub lanes: Vec<u32>,
    /// Factor on needs.
    pub demand_factor: Ramp,
    /// Demand entries whose needs are changed. Ascending.
    pub demands: Vec<u32>,
    /// Share of the stock that is lost when it begins.
    pub lost: PerMillion,
    /// Share of what is then left that is locked until it ends.
    pub locked: PerMillion,
    /// Cells whose stock that is. Ascending.
    pub cells: Vec<u32>,

    /// Factor on prices.
    pub price_factor: Ramp,
    /// Offers and suppliers that take that price. Ascending.
    pub dearer: Vec<Target>,
    /// Factor on the work that staff can do.
    pub staff_factor: Ramp,
    /// Sites whose staff that is. Ascending.
    pub staffed: Vec<u32>,
}

impl Effects {
    /// Whether there are none.
    pub fn is_none(&self) -> bool {
        *self == Effects::default()
    }
}

/// A factor that changes in steps while a process lasts; 1 before the first step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ramp(pub Vec<Step>);

/// A step of a ramp.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Minutes from the begin of the process; ascending within a ramp.
    pub after: i64,
    /// The factor from then on.
    pub factor: f64,
}

impl Ramp {
    /// The factor so many minutes after the begin.
    pub fn at(&self, elapsed: i64) -> f64 {
        self.0.iter().rev().find(|step| step.after <= elapsed).map_or(1.0, |step| step.factor)
    }
}
