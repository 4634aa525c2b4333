//! The suppliers' scorecard from actual deliveries: what came in full and on time, how long it took, what is still owed.

mod card;
pub mod rows;
mod scorecard;

pub use card::{Card, Figure, Fulfilled, LeadTime, Verdict, card};
pub use rows::{OrderLine, Read, Receipt};
pub use scorecard::{Question, Scorecard, scorecard};

#[cfg(test)]
mod tests;
