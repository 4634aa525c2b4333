//! What the tools of the stock desk print, draw and write.

pub mod import;
mod problems;
pub mod reorder;

pub mod shortages;
pub mod suppliers;
pub mod template;
mod told;

pub use problems::{assumed, leaf as problems_leaf, problems};
pub use told::{Part, Told};
