//! What is counted over replications instead of kept: survival curves and groups at zero, as integers.

use crate::plan::Plan;
use crate::sim::endurance::Reading;
use crate::study::findings::CurvePoint;

/// Bins of a share, one per cent each, 0 to 100.
const BINS: usize = 101;
/// A share as an integer, so that sums do not depend on their order.
const BILLION: f64 = 1e9;

/// Counts of a share day by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurveTally {
    /// Probes counted.
    pub probes: u32,
    /// Per day: the sum of S in billionths.
    sums: Vec<i64>,
    /// Per day: probes by S rounded to whole per cent.
    counts: Vec<[u32; BINS]>,
}

impl CurveTally {
    /// Nothing counted yet, over so many days.
    pub fn of_days(days: u32) -> CurveTally {
        CurveTally { probes: 0, sums: vec![0; days as usize], counts: vec![[0; BINS]; days as usize] }
    }

    /// Counts one curve.
    pub fn add(&mut self, curve: &[f64]) {
        self.probes += 1;
        for ((sum, counts), &share) in self.sums.iter_mut().zip(&mut self.counts).zip(curve) {
            *sum += libm::round(share * BILLION) as i64;
            counts[libm::round(share * 100.0) as usize] += 1;
        }
    }

    /// Mean and spread day by day; empty without probes.
    pub fn curve(&self) -> Vec<CurvePoint> {
        if self.probes == 0 {
            return Vec::new();
        }
        (1..)
            .zip(self.sums.iter().zip(&self.counts))
            .map(|(day, (&sum, counts))| CurvePoint {
                day,
                mean: sum as f64 / BILLION / f64::from(self.probes),
                p10: self.quantile(counts, 0.1),
                p90: self.quantile(counts, 0.9),
            })
            .collect()
    }

    /// The quantile to the nearest per cent.
    fn quantile(&self, counts: &[u32; BINS], p: f64) -> f64 {
        let bin = place_of_quantile(counts.iter().copied().enumerate(), self.probes, p);
        bin.expect("the counts sum to the number of probes") as f64 / 100.0
    }
}

/// The bin of X_(⌈np⌉) among `n` counted values; `counts` are bins with their counts, ascending.
pub(super) fn place_of_quantile<B>(counts: impl Iterator<Item = (B, u32)>, n: u32, p: f64) -> Option<B> {
    let rank = libm::ceil(p * f64::from(n)).max(1.0) as u32;
    let mut seen = 0;
    for (bin, count) in counts {
        seen += count;
        if seen >= rank {
            return Some(bin);
        }
    }
    None
}

/// Counts of one cut with one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingTally {
    /// The survival curve.
    pub curve: CurveTally,
    /// Per level, per group: probes with the group at zero.
    pub at_zero: Vec<Vec<u32>>,
}

impl ReadingTally {
    /// Nothing counted yet.
    pub fn new(plan: &Plan) -> ReadingTally {
        let endurance = &plan.endurance;
        ReadingTally {
            curve: CurveTally::of_days(endurance.curve_days()),
            at_zero: vec![vec![0; endurance.groups.len()]; endurance.levels.len()],
        }
    }

    /// Counts one reading.
    pub fn add(&mut self, reading: &Reading) {
        self.curve.add(&reading.curve);
        for (counts, groups) in self.at_zero.iter_mut().zip(&reading.groups_at_zero) {
            groups.iter().for_each(|&group| counts[group as usize] += 1);
        }
    }
}
