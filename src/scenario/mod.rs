//! From files to plans.

pub mod shortage_cases;
