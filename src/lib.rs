//! Beredd: a discrete-event simulator of health-care supply.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub use beredd_model::{engine, inventory, order, plan, random, sim, stats, time, units};
pub use beredd_sheet as sheet;

pub mod cli;
pub mod desk;
pub mod items;
pub mod project;
pub mod report;
pub mod scenario;
pub mod study;
pub mod verify;
