//! Staff of sites: a side table, empty where no site has a rule.

use crate::units::MilliOre;
use serde::{Deserialize, Serialize};

/// The staff of one site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteStaff {
    /// The site.
    pub site: u32,
    /// Seconds of work scheduled on each weekday, Monday first.
    pub scheduled: [i64; 7],
    /// Seconds that a line takes that comes in; absent = it takes none.
    pub per_line_received: Option<i64>,
    /// Seconds that a line takes that leaves; absent = it takes none.
    pub per_line_picked: Option<i64>,
    /// Price of a scheduled hour; absent = not included.
    pub price: Option<MilliOre>,
}

/// Seconds in an hour.
pub const HOUR: i64 = 3600;
