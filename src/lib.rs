//! Beredd: a discrete-event simulator of health-care supply.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod cli;
pub mod desk;
pub mod engine;
pub mod inventory;
pub mod items;
pub mod plan;
pub mod project;
pub mod random;
pub mod report;
pub mod scenario;
pub mod sheet;
pub mod sim;
pub mod stats;
pub mod study;
pub mod time;
pub mod units;
pub mod verify;
