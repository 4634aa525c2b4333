//! What was run, as every result tells it.

use crate::plan::endurance::StopPlan;
use crate::scenario::model::{MoneyUnit, Origins, Title};
use crate::sim::cost::Component;

/// What was run.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// Study title.
    pub title: Title,
    /// The largest risk that the model leaves out, in the words of those who made the study; told on the report's first page.
    pub largest_unmodelled_risk: Option<Title>,
    /// Scenarios in order.
    pub scenarios: Vec<ScenarioInput>,
    /// Reserves in order.
    pub reserves: Vec<ReserveInput>,
    /// Cuts in order.
    pub cuts: Vec<CutInput>,
    /// Thresholds of the share served (0.90, 0.95, 0.98).
    pub thresholds: Vec<f64>,
    /// Levels in days (3, 7, 30, 90).
    pub levels: Vec<u32>,
    /// Cap of endurance in days.
    pub cap_days: u32,
    /// Required probability of a level.
    pub required_probability: f64,
    /// Required share of critical articles that hold a level as stock.
    pub required_article_share: f64,
    /// Reference scenario.
    pub compare_to: String,
    /// Replications asked for.
    pub replications: u32,
    /// Seed.
    pub seed: u64,
    /// How millions of kronor are called in tables.
    pub money: MoneyUnit,
    /// Days measured.
    pub measured_days: u32,
    /// Version of the program.
    pub version: String,
    /// SHA-256 of every input file, by path relative to the study.
    pub files: Vec<(String, String)>,
    /// `--set` settings, in order.
    pub settings: Vec<String>,
    /// Findings of the check (e.g. a reserve longer than the shelf life), one text each.
    pub remarks: Vec<String>,
}

impl Inputs {
    /// Days of the survival curves: they end with the last level.
    pub fn curve_days(&self) -> u32 {
        self.levels.last().map_or(self.cap_days, |&last| last.min(self.cap_days))
    }
}

/// A scenario as it was run.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioInput {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Title,
    /// Reservation printed beside its results, if any (V45).
    pub remark: Option<Title>,
    /// Order of the day's phases, by name.
    pub day_order: Vec<&'static str>,
    /// Days of warm-up.
    pub warm_up_days: u32,
    /// Articles, sites and cells in the plan.
    pub size: (usize, usize, usize),
    /// The site that the cut `largest-site` takes, per reserve.
    pub largest_site: Vec<(String, Title)>,
    /// Cost components without a price: "not included".
    pub not_included: Vec<Component>,
    /// Lump sums in their own column.
    pub lump_sums: Vec<(String, Title, f64)>,
    /// Flows, by id.
    pub flows: Vec<FlowInput>,
    /// Titles of product families, by id.
    pub families: Vec<(String, Title)>,
    /// Names of the need groups that the findings tell of, by id: the place and the article.
    pub groups: Vec<(String, Title)>,
    /// Titles of owners, by id: those who pay.
    pub owners: Vec<(String, Title)>,
    /// Year of the prices, if stated.
    pub price_year: Option<i64>,
    /// Who decided that articles are critical, and how many; an empty name where nobody is named.
    pub critical_decided_by: Vec<(String, usize)>,
    /// What truncation did to the spread of demand.
    pub truncation: Truncation,
    /// Where every value came from.
    pub origins: Origins,
}

/// A flow of goods as it was run.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowInput {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Title,
    /// What its need is, and the unit it is counted in; empty if not said.
    pub need: Title,
    /// See `need`.
    pub unit: Title,
    /// Articles in the plan.
    pub articles: usize,
    /// Why the flow is not assessed ("ej bedömd"), if it is not; its articles are then left out of the plan.
    pub not_assessed: Option<Title>,
}

/// What setting negative draws to zero, with the mean kept, did to the daily standard deviation (design.md 2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Truncation {
    /// Demand entries (article at a demand point) in the plan.
    pub entries: usize,
    /// Entries whose standard deviation shrank by more than a tenth.
    pub shrunk: usize,
    /// Median over entries of the standard deviation simulated ÷ the one stated, before the weekday profile.
    pub median_ratio: Option<f64>,
}

/// A reserve as it was run.
#[derive(Clone, Debug, PartialEq)]
pub struct ReserveInput {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Title,
    /// Days.
    pub days: f64,
}

/// A cut as it was run.
#[derive(Clone, Debug, PartialEq)]
pub struct CutInput {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Title,
    /// Whether it takes the largest stock-holding site, which need not be the same one everywhere.
    pub takes_largest_site: bool,
    /// What only this cut says, as the first scenario has it.
    pub own: CutOwn,
}

/// What a cut says beside what it stops.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CutOwn {
    /// Length and days followed as a stop that ends, if it has its own; a length of 0 is not tried.
    pub stop: Option<StopPlan>,
    /// Titles of the disruptions that begin with it.
    pub with: Vec<Title>,
    /// The rule of rationing that holds meanwhile, or `none`.
    pub rationing: Option<String>,
    /// Whether express is called on or forbidden.
    pub express: Option<bool>,
}
