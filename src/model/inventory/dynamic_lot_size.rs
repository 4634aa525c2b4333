//! When to order how much of a demand that is known period by period (Wagner & Whitin 1958).

use super::unanswered::{Unanswered, not_negative};

/// One period of the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Period {
    /// Units needed in the period.
    pub demand: f64,
    /// Money per order placed in the period.
    pub fixed_cost: f64,
    /// Money per unit left at the end of the period.
    pub holding_cost: f64,
    /// Money per unit ordered in the period.
    pub purchase_cost: f64,
}

/// Order quantities by period, and their cost over the whole plan.
#[derive(Clone, Debug, PartialEq)]
pub struct LotPlan {
    /// Units ordered in each period, there at its start.
    pub order_quantities: Vec<f64>,
    /// Money: orders, goods and stock at the end of each period.
    pub cost: f64,
}

/// The cheapest plan without shortage. An order covers the needs of whole periods; a period without need needs no order.
/// Of equally cheap plans the one that orders sooner for fewer periods.
///
/// # Errors
/// If a demand or a cost is negative or not finite.
pub fn cheapest_plan(periods: &[Period]) -> Result<LotPlan, Unanswered> {
    for period in periods {
        not_negative("demand", period.demand)?;
        not_negative("fixed_cost", period.fixed_cost)?;
        not_negative("holding_cost", period.holding_cost)?;
        not_negative("purchase_cost", period.purchase_cost)?;
    }
    let n = periods.len();
    // `rest[t]`: least cost of periods t .. n with no stock at the start, and the period after the order's last one.
    let mut rest = vec![(0.0, n); n + 1];
    for t in (0..n).rev() {
        let mut best = if periods[t].demand == 0.0 { (rest[t + 1].0, t + 1) } else { (f64::INFINITY, n) };
        let (mut cost, mut carrying, mut ordered) = (0.0, 0.0, false);
        for end in t..n {
            let demand = periods[end].demand;
            cost += demand * (periods[t].purchase_cost + carrying);
            ordered |= demand > 0.0;
            carrying += periods[end].holding_cost;
            let total = cost + if ordered { periods[t].fixed_cost } else { 0.0 } + rest[end + 1].0;
            if total < best.0 {
                best = (total, end + 1);
            }
        }
        rest[t] = best;
    }
    let mut order_quantities = vec![0.0; n];
    let mut t = 0;
    while t < n {
        let end = rest[t].1;
        order_quantities[t] = periods[t..end].iter().map(|period| period.demand).sum();
        t = end;
    }
    Ok(LotPlan { order_quantities, cost: rest[0].0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(demand: &[f64], fixed_cost: f64, holding_cost: f64) -> LotPlan {
        let period = |demand: &f64| Period { demand: *demand, fixed_cost, holding_cost, purchase_cost: 0.0 };
        cheapest_plan(&demand.iter().map(period).collect::<Vec<_>>()).unwrap()
    }

    /// The cost of every choice of order periods, one bit each.
    fn by_trying(demand: &[f64], fixed_cost: f64, holding_cost: f64) -> f64 {
        let n = demand.len();
        let cost = |choice: u32| {
            let (mut cost, mut since) = (0.0, None);
            for (t, need) in demand.iter().enumerate() {
                if choice >> t & 1 == 1 {
                    since = Some(t);
                    cost += fixed_cost;
                }
                match since {
                    Some(from) => cost += holding_cost * (t - from) as f64 * need,
                    None if *need > 0.0 => return f64::INFINITY,
                    None => {}
                }
            }
            cost
        };
        (0..1_u32 << n).map(cost).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn no_choice_of_periods_is_cheaper() {
        let demands: [&[f64]; 5] = [
            &[90.0, 120.0, 80.0, 70.0],
            &[0.0, 0.0, 50.0, 0.0, 10.0, 200.0, 0.0],
            &[10.0; 9],
            &[0.0, 0.0],
            &[1.0, 300.0, 2.0, 300.0, 3.0, 0.0, 4.0, 300.0],
        ];
        for demand in demands {
            for (fixed, holding) in [(500.0, 2.0), (0.0, 1.0), (20.0, 1.0), (1e6, 0.1), (100.0, 0.0)] {
                let found = plan(demand, fixed, holding);
                assert!((found.cost - by_trying(demand, fixed, holding)).abs() < 1e-9, "{demand:?} {fixed} {holding}");
                assert_eq!(found.order_quantities.iter().sum::<f64>(), demand.iter().sum::<f64>());
            }
        }
    }

    #[test]
    fn costs_that_change_are_followed_by_hand() {
        // Buying all in period 1 costs 5 + 10 + 2 × 10 × 1 = 35; period 2 alone costs 30 × 10 more.
        let dear = Period { demand: 10.0, fixed_cost: 5.0, holding_cost: 1.0, purchase_cost: 30.0 };
        let cheap = Period { purchase_cost: 1.0, ..dear };
        let found = cheapest_plan(&[cheap, dear]).unwrap();
        assert_eq!((found.order_quantities, found.cost), (vec![20.0, 0.0], 5.0 + 20.0 + 10.0));
    }

    #[test]
    fn no_periods_cost_nothing() {
        assert_eq!(plan(&[], 5.0, 1.0), LotPlan { order_quantities: vec![], cost: 0.0 });
    }
}
