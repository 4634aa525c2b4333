//! The course of a run: its phases, each prepared, and the day on which each begins.

use super::day::run_day;
use super::observer::Observer;
use super::prepared::Prepared;
use super::state::{Keys, State};
use super::switch::{hand_on, switch};
use super::workspace::Workspace;
use crate::plan::Plan;
use crate::time::Day;
use std::borrow::Cow;

/// The phases of a run.
#[derive(Clone, Debug)]
pub struct Course<'p> {
    /// The phase that the run begins with.
    pub first: Prepared<'p>,
    /// Those that follow, with their first day.
    pub later: Vec<(Day, Prepared<'p>)>,
}

/// What a run through a course needs beside its state: keys and memory, one for each phase.
#[derive(Clone, Debug)]
pub struct Gear {
    /// The keys of the draws, by phase.
    pub keys: Vec<Keys>,
    /// Memory that is used again, by phase.
    pub work: Vec<Workspace>,
}

impl<'p> Course<'p> {
    /// Prepares the phases of a plan.
    pub fn new(plan: &'p Plan) -> Course<'p> {
        let later = plan.phasing.later.iter().map(|phase| (Day(phase.from_day), Prepared::new(&phase.plan)));
        Course { first: Prepared::new(plan), later: later.collect() }
    }

    /// Prepares the phases of a plan that is owned.
    pub fn owned(mut plan: Plan) -> Course<'static> {
        let later = std::mem::take(&mut plan.phasing.later).into_iter();
        let later = later.map(|phase| (Day(phase.from_day), Prepared::of(Cow::Owned(phase.plan)))).collect();
        Course { first: Prepared::of(Cow::Owned(plan)), later }
    }

    /// A phase, counted from 0.
    pub fn phase(&self, number: usize) -> &Prepared<'p> {
        number.checked_sub(1).map_or(&self.first, |later| &self.later[later].1)
    }

    /// Keys and memory of replication `number` under `seed`; `work` makes the memory for a plan.
    pub fn gear(&self, seed: u64, number: u64, work: impl Fn(&Plan) -> Workspace) -> Gear {
        let mut keys = vec![Keys::new(&self.first, seed, number)];
        for (_, later) in &self.later {
            // The disruptions are those of the whole run.
            let timeline = keys[0].timeline.clone();
            keys.push(Keys { timeline, ..Keys::without_timeline(later, seed, number) });
        }
        let work = (0..keys.len()).map(|phase| work(&self.phase(phase).plan)).collect();
        Gear { keys, work }
    }

    /// Brings a state into the phase of its day. Nothing happens when that is done already.
    #[inline]
    pub fn begin_day<O: Observer + ?Sized>(&self, state: &mut State, observer: &mut O) {
        let is_last = state.phase == self.later.len();
        if !(is_last && self.phase(state.phase).plan.phasing.closed.is_empty()) {
            self.switch_and_hand_on(state, observer);
        }
    }

    fn switch_and_hand_on<O: Observer + ?Sized>(&self, state: &mut State, observer: &mut O) {
        while let Some((first_day, new)) = self.later.get(state.phase).filter(|(day, _)| *day <= state.clock.day()) {
            observer.phase_begins(*first_day, state.phase + 1, state);
            let old = self.phase(state.phase);
            switch(old, new, state, observer);
            state.phase += 1;
        }
        hand_on(self.phase(state.phase), state, observer);
    }

    /// Runs a day, with the switch that begins it.
    pub fn run_day<O: Observer + ?Sized>(&self, gear: &mut Gear, state: &mut State, observer: &mut O) {
        self.begin_day(state, observer);
        let phase = state.phase;
        run_day(self.phase(phase), &gear.keys[phase], state, &mut gear.work[phase], observer);
    }
}
