//! Phases of a run: rules that hold from a date on.

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
