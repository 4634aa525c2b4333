//! The stock desk: daily stock work on a real article list. Each tool is a pure function from lists to findings; the rules that it
//! applies stand in [`crate::inventory`], where the simulator takes them too.

pub mod abc;
pub mod annex;
pub mod consumption;
pub mod cross_abc;
pub mod days;
pub mod eoq;
pub mod fit;
pub mod holding;
pub mod lists;
pub mod reorder;
pub mod service;
pub mod shortage_cost;
pub mod shortages;
pub mod slotting;
pub mod stock_rows;
pub mod suppliers;
pub mod turnover;
