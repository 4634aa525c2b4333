//! Review every R days and order up to S, with backorders, under normal daily demand (Silver, Pyke & Peterson 1998, ch. 7).

use super::loss::NormalDemand;
use super::unanswered::{Unanswered, finite, need, not_negative, positive};

/// Service of an order-up-to level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CycleService {
    /// Share of demand served at once.
    pub fill_rate: f64,
    /// Share of cycles that end without backorders.
    pub cycle_service: f64,
}

/// Service of the level `order_up_to` reviewed every `review` days, for lead times with their probabilities.
///
/// Exact by cycle: the demand left short between two arrivals is E(D(R + L) − S)⁺ − E(D(L) − S)⁺. It needs that orders
/// do not cross, R > Lmax − Lmin, and that demand is not negative.
///
/// # Errors
/// If a number is out of range, the probabilities do not sum to 1, or orders could cross.
pub fn service(
    daily: NormalDemand,
    review: f64,
    order_up_to: f64,
    lead_times: &[(f64, f64)],
) -> Result<CycleService, Unanswered> {
    positive("demand_mean", daily.mean)?;
    not_negative("demand_sd", daily.sd)?;
    positive("review", review)?;
    finite("order_up_to", order_up_to)?;
    check_lead_times(review, lead_times)?;
    let over_law =
        |part: &dyn Fn(f64) -> f64| -> f64 { lead_times.iter().map(|(days, share)| share * part(*days)).sum() };
    let short = |days: f64| daily.over(days).short(order_up_to);
    let missed = over_law(&|days| short(review + days) - short(days));
    Ok(CycleService {
        fill_rate: 1.0 - missed / (daily.mean * review),
        cycle_service: over_law(&|days| daily.over(review + days).at_most(order_up_to)),
    })
}

fn check_lead_times(review: f64, lead_times: &[(f64, f64)]) -> Result<(), Unanswered> {
    for (days, share) in lead_times {
        not_negative("lead_times", *days)?;
        need((0.0..=1.0).contains(share), "lead_time_probabilities", *share, "a probability")?;
    }
    let sum: f64 = lead_times.iter().map(|(_, share)| share).sum();
    need((sum - 1.0).abs() <= 1e-9, "lead_time_probabilities", sum, "1, their sum")?;
    let possible = || lead_times.iter().filter(|(_, share)| *share > 0.0).map(|(days, _)| *days);
    let spread = possible().fold(0.0, f64::max) - possible().fold(f64::INFINITY, f64::min);
    need(spread < review, "lead_times", spread, "a spread below the review period, or orders could cross")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_demand_by_hand() {
        // 10 a day, R = 7, L = 3: 100 are needed from order to next arrival; 90 leave 10 of 70 short.
        let found = service(NormalDemand { mean: 10.0, sd: 0.0 }, 7.0, 90.0, &[(3.0, 1.0)]).unwrap();
        assert_eq!(found, CycleService { fill_rate: 1.0 - 10.0 / 70.0, cycle_service: 0.0 });
    }

    #[test]
    fn orders_that_could_cross_are_refused() {
        let demand = NormalDemand { mean: 10.0, sd: 1.0 };
        let wrong = service(demand, 5.0, 90.0, &[(3.0, 0.5), (8.0, 0.5)]).unwrap_err();
        assert_eq!(wrong.parameter, "lead_times");
        assert!(service(demand, 5.0, 90.0, &[(3.0, 1.0), (8.0, 0.0)]).is_ok(), "a lead time that never happens");
        let wrong = service(demand, 5.0, 90.0, &[(3.0, 0.5), (4.0, 0.4)]).unwrap_err();
        assert_eq!(wrong.parameter, "lead_time_probabilities");
    }
}
