//! Studies: which cells to run (scenario × reserve), running them in parallel, and what the replications say together.

pub mod batch;
pub mod collect;
pub mod comparison;
pub mod design;
pub mod findings;
pub mod row;
pub mod tally;
