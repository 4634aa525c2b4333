//! What holds where: pools, sourcing, policies, stock, reserves, demand, prices.

use super::{Id, Temperature, Title};
use crate::units::MilliOre;
use serde::Serialize;

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
    /// Temperature classes.
    pub temperatures: Vec<Temperature>,
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

/// `[sourcing.ID]`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourcingRule {
    /// Buying sites.
    pub at: Vec<Id>,
    /// Articles.
    pub select: Selection,
    /// Where orders go: a site, a supplier, `"supplier"` for the article's own or `"suppliers"` for all that it names, each with its agreed share in millionths.
    pub sources: Vec<(Id, i64)>,
    /// Who takes over, in this order, what is not shipped.
    pub fail_over: Vec<Id>,
    /// Days that a request waits before it moves on.
    pub fail_over_days: u32,
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
    /// Days between reviews; [`CONTINUOUS`](crate::plan::policy::CONTINUOUS) is review whenever the position falls.
    pub review_days: u32,
    /// Day of the first review, counted from the first measured day; less than `review_days`.
    pub review_offset: u32,
    /// Safety stock in days of mean use; ignored where levels are given in units.
    pub safety_stock_days: f64,
    /// Units that a level in days never falls below where the article is used at all.
    pub at_least: f64,
    /// Quantile of the lead-time law that the levels plan with (0.5 … 0.999); `None` = the mean.
    pub lead_time_quantile: Option<f64>,
    /// Round orders up to whole packs.
    pub packs: bool,
    /// Terms of its orders.
    pub terms: super::TermRules,
}

/// Kinds of ordering rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum PolicyKind {
    /// Orders nothing.
    Never,
    /// Holds nothing: orders what its buyers ask for, and sends on what arrives.
    PassThrough,
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
    /// By need (I9–I12).
    Need {
        /// Coverage, days.
        coverage_days: f64,
        /// Minimum stock.
        minimum: super::Stretch,
    },
    /// (R, s, S); point from days unless given in units.
    MinMax {
        /// Reorder point in units.
        point: Option<f64>,
        /// How far up an order goes.
        upper: Upper,
    },
    /// One fixed quantity below the point (I17).
    FixedQuantity {
        /// Reorder point in units.
        point: Option<f64>,
        /// Quantity.
        lot: Lot,
    },
    /// Level restore up to the reorder point (I21).
    Restore {
        /// Reorder point in units.
        point: Option<f64>,
    },
    /// Planned orders ([`TermRules::orders`](super::TermRules)).
    List,
}

/// How far up a min-max policy orders.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Upper {
    /// Units.
    Level(f64),
    /// So much above the point.
    Lot(Lot),
}

/// Lot size.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Lot {
    /// Units.
    Units(f64),
    /// Days of mean use.
    Days(f64),
    /// The economic order quantity.
    Economic,
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
    /// How it is held.
    pub kind: ReserveKind,
    /// Days of its own, whatever the reserve of the study; absent = the study's.
    pub days: Option<f64>,
}

/// How a reserve is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum ReserveKind {
    /// In the stock, and used in ordinary times.
    Free,
    /// In the stock, and only what these sites use or buy there may touch it.
    Critical(Vec<Id>),
    /// Apart from the stock, until an alarm.
    Alarm(AlarmRule),
}

/// When a reserve that stands apart is opened, and what follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct AlarmRule {
    /// A probe's cut opens it.
    pub cut: bool,
    /// Stock that does not cover what is asked for opens it.
    pub stock_out: bool,
    /// These disruptions open it while they last.
    pub disruptions: Vec<Id>,
    /// Days from its opening to a whole new one.
    pub refill_days: u32,
    /// It takes the freshest goods in exchange.
    pub rotates: bool,
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
