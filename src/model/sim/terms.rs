//! Reviews where orders have terms of their own: another basis, tolerance, minimum order, approval, joint orders, returns,
//! forecasts, planned lists (docs/model.md, *Terms of orders*).

use super::batches::{self, Expiry};
use super::observer::{Observer, Weighing};
use super::ordering::write;
use super::prepared::Prepared;
use super::state::{Keys, State};
use super::under_way::NOT_WAITING;
use super::{forecast, ordering};
use crate::inventory::reorder::order_quantity;
use crate::plan::phase::Phase;
use crate::plan::policy::{ReviewGroup, Rule};
use crate::plan::terms::{Basis, Terms};
use crate::time::Day;
use crate::units::Quanta;

/// A review with terms.
pub struct Review<'r> {
    prepared: &'r Prepared<'r>,
    keys: &'r Keys,
    phase: &'r Phase,
}

impl<'r> Review<'r> {
    /// Under the rules of a phase.
    pub fn new(prepared: &'r Prepared<'r>, keys: &'r Keys, phase: &'r Phase) -> Review<'r> {
        Review { prepared, keys, phase }
    }

    /// Reviews a group: each cell by its own rule, then the joint cells of the lanes on which a joint cell has ordered.
    pub fn group<O: Observer + ?Sized>(&self, group: &ReviewGroup, state: &mut State, observer: &mut O) {
        let cells = &self.prepared.plan.cells;
        let mut ordered: Vec<usize> = Vec::new();
        for index in group.cells.indices() {
            let terms = self.terms(index);
            let wanted = self.wanted(index, &terms, terms.tolerance, state, observer);
            if self.order(index, &terms, wanted, state, observer) && terms.joint.is_some() {
                ordered.push(index);
            }
        }
        if ordered.is_empty() {
            return;
        }
        let called = |index: usize| ordered.iter().any(|&other| cells[other].lane == cells[index].lane);
        for index in group.cells.indices().filter(|index| !ordered.contains(index)) {
            let terms = self.terms(index);
            if let Some(margin) = terms.joint.filter(|_| called(index)) {
                let wanted = self.wanted(index, &terms, margin.max(terms.tolerance), state, observer);
                self.order(index, &terms, wanted, state, observer);
            }
        }
    }

    pub(super) fn terms(&self, index: usize) -> Terms {
        self.phase.terms.get(index).copied().unwrap_or_default()
    }

    /// What a cell's rule asks for, before minimum order and packs.
    pub(super) fn wanted<O: Observer + ?Sized>(
        &self,
        index: usize,
        terms: &Terms,
        tolerance: Quanta,
        state: &mut State,
        observer: &mut O,
    ) -> Quanta {
        let rule = self.phase.rules[index];
        let (day, terms, pack) = (state.clock.day(), *terms, self.phase.packs[index]);
        if let Rule::List { list } = rule {
            let wanted = self.planned(list as usize, state);
            observer.weighed(day, index, &Weighing { rule, stock: 0, tolerance, wanted, terms, pack });
            return wanted;
        }
        let rule = match terms.follows {
            Some(follows) => forecast::followed(self.prepared, self.keys, state, index, rule, follows),
            None => rule,
        };
        let stock = stock(self.prepared, state, index, terms.basis);
        let wanted = match rule {
            Rule::OrderUpTo { level } if terms.returns => level - stock,
            rule => ordering::wanted(rule, stock, tolerance),
        };
        observer.weighed(day, index, &Weighing { rule, stock, tolerance, wanted, terms, pack });
        wanted
    }

    /// Planned orders of the days up to today that are not written yet, as one.
    fn planned(&self, list: usize, state: &mut State) -> Quanta {
        let number = self.prepared.plan.calendar.number(state.clock.day());
        let (orders, next) = (&self.prepared.plan.order_lists[list], &mut state.list_next[list]);
        let due = orders[*next as usize..].iter().take_while(|order| order.day <= number);
        let (count, sum) = due.fold((0, 0), |(count, sum), order| (count + 1, sum + order.quantity));
        *next += count;
        sum
    }

    /// Writes an order, or sends goods back; whether anything was ordered.
    fn order<O: Observer + ?Sized>(
        &self,
        index: usize,
        terms: &Terms,
        wanted: Quanta,
        state: &mut State,
        observer: &mut O,
    ) -> bool {
        if wanted < 0 {
            send_back(self.prepared, state, index, -wanted, observer);
            return false;
        }
        let quantity = order_quantity(wanted, terms.minimum_order, self.phase.packs[index]);
        if quantity == 0 {
            return false;
        }
        let ready = Day(state.clock.day().0.saturating_add(terms.approval_days));
        write((self.prepared, self.phase), state, index, quantity, ready, observer);
        true
    }
}

/// What a rule looks at.
fn stock(prepared: &Prepared, state: &State, index: usize, basis: Basis) -> Quanta {
    match basis {
        Basis::Position => state.position(index),
        Basis::Available => state.on_hand[index] + state.requested[index] + state.in_transit[index],
        Basis::OnHand => state.on_hand[index],
        Basis::Echelon => echelon(prepared, state, index),
    }
}

/// The positions of a cell and of all cells below it.
fn echelon(prepared: &Prepared, state: &State, index: usize) -> Quanta {
    let plan = &*prepared.plan;
    let buyers = &plan.buyers[plan.buyer_ranges[index].indices()];
    let below = |&way: &u32| echelon(prepared, state, plan.buyer(way) as usize);
    state.position(index) + buyers.iter().map(below).sum::<Quanta>()
}

/// Sends goods back up at once: first what is approved and not yet shipped is taken back, then stock on hand goes.
fn send_back<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    index: usize,
    quantity: Quanta,
    observer: &mut O,
) {
    let plan = &*prepared.plan;
    let cell = u32::try_from(index).expect("cells are counted by a u32");
    let cancelled = quantity.min(state.releasable(index));
    let back = (quantity - cancelled).min(state.on_hand[index]);
    if cancelled + back == 0 {
        return;
    }
    state.requested[index] -= cancelled;
    if let Some(asked) = state.sourced.asked.get_mut(index) {
        *asked -= cancelled;
    }
    if cancelled > 0 && state.releasable(index) == 0 {
        state.pending.retain(|&waiting| waiting != cell);
        // What is requested later is a new request.
        if let Some(since) = state.under_way.since.get_mut(index) {
            *since = NOT_WAITING;
        }
    }
    let batched = state.batches.is_used();
    if batched && plan.cells[index].source.is_some() {
        batches::pick_up(prepared, state, cell, back);
    }
    state.on_hand[index] -= back;
    match plan.cells[index].source {
        Some(source) => {
            state.owed[source as usize] -= cancelled;
            let mut keeps = back;
            if batched {
                keeps = batches::join(prepared, state, (source, back), Expiry::InStock, observer);
            }
            state.on_hand[source as usize] += keeps;
            forecast::note(prepared, state, source, -(cancelled + back));
        }
        None => state.supplied[plan.cells[index].article as usize] -= back,
    }
    observer.ordered(state.clock.day(), cell, -(cancelled + back));
    observer.sent_back(state.clock.day(), cell, back);
}
