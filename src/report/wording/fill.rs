//! Texts with places, and what is put into them.

/// A text with its places filled. What is filled in is never searched for places. `{n|cell|cells}` is the first word where `n` is
/// filled with 1, and the second where it is anything else.
pub fn filled(text: &str, places: &[(&str, &str)]) -> String {
    let mut rest = text;
    let mut filled = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        let (place, tail) = after.split_once('}').unwrap_or((after, ""));
        filled.push_str(before);
        let (name, forms) = place.split_once('|').map_or((place, None), |(name, forms)| (name, forms.split_once('|')));
        let value = places.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        let value = match forms {
            Some((one, _)) if value == "1" => one,
            Some((_, many)) => many,
            None => value,
        };
        // Where nothing is filled in, the space before it would stand before a full stop.
        if value.is_empty() && filled.ends_with(' ') && (tail.is_empty() || tail.starts_with(['.', ',', ';', ')', ' ']))
        {
            filled.pop();
        }
        filled.push_str(value);
        rest = tail;
    }
    filled + rest
}

/// The places of a text, each once.
#[cfg(test)]
pub(super) fn places(text: &str) -> std::collections::BTreeSet<&str> {
    let inside = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
    inside.map(|(place, _)| place.split('|').next().unwrap_or(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn a_word_follows_its_number() {
        let text = |n| filled("{n} {n|cell|cells}, {n} {n|dag|dagar}", &[("n", n)]);
        assert_eq!(text("1"), "1 cell, 1 dag");
        assert_eq!(text("0"), "0 cells, 0 dagar");
        assert_eq!(text("21"), "21 cells, 21 dagar");
    }

    #[test]
    fn an_empty_place_takes_the_space_before_it_away() {
        let text = |interval| {
            filled("costs {cost} MSEK {interval}, {interval} and {cost}.", &[("cost", "2"), ("interval", interval)])
        };
        assert_eq!(text("(1–3)"), "costs 2 MSEK (1–3), (1–3) and 2.");
        assert_eq!(text(""), "costs 2 MSEK, and 2.");
        assert_eq!(filled("{a}{b}", &[("a", "{b}"), ("b", "x")]), "{b}x", "what is filled in is not searched");
    }
}
