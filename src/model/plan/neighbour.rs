//! Neighbours: sites that help each other out of their stocks when one of them is short (T55).
//!
//! Side tables: all are empty where no rule holds.

use crate::units::{MilliOre, Quanta};
use serde::{Deserialize, Serialize};

/// Who helps whom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NeighbourPlan {
    /// Rules that hold somewhere, by id.
    pub rules: Vec<Neighbour>,
    /// Demand entries that are helped, ascending.
    pub takers: Vec<Taker>,
}

/// A rule of help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Its id.
    pub id: String,
    /// Days until what is given is there; 0 = it serves the need at once.
    pub days: u32,
    /// Price of a line that is given; absent = not included.
    pub per_line: Option<MilliOre>,
    /// Whether it acts in the copies of probes; never with days.
    pub in_stop: bool,
}

/// A demand entry that is helped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taker {
    /// The demand entry.
    pub demand: u32,
    /// Index into [`NeighbourPlan::rules`].
    pub rule: u32,
    /// Cells of the same article at other sites, ascending; at least one.
    pub givers: Vec<Giver>,
}

/// A cell that gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Giver {
    /// The cell.
    pub cell: u32,
    /// Stock that it keeps.
    pub keep: Quanta,
}

impl NeighbourPlan {
    /// Whether anybody helps.
    pub fn is_used(&self) -> bool {
        !self.takers.is_empty()
    }

    /// Who helps a demand entry, if anybody does.
    pub fn of(&self, demand: u32) -> Option<&Taker> {
        let place = self.takers.binary_search_by_key(&demand, |taker| taker.demand).ok()?;
        Some(&self.takers[place])
    }
}
