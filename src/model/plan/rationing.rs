//! Who gets what when a warehouse's stock does not cover the requests.
//!
//! Side tables: both are empty where no rule holds; then stock is shared in proportion.

use serde::{Deserialize, Serialize};

/// Rules of sharing, and the cells where they hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RationingPlan {
    /// The rules.
    pub rules: Vec<Rationing>,
    /// The rule of each cell that others buy from, parallel to [`super::Plan::cells`]; empty where there are none.
    pub of_cell: Vec<Option<u32>>,
}

/// A rule of sharing. Requests that it does not tell apart share in proportion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rationing {
    /// All in proportion to their requests.
    Proportional,
    /// The buyer that has waited longest first.
    FirstCome,
    /// Buyers in an order: the place of each site in it, parallel to [`super::Plan::sites`]; the lowest first.
    Priority(Vec<u32>),
}
