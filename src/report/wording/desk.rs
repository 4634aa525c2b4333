//! What the tools of the stock desk say.

use super::Language;

pub mod eoq;
pub mod service;
pub mod slotting;
