//! Phase *state*: disruptions begin and end.
//!
//! Alternating renewal: up for an exponential time, down for a time by law. A process starts from the stationary law, with
//! a length-biased residual of what is under way (Cox 1962, *Renewal Theory*, ch. 7), at the anchor of the calendar, which
//! the length of the warm-up does not move. So the warm-up does not change the failures of the measured days.

use super::lead_time::whole_minutes;
use super::observer::Observer;
use super::prepared::Prepared;
use super::state::{Event, Keys, ProcessState, State};
use crate::engine::calendar::DayPhase;
use crate::plan::disruption::Process;
use crate::random::key::StreamKey;
use crate::random::sampling::exponential;
use crate::time::{Day, MINUTES_PER_DAY, Minute};

/// Follows each process from the anchor to the start of day 0, unseen, and schedules its next change.
pub fn start(prepared: &Prepared, keys: &Keys, state: &mut State) {
    let (calendar, opening) = (&prepared.plan.calendar, Day(0));
    let anchor = Minute((calendar.anchor() - calendar.number(opening)) * MINUTES_PER_DAY);
    for (index, (process, &key)) in (0..).zip(prepared.plan.disruptions.iter().zip(&keys.process)) {
        let mut stands = stationary(process, key, anchor);
        while stands.next <= opening.start() {
            change(process, key, &mut stands);
        }
        if stands.down {
            process.targets.iter().for_each(|&target| state.stop(target));
        }
        state.processes.push(stands);
        schedule_next(state, index);
    }
}

fn stationary(process: &Process, key: StreamKey, anchor: Minute) -> ProcessState {
    let mut block = key.occurrence(0);
    let mean_down = process.down.mean();
    if block.unit() < mean_down / (process.mean_up_days + mean_down) {
        let residual = at_least_a_minute(process.down.sample_residual(&mut block));
        return ProcessState { down: true, next: Minute(anchor.0 + residual), down_minutes: 0, recoveries: 0 };
    }
    let up = at_least_a_minute(exponential(&mut block, process.mean_up_days));
    let down_minutes = at_least_a_minute(process.down.sample(&mut block));
    ProcessState { down: false, next: Minute(anchor.0 + up), down_minutes, recoveries: 0 }
}

/// What was up goes down; what was down recovers and draws its next cycle.
fn change(process: &Process, key: StreamKey, stands: &mut ProcessState) {
    stands.down = !stands.down;
    if stands.down {
        stands.next = Minute(stands.next.0 + stands.down_minutes);
    } else {
        stands.recoveries += 1;
        let mut block = key.occurrence(stands.recoveries);
        stands.next = Minute(stands.next.0 + at_least_a_minute(exponential(&mut block, process.mean_up_days)));
        stands.down_minutes = at_least_a_minute(process.down.sample(&mut block));
    }
}

/// Changes a process that is due, and what it stops.
pub fn toggle<O: Observer>(prepared: &Prepared, keys: &Keys, state: &mut State, index: u32, observer: &mut O) {
    let process = &prepared.plan.disruptions[index as usize];
    let stands = &mut state.processes[index as usize];
    change(process, keys.process[index as usize], stands);
    let down = stands.down;
    for &target in &process.targets {
        if down {
            state.stop(target);
        } else {
            state.resume(target);
        }
    }
    observer.toggled(state.clock.day(), index, down);
    schedule_next(state, index);
}

fn schedule_next(state: &mut State, index: u32) {
    let next = state.processes[index as usize].next;
    state.clock.schedule(next, DayPhase::State, 0, index, Event::Toggle { process: index });
}

fn at_least_a_minute(days: f64) -> i64 {
    whole_minutes(days).max(1)
}

/// Whether a major event is under way.
pub fn major_event(prepared: &Prepared, state: &State) -> bool {
    prepared.plan.disruptions.iter().zip(&state.processes).any(|(process, stands)| process.major && stands.down)
}
