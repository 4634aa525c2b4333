//! Conservation of units: what was there and what came equals what is there and what went, exactly, per article.

use super::prepared::Prepared;
use super::state::State;
use crate::units::Quanta;

/// A replication in which units appeared or vanished: a fault of the program, never of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The article.
    pub article: String,
    /// Units too many (positive) or too few (negative), in quanta.
    pub difference: Quanta,
    /// The day after which it was found.
    pub day: u32,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "units of article {} are not conserved on day {}: {} quanta", self.article, self.day, self.difference)
    }
}

impl std::error::Error for Violation {}

/// Checks opening + supplied = on hand + in transit + consumed + withheld + lost + expired, for every article, and that each cell's
/// requests are owed by its source.
///
/// # Errors
/// The first article whose units do not balance.
pub fn check(prepared: &Prepared, state: &State) -> Result<(), Violation> {
    let plan = &*prepared.plan;
    let mut difference = vec![0; plan.articles.len()];
    let mut requests_less_owed = vec![0; plan.articles.len()];
    for (index, cell) in plan.cells.iter().enumerate() {
        let article = cell.article as usize;
        difference[article] += state.on_hand[index] + state.in_transit[index] - cell.initial;
        if cell.source.is_some() {
            requests_less_owed[article] += state.asked(index);
        }
        requests_less_owed[article] -= state.owed[index];
    }
    for (number, way) in (plan.cells.len()..).zip(&plan.further_ways).filter(|(_, way)| way.source.is_some()) {
        requests_less_owed[plan.cells[way.cell as usize].article as usize] += state.asked(number);
    }
    for (apart, stands) in plan.apart.iter().zip(&state.apart) {
        difference[plan.cells[apart.cell as usize].article as usize] += stands.quantity;
    }
    for (article, difference) in difference.iter_mut().enumerate() {
        *difference +=
            state.consumed[article] + state.withheld[article] + state.disturbed.lost[article] - state.supplied[article];
        *difference += state.batches.expired.get(article).copied().unwrap_or(0);
    }
    let violated = difference.iter().zip(&requests_less_owed).position(|(units, owed)| *units != 0 || *owed != 0);
    match violated {
        None => Ok(()),
        Some(article) => Err(Violation {
            article: plan.articles[article].id.clone(),
            difference: if difference[article] == 0 { requests_less_owed[article] } else { difference[article] },
            day: state.clock.day().0,
        }),
    }
}
