//! What the tools of the stock desk print, draw and write.

pub mod import;
mod problems;
pub mod template;

pub use problems::{assumed, leaf as problems_leaf, problems};
