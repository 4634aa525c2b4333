//! Sites, owners and stock pools.

use serde::{Deserialize, Serialize};

/// A place that holds stock, buys or sells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// Stable id.
    pub id: String,
    /// Name in Swedish.
    pub name_sv: String,
    /// Name in English.
    pub name_en: String,
    /// Suppliers have endless stock and no cells.
    pub is_supplier: bool,
    /// Stands in the region: stays reachable when everything outside is cut.
    pub in_region: bool,
    /// Counts as the regional stock of lagertillgänglighet (V43).
    pub regional_stock: bool,
    /// Echelon: 0 for suppliers, one more than the deepest source otherwise. Ranks events of one instant.
    pub rank: u8,
    /// The site's cells.
    pub cells: super::cell::Range,
}

/// Who owns stock and carries its capital cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Owner {
    /// Stable id, also the name of the payer in results.
    pub id: String,
    /// A supplier's own stock is subject to a claim at a cut (V8).
    pub is_supplier: bool,
    /// Who bears what this owner pays: (owner, share). Empty: it pays itself. The shares make a whole.
    pub shares: Vec<(u32, crate::units::PerMillion)>,
}

/// A stock pool: the part of a site's stock that one owner holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// The site.
    pub site: u32,
    /// The owner.
    pub owner: u32,
}
