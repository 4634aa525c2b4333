//! What a probe of endurance stops.

use super::disruption::Target;
use super::endurance::StopPlan;
use serde::{Deserialize, Serialize};

/// A cut: what is stopped from the probe on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cut {
    /// Stable id, as in the study file.
    pub id: String,
    /// Name in Swedish.
    pub name_sv: String,
    /// Name in English.
    pub name_en: String,
    /// What stops, for as long as the probe lasts.
    pub stops: Vec<Target>,
    /// Lanes on which goods under way freeze (they have not passed the cut). Ascending.
    pub freezes: Vec<u32>,
    /// Whether suppliers lock their own stock, of which the claim frees a share.
    pub locks_supplier_stock: bool,
    /// Shares of supplier-owned stock to try, in parts per thousand (0, 500, 1000). A single 1000 where the cut locks
    /// nothing or no stock of the scenario is a supplier's.
    pub claims: Vec<u16>,
    /// A length of its own, instead of the common one; 0 days = it is not tried as a cut that ends.
    pub stop: Option<StopPlan>,
    /// Processes that begin with it in its copies, as indices of [`super::Plan::disruptions`]. Ascending.
    pub with: Vec<u32>,
}
