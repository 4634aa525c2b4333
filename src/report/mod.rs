//! From findings to text and files: tables, results.json, CSV, charts and the page; and from results.json back.
//!
//! Pure functions: nothing is read or printed.

pub mod book;
pub mod chart;
pub mod csv;
pub mod cut_own;
pub mod desk;
pub mod explain;
pub mod failing;
pub mod headline;
pub mod json;
pub mod largest_site;
pub mod name;
pub mod number;
pub mod page;
pub mod pairs;
pub mod slices;
pub mod table;
pub mod wording;
