//! Reserves that stand apart: they expire, are filled up, and are opened by an alarm (docs/model.md, *Reserves kept apart*).

use super::batches::{self, Batch, Expiry};
use super::observer::{Gone, Observer};
use super::prepared::Prepared;
use super::state::{Keys, State};
use crate::plan::Plan;
use crate::plan::reserve::Apart;
use crate::time::Day;
use crate::units::Quanta;
use std::collections::{BTreeMap, VecDeque};

/// A reserve as it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stands {
    /// What there is of it.
    pub quantity: Quanta,
    /// The day on which it is made whole, if anything is missing.
    pub due: Option<Day>,
    /// Its batches, if its article has any, the first to expire in front.
    pub batches: VecDeque<Batch>,
}

impl Stands {
    /// Whole reserves; how old they are is drawn by [`start`].
    pub fn whole(plan: &Plan) -> Vec<Stands> {
        plan.apart.iter().map(|apart| Stands { quantity: apart.quantity, ..Stands::default() }).collect()
    }

    /// What whole reserves hold, per article.
    pub fn opening(plan: &Plan) -> Vec<Quanta> {
        let mut opening = vec![0; plan.articles.len()];
        for apart in &plan.apart {
            opening[plan.cells[apart.cell as usize].article as usize] += apart.quantity;
        }
        opening
    }

    /// Takes the first to expire out of it.
    fn take(&mut self, quantity: Quanta) -> Vec<Batch> {
        self.quantity -= quantity;
        let (mut left, mut taken) = (quantity, Vec::new());
        while left > 0 {
            let Some(first) = self.batches.front_mut() else { break };
            let part = left.min(first.quantity);
            taken.push(Batch { quantity: part, ..*first });
            first.quantity -= part;
            left -= part;
            if first.quantity == 0 {
                self.batches.pop_front();
            }
        }
        taken
    }
}

/// Draws how old the reserves are: each expires on the first day of the run whose number leaves a drawn remainder of its life.
pub fn start(prepared: &Prepared, keys: &Keys, state: &mut State) {
    let plan = &*prepared.plan;
    for (index, apart) in plan.apart.iter().enumerate() {
        let Some(life) = plan.shelf.life(plan.cells[apart.cell as usize].article) else { continue };
        let drawn = libm::floor(keys.age[index].occurrence(0).unit() * f64::from(life)) as i64;
        let number = plan.calendar.number(Day(1));
        let wait = (drawn - number).rem_euclid(i64::from(life));
        let wait = u32::try_from(wait).expect("less than a life");
        state.apart[index].batches.push_back(Batch { expiry: Day(1 + wait), quantity: apart.quantity });
    }
}

/// What happens to reserves in the phase *state*: each expires, is filled up, is opened.
pub fn morning<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, observer: &mut O) {
    for (index, apart) in prepared.plan.apart.iter().enumerate() {
        expire(prepared, state, (index, apart), observer);
        fill(prepared, state, (index, apart), observer);
        let today = state.clock.day();
        let by_process = || apart.alarm.processes.iter().any(|&process| state.disturbed.is_known(process, today));
        if apart.alarm.cut && state.cut_in_force.is_some() || by_process() {
            open(prepared, state, (index, apart), observer);
        }
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("reserves are counted by a u32")
}

fn expire<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    (index, apart): (usize, &Apart),
    observer: &mut O,
) {
    let today = state.clock.day();
    let stands = &mut state.apart[index];
    let old: Quanta = stands.batches.iter().filter(|batch| batch.expiry <= today).map(|batch| batch.quantity).sum();
    if old > 0 {
        stands.take(old);
        // A reserve whose day is known is renewed on that day.
        stands.due = Some(today);
        state.batches.expired[prepared.plan.cells[apart.cell as usize].article as usize] += old;
        observer.reserve_gone(today, number(index), old, Gone::Expired);
    }
}

fn fill<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    (index, apart): (usize, &Apart),
    observer: &mut O,
) {
    let today = state.clock.day();
    let stands = &mut state.apart[index];
    if stands.due.is_none_or(|due| due > today) || state.cut_in_force.is_some() {
        return;
    }
    let article = prepared.plan.cells[apart.cell as usize].article;
    let missing = apart.quantity - stands.quantity;
    (stands.quantity, stands.due) = (apart.quantity, None);
    if let Some(life) = prepared.plan.shelf.life(article) {
        stands.batches.push_back(Batch { expiry: today.plus(life), quantity: missing });
    }
    state.supplied[article as usize] += missing;
    observer.reserve_filled(today, number(index), missing);
}

/// Opens a reserve: all of it joins the stock of its cell. A stopped site opens nothing. Returns whether it was opened.
fn open<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    (index, apart): (usize, &Apart),
    observer: &mut O,
) -> bool {
    let quantity = state.apart[index].quantity;
    if quantity == 0 || !state.site_open(prepared.plan.cells[apart.cell as usize].site) {
        return false;
    }
    let today = state.clock.day();
    let load = state.apart[index].take(quantity);
    state.apart[index].due = Some(today.plus(apart.refill_days));
    observer.reserve_opened(today, number(index), quantity);
    let mut keeps = quantity;
    if state.batches.is_used() {
        state.batches.in_hand(load);
        keeps = batches::join(prepared, state, (apart.cell, quantity), Expiry::InStock, observer);
    }
    state.on_hand[apart.cell as usize] += keeps;
    true
}

/// Opens the reserve of a cell for want of stock, if so much is wanted of it at a minute that its stock does not suffice. Returns
/// whether it was opened.
pub fn open_for<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    cell: u32,
    wanted: Quanta,
    observer: &mut O,
) -> bool {
    let Ok(index) = prepared.plan.apart.binary_search_by_key(&cell, |apart| apart.cell) else { return false };
    let apart = &prepared.plan.apart[index];
    let opens = apart.alarm.stock_out && wanted > state.on_hand[cell as usize];
    opens && open(prepared, state, (index, apart), observer)
}

/// At a switch of phases: what the new phase does not hold apart any more joins the stock of its cell; what it holds more is due
/// when the new reserve's time to refill is over. A run with phases follows no batches.
pub fn change_phase<O: Observer + ?Sized>(from: &Plan, to: &Plan, state: &mut State, observer: &mut O) {
    let today = state.clock.day();
    let mut had: BTreeMap<u32, Stands> =
        from.apart.iter().map(|apart| apart.cell).zip(std::mem::take(&mut state.apart)).collect();
    for apart in &to.apart {
        let old = had.remove(&apart.cell).unwrap_or_default();
        let quantity = old.quantity.min(apart.quantity);
        let due = old.due.unwrap_or_else(|| today.plus(apart.refill_days));
        let due = (quantity < apart.quantity).then_some(due);
        state.apart.push(Stands { quantity, due, batches: VecDeque::new() });
        release(state, apart.cell, old.quantity - quantity, observer);
    }
    for (cell, old) in had {
        release(state, cell, old.quantity, observer);
    }
}

/// What stood apart joins the stock of its cell for good.
fn release<O: Observer + ?Sized>(state: &mut State, cell: u32, quantity: Quanta, observer: &mut O) {
    if quantity > 0 {
        state.on_hand[cell as usize] += quantity;
        observer.reserve_released(state.clock.day(), cell, quantity);
    }
}

/// Opens the reserves of wards whose stock does not cover what waits and today's need, before anybody is served.
pub fn open_for_wards<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    needs: &[Quanta],
    observer: &mut O,
) {
    for (index, apart) in prepared.plan.apart.iter().enumerate().filter(|(_, apart)| apart.alarm.stock_out) {
        let cell = apart.cell as usize;
        let entry = prepared.demand_of_cell[cell];
        if entry != u32::MAX && state.backlog[cell] + needs[entry as usize].max(0) > state.on_hand[cell] {
            open(prepared, state, (index, apart), observer);
        }
    }
}

/// Opens the reserves of warehouses whose stock does not cover what is requested and approved, before anything is shipped.
pub fn open_for_buyers<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, observer: &mut O) {
    let plan = &*prepared.plan;
    for (index, apart) in plan.apart.iter().enumerate().filter(|(_, apart)| apart.alarm.stock_out) {
        let buyers = &plan.buyers[plan.buyer_ranges[apart.cell as usize].indices()];
        let asked: Quanta = buyers.iter().map(|&way| state.releasable(way as usize)).sum();
        if asked > state.on_hand[apart.cell as usize] {
            open(prepared, state, (index, apart), observer);
        }
    }
}

/// A process destroys a share of the reserves of a cell, rounded down; what is missing is bought anew.
pub fn lose<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    cell: u32,
    millionths: i64,
    observer: &mut O,
) {
    let today = state.clock.day();
    for (index, apart) in prepared.plan.apart.iter().enumerate().filter(|(_, apart)| apart.cell == cell) {
        let stands = &mut state.apart[index];
        let lost = super::disruption::share(stands.quantity, millionths);
        if lost > 0 {
            stands.take(lost);
            stands.due = stands.due.or(Some(today.plus(apart.refill_days)));
            state.disturbed.lost[prepared.plan.cells[cell as usize].article as usize] += lost;
            observer.reserve_gone(today, number(index), lost, Gone::Lost);
        }
    }
}

/// After goods have joined the stock of a cell: a reserve that rotates takes the freshest of both, and gives as much of its oldest.
pub fn rotate(prepared: &Prepared, state: &mut State, cell: u32) {
    for (index, _) in prepared.plan.apart.iter().enumerate().filter(|(_, apart)| apart.cell == cell && apart.rotates) {
        state.batches.exchange(cell, &mut state.apart[index].batches);
    }
}
