//! The real program, as a person at a terminal or a script meets it: exit codes, what goes where, and what is left on the disk.

mod bad_input;
mod breaking_point;
mod explain;
mod exposure;
mod frontier;
mod idle;
mod lists;
mod output;
mod overwriting;
mod places;
mod project;
mod report;
mod sensitivity;
mod settings;
mod stage;
mod stock_classes;
mod stock_grammar;
mod stock_lists;
mod stock_week;
mod swedish;
mod switched_off;
mod trace;
mod two_at_once;
mod usage;
mod verify;
