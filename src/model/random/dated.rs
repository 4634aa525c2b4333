//! Draws by date for the law that is drawn most: a standard normal score and a share for rounding, both from one word.
//!
//! Two neighbouring dates share one scrambling: date d takes word d mod 2 of the counter block (⌊d/2⌋, 0). The rare score
//! that its first word does not settle takes more words, from the counter blocks (d, 1), (d, 2), … that no other date uses.
//! A word gives the layer of the ziggurat (8 bits), the share (20 bits) and the fraction of the layer (36 bits): disjoint
//! bits, so layer, share and score are independent.

use super::block::Block;
use super::key::StreamKey;
use super::normal::from_layer;
use super::sampling::rounded_stochastically;

/// Bits of a share.
const SHARE_BITS: u32 = 20;

/// The draws of one date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dated {
    /// A standard normal draw.
    pub score: f64,
    /// A uniform draw for rounding.
    pub share: Share,
}

/// A uniform draw from 0, 1, … 2²⁰ − 1, in units of 2⁻²⁰.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share(u32);

impl Share {
    /// As a number in [0, 1).
    #[inline]
    pub fn unit(self) -> f64 {
        f64::from(self.0) / f64::from(1 << SHARE_BITS)
    }

    /// ⌊x + share⌋ with x first rounded to the nearest multiple of 2⁻²⁰: a whole number whose mean is that x. A whole x
    /// comes back as itself.
    ///
    /// # Panics
    /// If |x| > 2⁵¹, or x is not a number.
    #[inline(always)]
    pub fn round(self, x: f64) -> i64 {
        // Adding 3·2³¹ pushes what is finer than 2⁻²⁰ out of the float: its bits count multiples of 2⁻²⁰.
        const LARGEST: f64 = (1_u64 << 31) as f64;
        const SHIFT: f64 = 3.0 * LARGEST;
        if x.abs() <= LARGEST {
            let multiples = (x + SHIFT).to_bits().wrapping_sub(SHIFT.to_bits()) as i64;
            (multiples + i64::from(self.0)) >> SHARE_BITS
        } else {
            self.round_large(x)
        }
    }

    /// Beyond 2³¹ the fraction is rounded by the share alone.
    #[cold]
    fn round_large(self, x: f64) -> i64 {
        rounded_stochastically(x, self.unit())
    }
}

impl StreamKey {
    /// The draws of dates 2 `pair` and 2 `pair` + 1.
    #[inline(always)]
    pub fn pair_of_dates(self, pair: i64) -> [Dated; 2] {
        let words = Block::words(self.0, pair.cast_unsigned(), 0);
        // Inlined, or the draws take the way through memory: twice the time (`cargo bench`).
        [dated(self.0, pair << 1, words[0]), dated(self.0, pair << 1 | 1, words[1])]
    }

    /// The draws of one date; equal to its part of [`StreamKey::pair_of_dates`].
    pub fn date(self, date: i64) -> Dated {
        let [even, odd] = self.pair_of_dates(date.div_euclid(2));
        if date.rem_euclid(2) == 0 { even } else { odd }
    }
}

#[inline(always)]
fn dated(key: u64, date: i64, word: u64) -> Dated {
    const STEP: f64 = 1.0 / (1_u64 << 35) as f64;
    let layer = (word & 0xff) as usize;
    let share = Share((word >> 8) as u32 & ((1 << SHARE_BITS) - 1));
    // Odd multiples of 2⁻³⁵ in (−1, 1), symmetric about 0.
    let fraction = ((word as i64) >> 28 | 1) as f64 * STEP;
    let score = from_layer(layer, fraction, || Block::starting_at(key, date.cast_unsigned(), 1));
    Dated { score, share }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::key::{ReplicationKey, StreamName};

    fn stream() -> StreamKey {
        ReplicationKey::new(4, 0).stream(StreamName::new(&["dated"]))
    }

    #[test]
    fn a_share_rounds_to_the_floor_of_the_sum() {
        for k in -4000..4000_i32 {
            for j in 0..64 {
                let (x, share) = (f64::from(k) / 1024.0, Share(j << 14));
                assert_eq!(share.round(x), libm::floor(x + share.unit()) as i64, "{x} {share:?}");
            }
        }
    }

    #[test]
    fn whole_numbers_stay_whatever_the_share() {
        for x in [0, 1, 1 << 20, (1 << 31) - 1, 1 << 31, (1 << 31) + 1, 1 << 51, -1, -(1 << 31), -(1 << 51)] {
            assert_eq!(Share(0).round(x as f64), x);
            assert_eq!(Share((1 << SHARE_BITS) - 1).round(x as f64), x);
        }
    }

    #[test]
    fn large_needs_are_rounded_too() {
        let x = 2_f64.powi(40) + 0.25;
        assert_eq!(Share(0).round(x), 1 << 40);
        assert_eq!(Share((1 << SHARE_BITS) - 1).round(x), (1 << 40) + 1);
    }

    #[test]
    #[should_panic(expected = "cannot be rounded")]
    fn what_is_no_number_is_refused() {
        Share(0).round(f64::NAN);
    }

    #[test]
    fn a_date_is_its_part_of_the_pair() {
        let key = stream();
        for pair in -500..500 {
            assert_eq!(key.pair_of_dates(pair), [key.date(2 * pair), key.date(2 * pair + 1)]);
        }
    }

    #[test]
    fn every_word_settles_or_takes_words_of_its_own() {
        // Dates whose scores leave the sure part: their further words come from (date, 1), not from a shared block.
        let key = stream();
        let mut scores: Vec<u64> = (0..200_000).map(|date| key.date(date).score.to_bits()).collect();
        scores.sort_unstable();
        scores.dedup();
        assert!(scores.len() > 199_900, "{} different scores", scores.len());
    }
}
