//! A cut that ends: the copy is cut, the stop is lifted after some days, and the copy runs on to see when the region is
//! back (docs/model.md, *A stop that ends*).

use super::batches::{self, Expiry, Holder};
use super::conservation::{self, Violation};
use super::cover::Cover;
use super::endurance::{Held, Probing};
use super::observer::{Nobody, Observer};
use super::prepared::Prepared;
use super::road::open_day;
use super::state::{Event, State};
use super::survival::Survival;
use super::transit::NO_LINE;
use crate::engine::calendar::DayPhase;
use crate::plan::cut::Cut;
use crate::plan::endurance::{EndurancePlan, StopPlan};
use crate::time::{MINUTES_PER_DAY, Minute};
use crate::units::Quanta;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One cut that ended, tried at one probe with the full claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StopReading {
    /// Cover at each day's end, in days of mean use.
    pub cover: Vec<f64>,
    /// S(1), S(2), … to the end of what is followed.
    pub served: Vec<f64>,
    /// First of the days in a row with S below the breach threshold.
    pub breach: Option<u32>,
    /// First later day from which S stays at the recovery threshold; absent where the copy ended before.
    pub recovered: Option<u32>,
}

/// Reads one cut that ends.
pub(super) fn read(probing: &mut Probing, number: u32, stop: StopPlan) -> Result<StopReading, Violation> {
    let prepared = probing.excerpt.course.phase(probing.base.phase);
    let cut = &prepared.plan.cuts[number as usize];
    let mut held = probing.begin_copy(number, cut.claims.iter().copied().max().unwrap_or(1000));
    let Probing { excerpt, gear, copy, .. } = probing;
    let (mut survival, mut cover) = (Survival::new(prepared, excerpt.timed), Cover::new(&excerpt.course));
    for day in 0..stop.follow_days {
        if day == stop.length_days {
            lift(prepared, copy, cut, std::mem::take(&mut held), stop.length_days);
        }
        excerpt.course.run_day::<dyn Observer>(gear, copy, &mut (&mut survival, &mut cover));
    }
    conservation::check(excerpt.course.phase(copy.phase), copy)?;
    let served = survival.into_curve();
    let breach = breach(&prepared.plan.endurance, &served);
    let recovered = breach.and_then(|breach| recovered(&prepared.plan.endurance, &served, breach));
    Ok(StopReading { cover: cover.into_days(), served, breach, recovered })
}

/// Ends a cut at the start of a day: what it stopped runs, locked stock is free, and held goods are under way again.
fn lift(prepared: &Prepared, state: &mut State, cut: &Cut, held: Vec<Held>, length_days: u32) {
    let plan = &*prepared.plan;
    cut.stops.iter().for_each(|&target| state.resume(target));
    (state.locks_supplier_stock, state.cut_in_force) = (false, None);
    free(prepared, state);
    let today = state.clock.day().start();
    for Held { way, quantity, lane, arrival, number, frozen, load } in held {
        let cell = plan.buyer(way);
        let late =
            if frozen { Minute(arrival.0 + i64::from(length_days) * MINUTES_PER_DAY) } else { arrival.max(today) };
        state.withheld[plan.cells[cell as usize].article as usize] -= quantity;
        state.in_transit[cell as usize] += quantity;
        let first = state.transit.prepend(way, quantity, NO_LINE);
        state.batches.put_on_line(first, load);
        let to = plan.lanes[lane as usize].to;
        let rank = plan.sites[to as usize].rank;
        // What is due within a day comes to a site that is open every day.
        let at_a_start = late == late.next_day_start().start();
        let late = if at_a_start { open_day(prepared, to, late.next_day_start()).start() } else { late };
        // Whatever arrives at the same minute comes in the order of departure, as it would have without the cut.
        let (phase, event) = (DayPhase::Receive, Event::Arrival { lane, first });
        match number {
            Some(number) => state.clock.schedule_again(late, phase, (rank, lane), number, event),
            None => state.clock.schedule_at(late, phase, rank, lane, event),
        }
    }
}

/// What the cut had locked joins the stock of its cells; batches that have expired are written off.
fn free(prepared: &Prepared, state: &mut State) {
    let mut of_cell: BTreeMap<u32, Quanta> = BTreeMap::new();
    for (cell, quantity) in std::mem::take(&mut state.locked) {
        *of_cell.entry(cell).or_default() += quantity;
    }
    for (cell, quantity) in of_cell {
        state.withheld[prepared.plan.cells[cell as usize].article as usize] -= quantity;
        let mut keeps = quantity;
        if state.batches.is_used() {
            state.batches.from_aside(Holder::Cut, cell);
            keeps = batches::join::<dyn Observer>(prepared, state, (cell, quantity), Expiry::InStock, &mut Nobody);
        }
        state.on_hand[cell as usize] += keeps;
    }
}

/// First of the days in a row with S below the breach threshold.
pub fn breach(endurance: &EndurancePlan, served: &[f64]) -> Option<u32> {
    let below = endurance.breach_below();
    day_of(
        served
            .windows(endurance.stop_rule.days_in_a_row() as usize)
            .position(|days| days.iter().all(|&share| share < below)),
    )
}

/// First day after the breach from which S stays at the recovery threshold.
pub fn recovered(endurance: &EndurancePlan, served: &[f64], breach: u32) -> Option<u32> {
    let at_least = endurance.recovered_at();
    let later = &served[breach as usize..];
    let first = later
        .windows(endurance.stop_rule.days_in_a_row() as usize)
        .position(|days| days.iter().all(|&share| share >= at_least));
    day_of(first).map(|day| day + breach)
}

/// The day of a place in a row that begins on day 1.
fn day_of(place: Option<usize>) -> Option<u32> {
    place.map(|place| u32::try_from(place + 1).expect("days of a copy are counted by a u32"))
}
