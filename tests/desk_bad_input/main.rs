//! Lists that are broken in the ways in which lists break: each is refused with one table of problems that names the row, the
//! column and the reason; nothing is written, and nothing panics. And names that would be formulas, markup or commands.

mod files;
mod large;
mod names;
mod stand;
mod workbooks;
