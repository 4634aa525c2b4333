//! Every given case that can be simulated, judged as the command judges it, with the decisions that the file of known answers
//! expects: no closed form of the program has a say.
//!
//! **False alarms.** A comparison fails a right program if the estimate is outside the tolerance and outside its interval of
//! 99.999 %; the sum of these chances is printed, and must be below 10⁻³. **Power.** The same cases with 1 % more demand
//! must fail wherever the interval is the judge, and the command as a whole.

use beredd::verify::KNOWN_ANSWERS;
use beredd::verify::cases::{Case, Quantity, parse};
use beredd::verify::found::Found;
use beredd::verify::simulate::{Luck, TOLD_LEVEL, run};
use beredd::verify::simulated::{KINDS, simulation};
use beredd::verify::verdict::Line;
use std::collections::BTreeSet;

/// Lines of a case that the simulation answers; `bias` multiplies the demand that is simulated.
fn lines(case: &Case, bias: f64) -> Vec<(Line, bool)> {
    let mut simulated = case.clone();
    for key in ["demand_mean", "demand_rate", "ward_demand_rate", "arrival_rate"] {
        if let Some(demand) = case.inputs.get(key).and_then(serde_json::Value::as_f64) {
            simulated.inputs.insert(key.to_owned(), (demand * bias).into());
        }
    }
    let simulation = simulation(&simulated, &case.expected).unwrap_or_else(|fault| panic!("{fault}"));
    let simulation = simulation.expect("the kind can be simulated");
    let tolerance = case.simulation_tolerance.expect("a case to simulate has a tolerance");
    let luck = Luck { seed: 1, jobs: None };
    let gave = run(&simulation, tolerance, luck).unwrap_or_else(|failure| panic!("{}: {failure:?}", case.name));
    let line = |(key, found): (&&'static str, &Found)| {
        let expected = case.expected.get(*key)?;
        let line = Line::simulated(key, Some(expected), found, None, tolerance);
        let sharp = matches!(found, Found::Days { .. }) || found.is_sharp(TOLD_LEVEL, tolerance);
        Some((line, sharp))
    };
    gave.found.iter().filter_map(line).collect()
}

fn given() -> Vec<Case> {
    let cases = parse(KNOWN_ANSWERS).unwrap_or_else(|faults| panic!("{faults:?}"));
    let simulated = |case: &Case| case.simulate && KINDS.iter().any(|kind| kind.name == case.kind);
    cases.into_iter().filter(simulated).collect()
}

fn tell(case: &Case, line: &Line) {
    let number = |quantity: &Quantity| match quantity {
        Quantity::Number(value) => *value,
        Quantity::List(_) => f64::NAN,
    };
    let expected = line.expected.as_ref().map_or(f64::NAN, number);
    let (low, got, high) = (number(&line.low), number(&line.got), number(&line.high));
    println!("{:<42} {:<18} {expected:>12.6} {got:>12.6} ({low:.6} to {high:.6})", case.name, line.key);
}

#[test]
fn every_given_case_comes_out_of_its_scenario_file() {
    let (mut compared, mut chance, mut kinds) = (0, 0.0, BTreeSet::new());
    for case in given() {
        let lines = lines(&case, 1.0);
        assert!(!lines.is_empty(), "{} compares nothing", case.name);
        for (line, sharp) in &lines {
            tell(&case, line);
            assert_eq!(line.agrees, Some(true), "{} {line:?}", case.name);
            assert!(sharp, "too few replications: {} {line:?}", case.name);
            chance += line.false_alarm;
            compared += 1;
        }
        kinds.insert(case.kind);
    }
    println!("{compared} comparisons of {} kinds, chance of a false alarm {chance:e}", kinds.len());
    assert_eq!(kinds.len(), KINDS.len(), "a kind without a given case");
    assert!(chance < 1e-3);
}

#[test]
fn one_per_cent_more_demand_makes_the_command_fail() {
    let mut failed = BTreeSet::new();
    for case in given() {
        for (line, _) in lines(&case, 1.01) {
            if line.agrees == Some(false) {
                tell(&case, &line);
                failed.insert(case.kind.clone());
            }
        }
    }
    println!("fail: {failed:?}");
    for kind in ["base_stock_normal", "endurance", "newsvendor_normal", "periodic_review_RS", "common_random_numbers"] {
        assert!(failed.contains(kind), "{kind} does not see the bias");
    }
}
