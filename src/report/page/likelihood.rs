//! Words for probability, bound to numbers (IPCC). A word never stands without its number.

use crate::report::wording::page::PageWord;

/// The word for a probability.
pub(super) fn word(probability: f64) -> PageWord {
    match probability {
        p if p > 0.99 => PageWord::VirtuallyCertain,
        p if p > 0.90 => PageWord::VeryLikely,
        p if p > 0.66 => PageWord::Likely,
        p if p >= 0.33 => PageWord::AsLikelyAsNot,
        p if p >= 0.10 => PageWord::Unlikely,
        p if p >= 0.01 => PageWord::VeryUnlikely,
        _ => PageWord::ExceptionallyUnlikely,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_change_where_the_scale_says() {
        let table = [
            (0.995, PageWord::VirtuallyCertain),
            (0.99, PageWord::VeryLikely),
            (0.90, PageWord::Likely),
            (0.66, PageWord::AsLikelyAsNot),
            (0.33, PageWord::AsLikelyAsNot),
            (0.329, PageWord::Unlikely),
            (0.10, PageWord::Unlikely),
            (0.099, PageWord::VeryUnlikely),
            (0.01, PageWord::VeryUnlikely),
            (0.009, PageWord::ExceptionallyUnlikely),
        ];
        for (probability, expected) in table {
            assert_eq!(word(probability), expected, "{probability}");
        }
    }
}
