//! Article lists: the generator against the fact file, reading, and what a flow that is not assessed does.

#[expect(dead_code, reason = "a part of it is used here")]
#[path = "../support/mod.rs"]
mod support;
#[expect(dead_code, reason = "a part of it is used here")]
#[path = "../told/mod.rs"]
mod told;

mod bad_input;
mod calibration;
mod not_assessed;
mod reading;
mod same_bytes;
