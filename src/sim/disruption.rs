//! Phase *state*: disruptions begin and end.
//!
//! Alternating renewal: up for an exponential time, down for a time by law. The run starts from the stationary law, with
//! a length-biased residual of what is under way (Cox 1962, *Renewal Theory*, ch. 7).

use super::lead_time::whole_minutes;
use super::observer::Observer;
use super::prepared::Prepared;
use super::state::{Event, Keys, ProcessState, State};
use crate::engine::calendar::DayPhase;
use crate::plan::disruption::Process;
use crate::random::key::StreamKey;
use crate::random::sampling::exponential;
use crate::time::Minute;

/// Draws where each process stands before day 0 and schedules its first change.
pub fn start(prepared: &Prepared, keys: &Keys, state: &mut State) {
    for (index, (process, &key)) in (0..).zip(prepared.plan.disruptions.iter().zip(&keys.process)) {
        let stands = stationary(process, key);
        if stands.down {
            process.targets.iter().for_each(|&target| state.stop(target));
        }
        state.processes.push(stands);
        schedule_next(state, index);
    }
}

fn stationary(process: &Process, key: StreamKey) -> ProcessState {
    let mut block = key.occurrence(0);
    let mean_down = process.down.mean();
    if block.unit() < mean_down / (process.mean_up_days + mean_down) {
        let residual = at_least_a_minute(process.down.sample_residual(&mut block));
        return ProcessState { down: true, next: Minute(residual), down_minutes: 0, recoveries: 0 };
    }
    let up = at_least_a_minute(exponential(&mut block, process.mean_up_days));
    let down_minutes = at_least_a_minute(process.down.sample(&mut block));
    ProcessState { down: false, next: Minute(up), down_minutes, recoveries: 0 }
}

/// Changes a process that is due: what was up goes down, what was down recovers and draws its next cycle.
pub fn toggle<O: Observer>(prepared: &Prepared, keys: &Keys, state: &mut State, index: u32, observer: &mut O) {
    let process = &prepared.plan.disruptions[index as usize];
    let stands = &mut state.processes[index as usize];
    stands.down = !stands.down;
    if stands.down {
        stands.next = Minute(stands.next.0 + stands.down_minutes);
        process.targets.iter().for_each(|&target| state.stop(target));
    } else {
        stands.recoveries += 1;
        let mut block = keys.process[index as usize].occurrence(stands.recoveries);
        stands.next = Minute(stands.next.0 + at_least_a_minute(exponential(&mut block, process.mean_up_days)));
        stands.down_minutes = at_least_a_minute(process.down.sample(&mut block));
        process.targets.iter().for_each(|&target| state.resume(target));
    }
    observer.toggled(state.clock.day(), index, state.processes[index as usize].down);
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
