//! What holds for all words.

use super::fill::places;
use super::*;

/// Every entry of every list, Swedish and English.
fn pairs() -> Vec<[&'static str; 2]> {
    let mut pairs = Vec::new();
    macro_rules! take {
        ($($list:ty),+) => {
            $(pairs.extend(<$list>::ALL.iter().map(|word| Language::ALL.map(|language| word.text(language))));)+
        };
    }
    take!(Word, breaking::BreakingWord, charts::ChartWord, cuts::CutWord, dry_run::DryRunWord, exposure::ExposureWord);
    take!(failing::FailWord, frontier::FrontierWord, items::ItemsWord, page::PageWord, size::SizeWord);
    take!(slices::SliceWord, story::StoryWord, trace::TraceWord, verify::Word);
    pairs
}

#[test]
fn every_entry_stands_in_both_languages_with_the_same_places() {
    for [sv, en] in pairs() {
        assert!(!sv.trim().is_empty() && !en.trim().is_empty(), "{sv} {en}");
        assert_eq!(places(sv), places(en), "{sv}");
    }
}

#[test]
fn words_of_the_page_are_markup_already() {
    for word in page::PageWord::ALL {
        for language in Language::ALL {
            assert!(!word.text(language).contains(['<', '>', '&']), "{word:?}");
        }
    }
}

fn all(language: Language) -> Vec<&'static str> {
    let place = usize::from(language == Language::En);
    pairs().into_iter().map(|pair| pair[place]).collect()
}

#[test]
fn a_hard_space_stands_between_a_number_and_its_per_cent_sign() {
    for text in all(Language::Sv) {
        let parts: Vec<&str> = text.split(" %").collect();
        let is_number = |before: &&str| before.ends_with(|last: char| last.is_ascii_digit() || last == '}');
        assert!(!parts[..parts.len() - 1].iter().any(is_number), "{text}");
    }
    assert!(all(Language::En).iter().all(|text| !text.contains("} %") && !text.contains("\u{a0}%")));
}

#[test]
fn the_unit_of_money_is_a_place_in_every_text() {
    for text in Language::ALL.iter().flat_map(|&language| all(language)) {
        assert!(!["MSEK", "mnkr", "SEK m"].iter().any(|unit| text.contains(unit)), "{text}");
    }
}

#[test]
fn what_is_filled_in_is_not_searched() {
    let text = Word::ComparedTo.fill(Language::Sv, &[("second", "{first}"), ("first", "{x")]);
    assert_eq!(text, "{first} minus {x");
}
