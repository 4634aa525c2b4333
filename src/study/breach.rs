//! Which breaches a figure counts. A breach is what [`crate::sim::stop::breach`] says: a share served below the threshold for days in a
//! row, from the first day followed to the last. Everyday shortage can be one too, so every answer that speaks of breaches says which
//! of them it counts, by one of these two words.

use super::figures::mean;
use super::findings::Estimate;

/// Which breaches count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Every one, also one that would have come without the stop: the stop that ends, and the breaking point.
    Every,
    /// Only those of probes that have none without the failure, over the same days under the same luck: exposure.
    Caused,
}

impl Counted {
    /// The word in data files.
    pub fn id(self) -> &'static str {
        match self {
            Counted::Every => "every",
            Counted::Caused => "caused",
        }
    }
}

/// From the breach to the recovery, as it is said of every stop: the one of a study and those of each length of a breaking point.
#[derive(Clone, Debug, PartialEq)]
pub struct BreachFindings {
    /// First day of breach, over the probes with one.
    pub day: Estimate,
    /// Days from breach to recovery, over the probes that recovered while they were followed.
    pub recovery_days: Estimate,
    /// Share of the probes with a breach that had not recovered at the end.
    pub not_recovered: Estimate,
}

impl BreachFindings {
    /// What all replications say.
    pub fn of(replications: &[BreachMeans]) -> BreachFindings {
        let values =
            |of: &dyn Fn(&BreachMeans) -> Option<f64>| replications.iter().filter_map(of).collect::<Vec<f64>>();
        BreachFindings {
            day: Estimate::of_days(&values(&|means| means.day), f64::INFINITY),
            recovery_days: Estimate::of_days(&values(&|means| means.recovery_days), f64::INFINITY),
            not_recovered: Estimate::of_probability(&values(&|means| means.not_recovered)),
        }
    }

    /// The figures by their names in data files.
    pub fn named(&self) -> [(&'static str, &Estimate); 3] {
        [("breach_day", &self.day), ("recovery_days", &self.recovery_days), ("not_recovered", &self.not_recovered)]
    }
}

/// What one replication says of it: means over the probes for which there is a value, absent where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BreachMeans {
    day: Option<f64>,
    recovery_days: Option<f64>,
    not_recovered: Option<f64>,
}

/// The first day of breach of a probe and the first day recovered.
pub type BreachDays = (Option<u32>, Option<u32>);

impl BreachMeans {
    /// Of all probes of the replication.
    pub fn of(probes: &[BreachDays]) -> BreachMeans {
        let mean = |of: &dyn Fn(&BreachDays) -> Option<f64>| mean(probes.iter().filter_map(of));
        BreachMeans {
            day: mean(&|(breach, _)| breach.map(f64::from)),
            recovery_days: mean(&|&(breach, recovered)| Some(f64::from(recovered? - breach?))),
            not_recovered: mean(&|(breach, recovered)| breach.map(|_| f64::from(u8::from(recovered.is_none())))),
        }
    }
}
