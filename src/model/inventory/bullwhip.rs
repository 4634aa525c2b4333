//! How much more orders vary than demand when an order-up-to level follows a forecast.

use super::unanswered::{Unanswered, need, not_negative, whole};

/// How demand is forecast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Forecast {
    /// The mean of the last so many periods.
    MovingAverage {
        /// Periods.
        periods: f64,
    },
    /// Exponential smoothing.
    Smoothing {
        /// Weight of the newest demand.
        alpha: f64,
    },
}

/// Var(orders) / Var(demand) for y = L × forecast, returns allowed; demand has correlation ρ from period to period.
///
/// Moving average of p: 1 + (2L / p + 2L² / p²)(1 − ρᵖ) (Chen, Drezner, Ryan & Simchi-Levi 2000, eq. 5, tight without
/// safety stock). Smoothing: 1 + (2αL + 2α²L² / (2 − α)) (1 − ρ) / (1 − (1 − α) ρ) (Chen, Ryan & Simchi-Levi 2000).
///
/// # Errors
/// If the lead time, the forecast or the correlation is out of range.
pub fn variance_ratio(forecast: Forecast, lead_time: f64, correlation: f64) -> Result<f64, Unanswered> {
    not_negative("lead_time", lead_time)?;
    need(correlation > -1.0 && correlation < 1.0, "correlation", correlation, "between -1 and 1")?;
    match forecast {
        Forecast::MovingAverage { periods } => {
            need(whole("periods", periods)? >= 1, "periods", periods, "at least 1")?;
            let share = lead_time / periods;
            Ok(1.0 + 2.0 * share * (1.0 + share) * (1.0 - libm::pow(correlation, periods)))
        }
        Forecast::Smoothing { alpha } => {
            need(alpha > 0.0 && alpha <= 1.0, "alpha", alpha, "above 0 and at most 1")?;
            let weight = alpha * lead_time;
            let rise = 2.0 * weight + 2.0 * weight * weight / (2.0 - alpha);
            Ok(1.0 + rise * (1.0 - correlation) / (1.0 - (1.0 - alpha) * correlation))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_demand_alone_by_hand() {
        // Either way q = (1 + L) D₋₁ − L D₋₂: variance (1 + L)² + L² = 13 for L = 2.
        let average = variance_ratio(Forecast::MovingAverage { periods: 1.0 }, 2.0, 0.0).unwrap();
        let smoothing = variance_ratio(Forecast::Smoothing { alpha: 1.0 }, 2.0, 0.0).unwrap();
        assert_eq!((average, smoothing), (13.0, 13.0));
    }

    #[test]
    fn without_a_lead_time_or_with_lasting_demand_nothing_swells() {
        let forecast = Forecast::Smoothing { alpha: 0.3 };
        assert_eq!(variance_ratio(forecast, 0.0, 0.0).unwrap(), 1.0);
        assert!(variance_ratio(forecast, 2.0, 0.999_999).unwrap() < 1.001);
        assert_eq!(variance_ratio(Forecast::Smoothing { alpha: 0.0 }, 2.0, 0.0).unwrap_err().parameter, "alpha");
    }
}
