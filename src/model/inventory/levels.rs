//! Stock levels worked out from days: how a rule in days of use becomes a reorder point or an order-up-to level.

use crate::random::laws::LeadTimeLaw;

/// What a stock rule in days says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DaysRule {
    /// Mean use per calendar day, units.
    pub mean_daily: f64,
    /// Days between reviews.
    pub review_days: f64,
    /// Lead time that the rule plans with, days.
    pub lead_days: f64,
    /// Safety stock, days of mean use.
    pub safety_days: f64,
    /// Reserve on top of it, days of mean use (V20: rotates in normal use).
    pub reserve_days: f64,
}

impl DaysRule {
    /// Order-up-to level S = d (R + L + safety + reserve): covers the use until the order after the next one arrives
    /// (Silver, Pyke & Peterson 1998, ch. 7; T5, T9 with safety stock in days).
    pub fn order_up_to_level(&self) -> f64 {
        self.mean_daily * (self.review_days + self.lead_days + self.safety_days + self.reserve_days)
    }

    /// Reorder point s = d (R + L + safety + reserve). Under periodic review the position may fall for R days before
    /// the shortfall is seen, so the review period belongs to the exposure (Silver, Pyke & Peterson 1998, ch. 7).
    pub fn reorder_point(&self) -> f64 {
        self.order_up_to_level()
    }

    /// The reserve in units.
    pub fn reserve(&self) -> f64 {
        self.mean_daily * self.reserve_days
    }
}

/// The lead time a rule plans with: a quantile of the law, or its mean.
pub fn planned_lead_days(law: &LeadTimeLaw, quantile: Option<f64>) -> f64 {
    quantile.map_or_else(|| law.mean(), |p| law.quantile(p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_covers_review_lead_time_safety_and_reserve() {
        let rule =
            DaysRule { mean_daily: 10.0, review_days: 7.0, lead_days: 14.0, safety_days: 3.0, reserve_days: 30.0 };
        assert_eq!(rule.order_up_to_level(), 540.0);
        assert_eq!(rule.reserve(), 300.0);
    }

    #[test]
    fn the_planned_lead_time_is_the_mean_unless_a_quantile_is_named() {
        let law = LeadTimeLaw::Discrete { days: vec![5.0, 10.0], cumulative: vec![0.5, 1.0] };
        assert_eq!(planned_lead_days(&law, None), 7.5);
        assert_eq!(planned_lead_days(&law, Some(0.9)), 10.0);
    }
}
