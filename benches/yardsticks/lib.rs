//! What the model is measured against. A package of its own, so that it is compiled for speed like the model.
#![forbid(unsafe_code)]

pub mod by_hand;
#[path = "../hold/mod.rs"]
pub mod hold;
