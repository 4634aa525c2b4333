//! Sizing: the cheapest reserve under which a scenario lasts a level, what it costs, and how sure that is.
//!
//! The articles fall into classes; for each class the reserve may be so many days at one of some places (an *option*). Every option
//! is tried by itself under the same luck ([`trial`]); the cheapest choice of one option per class is sought among their sums
//! ([`search`]); the choice is run as a whole on fresh replications, and has to prove itself there ([`confirm`]). The articles that are
//! most often without anything are tried as classes of their own too ([`weakest`]).

pub mod classes;
pub mod confirm;
pub mod findings;
pub mod options;
pub mod overlay;
pub mod search;
pub mod trial;
pub mod weakest;

use crate::scenario::model::{Id, Scenario};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The scenario.
    pub scenario: Id,
    /// Days that it must last.
    pub level: u32,
    /// Share of need that must be served.
    pub threshold: f64,
    /// Probability with which it must last.
    pub probability: f64,
    /// The cut.
    pub cut: Id,
    /// The claim on stock of suppliers, parts per thousand.
    pub claim: u16,
    /// What tells classes apart.
    pub by: classes::Grouping,
    /// How many of the weakest articles are tried as classes of their own.
    pub weakest: usize,
    /// Days between one size of the reserve and the next.
    pub step: u32,
    /// The largest size, days.
    pub most: u32,
    /// The stock of a class must turn so many times a year, if that is asked for.
    pub least_turns: Option<f64>,
    /// Replications of each trial.
    pub pilot: u32,
    /// Fresh replications of the first confirmation.
    pub fresh: u32,
    /// Seed.
    pub seed: u64,
    /// Threads; absent = one per core.
    pub jobs: Option<usize>,
}

impl Question {
    /// The scenario with nothing read but what is asked: one level, threshold, claim, and no longer than it takes.
    ///
    /// The days of a curve end when every reading is decided: `days-running` days from the day before the level, and as long again
    /// as the marginal days ([`Question::further_days`]).
    pub fn narrowed(&self, scenario: &Scenario) -> Scenario {
        let mut scenario = scenario.clone();
        let endurance = &mut scenario.endurance;
        endurance.thresholds = vec![self.threshold];
        endurance.claims = vec![self.claim];
        endurance.stop = None;
        scenario.cuts.values_mut().for_each(|cut| cut.stop = None);
        endurance.cap_days = self.level + self.further_days() + endurance.stop_rule.days_past_cap() - 1;
        // The curve is drawn to the last level.
        endurance.levels = vec![self.level, endurance.cap_days];
        scenario
    }

    /// Days beyond the level over which the price of one more day is taken: a tenth of it.
    pub fn further_days(&self) -> u32 {
        (self.level / 10).max(1)
    }

    /// Days of the curves of the trials: as many as the reading of the level and of the days beyond it takes.
    fn days_of_a_curve(&self, lasting: search::Lasting) -> usize {
        lasting.days() + self.further_days() as usize
    }

    /// Larger sizes, which are tried for the weakest articles beside the usual ones: up to twice the largest, in steps twice as long.
    pub fn larger_sizes(&self) -> impl Iterator<Item = u32> {
        (self.most + 2 * self.step..=2 * self.most).step_by(2 * self.step as usize)
    }

    /// The sizes that are tried, in days.
    pub fn sizes(&self) -> impl Iterator<Item = u32> {
        (self.step..=self.most).step_by(self.step as usize)
    }
}
