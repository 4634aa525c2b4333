//! Figures of a run with phases: each phase counted and priced by itself, and the run as all of them together.

use super::figures::Figures;
use super::findings::PhaseFindings;
use super::row::{PhaseRow, RunRow};
use super::rows::{Rows, SpareError};
use crate::plan::Plan;
use crate::plan::phase::PhaseName;
use crate::scenario::model::Title;
use crate::sim::cost::{Component, CostLine, included as included_in, not_included as lacking_in};
use crate::sim::course::Course;
use crate::sim::help::HelpMeasures;
use crate::sim::measures::{Ratio, Service, SiteShortage};
use crate::sim::replication::Outcome;
use crate::units::Ore;
use std::collections::BTreeMap;

/// The plans of a run, the first phase first.
pub fn plans(plan: &Plan) -> impl Iterator<Item = &Plan> {
    std::iter::once(plan).chain(plan.phasing.later.iter().map(|later| &later.plan))
}

/// Components that have a price in some phase.
pub fn included(plan: &Plan) -> Vec<Component> {
    Component::ALL
        .into_iter()
        .filter(|wanted| plans(plan).any(|plan| included_in(plan).any(|one| one == *wanted)))
        .collect()
}

/// Components that the result is told to lack, in some phase at least.
pub fn not_included(plan: &Plan) -> Vec<Component> {
    let lacking: Vec<Vec<Component>> = plans(plan).map(lacking_in).collect();
    Component::ALL.into_iter().filter(|one| lacking.iter().any(|lacks| lacks.contains(one))).collect()
}

/// The row of a run with phases.
pub fn row(course: &Course, outcome: &Outcome) -> RunRow {
    let parts: Vec<(f64, RunRow)> = outcome
        .phases
        .iter()
        .enumerate()
        .map(|(number, drivers)| (drivers.days as f64, RunRow::of(course.phase(number), drivers)))
        .collect();
    let days: f64 = parts.iter().map(|(days, _)| days).sum();
    let mean = |of: &dyn Fn(&RunRow) -> f64| parts.iter().map(|(days, row)| days * of(row)).sum::<f64>() / days;
    let first = &parts[0].1;
    let shares = |of: fn(&RunRow) -> &Vec<Option<f64>>| {
        (0..of(first).len()).map(|level| weighted(parts.iter().map(|(days, row)| (*days, of(row)[level])))).collect()
    };
    RunRow {
        service: together(&parts),
        costs: costs(&parts),
        stock_value: mean(&|row| row.stock_value),
        issue_value: mean(&|row| row.issue_value),
        short_units: std::array::from_fn(|cause| mean(&|row| row.short_units[cause])),
        stock_in_region: shares(|row| &row.stock_in_region),
        stock_with_distant: shares(|row| &row.stock_with_distant),
        shortage: shortage(&parts),
        phases: parts
            .iter()
            .map(|(days, row)| PhaseRow {
                days: *days,
                fill_rate: row.service.fill_rate,
                availability: row.service.availability,
                cost: row.total_cost(),
                priced: !row.costs.is_empty(),
            })
            .collect(),
    }
}

/// Who went without in all phases together; demand points are the same in all of them.
fn shortage(parts: &[(f64, RunRow)]) -> Vec<SiteShortage> {
    let mut sites = parts[0].1.shortage.clone();
    for (_, row) in &parts[1..] {
        for (sum, site) in sites.iter_mut().zip(&row.shortage) {
            sum.needed += site.needed;
            sum.causes.iter_mut().zip(site.causes).for_each(|(sum, part)| *sum += part);
        }
    }
    sites
}

/// The mean of what is there, weighted.
fn weighted(values: impl Iterator<Item = (f64, Option<f64>)>) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (weight, value) in values {
        sum += weight * value?;
        weights += weight;
    }
    Some(sum / weights)
}

/// Ratios of sums, and means weighted by days.
fn together(parts: &[(f64, RunRow)]) -> Service {
    let days: f64 = parts.iter().map(|(days, _)| days).sum();
    let ratio = |of: &dyn Fn(&Service) -> Ratio| {
        parts
            .iter()
            .map(|(_, row)| of(&row.service))
            .fold(Ratio::default(), |sum, ratio| Ratio { part: sum.part + ratio.part, whole: sum.whole + ratio.whole })
    };
    let mean =
        |of: &dyn Fn(&Service) -> f64| parts.iter().map(|(days, row)| days * of(&row.service)).sum::<f64>() / days;
    let all = |has: &dyn Fn(&Service) -> bool| parts.iter().all(|(_, row)| has(&row.service));
    let some = |has: &dyn Fn(&Service) -> bool| parts.iter().any(|(_, row)| has(&row.service));
    Service {
        fill_rate: ratio(&|service| service.fill_rate),
        fill_rate_by_value: ratio(&|service| service.fill_rate_by_value),
        availability: ratio(&|service| service.availability),
        ready_rate: ratio(&|service| service.ready_rate),
        order_line_service: ratio(&|service| service.order_line_service),
        cycle_service: ratio(&|service| service.cycle_service),
        mean_stock: mean(&|service| service.mean_stock),
        mean_backlog: mean(&|service| service.mean_backlog),
        mean_in_transit: mean(&|service| service.mean_in_transit),
        mean_on_order: mean(&|service| service.mean_on_order),
        orders_per_year: mean(&|service| service.orders_per_year),
        lost_share: all(&|service| service.lost_share.is_some())
            .then(|| ratio(&|service| service.lost_share.unwrap_or_default())),
        chasing_hours: all(&|service| service.chasing_hours.is_some())
            .then(|| mean(&|service| service.chasing_hours.unwrap_or_default())),
        substituted: all(&|service| service.substituted.is_some())
            .then(|| ratio(&|service| service.substituted.unwrap_or_default())),
        short_by_cause: std::array::from_fn(|cause| ratio(&|service| service.short_by_cause[cause])),
        expired: all(&|service| service.expired.is_some())
            .then(|| mean(&|service| service.expired.unwrap_or_default())),
        overflow_pallets: some(&|service| service.overflow_pallets.is_some())
            .then(|| mean(&|service| service.overflow_pallets.unwrap_or_default())),
        days_overfull: some(&|service| service.days_overfull.is_some())
            .then(|| ratio(&|service| service.days_overfull.unwrap_or_default())),
        openings: some(&|service| service.openings.is_some())
            .then(|| mean(&|service| service.openings.unwrap_or_default())),
        help: help(parts),
        staff_used: some(&|service| service.staff_used.is_some())
            .then(|| ratio(&|service| service.staff_used.unwrap_or_default())),
        dock_lines: some(&|service| service.dock_lines.is_some())
            .then(|| mean(&|service| service.dock_lines.unwrap_or_default())),
        days_with_work_left: some(&|service| service.days_with_work_left.is_some())
            .then(|| ratio(&|service| service.days_with_work_left.unwrap_or_default())),
        reacted: all(&|service| service.reacted.is_some())
            .then(|| std::array::from_fn(|kind| mean(&|service| service.reacted.map_or(0.0, |parts| parts[kind])))),
    }
}

/// Neighbours and whole orders: of the phases that have them.
fn help(parts: &[(f64, RunRow)]) -> HelpMeasures {
    let days: f64 = parts.iter().map(|(days, _)| days).sum();
    let ratio = |of: fn(&HelpMeasures) -> Option<Ratio>| {
        let all = parts.iter().filter_map(|(_, row)| of(&row.service.help));
        all.reduce(|sum, ratio| Ratio { part: sum.part + ratio.part, whole: sum.whole + ratio.whole })
    };
    let mean = |of: fn(&HelpMeasures) -> Option<f64>| {
        let all = parts.iter().filter_map(|(days, row)| Some(days * of(&row.service.help)?));
        all.reduce(|sum, part| sum + part).map(|sum| sum / days)
    };
    // Need of phases without neighbours counts too: it was covered by none.
    let needed = |row: &RunRow| row.service.fill_rate.whole;
    let moved = ratio(|help| help.moved_between_sites);
    HelpMeasures {
        moved_between_sites: moved
            .map(|moved| Ratio { whole: parts.iter().map(|(_, row)| needed(row)).sum(), ..moved }),
        moved_units: mean(|help| help.moved_units),
        orders_served_whole: ratio(|help| help.orders_served_whole),
        blocked_units: mean(|help| help.blocked_units),
    }
}

/// Cost lines per year of the run: those of the phases, weighted by days, each rounded once to whole öre.
fn costs(parts: &[(f64, RunRow)]) -> Vec<CostLine> {
    let days: i128 = parts.iter().map(|(days, _)| *days as i128).sum();
    let mut sums: BTreeMap<(Component, u32), i128> = BTreeMap::new();
    for (days, row) in parts {
        for line in &row.costs {
            *sums.entry((line.component, line.payer)).or_default() += i128::from(line.per_year.0) * *days as i128;
        }
    }
    let line = |((component, payer), sum): ((Component, u32), i128)| {
        let rounded = (2 * sum + days).div_euclid(2 * days);
        let per_year = Ore(i64::try_from(rounded).expect("a mean of yearly costs is no larger than the largest"));
        CostLine { component, payer, per_year }
    };
    sums.into_iter().map(line).collect()
}

/// What the phases gave, over replications; nothing where there is only one.
///
/// # Errors
/// Rows that were put away cannot be read back.
pub fn findings(plan: &Plan, rows: &Rows) -> Result<Vec<PhaseFindings>, SpareError> {
    let figures = Figures { rows };
    let days = rows.of_runs(|row| row.phases.iter().map(|phase| phase.days).collect::<Vec<_>>()).next();
    let days = days.transpose()?.unwrap_or_default();
    let named = plans(plan).zip(days).enumerate();
    let named = named.filter_map(|(number, (plan, days))| Some((number, plan.phasing.name.as_ref()?, days)));
    let of_phase = |(number, name, days): (usize, &PhaseName, f64)| {
        Ok(PhaseFindings {
            id: name.id.clone(),
            title: Title { sv: name.sv.clone(), en: name.en.clone() },
            days: days as u32,
            fill_rate: figures.ratio(|row| row.phases[number].fill_rate)?,
            availability: figures.ratio(|row| row.phases[number].availability)?,
            cost: figures.mean_of_those("SEK/year", |row| {
                let phase = &row.phases[number];
                phase.priced.then(|| phase.cost.sek())
            })?,
        })
    };
    named.map(of_phase).collect()
}
