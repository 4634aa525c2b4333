//! Article by article: the same days in another order.
//!
//! Where nothing joins the articles of a plan, the days of one can be gone through before those of the next: all that they share
//! (disruptions, lead times of the week, days of departure) depends on nothing in the state and is worked out first, for a
//! stretch of days (`stretch.rs`). What an article is about then stays in the nearest cache, and no day looks for what it does not have.
//! Likewise within an article: a cell that nothing joins to another goes through its days by itself (`alone.rs`). So do cells that buy from
//! each other where needs wait that are not met, for then their orders are known ahead (`ahead.rs`); where needs are lost they go
//! through their days together (`day.rs`). What an event does to a cell is in `spot.rs` for all.
//! Results are the same to the last bit as day by day (`tests/engines/by_article.rs`); [`fits`] tells which plans and which days
//! qualify.

mod agenda;
mod ahead;
mod alone;
mod common;
mod day;
mod fits;
mod lines;
mod places;
mod requests;
mod spot;
mod stretch;

use super::ledger::Ledger;
use super::needs::needs_of_entry;
use super::prepared::Prepared;
use super::state::{Keys, State};
use crate::plan::demand::Unmet;
use crate::units::Quanta;
use agenda::Agenda;
use ahead::{Ahead, Asks};
use alone::Alone;
use common::Common;
use day::Article;
pub use fits::{calm_days, fits};
use lines::Lines;
use places::{NOWHERE, Places};
use spot::{Dated, Spot};
use stretch::Stretch;

/// Longest stretch: what holds on each of its days is one bit of a word.
pub const LONGEST: u32 = u64::BITS;

/// A quantity on each day of a stretch.
type Days = [Quanta; LONGEST as usize];

/// Needs on the pairs of days that a stretch touches.
type PairsOfDays = [[Quanta; 2]; LONGEST as usize / 2 + 1];

/// What going through a plan article by article takes.
#[derive(Clone, Debug)]
pub struct ByArticle {
    places: Places,
}

/// Memory that every stretch uses again.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    stretch: Stretch,
    lines: Lines,
    /// The cells of the article.
    spots: Vec<Spot>,
    /// Parallel to the spots: what their days bring.
    dated: Vec<Dated>,
    requests: Vec<(u32, Quanta)>,
    agenda: Agenda,
    asks: Asks,
}

impl Memory {
    /// Gives a state the goods back that are under way to it. To be called before anything but a stretch looks at it.
    pub fn give_back(&mut self, prepared: &Prepared, state: &mut State) {
        self.lines.put_back(&prepared.plan, state);
    }

    /// Goes through the days of the article whose cells were made ready. Returns what was supplied from outside.
    fn run(&mut self, prepared: &Prepared, keys: &Keys, short_by_cause: &mut [[i64; 3]]) -> Quanta {
        let Memory { stretch, lines, spots, dated, requests, agenda, asks } = self;
        let common = &mut Common { prepared, keys, stretch, later: &mut lines.later, short_by_cause, supplied: 0 };
        if spots.iter().any(Spot::is_joined) {
            match prepared.plan.unmet {
                Unmet::Backorder => Ahead { common, spots, dated, asks, requests }.run(),
                Unmet::Lost => {
                    agenda.begin(spots);
                    Article { common, spots, dated, agenda, requests }.run();
                }
            }
        }
        for (spot, dated) in spots.iter_mut().zip(dated) {
            if !spot.is_joined() {
                Alone { spot, dated, common }.run();
            }
        }
        common.supplied
    }
}

impl ByArticle {
    /// The tables of a plan that [`fits`].
    pub fn of(prepared: &Prepared) -> ByArticle {
        ByArticle { places: Places::of(prepared) }
    }

    /// Goes through so many days from today on, which must be [calm](calm_days), article by article. What is under way then stays in the
    /// memory until the next stretch, or until [`Memory::give_back`].
    pub fn run(
        &self,
        prepared: &Prepared,
        keys: &Keys,
        state: &mut State,
        (days, memory): (u32, &mut Memory),
        ledger: &mut Ledger,
    ) {
        memory.lines.take_from(state);
        state.pending.clear();
        memory.stretch.look_ahead(prepared, keys, state, days);
        for article in 0..prepared.plan.articles.len() {
            self.enter(prepared, keys, state, (article, memory), ledger);
            state.supplied[article] += memory.run(prepared, keys, &mut ledger.drivers.short_by_cause);
            for spot in &mut memory.spots {
                state.consumed[article] += spot.consumed();
                let counts = self.places.counts[spot.cell as usize];
                spot.store(&mut memory.stretch, (state, ledger), counts);
            }
        }
        memory.stretch.count(prepared, ledger);
    }

    /// Makes an article's cells ready for the days of a stretch.
    fn enter(
        &self,
        prepared: &Prepared,
        keys: &Keys,
        state: &State,
        (article, memory): (usize, &mut Memory),
        ledger: &Ledger,
    ) {
        let Memory { stretch, lines, spots, dated, .. } = memory;
        let range = self.places.of_article[article].indices();
        if dated.len() < range.len() {
            dated.resize(range.len(), Dated::default());
        }
        spots.clear();
        let mut drawn: PairsOfDays = [[0; 2]; LONGEST as usize / 2 + 1];
        let pairs = stretch.pairs();
        let count = usize::try_from(pairs.end - pairs.start).expect("a stretch has few pairs");
        let (first, days) = (stretch.place_in_pair(), stretch.days as usize);
        for (at, dated) in range.zip(dated) {
            let mut spot = Spot::load((&self.places, at), prepared, (stretch, state, ledger));
            spot.expect(lines, stretch, &mut dated.arrivals);
            let needs = &mut dated.needs[..days];
            if spot.demand == NOWHERE {
                needs.fill(0);
            } else {
                let entry = (spot.demand as usize, keys.demand[spot.demand as usize]);
                needs_of_entry(prepared, entry, pairs.start, &stretch.factors, &mut drawn[..count]);
                needs.copy_from_slice(&drawn.as_flattened()[first..first + days]);
                spot.will_need(needs);
            }
            spots.push(spot);
        }
    }
}
