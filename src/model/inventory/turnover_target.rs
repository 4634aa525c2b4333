//! A target of turns per year together with a service level (T50): which lot follows, and when the two contradict each other.
//!
//! Turns are D ÷ mean stock, and mean stock is Q ÷ 2 + safety stock, so a target of turns leaves Q = 2 (D ÷ T − safety stock).
//! A lot that falls out this way is nobody's economic lot: the target takes the place of the order cost.

use super::service_level::LeadTimeDemand;
use super::unanswered::{Unanswered, need, positive};
use crate::stats::root::{bracket, crossing};

/// A service level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Service {
    /// Share of cycles without a shortage.
    Cycle(f64),
    /// Share of demand served from stock.
    Fill(f64),
}

/// What a target of turns comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Turnover {
    /// It can be kept with this lot and reorder point.
    Kept {
        /// Units per order.
        lot: f64,
        /// Units.
        reorder_point: f64,
    },
    /// The service level allows fewer turns, however small the lots are.
    TooMany {
        /// Turns per year that are not exceeded.
        most_turns: f64,
    },
}

impl Service {
    /// The reorder point under lots of `lot` units.
    ///
    /// # Errors
    /// If the service or the lot is out of range.
    pub fn point(self, law: LeadTimeDemand, lot: f64) -> Result<f64, Unanswered> {
        match self {
            Service::Cycle(service) => law.point_for_cycle_service(service),
            Service::Fill(service) => law.point_for_fill_rate(lot, service),
        }
    }
}

/// Mean stock of a lot and a reorder point: Q ÷ 2 and the safety stock, r less the mean.
pub fn mean_stock(law: LeadTimeDemand, lot: f64, point: f64) -> f64 {
    lot / 2.0 + point - law.mean()
}

/// The largest lot that turns `turns` times a year at a service level; demand is `use_year` units a year.
///
/// # Errors
/// If a figure is out of range, or a fill rate below one half is asked for.
pub fn lot_for_turnover(
    law: LeadTimeDemand,
    use_year: f64,
    turns: f64,
    service: Service,
) -> Result<Turnover, Unanswered> {
    positive("demand", use_year)?;
    positive("turns", turns)?;
    let stock = use_year / turns;
    let least_lot = match service {
        Service::Cycle(_) => 0.0,
        Service::Fill(fill_rate) => lot_with_least_stock(law, fill_rate)?,
    };
    let stock_of = |lot: f64| Ok::<f64, Unanswered>(mean_stock(law, lot, service.point(law, lot)?));
    let least_lot = if law.is_whole() { libm::ceil(least_lot).max(1.0) } else { least_lot };
    // A cycle service has its safety stock whatever the lot; any lot above 0 will do for asking.
    let least = if least_lot == 0.0 { stock_of(1.0)? - 0.5 } else { stock_of(least_lot)? };
    if stock < least || (least_lot == 0.0 && stock == least) {
        return Ok(Turnover::TooMany { most_turns: use_year / least });
    }
    let over = |lot: f64| {
        let lot = if law.is_whole() { libm::floor(lot).max(1.0) } else { lot };
        stock_of(lot).map_or(f64::INFINITY, |found| found - stock)
    };
    let far = Unanswered::because("turns", "so few that no lot is large enough");
    // The smallest float above least_lot: a lot of exactly 0 has no fill rate.
    let start = if least_lot == 0.0 { f64::MIN_POSITIVE } else { least_lot };
    let high = bracket(start, stock.max(1.0), |lot| over(lot) - 1e-12 * stock).ok_or(far)?;
    let above = crossing(start, high, |lot| over(lot) - 1e-12 * stock);
    let lot = if law.is_whole() { (libm::ceil(above) - 1.0).max(1.0) } else { above };
    Ok(Turnover::Kept { lot, reorder_point: service.point(law, lot)? })
}

/// Where a fill rate is asked for, small lots need more safety stock than they save. The lot with the least mean stock: as Q grows by
/// one, the safety stock falls by (1 − β) ÷ P(D > r), so there P(D > r) = 2 (1 − β), and Q = n(r) ÷ (1 − β).
fn lot_with_least_stock(law: LeadTimeDemand, fill_rate: f64) -> Result<f64, Unanswered> {
    need(fill_rate > 0.5 && fill_rate < 1.0, "fill_rate", fill_rate, "above 0.5 and below 1 for a target of turns")?;
    let point = law.point_for_cycle_service(1.0 - 2.0 * (1.0 - fill_rate))?;
    Ok(law.short(point) / (1.0 - fill_rate))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::loss::NormalDemand;

    fn normal() -> LeadTimeDemand {
        LeadTimeDemand::normal(NormalDemand { mean: 100.0, sd: 25.0 }).unwrap()
    }

    #[test]
    fn cycle_service_by_hand() {
        // Safety stock at 97.5 %: 1.959964 · 25 = 48.9991. 1,000 a year in 10 turns: stock 100, lot 2 (100 − 48.9991) = 102.0018.
        let found = lot_for_turnover(normal(), 1000.0, 10.0, Service::Cycle(0.975)).unwrap();
        let Turnover::Kept { lot, reorder_point } = found else { panic!("{found:?}") };
        assert!((lot - 102.001_800_772_997).abs() < 1e-6, "{lot}");
        assert!((reorder_point - 148.999_099_613_501).abs() < 1e-9);
        // 21 turns would be a stock of 47.6, below the safety stock: at most 1000 / 48.9991 = 20.4086 turns.
        let found = lot_for_turnover(normal(), 1000.0, 21.0, Service::Cycle(0.975)).unwrap();
        let Turnover::TooMany { most_turns } = found else { panic!("{found:?}") };
        assert!((most_turns - 20.408_538).abs() < 1e-5, "{most_turns}");
    }

    #[test]
    fn the_lot_keeps_the_target_and_a_larger_one_does_not() {
        let gamma = LeadTimeDemand::gamma(NormalDemand { mean: 100.0, sd: 60.0 }).unwrap();
        let poisson = LeadTimeDemand::poisson(30.0).unwrap();
        for law in [normal(), gamma, poisson] {
            for service in [Service::Cycle(0.9), Service::Fill(0.95), Service::Fill(0.99)] {
                for turns in [0.5, 3.0, 8.0] {
                    let found = lot_for_turnover(law, 1000.0, turns, service).unwrap();
                    let Turnover::Kept { lot, reorder_point } = found else { continue };
                    let stock = mean_stock(law, lot, reorder_point);
                    assert!(stock <= 1000.0 / turns * (1.0 + 1e-9), "{law:?} {service:?} {turns}");
                    let more = lot + 1.0;
                    let stock = mean_stock(law, more, service.point(law, more).unwrap());
                    assert!(stock > 1000.0 / turns, "{law:?} {service:?} {turns} {lot}");
                }
            }
        }
    }

    #[test]
    fn no_lot_has_less_stock_than_the_bound_says() {
        let found = lot_for_turnover(normal(), 1000.0, 1e6, Service::Fill(0.95)).unwrap();
        let Turnover::TooMany { most_turns } = found else { panic!("{found:?}") };
        for lot in 1..2000 {
            let lot = f64::from(lot);
            let point = Service::Fill(0.95).point(normal(), lot).unwrap();
            assert!(1000.0 / mean_stock(normal(), lot, point) <= most_turns + 1e-9, "{lot}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        assert_eq!(lot_for_turnover(normal(), 1000.0, 0.0, Service::Cycle(0.9)).unwrap_err().parameter, "turns");
        assert_eq!(lot_for_turnover(normal(), 1000.0, 4.0, Service::Fill(0.4)).unwrap_err().parameter, "fill_rate");
    }
}
