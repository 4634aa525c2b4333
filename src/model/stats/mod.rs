//! Estimates with their uncertainty, from independent replications or from observed durations.
//!
//! A bound that the data cannot give is `None`, never a large number and never NaN. Sums run in the order of the
//! values, so the same replications give the same last digit. Values must be finite where nothing else is said.

pub mod censored_lognormal;
pub mod chi_squared;
pub mod estimate;
pub mod kruskal_wallis;
pub mod mann_whitney;
pub mod paired;
pub mod poisson;
pub mod product_limit;
pub mod proportion;
pub mod quantile;
pub mod ratio;
pub mod root;
