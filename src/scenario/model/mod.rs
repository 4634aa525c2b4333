//! The scenario: everything a file can say, checked, with names instead of indices and units already read.
//!
//! Quantities are in units of issue, times in days, money as [`MilliOre`](crate::units::MilliOre). Nothing here knows the text it came from.

mod demand;
mod disruption;
mod network;
mod phase;
mod rules;
mod shortage;
mod staff;
mod study;
mod terms;
mod transport;

pub use demand::{Beyond, CustomerRule, DemandLaw, DemandRule, DemandRules, Replay, ReplaySeries, SizeRule};
pub use disruption::{Begins, Disruption, DisruptionEffects, DisruptionTarget, When};
pub use network::{Article, Family, Flow, Lane, Origin, Owner, Site, Supplier, Temperature};
pub use phase::{PhaseFile, PhaseRule};
pub use rules::{
    AlarmRule, CostRules, Lot, LumpSum, PolicyKind, PolicyRule, PoolRule, ReserveKind, ReservePlacement, Selection,
    SourcingRule, StockRule, Upper,
};
pub use shortage::{NeighbourRule, RationingKind, RationingRule, ReactionRule, WholeOrderRule};
pub use staff::StaffRule;
pub use study::{CutRationing, CutRule, EnduranceRules, MoneyUnit, Reserve, Stopped, Study};
pub use terms::{ForecastRule, Round, Safety, Stretch, TermRules, Tolerance};
pub use transport::{ExpressRule, LaneTransport, Servers};

use crate::engine::calendar::DayPhase;
use crate::plan::demand::Unmet;
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
    /// `[article.*]` and the item file, without those of flows that are not assessed.
    pub articles: BTreeMap<Id, Article>,
    /// `[flow.*]`, and the flows of articles that have no table.
    pub flows: BTreeMap<Id, Flow>,
    /// `[family.*]`, and the families of articles that have no table.
    pub families: BTreeMap<Id, Family>,
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
    /// `[demand-rule.*]`.
    pub demand_rules: BTreeMap<Id, DemandRule>,
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

    /// `[express.*]`.
    pub express: BTreeMap<Id, ExpressRule>,

    /// `[reaction.*]`.
    pub reactions: BTreeMap<Id, ReactionRule>,
    /// `[rationing.*]`.
    pub rationing: BTreeMap<Id, RationingRule>,

    /// `[neighbour.*]`.
    pub neighbours: BTreeMap<Id, NeighbourRule>,
    /// `[whole-order.*]`.
    pub whole_orders: BTreeMap<Id, WholeOrderRule>,

    /// `[phase.*]`.
    pub phases: BTreeMap<Id, PhaseRule>,

    /// `[staff.*]`.
    pub staff: BTreeMap<Id, StaffRule>,
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
    /// Batches of articles with a shelf life are followed, and expire.
    pub batches: bool,
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
