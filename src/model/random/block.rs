//! Counter blocks: the draws of one occurrence, computed from its number and never from the draw before.
//!
//! The generator is Philox2x64 with seven rounds (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy
//! as 1, 2, 3"): a keyed one-to-one scrambling of a 128-bit counter. The key is the stream's, the counter is
//! (occurrence, index), and each pair (occurrence, index) gives two words. Six rounds pass BigCrush in the authors'
//! tests; seven leave a margin, and their published known answers are tests below.

use rand::TryRng;
use rand::rand_core::utils::fill_bytes_via_next_word;
use std::convert::Infallible;

/// Multiplier of Philox2x64 (Salmon et al. 2011).
const MULTIPLIER: u64 = 0xd2b7_4407_b1ce_6e93;
/// What the key grows by each round: the golden ratio in 64 bits.
const WEYL: u64 = 0x9e37_79b9_7f4a_7c15;
/// Rounds of scrambling.
const ROUNDS: u32 = 7;

/// Scrambles a counter under a key: `rounds` rounds of Philox2x64.
#[inline(always)]
fn philox(counter: [u64; 2], mut key: u64, rounds: u32) -> [u64; 2] {
    let [mut left, mut right] = counter;
    for _ in 0..rounds {
        let product = u128::from(left) * u128::from(MULTIPLIER);
        left = (product >> 64) as u64 ^ key ^ right;
        right = product as u64;
        key = key.wrapping_add(WEYL);
    }
    [left, right]
}

/// The draws of one occurrence of one stream, a generator for rand's traits.
///
/// Opening a block costs nothing; every second word costs one scrambling. A block never runs dry (2⁶⁵ words). It is
/// not `Copy`, since a copy would repeat draws unseen.
///
/// ```
/// use beredd_model::random::key::{ReplicationKey, StreamName};
/// use rand::Rng;
///
/// let stream = ReplicationKey::new(2024, 0).stream(StreamName::new(&["demand", "umea", "gloves-m"]));
/// let (mut today, mut again) = (stream.occurrence(17), stream.occurrence(17));
/// assert_eq!(today.next_u64(), again.next_u64());
/// assert_ne!(today.next_u64(), stream.occurrence(18).next_u64());
/// ```
#[derive(Clone, Debug)]
pub struct Block {
    key: u64,
    occurrence: u64,
    /// Counter blocks already scrambled.
    index: u64,
    /// The second word of the latest counter block, if nobody has taken it.
    waiting: Option<u64>,
}

impl Block {
    /// The block of an occurrence under a key.
    #[inline]
    pub fn new(key: u64, occurrence: u64) -> Block {
        Block::starting_at(key, occurrence, 0)
    }

    /// The block of an occurrence from its counter block `index` on.
    #[inline]
    pub(super) fn starting_at(key: u64, occurrence: u64, index: u64) -> Block {
        Block { key, occurrence, index, waiting: None }
    }

    /// The two words of one counter block.
    #[inline(always)]
    pub(super) fn words(key: u64, occurrence: u64, index: u64) -> [u64; 2] {
        philox([occurrence, index], key, ROUNDS)
    }

    #[inline(always)]
    fn word(&mut self) -> u64 {
        if let Some(word) = self.waiting.take() {
            return word;
        }
        let [first, second] = Block::words(self.key, self.occurrence, self.index);
        self.index += 1;
        self.waiting = Some(second);
        first
    }

    /// A uniform draw in [0, 1): 53 bits, k / 2⁵³. Takes one word.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        unit_from(self.word())
    }

    /// A uniform draw in (0, 1): 52 bits, (k + ½) / 2⁵², symmetric about ½ and fit for logarithms. Takes one word.
    #[inline]
    pub fn open_unit(&mut self) -> f64 {
        open_unit_from(self.word())
    }
}

/// The top 53 bits of a word as a number in [0, 1).
#[inline(always)]
pub(super) fn unit_from(word: u64) -> f64 {
    const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
    (word >> 11) as f64 * STEP
}

/// The top 52 bits of a word as a number in (0, 1), at the middle of its step.
#[inline(always)]
pub(super) fn open_unit_from(word: u64) -> f64 {
    const HALF_STEP: f64 = 1.0 / (1_u64 << 53) as f64;
    (word >> 11 | 1) as f64 * HALF_STEP
}

impl TryRng for Block {
    type Error = Infallible;

    /// The high half of one word.
    #[inline]
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.word() >> 32) as u32)
    }

    #[inline]
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.word())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        fill_bytes_via_next_word(bytes, || self.try_next_u64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::Rng;

    /// Digits of π as counter and key, as in Random123's `kat_vectors`.
    const PI: ([u64; 2], u64) = ([0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344], 0xa409_3822_299f_31d0);
    const ZEROS: ([u64; 2], u64) = ([0; 2], 0);
    const ONES: ([u64; 2], u64) = ([u64::MAX; 2], u64::MAX);

    #[test]
    fn known_answers_of_random123() {
        for (rounds, (counter, key), answer) in [
            (7, ZEROS, [0xb41d_a69f_bfef_c666, 0x511e_9ce1_a553_4056]),
            (7, ONES, [0xa469_6cc0_4462_015d, 0x7247_82da_e171_69e9]),
            (7, PI, [0x98ed_1534_392b_f372, 0x6752_8b15_6888_2fd5]),
            (10, ZEROS, [0xca00_a045_9843_d731, 0x66c2_4222_c9a8_45b5]),
            (10, ONES, [0x65b0_21d6_0cd8_310f, 0x4d02_f322_2f86_df20]),
            (10, PI, [0x0a5e_742c_2997_341c, 0xb0f8_83d3_8000_de5d]),
        ] {
            assert_eq!(philox(counter, key, rounds), answer, "{rounds} rounds");
        }
    }

    #[test]
    fn words_come_in_counter_order() {
        let mut block = Block::new(0, 0);
        let words = [block.next_u64(), block.next_u64(), block.next_u64(), block.next_u64()];
        let [third, fourth] = philox([0, 1], 0, 7);
        assert_eq!(words, [0xb41d_a69f_bfef_c666, 0x511e_9ce1_a553_4056, third, fourth]);
    }

    #[test]
    fn bytes_are_the_words_in_little_endian_order() {
        let mut bytes = [0; 16];
        Block::new(0, 0).fill_bytes(&mut bytes);
        assert_eq!(bytes[..8], 0xb41d_a69f_bfef_c666_u64.to_le_bytes());
        assert_eq!(bytes[8..], 0x511e_9ce1_a553_4056_u64.to_le_bytes());
        assert_eq!(Block::new(0, 0).next_u32(), 0xb41d_a69f);
    }

    #[test]
    fn units_keep_to_their_intervals() {
        assert_eq!((unit_from(0), unit_from(u64::MAX)), (0.0, 1.0 - f64::EPSILON / 2.0));
        assert_eq!((open_unit_from(0), open_unit_from(u64::MAX)), (f64::EPSILON / 2.0, 1.0 - f64::EPSILON / 2.0));
    }
}
