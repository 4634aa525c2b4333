//! Every number of the format against values that are not its numbers: refused with its place, or shown to be valid.

mod dates;
mod files;
mod rows;
mod rows_events;
mod rows_rules;
mod rows_staff;
mod values;
