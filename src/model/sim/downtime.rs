//! How often and how long each disruption process is down: an observer for whoever wants to know.

use super::observer::Observer;
use super::prepared::Prepared;
use super::state::State;
use crate::time::Day;

/// What one process did on the days seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfProcess {
    /// Days at whose end it was down.
    pub days_down: u32,
    /// Times that it began.
    pub begins: u32,
    /// Days from begin to end of those that both were seen, in order.
    pub durations: Vec<u32>,
    begun: Option<Day>,
}

/// Watches the processes of a plan.
#[derive(Clone, Debug)]
pub struct Downtime {
    /// First day that is counted.
    from: Day,
    /// Days counted.
    pub days: u32,
    /// Per process, in the order of the plan.
    pub processes: Vec<OfProcess>,
}

impl Downtime {
    /// Counts from the first measured day.
    pub fn new(prepared: &Prepared) -> Downtime {
        let from = Day(prepared.plan.calendar.warm_up_days);
        Downtime { from, days: 0, processes: vec![OfProcess::default(); prepared.plan.disruptions.len()] }
    }
}

impl Observer for Downtime {
    fn toggled(&mut self, day: Day, process: u32, down: bool) {
        if day < self.from {
            return;
        }
        let process = &mut self.processes[process as usize];
        if down {
            process.begins += 1;
            process.begun = Some(day);
        } else if let Some(begun) = process.begun.take() {
            process.durations.push(day.0 - begun.0);
        }
    }

    fn day_ended(&mut self, day: Day, state: &State) {
        if day >= self.from {
            self.days += 1;
            for (process, &down) in self.processes.iter_mut().zip(&state.disturbed.down) {
                process.days_down += u32::from(down);
            }
        }
    }
}
