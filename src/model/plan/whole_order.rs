//! Whole orders: needs of one day at one site that are served together or not at all.

use serde::{Deserialize, Serialize};

/// Demand entries of one site whose needs of a day are one order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeOrder {
    /// Id of the rule.
    pub id: String,
    /// The entries, ascending; at least one. An entry is in one order at most.
    pub demands: Vec<u32>,
}
