//! Lists as offices keep them, CSV or Excel, Swedish or English: rows of typed cells, what was assumed in reading them, and one
//! table of problems. Nothing is guessed in silence, and nothing is half read: one problem, and there is no list.
//!
//! A crate of its own that knows nothing of the others; `beredd` hands it on as `beredd::sheet`.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod cells;
mod clock;
mod column;
mod date;
mod decode;
mod excel;
mod header;
mod listing;
mod number;
mod options;
mod problem;
mod raw;
mod reading;
mod signs;
mod traces;
mod typed;

pub use cells::{Split, split_from};
pub use clock::shown as shown_time;
pub use column::{Column, Kind, Must};
pub use decode::Encoding;
pub use listing::{Assumed, Listing, Row};
pub use number::{Decimal, parse_number};
pub use options::{Check, Options};
pub use problem::{Fault, Limit, Problem, Problems, column_letters};
pub use raw::separator;
pub use reading::{read, read_bytes};
pub use traces::{is_sum, looks_like_formula};

/// Most bytes of a CSV file; with the text decoded and its cells kept, reading stays below 500 MB of memory.
pub const MOST_BYTES: u64 = 128 << 20;
/// Most bytes of a workbook after unpacking, as it is counted and not as it says itself.
pub const MOST_UNPACKED: u64 = 200 << 20;
/// Most columns.
pub const MOST_COLUMNS: u32 = 1_024;
/// Most cells of a sheet of a workbook.
pub const MOST_CELLS: usize = 4_000_000;
/// Most rows: as many as Excel has.
pub const MOST_ROWS: u32 = 1_048_576;
/// Letters of a cell that a problem keeps; a cell may be as long as its file.
pub const MOST_LETTERS: usize = 200;
/// Problems that are kept with their place; the others are counted by kind.
pub const MOST_PROBLEMS: usize = 1_000;
