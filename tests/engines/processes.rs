//! Disruption processes of the second engine: each foresees its next time down and lives through it change by change.

use crate::naive::{MINUTES_PER_DAY, minutes};
use crate::world::World;
use beredd::plan::disruption::{Process, Source};
use beredd::random::block::Block;
use std::collections::VecDeque;

/// A time down that is foreseen or lasts. Minutes count from the start of the run.
#[derive(Clone, Copy)]
struct Foreseen {
    begin: i64,
    end: i64,
    occurrence: i64,
}

/// Where a disruption process stands.
#[derive(Clone)]
pub struct ProcessState {
    pub down: bool,
    /// The minute of its latest begin.
    pub began: i64,
    /// The latest minute whose changes have taken effect.
    pub seen: i64,
    ahead: VecDeque<Foreseen>,
    recoveries: i64,
}

/// A change that has taken effect.
pub struct Changed {
    pub process: usize,
    pub down: bool,
}

/// All processes before day 0: they begin at the anchor and live through all their changes until then.
pub fn at_start(world: &World) -> Vec<ProcessState> {
    let mut all: Vec<ProcessState> =
        world.plan.disruptions.iter().map(|process| ProcessState::at_anchor(world, process)).collect();
    let until = |process: &Process| if is_renewal(process) { 0 } else { -1 };
    while next_change(world, &mut all, &until).is_some() {}
    for (state, process) in all.iter_mut().zip(&world.plan.disruptions) {
        state.seen = until(process);
    }
    all
}

/// All changes up to a minute, one after another as time goes.
pub fn live_until(world: &World, all: &mut [ProcessState], minute: i64) -> Vec<Changed> {
    let changed = std::iter::from_fn(|| next_change(world, all, &|_| minute)).collect();
    all.iter_mut().for_each(|state| state.seen = minute);
    changed
}

/// What a cut brings with it is foreseen from the first minute of its copy.
pub fn begin_with_cut(world: &World, all: &mut [ProcessState], with: &[u32], (probe, day): (u32, u32)) {
    for &number in with {
        let process = &world.plan.disruptions[number as usize];
        let begin = i64::from(day) * MINUTES_PER_DAY;
        let end = begin + duration(process, &mut world.block(process.stream, probe.into()));
        all[number as usize].ahead.push_back(Foreseen { begin, end, occurrence: probe.into() });
    }
}

/// The earliest change that is due, if there is one.
fn next_change(world: &World, all: &mut [ProcessState], until: &dyn Fn(&Process) -> i64) -> Option<Changed> {
    let due = |number: &usize| {
        let minute = all[*number].next_change();
        minute.filter(|minute| *minute <= until(&world.plan.disruptions[*number])).map(|minute| (minute, *number))
    };
    let (minute, process) = (0..all.len()).filter_map(|number| due(&number)).min()?;
    let occurrence = all[process].change(world, &world.plan.disruptions[process]);
    let down = all[process].down;
    if down && let Some(occurrence) = occurrence {
        for (follower, other) in all.iter_mut().zip(&world.plan.disruptions) {
            follower.hear(world, other, process, minute, occurrence);
        }
    }
    Some(Changed { process, down })
}

fn is_renewal(process: &Process) -> bool {
    matches!(process.source, Source::Renewal { .. })
}

fn duration(process: &Process, block: &mut Block) -> i64 {
    minutes(process.down.sample(block)).max(1)
}

/// The occurrence of a time down that began before the anchor.
const UNKNOWN: i64 = -1;

impl ProcessState {
    fn at_anchor(world: &World, process: &Process) -> ProcessState {
        let mut state = ProcessState { down: false, began: 0, seen: 0, ahead: VecDeque::new(), recoveries: 0 };
        let anchor = -world.days_from_anchor() * MINUTES_PER_DAY;
        match &process.source {
            Source::Renewal { up } => {
                let mut block = world.block(process.stream, 0);
                state.down = block.unit() < process.down.mean() / (up.mean() + process.down.mean());
                if state.down {
                    let end = anchor + minutes(process.down.sample_residual(&mut block)).max(1);
                    state.began = anchor;
                    state.ahead.push_back(Foreseen { begin: anchor, end, occurrence: UNKNOWN });
                } else {
                    let begin = anchor + minutes(up.sample_residual(&mut block)).max(1);
                    let end = begin + duration(process, &mut block);
                    state.ahead.push_back(Foreseen { begin, end, occurrence: 0 });
                }
            }
            Source::Once { day, probability } => {
                let mut block = world.block(process.stream, *day);
                if block.unit() < *probability {
                    let begin = (day - world.number(0)) * MINUTES_PER_DAY;
                    let end = begin + duration(process, &mut block);
                    state.ahead.push_back(Foreseen { begin, end, occurrence: *day });
                }
            }
            Source::After { .. } | Source::WithCut => {}
        }
        state
    }

    fn next_change(&self) -> Option<i64> {
        self.ahead.front().map(|next| if self.down { next.end } else { next.begin })
    }

    /// Begins or ends as foreseen. Tells the occurrence of what begins.
    fn change(&mut self, world: &World, process: &Process) -> Option<i64> {
        self.down = !self.down;
        if self.down {
            let now = self.ahead.front()?;
            self.began = now.begin;
            return Some(now.occurrence);
        }
        let over = self.ahead.pop_front()?;
        if let Source::Renewal { up } = &process.source {
            self.recoveries += 1;
            let mut block = world.block(process.stream, self.recoveries);
            let begin = over.end + minutes(up.sample(&mut block)).max(1);
            let end = begin + duration(process, &mut block);
            self.ahead.push_back(Foreseen { begin, end, occurrence: self.recoveries });
        }
        None
    }

    /// Another process has begun at a minute.
    fn hear(&mut self, world: &World, process: &Process, other: usize, minute: i64, occurrence: i64) {
        let Source::After { process: followed, delay, probability } = &process.source else { return };
        let busy = self.ahead.back().is_some_and(|last| minute < last.end);
        if *followed as usize != other || busy {
            return;
        }
        let mut block = world.block(process.stream, occurrence);
        if block.unit() < *probability {
            let begin = minute + minutes(delay.sample(&mut block));
            let end = begin + duration(process, &mut block);
            self.ahead.push_back(Foreseen { begin, end, occurrence });
        }
    }
}
