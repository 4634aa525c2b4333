//! The customers of a day: how many come, when, and what they need (docs/model.md, *Customers and continuous review*).
//!
//! They depend on the date and on the disruptions, not on stock, so those of a day are drawn together when its phases are over.

use super::disturbed::demand_factor;
use super::prepared::Prepared;
use super::state::{Keys, State};
use crate::engine::calendar::DayPhase;
use crate::engine::queue::EventKey;
use crate::plan::demand_law::{CustomerSize, Law, SizeLaw};
use crate::random::block::Block;
use crate::random::counts::{Geometric, Poisson};
use crate::random::sampling::{Discrete, Lognormal, rounded_stochastically};
use crate::time::{MINUTES_PER_DAY, Minute};
use crate::units::Quanta;
use rand_distr::Distribution;

/// A customer of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Place among the timed events of the day.
    pub key: EventKey,
    /// The demand entry.
    pub demand: u32,
    /// What is needed.
    pub quantity: Quanta,
}

/// Draws the customers of today, in the order in which they come.
pub fn draw(prepared: &Prepared, keys: &Keys, state: &State, customers: &mut Vec<Customer>, moments: &mut Vec<i64>) {
    let (plan, today) = (&*prepared.plan, state.clock.day());
    let number = plan.calendar.number(today);
    let weekday = plan.calendar.weekday(today);
    customers.clear();
    for &place in &prepared.minutes.arrivals {
        let entry = &plan.demand_laws.laws[place as usize];
        let Law::Arrivals { rate, size } = &entry.law else { continue };
        let demand = &plan.demands[entry.demand as usize];
        let factor = demand.profile.0[weekday] * plan.demand_laws.season(entry.demand, number);
        let of_the_state = demand_factor(prepared, state, entry.demand);
        let mut block = keys.demand[entry.demand as usize].occurrence(number.cast_unsigned());
        let count = Poisson { mean: rate * factor }.sample(&mut block) as usize;
        moments.clear();
        moments.extend((0..count).map(|_| libm::floor(block.unit() * MINUTES_PER_DAY as f64) as i64));
        moments.sort_unstable();
        // Downstream first.
        let rank = u8::MAX - plan.sites[plan.cells[demand.cell as usize].site as usize].rank;
        for &moment in moments.iter() {
            let quantity = need(size, &mut block, of_the_state, plan.resolution);
            let minute = Minute(today.start().0 + moment);
            let key = state.clock.key_at(minute, DayPhase::Demand, rank, entry.demand);
            customers.push(Customer { key, demand: entry.demand, quantity });
        }
    }
    // Stable: customers of one entry and minute keep their order.
    customers.sort_by_key(|customer| customer.key);
}

/// What one customer needs: the size times the factor of the state, rounded by the next uniform draw.
fn need(size: &CustomerSize, block: &mut Block, of_the_state: f64, resolution: i64) -> Quanta {
    let (size, scale) = match size {
        CustomerSize::Plain(SizeLaw::Fixed { quanta }) => (*quanta, 1),
        CustomerSize::Plain(SizeLaw::Lognormal { mu, sigma }) => {
            (Lognormal { mu: *mu, sigma: *sigma }.sample(block), 1)
        }
        CustomerSize::Plain(SizeLaw::Geometric { mean }) => (Geometric { mean: *mean }.sample(block), resolution),
        CustomerSize::Empirical { values, cumulative } => (Discrete::pick(values, cumulative, block), 1),
    };
    rounded_stochastically(of_the_state * size, block.unit()) * scale
}
