//! What happened to one article in one replication, and why: an observer that writes down what touches some cells.

mod book;
pub mod entry;
mod hindrance;

use super::batches::Expiry;
use super::conservation::Violation;
use super::course::Course;
use super::observer::{Gone, Observer, Weighing};
use super::ordering::is_late;
use super::prepared::Prepared;
use super::replication::Ready;
use super::state::{Keys, State};
use crate::plan::Plan;
use crate::plan::policy::Rule;
use crate::plan::shortage::ReactionKind;
use crate::time::Day;
use crate::units::Quanta;
use book::Book;
use entry::{Balance, Disturbance, Entry, Help, ReserveChange, What};
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
    let opening = Keys::new(ready.first(), seed, number).timeline.opening;
    let mut tracer = Tracer::new(&ready.course, window);
    opening.iter().for_each(|opening| tracer.down[opening.process as usize] = true);
    if window.from == Day(0) {
        tracer.open(|cell| Balance { on_hand: plain.cells[cell as usize].initial, ..Balance::default() });
    }
    ready.observe(seed, number, &mut tracer)?;
    Ok(tracer.entries)
}

/// A way by which a watched cell buys.
#[derive(Clone, Debug, Default)]
struct Trail {
    book: Book,
    /// Its request when dispatch began, and what has left of it.
    asked: Option<Asked>,
    sent: Quanta,
    /// An order of goods back that is not told yet.
    back: Quanta,
    /// A line that goes by express is about to be told.
    express: bool,
}

struct Tracer<'t> {
    course: &'t Course<'t>,
    /// The phase of the run, from 0.
    phase: usize,
    window: &'t Window<'t>,
    /// Per watched cell: what the latest review made of it.
    cells: BTreeMap<u32, Option<Weighing>>,
    /// The ways by which they buy.
    ways: BTreeMap<u32, Trail>,
    /// Per process: whether it touches a watched cell, and whether it is under way.
    touches: Vec<bool>,
    down: Vec<bool>,
    entries: Vec<Entry>,
}

impl<'t> Tracer<'t> {
    fn new(course: &'t Course<'t>, window: &'t Window<'t>) -> Tracer<'t> {
        let plan = &*course.first.plan;
        let all = 0..u32::try_from(plan.ways()).expect("ways are counted by a u32");
        let ways: Vec<u32> = all.filter(|&way| window.cells.contains(&plan.buyer(way))).collect();
        let phases = || (0..=course.later.len()).map(|phase| course.phase(phase));
        let touched = |process: usize| {
            phases()
                .any(|prepared| hindrance::touches(prepared, &prepared.plan.disruptions[process], window.cells, &ways))
        };
        Tracer {
            course,
            phase: 0,
            window,
            cells: window.cells.iter().map(|&cell| (cell, None)).collect(),
            touches: (0..plan.disruptions.len()).map(touched).collect(),
            ways: ways.iter().map(|&way| (way, Trail::default())).collect(),
            down: vec![false; plan.disruptions.len()],
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
            self.tell(day, None, What::Disruption { process, how: Disturbance::GoesOn });
        }
    }

    /// The tables of the phase of today.
    fn prepared(&self) -> &'t Prepared<'t> {
        self.course.phase(self.phase)
    }

    fn cell_of(&self, demand: u32) -> u32 {
        self.prepared().plan.demands[demand as usize].cell
    }

    fn tell_of_way(&mut self, day: Day, way: u32, what: What) {
        self.tell(day, Some(self.prepared().plan.buyer(way)), what);
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
            let how = if down { Disturbance::Begins } else { Disturbance::Ends };
            self.tell(day, None, What::Disruption { process, how });
        }
    }

    fn struck(&mut self, day: Day, process: u32, cell: u32, lost: Quanta, locked: Quanta) {
        let how = Disturbance::Strikes { lost, locked };
        self.tell_of_cell(day, cell, What::Disruption { process, how });
    }

    fn given_back(&mut self, day: Day, process: u32, cell: u32, quantity: Quanta) {
        let how = Disturbance::GivesBack { quantity };
        self.tell_of_cell(day, cell, What::Disruption { process, how });
    }

    fn expired(&mut self, day: Day, cell: u32, quantity: Quanta, how: Expiry) {
        self.tell_of_cell(day, cell, What::Expired { quantity, how });
    }

    fn reserve_gone(&mut self, day: Day, reserve: u32, quantity: Quanta, how: Gone) {
        let change = if how == Gone::Expired { ReserveChange::Expired } else { ReserveChange::Lost };
        self.tell_of_reserve(day, reserve, quantity, change);
    }

    fn reserve_filled(&mut self, day: Day, reserve: u32, quantity: Quanta) {
        self.tell_of_reserve(day, reserve, quantity, ReserveChange::Filled);
    }

    fn reserve_opened(&mut self, day: Day, reserve: u32, quantity: Quanta) {
        self.tell_of_reserve(day, reserve, quantity, ReserveChange::Opened);
    }

    fn reserve_released(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.tell_of_cell(day, cell, What::Reserve { change: ReserveChange::Released, quantity });
    }

    fn received(&mut self, day: Day, way: u32, quantity: Quanta, before: Quanta) {
        if let Some(trail) = self.ways.get_mut(&way) {
            let lots = trail.book.arrive(day, quantity);
            self.tell_of_way(day, way, What::Arrived { way, quantity, before, lots });
        }
    }

    fn phase_begins(&mut self, day: Day, number: usize, _state: &State) {
        self.phase = number;
        self.tell(day, None, What::PhaseBegins);
    }

    fn taken_back(&mut self, day: Day, cell: u32, quantity: Quanta) {
        if let Some(trail) = self.ways.get_mut(&cell) {
            trail.book.cancel(quantity);
        }
        self.tell_of_cell(day, cell, What::TakenBack { quantity });
    }

    fn handed_on(&mut self, day: Day, from: u32, to: Option<u32>, quantity: Quanta) {
        self.tell_of_cell(day, from, What::HandedOn { to, quantity });
        if let Some(to) = to {
            self.tell_of_cell(day, to, What::TookOver { from, quantity });
        }
    }

    fn backlog_served(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.tell_of_cell(day, cell, What::BacklogServed { quantity });
    }

    fn demanded(&mut self, day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        let cell = self.cell_of(demand);
        if quantity != 0 && self.cells.contains_key(&cell) {
            let rules = &self.prepared().plan.shortage.of_demand;
            let reacts = rules.get(demand as usize).is_some_and(Option::is_some);
            self.tell(day, Some(cell), What::Needed { quantity, served, reacts });
        }
    }

    fn substituted(&mut self, day: Day, demand: u32, by: u32, covered: Quanta, taken: Quanta) {
        self.tell_of_cell(day, self.cell_of(demand), What::Substituted { by, covered, taken });
        self.tell_of_cell(day, self.cell_of(by), What::StoodIn { instead_of: demand, covered, taken });
    }

    fn reacted(&mut self, day: Day, demand: u32, kind: ReactionKind, quantity: Quanta) {
        let (cell, travels) = (self.cell_of(demand), self.prepared().plan.shortage.emergency_travels(demand));
        if let Some(trail) = self.ways.get_mut(&cell).filter(|_| kind == ReactionKind::Emergency && travels) {
            trail.book.buy(day, quantity);
        }
        self.tell_of_cell(day, cell, What::Reacted { kind, quantity });
    }

    fn helped(&mut self, day: Day, demand: u32, giver: u32, quantity: Quanta, arrival: Option<Day>) {
        let to = self.cell_of(demand);
        self.tell_of_cell(day, to, What::Help(Help::From { from: giver, quantity, arrival }));
        self.tell_of_cell(day, giver, What::Help(Help::To { to, quantity, arrival }));
    }

    fn help_came(&mut self, day: Day, cell: u32, quantity: Quanta, before: Quanta) {
        self.tell_of_cell(day, cell, What::Help(Help::Came { quantity, before }));
    }

    fn held_back(&mut self, day: Day, demand: u32, missing: u32, quantity: Quanta) {
        self.tell_of_cell(day, self.cell_of(demand), What::Help(Help::HeldBack { quantity, missing }));
    }

    fn came_back(&mut self, day: Day, demand: u32, quantity: Quanta) {
        self.tell_of_cell(day, self.cell_of(demand), What::CameBack { quantity });
    }

    fn weighed(&mut self, day: Day, cell: usize, weighing: &Weighing) {
        let Ok(cell) = u32::try_from(cell) else { return };
        let Some(latest) = self.cells.get_mut(&cell) else { return };
        *latest = Some(*weighing);
        // A list asks for nothing on most days, and continuous review looks at every need.
        let idle = matches!(weighing.rule, Rule::Never | Rule::List { .. }) && weighing.wanted == 0;
        if !idle && !self.is_continuous(cell) {
            self.tell(day, Some(cell), What::Reviewed(*weighing));
        }
    }

    fn ordered(&mut self, day: Day, way: u32, quantity: Quanta) {
        let Some(trail) = self.ways.get_mut(&way) else { return };
        if quantity < 0 {
            trail.back = -quantity;
            return;
        }
        trail.book.order(day, quantity);
        let cell = self.prepared().plan.buyer(way);
        let Some(mut why) = self.cells.get(&cell).copied().flatten() else { return };
        if is_late(&self.prepared().plan, way, i64::from(why.terms.written_at)) {
            why.terms.approval_days += 1;
        }
        self.forget_review(day, cell);
        self.tell(day, Some(cell), What::Ordered { way, quantity, why });
    }

    fn moved_on(&mut self, day: Day, from: u32, to: u32, quantity: Quanta) {
        let Some(mut giver) = self.ways.remove(&from) else { return };
        if let Some(taker) = self.ways.get_mut(&to) {
            giver.book.hand_over(&mut taker.book, quantity);
        }
        self.ways.insert(from, giver);
        self.tell_of_way(day, from, What::MovedOn { from, to, quantity });
    }

    fn sent_back(&mut self, day: Day, cell: u32, goods: Quanta) {
        let Some(trail) = self.ways.get_mut(&cell) else { return };
        let cancelled = trail.back - goods;
        trail.book.cancel(cancelled);
        self.forget_review(day, cell);
        self.tell(day, Some(cell), What::SentBack { goods, cancelled });
    }

    fn dispatch_began(&mut self, _day: Day, state: &State) {
        let prepared = self.prepared();
        for (&way, trail) in &mut self.ways {
            trail.asked = hindrance::asked(prepared, state, way);
            trail.sent = 0;
        }
    }

    fn expressed(&mut self, _day: Day, _service: u32, way: u32) {
        if let Some(trail) = self.ways.get_mut(&way) {
            trail.express = true;
        }
    }

    fn dispatched(&mut self, day: Day, way: u32, quantity: Quanta, arrival: Day) {
        let Some(trail) = self.ways.get_mut(&way) else { return };
        trail.book.send(day, quantity, arrival);
        trail.sent += quantity;
        let asked = trail.asked.as_ref().map_or(quantity, |asked| asked.quantity);
        let express = std::mem::take(&mut trail.express);
        self.tell_of_way(day, way, What::Sent { way, asked, quantity, arrival, express });
    }

    fn dispatch_ended(&mut self, day: Day, state: &State) {
        let (prepared, mut left) = (self.prepared(), Vec::new());
        for (&way, trail) in &mut self.ways {
            let Some(asked) = trail.asked.take().filter(|asked| asked.quantity > trail.sent) else { continue };
            let why = hindrance::why(prepared, state, way, &asked);
            left.push(What::Left { way, asked: asked.quantity, sent: trail.sent, why });
        }
        for what in left {
            if let What::Left { way, .. } = what {
                self.tell_of_way(day, way, what);
            }
        }
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
    fn tell_of_reserve(&mut self, day: Day, reserve: u32, quantity: Quanta, change: ReserveChange) {
        let cell = self.prepared().plan.apart[reserve as usize].cell;
        self.tell_of_cell(day, cell, What::Reserve { change, quantity });
    }

    fn is_continuous(&self, cell: u32) -> bool {
        let minutes = &self.prepared().minutes;
        minutes.reviews && minutes.continuous.iter().any(|phase| phase.holds[cell as usize])
    }

    /// The latest entry of a cell becomes an order or a return: the review itself need not be told.
    fn forget_review(&mut self, day: Day, cell: u32) {
        let is_review =
            |entry: &Entry| entry.day == day && entry.cell == Some(cell) && matches!(entry.what, What::Reviewed(_));
        self.entries.pop_if(|entry| is_review(entry));
    }
}
