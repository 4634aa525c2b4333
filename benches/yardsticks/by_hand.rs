//! The yardstick: base stock by hand, with the same draws as the simulator.

use beredd::plan::Plan;
use beredd::random::key::ReplicationKey;
use beredd::sim::drivers::Drivers;

/// Lead time of `scenarios/theory/base_stock.toml`, days.
const LEAD_DAYS: usize = 4;
/// Days that the hand-written loop draws at once: whole pairs, whole lead times.
const STRETCH: usize = 128;

/// What the loop and the simulator must agree on.
#[derive(Debug, PartialEq, Eq)]
pub struct Sums {
    /// Units needed.
    pub needed: i64,
    /// Units served at once.
    pub served: i64,
    /// Stock at the ends of days, added up.
    pub stock_days: i64,
    /// Backlog at the ends of days, added up.
    pub backlog_days: i64,
}

impl Sums {
    /// The simulator's, of its first cell.
    pub fn of(drivers: &Drivers) -> Sums {
        Sums {
            needed: drivers.needed[0],
            served: drivers.served[0],
            stock_days: drivers.stock_days[0],
            backlog_days: drivers.backlog_days[0],
        }
    }
}

/// The positive part, without a branch: whether stock is left is hard to foresee.
#[inline(always)]
fn positive(quantity: i64) -> i64 {
    quantity & !(quantity >> 63)
}

/// Base stock by hand: receive, serve the backlog, demand, order what was needed, count.
pub fn hand_written(plan: &Plan, seed: u64, number: u64) -> Sums {
    let demand = &plan.demands[0];
    let key = ReplicationKey::new(seed, number).stream(demand.stream);
    let (location, deviation) = (demand.location, demand.deviation);
    let mut pipeline = [0_i64; LEAD_DAYS];
    let level = match plan.phases[0].rules[0] {
        beredd::plan::policy::Rule::OrderUpTo { level } => level,
        other => panic!("a base-stock article, not {other:?}"),
    };
    // Net stock is stock − backlog: one number carries both from day to day.
    let (mut net, mut position) = (plan.cells[0].initial, plan.cells[0].initial);
    let mut sums = Sums { needed: 0, served: 0, stock_days: 0, backlog_days: 0 };
    let days = usize::try_from(plan.calendar.measured_days).expect("days are counted by a usize");
    // Draws do not depend on the stock, so a stretch of days is drawn at once and the processor overlaps them.
    let mut needs = [[0_i64; 2]; STRETCH / 2];
    for begun in (0..days).step_by(STRETCH) {
        for (pair, needs) in (begun as i64 / 2..).zip(&mut needs) {
            *needs = key.pair_of_dates(pair).map(|date| date.share.round(location + deviation * date.score));
        }
        let stretch = &needs.as_flattened()[..STRETCH.min(days - begun)];
        for lead_time in stretch.chunks(LEAD_DAYS) {
            for (&needed, arriving) in lead_time.iter().zip(&mut pipeline) {
                net += *arriving;
                let served = needed.min(positive(net));
                net -= needed;
                position -= needed;
                let ordered = positive(level - position);
                position += ordered;
                *arriving = ordered;
                sums.needed += needed;
                sums.served += served;
                sums.stock_days += positive(net);
                sums.backlog_days += positive(-net);
            }
        }
    }
    sums
}
