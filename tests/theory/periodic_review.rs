//! Periodic review with a level (kind `periodic_review_RS`).
//!
//! The cycle formula of the known answers sets R + L days of demand against the level. That is what happens when the store
//! is reviewed before the demand of a day and the goods come L days later before that day's demand. With the
//! default order, the review after demand, one day less stands against it: R + L − 1. The last test shows that too.

use crate::formulas::Daily;
use crate::oracles::{case, cases, expected, input, list};
use crate::verdict::{LARGEST_Z, Verdict, judge, simulated};
use beredd::verify::cases::Case;
use beredd::verify::simulate::{Luck, run};
use beredd::verify::simulated::simulation;
use serde_json::json;
use std::collections::BTreeMap;

/// Fill rate and cycle service (Silver, Pyke & Peterson 1998): what a cycle begins and ends with, over the lead times.
/// `less` days of the lead time have no demand to stand against.
pub fn theory(case: &Case, less: f64) -> (f64, f64) {
    let demand = Daily { mean: input(case, "demand_mean"), sd: input(case, "demand_sd") };
    let (period, level) = (input(case, "review"), input(case, "order_up_to"));
    let lead_times = list(case, "lead_times").into_iter().zip(list(case, "lead_time_probabilities"));
    let lead_times: Vec<(f64, f64)> = lead_times.collect();
    let over_lead_times =
        |of: &dyn Fn(f64) -> f64| lead_times.iter().map(|&(days, p)| p * of(days - less)).sum::<f64>();
    let at_end = over_lead_times(&|days| demand.loss(period + days, level));
    let at_start = over_lead_times(&|days| demand.loss(days, level));
    let covered = over_lead_times(&|days| demand.covered(period + days, level));
    (1.0 - (at_end - at_start) / (demand.mean * period), covered)
}

fn verdicts(case: &Case) -> [Verdict; 2] {
    let (found, (fill, cycle)) = (simulated(case), theory(case, 0.0));
    [("fill_rate", fill), ("cycle_service", cycle)]
        .map(|(quantity, expected)| Verdict::of(&case.name, quantity, expected, &found))
}

fn made((mean, sd): (f64, f64), period: f64, lead_times: &[(f64, f64)], level: f64) -> Case {
    let (days, weights): (Vec<f64>, Vec<f64>) = lead_times.iter().copied().unzip();
    let inputs = json!({
        "demand_mean": mean,
        "demand_sd": sd,
        "review": period,
        "lead_times": days,
        "lead_time_probabilities": weights,
        "order_up_to": level,
    });
    case("periodic_review_RS", &format!("R {period} L {days:?} S {level}"), inputs)
}

#[test]
fn the_given_cases_come_out_sharply() {
    let mut compared = Vec::new();
    for case in cases("periodic_review_RS") {
        let (fill, cycle) = theory(&case, 0.0);
        assert!((fill / expected(&case, "fill_rate") - 1.0).abs() < 1e-9, "{fill}");
        assert!((cycle / expected(&case, "cycle_service") - 1.0).abs() < 1e-9, "{cycle}");
        compared.extend(verdicts(&case));
    }
    judge(&compared);
}

#[test]
fn other_cases_of_the_kind_come_out() {
    let cases = [
        made((50.0, 8.0), 10.0, &[(5.0, 1.0)], 790.0),
        made((50.0, 8.0), 7.0, &[(1.0, 0.25), (3.0, 0.5), (5.0, 0.25)], 560.0),
        made((50.0, 8.0), 14.0, &[(3.0, 1.0)], 840.0),
        made((100.0, 15.0), 30.0, &[(20.0, 1.0)], 5050.0),
        made((50.0, 10.0), 5.0, &[(12.0, 1.0)], 880.0),
    ];
    judge(&cases.iter().flat_map(verdicts).collect::<Vec<_>>());
}

#[test]
fn a_review_after_the_demand_of_its_day_stands_against_one_day_less() {
    let cases =
        [made((50.0, 8.0), 7.0, &[(4.0, 1.0)], 520.0), made((20.0, 4.0), 21.0, &[(6.0, 0.4), (12.0, 0.6)], 650.0)];
    for case in &cases {
        let built = simulation(case, &BTreeMap::new());
        let mut simulation = built.unwrap_or_else(|fault| panic!("{fault}")).expect("the kind can be simulated");
        let order = r#"scenario.day-order=["state", "receive", "demand", "review", "dispatch"]"#;
        simulation.runs[0].settings.push(order.to_owned());
        let luck = Luck { seed: 1, jobs: None };
        let found = run(&simulation, 0.02, luck).unwrap_or_else(|failure| panic!("{failure:?}"));
        let (fill, cycle) = theory(case, 1.0);
        judge(&[
            Verdict::of(&case.name, "fill_rate", fill, &found),
            Verdict::of(&case.name, "cycle_service", cycle, &found),
        ]);
        let of_the_other_order = Verdict::of(&case.name, "cycle_service", theory(case, 0.0).1, &found);
        assert!(of_the_other_order.z().abs() > LARGEST_Z, "the two orders are told apart");
    }
}
