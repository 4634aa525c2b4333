//! Article lists: the generator of synthetic lists, and what a list holds in short.

pub mod apportion;
pub mod critical;
pub mod families;
pub mod generate;
pub mod render;
pub mod summary;
pub mod value;
