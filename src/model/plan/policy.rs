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
    /// Need over the coverage period (I9–I12): orders what the stock lacks of need and minimum stock together.
    Need {
        /// Mean daily use × coverage.
        need: Quanta,
        /// Minimum stock.
        minimum: Quanta,
    },
    /// (R, s, S): at or below `point`, orders up to `level`.
    MinMax {
        /// Reorder point s.
        point: Quanta,
        /// Order-up-to level S, at least s.
        level: Quanta,
    },
    /// Fixed quantity (I17): below `point`, orders one lot.
    FixedQuantity {
        /// Reorder point.
        point: Quanta,
        /// Lot size, positive.
        lot: Quanta,
    },
    /// Level restore (I21): below `point`, orders what restores the point itself.
    Restore {
        /// Reorder point, which is the level too.
        point: Quanta,
    },
    /// Orders what is planned for the days up to today and not ordered yet.
    List {
        /// Index into [`super::Plan::order_lists`].
        list: u32,
    },
}

/// Cells of one site that are reviewed on the same days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewGroup {
    /// The site.
    pub site: u32,
    /// Contiguous cells.
    pub cells: super::cell::Range,
    /// Days between reviews; [`CONTINUOUS`] is no period but review whenever the position falls.
    pub every_days: u32,
    /// Reviews fall on days whose number (from the first measured day) leaves this remainder.
    pub offset: u32,
    /// If given, reviews fall on these weekdays only, from Monday.
    pub order_days: Option<[bool; 7]>,
}

/// The period of a group that is reviewed whenever its position falls.
pub const CONTINUOUS: u32 = 0;
