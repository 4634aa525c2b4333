//! The scenario: everything a file can say, checked, with names instead of indices and units already read.
//!
//! Quantities are in units of issue, times in days, money as [`MilliOre`]. Nothing here knows the text it came from.

use crate::engine::calendar::DayPhase;
use crate::plan::demand::{Negative, Unmet};
use crate::plan::endurance::StopRule;
use crate::random::laws::{DurationLaw, LeadTimeLaw};
use crate::units::{MilliOre, PerMillion};
use serde::Serialize;
use std::collections::BTreeMap;

/// A stable ASCII id.
pub type Id = String;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Title {
    /// Swedish.
    pub sv: String,
    /// English.
    pub en: String,
}

/// One scenario as read: the merged and checked content of its files.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scenario {
    /// The scenario's id (its file's stem).
    pub id: Id,
    /// `[scenario]`: title, days, order of events.
    pub frame: Frame,
    /// `[article.*]` and the item file.
    pub articles: BTreeMap<Id, Article>,
    /// `[supplier.*]`.
    pub suppliers: BTreeMap<Id, Supplier>,
    /// `[origin.*]`.
    pub origins: BTreeMap<Id, Origin>,
    /// `[owner.*]`.
    pub owners: BTreeMap<Id, Owner>,
    /// `[site.*]`.
    pub sites: BTreeMap<Id, Site>,
    /// `[pool.*]`: parts of a site's stock with another owner than the site's.
    pub pools: BTreeMap<Id, PoolRule>,
    /// `[lane.*]`.
    pub lanes: BTreeMap<Id, Lane>,
    /// `[sourcing.*]`.
    pub sourcing: BTreeMap<Id, SourcingRule>,
    /// `[policy.*]`.
    pub policies: BTreeMap<Id, PolicyRule>,
    /// `[stock.*]`: preset opening stock.
    pub stocks: BTreeMap<Id, StockRule>,
    /// `[reserve-placement.*]`: who holds the reserve of what.
    pub reserve_placements: BTreeMap<Id, ReservePlacement>,
    /// `[demand]`.
    pub demand: DemandRules,
    /// `[disruption.*]`.
    pub disruptions: BTreeMap<Id, Disruption>,
    /// `[cost]`.
    pub cost: CostRules,
    /// `[lump-sum.*]`.
    pub lump_sums: BTreeMap<Id, LumpSum>,
    /// `[cut.*]`, in the order of `[study] cuts`, else by id.
    pub cuts: BTreeMap<Id, CutRule>,
    /// `[reserve.*]`.
    pub reserves: BTreeMap<Id, Reserve>,
    /// `[endurance]`.
    pub endurance: EnduranceRules,
}

/// `[scenario]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Frame {
    /// Title.
    pub title: Title,
    /// A reservation printed beside every result of the scenario (V45), if any.
    pub remark: Option<Title>,
    /// First measured day, ISO 8601.
    pub start: String,
    /// Weekday of the start, 0 = Monday.
    pub start_weekday: u8,
    /// Days before measurement; `None` = max(1 year, 2 × (P99 of the longest lead time + its review)).
    pub warm_up_days: Option<u32>,
    /// Days measured.
    pub measured_days: u32,
    /// Quanta per unit.
    pub resolution: i64,
    /// Order of a day.
    pub day_order: [DayPhase; 5],
    /// Unmet demand.
    pub unmet: Unmet,
    /// True: weekly AR(1) score, no overtaking. False: independent, crossing.
    pub correlated_lead_times: bool,
}

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
    /// Supplier id.
    pub supplier: Id,
    /// Safety-critical.
    pub critical: bool,
    /// Who decided that it is critical, and when; empty if not said.
    pub critical_decided_by: String,
    /// Price per unit.
    pub price: MilliOre,
    /// Units per pack (order multiple).
    pub pack: i64,
    /// Units per pallet.
    pub pallet: i64,
    /// Shelf life in days, if it has one.
    pub shelf_life_days: Option<f64>,
    /// Mean use per calendar day in the whole region, units.
    pub demand_mean: f64,
    /// Standard deviation of the region's daily use, units.
    pub demand_sd: f64,
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
}

/// `[origin.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Origin {
    /// Name.
    pub title: Title,
    /// Order to warehouse.
    pub lead_time: LeadTimeLaw,
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
    /// Prices.
    pub pallet_year: Option<MilliOre>,
    /// Per pallet in and out.
    pub handling_pallet: Option<MilliOre>,
    /// Per picked line.
    pub pick_line: Option<MilliOre>,
    /// Share of stock value written off per year.
    pub write_off: Option<PerMillion>,
}

/// Which articles a rule is about: every condition given must hold; an empty list is no condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Selection {
    /// Article ids.
    pub articles: Vec<Id>,
    /// Flows.
    pub flows: Vec<String>,
    /// Families.
    pub families: Vec<String>,
    /// Classes.
    pub classes: Vec<String>,
    /// Channels.
    pub channels: Vec<String>,
    /// Suppliers.
    pub suppliers: Vec<Id>,
    /// Origins of the supplier.
    pub origins: Vec<Id>,
    /// Critical or not.
    pub critical: Option<bool>,
}

/// `[pool.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PoolRule {
    /// Sites.
    pub at: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// Owner.
    pub owner: Id,
    /// The rule with the highest priority wins; two that tie on one cell are an error.
    pub priority: i64,
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
}

/// `[sourcing.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourcingRule {
    /// Buying sites.
    pub at: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// A site, or `"supplier"` for the article's own supplier.
    pub from: Id,
    /// The rule with the highest priority wins; two that tie on one cell are an error.
    pub priority: i64,
}

/// `[policy.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PolicyRule {
    /// Sites.
    pub at: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// The rule with the highest priority wins; two that tie on one cell are an error.
    pub priority: i64,
    /// Kind and levels.
    pub kind: PolicyKind,
    /// Days between reviews.
    pub review_days: u32,
    /// Day of the first review, counted from the first measured day; less than `review_days`.
    pub review_offset: u32,
    /// Safety stock in days of mean use; ignored where levels are given in units.
    pub safety_stock_days: f64,
    /// Quantile of the lead-time law that the levels plan with (0.5 … 0.999); `None` = the mean.
    pub lead_time_quantile: Option<f64>,
    /// Round orders up to whole packs.
    pub packs: bool,
}

/// Kinds of ordering rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum PolicyKind {
    /// Orders nothing.
    Never,
    /// (R, S); level from days unless given in units.
    OrderUpTo {
        /// Order-up-to level in units.
        level: Option<f64>,
    },
    /// (R, s, nQ); point from days unless given in units.
    ReorderPoint {
        /// Reorder point in units.
        point: Option<f64>,
        /// Lot.
        lot: Lot,
    },
}

/// Lot size.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Lot {
    /// Units.
    Units(f64),
    /// Days of mean use.
    Days(f64),
}

/// `[stock.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StockRule {
    /// Sites.
    pub at: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// Units on hand when the run starts.
    pub on_hand: f64,
    /// The rule with the highest priority wins; two that tie on one cell are an error.
    pub priority: i64,
}

/// `[reserve-placement.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReservePlacement {
    /// The site that holds the reserve.
    pub at: Id,
    /// Articles.
    pub select: Selection,
}

/// `[demand]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DemandRules {
    /// Negative draws.
    pub negative: Negative,
    /// Weekday factors as given, scaled to mean one.
    pub weekday: [f64; 7],
}

/// `[disruption.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Disruption {
    /// Name.
    pub title: Title,
    /// Whether it is a major event in the split of endurance.
    pub major: bool,
    /// What it hits; each thing hit has its own process.
    pub target: DisruptionTarget,
    /// Starts per year and process.
    pub rate_per_year: f64,
    /// Duration of the stop.
    pub duration: DurationLaw,
}

/// What a disruption hits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum DisruptionTarget {
    /// Each article of the selection at its supplier.
    Offers(Selection),
    /// Each supplier (all, or those named).
    Suppliers(Vec<Id>),
    /// Each site with one of these roles; the stream is named by the role.
    Roles(Vec<String>),
    /// Each of these lanes.
    Lanes(Vec<Id>),
}

/// `[cost]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CostRules {
    /// Year of the prices, for reports.
    pub price_year: Option<i64>,
    /// Cost of an hour of chasing.
    pub staff_hour: Option<MilliOre>,
    /// Hours per open critical backorder line and day.
    pub chasing_hours: Option<f64>,
    /// Theory: holding cost per unit and day.
    pub holding_per_unit_day: Option<MilliOre>,
    /// Theory: cost of a waiting unit per day.
    pub backorder_per_unit_day: Option<MilliOre>,
    /// Theory and retail: cost of a lost unit.
    pub lost_per_unit: Option<MilliOre>,
    /// Owner who pays chasing, backorders and lost units.
    pub care_payer: Id,
}

/// `[lump-sum.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LumpSum {
    /// Name.
    pub title: Title,
    /// Per year.
    pub per_year: MilliOre,
}

/// `[cut.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CutRule {
    /// Name.
    pub title: Title,
    /// What stops.
    pub stops: Vec<Stopped>,
    /// Whether suppliers lock their own stock, of which the claim frees a share.
    pub locks_supplier_stock: bool,
}

/// What a cut stops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Stopped {
    /// `outside-region`: every site outside the region; goods on lanes that start outside freeze.
    OutsideRegion,
    /// `suppliers`: every supplier; shipped goods arrive.
    Suppliers,
    /// `largest-site`: the scenario's largest stock-holding site.
    LargestSite,
    /// `site:ID`.
    Site(Id),
    /// `supplier:ID`.
    Supplier(Id),
    /// `lane:ID`; goods under way on it freeze.
    Lane(Id),
}

/// `[reserve.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reserve {
    /// Name.
    pub title: Title,
    /// Days of mean use of critical articles, on top of the safety stock.
    pub days: f64,
}

/// `[endurance]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EnduranceRules {
    /// Probes per replication, one in each slice of the measured days; 0 = none.
    pub probes: u32,
    /// A fixed first probe day counted from the first measured day (theory); otherwise drawn within each slice.
    pub fixed_day: Option<u32>,
    /// Cap in days.
    pub cap_days: u32,
    /// Thresholds.
    pub thresholds: Vec<f64>,
    /// Levels in days.
    pub levels: Vec<u32>,
    /// Claims in parts per thousand.
    pub claims: Vec<u16>,
    /// Stop rule.
    pub stop_rule: StopRule,
    /// Required probability.
    pub required_probability: f64,
    /// Required share of articles for lagerkrav.
    pub required_article_share: f64,
}

/// `[study]`: what to run and compare.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Study {
    /// Title.
    pub title: Title,
    /// Scenarios, in the order of the table, merged with the study's own tables.
    pub scenarios: Vec<Scenario>,
    /// Reserves, in the order of the table.
    pub reserves: Vec<Id>,
    /// Cuts, in the order of the table.
    pub cuts: Vec<Id>,
    /// Id of the reference scenario.
    pub compare_to: Id,
    /// Replications.
    pub replications: u32,
    /// Seed.
    pub seed: u64,
}

/// Where a value came from (design.md 7): printed with the results and behind the confidence word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origins {
    /// Key path → origin.
    pub entries: BTreeMap<String, ValueOrigin>,
}

/// The origin of one value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValueOrigin {
    /// `seed`, `sourced`, `derived`, `assumption`, `fitted` or `tool`.
    pub kind: String,
    /// Source or reason.
    pub source: String,
    /// Plausible range, as text, if given.
    pub range: String,
    /// The value as text.
    pub value: String,
}
