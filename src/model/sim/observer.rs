//! What watches a replication: ledgers, survival curves, traces. Watching changes nothing.

use super::batches::Expiry;
use super::prepared::Prepared;
use super::state::State;
use crate::plan::policy::Rule;
use crate::plan::shortage::ReactionKind;
use crate::plan::terms::Terms;
use crate::time::{Day, Minute};
use crate::units::Quanta;

/// How a review weighed a cell: what it saw, and what its rule made of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighing {
    /// The rule, with its level as the forecast of the day has it.
    pub rule: Rule,
    /// The stock that the rule looked at.
    pub stock: Quanta,
    /// How far above the reorder point stock counted as low, joint orders included.
    pub tolerance: Quanta,
    /// What the rule asked for, before minimum order and packs.
    pub wanted: Quanta,
    /// The terms of the cell.
    pub terms: Terms,
    /// What orders are rounded up to.
    pub pack: Quanta,
}

/// How a reserve that stands apart came to be less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// It expired.
    Expired,
    /// A disruption destroyed it.
    Lost,
}

/// Receives what happens, in the order it happens. Every method does nothing unless overridden.
///
/// What counts, in every replication and every probe, is called directly: the days are compiled for each of the two. All others are
/// called through a pointer and share one copy of the days (docs/explanation/performance.md).
pub trait Observer {
    /// A disruption process went down or recovered.
    fn toggled(&mut self, _day: Day, _process: u32, _down: bool) {}
    /// A process that began took stock: some is lost, some locked until it ends.
    fn struck(&mut self, _day: Day, _process: u32, _cell: u32, _lost: Quanta, _locked: Quanta) {}
    /// A process that ended gave back what it had locked.
    fn given_back(&mut self, _day: Day, _process: u32, _cell: u32, _quantity: Quanta) {}
    /// Goods of a cell's stock, or just about to join it, expired and were written off.
    fn expired(&mut self, _day: Day, _cell: u32, _quantity: Quanta, _how: Expiry) {}
    /// Goods that came by a way ([`crate::plan::sourcing`]; a first way has the number of its cell) joined the cell's stock
    /// (or its locked stock); `before` is the stock on hand just before.
    fn received(&mut self, _day: Day, _way: u32, _quantity: Quanta, _before: Quanta) {}
    /// Backlog was served from stock.
    fn backlog_served(&mut self, _day: Day, _cell: u32, _quantity: Quanta) {}
    /// Wards needed `quantity`, of which `served` was there at once.
    fn demanded(&mut self, _day: Day, _demand: u32, _quantity: Quanta, _served: Quanta) {}
    /// The clock has moved to a minute within the day; what is told next happens then.
    fn minute(&mut self, _now: Minute) {}
    /// A customer needed `quantity`, of which `served` was there at once.
    fn customer(&mut self, day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        self.demanded(day, demand, quantity, served);
    }
    /// Of the need of an entry that was just told so much was not there; the state is that in which it was not. What `missing`
    /// lacks is the cause: the entry itself, or the first missing line of its order.
    fn short(&mut self, _prepared: &Prepared, _state: &State, _demand: u32, _missing: u32, _quantity: Quanta) {}
    /// All demand of the phase has been seen.
    fn demand_ended(&mut self, _day: Day, _state: &State) {}
    /// A review weighed a cell, whether or not it then orders.
    #[inline]
    fn weighed(&mut self, _day: Day, _cell: usize, _weighing: &Weighing) {}
    /// A review ordered by a way.
    fn ordered(&mut self, _day: Day, _way: u32, _quantity: Quanta) {}
    /// A cell with continuous review ordered by a way: an order by itself.
    fn ordered_alone(&mut self, day: Day, way: u32, quantity: Quanta) {
        self.ordered(day, way, quantity);
    }
    /// What one way had not shipped is requested by another way of the same cell.
    fn moved_on(&mut self, _day: Day, _from: u32, _to: u32, _quantity: Quanta) {}
    /// Of an order of a negative quantity: goods on hand that went back, beyond requests taken back.
    fn sent_back(&mut self, _day: Day, _cell: u32, _goods: Quanta) {}
    /// The phase *dispatch* begins, and somebody asks for something.
    fn dispatch_began(&mut self, _day: Day, _state: &State) {}
    /// The phase *dispatch* is over, where somebody asked for something.
    fn dispatch_ended(&mut self, _day: Day, _state: &State) {}
    /// Goods left by a way and will join the cell's stock on `arrival`.
    fn dispatched(&mut self, _day: Day, _way: u32, _quantity: Quanta, _arrival: Day) {}
    /// A lane had at least one line today.
    fn departed(&mut self, _day: Day, _lane: u32) {}
    /// A line of a way's requests left by an express service.
    fn expressed(&mut self, _day: Day, _service: u32, _way: u32) {}
    /// `taken` quanta of the article of entry `by` covered `covered` quanta of what entry `demand` lacked.
    fn substituted(&mut self, _day: Day, _demand: u32, _by: u32, _covered: Quanta, _taken: Quanta) {}
    /// What became of need that stock did not cover, where a reaction rule holds; substitutes tell of themselves.
    fn reacted(&mut self, _day: Day, _demand: u32, _kind: ReactionKind, _quantity: Quanta) {}
    /// Need came back, and waits.
    fn came_back(&mut self, _day: Day, _demand: u32, _quantity: Quanta) {}
    /// Something of a reserve that stands apart is no more.
    fn reserve_gone(&mut self, _day: Day, _reserve: u32, _quantity: Quanta, _how: Gone) {}
    /// A reserve that stands apart was made whole.
    fn reserve_filled(&mut self, _day: Day, _reserve: u32, _quantity: Quanta) {}
    /// A reserve was opened: all of it joins the stock of its cell.
    fn reserve_opened(&mut self, _day: Day, _reserve: u32, _quantity: Quanta) {}
    /// At a switch of phases, stock that stood apart beside a cell joined its stock for good.
    fn reserve_released(&mut self, _day: Day, _cell: u32, _quantity: Quanta) {}
    /// A neighbour's cell gave to an entry what it lacked: it is used at once, or on its way until `arrival`.
    fn helped(&mut self, _day: Day, _demand: u32, _giver: u32, _quantity: Quanta, _arrival: Option<Day>) {}
    /// What a neighbour had sent joined the stock of a cell; `before` is the stock on hand just before.
    fn help_came(&mut self, _day: Day, _cell: u32, _quantity: Quanta, _before: Quanta) {}
    /// It was decided whether a whole order with a line is served at once.
    fn order_decided(&mut self, _day: Day, _demands: &[u32], _whole: bool) {}
    /// Stock covered the need of an entry, which was held back because another line of its order was missing.
    fn held_back(&mut self, _day: Day, _demand: u32, _missing: u32, _quantity: Quanta) {}
    /// Goods that just left a supplier by a way cost so many thousandths of their price more than it.
    fn dearer(&mut self, _day: Day, _way: u32, _quantity: Quanta, _thousandths: i64) {}
    /// The last phase of a day is over.
    fn day_ended(&mut self, _day: Day, _state: &State) {}

    /// A later phase of the run is about to begin: its number, and the state before the switch.
    fn phase_begins(&mut self, _day: Day, _number: usize, _state: &State) {}
    /// At a switch of phases a cell took back what it had requested.
    fn taken_back(&mut self, _day: Day, _cell: u32, _quantity: Quanta) {}
    /// A closed cell handed stock on to another, or back to the supplier.
    fn handed_on(&mut self, _day: Day, _from: u32, _to: Option<u32>, _quantity: Quanta) {}
}

/// Watches nothing: for the warm-up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nobody;

impl Observer for Nobody {}

impl<A: Observer + ?Sized, B: Observer + ?Sized> Observer for (&mut A, &mut B) {
    fn toggled(&mut self, day: Day, process: u32, down: bool) {
        self.0.toggled(day, process, down);
        self.1.toggled(day, process, down);
    }
    fn struck(&mut self, day: Day, process: u32, cell: u32, lost: Quanta, locked: Quanta) {
        self.0.struck(day, process, cell, lost, locked);
        self.1.struck(day, process, cell, lost, locked);
    }
    fn given_back(&mut self, day: Day, process: u32, cell: u32, quantity: Quanta) {
        self.0.given_back(day, process, cell, quantity);
        self.1.given_back(day, process, cell, quantity);
    }
    fn expired(&mut self, day: Day, cell: u32, quantity: Quanta, how: Expiry) {
        self.0.expired(day, cell, quantity, how);
        self.1.expired(day, cell, quantity, how);
    }
    #[inline]
    fn received(&mut self, day: Day, way: u32, quantity: Quanta, before: Quanta) {
        self.0.received(day, way, quantity, before);
        self.1.received(day, way, quantity, before);
    }
    fn backlog_served(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.0.backlog_served(day, cell, quantity);
        self.1.backlog_served(day, cell, quantity);
    }
    // Measured: the compiler does not by itself, and the call costs as much as the work.
    #[inline(always)]
    fn demanded(&mut self, day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        self.0.demanded(day, demand, quantity, served);
        self.1.demanded(day, demand, quantity, served);
    }
    fn minute(&mut self, now: Minute) {
        self.0.minute(now);
        self.1.minute(now);
    }
    fn customer(&mut self, day: Day, demand: u32, quantity: Quanta, served: Quanta) {
        self.0.customer(day, demand, quantity, served);
        self.1.customer(day, demand, quantity, served);
    }
    fn ordered_alone(&mut self, day: Day, way: u32, quantity: Quanta) {
        self.0.ordered_alone(day, way, quantity);
        self.1.ordered_alone(day, way, quantity);
    }
    fn short(&mut self, prepared: &Prepared, state: &State, demand: u32, missing: u32, quantity: Quanta) {
        self.0.short(prepared, state, demand, missing, quantity);
        self.1.short(prepared, state, demand, missing, quantity);
    }
    fn demand_ended(&mut self, day: Day, state: &State) {
        self.0.demand_ended(day, state);
        self.1.demand_ended(day, state);
    }
    #[inline]
    fn weighed(&mut self, day: Day, cell: usize, weighing: &Weighing) {
        self.0.weighed(day, cell, weighing);
        self.1.weighed(day, cell, weighing);
    }
    #[inline]
    fn ordered(&mut self, day: Day, way: u32, quantity: Quanta) {
        self.0.ordered(day, way, quantity);
        self.1.ordered(day, way, quantity);
    }
    fn moved_on(&mut self, day: Day, from: u32, to: u32, quantity: Quanta) {
        self.0.moved_on(day, from, to, quantity);
        self.1.moved_on(day, from, to, quantity);
    }
    fn sent_back(&mut self, day: Day, cell: u32, goods: Quanta) {
        self.0.sent_back(day, cell, goods);
        self.1.sent_back(day, cell, goods);
    }
    fn dispatch_began(&mut self, day: Day, state: &State) {
        self.0.dispatch_began(day, state);
        self.1.dispatch_began(day, state);
    }
    fn dispatch_ended(&mut self, day: Day, state: &State) {
        self.0.dispatch_ended(day, state);
        self.1.dispatch_ended(day, state);
    }
    #[inline]
    fn dispatched(&mut self, day: Day, way: u32, quantity: Quanta, arrival: Day) {
        self.0.dispatched(day, way, quantity, arrival);
        self.1.dispatched(day, way, quantity, arrival);
    }
    fn departed(&mut self, day: Day, lane: u32) {
        self.0.departed(day, lane);
        self.1.departed(day, lane);
    }
    fn expressed(&mut self, day: Day, service: u32, way: u32) {
        self.0.expressed(day, service, way);
        self.1.expressed(day, service, way);
    }
    fn substituted(&mut self, day: Day, demand: u32, by: u32, covered: Quanta, taken: Quanta) {
        self.0.substituted(day, demand, by, covered, taken);
        self.1.substituted(day, demand, by, covered, taken);
    }
    fn reacted(&mut self, day: Day, demand: u32, kind: ReactionKind, quantity: Quanta) {
        self.0.reacted(day, demand, kind, quantity);
        self.1.reacted(day, demand, kind, quantity);
    }
    fn came_back(&mut self, day: Day, demand: u32, quantity: Quanta) {
        self.0.came_back(day, demand, quantity);
        self.1.came_back(day, demand, quantity);
    }
    fn reserve_gone(&mut self, day: Day, reserve: u32, quantity: Quanta, how: Gone) {
        self.0.reserve_gone(day, reserve, quantity, how);
        self.1.reserve_gone(day, reserve, quantity, how);
    }
    fn reserve_filled(&mut self, day: Day, reserve: u32, quantity: Quanta) {
        self.0.reserve_filled(day, reserve, quantity);
        self.1.reserve_filled(day, reserve, quantity);
    }
    fn reserve_opened(&mut self, day: Day, reserve: u32, quantity: Quanta) {
        self.0.reserve_opened(day, reserve, quantity);
        self.1.reserve_opened(day, reserve, quantity);
    }
    fn reserve_released(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.0.reserve_released(day, cell, quantity);
        self.1.reserve_released(day, cell, quantity);
    }
    fn helped(&mut self, day: Day, demand: u32, giver: u32, quantity: Quanta, arrival: Option<Day>) {
        self.0.helped(day, demand, giver, quantity, arrival);
        self.1.helped(day, demand, giver, quantity, arrival);
    }
    fn help_came(&mut self, day: Day, cell: u32, quantity: Quanta, before: Quanta) {
        self.0.help_came(day, cell, quantity, before);
        self.1.help_came(day, cell, quantity, before);
    }
    fn order_decided(&mut self, day: Day, demands: &[u32], whole: bool) {
        self.0.order_decided(day, demands, whole);
        self.1.order_decided(day, demands, whole);
    }
    fn held_back(&mut self, day: Day, demand: u32, missing: u32, quantity: Quanta) {
        self.0.held_back(day, demand, missing, quantity);
        self.1.held_back(day, demand, missing, quantity);
    }
    fn dearer(&mut self, day: Day, way: u32, quantity: Quanta, thousandths: i64) {
        self.0.dearer(day, way, quantity, thousandths);
        self.1.dearer(day, way, quantity, thousandths);
    }
    fn day_ended(&mut self, day: Day, state: &State) {
        self.0.day_ended(day, state);
        self.1.day_ended(day, state);
    }
    fn phase_begins(&mut self, day: Day, number: usize, state: &State) {
        self.0.phase_begins(day, number, state);
        self.1.phase_begins(day, number, state);
    }
    fn taken_back(&mut self, day: Day, cell: u32, quantity: Quanta) {
        self.0.taken_back(day, cell, quantity);
        self.1.taken_back(day, cell, quantity);
    }
    fn handed_on(&mut self, day: Day, from: u32, to: Option<u32>, quantity: Quanta) {
        self.0.handed_on(day, from, to, quantity);
        self.1.handed_on(day, from, to, quantity);
    }
}
