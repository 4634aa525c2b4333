//! Known answers: one article, one store, one supplier, through files, plan and replications, against closed forms.
//!
//! Runs go through the room `verify`, as those of the command do. `given.rs` judges every given case that can be simulated as
//! the command does. The rest is sharper: base stock, periodic review and endurance, given cases and others whose answers are
//! computed here, without a tolerance. No expected value is known to the program.
//!
//! **False alarms.** Seeds are fixed, so a test passes or fails for good until a change draws anew. Each comparison then
//! fails a right program with the probability that Student's t with n − 1 degrees of freedom is beyond ±5.9: 8·10⁻⁹ for the
//! 400 replications used here (4·10⁻⁹ for the normal limit). `verdict::COMPARISONS` of them make less than 10⁻⁶ for this
//! program. **Power.** `power.rs` plants a bias of 1 % in demand and expects to see it.

#[expect(dead_code, reason = "a part of it is used here")]
#[path = "../support/mod.rs"]
mod support;

mod base_stock;
mod endurance;
mod formulas;
mod given;
mod newsvendor;
mod oracles;
mod periodic_review;
mod power;
mod verdict;
