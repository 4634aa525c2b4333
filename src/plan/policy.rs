//! Ordering rules, with their levels worked out.

use crate::units::Quanta;
use serde::{Deserialize, Serialize};

/// What a review does to a cell. Levels are inventory positions: on hand + on order − backorders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// Never orders.
    Never,
    /// (R, S): orders up to `level` at every review.
    OrderUpTo {
        /// Order-up-to level S.
        level: Quanta,
    },
    /// (R, s, nQ): at or below `point`, orders the fewest lots that lift the position above it.
    ReorderPoint {
        /// Reorder point s.
        point: Quanta,
        /// Lot size Q, positive.
        lot: Quanta,
    },
}

/// Cells of one site that are reviewed on the same days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewGroup {
    /// The site.
    pub site: u32,
    /// Contiguous cells.
    pub cells: super::cell::Range,
    /// Days between reviews, at least 1.
    pub every_days: u32,
    /// Reviews fall on days whose number (from the first measured day) leaves this remainder.
    pub offset: u32,
}
