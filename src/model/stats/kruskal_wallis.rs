//! Whether groups of values lie at different heights, by their ranks (Kruskal & Wallis 1952).

use super::chi_squared::more_than;
use crate::order::InOrder;

/// The chance of a difference as large as this one between groups that do not differ; none with fewer than two groups that have
/// values, or if all values are equal. Equal values share their middle rank, and the sum is corrected for them. The χ² law is a good
/// one from five values in each group on.
///
/// # Panics
/// If a value is not a number.
pub fn kruskal_wallis(groups: &[Vec<f64>]) -> Option<f64> {
    let mut all: Vec<(f64, usize)> = Vec::new();
    for (group, values) in groups.iter().enumerate() {
        all.extend(values.iter().map(|value| (*value, group)));
    }
    all.order_by(|one, other| one.0.total_cmp(&other.0));
    let n = all.len() as f64;
    let (mut sums, mut ties, mut at) = (vec![0.0; groups.len()], 0.0, 0);
    while let Some((value, _)) = all.get(at) {
        assert!(!value.is_nan(), "a value that is no number has no rank");
        let same = all.iter().skip(at).take_while(|other| other.0 == *value).count();
        let rank = at as f64 + (same as f64 + 1.0) / 2.0;
        all.iter().skip(at).take(same).for_each(|(_, group)| sums[*group] += rank);
        ties += (same as f64) * (same as f64 * same as f64 - 1.0);
        at += same;
    }
    let filled = groups.iter().filter(|values| !values.is_empty()).count();
    let untied = 1.0 - ties / (n * n * n - n);
    if filled < 2 || untied <= 0.0 {
        return None;
    }
    let squares: f64 = sums
        .iter()
        .zip(groups)
        .filter(|(_, values)| !values.is_empty())
        .map(|(sum, values)| sum * sum / values.len() as f64)
        .sum();
    let height = (12.0 / (n * (n + 1.0)) * squares - 3.0 * (n + 1.0)) / untied;
    Some(more_than(height.max(0.0), filled - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_worked_by_hand() {
        // Ranks 1–6 in two groups of three: sums 6 and 15. H = 12/42 (36/3 + 225/3) − 21 = 27/7; P(χ²₁ > 27/7) = 0.049535.
        let p = kruskal_wallis(&[vec![1.0, 2.0, 3.0], vec![4.0, 5.0, 6.0]]).unwrap();
        assert!((p - 0.049_535).abs() < 1e-5, "{p}");
        // With ties: 1 1 | 1 2. Ranks 2 2 | 2 4; H = 12/20 (16/2 + 36/2) − 15 = 0.6; correction 1 − 24/60 = 0.6; H' = 1.
        let p = kruskal_wallis(&[vec![1.0, 1.0], vec![1.0, 2.0]]).unwrap();
        assert!((p - 0.317_310_5).abs() < 1e-6, "{p}");
    }

    #[test]
    fn what_cannot_differ_is_not_judged() {
        assert_eq!(kruskal_wallis(&[vec![1.0, 1.0], vec![1.0]]), None);
        assert_eq!(kruskal_wallis(&[vec![1.0, 2.0], vec![]]), None);
    }
}
