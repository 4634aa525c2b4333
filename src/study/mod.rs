//! Studies: which cells to run (scenario × reserve), running them in parallel, and what the replications say together.

pub mod findings;
