//! One warehouse and equal wards, one for one, first come first served (Simon 1971; Graves 1985).

use super::Simulation;
use super::figures::{Figure, units};
use super::given::Given;
use crate::order::Gather;
use crate::plan::Plan;
use crate::sim::drivers::Drivers;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Wards of the scenario file, and those of them that are switched on there.
const MOST_WARDS: u32 = 30;
const WARDS_ON: u32 = 10;
/// Days that both lead times take together.
const LEAD_DAYS: f64 = 5.0;
/// Days measured in a replication.
const DAYS: u32 = 10_000;
const REPLICATIONS: u64 = 20;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let count = given.number("wards")?;
    let wards = (1..=MOST_WARDS).find(|&wards| f64::from(wards) == count);
    let wards = wards.ok_or_else(|| {
        given.fault("inputs.wards", &format!("expected a whole number of wards, at most {MOST_WARDS}"))
    })?;
    let (to_warehouse, to_ward) = (given.number("warehouse_lead_time")?, given.number("ward_lead_time")?);
    let (central, local) = (given.number("warehouse_base_stock")?, given.number("ward_base_stock")?);
    let lead = to_warehouse + to_ward;
    if lead.is_nan() || lead <= 0.0 || central.fract() != 0.0 || local.fract() != 0.0 {
        return Err(given.fault("inputs", "expected a lead time above 0 and levels in whole units"));
    }
    let scale = LEAD_DAYS / lead;
    let mut settings = vec![
        format!("article.item.demand={} units/day", given.number("ward_demand_rate")? / scale * count),
        format!("origin.source.lead-time={} days", to_warehouse * scale),
        format!("policy.warehouse.level={central} units"),
        format!("policy.wards.level={local} units"),
        format!("scenario.measured={DAYS} days"),
    ];
    settings.extend((1..=MOST_WARDS).flat_map(|ward| of_ward(ward, wards, to_ward * scale)));
    let list: Vec<String> = (1..=wards).map(|ward| format!("\"ward-{ward:02}\"")).collect();
    settings.extend(["policy", "sourcing"].map(|table| format!("{table}.wards.at=[{}]", list.join(", "))));
    let quantities = move |figures: &super::Figures| {
        [
            ("warehouse_mean_backorders", Found::mean(figures.of(0), 1.0)),
            ("ward_fill_rate", Found::ratio(figures.of(1), figures.of(2))),
            ("ward_mean_backorders", Found::mean(figures.of(3), 1.0 / count)),
            ("ward_mean_on_hand", Found::mean(figures.of(4), 1.0 / count)),
        ]
        .into_map()
    };
    let per_day = |read: fn(&Plan, &Drivers) -> i64| -> Figure {
        Box::new(move |seen| {
            let (plan, drivers) = (&*seen.prepared.plan, &seen.outcome.drivers);
            units(plan, read(plan, drivers)) / drivers.days.max(1) as f64
        })
    };
    let figures = vec![
        per_day(|plan, drivers| at_wards(plan, &drivers.requested_days)),
        per_day(|_, drivers| drivers.served.iter().sum()),
        per_day(|_, drivers| drivers.needed.iter().sum()),
        per_day(|_, drivers| drivers.backlog_days.iter().sum()),
        per_day(|plan, drivers| at_wards(plan, &drivers.stock_days)),
    ];
    Ok(given.of_one_run(settings, REPLICATIONS, figures, Box::new(quantities)))
}

/// A column over cells, summed over those that buy from another: the wards. What they asked for and has not left is what the
/// warehouse owes.
fn at_wards(plan: &Plan, column: &[i64]) -> i64 {
    plan.cells.iter().zip(column).filter(|(cell, _)| cell.source.is_some()).map(|(_, sum)| sum).sum()
}

/// One ward: switched on or off, with its share of the customers and its lane.
fn of_ward(ward: u32, wards: u32, lead_days: f64) -> Vec<String> {
    let (on, was_on) = (ward <= wards, ward <= WARDS_ON);
    let mut settings = Vec::new();
    if on != was_on {
        settings.extend([format!("site.ward-{ward:02}.enabled={on}"), format!("lane.to-{ward:02}.enabled={on}")]);
    }
    if on {
        settings.push(format!("site.ward-{ward:02}.demand-share={} %", 100.0 / f64::from(wards)));
        settings.push(format!("lane.to-{ward:02}.lead-time={lead_days} days"));
    }
    settings
}
