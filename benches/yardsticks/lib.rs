//! What the model is measured against. A package of its own, compiled as the model is.
#![forbid(unsafe_code)]

pub mod by_hand;
#[path = "../hold/mod.rs"]
pub mod hold;
