//! Room for stock: a side table, empty where no site has a limit.

use crate::units::MilliOre;
use serde::{Deserialize, Serialize};

/// The room of one site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteSpace {
    /// The site.
    pub site: u32,
    /// Room in millionths of a pallet.
    pub room: i64,
    /// Price of a pallet that stands elsewhere for a day, on top of its position; absent = not included.
    pub overflow_price: Option<MilliOre>,
}

pub use crate::inventory::room::PALLET;
