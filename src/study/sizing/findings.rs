//! What sizing found.

use super::Question;
use super::classes::Class;
use super::options::Holding;
use super::trial::Limit;
use super::weakest::Weak;
use crate::scenario::model::{Id, Title};
use crate::study::findings::Estimate;

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeFindings {
    /// What was asked.
    pub question: Question,
    /// Title of the scenario.
    pub title: Title,
    /// Title of the cut.
    pub cut: Title,
    /// The classes, in their order.
    pub classes: Vec<Class>,
    /// Trials made.
    pub trials: usize,
    /// Articles that are critical.
    pub articles: usize,
    /// The reserve placements of the scenario, which the choice takes the place of.
    pub replaced: Vec<Id>,
    /// The answer itself.
    pub answer: Answer,
}

/// Whether a reserve reaches the level.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The choice has proved itself on fresh replications.
    Reached(Chosen),
    /// The strongest choice that was tried has not; it may still be enough.
    Undecided(Chosen),
    /// No choice of the sizes tried is enough.
    OutOfReach {
        /// What forbids those that would be; empty where none would be.
        limits: Vec<Limit>,
        /// Share of the trials' probes that last at the very most, whatever is held.
        at_most: f64,
        /// The articles that are most often without anything even under the largest reserve.
        weakest: Vec<Weak>,
    },
}

/// A choice with what it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// What is held; a class that holds nothing is not here.
    pub holdings: Vec<Holding>,
    /// Probability that the level is reached, on fresh replications.
    pub probability: Estimate,
    /// Bottom-up cost per year, on the same replications.
    pub cost: Estimate,
    /// The same less the cost without a reserve, in pairs.
    pub more: Estimate,
    /// What one more day would cost per year, SEK, by the trials; absent where no choice lasts longer.
    pub next_day: Option<f64>,
    /// The confirmations, in their order; the last one is told above.
    pub rounds: Vec<Round>,
    /// Whether the search has shown that no choice costs less by the sums of the trials.
    pub cheapest: bool,
}

/// One confirmation.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// What was held.
    pub holdings: Vec<Holding>,
    /// What was asked of the trials beyond the threshold, share of need.
    pub margin: f64,
    /// Fresh replications.
    pub replications: u32,
    /// What they say.
    pub probability: Estimate,
}
