//! Goods under way between stretches: out of the queue of the clock, and back before anybody looks at the state.

use super::Days;
use super::stretch::Stretch;
use crate::engine::calendar::DayPhase;
use crate::plan::Plan;
use crate::sim::state::{Event, State};
use crate::sim::transit::NO_LINE;
use crate::time::Day;
use crate::units::Quanta;

/// A line under way to a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    /// When it joins the stock.
    pub day: Day,
    /// How much.
    pub quantity: Quanta,
    /// The next line to the same cell, or [`NO_LINE`].
    pub next: u32,
}

/// A line that is under way when the stretch ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Later {
    /// When it joins the stock.
    pub day: Day,
    /// The lane that it is on.
    pub lane: u32,
    /// Where it goes.
    pub cell: u32,
    /// How much.
    pub quantity: Quanta,
}

/// Lines under way, by cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    /// Per cell its first line, or [`NO_LINE`].
    pub first: Vec<u32>,
    /// The lines of all cells.
    pub waiting: Vec<Waiting>,
    /// Those that are still under way when the stretch ends.
    pub later: Vec<Later>,
}

impl Lines {
    /// Takes all goods under way out of a state, to those that were kept back from the stretch before.
    pub fn take_from(&mut self, state: &mut State) {
        let State { clock, transit, on_hand, .. } = state;
        let Lines { first: first_of, waiting, later } = self;
        first_of.clear();
        first_of.resize(on_hand.len(), NO_LINE);
        waiting.clear();
        let mut link = |cell: u32, day: Day, quantity: Quanta| {
            let first = &mut first_of[cell as usize];
            waiting.push(Waiting { day, quantity, next: *first });
            *first = u32::try_from(waiting.len() - 1).expect("lines are counted by a u32");
        };
        later.drain(..).for_each(|line| link(line.cell, line.day, line.quantity));
        for (key, Event::Arrival { first, .. }) in clock.waiting() {
            let mut place = *first;
            while place != NO_LINE {
                let line = transit.line(place);
                // Where no cell has a second way, a way has the number of its cell.
                link(line.way, key.time().next_day_start(), line.quantity);
                place = line.next;
            }
        }
        clock.forget_waiting();
        transit.clear();
    }

    /// Adds what arrives at a cell to the days of a stretch; what arrives later is kept. Returns the days on which anything does, and what is
    /// under way at the ends of days, summed.
    pub fn arrivals(&mut self, cell: u32, lane: u32, stretch: &Stretch, arrivals: &mut Days) -> (u64, i64) {
        let (mut days, mut transit_days, mut next) = (0, 0, self.first[cell as usize]);
        while next != NO_LINE {
            let Waiting { day, quantity, next: after } = self.waiting[next as usize];
            let place = day.0 - stretch.first.0;
            transit_days += quantity * i64::from(place.min(stretch.days));
            if place < stretch.days {
                arrivals[place as usize] += quantity;
                days |= 1 << place;
            } else {
                self.later.push(Later { day, lane, cell, quantity });
            }
            next = after;
        }
        (days, transit_days)
    }

    /// Puts what is still under way back into a state: one shipment for each lane and day of arrival.
    pub fn put_back(&mut self, plan: &Plan, state: &mut State) {
        self.later.sort_unstable_by_key(|line| (line.day, line.lane, line.cell));
        for shipment in self.later.chunk_by(|a, b| (a.day, a.lane) == (b.day, b.lane)) {
            let Later { day, lane, .. } = shipment[0];
            let mut first = NO_LINE;
            for line in shipment {
                first = state.transit.prepend(line.cell, line.quantity, first);
            }
            let rank = plan.sites[plan.lanes[lane as usize].to as usize].rank;
            state.clock.schedule(day.start(), DayPhase::Receive, rank, lane, Event::Arrival { lane, first });
        }
        self.later.clear();
    }
}
