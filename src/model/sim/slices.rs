//! Endurance of parts of need, read beside the whole in the same copy.

use crate::plan::endurance::{EndurancePlan, StopRule};
use serde::{Deserialize, Serialize};

/// One part under one cut at one probe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SliceReading {
    /// S of the part at each level.
    pub served: Vec<f64>,
    /// Its days of endurance per threshold; the days of the curve where it lasted longer.
    pub days: Vec<u32>,
}

/// Watches the shares of the groups day by day.
pub(super) struct Slices<'a> {
    endurance: &'a EndurancePlan,
    /// Per part.
    readings: Vec<SliceReading>,
    /// Per part and threshold: days in a row below it.
    running: Vec<Vec<u32>>,
}

impl<'a> Slices<'a> {
    /// Nothing seen yet.
    pub fn new(endurance: &'a EndurancePlan) -> Slices<'a> {
        let days = vec![endurance.curve_days(); endurance.thresholds.len()];
        let empty = SliceReading { served: Vec::with_capacity(endurance.levels.len()), days };
        let running = vec![vec![0; endurance.thresholds.len()]; endurance.slices.len()];
        Slices { endurance, readings: vec![empty; endurance.slices.len()], running }
    }

    /// A day of the copy, counted from 1, with the share served of each group.
    pub fn day(&mut self, today: u32, shares: &[f64]) {
        let endurance = self.endurance;
        let is_level = endurance.levels.contains(&today);
        for ((slice, reading), running) in endurance.slices.iter().zip(&mut self.readings).zip(&mut self.running) {
            let sum: f64 = slice.groups.iter().map(|&group| shares[group as usize]).sum();
            let share = sum / slice.groups.len() as f64;
            if is_level {
                reading.served.push(share);
            }
            let StopRule::ShareBelow { days_running } = endurance.stop_rule else { continue };
            for ((threshold, running), days) in endurance.thresholds.iter().zip(running).zip(&mut reading.days) {
                *running = if share < *threshold { *running + 1 } else { 0 };
                if *running == days_running {
                    *days = (today - days_running).min(*days);
                }
            }
        }
    }

    /// Whether no further day can change what is read, after so many days: no part has begun to fall short within the curve without
    /// being seen to the end.
    pub fn are_decided(&self, days: usize) -> bool {
        let StopRule::ShareBelow { days_running } = self.endurance.stop_rule else { return true };
        let until = self.endurance.curve_days() as usize;
        let open = |running: &u32| (1..days_running).contains(running) && days - (*running as usize) < until;
        !self.running.iter().flatten().any(open)
    }

    /// What was read; `first_short` has per group the first day with unmet need, or a later one than any.
    pub fn readings(mut self, first_short: &[u32]) -> Vec<SliceReading> {
        if self.endurance.stop_rule == StopRule::FirstUnmetUnit {
            for (slice, reading) in self.endurance.slices.iter().zip(&mut self.readings) {
                let first = slice.groups.iter().map(|&group| first_short[group as usize]).min().unwrap_or(u32::MAX);
                reading.days.iter_mut().for_each(|days| *days = (first - 1).min(*days));
            }
        }
        self.readings
    }
}
