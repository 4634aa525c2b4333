//! How a list of cells is written: commas and points, or the semicolons and decimal commas of a Swedish spreadsheet.

use std::collections::BTreeSet;

/// Columns that hold numbers.
pub const NUMBERS: [&str; 9] =
    ["price", "pack", "pallet", "volume", "weight", "shelf-life", "demand", "demand-sd", "weekly-cv"];

/// A list that was not written with commas and points, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Assumed {
    /// The file, as shown.
    pub file: String,
    /// Whether commas were taken for decimal signs; else its numbers have none.
    pub commas: bool,
}

/// What was assumed of the lists read, each told once.
pub type AllAssumed = BTreeSet<Assumed>;

/// The number at the beginning of a cell of a Swedish list as it is written elsewhere: without spaces between thousands
/// and with a decimal point. What is no such number stays as it is.
pub fn plain(cell: &str) -> String {
    let letters: Vec<char> = cell.trim().chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let mut out = String::new();
    let mut at = usize::from(matches!(letters.first(), Some('-' | '+')));
    out.extend(letters.iter().take(at));
    let mut has_comma = false;
    while let Some(&letter) = letters.get(at) {
        let groups = at > 0 && digit(at - 1) && (1..=3).all(|ahead| digit(at + ahead)) && !digit(at + 4);
        match letter {
            '0'..='9' => out.push(letter),
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' if groups && !has_comma => {}
            ',' if !has_comma && at > 0 && digit(at - 1) && digit(at + 1) => {
                has_comma = true;
                out.push('.');
            }
            _ => break,
        }
        at += 1;
    }
    out.extend(letters.iter().skip(at));
    out
}

/// Whether a cell has a comma between digits.
pub fn has_decimal_comma(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).any(|at| bytes[at] == b',' && digit(at.checked_sub(1)) && digit(at.checked_add(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_numbers_become_plain_and_other_texts_stay() {
        for (cell, plainly) in [
            ("12,50", "12.50"),
            ("-0,5 kr/st", "-0.5 kr/st"),
            ("1 234 567,5", "1234567.5"),
            ("3\u{a0}000\u{a0}000", "3000000"),
            ("12\u{202f}000", "12000"),
            ("1,2,3", "1.2,3"),
            ("12 34", "12 34"),
            ("1 2345", "1 2345"),
            ("ja", "ja"),
            ("", ""),
            (",5", ",5"),
            ("10 st", "10 st"),
        ] {
            assert_eq!(plain(cell), plainly, "{cell}");
        }
        assert!(has_decimal_comma("12,5 kr") && !has_decimal_comma("a,b") && !has_decimal_comma("5,"));
    }
}
