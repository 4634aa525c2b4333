//! Memory that a run uses again and again and that is no part of its state.

use super::dispatch::Desk;
use super::minutes::MinuteDesk;
use super::needs::Needs;
use super::shortage::Short;
use crate::plan::Plan;

/// What a run needs beside its state.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The desk of dispatch.
    pub desk: Desk,
    /// Needs drawn ahead.
    pub needs: Needs,
    /// What the first pass of the phase demand left uncovered.
    pub shorts: Vec<Short>,
    /// Per demand entry what holds its order back; empty where there are no whole orders.
    pub held: Vec<u32>,
    /// Customers of the day, and places to pass goods on from.
    pub minutes: MinuteDesk,
}

impl Workspace {
    /// For a replication, which meets each day once.
    pub fn of_a_run() -> Workspace {
        Workspace {
            desk: Desk::default(),
            needs: Needs::of_a_pair(),
            shorts: Vec::new(),
            held: Vec::new(),
            minutes: MinuteDesk::default(),
        }
    }

    /// For the copies of probes, which meet the same days once per cut and claim.
    pub fn of_copies(plan: &Plan) -> Workspace {
        let needs = Needs::of_days(plan.endurance.longest_copy_days(&plan.cuts) as usize);
        Workspace { needs, ..Workspace::of_a_run() }
    }
}
