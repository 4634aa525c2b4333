//! What the tools of the stock desk print, draw and write.

pub mod abc;
pub mod cross_abc;
pub mod import;
mod problems;
pub mod template;
pub mod told;

pub use problems::{assumed, leaf as problems_leaf, problems};
