//! Inventory theory and rules, shared by the simulator and the stock desk. Pure functions.

pub mod levels;
pub mod reorder;
