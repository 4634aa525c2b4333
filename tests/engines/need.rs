//! What a ward needs on a day, by the second engine.

use crate::laws;
use crate::naive::{State, place};
use crate::world::World;
use beredd::plan::demand::{Demand, Negative};
use beredd::units::Quanta;

/// The need of an entry today, as the disruptions stand.
pub fn need_on(world: &World, state: &State, entry: u32, day: u32) -> Quanta {
    let demand = &world.plan.demands[place(entry)];
    need(world, entry, demand, day, state.surge(world.plan, entry))
}

/// The need of a day, rounded stochastically to whole quanta.
pub fn need(world: &World, entry: u32, demand: &Demand, day: u32, surge: f64) -> Quanta {
    let number = world.number(day);
    let weekday = (number + i64::from(world.plan.calendar.start_weekday)).rem_euclid(7);
    let weekday = usize::try_from(weekday).expect("a remainder of 7");
    let factor = demand.profile.0[weekday] * laws::season(world.plan, entry, number);
    if let Some(law) = laws::law_of(world.plan, entry) {
        return laws::need(world, demand, law, number, (factor, surge));
    }
    let drawn = world.key.stream(demand.stream).date(number);
    let x = factor * surge * (demand.location + demand.deviation * drawn.score);
    let x = if demand.negative == Negative::Truncate && x < 0.0 { 0.0 } else { x };
    drawn.share.round(x)
}
