//! The engine: an event queue, a calendar of daily phases, and the clockwork that joins them. Knows nothing of supply.

pub mod calendar;
pub mod clockwork;
pub mod heap;
pub mod queue;
