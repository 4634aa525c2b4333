//! The number at the beginning of an amount, and what is wrong with one.

use super::Complaint;
use crate::scenario::diagnosis::codes;

/// Splits a text into its number and its unit.
pub fn split<'t>(text: &'t str, unit: &str) -> Result<(String, &'t str), Complaint> {
    let text = text.trim();
    let end = number_end(text);
    let (number, rest) = text.split_at(end);
    let rest = rest.trim_start();
    if !number.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(not_a_number(text, unit));
    }
    if rest.starts_with(',') || number.contains(',') {
        let fraction: String = rest.chars().skip(1).take_while(char::is_ascii_digit).collect();
        let (shown, what) = (crate::scenario::render::printable(text, 40), format!("{}.{fraction}", number));
        let what_for = format!("is `{shown}`, with a decimal comma");
        return Err(Complaint { code: codes::NUMBER, what: what_for, fix: format!("use a point here: {what}") });
    }
    if rest.starts_with(|letter: char| letter.is_ascii_digit() || letter == '\u{a0}') {
        let shown = crate::scenario::render::printable(text, 40);
        let what = format!("is `{shown}`, with a space in its number");
        return Err(Complaint { code: codes::NUMBER, what, fix: "write the digits together".into() });
    }
    if rest.is_empty() {
        let fix = format!("write \"{number} {unit}\"");
        return Err(Complaint { code: codes::UNIT, what: "needs a unit".into(), fix });
    }
    Ok((number.to_owned(), rest))
}

/// The byte after the number that a text begins with.
pub fn number_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = usize::from(matches!(bytes.first(), Some(b'-' | b'+')));
    while bytes.get(at).is_some_and(|byte| byte.is_ascii_digit() || *byte == b'.') {
        at += 1;
    }
    let exponent = matches!(bytes.get(at), Some(b'e' | b'E'));
    let sign = usize::from(matches!(bytes.get(at + 1), Some(b'-' | b'+')));
    if exponent && bytes.get(at + 1 + sign).is_some_and(u8::is_ascii_digit) {
        at += 1 + sign;
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
    }
    at
}

/// The complaint about a text that does not begin with a number.
pub fn not_a_number(text: &str, unit: &str) -> Complaint {
    let shown = crate::scenario::render::printable(text.trim(), 40);
    let what = if shown.is_empty() {
        "is empty".to_owned()
    } else {
        format!("is `{shown}`, which does not begin with a number")
    };
    Complaint { code: codes::NUMBER, what, fix: format!("write \"30 {unit}\"") }
}
