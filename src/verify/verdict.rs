//! The verdict on one quantity: what came out against what must come out.

use super::cases::Quantity;
use super::found::Found;
use super::simulate::{TOLD_LEVEL, VERDICT_LEVEL};

/// Where what came out comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A closed form or numerical answer.
    ClosedForm,
    /// The simulation.
    Simulation,
}

/// One quantity of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its key in the file of cases.
    pub key: String,
    /// What must come out, if the file says so.
    pub expected: Option<Quantity>,
    /// What came out.
    pub got: Quantity,
    /// Lower end of its 95 % interval; `got` itself for a closed form.
    pub low: Quantity,
    /// Upper end.
    pub high: Quantity,
    /// Whether they agree; nothing where nothing is expected.
    pub agrees: Option<bool>,
    /// Where `got` comes from.
    pub basis: Basis,
    /// The chance that this comparison fails a right program, at most.
    pub false_alarm: f64,
}

impl Line {
    /// A quantity that the closed form answers.
    pub fn closed(key: &str, expected: Option<&Quantity>, got: &Quantity, tolerance: f64) -> Line {
        Line {
            key: key.to_owned(),
            expected: expected.cloned(),
            got: got.clone(),
            low: got.clone(),
            high: got.clone(),
            agrees: expected.map(|expected| is_near(expected, got, tolerance)),
            basis: Basis::ClosedForm,
            false_alarm: 0.0,
        }
    }

    /// A quantity that the simulation answers. It agrees if it is within the tolerance or its own interval of what is
    /// expected, whichever is wider, and the closed form agrees too.
    pub fn simulated(
        key: &str,
        expected: Option<&Quantity>,
        found: &Found,
        closed: Option<(&Quantity, f64)>,
        tolerance: f64,
    ) -> Line {
        let number = |value| Quantity::Number(value);
        let (low, high) = found.interval(TOLD_LEVEL);
        let (mut agrees, mut false_alarm) = (None, 0.0);
        if let Some(expected) = expected {
            let by_formula = closed.is_none_or(|(closed, tolerance)| is_near(expected, closed, tolerance));
            let by_simulation = match expected {
                Quantity::Number(value) => {
                    false_alarm = found.chance_beyond(tolerance * libm::fabs(*value), VERDICT_LEVEL);
                    is_met(found, *value, tolerance)
                }
                Quantity::List(_) => false,
            };
            agrees = Some(by_formula && by_simulation);
        }
        Line {
            key: key.to_owned(),
            expected: expected.cloned(),
            got: number(found.estimate()),
            low: number(low),
            high: number(high),
            agrees,
            basis: Basis::Simulation,
            false_alarm,
        }
    }
}

/// Whether a finding is within the tolerance of what is expected, or its interval holds it.
fn is_met(found: &Found, expected: f64, tolerance: f64) -> bool {
    let (low, high) = found.interval(VERDICT_LEVEL);
    let near = libm::fabs(found.estimate() - expected) <= tolerance * libm::fabs(expected);
    near || (low..=high).contains(&expected)
}

/// Whether numbers agree to a relative tolerance; around an expected 0 it is absolute.
fn is_near(expected: &Quantity, got: &Quantity, tolerance: f64) -> bool {
    let near = |expected: f64, got: f64| {
        let scale = if expected == 0.0 { 1.0 } else { libm::fabs(expected) };
        libm::fabs(got - expected) <= tolerance * scale
    };
    match (expected, got) {
        (Quantity::Number(expected), Quantity::Number(got)) => near(*expected, *got),
        (Quantity::List(expected), Quantity::List(got)) => {
            expected.len() == got.len() && expected.iter().zip(got).all(|(expected, got)| near(*expected, *got))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wider_of_tolerance_and_interval_decides() {
        // Mean 3, standard error about 0.1: the interval of the verdict is about 3 ± 0.45.
        let found = Found::Mean((0..400).map(|k| f64::from(k % 7)).collect());
        let expected = |value| Quantity::Number(value);
        let agrees = |value, tolerance| Line::simulated("x", Some(&expected(value)), &found, None, tolerance).agrees;
        assert_eq!(agrees(3.3, 0.0), Some(true), "within the interval");
        assert_eq!(agrees(3.6, 0.0), Some(false), "outside");
        assert_eq!(agrees(3.6, 0.2), Some(true), "within the tolerance");
        let wrong_formula = Some((&expected(3.4), 1e-9));
        assert_eq!(Line::simulated("x", Some(&expected(3.0)), &found, wrong_formula, 0.2).agrees, Some(false));
        assert_eq!(Line::simulated("x", None, &found, wrong_formula, 0.2).agrees, None);
    }

    #[test]
    fn lists_agree_place_by_place() {
        let list = |values: &[f64]| Quantity::List(values.into());
        let agrees = |got: &[f64]| Line::closed("x", Some(&list(&[2.0, 0.0])), &list(got), 0.01).agrees;
        assert_eq!(agrees(&[2.01, 0.005]), Some(true));
        assert_eq!(agrees(&[2.03, 0.0]), Some(false));
        assert_eq!(agrees(&[2.0]), Some(false));
    }
}
