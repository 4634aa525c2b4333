//! From files to a plan: draft (spanned tree) → merge → scenario (names and units, checked) → plan (indices, arrays).

pub mod compile;
pub mod model;
pub mod shortage_cases;
