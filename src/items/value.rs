//! How the value of a group is spread over its articles, so that a few carry most of it.

use crate::order::InOrder;

/// Share of the articles that are class A (domain 4.6: a ward station, 8 / 22 / 70 % of items).
pub const CLASS_A: f64 = 0.08;
/// Share that is class A or B.
pub const CLASS_A_OR_B: f64 = 0.30;
/// Share of value that class A carries (domain 4.6: 83 % of demand).
pub const VALUE_OF_A: f64 = 0.83;
/// Steps of the search: the interval halves with each.
const STEPS: u32 = 50;

/// One article's claim on the value of its group.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// Index of the group.
    pub group: usize,
    /// Logarithm of the weight within the group, before the spread is fitted.
    pub log_weight: f64,
}

/// Values in SEK a year: each group's sum is kept, and weights are raised to the power at which the top [`CLASS_A`] of
/// all articles carry [`VALUE_OF_A`] of the value.
pub fn spread(claims: &[Claim], sums: &[f64]) -> Vec<f64> {
    let (mut low, mut high) = (0.05, 8.0);
    for _ in 0..STEPS {
        let middle = (low + high) / 2.0;
        if top_share(&at_power(claims, sums, middle), CLASS_A) < VALUE_OF_A { low = middle } else { high = middle }
    }
    at_power(claims, sums, high)
}

fn at_power(claims: &[Claim], sums: &[f64], power: f64) -> Vec<f64> {
    let mut totals = vec![0.0; sums.len()];
    let weights: Vec<f64> = claims.iter().map(|claim| libm::exp(power * claim.log_weight)).collect();
    for (claim, weight) in claims.iter().zip(&weights) {
        totals[claim.group] += weight;
    }
    claims.iter().zip(weights).map(|(claim, weight)| sums[claim.group] * weight / totals[claim.group]).collect()
}

/// The share of the sum that the largest `share` of the values carry, [`top_count`] of them; 0 for nothing.
pub fn top_share(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.order_by(|a, b| b.total_cmp(a));
    let sum: f64 = sorted.iter().sum();
    let top: f64 = sorted.iter().take(top_count(values.len(), share)).sum();
    if sum > 0.0 { top / sum } else { 0.0 }
}

/// How many articles the top `share` of them are: the nearest whole number, but at least one, so that a short list has
/// a top too.
pub fn top_count(articles: usize, share: f64) -> usize {
    count_of(articles, share).max(1).min(articles)
}

/// A share of a number of articles, as the nearest whole number.
pub fn count_of(articles: usize, share: f64) -> usize {
    // Not negative, and at most the number of articles for shares up to 1.
    libm::round(articles as f64 * share) as usize
}

/// The class of each article by its rank in value.
pub fn classes(values: &[f64]) -> Vec<&'static str> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.order_by(|&a, &b| values[b].total_cmp(&values[a]).then(a.cmp(&b)));
    let mut classes = vec!["C"; values.len()];
    for (rank, &at) in order.iter().enumerate().take(count_of(values.len(), CLASS_A_OR_B)) {
        classes[at] = if rank < count_of(values.len(), CLASS_A) { "A" } else { "B" };
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_share_counts_the_largest() {
        assert_eq!(top_share(&[1.0, 7.0, 1.0, 1.0], 0.25), 0.7);
        assert_eq!(top_share(&[], 0.08), 0.0);
        assert_eq!(top_share(&[1.0, 7.0, 2.0], 0.08), 0.7);
        assert_eq!([0, 1, 12, 18, 19, 100].map(|articles| top_count(articles, 0.08)), [0, 1, 1, 1, 2, 8]);
    }

    #[test]
    fn sums_are_kept_and_the_spread_is_fitted() {
        let claims: Vec<Claim> =
            (0..200).map(|n| Claim { group: n % 2, log_weight: f64::from(n as u32) / 50.0 }).collect();
        let values = spread(&claims, &[300.0, 700.0]);
        let of_first: f64 = values.iter().step_by(2).sum();
        assert!((of_first - 300.0).abs() < 1e-9, "{of_first}");
        assert!((top_share(&values, 0.08) - 0.83).abs() < 1e-6);
        let classes = classes(&values);
        let count = |class| classes.iter().filter(|&&other| other == class).count();
        assert_eq!((count("A"), count("B"), count("C")), (16, 44, 140));
    }
}
