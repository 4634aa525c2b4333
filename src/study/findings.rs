//! Findings: what all replications of a study say, with intervals. Plain data; tables, charts and files are made from it.

mod inputs;

use super::breach::BreachFindings;
use super::failing::FailingFindings;
use super::slices::SliceFindings;
use crate::scenario::model::Title;
use crate::sim::cost::Component;
use std::collections::BTreeMap;

pub use inputs::{CutInput, CutOwn, FlowInput, Inputs, ReserveInput, ScenarioInput, Truncation};

/// The findings of a study.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// What was run.
    pub inputs: Inputs,
    /// One entry per (scenario, reserve), scenarios in the study's order, reserves within.
    pub cells: Vec<CellFindings>,
    /// Paired differences under common random numbers.
    pub comparisons: Vec<Comparison>,
}

/// A figure over replications. A bound is absent where the replications cannot give one.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// Mean, ratio of sums or share; absent where nothing was counted.
    pub mean: Option<f64>,
    /// Lower end of the 95 % interval.
    pub low: Option<f64>,
    /// Upper end of the 95 % interval.
    pub high: Option<f64>,
    /// Quantiles over replications: 5, 10, 50, 90, 95 %.
    pub quantiles: Option<[f64; 5]>,
    /// Replications behind it.
    pub n: u32,
    /// Unit: `share`, `days`, `SEK/year`, `units`, `orders/year`, `hours/year`.
    pub unit: &'static str,
}

/// What one scenario with one reserve gives.
#[derive(Clone, Debug, PartialEq)]
pub struct CellFindings {
    /// Scenario id.
    pub scenario: String,
    /// Reserve id.
    pub reserve: String,
    /// Service and stock measures by name (`fill_rate`, `fill_rate_by_value`, `availability`, `ready_rate`,
    /// `order_line_service`, `cycle_service`, `mean_stock`, `mean_backlog`, `mean_in_transit`, `mean_on_order`, `orders_per_year`,
    /// `lost_share`, `chasing_hours`, `stock_value`, `issue_value`, `rotation`, `substituted`, `reaction_…`, and those of
    /// neighbours and whole orders).
    pub metrics: BTreeMap<&'static str, Estimate>,
    /// Bottom-up cost per year, SEK.
    pub cost: CostFindings,
    /// Who went without, by site with demand.
    pub shortage: Vec<ShortageFindings>,
    /// For each cut, in the study's order.
    pub endurance: Vec<CutFindings>,
    /// Lagerkrav with the stock in the region, per level.
    pub stock_requirement: Vec<LevelFindings>,
    /// The same with distant stock (Kungsbacka) counted.
    pub stock_requirement_with_distant: Vec<LevelFindings>,
    /// What the phases of the run gave; empty where there is only one.
    pub phases: Vec<PhaseFindings>,
}

/// What one phase of a run gave.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseFindings {
    /// Its id; the scenario's for the first.
    pub id: String,
    /// Its title.
    pub title: Title,
    /// Days measured.
    pub days: u32,
    /// Fill rate.
    pub fill_rate: Estimate,
    /// Availability.
    pub availability: Estimate,
    /// Bottom-up cost per year, SEK.
    pub cost: Estimate,
}

/// Need of one site that was not served at once.
#[derive(Clone, Debug, PartialEq)]
pub struct ShortageFindings {
    /// Its id.
    pub site: String,
    /// Its title.
    pub title: Title,
    /// Share of its need that was not served at once, weighted as the fill rate.
    pub short: Estimate,
    /// The same by cause ([`crate::sim::cause::Cause`]); they sum to `short`.
    pub causes: [Estimate; 3],
}

/// Bottom-up cost per year, SEK.
#[derive(Clone, Debug, PartialEq)]
pub struct CostFindings {
    /// All components and payers.
    pub total: Estimate,
    /// Mean per component, in the order of [`Component::ALL`]; components without a price are absent.
    pub components: Vec<(Component, Estimate)>,
    /// Mean per payer (owner id).
    pub payers: Vec<(String, Estimate)>,
    /// The part that is paid in money.
    pub cash: Estimate,
    /// The part that is imputed (capital, time).
    pub imputed: Estimate,
    /// Lump sums of the scenario per year, SEK, never part of the total.
    pub lump_sums: f64,
}

/// One cut: readings for each claim.
#[derive(Clone, Debug, PartialEq)]
pub struct CutFindings {
    /// Cut id.
    pub cut: String,
    /// Claim in thousandths (0, 500, 1000) and its readings. A single 1000 where no stock is a supplier's.
    pub claims: Vec<(u16, Readings)>,
    /// The stock through a stop of finite length, at full claim; absent where the scenario asks for none.
    pub stop: Option<StopFindings>,
    /// Parts of need at full claim, in the order of the plan's.
    pub slices: Vec<SliceFindings>,
    /// Which groups fail first, and why, at full claim.
    pub failing: FailingFindings,
}

/// Stock and service through a cut that ends: stop, breach, recovery.
#[derive(Clone, Debug, PartialEq)]
pub struct StopFindings {
    /// Days that the stop lasts.
    pub length_days: u32,
    /// Share served below which the region is in breach, and the share at which it counts as recovered again.
    pub breach_below: f64,
    /// See `breach_below`.
    pub recovered_at: f64,
    /// Day by day, from 1 (the first day of the stop) to the end of what is followed.
    pub path: Vec<PathPoint>,
    /// Cover in three replications (the first, the one in the middle, the last), to be drawn under the bands.
    pub examples: Vec<Vec<f64>>,
    /// Share of probes with a breach.
    pub breached: Estimate,
    /// From the breach to the recovery.
    pub breach: BreachFindings,
    /// Days from the end of the stop until stocks are filled up: cover is back at 95 % of that of the first or the last day, whichever is more. Over the probes in
    /// which it had fallen below and came back within what is followed.
    pub refill_days: Estimate,
    /// Share of the probes in which it had fallen below and had not come back at the end of what is followed.
    pub not_refilled: Estimate,
}

/// One day of a stop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathPoint {
    /// Day from 1.
    pub day: u32,
    /// Cover at the day's end: mean over critical articles of stock that the region can reach ÷ mean daily use, in days, each
    /// article at most the cap of endurance. Quantiles over probes: 10, 25, 50, 75, 90 %.
    pub cover: [f64; 5],
    /// Share of need served: mean and 10 % quantile over probes.
    pub served: [f64; 2],
}

/// Readings of endurance over all replications.
#[derive(Clone, Debug, PartialEq)]
pub struct Readings {
    /// Days of endurance per threshold (replication means of probes), and the share of probes that reached the cap.
    pub days: Vec<DaysFindings>,
    /// S(level) per level.
    pub share_served: Vec<Estimate>,
    /// Share of groups served in full on every day through each level.
    pub groups_full: Vec<Estimate>,
    /// Groups of which nothing was served on the day of each level.
    pub groups_at_zero: Vec<Estimate>,
    /// For each level the groups most often at zero: (name, share of probes), at most ten.
    pub most_often_at_zero: Vec<Vec<(String, f64)>>,
    /// For each level every product family with critical groups: (family id, mean share of its groups of which nothing was
    /// served on the day of the level), the most stricken first.
    pub families_at_zero: Vec<Vec<(String, f64)>>,
    /// Groups without stock already before the cut.
    pub groups_out_before: Estimate,
    /// P(endurance ≥ level): for each threshold, for each level.
    pub p_at_least: Vec<Vec<Estimate>>,
    /// The same over probes taken in calm, and over probes with a major event under way.
    pub p_calm: Vec<Vec<Estimate>>,
    /// See `p_calm`.
    pub p_major_event: Vec<Vec<Estimate>>,
    /// *Simulerad uthållighet*: for each threshold, for each level.
    pub verdicts: Vec<Vec<Verdict>>,
    /// Survival curve, day 1 to the cap.
    pub curve: Vec<CurvePoint>,
}

/// Days of endurance at one threshold.
#[derive(Clone, Debug, PartialEq)]
pub struct DaysFindings {
    /// Threshold.
    pub threshold: f64,
    /// Days; probes that reached the cap count as the cap.
    pub days: Estimate,
    /// Share of probes that reached the cap ("≥ cap").
    pub share_at_cap: f64,
}

/// The survival curve on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Day after the cut, from 1.
    pub day: u32,
    /// Mean of S over probes.
    pub mean: f64,
    /// 10 % quantile over probes, to the nearest per cent.
    pub p10: f64,
    /// 90 % quantile over probes, to the nearest per cent.
    pub p90: f64,
}

/// One level of lagerkrav.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelFindings {
    /// Days.
    pub level: u32,
    /// Share of critical articles that hold it.
    pub share: Estimate,
    /// Verdict against the required share.
    pub verdict: Verdict,
}

/// A verdict never hides doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The lower bound is at least what is required.
    Reached,
    /// The upper bound is below what is required.
    NotReached,
    /// The interval holds what is required, or cannot be drawn.
    Undecided,
    /// There is nothing to judge: no critical article has use.
    NotJudged,
}

impl Verdict {
    /// Compares an interval with what is required.
    pub fn of(estimate: &Estimate, required: f64) -> Verdict {
        match (estimate.low, estimate.high) {
            _ if estimate.mean.is_none() => Verdict::NotJudged,
            (Some(low), _) if low >= required => Verdict::Reached,
            (_, Some(high)) if high < required => Verdict::NotReached,
            _ => Verdict::Undecided,
        }
    }

    /// The verdict's name in data files.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Reached => "reached",
            Verdict::NotReached => "not_reached",
            Verdict::Undecided => "undecided",
            Verdict::NotJudged => "not_judged",
        }
    }
}

/// A paired difference, second minus first, under common random numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// (scenario, reserve) subtracted.
    pub first: (String, String),
    /// (scenario, reserve) subtracted from.
    pub second: (String, String),
    /// Differences by measure: `fill_rate`, `availability`, `cost_per_year`, `days` (first cut, middle threshold, full claim).
    pub differences: BTreeMap<&'static str, Difference>,
    /// Components that only one of the two includes; a cost difference is then not shown.
    pub lacking: Vec<Component>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Mean with its paired interval.
    pub paired: Estimate,
    /// The interval that independent runs would give (Welch), for the gain of common random numbers.
    pub unpaired: (Option<f64>, Option<f64>),
}
