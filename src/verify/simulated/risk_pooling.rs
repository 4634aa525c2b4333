//! Risk pooling (Eppen 1979): wards with a store each against one store for all, with the same demand in all.

use super::figures::cost_per_day;
use super::given::{Given, daily_demand, money_scale};
use super::{Run, Simulation};
use crate::order::Gather;
use crate::random::normal::standard_normal_quantile;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Days measured in a replication.
const DAYS: u32 = 2000;
const REPLICATIONS: u64 = 200;
/// Wards in the scenario file.
const MOST_WARDS: u32 = 30;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let locations = given.number("locations")?;
    let wards = (1..=MOST_WARDS).find(|&wards| f64::from(wards) == locations);
    let wards = wards.ok_or_else(|| {
        given.fault("inputs.locations", &format!("expected a whole number of wards, at most {MOST_WARDS}"))
    })?;
    let (mean, sd) = (given.number("demand_mean")?, given.number("demand_sd")?);
    let (holding, shortage) = (given.number("holding_cost")?, given.number("stockout_cost")?);
    let scale = money_scale(&[holding, shortage]);
    let z = standard_normal_quantile(shortage / (shortage + holding));
    let together = |wards: u32, level: f64| {
        let mut settings = vec![
            format!("policy.wards.level={level} units"),
            format!("cost.holding={} SEK/unit/day", holding * scale),
            format!("cost.backorder={} SEK/unit/day", shortage * scale),
            format!("scenario.measured={DAYS} days"),
        ];
        // Every ward has its share of the mean and of the variance.
        settings.extend(daily_demand(mean * locations, sd * libm::sqrt(locations)));
        settings.extend(sites(wards));
        Run { settings, luck: 0 }
    };
    let separate = together(wards, mean + z * sd);
    let pooled = together(1, locations * mean + z * sd * libm::sqrt(locations));
    let quantities = |figures: &super::Figures| {
        let (separate, pooled) = (figures.in_run(0, 0), figures.in_run(1, 0));
        [
            ("cost_separate", Found::mean(separate, 1.0)),
            ("cost_pooled", Found::mean(pooled, 1.0)),
            ("ratio", Found::ratio(separate, pooled)),
        ]
        .into_map()
    };
    Ok(Simulation {
        file: given.file,
        runs: vec![separate, pooled],
        figures: vec![cost_per_day(1.0 / scale)],
        replications: REPLICATIONS,
        quantities: Box::new(quantities),
    })
}

/// The first wards share the demand; the others of the file are switched off.
fn sites(wards: u32) -> Vec<String> {
    let name = |ward: u32| format!("ward-{ward:02}");
    let list: Vec<String> = (1..=wards).map(|ward| format!("\"{}\"", name(ward))).collect();
    let mut settings =
        vec![format!("policy.wards.at=[{}]", list.join(", ")), format!("sourcing.wards.at=[{}]", list.join(", "))];
    settings.extend((1..=wards).map(|ward| format!("site.{}.demand-share={} %", name(ward), 100.0 / f64::from(wards))));
    let others = (wards + 1..=MOST_WARDS).map(name);
    settings
        .extend(others.flat_map(|ward| [format!("site.{ward}.enabled=false"), format!("lane.{ward}.enabled=false")]));
    settings
}
