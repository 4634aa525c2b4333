//! Laws of durations that are written like those of lead times: exponential, geometric, gamma, empirical.

use super::amount::{AT_LEAST_A_DAY, DURATION};
use super::lead_time_laws;
use super::reader::Section;
use crate::random::laws::{DurationLaw, LeadTimeLaw};

/// `{ dist = "exponential", mean }`.
pub fn exponential(section: &mut Section<'_, '_>) -> Option<DurationLaw> {
    match lead_time_laws::exponential(section)? {
        LeadTimeLaw::Exponential { mean } => Some(DurationLaw::Exponential { mean }),
        _ => None,
    }
}

/// `{ dist = "geometric", mean }`: whole days, at least one.
pub fn geometric(section: &mut Section<'_, '_>) -> Option<DurationLaw> {
    section.required("mean");
    let least = super::amount::Measure { least: AT_LEAST_A_DAY.least, ..DURATION };
    section.amount("mean", least).map(|mean| DurationLaw::Geometric { mean })
}

/// `{ dist = "gamma", mean, cv }`.
pub fn gamma(section: &mut Section<'_, '_>) -> Option<DurationLaw> {
    match lead_time_laws::gamma(section)? {
        LeadTimeLaw::Gamma { shape, scale } => Some(DurationLaw::Gamma { shape, scale }),
        _ => None,
    }
}

/// `{ dist = "empirical", days = […] }` or `{ dist = "empirical", file, column }`.
pub fn empirical(section: &mut Section<'_, '_>) -> Option<DurationLaw> {
    match lead_time_laws::empirical(section)? {
        LeadTimeLaw::Discrete { days, cumulative } => Some(DurationLaw::Discrete { days, cumulative }),
        _ => None,
    }
}
