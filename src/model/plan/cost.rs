//! Prices: what turns the integer drivers of a replication into money.

use crate::units::{MilliOre, PerMillion};
use serde::{Deserialize, Serialize};

/// All prices of a scenario. An absent price means "not included", never zero.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prices {
    /// Yearly capital rate per owner, parallel to [`super::Plan::owners`].
    pub capital: Vec<Option<PerMillion>>,
    /// Prices per site, parallel to [`super::Plan::sites`].
    pub sites: Vec<SitePrices>,
    /// Theory: holding cost per unit and day, instead of capital and storage.
    pub holding_per_unit_day: Option<MilliOre>,
    /// Theory: cost of a waiting unit per day.
    pub backorder_per_unit_day: Option<MilliOre>,
    /// Theory and retail: cost of a lost unit.
    pub lost_per_unit: Option<MilliOre>,
    /// Cost of an hour spent chasing deliveries.
    pub staff_hour: Option<MilliOre>,
    /// Thousandths of an hour spent per open critical backorder line and day.
    pub chasing_millihours: Option<i64>,
    /// Index of the owner who pays chasing, backorders and lost units.
    pub care_payer: u32,
    /// Lump sums in a column of their own (V38): never part of the bottom-up total.
    pub lump_sums: Vec<LumpSum>,
}

/// Prices of one site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SitePrices {
    /// Who pays storage, handling, picking and write-off at the site: index of an owner.
    pub payer: u32,
    /// Per pallet position and year.
    pub pallet_year: Option<MilliOre>,
    /// Per pallet in and out.
    pub handling_pallet: Option<MilliOre>,
    /// Per picked order line.
    pub pick_line: Option<MilliOre>,
    /// Share of the mean stock value written off per year.
    pub write_off: Option<PerMillion>,
}

/// A yearly sum that stands beside the bottom-up cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LumpSum {
    /// Stable id.
    pub id: String,
    /// Name in Swedish.
    pub name_sv: String,
    /// Name in English.
    pub name_en: String,
    /// Öre per year.
    pub per_year: crate::units::Ore,
}
