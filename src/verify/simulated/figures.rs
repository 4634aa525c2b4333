//! What is read off a replication, and what all replications of a case left.

use super::watch::Watch;
use crate::plan::Plan;
use crate::sim::cost::price;
use crate::sim::measures::{Ratio, Service, service};
use crate::sim::prepared::Prepared;
use crate::sim::replication::Outcome;

/// A replication, seen from its end.
pub struct Seen<'a> {
    /// Its plan.
    pub prepared: &'a Prepared<'a>,
    /// What it gave.
    pub outcome: &'a Outcome,
    /// What was watched on its measured days.
    pub watch: &'a Watch,
}

/// One number read off a replication.
pub type Figure = Box<dyn Fn(&Seen) -> f64 + Send + Sync>;

/// Figures of all replications: per run, per figure, one value per replication.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Run → figure → values in the order of the replications.
    pub values: Vec<Vec<Vec<f64>>>,
}

impl Figures {
    /// The values of a figure in the only, or first, run.
    pub fn of(&self, figure: usize) -> &[f64] {
        self.in_run(0, figure)
    }

    /// The values of a figure in a run.
    pub fn in_run(&self, run: usize, figure: usize) -> &[f64] {
        &self.values[run][figure]
    }

    /// Replications done.
    pub fn replications(&self) -> usize {
        self.values.first().and_then(|run| run.first()).map_or(0, Vec::len)
    }
}

/// A figure of the service measures.
pub fn of_service(read: fn(&Service) -> f64) -> Figure {
    Box::new(move |seen| read(&service(seen.prepared, &seen.outcome.drivers)))
}

/// The part and the whole of a ratio of the service measures.
pub fn ratio(read: fn(&Service) -> Ratio) -> [Figure; 2] {
    [
        Box::new(move |seen| read(&service(seen.prepared, &seen.outcome.drivers)).part),
        Box::new(move |seen| read(&service(seen.prepared, &seen.outcome.drivers)).whole),
    ]
}

/// Cost per simulated day in SEK × `scale`.
pub fn cost_per_day(scale: f64) -> Figure {
    Box::new(move |seen| {
        let per_year: f64 =
            price(&seen.prepared.plan, &seen.outcome.drivers).iter().map(|line| line.per_year.sek()).sum();
        per_year / 365.0 * scale
    })
}

/// Units needed and not served at once, per day.
pub fn unmet_per_day() -> Figure {
    Box::new(|seen| {
        let drivers = &seen.outcome.drivers;
        let unmet: i64 = drivers.needed.iter().zip(&drivers.served).map(|(needed, served)| needed - served).sum();
        units(&seen.prepared.plan, unmet) / drivers.days.max(1) as f64
    })
}

/// Quanta as units.
pub fn units(plan: &Plan, quanta: i64) -> f64 {
    quanta as f64 / plan.resolution as f64
}
