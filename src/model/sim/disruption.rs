//! Phase *state*: disruptions begin and end.

use super::batches::{self, Expiry, Holder};
use super::disturbed::limit_from_now;
use super::observer::Observer;
use super::prepared::Prepared;
use super::reserve;
use super::state::{Keys, State};
use super::timeline::{Change, Kind};
use crate::plan::disruption::Process;
use crate::units::Quanta;

/// Puts in force what is under way before day 0.
pub fn start(prepared: &Prepared, keys: &Keys, state: &mut State) {
    for opening in &keys.timeline.opening {
        let process = &prepared.plan.disruptions[opening.process as usize];
        process.targets.iter().for_each(|&target| state.stop(target));
        state.disturbed.begin(opening.process, process, (opening.day, opening.elapsed));
    }
}

/// Runs the phase: what expires today, then everything that has changed up to the start of the day.
pub fn run<O: Observer + ?Sized>(prepared: &Prepared, keys: &Keys, state: &mut State, observer: &mut O) {
    let today = state.clock.day();
    if state.batches.is_used() {
        batches::expire(prepared, state, observer);
    }
    while let Some(Change { process: index, kind, .. }) = state.disturbed.next_change(&keys.timeline.changes, today) {
        let process = &prepared.plan.disruptions[index as usize];
        match kind {
            Kind::Begin => {
                process.targets.iter().for_each(|&target| state.stop(target));
                state.disturbed.begin(index, process, (i64::from(today.0), 0));
                limit_from_now(prepared, state, process);
                observer.toggled(today, index, true);
                strike(prepared, state, index, process, observer);
            }
            Kind::Step(elapsed) => state.disturbed.step(index, elapsed),
            Kind::End => {
                process.targets.iter().for_each(|&target| state.resume(target));
                state.disturbed.end(index);
                observer.toggled(today, index, false);
                release(prepared, state, index, observer);
            }
        }
    }
    if !state.apart.is_empty() {
        reserve::morning(prepared, state, observer);
    }
}

/// Takes the stock that a process destroys, then what it locks, each share rounded down.
fn strike<O: Observer + ?Sized>(
    prepared: &Prepared,
    state: &mut State,
    index: u32,
    process: &Process,
    observer: &mut O,
) {
    for &cell in &process.effects.cells {
        let article = prepared.plan.cells[cell as usize].article as usize;
        let lost = share(state.on_hand[cell as usize], process.effects.lost.0);
        state.on_hand[cell as usize] -= lost;
        state.disturbed.lost[article] += lost;
        let locked = share(state.on_hand[cell as usize], process.effects.locked.0);
        if locked > 0 {
            if state.batches.is_used() {
                batches::pick_up(prepared, state, cell, locked);
                batches::lock(prepared, state, Holder::Process(index), cell, locked);
            }
            state.on_hand[cell as usize] -= locked;
            state.withheld[article] += locked;
            state.disturbed.locked.push((index, cell, locked));
        }
        if lost + locked > 0 {
            observer.struck(state.clock.day(), index, cell, lost, locked);
        }
        if !state.apart.is_empty() {
            reserve::lose(prepared, state, cell, process.effects.lost.0, observer);
        }
    }
}

/// A share of a stock, rounded down.
pub(super) fn share(stock: Quanta, millionths: i64) -> Quanta {
    let part = i128::from(stock) * i128::from(millionths) / 1_000_000;
    Quanta::try_from(part).expect("a share of the stock is no larger than the stock")
}

/// Gives back what a process locked; under a cut that locks suppliers' stock, theirs stays locked.
fn release<O: Observer + ?Sized>(prepared: &Prepared, state: &mut State, index: u32, observer: &mut O) {
    if state.disturbed.locked.is_empty() {
        return;
    }
    let (mine, others): (Vec<_>, Vec<_>) =
        std::mem::take(&mut state.disturbed.locked).into_iter().partition(|&(process, ..)| process == index);
    state.disturbed.locked = others;
    for (_, cell, quantity) in mine {
        observer.given_back(state.clock.day(), index, cell, quantity);
        let batched = state.batches.is_used();
        if batched {
            state.batches.from_aside(Holder::Process(index), cell);
        }
        if state.locks_supplier_stock && prepared.supplier_owned[cell as usize] {
            state.locked.push((cell, quantity));
            if batched {
                batches::lock(prepared, state, Holder::Cut, cell, quantity);
            }
        } else {
            let mut keeps = quantity;
            if batched {
                keeps = batches::join(prepared, state, (cell, quantity), Expiry::InStock, observer);
            }
            state.on_hand[cell as usize] += keeps;
            state.withheld[prepared.plan.cells[cell as usize].article as usize] -= quantity;
        }
    }
}

/// Whether a major event is under way.
pub fn major_event(prepared: &Prepared, state: &State) -> bool {
    prepared.plan.disruptions.iter().zip(&state.disturbed.down).any(|(process, &down)| process.major && down)
}
