//! The breaking point: how long a stop may be. Every length is tried at the same probes under the same luck: the cut begins, ends after
//! so many days, and the copy is followed for some days more (docs/model.md, *A stop that ends*).

mod crossing;

use super::batch::{self, Failure};
use super::breach::{BreachFindings, BreachMeans};
use super::design::StudyCell;
use super::findings::{Estimate, Inputs, Verdict};
use super::narrow::{Reading, end_after};
use crate::plan::Plan;
use crate::plan::cut::{Cut, CutExpress};
use crate::plan::endurance::{EndurancePlan, StopPlan};
use crate::scenario::model::Study;
use crate::sim::observer::Nobody;
use crate::sim::prepared::Prepared;
use crate::sim::replication::Outcome;
use crate::sim::stop::{StopReading, breach};
pub use crossing::{Reach, reach};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Cut and threshold.
    pub reading: Reading,
    /// Lengths of the stop in days, ascending.
    pub lengths: Vec<u32>,
    /// Days that a copy is followed after the end of the stop.
    pub follow: u32,
    /// Probability with which a stop must be stood.
    pub probability: f64,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakingFindings {
    /// What was run.
    pub inputs: Inputs,
    /// What was asked.
    pub question: Question,
    /// For each scenario and reserve, in the order of the cells.
    pub cells: Vec<CellBreaking>,
}

/// One scenario under one reserve.
#[derive(Clone, Debug, PartialEq)]
pub struct CellBreaking {
    /// Scenario id.
    pub scenario: String,
    /// Reserve id.
    pub reserve: String,
    /// One per length.
    pub lengths: Vec<LengthFindings>,
    /// The longest length tried that is stood with the required probability, as all shorter ones are: shown by the lower ends of the
    /// intervals.
    pub longest: Option<u32>,
    /// The length at which the probability of no breach falls below what is required, on straight lines between the lengths tried; by the
    /// estimates, by the lower ends of their intervals and by the upper ends.
    pub breaking: [Reach; 3],
}

/// A stop of one length.
#[derive(Clone, Debug, PartialEq)]
pub struct LengthFindings {
    /// Days.
    pub length: u32,
    /// Share of critical need served: mean over all days followed.
    pub served: Estimate,
    /// The same on the worst day.
    pub lowest: Estimate,
    /// Probability that there is no breach ([`super::breach::Counted::Every`]): less than the threshold for days in a row.
    pub no_breach: Estimate,
    /// The same over the same days at the same probes, where nothing stops.
    pub calm: Estimate,
    /// Whether that is enough.
    pub verdict: Verdict,
    /// From the breach to the recovery.
    pub breach: BreachFindings,
}

/// Share of supplier-owned stock that a cut without claims of its own frees, parts per thousand.
const FULL_CLAIM: u16 = 1000;

/// Id of the cut that stops nothing.
const NOTHING: &str = "nothing";

impl Question {
    /// Narrows a study to the cut and the threshold, as a stop of the longest length, so that everything is checked over its days.
    pub fn narrow(&self, study: &mut Study) {
        self.reading.narrow(study);
        let longest = self.lengths.last().copied().unwrap_or_default();
        let stop = StopPlan { length_days: longest, follow_days: longest + self.follow };
        end_after(study, stop);
    }

    /// Has every cell try the stop of each length, and last one where nothing stops for the longest; and read nothing else.
    pub fn lengthen(&self, cells: &mut [StudyCell]) {
        cells.iter_mut().for_each(|cell| self.lengthen_plan(&mut cell.plan));
    }

    fn lengthen_plan(&self, plan: &mut Plan) {
        let Some(cut) = plan.cuts.first().cloned() else { return };
        let of_length = |&length: &u32| {
            let stop = StopPlan { length_days: length, follow_days: length + self.follow };
            // Days of endurance are not read: a cut without claims is tried with the full one.
            let claims = cut.claims.iter().copied().filter(|&claim| claim != FULL_CLAIM).collect();
            Cut { stop: Some(stop), claims, ..cut.clone() }
        };
        let nothing = |cut: Cut| Cut {
            id: NOTHING.to_owned(),
            stops: Vec::new(),
            freezes: Vec::new(),
            locks_supplier_stock: false,
            with: Vec::new(),
            rationing: None,
            express: CutExpress::AsEver,
            ..cut
        };
        let nothing = self.lengths.last().map(|longest| nothing(of_length(longest)));
        plan.cuts = self.lengths.iter().map(of_length).chain(nothing).collect();
        plan.endurance.stop = None;
    }
}

/// Runs every cell of a study with one cut. `done` is called after each replication.
///
/// # Errors
/// A failing replication: a fault of the program.
pub fn breaking(
    study: &Study,
    cells: &[StudyCell],
    (inputs, question): (Inputs, Question),
    jobs: Option<usize>,
    done: &(dyn Fn() + Sync),
) -> Result<BreakingFindings, Failure> {
    let replications = u64::from(study.replications);
    let of_cell = |(number, cell): (usize, &StudyCell)| {
        let of = |prepared: &Prepared, outcome: &Outcome, _: &Nobody| {
            let endurance = &prepared.plan.endurance;
            let seen = question.lengths.iter().enumerate().map(|(place, length)| {
                Seen::of(endurance, outcome, (place, question.lengths.len()), (length + question.follow) as usize)
            });
            let seen: Vec<Seen> = seen.collect();
            done();
            seen
        };
        let seen = batch::readings(&cell.plan, 0..replications, study.seed, jobs, &|_| Nobody, &of);
        let seen = seen.map_err(|failure| Failure { cell: number, ..failure })?;
        let of_length = |(place, &length): (usize, &u32)| {
            let of_length: Vec<&Seen> = seen.iter().map(|lengths| &lengths[place]).collect();
            findings(length, &of_length, question.probability)
        };
        let lengths: Vec<LengthFindings> = question.lengths.iter().enumerate().map(of_length).collect();
        let stood = lengths.iter().take_while(|found| found.verdict == Verdict::Reached).last();
        Ok(CellBreaking {
            scenario: study.scenarios[cell.scenario].id.clone(),
            reserve: study.reserves[cell.reserve].clone(),
            longest: stood.map(|found| found.length),
            breaking: breaking_lengths(&lengths, question.probability),
            lengths,
        })
    };
    let found = cells.iter().enumerate().map(of_cell).collect::<Result<_, _>>()?;
    Ok(BreakingFindings { inputs, question, cells: found })
}

/// Where the probability falls below what is required: by the estimates, the lower ends, the upper ends.
fn breaking_lengths(lengths: &[LengthFindings], required: f64) -> [Reach; 3] {
    let ends: [fn(&Estimate) -> Option<f64>; 3] =
        [|figure| figure.mean, |figure| figure.low.or(figure.mean), |figure| figure.high.or(figure.mean)];
    ends.map(|end| {
        let points: Vec<(u32, f64)> =
            lengths.iter().filter_map(|found| Some((found.length, end(&found.no_breach)?))).collect();
        reach(&points, required)
    })
}

/// What one replication says of a stop of one length: means over its probes; absent where no probe has it.
struct Seen {
    served: f64,
    lowest: f64,
    no_breach: f64,
    calm: f64,
    breach: BreachMeans,
}

impl Seen {
    /// Of the stop with this place among the cuts, beside the one that stops nothing, which is read over as many days.
    fn of(endurance: &EndurancePlan, outcome: &Outcome, (length, nothing): (usize, usize), days: usize) -> Seen {
        let at = |cut: usize| outcome.probes.iter().filter_map(move |probe| probe.stops.get(cut)?.as_ref());
        let stops: Vec<&StopReading> = at(length).collect();
        let mean = |of: &dyn Fn(&StopReading) -> Option<f64>| {
            let values: Vec<f64> = stops.iter().filter_map(|stop| of(stop)).collect();
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
        };
        let flag = |is: bool| f64::from(u8::from(is));
        let whole = |stop: &StopReading| Some(stop.served.iter().sum::<f64>() / stop.served.len() as f64);
        let worst = |stop: &StopReading| Some(stop.served.iter().copied().fold(1.0, f64::min));
        let calm = at(nothing).map(|stop| flag(breach(endurance, &stop.served[..days]).is_none()));
        let calm: Vec<f64> = calm.collect();
        Seen {
            calm: if calm.is_empty() { 0.0 } else { calm.iter().sum::<f64>() / calm.len() as f64 },
            served: mean(&whole).unwrap_or(0.0),
            lowest: mean(&worst).unwrap_or(0.0),
            no_breach: mean(&|stop| Some(flag(stop.breach.is_none()))).unwrap_or(0.0),
            breach: BreachMeans::of(&stops.iter().map(|stop| (stop.breach, stop.recovered)).collect::<Vec<_>>()),
        }
    }
}

fn findings(length: u32, seen: &[&Seen], required: f64) -> LengthFindings {
    let values = |of: &dyn Fn(&Seen) -> Option<f64>| seen.iter().filter_map(|seen| of(seen)).collect::<Vec<f64>>();
    let no_breach = Estimate::of_probability(&values(&|seen| Some(seen.no_breach)));
    LengthFindings {
        length,
        served: Estimate::of_share(&values(&|seen| Some(seen.served))),
        lowest: Estimate::of_share(&values(&|seen| Some(seen.lowest))),
        verdict: Verdict::of(&no_breach, required),
        no_breach,
        calm: Estimate::of_probability(&values(&|seen| Some(seen.calm))),
        breach: BreachFindings::of(&seen.iter().map(|seen| seen.breach).collect::<Vec<_>>()),
    }
}
