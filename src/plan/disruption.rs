//! Disruptions: alternating renewal processes that stop offers, sites or lanes.

use crate::random::key::StreamName;
use crate::random::laws::DurationLaw;
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

/// Up for an exponential time, down for a time by law, and so on, started from the stationary law.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Process {
    /// Name for reports, `disruption id / what it hits`.
    pub name: String,
    /// Major events split the readings of endurance (calm / major event ongoing at the probe).
    pub major: bool,
    /// Mean up-time in days, counted from recovery.
    pub mean_up_days: f64,
    /// Law of the down-time.
    pub down: DurationLaw,
    /// Stream; the occurrence is the number of the cycle.
    pub stream: StreamName,
    /// What stops while it is down.
    pub targets: Vec<Target>,
}
