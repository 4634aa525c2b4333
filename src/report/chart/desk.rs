//! Charts of the stock desk.

pub mod eoq;
mod lines;
pub mod service;
pub mod shortage_cost;
