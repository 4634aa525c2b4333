//! Service of a reorder point under normal, gamma or Poisson demand over the lead time: cycle service, fill rate, safety stock
//! and what they imply, each from any other.
//!
//! Cycle service is P(D ≤ r), the share of cycles without a shortage. The fill rate is 1 − n(r) ÷ Q with n(r) = E(D − r)⁺, one
//! cycle's shortage (Silver, Pyke & Peterson 1998, ch. 7; Nahmias 2015, ch. 5). Where orders overlap, that counts some units
//! twice; 1 − (n(r) − n(r + Q)) ÷ Q does not (Axsäter 2015, ch. 5).

use super::hadley_whitin;
use super::loss::NormalDemand;
use super::unanswered::{Unanswered, inside_unit, need, positive};
use crate::random::gamma;
use crate::random::normal::standard_normal_cdf;
use crate::stats::poisson;
use crate::stats::root::{bracket, crossing};

/// Above this mean the sums of the Poisson law take long, and the normal law says the same.
const LARGEST_POISSON: f64 = 1e8;
/// Shapes (mean² ÷ variance) for which the gamma law keeps its digits.
const SHAPES: (f64, f64) = (1e-3, 1e6);

/// Demand over one lead time, units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LeadTimeDemand {
    /// Normal; a standard deviation of 0 means that it is known.
    Normal(NormalDemand),
    /// Gamma: never negative, skewed to large values.
    Gamma {
        /// (mean ÷ sd)².
        shape: f64,
        /// sd² ÷ mean, units.
        scale: f64,
    },
    /// Poisson: whole units, one at a time.
    Poisson {
        /// Units.
        mean: f64,
    },
}

impl LeadTimeDemand {
    /// Normal demand with this mean and standard deviation.
    ///
    /// # Errors
    /// If the mean is not above 0 or the standard deviation is not above 0.
    pub fn normal(over_lead_time: NormalDemand) -> Result<LeadTimeDemand, Unanswered> {
        check(over_lead_time)?;
        Ok(LeadTimeDemand::Normal(over_lead_time))
    }

    /// Gamma demand with this mean and standard deviation.
    ///
    /// # Errors
    /// If a figure is not above 0, or the standard deviation is far from the mean.
    pub fn gamma(over_lead_time: NormalDemand) -> Result<LeadTimeDemand, Unanswered> {
        check(over_lead_time)?;
        let (mean, sd) = (over_lead_time.mean, over_lead_time.sd);
        let shape = (mean / sd) * (mean / sd);
        let fits = (SHAPES.0..=SHAPES.1).contains(&shape);
        need(fits, "ltd_sd", sd, "between a thousandth of the mean and thirty times it for the gamma law")?;
        Ok(LeadTimeDemand::Gamma { shape, scale: sd * sd / mean })
    }

    /// Poisson demand with this mean.
    ///
    /// # Errors
    /// If the mean is not above 0, or above 10⁸.
    pub fn poisson(mean: f64) -> Result<LeadTimeDemand, Unanswered> {
        let fits = mean > 0.0 && mean <= LARGEST_POISSON;
        need(fits, "ltd_mean", mean, "above 0 and at most 10^8 for the Poisson law; take the normal law above that")?;
        Ok(LeadTimeDemand::Poisson { mean })
    }

    /// Mean, units.
    pub fn mean(self) -> f64 {
        match self {
            LeadTimeDemand::Normal(normal) => normal.mean,
            LeadTimeDemand::Gamma { shape, scale } => shape * scale,
            LeadTimeDemand::Poisson { mean } => mean,
        }
    }

    /// Standard deviation, units.
    pub fn sd(self) -> f64 {
        match self {
            LeadTimeDemand::Normal(normal) => normal.sd,
            LeadTimeDemand::Gamma { shape, scale } => libm::sqrt(shape) * scale,
            LeadTimeDemand::Poisson { mean } => libm::sqrt(mean),
        }
    }

    /// Whether demand comes in whole units, so that points are whole numbers.
    pub fn is_whole(self) -> bool {
        matches!(self, LeadTimeDemand::Poisson { .. })
    }

    /// Cycle service of a reorder point: P(D ≤ r).
    pub fn cycle_service(self, point: f64) -> f64 {
        match self {
            LeadTimeDemand::Normal(normal) => normal.at_most(point),
            LeadTimeDemand::Gamma { shape, scale } => gamma::distribution(shape, point / scale).0,
            LeadTimeDemand::Poisson { .. } if point < 0.0 => 0.0,
            LeadTimeDemand::Poisson { mean } => poisson::at_most(mean, libm::floor(point) as u64),
        }
    }

    /// P(D > r), with its digits also where it is small.
    pub fn short_chance(self, point: f64) -> f64 {
        match self {
            LeadTimeDemand::Normal(normal) => normal.more_than(point),
            LeadTimeDemand::Gamma { shape, scale } => gamma::distribution(shape, point / scale).1,
            LeadTimeDemand::Poisson { .. } if point < 0.0 => 1.0,
            LeadTimeDemand::Poisson { mean } => poisson::more_than(mean, libm::floor(point) as u64),
        }
    }

    /// n(r) = E(D − r)⁺: units short per cycle.
    pub fn short(self, point: f64) -> f64 {
        match self {
            LeadTimeDemand::Normal(normal) => normal.short(point),
            LeadTimeDemand::Gamma { shape, scale } if point <= 0.0 => shape * scale - point,
            LeadTimeDemand::Gamma { shape, scale } => {
                let more = gamma::distribution(shape + 1.0, point / scale).1;
                let short = shape * scale * more - point * gamma::distribution(shape, point / scale).1;
                short.max(0.0)
            }
            LeadTimeDemand::Poisson { mean } => poisson::excess(mean, point),
        }
    }

    /// Fill rate of a reorder point with lots of `lot` units: 1 − n(r) ÷ Q. Below 0 where a lot does not cover one cycle's shortage.
    pub fn fill_rate(self, point: f64, lot: f64) -> f64 {
        1.0 - self.short(point) / lot
    }

    /// Fill rate where orders may overlap: 1 − (n(r) − n(r + Q)) ÷ Q.
    pub fn fill_rate_of_overlapping_orders(self, point: f64, lot: f64) -> f64 {
        1.0 - (self.short(point) - self.short(point + lot)) / lot
    }

    /// The reorder point of a cycle service; for whole units the smallest with at least that.
    ///
    /// # Errors
    /// If the service is not inside (0, 1).
    pub fn point_for_cycle_service(self, service: f64) -> Result<f64, Unanswered> {
        inside_unit("cycle_service", service)?;
        match self {
            LeadTimeDemand::Normal(normal) => hadley_whitin::point_for_cycle_service(normal, service),
            LeadTimeDemand::Gamma { shape, scale } => Ok(scale * gamma::quantile(shape, service, 1.0 - service)),
            LeadTimeDemand::Poisson { mean } => Ok(poisson::upper_quantile(mean, 1.0 - service) as f64),
        }
    }

    /// The reorder point of a fill rate with lots of `lot` units; for whole units the smallest with at least that.
    ///
    /// # Errors
    /// If the fill rate is not inside (0, 1), or the lot is not above 0.
    pub fn point_for_fill_rate(self, lot: f64, fill_rate: f64) -> Result<f64, Unanswered> {
        inside_unit("fill_rate", fill_rate)?;
        positive("lot", lot)?;
        if let LeadTimeDemand::Normal(normal) = self {
            return hadley_whitin::point_for_fill_rate(normal, lot, fill_rate);
        }
        let short = (1.0 - fill_rate) * lot;
        // A share that rounds in its last digit does not ask for one unit more.
        let enough = |point: f64| short * (1.0 + 1e-12) - self.short(point);
        let low = self.mean() - short - 1.0;
        if !self.is_whole() {
            let high = bracket(low, self.sd(), enough).ok_or(Unanswered::because("fill_rate", "too near 1"))?;
            return Ok(crossing(low, high, enough));
        }
        let low = libm::floor(low);
        let high = bracket(low, 1.0, |point| enough(libm::ceil(point)));
        let high = high.ok_or(Unanswered::because("fill_rate", "too near 1"))?;
        Ok(libm::ceil(crossing(low, high, |point| enough(libm::ceil(point)))))
    }

    /// The reorder point that a shortage cost k per unit justifies (T11): P(D > r) = Q H ÷ (D k). Where that is more than the chance
    /// that mean demand is exceeded, no safety stock pays and the point is the mean (whole units: the next whole number).
    ///
    /// # Errors
    /// If a figure is not above 0.
    pub fn point_for_shortage_cost(self, cycle: Cycle, shortage_cost: f64) -> Result<f64, Unanswered> {
        cycle.check()?;
        positive("shortage_cost", shortage_cost)?;
        let out = cycle.lot * cycle.holding_cost / (cycle.use_year * shortage_cost);
        let at_mean = if self.is_whole() { libm::ceil(self.mean()) } else { self.mean() };
        if out >= self.short_chance(at_mean) {
            return Ok(at_mean);
        }
        match self {
            LeadTimeDemand::Normal(normal) => {
                let factor = super::safety_stock::factor_of_shortage_cost(
                    cycle.lot,
                    cycle.holding_cost,
                    cycle.use_year,
                    shortage_cost,
                );
                Ok(normal.mean + normal.sd * factor)
            }
            LeadTimeDemand::Gamma { shape, scale } => Ok(scale * gamma::quantile(shape, 1.0 - out, out)),
            LeadTimeDemand::Poisson { mean } => Ok(poisson::upper_quantile(mean, out) as f64),
        }
    }

    /// The shortage cost per unit for which a reorder point would be the cheapest (T8): k = Q H ÷ (D P(D > r)). `None` where a
    /// shortage is so improbable that no cost is large enough.
    ///
    /// # Errors
    /// If a figure is not above 0.
    pub fn implied_shortage_cost(self, cycle: Cycle, point: f64) -> Result<Option<f64>, Unanswered> {
        cycle.check()?;
        let cost = cycle.lot * cycle.holding_cost / (cycle.use_year * self.short_chance(point));
        Ok(Some(cost).filter(|cost| cost.is_finite()))
    }
}

/// What stands beside the demand of a lead time where service is weighed against money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cycle {
    /// Units per order.
    pub lot: f64,
    /// Money per unit and year in stock.
    pub holding_cost: f64,
    /// Units per year.
    pub use_year: f64,
}

impl Cycle {
    fn check(self) -> Result<(), Unanswered> {
        positive("lot", self.lot)?;
        positive("holding_cost", self.holding_cost)?;
        positive("demand", self.use_year)
    }
}

/// The share of normal draws that are below 0 (T6): such draws are no demand, so that the law fits badly where there are many.
pub fn negative_share(demand: NormalDemand) -> f64 {
    if demand.sd == 0.0 { 0.0 } else { standard_normal_cdf(-demand.mean / demand.sd) }
}

fn check(demand: NormalDemand) -> Result<(), Unanswered> {
    positive("ltd_mean", demand.mean)?;
    positive("ltd_sd", demand.sd)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laws() -> [LeadTimeDemand; 3] {
        let both = NormalDemand { mean: 50.0, sd: 20.0 };
        [
            LeadTimeDemand::normal(both).unwrap(),
            LeadTimeDemand::gamma(both).unwrap(),
            LeadTimeDemand::poisson(50.0).unwrap(),
        ]
    }

    #[test]
    fn a_gamma_law_of_shape_one_is_the_exponential_law() {
        // Exponential demand with mean 40: P(D > r) = exp(−r / 40), E(D − r)⁺ = 40 exp(−r / 40).
        let law = LeadTimeDemand::gamma(NormalDemand { mean: 40.0, sd: 40.0 }).unwrap();
        for r in [0.5, 40.0, 120.0] {
            let tail = libm::exp(-r / 40.0);
            assert!((law.short_chance(r) - tail).abs() < 1e-12);
            assert!((law.short(r) - 40.0 * tail).abs() < 1e-10);
        }
        // 95 %: r = 40 ln 20 = 119.829…
        assert!((law.point_for_cycle_service(0.95).unwrap() - 119.829_290_942_159_64).abs() < 1e-9);
        // Fill 98 % with lots of 100: 40 exp(−r / 40) = 2, r = 40 ln 20.
        assert!((law.point_for_fill_rate(100.0, 0.98).unwrap() - 119.829_290_942_159_64).abs() < 1e-9);
    }

    #[test]
    fn service_and_point_are_each_others_inverse() {
        for law in laws() {
            for service in [0.6, 0.9, 0.95, 0.995] {
                let point = law.point_for_cycle_service(service).unwrap();
                assert!(law.cycle_service(point) >= service - 1e-12, "{law:?}");
                let below = if law.is_whole() { point - 1.0 } else { point - 1e-6 };
                assert!(law.cycle_service(below) < service, "{law:?}");
                let point = law.point_for_fill_rate(60.0, service).unwrap();
                assert!(law.fill_rate(point, 60.0) >= service - 1e-9, "{law:?}");
                let below = if law.is_whole() { point - 1.0 } else { point - 1e-6 };
                assert!(law.fill_rate(below, 60.0) < service, "{law:?}");
            }
        }
    }

    #[test]
    fn poisson_by_hand() {
        // Mean 1: P(D ≤ 1) = 2/e = 0.7358, P(D ≤ 2) = 2.5/e = 0.9197; E(D − 1)⁺ = 1/e.
        let law = LeadTimeDemand::poisson(1.0).unwrap();
        assert_eq!(law.point_for_cycle_service(0.9).unwrap(), 2.0);
        assert!((law.short(1.0) - 1.0 / std::f64::consts::E).abs() < 1e-15);
        // Lots of 4: at r = 0 the fill rate is 1 − 1/4, at r = 1 it is 1 − 0.36788/4 = 0.908.
        assert_eq!(law.point_for_fill_rate(4.0, 0.75).unwrap(), 0.0);
        assert_eq!(law.point_for_fill_rate(4.0, 0.9).unwrap(), 1.0);
    }

    #[test]
    fn what_a_target_implies_justifies_the_target() {
        let cycle = Cycle { lot: 100.0, holding_cost: 2.0, use_year: 1000.0 };
        for law in laws() {
            let point = law.point_for_cycle_service(0.97).unwrap();
            let cost = law.implied_shortage_cost(cycle, point).unwrap().unwrap();
            let back = law.point_for_shortage_cost(cycle, cost).unwrap();
            assert!((back - point).abs() < 1e-6, "{law:?} {point} {back}");
            // Where a shortage costs nearly nothing no safety stock pays.
            assert!((law.point_for_shortage_cost(cycle, 0.01).unwrap() - law.mean()).abs() < 1.0);
        }
    }

    #[test]
    fn orders_that_overlap_are_counted_once() {
        for law in laws() {
            let (simple, overlapping) = (law.fill_rate(10.0, 20.0), law.fill_rate_of_overlapping_orders(10.0, 20.0));
            assert!(simple < 0.0 && (0.0..1.0).contains(&overlapping), "{law:?} {simple} {overlapping}");
            let near = law.point_for_cycle_service(0.99).unwrap();
            let gap = law.fill_rate_of_overlapping_orders(near, 500.0) - law.fill_rate(near, 500.0);
            assert!(gap.abs() < 1e-9, "{law:?}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let bad = |mean, sd| LeadTimeDemand::normal(NormalDemand { mean, sd }).is_err();
        assert!(bad(0.0, 1.0) && bad(f64::NAN, 1.0) && bad(1.0, 0.0) && bad(1.0, f64::INFINITY));
        assert!(LeadTimeDemand::gamma(NormalDemand { mean: 1.0, sd: 100.0 }).is_err());
        assert!(LeadTimeDemand::poisson(1e9).is_err());
        assert_eq!(laws()[0].point_for_cycle_service(1.0).unwrap_err().parameter, "cycle_service");
        assert_eq!(laws()[1].point_for_fill_rate(0.0, 0.9).unwrap_err().parameter, "lot");
    }
}
