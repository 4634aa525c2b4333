//! Numbers as offices write them. A sign that can mean two things is never guessed: the list tells, the user tells, or it is refused.

/// The decimal sign of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// 12,5.
    Comma,
    /// 12.5.
    Point,
}

/// Largest number that is read; sums of a list stay exact enough below it.
pub(super) const LARGEST: f64 = 1e15;

impl Decimal {
    /// The sign.
    pub fn sign(self) -> char {
        match self {
            Decimal::Comma => ',',
            Decimal::Point => '.',
        }
    }

    fn group(self) -> char {
        match self {
            Decimal::Comma => '.',
            Decimal::Point => ',',
        }
    }
}

/// What a cell tells of the decimal sign of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// Nothing: no sign, or no number.
    None,
    /// It can only be read with this sign.
    Only(Decimal),
    /// `1,500` or `1.500`: with this sign it is one and a half, with the other fifteen hundred.
    Either(Decimal),
}

/// What a cell tells of the decimal sign.
pub(super) fn hint(cell: &str) -> Hint {
    if !cell.bytes().any(|byte| matches!(byte, b',' | b'.')) {
        return Hint::None;
    }
    match (reads(cell, Decimal::Comma), reads(cell, Decimal::Point)) {
        (true, true) => Hint::Either(if cell.contains(',') { Decimal::Comma } else { Decimal::Point }),
        (true, false) => Hint::Only(Decimal::Comma),
        (false, true) => Hint::Only(Decimal::Point),
        (false, false) => Hint::None,
    }
}

fn reads(cell: &str, decimal: Decimal) -> bool {
    parse_number(cell, decimal).is_some()
}

/// A number written with this decimal sign; thousands apart by spaces, or by the other sign, in groups of three.
///
/// ```
/// # use beredd_sheet::{Decimal, parse_number};
/// assert_eq!(parse_number("1 234,5", Decimal::Comma), Some(1234.5));
/// assert_eq!(parse_number("1.234,5", Decimal::Comma), Some(1234.5));
/// assert_eq!(parse_number("−3", Decimal::Comma), Some(-3.0));
/// assert_eq!(parse_number("12.5", Decimal::Comma), None);
/// assert_eq!(parse_number("12 st", Decimal::Comma), None);
/// ```
pub fn parse_number(cell: &str, decimal: Decimal) -> Option<f64> {
    let cell = cell.trim();
    let (negative, body) = match cell.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, cell.strip_prefix('+').unwrap_or(cell)),
    };
    let (mantissa, exponent) = match body.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i8>().ok()?),
        None => (body, 0),
    };
    let (whole, fraction) = mantissa.split_once(decimal.sign()).unwrap_or((mantissa, ""));
    let has_fraction = mantissa.contains(decimal.sign());
    if !are_digits(fraction) || (has_fraction && fraction.is_empty()) || whole.is_empty() {
        return None;
    }
    let number = match short(whole, fraction) {
        Some(number) if exponent == 0 => number,
        _ => format!("{}.{fraction}0e{exponent}", ungrouped(whole, decimal.group())?).parse().ok()?,
    };
    Some(if negative { -number } else { number })
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number of few digits, as the standard library reads it: all digits together and the power of ten are whole numbers that an `f64`
/// holds exactly, so the division rounds once (Clinger 1990). Nothing for longer numbers and for groups.
fn short(whole: &str, fraction: &str) -> Option<f64> {
    /// Fewer than 2⁵³ in any case.
    const DIGITS: usize = 15;
    if whole.len() + fraction.len() > DIGITS || !are_digits(whole) {
        return None;
    }
    let digits = whole.bytes().chain(fraction.bytes());
    let value = digits.fold(0_u64, |value, digit| value * 10 + u64::from(digit - b'0'));
    let power = fraction.bytes().fold(1_u64, |power, _| power * 10);
    Some(value as f64 / power as f64)
}

/// The digits of a whole number without what stands between its groups.
fn ungrouped(whole: &str, group: char) -> Option<String> {
    let is_space = |letter: char| matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let digits = |text: &str| !text.is_empty() && are_digits(text);
    if digits(whole) {
        return Some(whole.to_owned());
    }
    let by_space = whole.contains(is_space);
    let groups: Vec<&str> = whole.split(|letter| if by_space { is_space(letter) } else { letter == group }).collect();
    let (first, rest) = groups.split_first()?;
    let fits = digits(first) && first.len() <= 3 && !first.starts_with('0');
    let all = fits && rest.iter().all(|group| digits(group) && group.len() == 3);
    all.then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read_and_nothing_else() {
        for (cell, comma, point) in [
            ("12", Some(12.0), Some(12.0)),
            ("12,5", Some(12.5), None),
            ("12.5", None, Some(12.5)),
            ("1\u{a0}234\u{202f}567,25", Some(1_234_567.25), None),
            ("1,234.5", None, Some(1234.5)),
            ("1.234.567", Some(1_234_567.0), None),
            ("1,500", Some(1.5), Some(1500.0)),
            ("0,500", Some(0.5), None),
            ("1,23E+05", Some(123_000.0), None),
            ("12 34", None, None),
            ("1,2,3", None, None),
            ("", None, None),
            ("-", None, None),
            (",5", None, None),
            ("5,", None, None),
            ("NaN", None, None),
            ("inf", None, None),
            ("0x10", None, None),
            ("١٢", None, None),
            ("12 st", None, None),
            ("=1+1", None, None),
        ] {
            assert_eq!(
                (parse_number(cell, Decimal::Comma), parse_number(cell, Decimal::Point)),
                (comma, point),
                "{cell}"
            );
        }
    }

    #[test]
    fn short_numbers_are_those_of_the_standard_library() {
        let mut state = 1_u64;
        for _ in 0..100_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (places, digits) = ((state >> 60) as usize, (state >> 4) % 1_000_000_000_000_000);
            let text = format!("{digits:015}");
            let (whole, fraction) = text.split_at(15 - places.min(14));
            let expected: f64 = format!("{whole}.{fraction}").parse().expect("digits and a point");
            assert_eq!(short(whole, fraction).map(f64::to_bits), Some(expected.to_bits()), "{whole},{fraction}");
        }
        assert_eq!(short("1234567890123456", ""), None);
        assert_eq!(short("1 234", ""), None);
    }

    #[test]
    fn a_cell_tells_its_sign_or_that_it_cannot() {
        assert_eq!(hint("12,5"), Hint::Only(Decimal::Comma));
        assert_eq!(hint("1,234.5"), Hint::Only(Decimal::Point));
        assert_eq!(hint("1,500"), Hint::Either(Decimal::Comma));
        assert_eq!(hint("1.500"), Hint::Either(Decimal::Point));
        assert_eq!(hint("1500"), Hint::None);
        assert_eq!(hint("a,b"), Hint::None);
    }
}
