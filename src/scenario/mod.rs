//! From files to a plan: draft (spanned tree) → merge → scenario (names and units, checked) → plan (indices, arrays).

pub mod diagnosis;
pub mod model;
pub mod render;
pub mod source;
pub mod tree;
