//! Inventory theory and rules, shared by the simulator and the stock desk. Pure functions.
//!
//! Rules in days and reorder rules come first; the other files are closed forms and numerical answers of the
//! literature, which `verify` holds against the simulator. A formula that has no answer says why ([`unanswered`]).

pub mod abc;
pub mod base_stock;
pub mod bullwhip;
pub mod continuous_review;
pub mod dynamic_lot_size;
pub mod endurance;
pub mod forecast;
pub mod guaranteed_service;
pub mod hadley_whitin;
pub mod just_in_time;
pub mod lead_time_demand;
pub mod levels;
pub mod loss;
pub mod lost_customer;
pub mod lost_sales;
pub mod lot_size;
pub mod newsvendor;
pub mod one_for_one;
pub mod paired_shortage;
pub mod periodic_review;
pub mod perishable;
pub mod poisson_review;
pub mod power_approximation;
pub mod quantity_discount;
pub mod random_yield;
pub mod reorder;
pub mod retail_margin;
pub mod risk_pooling;
pub mod room;
pub mod rotation;
pub mod safety_stock;
pub mod serial_system;
pub mod service_level;
pub mod slow_stock;
pub mod steadiness;
pub mod supply_disruption;
pub mod three_part_cost;
pub mod turnover_target;
pub mod two_echelon;
pub mod unanswered;
pub mod waiting_line;
