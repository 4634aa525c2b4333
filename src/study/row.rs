//! The fixed row of measures that one replication of one cell leaves behind: what the run was, and what each cut says.

use crate::plan::Plan;
use crate::sim::cost::{CostLine, price};
use crate::sim::course::Course;
use crate::sim::drivers::Drivers;
use crate::sim::endurance::{Probe, Reading};
use crate::sim::measures::{
    Ratio, Service, SiteShortage, cycle_minimum_days, issue_value, service, share_at_least, short_units,
    shortage_by_site,
};
use crate::sim::prepared::Prepared;
use crate::sim::replication::Outcome;
use crate::sim::slices::SliceReading;
use crate::sim::stop::StopReading;
use crate::units::Ore;

/// Measures of one replication. Its parts are read apart from each other ([`super::rows::Rows`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What was measured on the run.
    pub run: RunRow,
    /// For each cut of the plan, what the probes say.
    pub cuts: Vec<CutRow>,
}

/// Measures of the run itself.
#[derive(Clone, Debug, PartialEq)]
pub struct RunRow {
    /// Service measures.
    pub service: Service,
    /// Cost lines per year; the same components and payers in every replication of a cell.
    pub costs: Vec<CostLine>,
    /// Mean value of stock, SEK.
    pub stock_value: f64,
    /// Value issued for use, SEK per year.
    pub issue_value: f64,
    /// Units per year that were not served at once, by cause in their order. Every unit counts alike, unlike in the shares of
    /// the service measures, where an entry weighs by its order lines.
    pub short_units: [f64; 3],
    /// Lagerkrav: share of critical articles per level, with the stock in the region.
    pub stock_in_region: Vec<Option<f64>>,
    /// The same with distant stock.
    pub stock_with_distant: Vec<Option<f64>>,
    /// Who went without: sites with demand, the same in every replication of a cell.
    pub shortage: Vec<SiteShortage>,
    /// The phases of the run; empty where there is only one.
    pub phases: Vec<PhaseRow>,
}

/// One phase of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseRow {
    /// Days measured.
    pub days: f64,
    /// Fill rate.
    pub fill_rate: Ratio,
    /// Availability.
    pub availability: Ratio,
    /// Bottom-up cost per year.
    pub cost: Ore,
    /// Whether anything has a price.
    pub priced: bool,
}

/// What the probes of one replication say of one cut.
#[derive(Clone, Debug, PartialEq)]
pub struct CutRow {
    /// For each claim of the cut.
    pub claims: Vec<ClaimRow>,
    /// For each probe the cut that ended, if it was tried: breach and recovery.
    pub stops: Vec<Option<StopRow>>,
}

/// One claim of a cut. Curves are not kept: they are tallied as they come.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimRow {
    /// For each probe its reading.
    pub readings: Vec<ReadingRow>,
    /// For each probe the parts of need; they are empty but at the largest claim.
    pub slices: Vec<SliceRows>,
}

/// One cut that ended, of a probe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StopRow {
    /// First day of breach.
    pub breach: Option<u32>,
    /// First day recovered.
    pub recovered: Option<u32>,
    /// Whether cover fell below [`REFILLED`] of that of the first or the last day, whichever is more, while the stop lasted.
    pub sank: bool,
    /// Days from the end of the stop until cover is back at that share; absent where the copy ended before.
    pub refilled: Option<u32>,
}

/// Share of the cover of the first or last day at which stocks count as filled up again.
pub const REFILLED: f64 = 0.95;

/// One reading of a probe.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingRow {
    /// Whether a major event was under way at the probe.
    pub major_event: bool,
    /// Groups without stock before the cut.
    pub groups_out_before: u32,
    /// Days of endurance per threshold.
    pub days: Vec<u32>,
    /// Whether the cap was reached, per threshold.
    pub lasted: Vec<bool>,
    /// S at each level.
    pub share_served: Vec<f64>,
    /// Groups served in full through each level.
    pub groups_full: Vec<u32>,
    /// Groups at zero on the day of each level.
    pub groups_at_zero: Vec<u32>,
}

/// The parts of need of a reading, one after another. There are many, so they are kept small: S to seven digits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SliceRows {
    /// S of each part at each level.
    pub served: Vec<f32>,
    /// Days of endurance of each part at each threshold.
    pub days: Vec<u32>,
}

impl Row {
    /// The row of an outcome.
    pub fn of(course: &Course, outcome: &Outcome) -> Row {
        let first = &course.first;
        Row {
            run: match outcome.phases.as_slice() {
                [] => RunRow::of(first, &outcome.drivers),
                _ => super::phases::row(course, outcome),
            },
            cuts: (0..first.plan.cuts.len()).map(|cut| CutRow::of(&first.plan, &outcome.probes, cut)).collect(),
        }
    }
}

impl RunRow {
    /// The row of what was counted under one plan.
    pub fn of(prepared: &Prepared, drivers: &Drivers) -> RunRow {
        let plan = &*prepared.plan;
        let holding = |in_region: bool| {
            let days = cycle_minimum_days(plan, drivers, in_region);
            plan.endurance.levels.iter().map(|&level| share_at_least(&days, level)).collect()
        };
        let value = |(cell, &days): (&crate::plan::cell::Cell, &i64)| {
            days as f64 * plan.articles[cell.article as usize].price.sek()
        };
        let stock_value: f64 = plan.cells.iter().zip(&drivers.stock_days).map(value).sum();
        RunRow {
            service: service(prepared, drivers),
            costs: price(plan, drivers),
            stock_value: stock_value / plan.resolution as f64 / drivers.days.max(1) as f64,
            issue_value: issue_value(plan, drivers),
            short_units: short_units(plan, drivers),
            stock_in_region: holding(true),
            stock_with_distant: holding(false),
            shortage: shortage_by_site(plan, drivers),
            phases: Vec::new(),
        }
    }

    /// Bottom-up cost per year.
    pub fn total_cost(&self) -> Ore {
        self.costs.iter().map(|line| line.per_year).sum()
    }
}

impl CutRow {
    fn of(plan: &Plan, probes: &[Probe], cut: usize) -> CutRow {
        let levels = &plan.endurance.levels;
        let length = plan.endurance.stop_of(&plan.cuts[cut]).map_or(0, |stop| stop.length_days);
        let claim = |claim: usize| ClaimRow {
            readings: probes.iter().map(|probe| ReadingRow::of(levels, probe, &probe.readings[cut][claim])).collect(),
            slices: probes.iter().map(|probe| SliceRows::of(&probe.readings[cut][claim].slices)).collect(),
        };
        let stop = |probe: &Probe| Some(StopRow::of(probe.stops.get(cut)?.as_ref()?, length));
        CutRow {
            claims: (0..plan.cuts[cut].claims.len()).map(claim).collect(),
            stops: probes.iter().map(stop).collect(),
        }
    }
}

impl ReadingRow {
    fn of(levels: &[u32], probe: &Probe, reading: &Reading) -> ReadingRow {
        let groups = |groups: &Vec<u32>| u32::try_from(groups.len()).expect("groups are counted by a u32");
        ReadingRow {
            major_event: probe.major_event,
            groups_out_before: probe.groups_out_before,
            days: reading.days.clone(),
            lasted: reading.lasted.clone(),
            share_served: levels.iter().map(|&level| reading.curve[level as usize - 1]).collect(),
            groups_full: reading.groups_full.clone(),
            groups_at_zero: reading.groups_at_zero.iter().map(groups).collect(),
        }
    }
}

impl SliceRows {
    fn of(slices: &[SliceReading]) -> SliceRows {
        SliceRows {
            served: slices.iter().flat_map(|slice| &slice.served).map(|&share| share as f32).collect(),
            days: slices.iter().flat_map(|slice| &slice.days).copied().collect(),
        }
    }
}

impl StopRow {
    fn of(stop: &StopReading, length_days: u32) -> StopRow {
        // A cut that takes a store out is felt on the first day already: then the last day tells what full means.
        let [first, last] = [stop.cover.first(), stop.cover.last()].map(|cover| cover.copied().unwrap_or(0.0));
        let full = REFILLED * first.max(last);
        let (during, after) = stop.cover.split_at((length_days as usize).min(stop.cover.len()));
        let refilled = after.iter().position(|cover| *cover >= full);
        StopRow {
            breach: stop.breach,
            recovered: stop.recovered,
            sank: during.iter().any(|cover| *cover < full),
            refilled: refilled.map(|place| u32::try_from(place + 1).expect("days of a copy are counted by a u32")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stocks_are_full_again_when_cover_is_back_at_95_per_cent() {
        let row = |cover: &[f64]| {
            let stop = StopReading { cover: cover.into(), served: Vec::new(), breach: None, recovered: None };
            let row = StopRow::of(&stop, 3);
            (row.sank, row.refilled)
        };
        // 95 % of 20 is 19: below on day 3, back on the second day after the stop of three days.
        assert_eq!(row(&[20.0, 19.0, 10.0, 18.9, 19.0, 20.0]), (true, Some(2)));
        assert_eq!(row(&[20.0, 19.5, 19.0, 20.0]), (false, Some(1)));
        assert_eq!(row(&[20.0, 12.0, 4.0, 9.0, 18.0]), (true, None));
        // The cut took a store with most of the stock: full is 40, of which 38 are back on the second day.
        assert_eq!(row(&[5.0, 5.0, 4.0, 30.0, 38.0, 40.0]), (true, Some(2)));
    }
}
