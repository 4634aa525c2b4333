//! Suppliers that stop: the given cases (kinds `base_stock_with_disruptions`, `markov_disruption`, `eoq_with_disruptions`)
//! through the files of `scenarios/theory`.

#[expect(dead_code, reason = "a part of it is used here")]
#[path = "support/mod.rs"]
mod support;

use beredd::sim::downtime::Downtime;
use beredd::sim::replication::Ready;
use beredd::study::findings::Estimate;
use beredd::verify::KNOWN_ANSWERS;
use beredd::verify::cases::{Case, Quantity, parse};
use support::{compiled, mean, ran, read, shipped, standard_error};

/// Replications of every case.
const REPLICATIONS: u32 = 400;
/// A program that is right stays within this many standard errors but for 8·10⁻⁹ (t with 399 degrees of freedom).
const LARGEST_Z: f64 = 5.9;

fn cases(kind: &str, count: usize) -> Vec<Case> {
    let cases = parse(KNOWN_ANSWERS).unwrap_or_else(|faults| panic!("{faults:?}"));
    let cases: Vec<Case> = cases.into_iter().filter(|case| case.kind == kind && case.simulate).collect();
    assert_eq!(cases.len(), count, "cases of kind {kind}");
    cases
}

fn optional(case: &Case, key: &str) -> Option<f64> {
    case.inputs.get(key).map(|value| value.as_f64().expect("a number"))
}

fn input(case: &Case, key: &str) -> f64 {
    optional(case, key).unwrap_or_else(|| panic!("{} gives {key}", case.name))
}

fn expected(case: &Case, key: &str) -> f64 {
    let Quantity::Number(number) = case.expected[key] else { panic!("{key} is a number") };
    number
}

/// Holds an estimate to what must come out, without any tolerance but its own error, which must be small enough.
#[track_caller]
fn judge(case: &Case, key: &str, estimate: &Estimate, scale: f64) {
    let (wanted, got, error) = (expected(case, key), mean(estimate) * scale, standard_error(estimate) * scale);
    println!("{:<42} {key:<16} {wanted:>12.6} {got:>12.6} z {:>6.2}", case.name, (got - wanted) / error);
    assert!(1.97 * error <= 0.02 * wanted, "{}: too few replications", case.name);
    assert!((got - wanted).abs() < LARGEST_Z * error, "{}: {wanted} {got}", case.name);
}

fn markov(case: &Case) -> [String; 3] {
    [
        format!("disruption.down.up.mean={} days", 1.0 / input(case, "disruption_prob")),
        format!("disruption.down.duration.mean={} days", 1.0 / input(case, "recovery_prob")),
        "endurance.probes=0".to_owned(),
    ]
}

#[test]
fn base_stock_with_a_supplier_that_stops() {
    for case in &cases("base_stock_with_disruptions", 2) {
        let level = optional(case, "base_stock_level").unwrap_or_else(|| expected(case, "base_stock_level"));
        let mut settings = vec![
            format!("policy.store.level={level} units"),
            format!("article.item.demand={} units/day", input(case, "demand")),
            format!("cost.holding={} SEK/unit/day", input(case, "holding_cost")),
            format!("cost.backorder={} SEK/unit/day", input(case, "stockout_cost")),
            format!("study.replications={REPLICATIONS}"),
        ];
        settings.extend(markov(case));
        let found = ran(&shipped("scenarios/theory/base_stock_with_disruptions.toml"), &settings, None).findings;
        let cost = &found.cells[0].cost.total;
        judge(case, "cost_per_period", cost, 1.0 / 365.0);
    }
}

#[test]
fn a_supplier_is_up_as_often_and_down_as_long_as_the_chain_says() {
    for case in cases("markov_disruption", 2) {
        let mut settings = markov(&case).to_vec();
        settings.push(format!("study.replications={REPLICATIONS}"));
        let path = shipped("scenarios/theory/markov_disruption.toml");
        let found = ran(&path, &settings, None).findings;
        let fill = &found.cells[0].metrics["fill_rate"];
        judge(&case, "availability", fill, 1.0);
        let cells = compiled(&read(&path, &settings));
        let ready = Ready::new(&cells[0].plan);
        let (mut days, mut begins, mut durations) = (0_u32, 0_u32, Vec::new());
        for number in 0..u64::from(REPLICATIONS) {
            let mut downtime = Downtime::new(ready.first());
            ready.observe(1, number, &mut downtime).expect("units are conserved");
            days += downtime.days;
            begins += downtime.processes[0].begins;
            durations.extend_from_slice(&downtime.processes[0].durations);
        }
        let count = durations.len() as f64;
        let length = durations.iter().map(|&days| f64::from(days)).sum::<f64>() / count;
        let longer = durations.iter().filter(|&&days| days > 14).count() as f64 / count;
        let yearly = 365.0 * f64::from(begins) / f64::from(days);
        for (key, got) in [
            ("mean_disruption_length", length),
            ("p_disruption_longer_than_14", longer),
            ("disruptions_per_365", yearly),
        ] {
            let wanted = expected(&case, key);
            println!("{:<42} {key:<30} {wanted:>12.6} {got:>12.6}", case.name);
            // 10 000 days · 400 replications hold 10 000 stops or more: standard errors are below 1.3 %, of the rare long ones.
            assert!((got / wanted - 1.0).abs() < 0.04, "{} {key}: {wanted} {got}", case.name);
        }
    }
}

#[test]
fn the_lot_that_meets_a_supplier_that_stops() {
    for case in &cases("eoq_with_disruptions", 1) {
        let daily = input(case, "demand_rate") / 1000.0;
        let settings = vec![
            format!("policy.store.lot={:.3} units", expected(case, "order_quantity")),
            format!("policy.store.point={daily} units"),
            format!("article.item.demand={daily} units/day"),
            format!("disruption.down.up.mean={} days", 1000.0 / input(case, "disruption_rate")),
            format!("disruption.down.duration.mean={} days", 1000.0 / input(case, "recovery_rate")),
            format!("lane.in.per-order={} SEK/order", 1000.0 * input(case, "fixed_cost")),
            format!("cost.holding={} SEK/unit/day", input(case, "holding_cost")),
            format!("cost.lost={} SEK/unit", 1000.0 * input(case, "stockout_cost_per_unit")),
            "endurance.probes=0".to_owned(),
            // A replication holds some six stops that cost anything, so 2 000 of them tell the cost to about half a percent.
            "study.replications=2000".to_owned(),
        ];
        let found = ran(&shipped("scenarios/theory/eoq_with_disruptions.toml"), &settings, None).findings;
        let (got, wanted) = (mean(&found.cells[0].cost.total) / 365.0, expected(case, "cost_per_year"));
        println!("{:<42} cost_per_year {wanted:>12.4} {got:>12.4}", case.name);
        // Days stand for steady time, so the answer is not exact; the case allows 2 %.
        assert!((got / wanted - 1.0).abs() < case.simulation_tolerance.expect("one of a simulation"), "{wanted} {got}");
    }
}
