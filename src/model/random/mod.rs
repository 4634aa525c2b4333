//! Randomness without generator state: a stream is a key, an occurrence is a fresh counter block
//! (dates of demand share one in pairs: [`dated`]).
//!
//! A draw depends only on (seed, replication, stable name, occurrence). Copying the state of a replication therefore
//! copies no randomness, and adding an article or a warehouse moves nobody else's draws (common random numbers).

pub mod block;
pub mod counts;
pub mod dated;
mod duration;
pub mod gamma;
pub mod key;
pub mod laws;
pub mod normal;
mod normal_tables;
pub mod sampling;
pub mod truncated_normal;
