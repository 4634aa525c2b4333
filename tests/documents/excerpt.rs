//! What a document shows of an output: all of it, or pieces with `[…]` for what is left out between them.

/// The line that stands for lines left out.
pub const LEFT_OUT: &str = "[…]";

/// Pieces of shown lines; more than one if something is left out.
fn pieces<'t>(shown: &[&'t str]) -> Vec<Vec<&'t str>> {
    shown.split(|line| *line == LEFT_OUT).map(<[&str]>::to_vec).collect()
}

/// Whether the shown lines are the printed ones, in order and whole but for what is left out.
pub fn agrees(shown: &[&str], printed: &[&str]) -> bool {
    let pieces = pieces(shown);
    let [first, middle @ .., last] = pieces.as_slice() else { return shown == printed };
    let Some(mut rest) = printed.strip_prefix(first.as_slice()) else { return false };
    for piece in middle {
        let Some(at) = (0..=rest.len().saturating_sub(piece.len())).find(|&at| rest[at..].starts_with(piece)) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    rest.ends_with(last)
}

/// The shown lines with today's output in them: each piece from its first line on, as long as it was; the last piece to the end.
pub fn renewed(shown: &[&str], printed: &[&str]) -> Vec<String> {
    let pieces = pieces(shown);
    if pieces.len() == 1 {
        return printed.iter().map(|line| (*line).to_owned()).collect();
    }
    let (mut out, mut from) = (Vec::new(), 0);
    for (number, piece) in pieces.iter().enumerate() {
        let at = if number + 1 == pieces.len() {
            printed.len().saturating_sub(piece.len())
        } else {
            let first = piece.first();
            printed[from..].iter().position(|line| Some(line) == first).map_or(from, |at| from + at)
        };
        from = (at + piece.len()).min(printed.len());
        if number > 0 {
            out.push(LEFT_OUT.to_owned());
        }
        out.extend(printed[at..from].iter().map(|line| (*line).to_owned()));
    }
    out
}

#[test]
fn an_excerpt_is_in_order_and_whole() {
    let printed = ["a", "b", "c", "d", "e"];
    assert!(agrees(&printed, &printed));
    assert!(!agrees(&["a", "b"], &printed), "the end is missing");
    assert!(agrees(&["a", "[…]", "c", "d", "[…]", "e"], &printed));
    assert!(agrees(&["a", "[…]"], &printed) && agrees(&["[…]", "e"], &printed));
    assert!(!agrees(&["a", "[…]", "d", "c", "[…]"], &printed), "out of order");
    assert!(!agrees(&["b", "[…]"], &printed) && !agrees(&["[…]", "d"], &printed), "not the ends");
    assert!(!agrees(&["[…]", "x", "[…]"], &printed), "not there");
}

#[test]
fn a_renewed_excerpt_agrees() {
    let printed = ["title", "head", "row 2", "foot", "last 2"];
    let shown = ["title", "[…]", "head", "row 1", "[…]", "last 1"];
    let renewed = renewed(&shown, &printed);
    assert_eq!(renewed, ["title", "[…]", "head", "row 2", "[…]", "last 2"]);
}
