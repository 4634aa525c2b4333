//! What is asked: cuts, reserves, endurance, the study.

use super::{Id, Scenario, Title};
use crate::plan::endurance::{StopPlan, StopRule};
use serde::Serialize;

/// `[cut.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CutRule {
    /// Name.
    pub title: Title,
    /// What stops.
    pub stops: Vec<Stopped>,
    /// Whether suppliers lock their own stock, of which the claim frees a share.
    pub locks_supplier_stock: bool,
    /// A length of its own; 0 days = it is not tried as a cut that ends.
    pub stop: Option<StopPlan>,
    /// Disruptions that begin with it.
    pub with: Vec<Id>,
    /// Which rule of rationing holds while it lasts; absent: those that hold without it.
    pub rationing: Option<CutRationing>,
    /// Whether express acts while it lasts; absent: what acts without it.
    pub express: Option<bool>,
}

/// How stock is shared while a cut lasts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum CutRationing {
    /// `none`: in proportion, everywhere.
    None,
    /// By this rule where it selects, elsewhere in proportion.
    Rule(Id),
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
    /// `origin:ID`: every supplier of the origin.
    Origin(Id),
    /// `owner:ID`: every site whose stock is the owner's.
    Owner(Id),
    /// `role:NAME`: every site with the role.
    Role(String),
    /// `lane:ID`; goods under way on it freeze.
    Lane(Id),
    /// `transport`: every lane; goods under way freeze.
    Transport,
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
    /// A cut that ends, if one is tried.
    pub stop: Option<StopPlan>,
    /// Required probability.
    pub required_probability: f64,
    /// Required share of articles for lagerkrav.
    pub required_article_share: f64,
}

/// `[report] money`: how millions of kronor are called in tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MoneyUnit {
    /// `MSEK`, as the region writes.
    #[default]
    Msek,
    /// `mnkr` in Swedish, `SEK m` in English.
    Mnkr,
}

impl MoneyUnit {
    /// All of them.
    pub const ALL: [MoneyUnit; 2] = [MoneyUnit::Msek, MoneyUnit::Mnkr];

    /// The name in data files.
    pub fn id(self) -> &'static str {
        match self {
            MoneyUnit::Msek => "msek",
            MoneyUnit::Mnkr => "mnkr",
        }
    }
}

/// `[study]`: what to run and compare.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Study {
    /// Title.
    pub title: Title,
    /// The largest risk that the model leaves out, for the report's first page.
    pub largest_unmodelled_risk: Option<Title>,
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
    /// How millions of kronor are called.
    pub money: MoneyUnit,
}
