//! The model: what happens in a plan, and the formulas of the field. It knows no files and no words; `beredd` hands it on under the same
//! names.
//!
//! A crate of its own, so that the compiler sees to it, and so that a change of words does not build the model anew.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod engine;
pub mod inventory;
pub mod order;
pub mod plan;
pub mod random;
pub mod sim;
pub mod stats;
pub mod time;
pub mod units;
