//! How endurance is probed and read.

use super::cut::Cut;
use super::slice::Slice;
use serde::{Deserialize, Serialize};

/// The readings of a probe. Definitions: design.md chapter 3.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EndurancePlan {
    /// Probes in each replication; probe k lies uniformly in slice k of the measured days.
    pub probes: u32,
    /// A day counted from the first measured day on which every probe is taken instead (theory).
    pub fixed_day: Option<u32>,
    /// Stream that draws the probes' days; the occurrence is k. It does not depend on the scenario, so that all cells of
    /// a study are probed on the same dates.
    pub probe_stream: crate::random::key::StreamName,
    /// Longest endurance that is told apart; longer is reported as "≥ cap".
    pub cap_days: u32,
    /// Shares of need that must be served, ascending (0.90, 0.95, 0.98).
    pub thresholds: Vec<f64>,
    /// Levels: days of the vertical reading (3, 7, 30, 90), ascending, none above the cap.
    pub levels: Vec<u32>,
    /// When endurance ends.
    pub stop_rule: StopRule,
    /// Required probability of a level (0.95).
    pub required_probability: f64,
    /// Required share of critical articles that hold a level as stock (lagerkrav).
    pub required_article_share: f64,
    /// How every cut is tried that ends and has no length of its own; see [`EndurancePlan::stop_of`].
    pub stop: Option<StopPlan>,
    /// Need groups, sorted by name.
    pub groups: Vec<NeedGroup>,
    /// Parts of them that are read by themselves, by kind.
    pub slices: Vec<Slice>,
}

impl EndurancePlan {
    /// Days that a copy runs at the most; it ends when every reading is decided.
    pub fn copied_days(&self) -> u32 {
        self.cap_days + self.stop_rule.days_past_cap()
    }

    /// Days of the survival curve: it ends with the last level.
    pub fn curve_days(&self) -> u32 {
        self.levels.last().map_or(self.cap_days, |&last| last.min(self.cap_days))
    }

    /// Days that the longest copy of a probe runs, under some cuts.
    pub fn longest_copy_days(&self, cuts: &[Cut]) -> u32 {
        let followed = cuts.iter().filter_map(|cut| self.stop_of(cut)).map(|stop| stop.follow_days);
        followed.fold(self.copied_days(), u32::max)
    }

    /// How a cut is tried as one that ends, if it is: by its own length, else by the common one.
    pub fn stop_of(&self, cut: &Cut) -> Option<StopPlan> {
        cut.stop.or(self.stop).filter(|stop| stop.length_days > 0)
    }

    /// Share served below which a stop has led to a breach: the middle threshold.
    pub fn breach_below(&self) -> f64 {
        self.thresholds.get(self.thresholds.len() / 2).copied().unwrap_or(0.0)
    }

    /// Share served at which the region has recovered again: the last threshold.
    pub fn recovered_at(&self) -> f64 {
        self.thresholds.last().copied().unwrap_or(0.0)
    }
}

/// A cut that ends after some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopPlan {
    /// Days that it lasts.
    pub length_days: u32,
    /// Days that the copy is followed, from its first day; at least the length.
    pub follow_days: u32,
}

/// When endurance ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StopRule {
    /// On the first of `days_running` days in a row on which the share served is below the threshold.
    ShareBelow {
        /// Days in a row.
        days_running: u32,
    },
    /// On the first day with an unmet unit, whatever the threshold.
    FirstUnmetUnit,
}

impl StopRule {
    /// Days a copy must run past the cap so that no reading up to the cap depends on it.
    pub fn days_past_cap(self) -> u32 {
        self.days_in_a_row()
    }

    /// Days in a row that end endurance.
    pub fn days_in_a_row(self) -> u32 {
        match self {
            StopRule::ShareBelow { days_running } => days_running,
            StopRule::FirstUnmetUnit => 1,
        }
    }
}

/// Critical demand cells at one site whose articles can replace each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NeedGroup {
    /// Name, `site / article or group`.
    pub name: String,
    /// The demand entries of the group: indices into [`super::Plan::demands`].
    pub demands: Vec<u32>,
}
