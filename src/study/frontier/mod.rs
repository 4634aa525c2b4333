//! The frontier: what each size of reserve costs and how long it lasts, in every way of supply; which sizes are worth having; and at
//! how many days the cheaper way of supply changes.
//!
//! All cells meet the same luck. Intervals of a crossing are those of the bootstrap: replications are drawn anew, the same ones for all
//! cells, and the frontiers are drawn through their means.

pub mod curve;
mod resample;

use super::batch::CellRuns;
use super::comparison::{lacking, like_needs};
use super::design::StudyCell;
use super::findings::{Estimate, Findings};
use super::rows::{Rows, SpareError};
use crate::order::InOrder;
use crate::scenario::model::Study;
use crate::sim::cost::Component;
use curve::{Course, Curve, Side, Spot, efficient};
use resample::{RESAMPLES, Resamples};

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontierFindings {
    /// The study, narrowed to one cut, one threshold and the sizes of reserve.
    pub findings: Findings,
    /// For each cell of the findings whether no other reserve of its scenario costs no more and lasts no less; absent where it has no
    /// cost.
    pub efficient: Vec<Option<bool>>,
    /// Every two scenarios, in the study's order.
    pub pairs: Vec<Pair>,
}

/// Two scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Places of the two in the study.
    pub scenarios: [usize; 2],
    /// What is said of them.
    pub verdict: Verdict,
}

/// Whether two scenarios can be ranked by cost, and how.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// One of them has no prices.
    NoCost,
    /// Components that only one of them has a price for.
    Lacking(Vec<Component>),
    /// They serve unlike needs.
    UnlikeNeeds,
    /// They are compared.
    Compared(Box<Compared>),
}

/// Two frontiers side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The days over which they are compared.
    pub from: f64,
    /// See `from`.
    pub to: f64,
    /// Cost of the second less that of the first, SEK per year, where it is least and where it is most.
    pub least: Estimate,
    /// See `least`.
    pub most: Estimate,
    /// Which one is cheaper, from few days to many; empty where they cost the same.
    pub cheaper: Vec<Side>,
    /// Where that changes.
    pub crossings: Vec<Crossing>,
    /// Share of the resamples in which the cheaper ones follow each other in the same way; absent for one replication.
    pub same: Option<f64>,
    /// The one that reaches further, and its most days.
    pub further: Option<(Side, f64)>,
    /// Whether days of either are cut short by the cap.
    pub capped: bool,
}

/// Where the cheaper one changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// Days.
    pub days: Estimate,
    /// What both cost there, SEK per year.
    pub cost: f64,
}

/// How many resamples there are.
pub fn resamples() -> u32 {
    RESAMPLES
}

/// Finds the frontiers in a study of one cut and one threshold that has been run.
///
/// # Errors
/// Rows that were put away cannot be read back.
pub fn frontier(
    study: &Study,
    cells: &[StudyCell],
    runs: &[CellRuns],
    findings: Findings,
) -> Result<FrontierFindings, SpareError> {
    let values = runs.iter().map(|runs| Values::of(&runs.rows)).collect::<Result<Vec<_>, _>>()?;
    let spots: Vec<Option<Spot>> = values.iter().map(|values| values.as_ref().map(Values::mean)).collect();
    let of_scenario = |scenario: usize| -> Vec<usize> {
        (0..cells.len()).filter(|&cell| cells[cell].scenario == scenario && spots[cell].is_some()).collect()
    };
    let mut is_efficient = vec![None; cells.len()];
    for scenario in 0..study.scenarios.len() {
        let places = of_scenario(scenario);
        let found = efficient(&places.iter().filter_map(|&cell| spots[cell]).collect::<Vec<_>>());
        places.into_iter().zip(found).for_each(|(cell, found)| is_efficient[cell] = Some(found));
    }
    let all = All { study, cells, values: &values, findings: &findings };
    let scenarios = 0..study.scenarios.len();
    let pairs =
        scenarios.clone().flat_map(|first| scenarios.clone().skip(first + 1).map(move |second| [first, second]));
    let pairs = pairs.map(|two| Pair { scenarios: two, verdict: all.verdict(two, two.map(of_scenario)) }).collect();
    Ok(FrontierFindings { efficient: is_efficient, pairs, findings })
}

/// Cost and days of one cell, replication by replication.
#[derive(Clone, Debug)]
struct Values {
    cost: Vec<f64>,
    days: Vec<f64>,
}

impl Values {
    /// Absent where nothing has a price, or nothing was probed.
    fn of(rows: &Rows) -> Result<Option<Values>, SpareError> {
        let both = super::comparison::cost(rows)?.zip(super::comparison::days(rows)?);
        Ok(both.map(|(cost, days)| Values { cost, days }))
    }

    fn mean(&self) -> Spot {
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        Spot { cost: mean(&self.cost), days: mean(&self.days) }
    }
}

struct All<'a> {
    study: &'a Study,
    cells: &'a [StudyCell],
    values: &'a [Option<Values>],
    findings: &'a Findings,
}

impl All<'_> {
    fn verdict(&self, scenarios: [usize; 2], places: [Vec<usize>; 2]) -> Verdict {
        let whole = |scenario: usize, places: &[usize]| {
            !places.is_empty() && places.len() == self.cells.iter().filter(|cell| cell.scenario == scenario).count()
        };
        if !scenarios.iter().zip(&places).all(|(&scenario, places)| whole(scenario, places)) {
            return Verdict::NoCost;
        }
        let [first, second] = &places;
        let mut lacking_here: Vec<Component> = Vec::new();
        for (&one, &other) in first.iter().zip(second) {
            lacking_here.extend(lacking(&self.cells[one], &self.cells[other]));
        }
        lacking_here.order_by(Ord::cmp);
        lacking_here.dedup();
        if !lacking_here.is_empty() {
            return Verdict::Lacking(lacking_here);
        }
        if !like_needs(self.study, &self.cells[first[0]], &self.cells[second[0]]) {
            return Verdict::UnlikeNeeds;
        }
        Verdict::Compared(Box::new(self.compared(&places)))
    }

    fn compared(&self, places: &[Vec<usize>; 2]) -> Compared {
        let values =
            places.each_ref().map(|cells| cells.iter().filter_map(|&cell| self.values[cell].as_ref()).collect());
        let spots = |values: &Vec<&Values>| values.iter().map(|values| values.mean()).collect::<Vec<_>>();
        let curves = values.each_ref().map(|values| Curve::of(&spots(values)).expect("every scenario has a reserve"));
        let course = Course::of(&curves[0], &curves[1]);
        let resamples = Resamples::of(self.study.seed, &values, &course);
        let n = self.study.replications;
        let between = |mean: f64, drawn: &[f64], unit| resample::estimate(mean, drawn, n, unit);
        let crossings = course.crossings.iter().enumerate().map(|(place, spot)| Crossing {
            days: between(spot.days, &resamples.crossings[place], "days"),
            cost: spot.cost,
        });
        let reach = curves.each_ref().map(Curve::most_days);
        let capped = places.iter().flatten().any(|&cell| self.capped(cell));
        Compared {
            from: course.from,
            to: course.to,
            least: between(course.least, &resamples.least, "SEK/year"),
            most: between(course.most, &resamples.most, "SEK/year"),
            crossings: crossings.collect(),
            cheaper: course.cheaper,
            same: resamples.same,
            further: match reach[0].total_cmp(&reach[1]) {
                std::cmp::Ordering::Greater => Some((Side::First, reach[0])),
                std::cmp::Ordering::Less => Some((Side::Second, reach[1])),
                std::cmp::Ordering::Equal => None,
            },
            capped,
        }
    }

    /// Whether some probe of a cell lasted as long as was followed.
    fn capped(&self, cell: usize) -> bool {
        let readings = self.findings.cells[cell].endurance.iter().flat_map(|cut| &cut.claims);
        readings.flat_map(|(_, readings)| &readings.days).any(|days| days.share_at_cap > 0.0)
    }
}
