//! What the tools of the stock desk say.

use super::Language;

pub mod reorder;
pub mod shortages;
pub mod suppliers;
