//! Ways of buying: two words that are always known, in English and Swedish, beside those of a list's own.

/// A known way of buying and the Swedish words for it.
const KNOWN: [(&str, &[&str]); 2] = [("wholesaler", &["grossist"]), ("other", &["annan", "övrig"])];

/// The words that rules may name whether an article has them or not.
pub fn known() -> impl Iterator<Item = &'static str> {
    KNOWN.into_iter().map(|(word, _)| word)
}

/// A word as rules write it; what is none of the known ones stays as it is.
pub fn plain(word: &str) -> String {
    let small = word.trim().to_lowercase();
    let found = KNOWN.into_iter().find(|(known, swedish)| *known == small || swedish.contains(&small.as_str()));
    found.map_or_else(|| word.to_owned(), |(known, _)| known.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_words_are_the_english_ones_and_others_stay() {
        let words = ["Grossist", "annan", "Övrig", "wholesaler", "OTHER", "Apoteket"].map(plain);
        assert_eq!(words, ["wholesaler", "other", "other", "wholesaler", "other", "Apoteket"]);
    }
}
