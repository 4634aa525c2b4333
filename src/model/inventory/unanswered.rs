//! Why a formula has no answer, and the checks that come before it.

use std::fmt;

/// Why a formula has no answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unanswered {
    /// The parameter at fault, by its name in the formula.
    pub parameter: &'static str,
    /// Its value; `None` where the reason says enough.
    pub value: Option<f64>,
    /// What the formula needs.
    pub needs: &'static str,
}

impl Unanswered {
    /// A parameter that leaves the formula without an answer.
    pub fn because(parameter: &'static str, needs: &'static str) -> Unanswered {
        Unanswered { parameter, value: None, needs }
    }
}

impl fmt::Display for Unanswered {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Some(value) => write!(to, "{value} given, but it must be {}", self.needs),
            None => to.write_str(self.needs),
        }
    }
}

impl std::error::Error for Unanswered {}

/// A finite number above 0.
pub(super) fn positive(parameter: &'static str, value: f64) -> Result<(), Unanswered> {
    need(value.is_finite() && value > 0.0, parameter, value, "a number above 0")
}

/// A finite number of at least 0.
pub(super) fn not_negative(parameter: &'static str, value: f64) -> Result<(), Unanswered> {
    need(value.is_finite() && value >= 0.0, parameter, value, "a number of at least 0")
}

/// A finite number.
pub(super) fn finite(parameter: &'static str, value: f64) -> Result<(), Unanswered> {
    need(value.is_finite(), parameter, value, "a finite number")
}

/// A probability above 0 and below 1.
pub(super) fn inside_unit(parameter: &'static str, value: f64) -> Result<(), Unanswered> {
    need(value > 0.0 && value < 1.0, parameter, value, "above 0 and below 1")
}

/// A whole number of at least 0 that a float holds exactly.
pub(super) fn whole(parameter: &'static str, value: f64) -> Result<u64, Unanswered> {
    let good = (0.0..9e15).contains(&value) && libm::floor(value) == value;
    need(good, parameter, value, "a whole number of at least 0")?;
    Ok(value as u64)
}

/// Refuses the value unless the condition holds.
pub(super) fn need(holds: bool, parameter: &'static str, value: f64, needs: &'static str) -> Result<(), Unanswered> {
    if holds { Ok(()) } else { Err(Unanswered { parameter, value: Some(value), needs }) }
}
