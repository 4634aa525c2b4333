//! What a probe of endurance stops.

use super::Plan;
use super::disruption::Target;
use super::endurance::StopPlan;
use super::rationing::Rationing;
use super::transport::CellExpress;
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
    /// The rules by which stock is shared while it is in force, as [`super::rationing::RationingPlan::of_cell`] (empty: none holds); absent: as
    /// without it.
    pub rationing: Option<Vec<Option<u32>>>,
    /// What goes by express while it is in force.
    pub express: CutExpress,
}

/// What goes by express while a cut is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CutExpress {
    /// What does without it.
    #[default]
    AsEver,
    /// That, and what only cuts call on.
    OnCall,
    /// Nothing.
    Nothing,
}

impl Plan {
    /// The rule of a cell that others buy from, if one holds under the cut in force.
    pub fn rationing_rule(&self, cell: u32, cut: Option<u32>) -> Option<&Rationing> {
        let instead = cut.and_then(|cut| self.cuts[cut as usize].rationing.as_ref());
        let rule = instead.unwrap_or(&self.rationing.of_cell).get(cell as usize).copied().flatten()?;
        Some(&self.rationing.rules[rule as usize])
    }

    /// The express service of each way under the cut in force; ways beyond its end have none.
    pub fn services(&self, cut: Option<u32>) -> &[Option<CellExpress>] {
        let transport = &self.transport;
        match cut.map_or(CutExpress::AsEver, |cut| self.cuts[cut as usize].express) {
            CutExpress::Nothing => &[],
            CutExpress::OnCall if !transport.express_on_call.is_empty() => &transport.express_on_call,
            CutExpress::OnCall | CutExpress::AsEver => &transport.express_of_cell,
        }
    }
}
