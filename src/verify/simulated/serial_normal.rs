//! A serial chain under normal demand (Clark & Scarf 1960), ordered by echelon base-stock levels.
//!
//! Each stage orders what its own position lacks of the difference between its echelon level and the next one's. Every
//! stage is reviewed every day, downstream first, so the sum of the positions up to a stage is its echelon position.

use super::Simulation;
use super::figures::{Figure, units};
use super::given::{Given, daily_demand};
use crate::order::Gather;
use crate::sim::prepared::Prepared;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Days measured in a replication.
const DAYS: u32 = 4000;
const REPLICATIONS: u64 = 200;
/// Stages in the scenario file.
const MOST_STAGES: usize = 6;
/// Of these, stages that the file does not switch off.
const STAGES_ON: usize = 3;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let echelon_holding = given.list("echelon_holding_costs_from_customer")?;
    let lead_times = given.wholes("lead_times_from_customer")?;
    let levels = given.decisions("echelon_base_stock_from_customer")?;
    let shortage = given.number("stockout_cost")?;
    let stages = lead_times.len();
    if stages == 0 || stages > MOST_STAGES || echelon_holding.len() != stages || levels.len() != stages {
        let message = format!("expected the same number of costs, lead times and levels, at most {MOST_STAGES}");
        return Err(given.fault("inputs", &message));
    }
    let mut settings = vec![format!("scenario.measured={DAYS} days")];
    settings.extend(daily_demand(given.number("demand_mean")?, given.number("demand_sd")?));
    settings.extend(chain(&lead_times));
    settings.extend(
        (1..).zip(local_levels(&levels)).map(|(stage, level)| format!("policy.stage-{stage}.level={level} units")),
    );
    // A unit at a stage, or on its way to the next one, costs what all echelons from there up cost.
    let holding: Vec<f64> = (0..stages).map(|stage| echelon_holding[stage..].iter().sum()).collect();
    let cost: Figure = Box::new(move |seen| {
        let (plan, drivers) = (&*seen.prepared.plan, &seen.outcome.drivers);
        let mean = |sum: i64| units(plan, sum) / drivers.days.max(1) as f64;
        let cells: Vec<Option<usize>> = (1..=stages).map(|stage| cell_at(seen.prepared, stage)).collect();
        let at =
            |column: &[i64], stage: usize| cells.get(stage).copied().flatten().map_or(0.0, |cell| mean(column[cell]));
        let held = |(stage, cost): (usize, &f64)| {
            let on_the_way_down = if stage == 0 { 0.0 } else { at(&drivers.transit_days, stage - 1) };
            cost * (at(&drivers.stock_days, stage) + on_the_way_down)
        };
        holding.iter().enumerate().map(held).sum::<f64>() + shortage * at(&drivers.backlog_days, 0)
    });
    let quantities = |figures: &super::Figures| [("cost_per_period", Found::mean(figures.of(0), 1.0))].into_map();
    Ok(given.of_one_run(settings, REPLICATIONS, vec![cost], Box::new(quantities)))
}

/// The cell of a stage, counted from the customer.
fn cell_at(prepared: &Prepared, stage: usize) -> Option<usize> {
    let plan = &*prepared.plan;
    let name = format!("stage-{stage}");
    plan.cells.iter().position(|cell| plan.sites[cell.site as usize].id == name)
}

/// What each stage keeps itself: the differences of the echelon levels. An echelon level above one further up would never
/// be filled, so it is cut to that.
fn local_levels(echelon: &[f64]) -> Vec<f64> {
    let within = |stage: usize| echelon[stage..].iter().copied().fold(f64::INFINITY, f64::min);
    let mut below = 0.0;
    let mut local = Vec::new();
    for stage in 0..echelon.len() {
        local.push(within(stage) - below);
        below = within(stage);
    }
    local
}

/// The chain of the file, as long as the case: the last stage buys from the supplier.
fn chain(lead_times: &[f64]) -> Vec<String> {
    let stages = lead_times.len();
    let mut settings = Vec::new();
    for (stage, days) in (1..).zip(lead_times) {
        if stage < stages {
            settings.push(format!("lane.to-{stage}.lead-time={days} days"));
            settings.push(format!("sourcing.stage-{stage}.from=stage-{}", stage + 1));
        } else {
            settings.push(format!("origin.source.lead-time={days} days"));
            settings.push(format!("sourcing.stage-{stage}.from=supplier"));
        }
    }
    for stage in 1..=MOST_STAGES {
        let on = stage <= stages;
        if on != (stage <= STAGES_ON) {
            let tables = ["site.", "sourcing.", "policy."];
            settings.extend(tables.map(|table| format!("{table}stage-{stage}.enabled={on}")));
        }
        if stage < MOST_STAGES {
            settings.push(format!("lane.to-{stage}.enabled={}", stage < stages));
        }
        settings.push(format!("lane.supply-{stage}.enabled={}", stage == stages));
    }
    settings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_levels_by_hand() {
        assert_eq!(local_levels(&[6.5, 12.0, 22.5]), [6.5, 5.5, 10.5]);
        assert_eq!(local_levels(&[9.0, 4.0]), [4.0, 0.0]);
    }
}
