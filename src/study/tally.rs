//! What is counted over replications instead of kept: survival curves and groups at zero, as integers.

use crate::plan::Plan;
use crate::sim::endurance::Reading;
use crate::study::findings::CurvePoint;

/// Bins of a share, one per cent each, 0 to 100.
const BINS: usize = 101;
/// A share as an integer, so that sums do not depend on their order.
const BILLION: f64 = 1e9;

/// Counts of one cut with one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingTally {
    /// Probes counted.
    pub probes: u32,
    /// Per day: the sum of S in billionths.
    sums: Vec<i64>,
    /// Per day: probes by S rounded to whole per cent.
    counts: Vec<[u32; BINS]>,
    /// Per level, per group: probes with the group at zero.
    pub at_zero: Vec<Vec<u32>>,
}

impl ReadingTally {
    /// Nothing counted yet.
    pub fn new(plan: &Plan) -> ReadingTally {
        let (days, groups) = (plan.endurance.cap_days as usize, plan.endurance.groups.len());
        ReadingTally {
            probes: 0,
            sums: vec![0; days],
            counts: vec![[0; BINS]; days],
            at_zero: vec![vec![0; groups]; plan.endurance.levels.len()],
        }
    }

    /// Counts one reading.
    pub fn add(&mut self, reading: &Reading) {
        self.probes += 1;
        for ((sum, counts), &share) in self.sums.iter_mut().zip(&mut self.counts).zip(&reading.curve) {
            *sum += libm::round(share * BILLION) as i64;
            counts[libm::round(share * 100.0) as usize] += 1;
        }
        for (counts, groups) in self.at_zero.iter_mut().zip(&reading.groups_at_zero) {
            groups.iter().for_each(|&group| counts[group as usize] += 1);
        }
    }

    /// The survival curve; empty without probes.
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

    /// X_(⌈np⌉) to the nearest per cent.
    fn quantile(&self, counts: &[u32; BINS], p: f64) -> f64 {
        let rank = libm::ceil(p * f64::from(self.probes)).max(1.0) as u32;
        let mut seen = 0;
        let bin = counts.iter().position(|&count| {
            seen += count;
            seen >= rank
        });
        bin.expect("the counts sum to the number of probes") as f64 / 100.0
    }
}
