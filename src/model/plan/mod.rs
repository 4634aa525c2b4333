//! The plan: a compiled scenario under one reserve, as typed arrays and indices. Data without behaviour.
//!
//! `Plan + seed + replication number → Outcome` is a pure function ([`crate::sim::replication`]). A plan knows no
//! file, no unit text and no language; names are kept only so that results can be told.

pub mod article;
pub mod cell;
pub mod cost;
pub mod cut;
pub mod demand;
pub mod demand_law;
pub mod disruption;
pub mod endurance;
pub mod lane;
pub mod neighbour;
pub mod phase;
pub mod policy;
pub mod rationing;
pub mod reserve;
pub mod shelf;
pub mod shortage;
pub mod site;
pub mod slice;
pub mod sourcing;
pub mod space;
pub mod staff;
pub mod terms;
pub mod transport;
pub mod whole_order;

use crate::engine::calendar::DayPhase;
use serde::{Deserialize, Serialize};

/// One scenario under one reserve, ready to simulate.
///
/// Index types: `u32` into the named array. Sites are sorted upstream first (then by id), cells by site, review group
/// and article id, so every loop in a phase runs over contiguous memory in an order that relabelling of rows cannot change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Days, warm-up, weekdays, order of the phases of a day.
    pub calendar: CalendarPlan,
    /// Quanta per unit of issue (1, or 1000 in theory files).
    pub resolution: i64,
    /// Articles, sorted by id.
    pub articles: Vec<article::Article>,
    /// Sites, upstream first; suppliers are sites.
    pub sites: Vec<site::Site>,
    /// Stock pools: (site, owner).
    pub pools: Vec<site::Pool>,
    /// Owners, who carry the capital cost.
    pub owners: Vec<site::Owner>,
    /// Lanes between sites, sorted by (from, to).
    pub lanes: Vec<lane::Lane>,
    /// Streams of weekly lead-time scores, shared by the lanes of one supplier and origin.
    pub lead_scores: Vec<lane::LeadScore>,
    /// Offers: an article as one supplier sells it.
    pub offers: Vec<disruption::Offer>,
    /// Cells: (site, pool, article) with stock or demand.
    pub cells: Vec<cell::Cell>,
    /// For each cell the ways by which others buy from it, as positions in [`Plan::buyers`].
    pub buyer_ranges: Vec<cell::Range>,
    /// Ways ([`sourcing`]; a first way has the number of its cell), grouped by the cell they start from, ascending within a group.
    pub buyers: Vec<u32>,
    /// Demand, one entry for each cell where wards take articles, ascending by cell.
    pub demands: Vec<demand::Demand>,
    /// What happens to demand that is not met at once.
    pub unmet: demand::Unmet,
    /// Phases of the run (rules that change at dates); always at least one, the first from day 0.
    pub phases: Vec<phase::Phase>,
    /// Disruption processes.
    pub disruptions: Vec<disruption::Process>,
    /// Days at which endurance is probed, and how it is read.
    pub endurance: endurance::EndurancePlan,
    /// What a probe may stop.
    pub cuts: Vec<cut::Cut>,
    /// Prices and rates that turn drivers into money after the replication.
    pub prices: cost::Prices,

    /// Schedules, capacity, servers, express, opening days.
    pub transport: transport::TransportPlan,

    /// Substitutes within need groups, and reactions to a shortage.
    pub shortage: shortage::ShortagePlan,
    /// Who gets what when stock does not cover the requests.
    pub rationing: rationing::RationingPlan,
    /// Laws of demand other than the normal one, and seasons.
    pub demand_laws: demand_law::DemandLaws,
    // Ordering beyond rules and levels; empty where nobody uses it.
    /// Forecasts that levels follow, ascending by cell.
    pub forecasts: Vec<terms::Forecast>,
    /// Lists of planned orders, each in the order of its days.
    pub order_lists: Vec<Vec<terms::PlannedOrder>>,

    /// Ways beyond the first of each cell, by cell; empty where every cell has one source.
    pub further_ways: Vec<sourcing::Way>,

    /// Shelf lives of articles with batches.
    pub shelf: shelf::ShelfPlan,

    /// Phases in which sites, sources and prices change.
    pub phasing: phase::Phasing,
    /// Room of the sites that have a limit, ascending by site.
    pub space: Vec<space::SiteSpace>,
    /// Reserves that stand apart, ascending by cell.
    pub apart: Vec<reserve::Apart>,
    /// Reserves kept for critical use, ascending by cell.
    pub kept_back: Vec<reserve::KeptBack>,

    /// Sites that help each other out.
    pub neighbours: neighbour::NeighbourPlan,
    /// Needs of a site that are served together or not at all; empty where there are none.
    pub whole_orders: Vec<whole_order::WholeOrder>,

    /// Staff of the sites that have a rule, ascending by site.
    pub staff: Vec<staff::SiteStaff>,
}

/// The days of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalendarPlan {
    /// Days before measurement starts.
    pub warm_up_days: u32,
    /// Days measured.
    pub measured_days: u32,
    /// Weekday of the first **measured** day, 0 = Monday.
    pub start_weekday: u8,
    /// The order of the phases of a day.
    pub day_order: [DayPhase; 5],
}

/// Days between the days at which an [anchor](CalendarPlan::anchor) can lie: twenty years.
const ANCHOR_STEP_DAYS: i64 = 7300;

impl CalendarPlan {
    /// Days of the whole run.
    pub fn total_days(&self) -> u32 {
        self.warm_up_days + self.measured_days
    }

    /// The day's number counted from the first measured day (negative in the warm-up). Draws are keyed by it, so that
    /// a longer warm-up does not change the draws of the measured days.
    pub fn number(&self, day: crate::time::Day) -> i64 {
        i64::from(day.0) - i64::from(self.warm_up_days)
    }

    /// Weekday of a day, 0 = Monday.
    pub fn weekday(&self, day: crate::time::Day) -> usize {
        self.weekday_of(self.number(day))
    }

    /// Weekday of the day with this number, 0 = Monday.
    pub fn weekday_of(&self, number: i64) -> usize {
        let weekday = (number + i64::from(self.start_weekday)).rem_euclid(7);
        usize::try_from(weekday).expect("a remainder of 7 is small")
    }

    /// Week number of a day, counted from the first measured day in steps of seven days.
    pub fn week(&self, day: crate::time::Day) -> i64 {
        CalendarPlan::week_of(self.number(day))
    }

    /// Whether a day is the first of its week.
    pub fn begins_week(&self, day: crate::time::Day) -> bool {
        self.number(day).rem_euclid(7) == 0
    }

    /// Days from a day to the first of the next week, 1 to 7.
    pub fn days_left_of_week(&self, day: crate::time::Day) -> u32 {
        7 - u32::try_from(self.number(day).rem_euclid(7)).expect("a remainder of 7 is small")
    }

    /// Week number of the day with a number.
    pub fn week_of(number: i64) -> i64 {
        number.div_euclid(7)
    }

    /// The number of the day, before the run, from which processes with a memory (disruptions, lead-time scores) are
    /// followed: the last multiple of 7300 days before the first day of the run, so −7300 under every warm-up of at most
    /// 7299 days. Were it the first day, a longer warm-up would change the failures and lead times of the measured days.
    pub fn anchor(&self) -> i64 {
        let first = self.number(crate::time::Day(0));
        ANCHOR_STEP_DAYS * (first - 1).div_euclid(ANCHOR_STEP_DAYS)
    }
}
