//! Base stock under normal demand (kind `base_stock_normal`).

use crate::formulas::Daily;
use crate::oracles::{case, cases, input, optional};
use crate::verdict::{Verdict, judge, simulated};
use beredd::verify::cases::Case;
use beredd::verify::simulate::Simulated;
use serde_json::json;
use std::collections::BTreeMap;

/// The quantities that the formulas give.
pub const QUANTITIES: [&str; 5] = ["mean_on_hand", "mean_backorders", "cycle_service", "fill_rate", "cost_per_period"];

/// The closed forms (Snyder & Shen 2019, 4.3; the fill rate is exact when no demand is negative).
pub fn theory(case: &Case) -> BTreeMap<&'static str, f64> {
    let demand = Daily { mean: input(case, "demand_mean"), sd: input(case, "demand_sd") };
    let (days, level) = (input(case, "exposure_periods"), input(case, "base_stock_level"));
    let (left_over, short) = (demand.left_over(days, level), demand.loss(days, level));
    let newly_short = short - demand.loss(days - 1.0, level);
    BTreeMap::from([
        ("mean_on_hand", left_over),
        ("mean_backorders", short),
        ("cycle_service", demand.covered(days, level)),
        ("fill_rate", 1.0 - newly_short / demand.mean),
        ("cost_per_period", input(case, "holding_cost") * left_over + input(case, "stockout_cost") * short),
    ])
}

fn compared(case: &Case, theory: &BTreeMap<&'static str, f64>, found: &Simulated) -> [Verdict; 5] {
    QUANTITIES.map(|quantity| Verdict::of(&case.name, quantity, theory[quantity], found))
}

#[test]
fn the_given_cases_come_out_sharply() {
    let with_level = |case: &Case| optional(case, "base_stock_level").is_some();
    let cases: Vec<Case> = cases("base_stock_normal").into_iter().filter(with_level).collect();
    assert_eq!(cases.len(), 2);
    let mut verdicts = Vec::new();
    for case in cases {
        let theory = theory(&case);
        for (key, value) in &theory {
            let expected = crate::oracles::expected(&case, key);
            assert!((value / expected - 1.0).abs() < 1e-9, "our formula for {key}");
        }
        verdicts.extend(compared(&case, &theory, &simulated(&case)));
    }
    judge(&verdicts);
}

#[test]
fn other_cases_of_the_kind_come_out() {
    let cases = [
        ((120.0, 24.0), 3.0, 3.0, 400.0, 2.0, 10.0),
        ((20.0, 3.0), 7.0, 8.0, 170.0, 1.0, 19.0),
        ((500.0, 100.0), 2.0, 3.0, 1700.0, 0.5, 4.0),
        ((8.0, 1.5), 10.0, 10.0, 78.0, 3.0, 3.0),
        ((50.0, 8.0), 0.0, 1.0, 58.0, 1.0, 9.0),
        ((1000.0, 150.0), 1.0, 1.0, 1100.0, 1.0, 5.0),
        ((75.0, 14.0), 6.0, 6.0, 490.0, 1.0, 30.0),
    ];
    let mut verdicts = Vec::new();
    for ((mean, sd), lead_time, exposure, level, holding, shortage) in cases {
        let inputs = json!({
            "demand_mean": mean,
            "demand_sd": sd,
            "lead_time": lead_time,
            "exposure_periods": exposure,
            "base_stock_level": level,
            "holding_cost": holding,
            "stockout_cost": shortage,
        });
        let name = format!("N({mean}, {sd}) L {lead_time} exposure {exposure} S {level}");
        let case = case("base_stock_normal", &name, inputs);
        verdicts.extend(compared(&case, &theory(&case), &simulated(&case)));
    }
    judge(&verdicts);
}
