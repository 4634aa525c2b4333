//! Replications drawn anew, with replacement, the same ones for all cells: how far a crossing could have come out elsewhere
//! (the bootstrap; Efron & Tibshirani 1993, percentile intervals).

use super::Values;
use super::curve::{Course, Curve, Spot};
use crate::random::key::{ReplicationKey, StreamName};
use crate::stats::quantile::quantiles;
use crate::study::findings::Estimate;

/// Resamples of a frontier.
pub(super) const RESAMPLES: u32 = 1000;
/// Ends of a 95 % interval.
const ENDS: [f64; 2] = [0.025, 0.975];

/// What the resamples say of two curves.
pub(super) struct Resamples {
    /// Share of them in which the cheaper ones follow each other as they do in the whole; absent for one replication.
    pub same: Option<f64>,
    /// Days of each crossing, over those.
    pub crossings: Vec<Vec<f64>>,
    /// Least difference in cost, over all.
    pub least: Vec<f64>,
    /// Most difference in cost, over all.
    pub most: Vec<f64>,
}

impl Resamples {
    /// Draws the replications of two scenarios' cells.
    pub fn of(seed: u64, values: &[Vec<&Values>; 2], whole: &Course) -> Resamples {
        let replications = values.iter().flatten().map(|values| values.cost.len()).min().unwrap_or(0);
        let mut found =
            Resamples { same: None, crossings: vec![Vec::new(); whole.crossings.len()], least: vec![], most: vec![] };
        if replications < 2 {
            return found;
        }
        let mut same = 0_u32;
        for number in 0..u64::from(RESAMPLES) {
            let drawn = drawn(seed, number, replications);
            let spot = |values: &&Values| {
                let mean = |of: &[f64]| drawn.iter().map(|&place| of[place]).sum::<f64>() / replications as f64;
                Spot { cost: mean(&values.cost), days: mean(&values.days) }
            };
            let curves = values.each_ref().map(|cells| Curve::of(&cells.iter().map(spot).collect::<Vec<_>>()));
            let [Some(first), Some(second)] = curves else { continue };
            let course = Course::of(&first, &second);
            found.least.push(course.least);
            found.most.push(course.most);
            if course.cheaper == whole.cheaper {
                same += 1;
                found.crossings.iter_mut().zip(&course.crossings).for_each(|(days, spot)| days.push(spot.days));
            }
        }
        found.same = Some(f64::from(same) / f64::from(RESAMPLES));
        found
    }
}

/// Places of the replications of one resample.
fn drawn(seed: u64, number: u64, replications: usize) -> Vec<usize> {
    let mut block = ReplicationKey::new(seed, number).stream(StreamName::new(&["frontier", "resample"])).occurrence(0);
    // A unit draw is below 1.
    (0..replications).map(|_| (block.unit() * replications as f64) as usize).collect()
}

/// A figure with the middle 95 % of what the resamples gave.
pub(super) fn estimate(figure: f64, drawn: &[f64], n: u32, unit: &'static str) -> Estimate {
    let ends = quantiles(drawn, ENDS);
    Estimate {
        mean: Some(figure),
        low: ends.map(|ends| ends[0]),
        high: ends.map(|ends| ends[1]),
        quantiles: None,
        n,
        unit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_leaves_a_fortieth_on_either_side() {
        // Of 1, 2, … 1000 the 25th and the 975th.
        let drawn: Vec<f64> = (1..=1000).map(f64::from).collect();
        let found = estimate(400.0, &drawn, 30, "days");
        assert_eq!((found.mean, found.low, found.high, found.n), (Some(400.0), Some(25.0), Some(975.0), 30));
        let nothing = estimate(400.0, &[], 1, "days");
        assert_eq!((nothing.low, nothing.high), (None, None));
    }
}
