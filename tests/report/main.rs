//! The reports: whole tables, the shape of the JSON, the CSV and the chart, made from invented findings.

mod breaking;
mod builder;
mod chart;
mod csv;
mod exposure;
mod frontier;
mod json;
mod largest_site;
mod markup;
mod money;
mod page;
mod phases;
mod read;
mod tables;
mod torn;
mod zero;
