//! The confidence word for the input data: from the origins of its values, never typed in by hand.

use super::Page;
use crate::report::wording::page::PageWord;
use std::collections::BTreeSet;

/// Values that rest on a source or on data, and all values that somebody chose (defaults of the tool's own working are
/// not counted). A value that several scenarios share counts once.
pub(super) fn support(page: &Page) -> (u64, u64) {
    let mut seen = BTreeSet::new();
    let (mut supported, mut all) = (0, 0);
    for scenario in &page.findings.inputs.scenarios {
        for (path, origin) in &scenario.origins.entries {
            if origin.kind == "tool" || !seen.insert((path, &origin.value, &origin.kind)) {
                continue;
            }
            all += 1;
            supported += u64::from(matches!(origin.kind.as_str(), "seed" | "sourced" | "derived" | "fitted"));
        }
    }
    (supported, all)
}

/// High if nine values of ten are supported, medium if half are, else low.
pub(super) fn word(supported: u64, all: u64) -> PageWord {
    if supported * 10 >= all * 9 {
        PageWord::ConfidenceHigh
    } else if supported * 2 >= all {
        PageWord::ConfidenceMedium
    } else {
        PageWord::ConfidenceLow
    }
}

/// The word with its one reason.
pub(super) fn sentence(page: &Page) -> String {
    let (supported, all) = support(page);
    let (word, why) = if all == 0 {
        (PageWord::ConfidenceLow, page.text(PageWord::ConfidenceNone).to_string())
    } else {
        let counts = [page.numbers.count(supported), page.numbers.count(all)];
        let places = [("supported", counts[0].as_str()), ("all", counts[1].as_str())];
        (word(supported, all), page.fill(PageWord::ConfidenceWhy, &places))
    };
    let head = page.text(PageWord::ConfidenceHead);
    format!("<p><strong>{head} {}.</strong> {why}</p>\n", page.text(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_follows_the_share() {
        assert_eq!(word(9, 10), PageWord::ConfidenceHigh);
        assert_eq!(word(89, 100), PageWord::ConfidenceMedium);
        assert_eq!(word(5, 10), PageWord::ConfidenceMedium);
        assert_eq!(word(49, 100), PageWord::ConfidenceLow);
    }
}
