//! The engine of Beredd and the ground it stands on, from the program's own source, without the rest of the program: all of it takes
//! minutes to build, this a second.

#[path = "../../../../src/model/engine/mod.rs"]
pub mod engine;
#[path = "../../../../src/model/random/mod.rs"]
pub mod random;
#[path = "../../../../src/model/time.rs"]
pub mod time;
