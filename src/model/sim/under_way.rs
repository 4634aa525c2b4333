//! What transport remembers beside goods: since when requests wait, what comes in bit by bit, which servers are busy.

use super::prepared::Prepared;
use super::switch::lane_is_changed;
use crate::plan::Plan;
use crate::plan::transport::Delivery;
use crate::time::Minute;
use crate::units::Quanta;

/// A request that does not wait.
pub const NOT_WAITING: u32 = u32::MAX;

/// Which parts of transport a plan uses at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct TransportUse {
    /// Capacities, whole deliveries, express, rationing or staff: dispatch goes through the steps of [`super::loading`].
    pub loading: bool,
    /// Since when a request waits matters: loading, or fail-over to another source.
    pub waits: bool,
    /// Some lane has a receipt rate.
    pub receipts: bool,
    /// Some lane has servers.
    pub servers: bool,
}

impl TransportUse {
    /// What a plan uses.
    pub fn of(plan: &Plan) -> TransportUse {
        let transport = &plan.transport;
        let lanes = &transport.lanes;
        let loads = lanes.iter().any(|lane| lane.capacity.is_limited() || lane.delivers != Delivery::Partial);
        let loading =
            loads || !transport.express.is_empty() || !plan.rationing.rules.is_empty() || !plan.staff.is_empty();
        let mut sourcing = plan.phases.iter().flat_map(|phase| &phase.sourcing);
        TransportUse {
            loading,
            waits: loading || sourcing.any(|rule| !rule.fail_over.is_empty()),
            receipts: lanes.iter().any(|lane| lane.receipt_per_day.is_some()),
            servers: !transport.servers.is_empty(),
        }
    }
}

/// How far the receipt of a cell's goods is planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The day of the latest part.
    pub day: u32,
    /// What comes in on that day.
    pub planned: Quanta,
}

/// The memory of transport. Columns are empty where a plan does not use them.
#[derive(Clone, Debug, Default)]
pub struct UnderWay {
    /// Per way: the first day on which dispatch met its open request, or [`NOT_WAITING`].
    pub since: Vec<u32>,
    /// Per way: receipt at a finite rate.
    pub receipts: Vec<Receipt>,
    /// When each server is free.
    pub servers: Vec<Minute>,
    /// Per lane: the latest arrival of a line that had a server.
    pub latest: Vec<Minute>,
}

impl UnderWay {
    /// Nothing waits and every server is free.
    pub fn new(prepared: &Prepared) -> UnderWay {
        let (plan, uses) = (&*prepared.plan, prepared.transport);
        let ways = plan.ways();
        let servers: u32 = plan.transport.servers.iter().map(|pool| pool.count).sum();
        UnderWay {
            since: if uses.waits { vec![NOT_WAITING; ways] } else { Vec::new() },
            receipts: if uses.receipts { vec![Receipt::default(); ways] } else { Vec::new() },
            servers: vec![Minute(0); servers as usize],
            latest: if uses.servers { vec![Minute(0); plan.lanes.len()] } else { Vec::new() },
        }
    }

    /// A phase of the run begins.
    pub fn begin_phase(&mut self, old: &Prepared, new: &Prepared) {
        let fresh = UnderWay::new(new);
        if self.since.len() != fresh.since.len() {
            self.since = fresh.since;
        }
        if self.receipts.len() == fresh.receipts.len() {
            for (cell, receipt) in (0..).zip(&mut self.receipts) {
                if lane_is_changed(&old.plan, &new.plan, cell) {
                    *receipt = Receipt::default();
                }
            }
        } else {
            self.receipts = fresh.receipts;
        }
        if old.plan.transport.servers != new.plan.transport.servers {
            (self.servers, self.latest) = (fresh.servers, fresh.latest);
        }
    }

    /// Becomes a copy, reusing its own memory.
    pub fn copy_from(&mut self, other: &UnderWay) {
        self.since.clone_from(&other.since);
        self.receipts.clone_from(&other.receipts);
        self.servers.clone_from(&other.servers);
        self.latest.clone_from(&other.latest);
    }

    /// Becomes the part of another memory that belongs to some ways.
    pub fn take(&mut self, other: &UnderWay, ways: &[u32]) {
        self.copy_from(other);
        if !other.since.is_empty() {
            self.since.clear();
            self.since.extend(ways.iter().map(|&way| other.since[way as usize]));
        }
        if !other.receipts.is_empty() {
            self.receipts.clear();
            self.receipts.extend(ways.iter().map(|&way| other.receipts[way as usize]));
        }
    }
}
