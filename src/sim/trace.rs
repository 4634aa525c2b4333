//! What happened to one article in one replication, and why: an observer that writes down what touches some cells.

mod book;
pub mod entry;
mod hindrance;

use super::conservation::Violation;
use super::observer::{Observer, Weighing};
use super::prepared::Prepared;
use super::replication::Ready;
use super::state::{Keys, State};
use crate::plan::Plan;
use crate::plan::policy::Rule;
use crate::plan::shortage::ReactionKind;
use crate::time::Day;
use crate::units::Quanta;
use book::Book;
use entry::{Balance, Entry, What};
use hindrance::Asked;
use std::collections::BTreeMap;

/// What is watched: cells of a plan, from one day to another.
#[derive(Clone, Debug)]
pub struct Window<'w> {
    /// The cells.
    pub cells: &'w [u32],
    /// First day told.
    pub from: Day,
    /// Last day told.
    pub to: Day,
}

/// Runs replication `number` of a plan and tells what happened in a window, in the order in which it happened.
///
/// # Errors
/// A violation of conservation, which is a fault of the program.
pub fn trace(plan: &Plan, seed: u64, number: u64, window: &Window) -> Result<Vec<Entry>, Violation> {
    // Probes run on copies and change nothing in the run itself.
    let plain = Plan { cuts: Vec::new(), ..plan.clone() };
    let ready = Ready::new(&plain);
    let opening = Keys::new(&ready.prepared, seed, number).timeline.opening;
    let mut tracer = Tracer::new(&ready.prepared, window);
    opening.iter().for_each(|opening| tracer.down[opening.process as usize] = true);
    if window.from == Day(0) {
        tracer.open(|cell| Balance { on_hand: plain.cells[cell as usize].initial, ..Balance::default() });
    }
    ready.observe(seed, number, &mut tracer)?;
    Ok(tracer.entries)
}

/// A watched cell.
#[derive(Clone, Debug, Default)]
struct Watched {
    book: Book,
    /// What the latest review made of it.
    weighing: Option<Weighing>,
    /// Its request when dispatch began, and what has left of it.
    asked: Option<Asked>,
    sent: Quanta,
    /// An order of goods back that is not told yet.
    back: Quanta,
    /// A line that goes by express is about to be told.
    express: bool,
}

struct Tracer<'t> {
    prepared: &'t Prepared<'t>,
    window: &'t Window<'t>,
    cells: BTreeMap<u32, Watched>,
    /// Per process: whether it touches a watched cell, and whether it is under way.
    touches: Vec<bool>,
    down: Vec<bool>,
    entries: Vec<Entry>,
}

impl<'t> Tracer<'t> {
    fn new(prepared: &'t Prepared<'t>, window: &'t Window<'t>) -> Tracer<'t> {
        let processes = &prepared.plan.disruptions;
        let touches = processes.iter().map(|process| hindrance::touches(prepared, process, window.cells)).collect();
        Tracer {
            prepared,
            window,
            cells: window.cells.iter().map(|&cell| (cell, Watched::default())).collect(),
            touches,
            down: vec![false; processes.len()],
            entries: Vec::new(),
        }
    }

    fn tell(&mut self, day: Day, cell: Option<u32>, what: What) {
        if (self.window.from..=self.window.to).contains(&day) {
            self.entries.push(Entry { day, cell, what });
        }
    }

    /// Tells what stands in each cell when the window begins, and what disruptions are under way.
    fn open(&mut self, balance: impl Fn(u32) -> Balance) {
        let day = self.window.from;
        for &cell in self.window.cells {
            self.tell(day, Some(cell), What::Opening(balance(cell)));
        }
        let under_way =
            (0..).zip(self.touches.iter().zip(&self.down)).filter(|(_, (touches, down))| **touches && **down);
        for process in under_way.map(|(process, _)| process).collect::<Vec<u32>>() {
            self.tell(day, None, What::UnderWay { process });
        }
    }

    fn watched(&mut self, cell: u32) -> Option<&mut Watched> {
        self.cells.get_mut(&cell)
    }

    fn cell_of(&self, demand: u32) -> u32 {
        self.prepared.plan.demands[demand as usize].cell
    }

    fn tell_of_cell(&mut self, day: Day, cell: u32, what: What) {
        if self.cells.contains_key(&cell) {
            self.tell(day, Some(cell), what);
        }
    }
}

fn balance(state: &State, cell: u32) -> Balance {
    let index = cell as usize;
    Balance {
        on_hand: state.on_hand[index],
        requested: state.requested[index],
        in_transit: state.in_transit[index],
        backlog: state.backlog[index],
        owed: state.owed[index],
    }
}

impl Observer for Tracer<'_> {
    fn toggled(&mut self, day: Day, process: u32, down: bool) {
        self.down[process as usize] = down;
        if self.touches[process as usize] {
            self.tell(day, None, What::Disruption { process, begins: down });
        }
    }

    fn struck(&mut self, day: Day, process: u32, cell: u32, lost: Quanta, locked: Quanta) {
        self.tell_of_cell(day, cell, What::Struck { process, lost, locked });
    }

    fn given_back(&mut self, day: Day, process: u32, cell: u32, quantity: Quanta) {
        self.tell_of_cell(day, cell, What::GivenBack { process, quantity });
    }

    fn received(&mut self, day: Day, cell: u32, quantity: Quanta, before: Quanta) {
        if let Some(watched) = self.watched(cell) {
            let lots = watched.book.arrive(day, quantity);
            self.tell(day, Some(cell), What::Arrived { quantity, before, lots });
        }
    }

    fn backlog_served(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.tell_of_cell(day, cell, What::BacklogServed { quantity });
    }

    fn demanded(&mut self, day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        let cell = self.cell_of(demand);
        if quantity != 0 && self.cells.contains_key(&cell) {
            let rules = &self.prepared.plan.shortage.of_demand;
            let reacts = rules.get(demand as usize).is_some_and(Option::is_some);
            self.tell(day, Some(cell), What::Needed { quantity, served, reacts });
        }
    }

    fn substituted(&mut self, day: Day, demand: u32, by: u32, covered: Quanta, taken: Quanta) {
        self.tell_of_cell(day, self.cell_of(demand), What::Substituted { by, covered, taken });
        self.tell_of_cell(day, self.cell_of(by), What::StoodIn { instead_of: demand, covered, taken });
    }

    fn reacted(&mut self, day: Day, demand: u32, kind: ReactionKind, quantity: Quanta) {
        let (cell, travels) = (self.cell_of(demand), self.prepared.plan.shortage.emergency_travels(demand));
        if let Some(watched) = self.watched(cell) {
            if kind == ReactionKind::Emergency && travels {
                watched.book.buy(day, quantity);
            }
            self.tell(day, Some(cell), What::Reacted { kind, quantity });
        }
    }

    fn came_back(&mut self, day: Day, demand: u32, quantity: Quanta) {
        self.tell_of_cell(day, self.cell_of(demand), What::CameBack { quantity });
    }

    fn weighed(&mut self, day: Day, cell: usize, weighing: &Weighing) {
        let Ok(cell) = u32::try_from(cell) else { return };
        let Some(watched) = self.watched(cell) else { return };
        watched.weighing = Some(*weighing);
        let never = matches!(weighing.rule, Rule::Never | Rule::List { .. });
        if never && weighing.wanted == 0 {
            return;
        }
        self.tell(day, Some(cell), What::Reviewed(*weighing));
    }

    fn ordered(&mut self, day: Day, cell: u32, quantity: Quanta) {
        let Some(watched) = self.watched(cell) else { return };
        if quantity < 0 {
            watched.back = -quantity;
            return;
        }
        watched.book.order(day, quantity);
        let Some(why) = watched.weighing else { return };
        self.forget_review(day, cell);
        self.tell(day, Some(cell), What::Ordered { quantity, why });
    }

    fn sent_back(&mut self, day: Day, cell: u32, goods: Quanta) {
        let Some(watched) = self.watched(cell) else { return };
        let cancelled = watched.back - goods;
        watched.book.cancel(cancelled);
        self.forget_review(day, cell);
        self.tell(day, Some(cell), What::SentBack { goods, cancelled });
    }

    fn dispatch_began(&mut self, _day: Day, state: &State) {
        for (&cell, watched) in &mut self.cells {
            watched.asked = hindrance::asked(self.prepared, state, cell);
            watched.sent = 0;
        }
    }

    fn expressed(&mut self, _day: Day, _service: u32, cell: u32) {
        if let Some(watched) = self.watched(cell) {
            watched.express = true;
        }
    }

    fn dispatched(&mut self, day: Day, cell: u32, quantity: Quanta, arrival: Day) {
        let Some(watched) = self.watched(cell) else { return };
        watched.book.send(day, quantity, arrival);
        watched.sent += quantity;
        let asked = watched.asked.as_ref().map_or(quantity, |asked| asked.quantity);
        let express = std::mem::take(&mut watched.express);
        self.tell(day, Some(cell), What::Sent { asked, quantity, arrival, express });
    }

    fn dispatch_ended(&mut self, day: Day, state: &State) {
        let mut left = Vec::new();
        for (&cell, watched) in &mut self.cells {
            let Some(asked) = watched.asked.take().filter(|asked| asked.quantity > watched.sent) else { continue };
            let why = hindrance::why(self.prepared, state, cell, &asked);
            left.push((cell, What::Left { asked: asked.quantity, sent: watched.sent, why }));
        }
        left.into_iter().for_each(|(cell, what)| self.tell(day, Some(cell), what));
    }

    fn day_ended(&mut self, day: Day, state: &State) {
        if day.plus(1) == self.window.from {
            self.open(|cell| balance(state, cell));
        }
        for &cell in self.window.cells {
            let touched = self
                .entries
                .iter()
                .rev()
                .take_while(|entry| entry.day == day)
                .any(|entry| entry.cell == Some(cell) && !matches!(entry.what, What::Opening(_)));
            if touched || day == self.window.to {
                self.tell(day, Some(cell), What::Closing(balance(state, cell)));
            }
        }
    }
}

impl Tracer<'_> {
    /// The latest entry of a cell becomes an order or a return: the review itself need not be told.
    fn forget_review(&mut self, day: Day, cell: u32) {
        let is_review =
            |entry: &Entry| entry.day == day && entry.cell == Some(cell) && matches!(entry.what, What::Reviewed(_));
        self.entries.pop_if(|entry| is_review(entry));
    }
}
