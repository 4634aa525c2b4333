//! Lanes and lead times.

use crate::random::key::StreamName;
use crate::random::laws::LeadTimeLaw;
use crate::units::MilliOre;
use serde::{Deserialize, Serialize};

/// How the lead times of neighbouring orders hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeadTimes {
    /// A weekly AR(1) score per supplier and origin drives them; orders of one lane do not overtake each other.
    Correlated {
        /// Index into [`super::Plan::lead_scores`].
        score: u32,
    },
    /// An independent draw per article and order date; orders may cross (Palm's theorem needs it).
    Independent,
}

/// A lane from one site to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// Where goods leave.
    pub from: u32,
    /// Where they arrive.
    pub to: u32,
    /// Law of the time from dispatch to arrival.
    pub law: LeadTimeLaw,
    /// Correlated or independent.
    pub lead_times: LeadTimes,
    /// Cost of one departure with at least one line.
    pub per_departure: MilliOre,
    /// Cost per pallet carried.
    pub per_pallet: MilliOre,
    /// Cost of one order sent along the lane (ordersärkostnad), at most one per review day.
    pub per_order: MilliOre,
    /// Who pays the transport; index into [`super::Plan::owners`].
    pub payer: u32,
}

/// The weekly score that drives the lead times of one supplier and origin:
/// z₀ = ε₀, z_w = ρ z_{w−1} + √(1−ρ²) ε_w, each ε_w the normal draw of week w's block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadScore {
    /// Stream named by supplier and origin.
    pub stream: StreamName,
}

/// Week-to-week correlation of lead-time scores (design.md 2, lead times).
pub const WEEKLY_CORRELATION: f64 = 0.98;
