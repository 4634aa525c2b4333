//! The shipped region: its values, where they come from, and what must hold of its results whatever they are.

#[expect(dead_code, reason = "a part of it is used here")]
#[path = "../support/mod.rs"]
mod support;

mod alternatives;
mod conservation;
mod fact_file;
mod origins;
mod presets;
mod results;
