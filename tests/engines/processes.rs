//! Disruption processes of the second engine.

use crate::naive::{MINUTES_PER_DAY, World, minutes};
use beredd::plan::disruption::Process;
use beredd::random::sampling::exponential;

/// Where a disruption process stands.
#[derive(Clone)]
pub struct ProcessState {
    pub down: bool,
    /// The minute of the next change, counted from the start of the run.
    pub next_change: i64,
    /// Minutes it will be down when it goes down next.
    next_duration: i64,
    recoveries: i64,
}

impl ProcessState {
    /// The state before day 0: the process begins at the anchor and lives through all its changes until then.
    pub fn at_start(world: &World, process: &Process) -> ProcessState {
        let mut state = ProcessState::at_anchor(world, process);
        state.next_change -= world.days_from_anchor() * MINUTES_PER_DAY;
        while state.next_change <= 0 {
            state.change(world, process);
        }
        state
    }

    /// The state at the anchor, from the stationary law. Its minutes count from the anchor.
    fn at_anchor(world: &World, process: &Process) -> ProcessState {
        let mut block = world.block(process.stream, 0);
        let mean_down = process.down.mean();
        let down = block.unit() < mean_down / (process.mean_up_days + mean_down);
        if down {
            let rest = minutes(process.down.sample_residual(&mut block)).max(1);
            return ProcessState { down, next_change: rest, next_duration: 0, recoveries: 0 };
        }
        let up = minutes(exponential(&mut block, process.mean_up_days)).max(1);
        let duration = minutes(process.down.sample(&mut block)).max(1);
        ProcessState { down, next_change: up, next_duration: duration, recoveries: 0 }
    }

    /// Goes down or comes up at the minute foreseen, and foresees the next change.
    pub fn change(&mut self, world: &World, process: &Process) {
        self.down = !self.down;
        if self.down {
            self.next_change += self.next_duration;
        } else {
            self.recoveries += 1;
            let mut block = world.block(process.stream, self.recoveries);
            self.next_change += minutes(exponential(&mut block, process.mean_up_days)).max(1);
            self.next_duration = minutes(process.down.sample(&mut block)).max(1);
        }
    }
}
