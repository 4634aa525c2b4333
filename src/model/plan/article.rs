//! What an article is to the simulator and to its cost.

use crate::units::MilliOre;
use serde::{Deserialize, Serialize};

/// One article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Stable id (article number).
    pub id: String,
    /// Name in Swedish.
    pub name_sv: String,
    /// Name in English.
    pub name_en: String,
    /// Product family.
    pub family: String,
    /// Flow (V1).
    pub flow: String,
    /// Safety-critical (V52): counts in availability and endurance.
    pub critical: bool,
    /// Price per unit.
    pub price: MilliOre,
    /// Units on a full pallet.
    pub units_per_pallet: i64,
}
