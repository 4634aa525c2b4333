//! Whole numbers in proportion to weights.

use crate::order::InOrder;

/// Shares `total` in proportion to `weights` by largest remainders; of equal remainders the first comes first.
/// A weight of zero gets nothing, and so does everybody if all are zero.
pub fn apportion(total: usize, weights: &[f64]) -> Vec<usize> {
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return vec![0; weights.len()];
    }
    let quotas: Vec<f64> = weights.iter().map(|weight| total as f64 * weight / sum).collect();
    // A quota is at most the total.
    let mut shares: Vec<usize> = quotas.iter().map(|quota| libm::floor(*quota) as usize).collect();
    let mut order: Vec<usize> = (0..weights.len()).filter(|&at| weights[at] > 0.0).collect();
    let remainder = |at: usize| quotas[at] - libm::floor(quotas[at]);
    order.order_by(|&a, &b| remainder(b).total_cmp(&remainder(a)).then(a.cmp(&b)));
    let left = total.saturating_sub(shares.iter().sum());
    for at in order.into_iter().take(left) {
        shares[at] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainders_decide_and_zero_weights_get_nothing() {
        assert_eq!(apportion(10, &[1.0, 1.0, 1.0, 0.0]), [4, 3, 3, 0]);
        assert_eq!(apportion(3, &[0.6, 0.4]), [2, 1]);
        assert_eq!(apportion(5, &[0.0, 0.0]), [0, 0]);
    }
}
