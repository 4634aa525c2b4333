//! Cuts that end, over replications: cover and service day by day, breach and recovery.

use super::breach::{BreachFindings, BreachMeans};
use super::figures::mean;
use super::findings::{Estimate, PathPoint, StopFindings};
use super::row::StopRow;
use super::rows::{Rows, SpareError};
use super::tally::{CurveTally, place_of_quantile};
use crate::plan::Plan;
use crate::plan::endurance::StopPlan;
use crate::sim::stop::StopReading;
use std::collections::BTreeMap;

/// Bins of cover per day of use: it is counted to a tenth of a day.
const BINS_PER_DAY: f64 = 10.0;
/// Quantiles of cover that are told.
const QUANTILES: [f64; 5] = [0.10, 0.25, 0.50, 0.75, 0.90];

/// Counts of one cut that ends. Its size is bounded by days × bins, whatever the number of replications.
#[derive(Clone, Debug, PartialEq)]
pub struct StopTally {
    stop: StopPlan,
    served: CurveTally,
    /// Per day: probes by cover in tenths of a day.
    cover: Vec<BTreeMap<u32, u32>>,
    /// Replications of which the first probe's cover is kept, ascending.
    shown: Vec<u64>,
    /// Their cover, in that order.
    examples: Vec<Vec<f64>>,
}

impl StopTally {
    /// Nothing counted yet. The first replication, the one in the middle and the last are kept as examples.
    pub fn new(stop: StopPlan, replications: u64) -> StopTally {
        let mut shown = vec![0, replications / 2, replications.saturating_sub(1)];
        shown.dedup();
        StopTally {
            stop,
            served: CurveTally::of_days(stop.follow_days),
            cover: vec![BTreeMap::new(); stop.follow_days as usize],
            shown,
            examples: Vec::new(),
        }
    }

    /// Counts a reading of replication `number`; replications come in order.
    pub fn add(&mut self, number: u64, reading: &StopReading) {
        self.served.add(&reading.served);
        for (counts, &days) in self.cover.iter_mut().zip(&reading.cover) {
            *counts.entry(libm::round(days * BINS_PER_DAY) as u32).or_default() += 1;
        }
        if self.shown.first() == Some(&number) {
            self.shown.remove(0);
            self.examples.push(reading.cover.clone());
        }
    }

    /// What all replications say about a cut.
    ///
    /// # Errors
    /// Rows that were put away cannot be read back.
    pub fn findings(&self, plan: &Plan, rows: &Rows, cut: usize) -> Result<StopFindings, SpareError> {
        let values = |of: &dyn Fn(&StopRow) -> Option<f64>| per_replication(rows, cut, of);
        let breached = |stop: &StopRow| Some(f64::from(u8::from(stop.breach.is_some())));
        let refill_days = |stop: &StopRow| stop.refilled.filter(|_| stop.sank).map(f64::from);
        let still_low = |stop: &StopRow| stop.sank.then(|| f64::from(u8::from(stop.refilled.is_none())));
        let breach = |stops: &[Option<StopRow>]| {
            let stops = stops.iter().flatten();
            BreachMeans::of(&stops.map(|stop| (stop.breach, stop.recovered)).collect::<Vec<_>>())
        };
        let breaches = rows.of_stops(cut, breach).collect::<Result<Vec<_>, _>>()?;
        Ok(StopFindings {
            length_days: self.stop.length_days,
            breach_below: plan.endurance.breach_below(),
            recovered_at: plan.endurance.recovered_at(),
            path: self.path(),
            examples: self.examples.clone(),
            breached: Estimate::of_probability(&values(&breached)?),
            breach: BreachFindings::of(&breaches),
            refill_days: Estimate::of_days(&values(&refill_days)?, f64::INFINITY),
            not_refilled: Estimate::of_probability(&values(&still_low)?),
        })
    }

    fn path(&self) -> Vec<PathPoint> {
        let quantile = |counts: &BTreeMap<u32, u32>, p: f64| {
            let counted = counts.iter().map(|(&bin, &count)| (bin, count));
            let bin = place_of_quantile(counted, self.served.probes, p);
            f64::from(bin.expect("the counts sum to the number of probes")) / BINS_PER_DAY
        };
        let days = self.served.curve().into_iter().zip(&self.cover);
        days.map(|(served, counts)| PathPoint {
            day: served.day,
            cover: QUANTILES.map(|p| quantile(counts, p)),
            served: [served.mean, served.p10],
        })
        .collect()
    }
}

/// One value per replication: the mean of `of` over the probes for which there is one; replications without are left out.
fn per_replication(rows: &Rows, cut: usize, of: &dyn Fn(&StopRow) -> Option<f64>) -> Result<Vec<f64>, SpareError> {
    let of_replication = |stops: &[Option<StopRow>]| mean(stops.iter().flatten().filter_map(of));
    rows.of_stops(cut, of_replication).filter_map(Result::transpose).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(cover: [f64; 2], served: [f64; 2]) -> StopReading {
        StopReading { cover: cover.into(), served: served.into(), breach: None, recovered: None }
    }

    #[test]
    fn cover_is_told_by_quantiles_in_tenths_of_a_day_and_service_by_its_mean() {
        let stop = StopPlan { length_days: 1, follow_days: 2 };
        let mut tally = StopTally::new(stop, 5);
        let covers = [1.04, 3.0, 9.0, 5.0, 7.06];
        for (number, cover) in (0..).zip(covers) {
            tally.add(number, &reading([cover, 0.0], [1.0, 0.1 * cover.floor()]));
        }
        // Of five, the 10 % quantile is the first, 25 % the second, 50 % the third, 75 % the fourth, 90 % the fifth.
        let path = tally.path();
        assert_eq!(path[0], PathPoint { day: 1, cover: [1.0, 3.0, 5.0, 7.1, 9.0], served: [1.0, 1.0] });
        // (0.1 + 0.3 + 0.9 + 0.5 + 0.7) / 5 = 0.5.
        assert_eq!(path[1], PathPoint { day: 2, cover: [0.0; 5], served: [0.5, 0.1] });
        // The first, the middle and the last of five, as they came.
        assert_eq!(tally.examples, [[1.04, 0.0], [9.0, 0.0], [7.06, 0.0]]);
    }

    #[test]
    fn one_replication_is_one_example() {
        let mut tally = StopTally::new(StopPlan { length_days: 1, follow_days: 2 }, 1);
        tally.add(0, &reading([1.0, 2.0], [1.0, 1.0]));
        tally.add(0, &reading([5.0, 6.0], [1.0, 1.0]));
        assert_eq!(tally.examples, [[1.0, 2.0]]);
    }
}
