//! Beredd: a discrete-event simulator of health-care supply.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod engine;
pub mod plan;
pub mod random;
pub mod scenario;
pub mod stats;
pub mod time;
pub mod units;
