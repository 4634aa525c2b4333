//! `stock fit`: known laws are found again, patterns are not seen where there are none, and what is written runs.

mod hours;
mod program;
mod recovered;
