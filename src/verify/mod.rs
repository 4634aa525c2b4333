//! Theory against the program: known answers from a file of cases, and what the closed forms say about them.

pub mod cases;
pub mod closed;
