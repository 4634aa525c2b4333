//! Laws of lead times and durations.
use serde::{Deserialize, Serialize};

/// Law of a lead time in days, driven by a standard normal score so that a persistent score gives persistent delays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum LeadTimeLaw {
    /// Always the same.
    Fixed {
        /// Days.
        days: f64,
    },
    /// exp(μ + σ z).
    Lognormal {
        /// Mean of the logarithm (ln days).
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// The value whose cumulative probability first reaches Φ(z).
    Discrete {
        /// Values in days, ascending.
        days: Vec<f64>,
        /// Cumulative probabilities, the last one 1.
        cumulative: Vec<f64>,
    },
}

/// Law of a down-time in days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum DurationLaw {
    /// Always the same.
    Fixed {
        /// Days.
        days: f64,
    },
    /// exp(μ + σ z).
    Lognormal {
        /// Mean of the logarithm (ln days).
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
}
