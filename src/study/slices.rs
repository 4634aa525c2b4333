//! Parts of need over replications: what each flow, site, class and family says of a cut, at full claim.

use super::batch::CellRuns;
use super::figures::mean;
use super::findings::Estimate;
use super::row::SliceRows;
use super::rows::{Rows, SpareError};
use crate::plan::Plan;
use crate::plan::slice::{Slice, SliceKind};
use crate::scenario::model::Title;

/// What one part of need says of a cut.
#[derive(Clone, Debug, PartialEq)]
pub struct SliceFindings {
    /// What it is a part of.
    pub kind: SliceKind,
    /// Id of the flow, site, class or family.
    pub id: String,
    /// Its title.
    pub title: Title,
    /// Need groups in it.
    pub groups: u32,
    /// S(level) per level.
    pub share_served: Vec<Spread>,
    /// Days of endurance per threshold, up to the last level; a part that lasts longer counts as that.
    pub days: Vec<Spread>,
    /// Share of probes that lasted to the last level, per threshold.
    pub share_at_cap: Vec<f64>,
    /// P(endurance ≥ level) at the middle threshold, per level.
    pub p_at_least: Vec<Spread>,
}

/// A figure with its interval and its spread. Absent is what the replications cannot give.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Mean.
    pub mean: Option<f64>,
    /// Lower end of the 95 % interval.
    pub low: Option<f64>,
    /// Upper end of the 95 % interval.
    pub high: Option<f64>,
    /// Quantiles over replications: 5 %.
    pub p5: Option<f64>,
    /// 95 %.
    pub p95: Option<f64>,
}

impl Spread {
    fn of(estimate: &Estimate) -> Spread {
        let quantile = |place: usize| estimate.quantiles.map(|quantiles| quantiles[place]);
        Spread { mean: estimate.mean, low: estimate.low, high: estimate.high, p5: quantile(0), p95: quantile(4) }
    }

    /// The values under their names in data files.
    pub fn named(&self) -> [(&'static str, Option<f64>); 5] {
        [("mean", self.mean), ("low", self.low), ("high", self.high), ("p5", self.p5), ("p95", self.p95)]
    }
}

/// The parts of a cut, in the order of the plan's.
pub(super) fn findings(plan: &Plan, runs: &CellRuns, cut: usize) -> Result<Vec<SliceFindings>, SpareError> {
    let claims = &plan.cuts[cut].claims;
    let Some(claim) = (0..claims.len()).max_by_key(|&claim| claims[claim]) else { return Ok(Vec::new()) };
    let view = View { plan, rows: &runs.rows, cut, claim };
    (0..).zip(&plan.endurance.slices).map(|(place, slice)| view.slice(place, slice)).collect()
}

struct View<'a> {
    plan: &'a Plan,
    rows: &'a Rows,
    cut: usize,
    claim: usize,
}

impl View<'_> {
    /// One value per replication: the mean over its probes.
    fn values(&self, of: &dyn Fn(&SliceRows) -> f64) -> Result<Vec<f64>, SpareError> {
        let of_replication = |probes: &[SliceRows]| mean(probes.iter().map(of));
        self.rows.of_slices(self.cut, self.claim, of_replication).filter_map(Result::transpose).collect()
    }

    fn slice(&self, place: usize, slice: &Slice) -> Result<SliceFindings, SpareError> {
        let endurance = &self.plan.endurance;
        let (levels, thresholds) = (endurance.levels.len(), endurance.thresholds.len());
        let served = |level: usize| {
            let values = self.values(&|rows| f64::from(rows.served[place * levels + level]))?;
            Ok(Spread::of(&Estimate::of_share(&values)))
        };
        let days_of = |rows: &SliceRows, threshold: usize| rows.days[place * thresholds + threshold];
        let days = |threshold: usize| {
            let values = self.values(&|rows| f64::from(days_of(rows, threshold)))?;
            Ok(Spread::of(&Estimate::of_mean(&values, "days")))
        };
        let at_cap = |threshold: usize| {
            let lasted = |rows: &SliceRows| f64::from(u8::from(days_of(rows, threshold) == endurance.curve_days()));
            Ok(mean(self.values(&lasted)?.into_iter()).unwrap_or(0.0))
        };
        let lasts = |level: &u32| {
            let holds = |rows: &SliceRows| f64::from(u8::from(days_of(rows, thresholds / 2) >= *level));
            Ok(Spread::of(&Estimate::of_probability(&self.values(&holds)?)))
        };
        Ok(SliceFindings {
            kind: slice.kind,
            id: slice.id.clone(),
            title: Title { sv: slice.name_sv.clone(), en: slice.name_en.clone() },
            groups: u32::try_from(slice.groups.len()).expect("groups are counted by a u32"),
            share_served: (0..levels).map(served).collect::<Result<_, _>>()?,
            days: (0..thresholds).map(days).collect::<Result<_, _>>()?,
            share_at_cap: (0..thresholds).map(at_cap).collect::<Result<_, _>>()?,
            p_at_least: endurance.levels.iter().map(lasts).collect::<Result<_, _>>()?,
        })
    }
}
