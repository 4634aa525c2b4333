//! What several places cost apart and together (Eppen 1979).

use super::loss::NormalDemand;
use super::newsvendor::{PeriodDemand, UnitCosts};
use super::unanswered::{Unanswered, need, whole};

/// Expected costs of one period, money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pooling {
    /// Every place with its own stock.
    pub cost_separate: f64,
    /// One stock for all.
    pub cost_pooled: f64,
}

/// `locations` places with equal normal demand, each with the cheapest stock of its own, or with one stock.
/// `correlation` is that of any two places; 0 if they are independent.
///
/// # Errors
/// If a cost, the demand, the number or the correlation is out of range.
pub fn pooling(costs: UnitCosts, each: NormalDemand, locations: f64, correlation: f64) -> Result<Pooling, Unanswered> {
    need(whole("locations", locations)? >= 1, "locations", locations, "at least 1")?;
    // Below −1 / (n − 1) no n variables can all be correlated so.
    let spread = 1.0 + (locations - 1.0) * correlation;
    need(correlation <= 1.0 && spread >= -1e-12, "correlation", correlation, "between -1 / (locations - 1) and 1")?;
    let together = libm::sqrt(locations * spread.max(0.0)) * each.sd;
    let all = NormalDemand { mean: locations * each.mean, sd: together };
    let (_, one) = costs.cheapest(&PeriodDemand::Normal(each))?;
    let (_, cost_pooled) = costs.cheapest(&PeriodDemand::Normal(all))?;
    Ok(Pooling { cost_separate: locations * one, cost_pooled })
}

#[cfg(test)]
mod tests {
    use super::*;

    const COSTS: UnitCosts = UnitCosts { holding_cost: 1.0, stockout_cost: 19.0 };
    const WARD: NormalDemand = NormalDemand { mean: 50.0, sd: 8.0 };

    #[test]
    fn independent_places_gain_by_the_square_root_and_equal_ones_nothing() {
        let ratio = |correlation| {
            let costs = pooling(COSTS, WARD, 16.0, correlation).unwrap();
            costs.cost_separate / costs.cost_pooled
        };
        assert!((ratio(0.0) - 4.0).abs() < 1e-12);
        assert!((ratio(1.0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn impossible_numbers_are_refused() {
        assert_eq!(pooling(COSTS, WARD, 0.0, 0.0).unwrap_err().parameter, "locations");
        assert_eq!(pooling(COSTS, WARD, 3.0, -0.6).unwrap_err().parameter, "correlation");
    }
}
