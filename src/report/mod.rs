//! From findings to text and files: tables, results.json, CSV and the chart.
//!
//! Pure functions: nothing is read or printed.

pub mod chart;
pub mod csv;
pub mod explain;
pub mod headline;
pub mod json;
pub mod name;
pub mod number;
pub mod table;
pub mod wording;
