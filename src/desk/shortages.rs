//! Monday morning: what runs out, until when, what stands in, and whom to call.

mod expected;
mod gap;
pub mod rows;
mod stand_in;
mod weekly;

pub use expected::{Expected, Source, TooLittle};
pub use rows::{Contact, Notice, OpenOrder, Pair, StockRow};
pub use stand_in::StandIn;
pub use weekly::{Empty, Lists, Question, Shortage, Shortages, shortages};

#[cfg(test)]
mod tests;
