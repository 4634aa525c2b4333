//! How many days a stock lasts when nothing comes any more, under normal daily demand.

use super::loss::NormalDemand;
use super::unanswered::{Unanswered, not_negative, positive};

/// The more chance there is in demand, the longer the tail of days; the sum ends when a day's chance is below this.
const NOTHING: f64 = 1e-18;

/// Mean number of full days: Σ over n of P(demand of n days ≤ stock), each Φ((S − nμ) / (σ√n)).
///
/// Exact while demand is not negative, since the days then run out once and for all.
///
/// # Errors
/// If the stock or the demand is out of range.
pub fn mean_full_days(stock: f64, daily: NormalDemand) -> Result<f64, Unanswered> {
    check(stock, daily)?;
    let (mut sum, mut days) = (0.0, 1.0);
    loop {
        let chance = daily.over(days).at_most(stock);
        sum += chance;
        if days * daily.mean > stock && chance < NOTHING {
            return Ok(sum);
        }
        days += 1.0;
    }
}

/// The most days n with P(demand of n days ≤ stock) ≥ `probability`; 0 if not even one.
///
/// # Errors
/// If the stock or the demand is out of range.
pub fn days_with(probability: f64, stock: f64, daily: NormalDemand) -> Result<f64, Unanswered> {
    check(stock, daily)?;
    // Up to stock / mean the chance falls with n only if the score (S − nμ) / (σ√n) does, and that it does throughout.
    let enough = |days: u64| days == 0 || daily.over(days as f64).at_most(stock) >= probability;
    let (mut low, mut high) = (0, 1);
    while enough(high) {
        (low, high) = (high, high * 2);
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if enough(middle) { low = middle } else { high = middle }
    }
    Ok(low as f64)
}

/// S / μ + (σ² / μ² − 1) / 2: the second-order approximation of renewal theory to the mean (Lorden 1970).
///
/// # Errors
/// If the stock or the demand is out of range.
pub fn approximate_full_days(stock: f64, daily: NormalDemand) -> Result<f64, Unanswered> {
    check(stock, daily)?;
    let spread = daily.sd / daily.mean;
    Ok(stock / daily.mean + (spread * spread - 1.0) / 2.0)
}

fn check(stock: f64, daily: NormalDemand) -> Result<(), Unanswered> {
    not_negative("stock", stock)?;
    positive("demand_mean", daily.mean)?;
    not_negative("demand_sd", daily.sd)?;
    let days = stock / daily.mean + 100.0 * (daily.sd / daily.mean) * (daily.sd / daily.mean);
    super::unanswered::need(days < 1e7, "stock", stock, "of less than 10^7 days of demand")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_demand_by_hand() {
        let daily = NormalDemand { mean: 10.0, sd: 0.0 };
        assert_eq!(mean_full_days(35.0, daily).unwrap(), 3.0);
        assert_eq!(days_with(0.95, 35.0, daily).unwrap(), 3.0);
        assert_eq!(days_with(0.95, 5.0, daily).unwrap(), 0.0);
    }

    #[test]
    fn sum_and_approximation_meet_for_a_large_stock() {
        let daily = NormalDemand { mean: 50.0, sd: 12.0 };
        let (sum, near) = (mean_full_days(9000.0, daily).unwrap(), approximate_full_days(9000.0, daily).unwrap());
        assert!((sum - near).abs() < 1e-6, "{sum} {near}");
    }
}
