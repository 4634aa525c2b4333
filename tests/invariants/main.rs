//! Metamorphic invariants: what a change that must not matter changes, over generated scenarios of every kind of rule. All of
//! them are exact; none needs a tolerance beyond the last öre.

mod changes;
mod costs;
mod monotone;
mod orders;
mod run;
mod scenario;
#[expect(dead_code, reason = "a part of it is used here")]
#[path = "../engines/splitmix.rs"]
mod splitmix;
