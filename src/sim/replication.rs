//! One replication, from the first day of the warm-up to the last measured day.

use super::conservation::{self, Violation};
use super::dispatch::{self, Desk};
use super::endurance::{self, Copy, Probe};
use super::ledger::{Drivers, Ledger};
use super::observer::{Nobody, Observer};
use super::prepared::Prepared;
use super::state::{Event, Keys, State};
use super::{demand, disruption, lead_time, ordering, receive};
use crate::engine::calendar::DayPhase;
use crate::plan::Plan;
use serde::{Deserialize, Serialize};

/// What one replication of one plan gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Integer drivers over the measured days.
    pub drivers: Drivers,
    /// Probes of endurance, in their order.
    pub probes: Vec<Probe>,
}

/// Runs a replication: a pure function of (plan, seed, number).
///
/// # Errors
/// A violation of conservation, which is a fault of the program.
pub fn simulate(prepared: &Prepared, seed: u64, number: u64) -> Result<Outcome, Violation> {
    let mut ledger = Ledger::new(prepared);
    let (state, probes) = run(prepared, seed, number, &mut Nobody, &mut ledger)?;
    Ok(Outcome { drivers: ledger.close(&state), probes })
}

/// Runs a replication under the eyes of an observer, warm-up included, and returns its probes.
///
/// # Errors
/// A violation of conservation, which is a fault of the program.
pub fn simulate_observed<O: Observer>(
    plan: &Plan,
    seed: u64,
    number: u64,
    observer: &mut O,
) -> Result<(Outcome, State), Violation> {
    let prepared = Prepared::new(plan);
    let mut ledger = Ledger::new(&prepared);
    let mut stage = Stage::new(&prepared, seed, number);
    stage.days(&prepared, plan.calendar.warm_up_days, observer)?;
    stage.days(&prepared, plan.calendar.total_days(), &mut (observer, &mut ledger))?;
    let probes = std::mem::take(&mut stage.probes);
    Ok((Outcome { drivers: ledger.close(&stage.state), probes }, stage.state))
}

fn run<W: Observer, M: Observer>(
    prepared: &Prepared,
    seed: u64,
    number: u64,
    in_warm_up: &mut W,
    measured: &mut M,
) -> Result<(State, Vec<Probe>), Violation> {
    let mut stage = Stage::new(prepared, seed, number);
    stage.days(prepared, prepared.plan.calendar.warm_up_days, in_warm_up)?;
    stage.days(prepared, prepared.plan.calendar.total_days(), measured)?;
    Ok((stage.state, stage.probes))
}

/// A replication in progress.
struct Stage {
    keys: Keys,
    state: State,
    desk: Desk,
    copy: Option<Copy>,
    probe_days: Vec<crate::time::Day>,
    probes: Vec<Probe>,
}

impl Stage {
    fn new(prepared: &Prepared, seed: u64, number: u64) -> Stage {
        let keys = Keys::new(prepared, seed, number);
        let mut state = State::new(prepared);
        disruption::start(prepared, &keys, &mut state);
        let has_cuts = !prepared.plan.cuts.is_empty();
        let probe_days = if has_cuts { endurance::probe_days(prepared, &keys) } else { Vec::new() };
        Stage { keys, state, desk: Desk::default(), copy: None, probe_days, probes: Vec::new() }
    }

    /// Runs until the given day, probing on the way, and checks that units are conserved.
    fn days<O: Observer>(&mut self, prepared: &Prepared, until: u32, observer: &mut O) -> Result<(), Violation> {
        while self.state.clock.day().0 < until {
            let today = self.state.clock.day();
            while self.probe_days.get(self.probes.len()) == Some(&today) {
                let copy = self.copy.get_or_insert_with(|| Copy::new(&self.state));
                self.probes.push(endurance::probe(prepared, &self.keys, &self.state, copy)?);
            }
            run_day(prepared, &self.keys, &mut self.state, &mut self.desk, observer);
        }
        conservation::check(prepared, &self.state)
    }
}

/// Runs the phases of one day.
pub fn run_day<O: Observer>(prepared: &Prepared, keys: &Keys, state: &mut State, desk: &mut Desk, observer: &mut O) {
    let today = state.clock.day();
    lead_time::renew_scores(prepared, keys, state);
    loop {
        while let Some(event) = state.clock.next_event() {
            match event {
                Event::Toggle { process } => disruption::toggle(prepared, keys, state, process, observer),
                Event::Arrival { first, .. } => receive::unload(prepared, state, first, observer),
            }
        }
        match state.clock.phase() {
            DayPhase::State | DayPhase::Receive => {}
            DayPhase::Demand => demand::run(prepared, keys, state, observer),
            DayPhase::Review => ordering::run(prepared, state, observer),
            DayPhase::Dispatch => dispatch::run(prepared, keys, state, desk, observer),
        }
        if state.clock.advance() {
            break;
        }
    }
    observer.day_ended(today, state);
}
