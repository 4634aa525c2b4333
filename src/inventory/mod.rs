//! Inventory theory and rules, shared by the simulator and the stock desk. Pure functions.

pub mod forecast;
pub mod levels;
pub mod reorder;
pub mod safety_stock;
