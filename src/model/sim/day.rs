//! One day of a replication or of a probe's copy: events and phases in the order of the day.

use super::dispatch;
use super::observer::Observer;
use super::prepared::Prepared;
use super::state::{Event, Keys, State};
use super::workspace::Workspace;
use super::{demand, disruption, lead_time, minutes, neighbour, ordering, receive, staff};
use crate::engine::calendar::DayPhase;

/// Runs the phases of one day.
pub fn run_day<O: Observer + ?Sized>(
    prepared: &Prepared,
    keys: &Keys,
    state: &mut State,
    work: &mut Workspace,
    observer: &mut O,
) {
    let today = state.clock.day();
    let (continuous, staffed) = (prepared.minutes.reviews, !prepared.plan.staff.is_empty());
    if staffed {
        state.staff.begin_day();
    }
    lead_time::renew_scores(prepared, keys, state);
    loop {
        while let Some(event) = state.clock.next_event() {
            let Event::Arrival { lane, first } = event;
            if !(staffed && staff::to_dock(prepared, state, lane, first)) {
                receive::unload(prepared, state, first, observer);
            }
        }
        if continuous && matches!(state.clock.phase(), DayPhase::Review | DayPhase::Dispatch) {
            minutes::settle(prepared, keys, state, &mut work.minutes, observer);
        }
        match state.clock.phase() {
            DayPhase::State => disruption::run(prepared, keys, state, observer),
            DayPhase::Receive => {
                if staffed {
                    staff::receive(prepared, state, observer);
                }
                neighbour::arrive(prepared, state, observer);
            }
            DayPhase::Demand => demand::run(prepared, keys, state, work, observer),
            DayPhase::Review => ordering::run(prepared, keys, state, observer),
            DayPhase::Dispatch => dispatch::run(prepared, keys, state, &mut work.desk, observer),
        }
        if prepared.minutes.any && state.clock.in_last_phase() {
            minutes::run(prepared, keys, state, &mut work.minutes, observer);
        }
        if state.clock.advance() {
            break;
        }
    }
    observer.day_ended(today, state);
}
