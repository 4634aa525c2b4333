//! Demand during a lead time that is random itself.

use super::loss::NormalDemand;
use super::unanswered::{Unanswered, inside_unit, not_negative};
use crate::random::normal::standard_normal_quantile;

/// Mean E(L) μ and variance E(L) σ² + μ² Var(L) of the demand of a lead time (Silver, Pyke & Peterson 1998, ch. 7).
///
/// # Errors
/// If a mean or a standard deviation is negative.
pub fn over_lead_time(daily: NormalDemand, lead_mean: f64, lead_sd: f64) -> Result<NormalDemand, Unanswered> {
    not_negative("demand_mean", daily.mean)?;
    not_negative("demand_sd", daily.sd)?;
    not_negative("lead_time_mean", lead_mean)?;
    not_negative("lead_time_sd", lead_sd)?;
    let sd = libm::hypot(libm::sqrt(lead_mean) * daily.sd, daily.mean * lead_sd);
    Ok(NormalDemand { mean: daily.mean * lead_mean, sd })
}

/// Units above the mean so that demand stays at or below with probability `service`: z σ.
///
/// # Errors
/// If `service` is not inside (0, 1).
pub fn safety_stock(demand: NormalDemand, service: f64) -> Result<f64, Unanswered> {
    inside_unit("service", service)?;
    Ok(standard_normal_quantile(service) * demand.sd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        // 9 days of 10 ± 4, or of 3 days' spread: sd √(9 · 16) = 12, 30, and together √(144 + 900).
        let daily = NormalDemand { mean: 10.0, sd: 4.0 };
        assert_eq!(over_lead_time(daily, 9.0, 0.0).unwrap(), NormalDemand { mean: 90.0, sd: 12.0 });
        let both = over_lead_time(daily, 9.0, 3.0).unwrap();
        assert!((both.sd - libm::sqrt(1044.0)).abs() < 1e-12);
        assert!((safety_stock(both, 0.5).unwrap()).abs() < 1e-12);
    }
}
