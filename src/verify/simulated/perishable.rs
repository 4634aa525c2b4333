//! A batch that expires as a whole, on a fine grid of days.
//!
//! A cycle ends on the day on which the next batch is ordered, so the orders of a run count its cycles. Cycles are of much the same
//! length: a run that begins at a fixed place in one would count half a cycle too many or too few. So runs begin at
//! places spread over a cycle.

use super::given::Given;
use super::{Figure, Figures, Run, Simulation};
use crate::order::Gather;
use crate::verify::cases::Fault;
use crate::verify::found::Found;

/// Days of the grid in a shelf life, at least and at most.
const DAYS_IN_LIFE: (f64, f64) = (600.0, 18_000.0);
/// Days of the grid in a run; durations are at most a hundred years.
const DAYS: f64 = 36_000.0;
/// Shelf lives before the measurement.
const WARM_UP: f64 = 5.0;
/// Places in a cycle at which runs begin.
const PLACES: u32 = 4;
const REPLICATIONS: u64 = 100;

pub(super) fn simulation(given: &Given) -> Result<Simulation, Fault> {
    let (lot, rate) = (given.number("order_quantity")?, given.number("demand_rate")?);
    let life = given.number("shelf_life_days")?;
    // A lot that is soon sold out needs the finer grid.
    let (least, most) = DAYS_IN_LIFE;
    let days_in_life = libm::ceil(least * (rate * life / lot)).clamp(least, most);
    let grid = days_in_life / life;
    let measured = libm::floor(DAYS / days_in_life) * days_in_life;
    let run = |place: u32| {
        let start = days_in_life * (WARM_UP.min(DAYS / days_in_life - 1.0) + f64::from(place) / f64::from(PLACES));
        let settings = vec![
            format!("policy.store.lot={lot} units"),
            format!("article.item.demand={} units/day", rate / grid),
            format!("article.item.shelf-life={days_in_life} days"),
            format!("scenario.warm-up={} days", libm::floor(start)),
            format!("scenario.measured={measured} days"),
        ];
        Run { settings, luck: u64::from(place) }
    };
    let orders: Figure = Box::new(|seen| seen.outcome.drivers.orders.iter().sum::<i64>() as f64);
    let expired: Figure =
        Box::new(|seen| super::figures::units(&seen.prepared.plan, seen.outcome.drivers.expired.iter().sum()));
    let quantities = move |figures: &Figures| {
        let of = |figure: usize, scale: f64| -> Vec<f64> {
            let runs = figures.values.iter().flat_map(|run| &run[figure]);
            runs.map(|value| value * scale).collect()
        };
        let (orders, ordered, expired) = (of(0, 1.0), of(0, lot), of(1, 1.0));
        let days = vec![measured / grid; orders.len()];
        [
            ("mean_cycle_days", Found::ratio(&days, &orders)),
            ("expired_per_cycle", Found::ratio(&expired, &orders)),
            ("expired_fraction", Found::ratio(&expired, &ordered)),
            ("expired_per_day", Found::ratio(&expired, &days)),
        ]
        .into_map()
    };
    Ok(Simulation {
        file: given.file,
        runs: (0..PLACES).map(run).collect(),
        figures: vec![orders, expired],
        replications: REPLICATIONS,
        quantities: Box::new(quantities),
    })
}
