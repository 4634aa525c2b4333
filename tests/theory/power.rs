//! The tests of this program see a bias of 1 % in demand.
//!
//! Each biased run must be more than twice as far from theory as a test allows: |z| > 11.8. So it would be detected at |z| > 5.9 with any
//! seed but for the probability that z falls by 5.9, 8·10⁻⁹; the power is practically 1, and that is also the chance that
//! this test fails a right program.

use crate::base_stock::{BaseStock, verdict};
use crate::endurance::Endurance;
use crate::formulas::Daily;
use crate::oracles::cases;
use crate::periodic_review::PeriodicReview;
use crate::verdict::{LARGEST_Z, Verdict, print_table};

/// Demand of the biased runs, as a multiple.
const BIAS: f64 = 1.01;

fn assert_detected(verdicts: &[Verdict]) {
    print_table(verdicts);
    for verdict in verdicts {
        assert!(!verdict.agrees() && verdict.z().abs() > 2.0 * LARGEST_Z, "{verdict:?}, z {:.2}", verdict.z());
    }
}

#[test]
fn a_base_stock_with_biased_demand_is_detected() {
    let model = BaseStock {
        demand: Daily { mean: 50.0, sd: 8.0 },
        lead_time: 4.0,
        exposure: 5.0,
        level: 279.43,
        holding: 1.0,
        shortage: 19.0,
    };
    let (found, theory) = (model.run(BIAS), model.theory());
    let quantities = ["mean_on_hand", "mean_backorders", "cycle_service", "fill_rate"];
    assert_detected(&quantities.map(|quantity| verdict("1 % more demand", quantity, theory[quantity], &found, 0.0)));
}

#[test]
fn a_periodic_review_with_biased_demand_is_detected() {
    for case in cases("periodic_review_RS") {
        let model = PeriodicReview::of(&case);
        let (found, (fill, cycle)) = (model.run(BIAS), model.theory());
        let compare = |quantity, expected| {
            let name = format!("1 % more: {}", case.name);
            Verdict::of(&name, quantity, expected, &found.metrics[quantity], 1.0, 0.0)
        };
        assert_detected(&[compare("fill_rate", fill), compare("cycle_service", cycle)]);
    }
}

#[test]
fn an_endurance_with_biased_demand_is_detected() {
    let model = Endurance { demand: Daily { mean: 50.0, sd: 8.0 }, stock: 1500.0 };
    let found = model.run(20_000, BIAS);
    let expected = (1..60).map(|n| model.demand.covered(f64::from(n), model.stock)).sum();
    let days = &found.days[0].days;
    assert_detected(&[Verdict::of("1 % more demand", "mean_full_days", expected, days, 1.0, 0.0)]);
}
