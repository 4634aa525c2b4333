//! Phases of a run: rules that hold from a date on, and whole plans that take the place of each other.

use super::Plan;
use super::policy::{ReviewGroup, Rule};
use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// The ordering rules in force from a day on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Phase {
    /// First day of the phase.
    pub from_day: u32,
    /// Rule of each cell.
    pub rules: Vec<Rule>,
    /// Order multiple of each cell (1 = no rounding). Orders are rounded up.
    pub packs: Vec<Quanta>,
    /// Review groups, downstream sites first.
    pub reviews: Vec<ReviewGroup>,
    /// Terms of each cell; empty if no cell has any.
    pub terms: Vec<super::terms::Terms>,

    /// Cells that do not order everything by their first way, ascending by cell; empty if there are none.
    pub sourcing: Vec<super::sourcing::Sourcing>,
}

/// Phases in which sites, sources and prices change too; all empty in a plan without such.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Phasing {
    /// Name of the phase that this plan is; absent where there is only one.
    pub name: Option<PhaseName>,
    /// Cells that only other phases have, ascending, and who gets what stands there.
    pub closed: Vec<Closed>,
    /// The phases that follow, by their first day. Empty in the plan of a later phase.
    pub later: Vec<LaterPhase>,
}

/// What a phase is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseName {
    /// Stable id.
    pub id: String,
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

/// A later phase: a plan of its own over the same sites, pools, owners, lanes, lead-time scores, offers, cells, demand entries,
/// processes, need groups and cuts, with the same calendar and the same opening stock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaterPhase {
    /// First day, from the start of the run.
    pub from_day: u32,
    /// The plan.
    pub plan: Plan,
}

/// A cell that a phase does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The cell.
    pub cell: u32,
    /// Who gets what stands there: (cell, weight). Empty: it goes back to the supplier.
    pub heirs: Vec<(u32, i64)>,
}

impl Phasing {
    /// Whether a cell is one that only other phases have.
    pub fn is_closed(&self, cell: u32) -> bool {
        self.closed.binary_search_by_key(&cell, |closed| closed.cell).is_ok()
    }
}
