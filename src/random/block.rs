//! Placeholder until the random room lands (see random/mod.rs).
/// A block of draws.
pub struct Block {
    pub(crate) key: u64,
    pub(crate) occurrence: u64,
}
impl Block {
    pub(crate) fn new(key: u64, occurrence: u64) -> Block {
        Block { key, occurrence }
    }
}
