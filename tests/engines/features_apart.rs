//! Which parts of reserves that stand apart a run exercised, proved by its log.

use crate::event::{Event, Run};
use crate::features::Features;
use beredd::plan::Plan;

/// How many features there are here.
pub const COUNT: usize = 7;

/// Notes what fired.
pub fn note(plan: &Plan, run: &Run, features: &mut Features) {
    let (mut opened, mut at_minutes) = (false, None);
    for event in &run.events {
        match *event {
            Event::Clock { day, .. } => at_minutes = Some(day),
            Event::ReserveOpened { day, reserve, .. } => {
                opened = true;
                if at_minutes == Some(day) {
                    features.insert("reserve opened at a minute", true);
                }
                features.insert("reserve opened", true);
                let alarm = &plan.apart[reserve as usize].alarm;
                // In the run itself there is no cut.
                if alarm.processes.is_empty() {
                    features.insert("reserve opened for want of stock", true);
                }
                if !alarm.stock_out {
                    features.insert("reserve opened by a process", true);
                }
            }
            Event::ReserveFilled { .. } => {
                features.insert("reserve filled", true);
            }
            Event::ReserveGone { expired: true, .. } => {
                features.insert("reserve expired", true);
            }
            _ => {}
        }
    }
    if opened && !run.readings.is_empty() {
        features.insert("copies of a plan with reserves", true);
    }
}
