//! Keys of streams: a stable name, the seed of the study and the number of the replication, mixed, never added.

use super::block::Block;
use serde::{Deserialize, Serialize};

/// The fingerprint of a stable name such as `demand / umea / gloves-m`.
///
/// FNV-1a (Fowler, Noll, Vo 1991) over the parts, each ended by the byte 0xFF, which UTF-8 never contains, so that
/// `["ab", "c"]` and `["a", "bc"]` differ. The compiler of a plan refuses two streams with one fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StreamName(pub u64);

impl StreamName {
    /// The fingerprint of the parts of a name, in their order.
    pub fn new(parts: &[&str]) -> StreamName {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut absorb = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        for part in parts {
            part.bytes().for_each(&mut absorb);
            absorb(0xff);
        }
        StreamName(mix(hash))
    }
}

/// What all streams of one replication share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplicationKey(u64);

impl ReplicationKey {
    /// The key of replication `number` under `seed`.
    pub fn new(seed: u64, number: u64) -> ReplicationKey {
        ReplicationKey(mix(mix(seed ^ 0x6a09_e667_f3bc_c908) ^ mix(number ^ 0xbb67_ae85_84ca_a73b).rotate_left(32)))
    }

    /// The stream of a name. Within a replication different names get different keys, since mixing is one-to-one.
    pub fn stream(self, name: StreamName) -> StreamKey {
        StreamKey(mix(self.0 ^ name.0))
    }
}

/// The key of one stream in one replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamKey(pub(crate) u64);

impl StreamKey {
    /// A fresh block of draws for the k-th occurrence of what the stream is about (a date, an order, a failure).
    #[inline]
    pub fn occurrence(self, k: u64) -> Block {
        Block::new(self.0, k)
    }
}

/// A one-to-one mixing of 64 bits (the finaliser of SplitMix64, Steele, Lea & Flood 2014, variant 13 of Stafford).
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_border_between_parts_counts() {
        assert_ne!(StreamName::new(&["ab", "c"]), StreamName::new(&["a", "bc"]));
        assert_ne!(StreamName::new(&["a"]), StreamName::new(&["a", ""]));
    }

    #[test]
    fn seed_and_replication_are_not_exchangeable() {
        assert_ne!(ReplicationKey::new(1, 2), ReplicationKey::new(2, 1));
        assert_ne!(ReplicationKey::new(1, 1), ReplicationKey::new(2, 2));
    }
}
