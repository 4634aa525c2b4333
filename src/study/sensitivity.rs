//! Sensitivity: one assumption at a time at the ends of its range, everything else as it is, under the same luck. What it
//! does to the difference between two scenarios, and whether it turns their order.

use super::batch::{self, CellRuns, Halt};
use super::comparison::{Values, comparable, cost, of_first_cut};
use super::design::StudyCell;
use super::figures::mean;
use super::findings::{Estimate, Inputs};
use super::row::ReadingRow;
use super::rows::{Rows, Spare, SpareError};
use crate::order::InOrder;
use crate::scenario::model::{Id, Study};
use crate::scenario::sensitivity::{Assumption, End};

/// Which two scenarios, under which reserve and cut.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The scenario that is subtracted.
    pub first: Id,
    /// The scenario that it is subtracted from.
    pub second: Id,
    /// The reserve.
    pub reserve: Id,
    /// The cut.
    pub cut: Id,
}

impl Question {
    /// The study with nothing but what is asked for.
    pub fn narrow(&self, study: &mut Study) {
        let wanted = [&self.first, &self.second];
        study.scenarios.retain(|scenario| wanted.contains(&&scenario.id));
        study.scenarios.order_by_key(|scenario| scenario.id != self.first);
        study.reserves = vec![self.reserve.clone()];
        study.cuts = vec![self.cut.clone()];
        study.compare_to.clone_from(&self.first);
    }
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// S(level): share of need served on the day of the level, at full claim.
    ShareServed,
    /// P(endurance ≥ level) at the threshold, at full claim.
    Probability,
    /// Bottom-up cost per year.
    Cost,
}

impl Measure {
    /// All measures, in the order of tables.
    pub const ALL: [Measure; 3] = [Measure::ShareServed, Measure::Probability, Measure::Cost];

    /// The measure's name in data files.
    pub fn id(self) -> &'static str {
        match self {
            Measure::ShareServed => "share_served",
            Measure::Probability => "p_at_least",
            Measure::Cost => "cost_per_year",
        }
    }

    fn unit(self) -> &'static str {
        match self {
            Measure::ShareServed | Measure::Probability => "share",
            Measure::Cost => "SEK/year",
        }
    }
}

/// Both scenarios, compiled and run.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The first and the second.
    pub cells: [StudyCell; 2],
    /// What their replications left behind.
    pub runs: [CellRuns; 2],
    /// Whether their cost may be ranked.
    comparable: bool,
}

impl Pair {
    /// Runs a narrowed study. A plan that is the base's own gives the base's own results and is not run again.
    ///
    /// # Errors
    /// The failing replication of the first scenario that has one, or rows that could not be put away.
    ///
    /// # Panics
    /// If the study is not narrowed to two cells.
    pub fn run(
        spare: &Spare,
        study: &Study,
        cells: Vec<StudyCell>,
        jobs: Option<usize>,
        base: Option<&Pair>,
        done: &(dyn Fn() + Sync),
    ) -> Result<Pair, Halt> {
        let cells: [StudyCell; 2] = cells.try_into().expect("a narrowed study has two cells");
        let run = |index: usize| match base.filter(|base| base.cells[index].plan == cells[index].plan) {
            Some(base) => {
                (0..study.replications).for_each(|_| done());
                Ok::<CellRuns, Halt>(base.runs[index].clone())
            }
            None => {
                let cells = &cells[index..=index];
                let mut runs =
                    batch::run_with(spare, batch::Pace::default(), cells, study.replications, study.seed, jobs, done)?;
                Ok(runs.remove(0))
            }
        };
        let runs = [run(0)?, run(1)?];
        let comparable = comparable(study, &cells[0], &cells[1]);
        Ok(Pair { cells, runs, comparable })
    }

    /// The difference `second − first`, replication by replication; `None` where one of them has no value.
    fn differences(&self, measure: Measure, at: At) -> Values {
        if measure == Measure::Cost && !self.comparable {
            return Ok(None);
        }
        let [first, second] = self.runs.each_ref().map(|runs| at.values(measure, &runs.rows));
        let both = second?.zip(first?);
        Ok(both.map(|(second, first)| second.iter().zip(first).map(|(second, first)| second - first).collect()))
    }
}

/// Which level and threshold are read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At {
    /// Place of the level among the scenario's levels.
    pub level: usize,
    /// Days of the level.
    pub level_days: u32,
    /// Place of the threshold among the scenario's thresholds.
    pub threshold: usize,
}

impl At {
    /// One value per replication: the one cut, the full claim.
    fn values(self, measure: Measure, rows: &Rows) -> Values {
        let of_probes = |of: &dyn Fn(&ReadingRow) -> Option<f64>| {
            of_first_cut(rows, &|readings| {
                let values: Option<Vec<f64>> = readings.iter().map(of).collect();
                mean(values?.into_iter())
            })
        };
        match measure {
            Measure::ShareServed => of_probes(&|reading| reading.share_served.get(self.level).copied()),
            Measure::Probability => of_probes(&|reading| {
                reading.days.get(self.threshold).map(|&days| if days >= self.level_days { 1.0 } else { 0.0 })
            }),
            Measure::Cost => cost(rows),
        }
    }
}

/// What a sensitivity study found.
#[derive(Clone, Debug, PartialEq)]
pub struct SensitivityFindings {
    /// What was run.
    pub inputs: Inputs,
    /// Which two scenarios, reserve and cut.
    pub question: Question,
    /// Which level and threshold.
    pub at: At,
    /// The assumptions that were moved, in the order of their ids.
    pub assumptions: Vec<Assumption>,
    /// One entry per measure.
    pub measures: Vec<MeasureFindings>,
}

/// One measure.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureFindings {
    /// Which.
    pub measure: Measure,
    /// The difference `second − first` with every assumption as it is.
    pub base: Estimate,
    /// What each assumption does, the largest swing first.
    pub swings: Vec<Swing>,
}

/// What one assumption does to one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    /// Index of the assumption.
    pub assumption: usize,
    /// At the low end and at the high end.
    pub ends: [EndFindings; 2],
    /// Largest less smallest difference among low end, base and high end; absent where one cannot be told.
    pub swing: Option<f64>,
    /// The stronger word of the two ends.
    pub order: Order,
}

/// One end of a range.
#[derive(Clone, Debug, PartialEq)]
pub struct EndFindings {
    /// Which end.
    pub end: End,
    /// The difference `second − first` at this end.
    pub difference: Estimate,
    /// This difference less that of the base, in pairs.
    pub change: Estimate,
    /// What becomes of the order of the two scenarios.
    pub order: Order,
}

/// What becomes of an order, from the weakest to the strongest word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// The same sign, and no less sure than the base.
    Keeps,
    /// Another sign, or sure at the base and no longer at this end.
    MayFlip,
    /// Another sign, and the intervals of base and end both exclude 0.
    Flips,
}

impl Order {
    /// The word in data files.
    pub fn id(self) -> &'static str {
        match self {
            Order::Keeps => "keeps",
            Order::MayFlip => "may_flip",
            Order::Flips => "flips",
        }
    }

    fn of(base: &Estimate, end: &Estimate) -> Order {
        let sign = |figure: &Estimate| figure.mean.map(|mean| mean.partial_cmp(&0.0));
        let sure =
            |figure: &Estimate| figure.low.is_some_and(|low| low > 0.0) || figure.high.is_some_and(|high| high < 0.0);
        match (sign(base) == sign(end), sure(base), sure(end)) {
            (false, true, true) => Order::Flips,
            (false, _, _) | (true, true, false) => Order::MayFlip,
            (true, _, _) => Order::Keeps,
        }
    }
}

/// Puts the base and the pair of every assumption's ends together; `moved` is parallel to the assumptions.
///
/// # Errors
/// Rows that were put away cannot be read back.
pub fn findings(
    inputs: Inputs,
    question: Question,
    at: At,
    assumptions: Vec<Assumption>,
    base: &Pair,
    moved: &[[Pair; 2]],
) -> Result<SensitivityFindings, SpareError> {
    let measures = Measure::ALL.into_iter().map(|measure| of_measure(measure, at, base, moved));
    Ok(SensitivityFindings { measures: measures.collect::<Result<_, _>>()?, inputs, question, at, assumptions })
}

fn of_measure(measure: Measure, at: At, base: &Pair, moved: &[[Pair; 2]]) -> Result<MeasureFindings, SpareError> {
    let base_values = base.differences(measure, at)?;
    let estimate = |values: &Option<Vec<f64>>, most: f64| {
        let found = Estimate::of_mean(values.as_deref().unwrap_or_default(), measure.unit());
        // Two shares differ by no more than all, and two such differences by no more than twice that.
        let within = |bound: Option<f64>| bound.map(|bound| bound.clamp(-most, most));
        match measure {
            Measure::Cost => found,
            _ => Estimate { low: within(found.low), high: within(found.high), ..found },
        }
    };
    let base = estimate(&base_values, 1.0);
    let end = |end: End, pair: &Pair| {
        let values = pair.differences(measure, at)?;
        let change = values.as_ref().zip(base_values.as_ref());
        let change = change.map(|(values, base)| values.iter().zip(base).map(|(end, base)| end - base).collect());
        let difference = estimate(&values, 1.0);
        let order = Order::of(&base, &difference);
        Ok(EndFindings { end, change: estimate(&change, 2.0), order, difference })
    };
    let swing = |(assumption, [low, high]): (usize, &[Pair; 2])| {
        let ends = [end(End::Low, low)?, end(End::High, high)?];
        let means = [base.mean, ends[0].difference.mean, ends[1].difference.mean];
        let swing = means.into_iter().collect::<Option<Vec<f64>>>().map(|means| spread(&means));
        let order = ends[0].order.max(ends[1].order);
        Ok(Swing { assumption, ends, swing, order })
    };
    let mut swings = moved.iter().enumerate().map(swing).collect::<Result<Vec<_>, _>>()?;
    // Stable: assumptions that swing alike stay in the order of their ids.
    swings.order_by(|one, other| other.swing.unwrap_or(-1.0).total_cmp(&one.swing.unwrap_or(-1.0)));
    Ok(MeasureFindings { measure, base, swings })
}

fn spread(values: &[f64]) -> f64 {
    let largest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let smallest = values.iter().copied().fold(f64::INFINITY, f64::min);
    largest - smallest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(mean: f64, low: f64, high: f64) -> Estimate {
        Estimate { mean: Some(mean), low: Some(low), high: Some(high), quantiles: None, n: 9, unit: "share" }
    }

    #[test]
    fn an_order_flips_only_where_both_ends_are_sure() {
        let sure = figure(2.0, 1.0, 3.0);
        let doubtful = figure(2.0, -1.0, 5.0);
        let cases = [
            (&sure, figure(-2.0, -3.0, -1.0), Order::Flips),
            (&sure, figure(-2.0, -5.0, 1.0), Order::MayFlip),
            (&sure, figure(1.0, -1.0, 3.0), Order::MayFlip),
            (&sure, figure(9.0, 8.0, 10.0), Order::Keeps),
            (&doubtful, figure(-2.0, -3.0, -1.0), Order::MayFlip),
            (&doubtful, figure(1.0, -1.0, 3.0), Order::Keeps),
            (&sure, figure(0.0, 0.0, 0.0), Order::MayFlip),
        ];
        for (base, end, expected) in cases {
            assert_eq!(Order::of(base, &end), expected, "{base:?} {end:?}");
        }
    }

    #[test]
    fn a_swing_counts_the_base() {
        assert_eq!(spread(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(spread(&[3.0, 5.0, 5.0]), 2.0);
    }
}
