//! A base-stock level against normal demand in discrete periods, with backorders (Snyder & Shen 2019, section 4.3).

use super::loss::NormalDemand;
use super::newsvendor::{PeriodDemand, UnitCosts};
use super::unanswered::{Unanswered, finite, need, not_negative, positive};

/// How a level serves, period by period in the long run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Service {
    /// Mean units in stock at the end of a period.
    pub mean_on_hand: f64,
    /// Mean units waiting at the end of a period.
    pub mean_backorders: f64,
    /// Share of periods that end without backorders.
    pub cycle_service: f64,
    /// Share of demand served at once.
    pub fill_rate: f64,
}

/// Service of `level` when the stock at the end of a period stands against the demand of `exposure` periods.
///
/// The fill rate is 1 − (n(k) − n(k − 1)) / μ, n(k) = E(demand of k periods − S)⁺: what k periods leave short beyond
/// what k − 1 had left short already. It is exact while demand is not negative.
///
/// # Errors
/// If the demand or the level is out of range, or the exposure is below one period.
pub fn service(period: NormalDemand, exposure: f64, level: f64) -> Result<Service, Unanswered> {
    check(period, exposure)?;
    finite("base_stock_level", level)?;
    let (all, before) = (period.over(exposure), period.over(exposure - 1.0));
    Ok(Service {
        mean_on_hand: all.left_over(level),
        mean_backorders: all.short(level),
        cycle_service: all.at_most(level),
        fill_rate: 1.0 - (all.short(level) - before.short(level)) / period.mean,
    })
}

/// The level with the least cost of stock and backorders at the end of a period.
///
/// # Errors
/// If a cost, the demand or the exposure is out of range.
pub fn cheapest_level(costs: UnitCosts, period: NormalDemand, exposure: f64) -> Result<f64, Unanswered> {
    check(period, exposure)?;
    Ok(costs.cheapest(&PeriodDemand::Normal(period.over(exposure)))?.0)
}

fn check(period: NormalDemand, exposure: f64) -> Result<(), Unanswered> {
    positive("demand_mean", period.mean)?;
    not_negative("demand_sd", period.sd)?;
    need(exposure.is_finite() && exposure >= 1.0, "exposure_periods", exposure, "at least 1 period")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_demand_by_hand() {
        // 10 a period against 25 over 3 periods: 5 wait at each end; 5 of each 10 are late.
        let found = service(NormalDemand { mean: 10.0, sd: 0.0 }, 3.0, 25.0).unwrap();
        let expected = Service { mean_on_hand: 0.0, mean_backorders: 5.0, cycle_service: 0.0, fill_rate: 0.5 };
        assert_eq!(found, expected);
    }

    #[test]
    fn more_stock_serves_more() {
        let demand = NormalDemand { mean: 50.0, sd: 8.0 };
        let fills: Vec<f64> = (20..40).map(|k| service(demand, 5.0, 8.0 * f64::from(k)).unwrap().fill_rate).collect();
        assert!(fills.is_sorted() && fills[0] >= -1e-9 && fills[19] <= 1.0, "{fills:?}");
    }
}
