//! What a scenario has: articles, suppliers, owners, sites, lanes.

use super::{Id, LaneTransport, Servers, Title};
use crate::random::laws::LeadTimeLaw;
use crate::units::{MilliOre, PerMillion};
use serde::Serialize;

/// `[article.ID]` or a row of the item file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Article {
    /// Name.
    pub name: Title,
    /// Flow (V1).
    pub flow: String,
    /// Product family.
    pub family: String,
    /// Class, the key of `[item-class.*]` defaults.
    pub class: String,
    /// Purchasing channel, e.g. `wholesaler` or `other`.
    pub channel: String,
    /// Supplier id; the preferred one where several are named.
    pub supplier: Id,
    /// Safety-critical.
    pub critical: bool,
    /// Who decided that it is critical, and when; empty if not said.
    pub critical_decided_by: String,
    /// Price per unit.
    pub price: MilliOre,
    /// Units per pack (order multiple).
    pub pack: i64,
    /// Units per pallet, given or from the volume.
    pub pallet: i64,
    /// Where it must be kept.
    pub temperature: Temperature,
    /// Shelf life in days, if it has one.
    pub shelf_life_days: Option<f64>,
    /// Mean use per calendar day in the whole region, units.
    pub demand_mean: f64,
    /// Standard deviation of the region's daily use, units; `None` where the law of its demand has no use for one.
    pub demand_sd: Option<f64>,

    /// Weight of a unit, kilograms.
    pub weight_kg: Option<f64>,

    /// Articles with the same need group stand in for each other; empty if none.
    pub need_group: String,
    /// Common units of the need group in a unit, millionths.
    pub need_factor: i64,
    /// Units in a case, if it has one.
    pub case: Option<i64>,
    /// Share of the shelf life that is left at delivery; absent = as the supplier says.
    pub shelf_life_left: Option<f64>,

    /// Suppliers beside the first, in the order in which they are named.
    pub further_suppliers: Vec<Id>,
}

/// Temperature class of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Temperature {
    /// Room temperature.
    #[default]
    Ambient,
    /// Refrigerated.
    Cool,
    /// Frozen.
    Frozen,
}

impl Temperature {
    /// The words of files, with their meanings.
    pub const WORDS: [(&'static str, Temperature); 3] =
        [("ambient", Temperature::Ambient), ("cool", Temperature::Cool), ("frozen", Temperature::Frozen)];
}

/// `[flow.ID]`: a flow of goods.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Flow {
    /// Name.
    pub title: Title,
    /// What its need is; empty if not said.
    pub need: Title,
    /// What the need is counted in; empty if not said.
    pub unit: Title,
    /// Why it is not assessed, if it is not: its articles are then left out.
    pub not_assessed: Option<Title>,
}

/// `[family.ID]`: a product family.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Family {
    /// Name.
    pub title: Title,
}

/// `[supplier.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Supplier {
    /// Name.
    pub title: Title,
    /// Origin id, which gives the lead time.
    pub origin: Id,
    /// Stands in the region.
    pub in_region: bool,
    /// Share of the shelf life that is left at delivery, of articles that do not say; absent = all of it.
    pub shelf_life_left: Option<f64>,
    /// Days from a failure until it works again, for `exposure`; absent = as the command says.
    pub recovery: Option<u32>,
}

/// `[origin.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Origin {
    /// Name.
    pub title: Title,
    /// Order to warehouse.
    pub lead_time: LeadTimeLaw,
    /// Where orders queue at each supplier before that.
    pub servers: Option<Servers>,
}

/// `[owner.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Owner {
    /// Name.
    pub title: Title,
    /// `kind = "supplier"`: its stock is subject to a claim at a cut.
    pub is_supplier: bool,
    /// Yearly capital rate; absent = not included.
    pub capital_rate: Option<PerMillion>,
    /// Who bears what this owner pays (V35); empty: it pays itself.
    pub shares: Vec<(Id, PerMillion)>,
}

/// `[site.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Site {
    /// Name.
    pub title: Title,
    /// In the region.
    pub in_region: bool,
    /// Counts as regional stock (lagertillgänglighet).
    pub regional_stock: bool,
    /// Owner of the stock.
    pub owner: Id,
    /// Who pays the site's storage, handling, picking and write-off.
    pub payer: Id,
    /// Role by which failures are drawn, so that today's and tomorrow's main stock meet the same luck.
    pub role: String,
    /// Share of the region's demand that is taken here; 0 = no demand point.
    pub demand_share: f64,
    /// Demand of others on top of the region's, as a share of the region's (V35); 0 = none.
    pub added_demand: f64,
    /// Prices.
    pub pallet_year: Option<MilliOre>,
    /// Per pallet in and out.
    pub handling_pallet: Option<MilliOre>,
    /// Per picked line.
    pub pick_line: Option<MilliOre>,
    /// Share of stock value written off per year.
    pub write_off: Option<PerMillion>,

    /// Days from a failure until it works again, for `exposure`; absent = as the command says.
    pub recovery: Option<u32>,
    /// Weekdays on which goods come in, Monday first; absent = every day.
    pub receives: Option<[bool; 7]>,

    /// Room in pallets.
    pub pallet_positions: Option<f64>,
    /// Floor area, square metres.
    pub area_m2: Option<f64>,
    /// Floor that a pallet takes, square metres.
    pub m2_per_pallet: Option<f64>,
    /// Price of a pallet that stands elsewhere for a day.
    pub overflow_price: Option<MilliOre>,
}

impl Site {
    /// Whether its room has a limit.
    pub fn room(&self) -> bool {
        self.pallet_positions.is_some() || self.area_m2.is_some()
    }

    /// What is used here, as a share of the region's own demand.
    pub fn demand(&self) -> f64 {
        self.demand_share + self.added_demand
    }
}

/// `[lane.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lane {
    /// From a site, or `"suppliers"` for the lanes of all suppliers to `to`.
    pub from: Id,
    /// To a site.
    pub to: Id,
    /// Lead time; `None` only for lanes from suppliers, whose origin decides.
    pub lead_time: Option<LeadTimeLaw>,
    /// Cost per departure.
    pub per_departure: Option<MilliOre>,
    /// Cost per pallet.
    pub per_pallet: Option<MilliOre>,
    /// Cost per order.
    pub per_order: Option<MilliOre>,
    /// Who pays.
    pub payer: Id,

    /// Days from a failure until it works again, for `exposure`; absent = as the command says.
    pub recovery: Option<u32>,
    /// Departures, capacity, deliveries.
    pub transport: LaneTransport,
}
